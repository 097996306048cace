import { describe, expect, it } from '@jest/globals';
import { eventOfLetter, LETTER_EVENTS } from '#domain/letters/letter-events.ts';
import { TEMPLATES } from '#domain/letters/templates.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { IDEA } from '#domain/timelines/rules/idea.ts';

const NATIONS = { england: ENGLAND, us: IDEA } as const;

/** Letters that have gone and that no clock or step of their nation waits for, with the reason. */
const WAITED_FOR_BY_NOTHING: Readonly<Record<string, string>> = {
  'consent england': 'the answer counts, not the form',
  'consent us': 'the answer counts, not the form',
  'decision england': 'section 68 sets no number of days',
  'decision us': 'a decision goes as prior written notice',
  'support-record england': 'the meeting counts, not its record',
  'assessment-request england': 'the council’s receipt starts the clock, and the council says when that was',
  'rights-transfer england': 'rights pass by age; no notice of it is due by a day',
};

describe('a letter that has gone', () => {
  it('is written into the case as an event that its nation knows', () => {
    for (const { nation, event } of LETTER_EVENTS) expect(NATIONS[nation].events).toHaveProperty(event);
  });

  it.each(LETTER_EVENTS)('$letter ($nation) meets a clock or takes a step', ({ nation, event }) => {
    const { rules, steps = [] } = NATIONS[nation];
    const met = rules.some(({ metBy }) => metBy.some(({ kind }) => kind === event));
    const taken = steps.some(({ takenBy }) => takenBy.some(({ kind }) => kind === event));
    expect(met || taken).toBe(true);
  });

  it('of every kind and nation either meets something or is listed here with the reason', () => {
    const silent = TEMPLATES.flatMap(({ kind, nations }) =>
      nations
        .filter((nation) => !LETTER_EVENTS.some((one) => one.letter === kind && one.nation === nation))
        .map((nation) => `${kind} ${nation}`),
    );
    expect(silent.filter((name) => !(name in WAITED_FOR_BY_NOTHING))).toEqual([]);
  });

  it('belongs to its meeting where it invites to an annual review, and is nothing to the law where it invites to a talk', () => {
    const invitation = { kind: 'invitation' as const, about: 'm1' };
    expect(eventOfLetter('england', { ...invitation, own: { purpose: 'annual-review' } })).toEqual({
      kind: 'review-invitations-sent',
      about: 'm1',
    });
    expect(eventOfLetter('england', { ...invitation, own: { purpose: 'parent-meeting' } })).toBeUndefined();
  });
});
