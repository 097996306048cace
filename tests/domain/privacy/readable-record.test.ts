import { describe, expect, it } from '@jest/globals';
import { leadsOf, readablePart } from '#domain/privacy/readable-record.ts';
import { TAKEN_OUT } from '#domain/privacy/third-parties.ts';

const [GOAL, POINT, OTHER] = ['a', 'b', 'c'].map((sign) => `${sign.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string];
const goal = { id: GOAL, words: 'Write 60 words in ten minutes', state: 'open', rank: 1, version: 1 };
const reading = { zone: 'Europe/London', leads: leadsOf([goal]) };

describe('the record as a family reads it', () => {
  it('names the goal of a progress point, in a table by days, and leaves out how it is kept', () => {
    const point = { id: POINT, goal_id: GOAL, version: 1, made_at: '2026-10-05T14:20:00+00:00', by_person: 'Sian Morgan' };
    const rows = [
      { ...point, on_day: '2026-10-05', value: 24 },
      { ...point, id: OTHER, on_day: '2026-09-08', value: 22 },
    ];
    expect(readablePart(rows, reading)).toEqual({
      kind: 'table',
      columns: ['On', 'Value', 'Goal', 'By'],
      rows: [
        ['Tue 8 Sep 2026', '22', 'Write 60 words in ten minutes', 'Sian Morgan'],
        ['Mon 5 Oct 2026', '24', 'Write 60 words in ten minutes', 'Sian Morgan'],
      ],
    });
  });

  it('leads an entry with what it is about and ends it with who wrote it, at the school’s own hour', () => {
    const concern = {
      id: POINT,
      words: 'Leaves the room when the morning changes.',
      kind: 'class-teacher',
      made_by: 'Anna Devlin',
      made_at: '2026-09-18T14:30:00+00:00',
      changed_by: 'Ruth Okafor',
      changed_at: '2026-11-02T09:00:00.000Z',
      version: 2,
    };
    expect(readablePart([concern], reading)).toEqual({
      kind: 'entries',
      entries: [
        {
          lead: 'Leaves the room when the morning changes.',
          facts: [['Kind', 'class teacher']],
          written: 'Written by Anna Devlin, Fri 18 Sep 2026, 15:30; last changed by Ruth Okafor, Mon 2 Nov 2026, 09:00',
        },
      ],
    });
  });

  it('says in one line what was taken out of a contact', () => {
    const father = { id: POINT, relation: 'father', given_name: TAKEN_OUT, surname: TAKEN_OUT, phone: TAKEN_OUT, made_by: TAKEN_OUT };
    expect(readablePart([father], reading)).toEqual({
      kind: 'entries',
      entries: [
        {
          lead: null,
          facts: [
            ['Relation', 'father'],
            ['Taken out', 'Given name, Surname, Phone'],
          ],
          written: null,
        },
      ],
    });
  });
});
