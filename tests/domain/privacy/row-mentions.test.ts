import { describe, expect, it } from '@jest/globals';
import type { NameChoice } from '#domain/privacy/record-text.ts';
import { redactedRow, rowMentions } from '#domain/privacy/row-mentions.ts';
import { mentionsOf, TAKEN_OUT } from '#domain/privacy/third-parties.ts';

const find = mentionsOf(
  [
    { id: 'ayaan', kind: 'pupil', givenName: 'Ayaan', surname: 'Malik' },
    { id: 'anna', kind: 'colleague', givenName: 'Anna', surname: 'Devlin' },
    { id: 'isla', kind: 'pupil', givenName: 'Isla', surname: 'Tran-Whitlock' },
    { id: 'namesake', kind: 'pupil', givenName: 'Callum', surname: 'Reid-Jones' },
  ],
  ['Callum', 'Reid'],
);
const handed = (cells: string[], choice: NameChoice) => redactedRow(cells, rowMentions(cells, find), () => choice);

describe('a row of a workbook', () => {
  it.each([
    [
      ['Ayaan Malik', '9 B', 'sat with Callum'],
      [TAKEN_OUT, '9 B', 'sat with Callum'],
    ],
    [
      ['Ayaan', 'Malik', '9 B'],
      [TAKEN_OUT, TAKEN_OUT, '9 B'],
    ],
    [
      ['Malik', 'Ayaan', '9 B'],
      [TAKEN_OUT, TAKEN_OUT, '9 B'],
    ],
    [
      ['Reid', 'Callum', 'Mrs Devlin agrees'],
      ['Reid', 'Callum', `${TAKEN_OUT} agrees`],
    ],
  ])('%j is handed over as %j, though a name is parted over cells', (cells, expected) => {
    expect(handed(cells, 'redact')).toEqual(expected);
  });

  it('is withheld whole where somebody in it is withheld, and stays as it is where they are kept', () => {
    expect(handed(['Malik', 'Ayaan', '', 'Year 9'], 'withhold')).toEqual([TAKEN_OUT, TAKEN_OUT, '', TAKEN_OUT]);
    expect(handed(['Malik', 'Ayaan', '', 'Year 9'], 'keep')).toEqual(['Malik', 'Ayaan', '', 'Year 9']);
  });
});
