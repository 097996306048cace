import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { connect } from '#contract/client.ts';
import { browserConfig } from '#contract/people.ts';
import { loadOffice } from '../page/load-office.ts';
import { insideWord, isDarkTheme } from '../page/office-word.ts';
import { Pane } from './pane.tsx';
import { signIn } from './sign-in.ts';
import { paneTheme } from './theme.ts';

const place = document.getElementById('pane') as HTMLElement;

const say = (words: string): void => {
  const line = document.createElement('p');
  line.className = 'waiting';
  line.textContent = words;
  place.replaceChildren(line);
};

/** Configuration, office.js, sign-in, pane: each step that fails says what to do. */
const open = async (): Promise<void> => {
  const config = browserConfig.parse(await (await fetch('/config.json')).json());
  await loadOffice(config.officeScript);
  if (!(await insideWord())) {
    say('This page is the pane of the Waymark add-in. Open it from the Waymark tab in Word.');
    return;
  }
  const { quietly, aloud } = await signIn(config);
  createRoot(place).render(
    <FluentProvider theme={paneTheme(isDarkTheme())}>
      <Pane call={connect(window.location.origin, quietly, 'word')} signIn={aloud} />
    </FluentProvider>,
  );
};

open().catch((error: unknown) =>
  say(`${error instanceof Error ? error.message : 'Waymark did not open.'} Close the pane and open it again.`),
);
