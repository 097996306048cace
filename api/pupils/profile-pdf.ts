import type { Content } from 'pdfmake/interfaces.js';
import { type OnePageProfile, PROFILE_LEADING, PROFILE_SIZE } from '#domain/pupils/one-page-profile.ts';
import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { mustBeShown, pdfOf } from '../plans/document/pdf.ts';
import type { ProfileFrame } from './profile-document.ts';

const ACCENT = '#3D3E78';
const QUIET = '#5C5E73';
/** Roboto's own line is 1.172 times its size high. */
const LINE = PROFILE_LEADING / (PROFILE_SIZE * 1.172);

/** A one-page profile as a PDF, laid out as the Word document is. */
export const profilePdf = ({ sections }: OnePageProfile, frame: ProfileFrame, paper: PaperSize): Promise<Uint8Array> => {
  mustBeShown([frame.name, frame.below, frame.foot, ...sections.flatMap(({ lines }) => lines)]);
  const side = paper === 'A4' ? 56.7 : 65;
  const content: Content[] = [
    { text: frame.name, fontSize: 24, bold: true, color: ACCENT },
    { text: frame.below, fontSize: 11, color: QUIET },
    ...sections.flatMap(({ heading, lines, none }): Content[] => [
      { text: heading, fontSize: 14, bold: true, color: ACCENT, margin: [0, 14, 0, 5] },
      lines.length > 1
        ? { ul: lines.map((text) => ({ text, margin: [0, 0, 0, 4] })), lineHeight: LINE }
        : { text: lines[0] ?? none, lineHeight: LINE, margin: [0, 0, 0, 4] },
    ]),
  ];
  return pdfOf({
    pageSize: paper === 'A4' ? 'A4' : 'LETTER',
    pageMargins: [side, 56, side, 50],
    defaultStyle: { font: 'Roboto', fontSize: PROFILE_SIZE },
    info: { title: 'One-page profile' },
    header: {
      margin: [side, 28, side, 0],
      fontSize: 8.5,
      color: QUIET,
      columns: [frame.school, { text: 'One-page profile', alignment: 'right' }],
    },
    footer: { margin: [side, 14, side, 0], fontSize: 8.5, color: QUIET, text: frame.foot },
    content,
  });
};
