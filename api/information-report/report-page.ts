import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { linkedPieces, reportBlocks } from '#domain/information-report/report-text.ts';
import { DRAFT_WORDS, INTRODUCTION, type PrintedReport, titleOf } from './printed-report.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const withLinks = (text: string): string =>
  linkedPieces(text)
    .map(({ text: words, link }) => (link ? `<a href="${plain(link)}">${plain(words)}</a>` : plain(words)))
    .join('');

const anchor = (id: string): string => id.replaceAll('.', '-');

const blocks = (words: string): string =>
  reportBlocks(words)
    .map((block) =>
      block.kind === 'paragraph'
        ? `<p>${withLinks(block.text)}</p>`
        : `<ul>\n${block.lines.map((line) => `<li>${withLinks(line)}</li>`).join('\n')}\n</ul>`,
    )
    .join('\n');

/** Quiet enough to stand on any website: one column, the reader’s own font size, dark and light as the device has it. */
const STYLE = `:root{color-scheme:light dark}body{font-family:system-ui,"Segoe UI",sans-serif;line-height:1.5;margin:0}
main{max-width:44rem;margin:0 auto;padding:1.5rem}h1{line-height:1.2}h2{margin-top:2rem}a{overflow-wrap:anywhere}
nav ul{padding-left:1.2rem}@media print{nav{display:none}h2{break-after:avoid}}`;

/** The report as one page for the school’s website: no script, nothing fetched from elsewhere, every heading with an address of its own. */
export const reportPage = (report: PrintedReport): string => {
  const title = titleOf(report);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)} · ${plain(report.school)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${plain(title)}</h1>
<p><strong>${plain(report.school)}</strong></p>
${report.draft ? `<p><strong>${DRAFT_WORDS}</strong></p>\n` : ''}<p>Last updated <time datetime="${report.updated}">${dayWordsWithYear(report.updated)}</time></p>
<p>${INTRODUCTION}</p>
<nav aria-label="In this report">
<ul>
${report.items.map(({ item, title: heading }) => `<li><a href="#${anchor(item)}">${plain(heading)}</a></li>`).join('\n')}
</ul>
</nav>
${report.items.map(({ item, title: heading, words }) => `<h2 id="${anchor(item)}">${plain(heading)}</h2>\n${blocks(words)}`).join('\n')}
</main>
</body>
</html>
`;
};
