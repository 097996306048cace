import type { Browser } from 'playwright-core';
import type { Sample, SamplePart } from './sample.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function partOf(part: SamplePart): string {
  if ('heading' in part) return `<h${(part.level ?? 1) + 1}>${escaped(part.heading)}</h${(part.level ?? 1) + 1}>`;
  if ('text' in part) return `<p>${escaped(part.text)}</p>`;
  if ('items' in part) return `<ul>${part.items.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
  const widths = part.widths?.map((width) => `<col style="width:${width}%">`).join('') ?? '';
  const rows = part.table.map((row, index) => {
    const cell = part.header && index === 0 ? 'th' : 'td';
    return `<tr>${row.map((text) => `<${cell}>${escaped(text).replace(/\n/g, '<br>')}</${cell}>`).join('')}</tr>`;
  });
  return `<table><colgroup>${widths}</colgroup>${rows.join('')}</table>`;
}

const style = (size: number): string => `
  body { font: ${size}pt/1.4 Liberation Serif, serif; }
  h1 { font-size: ${size + 8}pt; } h2 { font-size: ${size + 3}pt; } h3 { font-size: ${size + 1}pt; }
  table { border-collapse: collapse; width: 100%; margin: 8pt 0; } td, th { border: 1px solid #444; padding: 4pt; text-align: left; vertical-align: top; }`;

/** The sample as a PDF, as a browser prints it. */
export async function asPdf(browser: Browser, { title, running, landscape, parts }: Sample, size = 11): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(`<meta charset="utf-8"><style>${style(size)}</style><h1>${escaped(title)}</h1>${parts.map(partOf).join('')}`);
  const bytes = await page.pdf({
    format: 'A4',
    landscape: landscape ?? false,
    margin: { top: '22mm', bottom: '22mm', left: '18mm', right: '18mm' },
    ...(running
      ? {
          displayHeaderFooter: true,
          headerTemplate: `<div style="font-size:8px;margin:0 18mm">${escaped(running.head)}</div>`,
          footerTemplate: `<div style="font-size:8px;margin:0 18mm">${escaped(running.foot)} <span class="pageNumber"></span></div>`,
        }
      : {}),
  });
  await page.close();
  return new Uint8Array(bytes);
}
