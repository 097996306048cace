import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { barriersOf, ideasFor } from '#domain/guidance/ideas.ts';
import { addressFault, GUIDANCE, guidanceFaults, LESSON_TASKS } from '#domain/guidance/kinds.ts';
import { SHIPPED, STRATEGIES } from '#domain/guidance/library.ts';
import { searchLibrary } from '#domain/guidance/search.ts';
import { sortWords } from '#domain/guidance/strategy.ts';
import { inALine } from '#domain/guidance/used.ts';
import { BARRIERS } from '#domain/record/kinds/areas.ts';

const found = (words: string, barrier = '', sort = '') => searchLibrary(SHIPPED, { words, barrier, sort });
const asked = (words: string, codes: readonly string[] = [], already: readonly string[] = []) =>
  ideasFor(SHIPPED, { barriers: barriersOf([], codes), already, words });

describe('the strategy library', () => {
  it('holds at least fifty strategies, five or more for each barrier, each named once', () => {
    expect(STRATEGIES.length).toBeGreaterThanOrEqual(50);
    expect(new Set(STRATEGIES.map(({ id }) => id)).size).toBe(STRATEGIES.length);
    expect(new Set(STRATEGIES.map(({ title }) => title)).size).toBe(STRATEGIES.length);
    for (const { value } of BARRIERS) expect({ value, enough: found('', value).length >= 5 }).toEqual({ value, enough: true });
  });

  it('duty 4 A4: each strategy names the barrier it addresses, what to do, when it does not help, and where it comes from', () => {
    const barriers = BARRIERS.map(({ value }) => value);
    for (const { id, barriers: own, tasks, words, care, source } of SHIPPED) {
      expect({
        id,
        known: own.every((one) => barriers.includes(one)),
        tasks: tasks.every((one) => LESSON_TASKS.some(({ value }) => value === one)),
      }).toEqual({
        id,
        known: true,
        tasks: true,
      });
      expect({ id, long: words.length > 60, care: care.length > 10, source: source.length > 10 }).toEqual({
        id,
        long: true,
        care: true,
        source: true,
      });
    }
  });

  it('duty 4 A5: accommodation and modification are kept apart, and both can be found alone', () => {
    const [how, what] = [found('', '', 'accommodation'), found('', '', 'modification')];
    expect(how.length + what.length).toBe(SHIPPED.length);
    expect(what.map(({ title }) => title)).toContain('Half the length, the same thinking');
  });

  it('a source that nobody has read is not called verified', () => {
    expect(SHIPPED.filter(({ verified }) => verified)).toEqual([]);
  });

  it('search finds every word asked for, in any field, and nothing where one word is nowhere', () => {
    expect(found('steps desk').map(({ id }) => id)).toContain('write-steps-down');
    expect(found('steps zebra')).toEqual([]);
    expect(found('', 'anxiety').every(({ barriers }) => barriers.includes('anxiety'))).toBe(true);
  });
});

it('a change in how work is done is a reasonable adjustment in England and an accommodation in the United States', () => {
  expect(sortWords('accommodation', 'england')).toBe('Reasonable adjustment: how it is done');
  expect(sortWords('accommodation', 'idea')).toBe('Accommodation: how it is done');
  expect(sortWords('modification', 'england')).toBe(sortWords('modification', 'idea'));
});

describe('ideas for a pupil', () => {
  it('are at most three, fit what was asked, and are tied to a barrier of the pupil', () => {
    const ideas = asked('writing', ['SPLD']);
    expect(ideas).toHaveLength(3);
    for (const { entry, barrier, why } of ideas) {
      expect(entry.tasks).toContain('writing');
      expect(['reading-load', 'writing', 'working-memory']).toContain(barrier);
      expect(why).toBe('usual with the type of need on record');
    }
  });

  it('what the record names comes before what is usual with a type of need', () => {
    const barriers = barriersOf([{ barrier: 'motor', because: 'named with an accommodation' }], ['SPLD']);
    expect(barriers[0]).toEqual({ barrier: 'motor', because: 'named with an accommodation' });
    expect(ideasFor(SHIPPED, { barriers, already: [], words: 'tests' })[0]?.entry.barriers).toContain('motor');
  });

  it('where what is asked is a barrier of the pupil, ideas for it come before those for what else the record names', () => {
    const named = ['anxiety', 'sensory'].map((barrier) => ({ barrier, because: 'named with an accommodation' }));
    const ideas = ideasFor(SHIPPED, { barriers: barriersOf(named, ['SPLD']), already: [], words: 'writing' });
    expect(ideas.map(({ barrier }) => barrier)).toEqual(['writing', 'writing', 'writing']);
  });

  it('where what is asked is itself a barrier that the record names, all three are for it, however late the record names it', () => {
    const named = ['anxiety', 'sensory', 'language', 'attention', 'writing'].map((barrier) => ({
      barrier,
      because: 'named with a strategy',
    }));
    const ideas = ideasFor(SHIPPED, { barriers: named, already: [], words: 'writing' });
    expect(ideas.map(({ barrier }) => barrier)).toEqual(['writing', 'writing', 'writing']);
  });

  it('leave out what the pupil has already', () => {
    const [first] = asked('writing', ['SPLD']);
    const again = asked('writing', ['SPLD'], [inALine(first!.entry)]);
    expect(again.map(({ entry }) => entry.id)).not.toContain(first!.entry.id);
  });

  it('with nothing on record they say so, and words that fit nothing find nothing', () => {
    expect(asked('tests')[0]?.why).toBe('nothing in the record names this barrier for the pupil');
    expect(asked('quantum chromodynamics', ['SPLD'])).toEqual([]);
    expect(asked('')).toEqual([]);
  });
});

describe('what a school keeps of its own', () => {
  const setting = { today: '2026-11-23' as Day, nation: 'england', born: null } as const;

  it.each([
    ['http://example.org', 'does not begin with https://'],
    ['javascript:alert(1)', 'does not begin with https://'],
    ['https://', 'is not an address'],
    ['https://ruth:secret@example.org/', 'holds a name or password'],
    ['https://localhost/x', 'names no site'],
    ['https://example.org/maps', undefined],
  ])('the address %s: %s', (address, reason) => {
    expect(addressFault(address)).toBe(reason);
  });

  it('every field that is not accepted is named', () => {
    expect(guidanceFaults(GUIDANCE['session-plan'], { title: '', minutes: 0, colour: 'red' }, setting)).toEqual([
      { field: 'colour', reason: 'is not a field that Waymark knows' },
      { field: 'title', reason: 'is missing' },
      { field: 'minutes', reason: 'is less than 1' },
      { field: 'aim', reason: 'is missing' },
      { field: 'teach', reason: 'is missing' },
    ]);
  });
});
