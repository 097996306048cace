import { describe, expect, it } from '@jest/globals';
import { asDay, type Instant } from '#domain/calendar/day.ts';
import { type HeldMeeting, type MinutedEntry, minutesFileName, minutesOf } from '#domain/meetings/minutes.ts';

const at = (time: string) => `2026-07-07T${time}:00.000Z` as Instant;
const entry = (about: Partial<MinutedEntry> & { id: string }): MinutedEntry => ({
  item: 0,
  kind: 'decision',
  words: 'Keep outcome 2',
  saidBy: null,
  owner: null,
  due: null,
  at: at('13:10'),
  until: null,
  ...about,
});

const held = (about: Partial<HeldMeeting> = {}): HeldMeeting => ({
  id: 'm',
  title: 'Annual review',
  caseRef: 'WM-0398',
  school: 'Hollin Bank School',
  startedAt: at('13:02'),
  finishedAt: at('13:58'),
  zone: 'Europe/London',
  jurisdiction: 'england',
  place: 'Room 4 and Teams',
  recorder: 'Ruth Okafor',
  agenda: ['Welcome', 'Progress'],
  people: [],
  entries: [],
  ...about,
});

describe('the minutes of a meeting', () => {
  it('give the times of the school’s clock, in summer too', () => {
    expect(minutesOf(held())).toMatchObject({ on: '2026-07-07', from: '14:02', until: '14:58' });
  });

  it('leave out a note in which nothing was written', () => {
    const empty = { kind: 'note', words: ' ' } as const;
    const { items } = minutesOf(
      held({ entries: [entry({ id: 'n', ...empty }), entry({ id: 'd' }), entry({ id: 'o', ...empty, item: 1 })] }),
    );
    expect(items.map(({ notes }) => notes)).toEqual([['Decision 1.'], ['Nothing was noted.']]);
  });

  it('say who came and who had to and did not, and pass over others who did not', () => {
    const person = { words: 'tutor', required: false, reply: null, attended: null } as const;
    const { people } = minutesOf(
      held({
        people: [
          { id: '1', name: 'Tomasz', ...person, attended: 'left-early' },
          { id: '2', name: 'Saima', ...person, attended: 'online' },
          { id: '3', name: 'Kirsty', ...person, required: true },
          { id: '4', name: 'Joanna', ...person, required: true, reply: 'no' },
          { id: '5', name: 'Anna', ...person },
        ],
      }),
    );
    expect(people.map(({ name, role, attendance }) => [name, role, attendance])).toEqual([
      ['Tomasz', 'tutor, left early', 'came'],
      ['Saima', 'tutor', 'online'],
      ['Kirsty', 'tutor', 'absent'],
      ['Joanna', 'tutor', 'apologies'],
    ]);
  });

  it('keep each disagreement in its own words with its author', () => {
    const { disagreements } = minutesOf(
      held({ entries: [entry({ id: 'd', kind: 'disagreement', words: 'Two are not enough', saidBy: 'Saima Malik' })] }),
    );
    expect(disagreements).toEqual([{ id: 'd', from: 'Saima Malik', words: 'Two are not enough' }]);
  });

  it('keep of what was off the record the times and no words, even if words had been stored', () => {
    const minutes = minutesOf(held({ entries: [entry({ id: 'o', kind: 'off-record', words: 'a secret', until: at('13:20') })] }));
    expect(minutes.offRecord).toEqual([{ from: '14:10', until: '14:20' }]);
    expect(JSON.stringify(minutes)).not.toContain('secret');
  });

  it('number decisions and actions through the meeting and name them under their item', () => {
    const entries = [
      entry({ id: '1' }),
      entry({ id: '2', kind: 'action', words: 'Break card', owner: 'Tomasz', due: asDay('2026-07-17') }),
      entry({ id: '3', item: 1 }),
      entry({ id: '4', item: 1, kind: 'view', words: 'He tells me now', saidBy: 'Saima Malik' }),
    ];
    const { items, decisions, actions } = minutesOf(held({ entries }));
    expect(items.map((item) => item.notes)).toEqual([
      ['Decision 1.', 'Action 1.'],
      ['Decision 2.', 'View, Saima Malik.'],
    ]);
    expect(decisions.map((decision) => decision.item)).toEqual(['Welcome', 'Progress']);
    expect(actions).toEqual([{ id: '2', text: 'Break card', owner: 'Tomasz', due: '2026-07-17' }]);
    expect(minutesOf(held()).items[0]?.notes).toEqual(['Nothing was noted.']);
  });

  it('are filed under the case and the day, never a name', () => {
    expect(minutesFileName('WM-0398', asDay('2026-12-08'))).toBe('WM-0398 minutes 2026-12-08.docx');
  });
});
