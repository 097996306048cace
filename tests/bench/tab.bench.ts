import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { Bench } from '#tests/tab/open.ts';
import type { Measured } from './bench.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** How many pupils, how often it is measured, and the bar where one was set. */
const OPENED = [
  { pupils: 5000, rounds: 5, bar: '≤ 250 ms' },
  { pupils: 10_000, rounds: 3 },
] as const;

/** Everything a page loads before it is usable: its entry, and what entry and page import without waiting. */
const packedSize = async (folder: string, page: RegExp | null): Promise<number> => {
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

/** An empty tab, Fluent and teams-js and one button, built beside ours by the same bundler. */
const emptyTab = async (): Promise<number> => {
  const folder = await mkdtemp(path.join(root, '.data', 'empty-tab-'));
  try {
    await writeFile(path.join(folder, 'main.js'), EMPTY);
    await writeFile(path.join(folder, 'index.html'), '<!doctype html><body><script type="module" src="./main.js"></script></body>');
    const out = path.join(folder, 'out');
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      build: { outDir: out, target: 'es2022', modulePreload: { polyfill: false } },
    });
    return await packedSize(out, null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * From the moment the answer has arrived until its rows stand in the page and a key moves among them, in milliseconds.
 * The browser's own clock is read, so that neither the fixture nor the network counts.
 */
const timeToRows = async (bench: Bench): Promise<number> => {
  const { tab } = await bench.open('/tab/today');
  await tab.getByRole('link', { name: 'Caseload' }).waitFor();
  await tab.evaluate(() => {
    const marks = window as unknown as { rowsAt: number };
    new MutationObserver((_, watcher) => {
      if (!document.querySelector('[role=row][data-row]')) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => (marks.rowsAt = performance.now()), 0));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await tab.getByRole('link', { name: 'Caseload' }).click();
  await tab.waitForFunction(() => (window as unknown as { rowsAt?: number }).rowsAt !== undefined);
  return tab.evaluate(() => {
    const entries = performance.getEntriesByName(`${location.origin}/api/caseload`) as PerformanceResourceTiming[];
    return (window as unknown as { rowsAt: number }).rowsAt - (entries.at(-1)?.responseEnd ?? 0);
  });
};

/** What the tab weighs before the caseload is usable, beside an empty tab, and how soon 5,000 rows can be used. */
export const benchTab = async (): Promise<Measured[]> => {
  const bench = new Bench();
  await bench.start();
  try {
    const ours = await packedSize(path.join(root, 'dist/tab'), /^caseload-page/);
    const empty = await emptyTab();
    const opened: Measured[] = [];
    for (const { pupils, rounds, ...bar } of OPENED) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        bench.server.mood.pupils = pupils;
        times.push(await timeToRows(bench));
        await bench.clear();
      }
      const name = `caseload of ${pupils.toLocaleString('en-GB')} pupils, from its answer to rows one can use`;
      opened.push({ name, value: Math.round(median(times)), unit: 'ms', ...bar });
    }
    return [
      {
        name: 'JavaScript before the caseload is usable inside Teams',
        value: Math.round(ours / 100) / 10,
        unit: 'kB gzip',
        bar: '≤ 150 kB',
        ratio: Math.round((ours / empty) * 100) / 100,
      },
      { name: 'an empty Fluent and teams-js tab, same bundler', value: Math.round(empty / 100) / 10, unit: 'kB gzip' },
      ...opened,
    ];
  } finally {
    await bench.stop();
  }
};
