import { describe, expect, it } from '@jest/globals';
import { CallFailed } from '#contract/calls.ts';
import type { Goal, TimelineEntry } from '#contract/pupils.ts';
import type { Entry } from '#contract/record.ts';
import { asDay } from '#domain/calendar/day.ts';
import { valueFaults } from '#domain/record/faults.ts';
import type { Values } from '#domain/record/kind.ts';
import { fieldsIn, KINDS, wholeValues } from '#domain/record/kinds.ts';
import { fourBehind } from '#tab/pupil/goal/below-aim.ts';
import { runsOf } from '#tab/pupil/goal/phases.ts';
import { changedWords } from '#tab/pupil/record/changed-words.ts';
import { Draft } from '#tab/pupil/record/draft.ts';
import { mergeRows } from '#tab/pupil/record/merge-rows.ts';
import { typedOf, valuesOf } from '#tab/pupil/record/typed.ts';
import { authorsOf, everything, isNarrowed, narrowed } from '#tab/pupil/timeline/narrow.ts';

const LINE = KINDS['provision-line'];
const FIELDS = fieldsIn(LINE, 'england');
const TODAY = asDay('2026-11-23');

const entryOf = (version: number, values: Values, more: Partial<Entry> = {}): Entry => ({
  id: '5b0f4f5e-0000-4000-8000-000000000001',
  version,
  values: wholeValues(LINE, values),
  madeOn: TODAY,
  madeBy: 'Ruth Okafor',
  changedAt: '2026-11-23T09:00:00.000Z' as Entry['changedAt'],
  changedBy: 'Anna Devlin',
  finished: false,
  amended: null,
  withdrawn: null,
  line: 'Sentence starters',
  notices: [],
  names: {},
  can: ['change'],
  moved: [],
  ...more,
});

const failure = (status: number, more: object = {}) =>
  new CallFailed({ type: 'about:blank', title: 'Not done', status, detail: 'Not done.', reference: '7F3A', ...more });

/** A draft over a save that answers as it is told; it keeps what it was sent. */
const draftOver = (answers: readonly (Entry | CallFailed)[], kept = entryOf(1, { what: 'Sentence starters', minutes: 15 })) => {
  const sent: { values: Values; version: number | null }[] = [];
  const waiting = [...answers];
  const draft = new Draft(LINE, FIELDS, kept, {
    faultsOf: (values) => valueFaults(LINE, values, { today: TODAY, nation: 'england', born: null }),
    save: async (values, version) => {
      sent.push({ values, version });
      const answer = waiting.shift();
      if (!answer || answer instanceof CallFailed) throw answer ?? failure(500);
      return answer;
    },
    onKept: () => undefined,
  });
  return { draft, sent };
};

describe('what is typed', () => {
  it('becomes values and text again without a change: money, numbers, yes and no, lists', () => {
    const fields = fieldsIn(KINDS.intervention, 'england');
    const values = wholeValues(KINDS.intervention, { name: 'Phonics ', rate: 2550, minutes: 20, timesAWeek: 2.5 });
    expect(valuesOf(fields, typedOf(fields, values))).toMatchObject({ name: 'Phonics ', rate: 2550, minutes: 20, timesAWeek: 2.5 });
    expect(valuesOf(fields, { rate: '£1,200.5' })).toMatchObject({ rate: 120_050 });
  });

  it('twenty in letters is no number of minutes, and the field says so', () => {
    const values = valuesOf(FIELDS, { what: 'Sentence starters', minutes: 'twenty' });
    expect(valueFaults(LINE, values, { today: TODAY, nation: 'england', born: null })).toEqual([
      { field: 'minutes', reason: 'is not a whole number' },
    ]);
  });
});

describe('a draft', () => {
  it('is saved upon the version it was begun from, and keeps the last space that was typed', async () => {
    const { draft, sent } = draftOver([entryOf(2, { what: 'Sentence starters ', minutes: 15 })]);
    draft.change('what', 'Sentence starters ');
    await draft.save();
    expect(sent[0]).toMatchObject({ version: 1, values: { what: 'Sentence starters ' } });
    expect(draft.words().what).toBe('Sentence starters ');
    expect(draft.isOpen).toBe(false);
  });

  it('joins what somebody else changed in another field by itself, and saves upon their version', async () => {
    const theirs = entryOf(2, { what: 'Sentence starters', minutes: 20 });
    const { draft, sent } = draftOver([
      failure(412, { conflict: { base: wholeValues(LINE, { what: 'Sentence starters', minutes: 15 }), current: theirs } }),
      entryOf(3, { what: 'Sentence starters', minutes: 20, place: 'Hall' }),
    ]);
    draft.change('place', 'Hall');
    await draft.save();
    expect(sent[1]).toMatchObject({ version: 2, values: { minutes: 20, place: 'Hall' } });
    expect(draft.now()).toMatchObject({ is: 'saved', with: { version: 2 } });
  });

  it('waits for a person where both changed the same field, and where theirs was taken out', async () => {
    const base = wholeValues(LINE, { what: 'Sentence starters', minutes: 15 });
    for (const theirs of [
      entryOf(2, { what: 'Sentence starters', minutes: 20 }),
      entryOf(
        2,
        { what: 'Sentence starters', minutes: 15 },
        { withdrawn: { at: entryOf(1, {}).changedAt, by: 'Anna Devlin', reason: 'Twice' } },
      ),
    ]) {
      const { draft, sent } = draftOver([failure(412, { conflict: { base, current: theirs } })]);
      draft.change('minutes', '10');
      await draft.save();
      expect(draft.now().is).toBe('met');
      expect(sent).toHaveLength(1);
      expect(draft.words().minutes).toBe('10');
    }
  });

  it('keeps the words where the save did not arrive, and where it was refused', async () => {
    for (const [status, is] of [
      [0, 'not-sent'],
      [503, 'not-sent'],
      [422, 'refused'],
    ] as const) {
      const { draft } = draftOver([failure(status)]);
      draft.change('minutes', '10');
      await draft.save();
      expect(draft.now().is).toBe(is);
      expect(draft.words().minutes).toBe('10');
      expect(draft.isOpen).toBe(true);
      draft.drop();
    }
  });
});

describe('two versions side by side', () => {
  it('put first what needs a choice, then what was joined, then what one of them changed', () => {
    const base = wholeValues(LINE, { what: 'He asks for help', minutes: 15, place: 'Class' });
    const theirs = entryOf(2, { what: 'In lessons, he asks for help', minutes: 20, place: 'Class', misses: 'Assembly' });
    const yours = wholeValues(LINE, { what: 'He asks for help by card', minutes: 10, place: 'Hall' });
    const rows = mergeRows(LINE, FIELDS, { base, theirs, yours });
    expect(rows.map(({ field, state }) => [field.key, state])).toEqual([
      ['minutes', 'choose'],
      ['what', 'both-kept'],
      ['place', 'only-yours'],
      ['misses', 'only-theirs'],
    ]);
    expect(rows[1]?.joined).toBe('In lessons, he asks for help by card');
  });

  it('mark the words that are new', () => {
    const runs = changedWords('He asks for help', 'He often asks for help');
    expect(runs.filter(({ isNew }) => isNew).map(({ text }) => text.trim())).toEqual(['often']);
    expect(runs.map(({ text }) => text).join('')).toBe('He often asks for help');
  });

  it('mark no space before a new word', () => {
    expect(changedWords('In class', 'In class, table 4')).toEqual([
      { at: 0, text: 'In ', isNew: false },
      { at: 3, text: 'class, table 4', isNew: true },
    ]);
  });
});

describe('the timeline', () => {
  const at = (on: string, kind: TimelineEntry['kind'], words: string, by: string | null): TimelineEntry => ({
    id: words,
    on: asDay(on),
    at: null,
    kind,
    words,
    detail: '',
    by,
    link: null,
  });
  const entries = [
    at('2026-11-20', 'call', 'Call with Fiona Reid', 'Ruth Okafor'),
    at('2026-11-10', 'observation', 'Left the room', 'Anna Devlin'),
    at('2026-10-01', 'call', 'Call with Jean Reid', 'Anna Devlin'),
  ];

  it('is narrowed by kind, author, words and dates together', () => {
    expect(narrowed(entries, everything)).toHaveLength(3);
    expect(narrowed(entries, { ...everything, kind: 'call', by: 'Anna Devlin' }).map(({ words }) => words)).toEqual([
      'Call with Jean Reid',
    ]);
    expect(narrowed(entries, { ...everything, words: 'reid  FIONA' }).map(({ on }) => on)).toEqual(['2026-11-20']);
    expect(narrowed(entries, { ...everything, from: '2026-11-10', to: '2026-11-19' }).map(({ words }) => words)).toEqual(['Left the room']);
    expect(isNarrowed({ ...everything, words: '  ' })).toBe(false);
    expect(authorsOf(entries)).toEqual(['Anna Devlin', 'Ruth Okafor']);
  });
});

describe('a goal’s points', () => {
  const point = (on: string, value: number): Goal['points'][number] => ({ on: asDay(on), value });
  const aim = { from: asDay('2026-09-01'), to: asDay('2027-03-30'), baseline: 20, target: 60 };
  const points = [
    point('2026-09-15', 20),
    point('2026-09-22', 20),
    point('2026-09-29', 21),
    point('2026-10-06', 21),
    point('2026-10-20', 40),
  ];

  it('are joined within one phase only', () => {
    const runs = runsOf(points, [{ on: asDay('2026-10-14'), words: 'Sentence starters begin' }]);
    expect(runs.map((run) => run.length)).toEqual([4, 1]);
  });

  it('four in a row behind the aimline are told apart, a run that a change of teaching divides is not', () => {
    expect(fourBehind(runsOf(points, []), aim)?.map(({ on }) => on)).toEqual(points.slice(0, 4).map(({ on }) => on));
    expect(fourBehind(runsOf(points, [{ on: asDay('2026-09-25'), words: 'Card' }]), aim)).toBeNull();
  });
});
