/** @file The page's beginning: finds the core, fetches what it needs, draws the studio. */
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './bridge/connect.ts';
import { followRecipes, openBefore, openRecipe, turnTo, useBench } from './shared/bench.ts';
import { refusalOf, sentenceFor } from './shared/refusal.ts';
import { reloadMaterials } from './shared/reload-materials.ts';
import { followMaterials, followRegulation, loadStudio, useStudio } from './shared/studio.ts';
import { startText } from './shared/text.ts';
import { followDay } from './shared/working-day.ts';
import { StartFailed } from './start-failed.tsx';
import { theme } from './ui/theme.ts';

const root = createRoot(document.getElementById('studio') as HTMLElement);
const link = connect();

try {
  await loadStudio(link.client);
  await startText(useStudio.getState().settings.language);
  await reopen();
  follow();
  root.render(
    <StrictMode>
      <ThemeProvider theme={theme} defaultMode={useStudio.getState().settings.theme}>
        <CssBaseline />
        <App link={link} />
      </ThemeProvider>
    </StrictMode>,
  );
} catch (error) {
  await startText(navigator.language.startsWith('ko') ? 'ko' : 'en');
  root.render(
    <ThemeProvider theme={theme} defaultMode="system">
      <CssBaseline />
      <StartFailed sentence={link.state.current() === 'no-token' ? undefined : sentenceFor(refusalOf(error))} />
    </ThemeProvider>,
  );
}

/** Opens what was open before; on the very first start, the first example. */
async function reopen(): Promise<void> {
  const before = await openBefore();
  for (const id of before.toReversed()) await openRecipe(id).catch(() => undefined);
  if (before[0] && useBench.getState().sheets[before[0]]) return turnTo(before[0]);
  if (before.length > 0) return;
  const { recipes } = await link.client.recipes.list({ limit: 20 });
  const first = recipes.find(({ isExample, trialCount }) => isExample && trialCount > 1) ?? recipes[0];
  if (first) await openRecipe(first.id);
}

/** Follows what changes elsewhere, again after every lost connection. */
function follow(): void {
  let stop = new AbortController();
  const start = () => {
    stop.abort();
    stop = new AbortController();
    followMaterials(link.client, stop.signal, reloadMaterials).catch(() => undefined);
    followRegulation(link.client, stop.signal).catch(() => undefined);
    followRecipes(stop.signal).catch(() => undefined);
    followDay(link.client, stop.signal).catch(() => undefined);
  };
  start();
  link.state.subscribe(() => {
    const isConnected = link.state.current() === 'connected';
    useStudio.setState({ connection: isConnected ? 'connected' : 'lost' });
    if (isConnected) start();
  });
}
