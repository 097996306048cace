import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { contributionIn } from '#domain/plans/contribution-workbook.ts';
import type { Cell } from '#domain/register/cell.ts';

const CALLUM = { caseRef: 'WM-0412', givenNames: ['Callum'], surname: 'Reid' };
const read = (...rows: readonly (readonly Cell[])[]) => contributionIn([{ name: 'Sheet1', rows }], CALLUM);

describe('a workbook in a case folder', () => {
  it('that is a form is read as questions and their answers, without its heading', () => {
    expect(
      read(
        ['Feedback for the review'],
        [],
        ['Question', 'Your answer'],
        ['What goes well?', 'Reads aloud fluently.\nHelps in the library.'],
        ['What helps?', 'One step at a time.'],
        [null, 'A picture first.'],
        ['Anything else?', null],
      )?.sections,
    ).toEqual([
      { heading: 'What goes well?', paragraphs: ['Reads aloud fluently.', 'Helps in the library.'] },
      { heading: 'What helps?', paragraphs: ['One step at a time.', 'A picture first.'] },
    ]);
  });

  it('that is a table is read column by column, each cell behind what its row is about', () => {
    expect(
      read(
        ['Autumn feedback'],
        ['Subject', 'Teacher', 'Date', 'What helps'],
        ['Maths', 'T Zieliński', { day: asDay('2026-11-12') }, 'A number line.'],
        ['PE', null, null, 'Changes first.'],
      )?.sections,
    ).toEqual([{ heading: 'What helps', paragraphs: ['Maths, T Zieliński: A number line.', 'PE: Changes first.'] }]);
  });

  it.each([
    ['a name in one column', ['Pupil', 'Subject', 'What helps'], ['Reid, Callum', 'Art', 'Mine'], ['Callum Brown', 'Art', 'Other']],
    ['two columns', ['Forename', 'Surname', 'What helps'], ['Callum', 'Reid', 'Mine'], ['Fiona', 'Reid', 'Other']],
    ['the case', ['Case', 'Subject', 'What helps'], ['wm-0412', 'Art', 'Mine'], ['WM-0413', 'Art', 'Other']],
    ['accents and case', ['Name', 'Subject', 'What helps'], ['CÁLLUM REID', 'Art', 'Mine'], ['Callum', 'Art', 'Other']],
  ] as const)('about a whole class gives this pupil’s rows alone: %s', (_name, head, mine, other) => {
    const said = JSON.stringify(read(head, other, mine));
    expect(said).toContain('Mine');
    expect(said).not.toContain('Other');
  });

  it('that names pupils and never this one gives nothing at all', () => {
    expect(read(['Pupil', 'Subject', 'What helps'], ['Isla Whitlock', 'Art', 'Other'])).toBeNull();
  });

  it('that counts sessions is read as a tracker, line by line of provision', () => {
    expect(
      read(
        ['Week of', 'Provision', 'Planned sessions', 'Given', 'Why not'],
        [{ day: asDay('2026-09-14') }, 'Phonics', 5, 4, 'Trip'],
        [{ day: asDay('2026-09-07') }, 'Phonics', 5, '5', null],
        [{ day: asDay('2026-09-07') }, 'Lego group', 1, 0, null],
      ),
    ).toEqual({
      sections: [],
      tracked: [
        { what: 'Phonics', unit: 'session', planned: 10, given: 9, from: '2026-09-07', to: '2026-09-14' },
        { what: 'Lego group', unit: 'session', planned: 1, given: 0, from: '2026-09-07', to: '2026-09-07' },
      ],
    });
  });

  it('that ticks sessions off counts the ticks of all that were meant to be', () => {
    expect(
      read(['Date', 'Intervention', 'Delivered'], [null, 'Phonics', 'yes'], [null, 'Phonics', 'no'], [null, 'Phonics', true])?.tracked,
    ).toEqual([{ what: 'Phonics', unit: 'session', planned: 3, given: 2, from: null, to: null }]);
  });

  it('never reads an error or a formula without a value as words', () => {
    expect(read(['What helps', { error: '#REF!' }], ['What is hard', { formula: true }])).toEqual({ sections: [], tracked: [] });
  });
});
