/** The `data` of each server-sent event in a body, as text, in order. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) yield line.slice(5).trimStart();
  }
  rest += decoder.decode();
  if (rest.startsWith('data:')) yield rest.slice(5).trimStart();
}
