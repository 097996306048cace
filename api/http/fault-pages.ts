import type { FastifyInstance } from 'fastify';
import { allFaults, anyFault, faultAddress } from '#domain/faults/all-faults.ts';
import type { KnownFault } from '#domain/faults/fault.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const AREAS: Readonly<Record<KnownFault['area'], string>> = {
  'microsoft-365': 'Microsoft 365 and the way to it',
  permission: 'What Waymark may do',
  record: 'The record',
  clock: 'The clock',
  waymark: 'Waymark itself',
};

/** Plain pages without a script: they must open for whoever cannot sign in. Colours follow the reader's own, contrast themes too. */
const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 "Segoe UI",system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:44rem;margin:0 auto;padding:24px 16px}h1{font-size:24px;line-height:1.3;margin:0 0 16px}h2{font-size:18px;margin:24px 0 8px}
dt{font-weight:600;margin-top:12px}dd{margin:0}a{color:LinkText}ul{padding-left:20px}li{margin:4px 0;overflow-wrap:anywhere}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · Waymark</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const term = (name: string, words: string): string => `<dt>${name}</dt><dd>${escaped(words)}</dd>`;

const faultPage = ({ code, title, means, sees, kept, heals, mends }: KnownFault): string =>
  page(
    `${code} ${title}`,
    `<p><a href="/faults">All known faults</a></p><h1>${code} ${escaped(title)}</h1><dl>${[
      term('What it means', means),
      term('What people see', sees),
      term('What is kept', kept),
      term('When it clears', heals),
      term('What the administrator does', mends ?? 'Nothing; it clears as said.'),
    ].join('')}</dl>`,
  );

const noSuchFault = page(
  'No such fault',
  '<h1>There is no fault of this code</h1><p>A code looks like W-301. <a href="/faults">All known faults</a></p>',
);

const indexPage = (): string => {
  const areas = Object.entries(AREAS).map(([area, title]) => {
    const lines = allFaults().filter((fault) => fault.area === area);
    const items = lines.map(({ code, title: name }) => `<li><a href="${faultAddress(code)}">${code} ${escaped(name)}</a></li>`);
    return `<h2>${escaped(title)}</h2><ul>${items.join('')}</ul>`;
  });
  return page(
    'Known faults',
    `<h1>Known faults of Waymark</h1><p>Waymark shows a code beside what went wrong; the page of the code says what is kept and when it clears.</p>${areas.join('')}`,
  );
};

/** `/faults` and a page for each code. Nothing about anybody stands in them, so they ask for no sign-in. */
export const serveFaultPages = (server: FastifyInstance): void => {
  server.get('/faults', (_, reply) => reply.type('text/html; charset=utf-8').send(indexPage()));
  server.get<{ Params: { code: string } }>('/faults/:code', (request, reply) => {
    const known = anyFault(request.params.code);
    return reply
      .code(known ? 200 : 404)
      .type('text/html; charset=utf-8')
      .send(known ? faultPage(known) : noSuchFault);
  });
};
