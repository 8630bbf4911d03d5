/**
 * @file The REST interface for people: Swagger UI from this machine, no network.
 *
 * The page itself holds no secret. It takes the token from the address's fragment, which never reaches a request line,
 * and reads the OpenAPI document with it, so without the token it shows nothing.
 */

/** More than the studio's page may do: Swagger UI styles elements inline and draws with data: images. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The folder with Swagger UI's files is served beside these two, under /api/docs/. */
export const docsPages: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/api/docs/': {
    type: 'text/html; charset=utf-8',
    text: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sillage: REST</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="swagger-ui.css"></head>
<body><div id="docs"></div><script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body></html>
`,
  },
  '/api/docs/start.js': {
    type: 'text/javascript; charset=utf-8',
    text: `const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem('token') ?? '';
sessionStorage.setItem('token', token);
history.replaceState(null, '', location.pathname);
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: false,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers.Authorization = 'Bearer ' + token;
    return request;
  },
});
`,
  },
};
