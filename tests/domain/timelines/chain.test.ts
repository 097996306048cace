import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { type Chain, chainsOf, isWalked } from '#domain/timelines/chain.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { day, happened } from './a-case.ts';

const today = day('2026-11-23');
const chainsFor = (events: readonly CaseEvent[]): Chain[] =>
  chainsOf(clocksFor(events, { rules: ENGLAND, calendars: { holidays: ENGLAND.holidays }, today }));
const said = ({ links }: Chain) => links.map(({ clock }) => `${clock.rule.id} ${clock.due ?? 'no date'} ${clock.state}`);

const request = happened('request-received', '2026-07-15');
const willAssess = happened('assessment-decision-sent', '2026-08-26', { outcome: 'assess' });
const asked = happened('advice-requested', '2026-08-27', { who: 'health', about: 'Speech and language advice' });

describe('the way of a case', () => {
  it('leads from the request over six and sixteen weeks to twenty, each limit with what became of it', () => {
    const [way] = chainsFor([request, willAssess, asked]);
    expect(way?.began.kind).toBe('request-received');
    expect(said(way!)).toEqual([
      'eng.ehcna.decision 2026-08-26 met',
      'eng.ehcna.noPlan 2026-11-04 late',
      'eng.plan.final 2026-12-02 running',
    ]);
  });

  it('says that the plan waits for advice that has not come, and for nothing once it has', () => {
    const waits = (events: readonly CaseEvent[]) =>
      chainsFor(events)[0]!
        .links.at(-1)!
        .waitsFor.map(({ rule }) => rule.id);
    expect(waits([request, willAssess, asked])).toEqual(['eng.advice.response']);
    expect(waits([request])).toEqual(['eng.ehcna.decision']);
    const came = happened('advice-received', '2026-10-07', { who: 'health', about: 'Speech and language advice' });
    expect(waits([request, willAssess, asked, came])).toEqual([]);
  });

  it('takes the notice after a review into the way that the meeting began, and a new meeting begins a new one', () => {
    const meeting = happened('review-meeting-held', '2026-06-24');
    const notice = happened('amendment-notice-sent', '2026-07-15');
    const next = happened('review-meeting-held', '2026-11-18');
    const ways = chainsFor([meeting, notice, next]);
    expect(ways.map(({ began }) => began.on)).toEqual(['2026-11-18', '2026-06-24']);
    expect(said(ways[1]!).at(-1)).toBe('eng.review.amendedFinal 2026-09-09 late');
  });

  it('is over when nobody has to act on any of its limits', () => {
    const [open] = chainsFor([request, willAssess]);
    expect(isWalked(open!)).toBe(false);
    const [over] = chainsFor([request, happened('assessment-decision-sent', '2026-08-20', { outcome: 'refuse' })]);
    expect(isWalked(over!)).toBe(true);
  });

  it('has its limits still to come where a request was sent and not yet received', () => {
    const [way] = chainsFor([happened('request-sent', '2026-11-20')]);
    expect(said(way!)).toEqual(['eng.ehcna.decision no date not-started']);
  });
});
