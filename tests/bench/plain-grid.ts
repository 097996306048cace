import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openWindow, startChromium } from '#tests/chromium.ts';
import { caseloadOf } from '#tests/tab/fixture/caseload.ts';
import { aloneInBrowser } from './built-alone.ts';

/** Fluent's own grid as its page shows it, one plain text a cell, with the columns of the caseload that hold text. */
const GRID = `
import { DataGrid, DataGridBody, DataGridCell, DataGridHeader, DataGridHeaderCell, DataGridRow, FluentProvider, createTableColumn,
  teamsLightTheme } from '@fluentui/react-components';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
const texts = {
  Pupil: (row) => row.surname + ', ' + row.givenName,
  Year: (row) => row.yearGroup + ' ' + (row.className ?? ''),
  Stage: (row) => row.stage,
  'Primary need': (row) => row.need?.words ?? '–',
  'Why look': (row) => row.flags[0]?.words ?? '–',
  'Next clock': (row) => row.next?.title ?? '–',
  Due: (row) => row.next?.due ?? '–',
  'Days left': (row) => row.next?.daysWords ?? '',
  'Owed by': (row) => row.next?.owner.words ?? '',
  'Key worker': (row) => row.keyWorker?.name ?? '–',
};
const columns = Object.entries(texts).map(([name, text]) =>
  createTableColumn({ columnId: name, renderHeaderCell: () => name, renderCell: text, compare: (a, b) => text(a).localeCompare(text(b)) }));
const grid = (items) =>
  h(DataGrid, { items, columns, sortable: true, getRowId: (row) => row.id },
    h(DataGridHeader, null, h(DataGridRow, null, ({ renderHeaderCell }) => h(DataGridHeaderCell, null, renderHeaderCell()))),
    h(DataGridBody, null, ({ item, rowId }) =>
      h(DataGridRow, { key: rowId }, ({ renderCell }) => h(DataGridCell, null, renderCell(item)))));
const place = document.body.appendChild(document.createElement('main'));
new MutationObserver((_, watcher) => {
  if (!document.querySelector('[role=gridcell]')) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.rowsAt = performance.now(); }, 0));
}).observe(place, { childList: true, subtree: true });
const { rows } = await (await fetch('./caseload')).json();
createRoot(place).render(h(FluentProvider, { theme: teamsLightTheme }, grid(rows)));
`;

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves a built page and one caseload of so many pupils. */
const serving = (folder: string, pupils: number) => {
  const answer = JSON.stringify(caseloadOf(pupils));
  return createServer(async (request, reply) => {
    const asked = request.url === '/' ? '/index.html' : (request.url ?? '');
    if (asked === '/caseload') return void reply.setHeader('content-type', 'application/json').end(answer);
    const type = TYPES[path.extname(asked)];
    if (!type) return void reply.writeHead(404).end();
    reply.setHeader('content-type', type).end(await readFile(path.join(folder, asked)));
  });
};

/** From a caseload's answer until Fluent's plain DataGrid shows it and the browser is free again, once for each size, in milliseconds. */
export const plainGrid = (sizes: readonly number[]): Promise<number[]> =>
  aloneInBrowser(GRID, async (folder) => {
    const browser = await startChromium();
    const took: number[] = [];
    try {
      for (const pupils of sizes) {
        const server = serving(folder, pupils);
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const page = await openWindow(browser);
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        await page.waitForFunction(() => (window as unknown as { rowsAt?: number }).rowsAt !== undefined);
        took.push(
          await page.evaluate(() => {
            const [answer] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/caseload'));
            return (window as unknown as { rowsAt: number }).rowsAt - (answer as PerformanceResourceTiming).responseEnd;
          }),
        );
        await page.context().close();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    } finally {
      await browser.close();
    }
    return took;
  });
