import { type OnePageProfile, PROFILE_LEADING, PROFILE_SIZE } from '#domain/pupils/one-page-profile.ts';
import type { PaperSize } from '#domain/pupils/paper-size.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { heading, paragraph, run, tab } from '../plans/document/templates/wordml.ts';

/** What stands around the sections of a profile. */
export type ProfileFrame = { readonly name: string; readonly below: string; readonly school: string; readonly foot: string };

const line = (words: string, bullet: boolean): string =>
  `<w:p><w:pPr><w:pStyle w:val="${bullet ? 'FieldBullet' : 'Field'}"/><w:spacing w:before="0" w:after="80" w:line="${PROFILE_LEADING * 20}" w:lineRule="exact"/></w:pPr>${run(
    words,
  ).replace('<w:r>', `<w:r><w:rPr><w:sz w:val="${PROFILE_SIZE * 2}"/><w:szCs w:val="${PROFILE_SIZE * 2}"/></w:rPr>`)}</w:p>`;

/** A one-page profile as a Word document. */
export const profileDocument = ({ sections }: OnePageProfile, frame: ProfileFrame, paper: PaperSize): Uint8Array =>
  plainDocument(
    {
      header: paragraph('Header', run(frame.school), tab, run('One-page profile')),
      footer: paragraph('Footer', run(frame.foot)),
      body: [
        paragraph('Title', run(frame.name)),
        paragraph('Subtitle', run(frame.below)),
        ...sections.flatMap(({ heading: words, lines, none }) => [
          heading(words),
          ...(lines.length > 0 ? lines.map((one) => line(one, lines.length > 1)) : [line(none, false)]),
        ]),
      ].join(''),
    },
    paper,
  );
