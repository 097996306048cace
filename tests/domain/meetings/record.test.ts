import { describe, expect, it } from '@jest/globals';
import { asDay, type Instant } from '#domain/calendar/day.ts';
import { agendaFor } from '#domain/meetings/agenda.ts';
import { parentMeetingsWords } from '#domain/meetings/parent-meetings.ts';
import { stepsBefore } from '#domain/meetings/preparation.ts';
import { comingWords, type Paper, paperLine, papersWords, peopleWords, viewsWords } from '#domain/meetings/readiness.ts';
import { blockersOf, type MeetingRecord, moveTo, offTheRecord, type Running, start, takesEntries } from '#domain/meetings/record.ts';

const NOW = '2026-12-08T14:02:00.000Z' as Instant;
const RUNNING: Running = { state: 'running', startedAt: NOW, items: 3, currentItem: 0, offRecordSince: null };
const TODAY = asDay('2026-11-23');
const paper = (about: Partial<Paper>): Paper => ({
  kind: 'advice',
  askedOf: 'Joanna Tse',
  forWhat: null,
  askedOn: asDay('2026-11-02'),
  dueOn: null,
  receivedOn: null,
  ...about,
});

describe('what a meeting’s state allows', () => {
  it('only a booked one can be started, and a running one stays as it is', () => {
    const others: MeetingRecord[] = [
      { state: 'proposed' },
      { state: 'cancelled' },
      { state: 'held', startedAt: NOW, finishedAt: NOW, minutes: null },
    ];
    expect(start({ state: 'booked', startsAt: NOW }, 3, NOW)).toEqual({ done: RUNNING });
    expect(start({ ...RUNNING, currentItem: 2 }, 3, NOW)).toEqual({ done: { ...RUNNING, currentItem: 2 } });
    for (const one of others) expect(start(one, 3, NOW)).toHaveProperty('not');
  });

  it('takes no words off the record, and none once it is held', () => {
    expect(takesEntries(offTheRecord(RUNNING, true, NOW))).toEqual({
      not: 'The meeting is off the record. Nothing is written down until it is back on.',
    });
    expect(takesEntries(offTheRecord(offTheRecord(RUNNING, true, NOW), false, NOW))).toEqual({ done: RUNNING });
    expect(takesEntries({ state: 'held', startedAt: NOW, finishedAt: NOW, minutes: null })).toHaveProperty('not');
  });

  it('moves item by item and stays on the last', () => {
    expect(moveTo(RUNNING).currentItem).toBe(1);
    expect(moveTo(moveTo(moveTo(RUNNING))).currentItem).toBe(2);
    expect(moveTo(RUNNING, 40).currentItem).toBe(2);
  });

  it('duty 3 A1: an action has one owner and a date, or *Finish* waits and says which is missing', () => {
    expect(
      blockersOf([
        { words: 'A', owner: 'Tomasz', due: TODAY },
        { words: 'B', owner: null, due: TODAY },
        { words: 'C', owner: 'Tomasz', due: null },
        { words: 'D', owner: null, due: null },
      ]),
    ).toEqual(['“B” needs an owner.', '“C” needs a date.', '“D” needs an owner and a date.']);
  });
});

describe('the agenda', () => {
  it('of an annual review looks at adulthood from Year 9 and not in Year 8', () => {
    expect(agendaFor('annual-review', { givenName: 'Ayaan', yearGroup: 9 })).toContain('Preparing for adulthood');
    expect(agendaFor('annual-review', { givenName: 'Ayaan', yearGroup: 8 })).not.toContain('Preparing for adulthood');
  });

  it('hears the pupil before anyone judges progress', () => {
    expect(agendaFor('support-review', { givenName: 'Callum', yearGroup: 6 }).indexOf('Callum’s view')).toBe(1);
  });
});

describe('whether a meeting is ready', () => {
  it('says of each paper when it came or why it has not', () => {
    expect(paperLine(paper({ receivedOn: asDay('2026-11-12') }), 'Ayaan', TODAY)).toMatchObject({ state: 'in', detail: 'Thu 12 Nov' });
    expect(paperLine(paper({ dueOn: TODAY }), 'Ayaan', TODAY)).toMatchObject({ state: 'missing', detail: 'due today' });
    expect(paperLine(paper({}), 'Ayaan', TODAY)).toMatchObject({ state: 'asked', detail: 'asked Mon 2 Nov' });
    expect(paperLine(paper({ kind: 'pupil-view', askedOn: null }), 'Ayaan', TODAY)).toMatchObject({
      words: 'Ayaan’s view',
      state: 'missing',
    });
  });

  it('counts papers and names the views that are in', () => {
    expect([papersWords([]), papersWords([paper({}), paper({ receivedOn: TODAY })])]).toEqual(['None needed', '1 of 2 in']);
    const child = paper({ kind: 'pupil-view', receivedOn: TODAY });
    expect(viewsWords([child, paper({ kind: 'parent-view' })])).toBe('Child’s in, parent’s asked');
    expect(viewsWords([child, paper({ kind: 'parent-view', receivedOn: TODAY })])).toBe('Both in');
    expect(viewsWords([])).toBe('Not asked yet');
  });

  it('takes an accepted invitation for an answer, and counts only those who must come', () => {
    const people = [
      { name: 'A', required: true, reply: 'yes' },
      { name: 'B', required: true, reply: null },
      { name: 'C', required: false, reply: 'no' },
    ];
    expect(peopleWords(people, true)).toBe('1 of 2 so far');
    expect(peopleWords(people, false)).toBe('Not booked');
    expect(peopleWords([people[0]!], true)).toBe('Coming');
    expect(peopleWords([{ name: 'Kirsty Bell', required: true, reply: 'no' }], true)).toBe('Kirsty Bell cannot');
    expect(comingWords(people)).toBe('3 invited, 1 accepted');
  });

  it('counts tasks back from the meeting: views eight weeks, advice six, papers two, and never before today', () => {
    const steps = stepsBefore('annual-review', asDay('2027-02-01'), [paper({})], TODAY);
    expect(steps.map(({ words, due }) => [words, due])).toEqual([
      ['Ask for the pupil’s view', '2026-12-07'],
      ['Ask for the parents’ view', '2026-12-07'],
      ['Chase the advice of Joanna Tse', '2026-12-21'],
      ['Send the papers to everyone invited', '2027-01-18'],
    ]);
    expect(stepsBefore('annual-review', asDay('2026-12-08'), [], TODAY)[0]?.due).toBe(TODAY);
  });

  it('says how far the school is with three parent meetings a year, and who has none', () => {
    const families = [
      { id: '1', name: 'Osei, Jaydon', held: 3, booked: 0, due: null },
      { id: '2', name: 'Reid, Callum', held: 0, booked: 1, due: null },
      { id: '3', name: 'Begum, Hana', held: 0, booked: 0, due: null },
      { id: '4', name: 'Zhao, Mei-Lin', held: 0, booked: 0, due: asDay('2026-12-18') },
    ];
    expect(parentMeetingsWords(families, TODAY)).toEqual({
      sentence: '1 of 4 have had their first meeting, 1 all 3; 1 booked for the first, 2 without a date.',
      short: [
        { id: '4', name: 'Zhao, Mei-Lin', words: '0 of 3, none booked · due Fri 18 Dec' },
        { id: '3', name: 'Begum, Hana', words: '0 of 3, none booked' },
      ],
    });
  });
});
