import type { ClockExplained } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import { clockShort } from '#domain/caseload/clock-words.ts';
import { clockNamed } from '#domain/caseload/clocks-to-keep.ts';
import { ownerShown } from '#domain/caseload/owner-words.ts';
import { urgencyOf } from '#domain/caseload/urgency.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { type ExplainSetting, type Explanation, explain } from '#domain/timelines/explanation.ts';
import { explanationText } from '#domain/timelines/explanation-text.ts';
import type { OwnerNames } from '#domain/timelines/owners.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { caseOfTrigger, eventsOf, type StoredEvent } from '../clocks/clock-records.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { readerOf } from './reader-of.ts';

type Dated = Exclude<Clock, { state: 'not-started' }>;
type CaseNamed = {
  readonly id: string;
  readonly name: string;
  readonly caseRef: string | null;
  readonly school: string;
  readonly schoolName: string;
};

/** Why this date and no other: rule, trigger, count, exceptions and citation, computed again from the events of the case. */
export const explainClock =
  (parts: Parts): Casework['explainClock'] =>
  async (actor, { clock: named }): Promise<ClockExplained> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const [rule = '', trigger = ''] = named.split('~');
      const pupil = await caseOfTrigger(tx, actor.scope.organisation, trigger);
      if (!pupil) throw notFound();
      await permit(tx, actor, 'explain-clock', pupil.id, today);
      const { clock, setting, owner } = await counted(tx, actor, pupil, rule, trigger, today);
      await note(tx, parts, actor, 'explain-clock', pupil.id, { rule });
      return replyOf(named, clock, explain(clock, setting), { pupil, owner, actor, today });
    });
  };

const notFound = () => new Refusal('not-found', 'There is no such case, or it is not yours.');

const counted = async (tx: Transaction, actor: Actor, pupil: CaseNamed, rule: string, trigger: string, today: Day) => {
  const house = await openHouse(tx, actor.scope.organisation);
  const [found] = await eventsOf(tx, actor.scope.organisation, { pupils: [pupil.id] });
  if (!house || !found) throw notFound();
  const setting = house.setting(pupil.school, today);
  const clock = clockNamed(found.events, setting, rule, trigger);
  if (!clock || clock.state === 'not-started') throw notFound();
  const { owner } = clock.trigger as StoredEvent;
  const names = namesOf(found.events, pupil, clock);
  return { clock, owner, setting: { ...setting, events: found.events, owners: names } satisfies ExplainSetting };
};

/** What the parties of this case are called: the council and the agency as the events name them, the school by its name. */
const namesOf = (events: readonly StoredEvent[], pupil: CaseNamed, clock: Dated): OwnerNames => {
  const council = events.find(({ owner }) => owner?.words && !owner.person)?.owner?.words;
  const agency = (clock.trigger as StoredEvent).owner?.words;
  return { school: pupil.schoolName, ...(council ? { 'local-authority': council } : {}), ...(agency ? { agency } : {}) };
};

type Around = { readonly pupil: CaseNamed; readonly owner: StoredEvent['owner']; readonly actor: Actor; readonly today: Day };

const replyOf = (named: string, clock: Dated, explained: Explanation, { pupil, owner, actor, today }: Around): ClockExplained => {
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
    pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef },
    due,
    daysWords: open ? daysLeftWords(due, today) : explained.standing,
    urgency: open ? urgencyOf(due, today) : 'info',
    state: clock.state,
    owner: ownerShown(shown, readerOf(actor), 'long'),
    owesSentence: `${explained.duty.who}${explained.duty.rest}`,
    plainWords: [explained.rule.map(({ text }) => text).join(''), ...(explained.consequence ? [explained.consequence] : [])],
    trigger: { words: explained.trigger?.words ?? '', on: trigger.on, source: explained.trigger?.source?.words ?? null },
    milestones: explained.milestones.map(({ on, words, outcome }) => ({ on, words, became: outcome || null })),
    days: daysOf(explained, today),
    countWords: [explained.count?.heading ?? '', explained.moved].filter(Boolean).join('. '),
    exceptions: explained.exceptions.map(({ title, applies, because }) => ({
      name: title,
      applies: applies ? 'applies' : 'does not apply',
      why: because,
    })),
    citation: explained.source.citation,
    sourceLink: explained.source.link ?? null,
    unverified: explained.unverified ?? null,
    asText: explanationText(explained),
  };
};

/** The rule's own title, and of what: `Advice for the assessment: Speech and language advice`. */
const titleOf = ({ rule, trigger }: Dated, short: string): string => {
  if (rule.id === 'school.parentMeeting') return short;
  return trigger.about && !/^[0-9a-f]{8}-/.test(trigger.about) ? `${rule.title}: ${trigger.about}` : rule.title;
};

const daysOf = ({ count }: Explanation, today: Day): ClockExplained['days'] =>
  (count?.days ?? []).map((day) => ({
    on: day.day,
    part: day.isDue ? 'due' : day.isTrigger ? 'trigger' : day.number === null ? 'not-counted' : 'counted',
    closed: day.schoolClosed ? 'School closed' : null,
    toCome: daysBetween(today, day.day) > 0,
    milestone: day.milestone ?? null,
  }));
