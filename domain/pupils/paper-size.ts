import type { Nation } from './nation.ts';

/** What a document is printed on. */
export type PaperSize = 'A4' | 'Letter';

/** The paper that lies in a nation's printers: ISO 216 in England, US Letter in the United States. */
export const paperSizeOf = (nation: Nation | 'us'): PaperSize => (nation === 'england' ? 'A4' : 'Letter');

/** How wide and how high a page of it is, in twentieths of a point. */
export const PAPER_SIZES: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
};
