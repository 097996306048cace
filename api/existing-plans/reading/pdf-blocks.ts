import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageBlock, ReadPages } from '#domain/existing-plans/page-block.ts';
import type { Piece } from './pdf-lines.ts';
import { blocksOf, bodySize, type RawPage, runningLines } from './pdf-page.ts';
import { type Drawing, type Matrix, rulesOf, times } from './pdf-rules.ts';
import { MOST_PAGES, type UnreadablePlan, unreadablePlan } from './unreadable-plan.ts';

const installed = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Fewer signs than this on every page, and there is no text to read: pictures of pages, most often from a scanner. */
const FEWEST_SIGNS = 40;
const MOST_SIGNS = 2_000_000;

/** A font that is bold by its name, as `BAAAAA+Calibri-Bold`. */
function isBold(page: PDFPageProxy, font: string): boolean {
  try {
    const { name } = page.commonObjs.get(font) as { name?: string };
    return /bold|black|heavy|semibold|demi/i.test(name ?? '');
  } catch {
    // The font's data did not arrive with the page: its text is read all the same, as not bold.
    return false;
  }
}

async function rawPage(page: PDFPageProxy, number: number): Promise<RawPage> {
  const view = page.getViewport({ scale: 1 });
  const matrix = view.transform as unknown as Matrix;
  const { items } = await page.getTextContent();
  const spoken = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const drawing = spoken.length > 0 ? ((await page.getOperatorList()) as unknown as Drawing) : { fnArray: [], argsArray: [] };
  const bold = new Map<string, boolean>();
  const pieces = spoken.map((item): Piece => {
    const at = times(matrix, item.transform as unknown as Matrix);
    const size = Math.hypot(at[2], at[3]) || item.height || 10;
    if (!bold.has(item.fontName)) bold.set(item.fontName, isBold(page, item.fontName));
    return { text: item.str, x: at[4], y: at[5], width: item.width, size, bold: bold.get(item.fontName) ?? false };
  });
  const rules = rulesOf(drawing, matrix);
  page.cleanup();
  return { number, width: view.width, height: view.height, pieces, rules };
}

async function allPages(document: PDFDocumentProxy): Promise<readonly RawPage[] | UnreadablePlan> {
  const pages: RawPage[] = [];
  let signs = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await rawPage(await document.getPage(number), number);
    signs += page.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    if (signs > MOST_SIGNS) return unreadablePlan('too-long');
    pages.push(page);
  }
  return signs < FEWEST_SIGNS ? unreadablePlan('scanned') : pages;
}

const isCalled = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** The blocks of a PDF page by page, tables by their ruled lines, each block with where it is printed. No script in it is ever run. */
export async function pdfBlocks(bytes: Uint8Array): Promise<ReadPages | UnreadablePlan> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 1024 * 1024,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: `${path.join(installed, 'cmaps')}/`,
    standardFontDataUrl: `${path.join(installed, 'standard_fonts')}/`,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return unreadablePlan('too-many-pages');
    const pages = await allPages(document);
    return 'ok' in pages ? pages : composed(pages);
  } catch (error) {
    if (isCalled(error, 'PasswordException')) return unreadablePlan('password');
    return unreadablePlan('damaged');
  } finally {
    await task.destroy();
  }
}

function composed(pages: readonly RawPage[]): ReadPages {
  const running = runningLines(pages);
  const body = bodySize(pages);
  const blocks: PageBlock[] = [];
  let tables = 0;
  for (const page of pages) {
    const made = blocksOf(page, running, body, tables);
    blocks.push(...made.blocks);
    tables += made.tables;
  }
  return { form: 'pdf', pages: pages.map(({ width, height }) => ({ width, height })), blocks };
}
