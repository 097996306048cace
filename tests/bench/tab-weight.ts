import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { aloneInBrowser } from './built-alone.ts';

/** Everything a page loads before it is usable: its entry, and what entry and page import without waiting. */
export const packedSize = async (folder: string, page: RegExp | null): Promise<number> => {
  const assets = path.join(folder, 'assets');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');
  const sizes = new Map<string, number>();
  const add = async (name: string): Promise<void> => {
    if (sizes.has(name)) return;
    const text = await readFile(path.join(assets, name), 'utf8');
    sizes.set(name, gzipSync(text, { level: 9 }).length);
    for (const [, needed] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) if (needed) await add(needed);
  };
  const first = names.filter((name) => html.includes(name) || page?.test(name));
  for (const name of first) await add(name);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
};

const EMPTY = `
import { Button, FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { app, authentication } from '@microsoft/teams-js';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
app.initialize().then(() => authentication.getAuthToken()).then((token) => {
  createRoot(document.body).render(createElement(FluentProvider, { theme: teamsLightTheme }, createElement(Button, null, token)));
});
`;

/** An empty tab, Fluent and teams-js and one button, built beside ours by the same bundler: what it loads, in bytes as gzip. */
export const emptyTab = (): Promise<number> => aloneInBrowser(EMPTY, (folder) => packedSize(folder, null));
