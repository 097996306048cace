import type { ClockExplained } from '#contract/caseload.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { clockShort } from '#domain/caseload/clock-words.ts';
import { ownerShown, type Reader } from '#domain/caseload/owner-words.ts';
import { urgencyOf } from '#domain/caseload/urgency.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import type { Explanation } from '#domain/timelines/explanation.ts';
import { explanationText } from '#domain/timelines/explanation-text.ts';
import type { StoredEvent } from './clock-records.ts';

type Dated = Exclude<Clock, { state: 'not-started' }>;

/** An explanation without the case that it stands in: the same for a pupil's clock and for a made-up one. */
export type ExplainedAlone = Omit<ClockExplained, 'pupil'>;

type Around = { readonly owner: StoredEvent['owner']; readonly reader: Reader; readonly today: Day };

/** An explanation as it crosses the wire. What only the record knows (dates shown before, a reason) is left empty. */
export const explainedShown = (named: string, clock: Dated, explained: Explanation, { owner, reader, today }: Around): ExplainedAlone => {
  const { trigger, rule, due } = clock;
  const shown = {
    clock: named,
    rule: rule.id,
    due,
    owedBy: clock.owedBy,
    state: 'running' as const,
    on: trigger.on,
    because: trigger.because,
    owner,
  };
  const open = clock.state === 'running' || clock.state === 'late';
  return {
    clock: named,
    rule: rule.id,
    title: explained.title === rule.title ? titleOf(clock, clockShort(shown, rule.title)) : explained.title,
    due,
    daysWords: explained.standing,
    urgency: open ? urgencyOf(due, today) : 'info',
    state: clock.state,
    owner: ownerShown(shown, reader, 'long'),
    owesSentence: `${explained.duty.who}${explained.duty.rest}`,
    plainWords: [explained.rule.map(({ text }) => text).join(''), ...(explained.consequence ? [explained.consequence] : [])],
    trigger: { words: explained.trigger?.words ?? '', on: trigger.on, source: explained.trigger?.source?.words ?? null },
    milestones: explained.milestones.map(({ on, words, outcome }) => ({ on, words, became: outcome || null })),
    days: daysOf(explained, today),
    countWords: [explained.count?.heading ?? '', explained.moved].filter(Boolean).join('. '),
    weighed: explained.weighed.map(({ words, due: day, chosen }) => ({ words, due: day ?? null, chosen })),
    readings: explained.readings.map(({ words }) => words),
    planFor: explained.readings[0]?.day ?? null,
    aim: explained.aim?.words ?? null,
    claim: explained.claim ?? null,
    exceptionsNote: explained.exceptionsNote ?? null,
    exceptions: explained.exceptions.map(({ title, applies, because }) => ({
      name: title,
      applies: applies ? 'applies' : 'does not apply',
      why: because,
    })),
    citation: explained.source.citation,
    sourceLink: explained.source.link ?? null,
    unverified: explained.unverified ?? null,
    guidance: explained.guidance ?? null,
    textRead: explained.source.textRead,
    metBy: [],
    shownBefore: [],
    reason: null,
    asksReason: false,
    asText: explanationText(explained),
  };
};

/** The rule's own title, and of what: `Renew consent: occupational therapy`; advice is called by its own name, as in every list. */
const titleOf = ({ rule, trigger }: Dated, short: string): string => {
  if (rule.id === 'school.parentMeeting') return short;
  if (!trigger.about || /^[0-9a-f]{8}-/.test(trigger.about)) return rule.title;
  return rule.id === 'eng.advice.response' ? trigger.about : `${rule.title}: ${trigger.about}`;
};

const daysOf = ({ count }: Explanation, today: Day): ClockExplained['days'] =>
  (count?.days ?? []).map((day) => ({
    on: day.day,
    part: day.isDue ? 'due' : day.isTrigger ? 'trigger' : day.number === null ? 'not-counted' : 'counted',
    closed: day.schoolClosed ? 'School closed' : null,
    toCome: daysBetween(today, day.day) > 0,
    milestone: day.milestone ?? null,
  }));
