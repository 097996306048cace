import type { Chain, ChainState } from '#contract/case-events.ts';
import type { Actor } from '#domain/access/actor.ts';
import { ownerShown } from '#domain/caseload/owner-words.ts';
import { urgencyOf } from '#domain/caseload/urgency.ts';
import { type ChainLink, chainsOf, isWalked } from '#domain/timelines/chain.ts';
import { type Clock, isOpen } from '#domain/timelines/clock.ts';
import { type ClockSetting, clocksFor } from '#domain/timelines/compute-clocks.ts';
import { eventWords } from '#domain/timelines/explanation.ts';
import { milestoneOutcome } from '#domain/timelines/standing.ts';
import { readerOf } from '../caseload/reader-of.ts';
import { clockTitle } from './case-counted.ts';
import type { StoredEvent } from './clock-records.ts';
import { ownerIn } from './recount.ts';

const TITLES: Readonly<Record<string, string>> = {
  'eng.chain.new': 'From the request to the plan',
  'eng.chain.review': 'The annual review',
  'eng.chain.reassess': 'Re-assessment',
};

const STATES: Readonly<Record<Clock['state'], ChainState>> = {
  'not-started': 'to-come',
  running: 'running',
  late: 'late',
  excused: 'excused',
  met: 'done',
  'met-late': 'done-late',
  stopped: 'fell-away',
};

/** The ways that a case is on, limit by limit, as this person reads them. */
export const chainsShown = (events: readonly StoredEvent[], setting: ClockSetting, actor: Actor): Chain[] =>
  chainsOf(clocksFor(events, setting)).map((chain) => ({
    id: `${chain.id}~${chain.began.id ?? chain.began.on}`,
    title: TITLES[chain.id] ?? eventWords(chain.began.kind, setting),
    began: { on: chain.began.on, words: eventWords(chain.began.kind, setting) },
    walked: isWalked(chain),
    links: chain.links.map((link) => linkShown(link, setting, actor)),
  }));

const linkShown = ({ clock, waitsFor }: ChainLink, setting: ClockSetting, actor: Actor): Chain['links'][number] => {
  const trigger = clock.trigger as StoredEvent | undefined;
  const owner = trigger && ownerIn(trigger, clock.owedBy);
  const named = trigger && clock.due ? `${clock.rule.id}~${trigger.id}` : null;
  return {
    clock: named,
    words: clock.rule.milestone ?? clock.rule.title,
    state: STATES[clock.state],
    due: clock.due ?? null,
    standing: clock.due
      ? milestoneOutcome(clock, setting.today, setting.calendars)
      : `Starts with: ${eventWords(clock.state === 'not-started' ? clock.waitsFor : '', setting)}`,
    urgency: isOpen(clock) ? urgencyOf(clock.due, setting.today) : 'info',
    owner: ownerShown({ owedBy: clock.owedBy, ...(owner ? { owner } : {}) }, readerOf(actor), 'long').words,
    waitsFor: waitsFor.map((other) => (other.trigger ? clockTitle({ rule: other.rule, trigger: other.trigger }) : other.rule.title)),
  };
};
