import type { ClockExplained } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { clockNamed } from '#domain/caseload/clocks-to-keep.ts';
import type { Clock } from '#domain/timelines/clock.ts';
import { recordableKinds } from '#domain/timelines/event-faults.ts';
import { type ExplainSetting, explain } from '#domain/timelines/explanation.ts';
import type { OwnerNames } from '#domain/timelines/owners.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { caseOfTrigger, eventsOf, type StoredEvent } from '../clocks/clock-records.ts';
import { lateReasonOf, shownBefore } from '../clocks/event-records.ts';
import { explainedShown } from '../clocks/explained-shown.ts';
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
      const found = await counted(tx, actor, pupil, rule, trigger, today);
      const standing = await standingTo(tx, actor, pupil.id, today);
      const mayRecord = standing !== undefined && mayDo('record-event', standing.roles, standing.relations);
      await note(tx, parts, actor, 'explain-clock', pupil.id, { rule });
      const mayExplain = standing !== undefined && mayDo('give-late-reason', standing.roles, standing.relations);
      return replyOf(tx, found, { pupil, named, actor, today, mayRecord, mayExplain });
    });
  };

type Counted = Awaited<ReturnType<typeof counted>>;
type Around = {
  readonly pupil: CaseNamed;
  readonly named: string;
  readonly actor: Actor;
  readonly today: Day;
  readonly mayRecord: boolean;
  readonly mayExplain: boolean;
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

const replyOf = async (
  tx: Transaction,
  counted: Counted,
  { pupil, named, actor, today, mayRecord, mayExplain }: Around,
): Promise<ClockExplained> => {
  const { clock, setting, owner } = counted;
  const explained = explainedShown(named, clock, explain(clock, setting), { owner, reader: readerOf(actor), today });
  const open = clock.state === 'running' || clock.state === 'late';
  const { organisation } = actor.scope;
  return {
    ...explained,
    pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef },
    asksReason: mayExplain && (clock.state === 'late' || clock.state === 'met-late'),
    metBy: mayRecord && open ? meetingKinds(clock, setting.rules) : [],
    shownBefore: await shownBefore(tx, organisation, pupil.id, clock.rule.id, clock.trigger.id ?? '', actor.timeZone),
    reason: await lateReasonOf(tx, organisation, pupil.id, clock.rule.id, clock.trigger.id ?? ''),
  };
};

/** What would meet the clock, of the kinds that people record by hand. */
const meetingKinds = ({ rule }: Dated, rules: RuleSet): ClockExplained['metBy'] => {
  const byHand = recordableKinds(rules);
  const kinds = [...new Set(rule.metBy.map(({ kind }) => kind))].filter((kind) => byHand.includes(kind));
  return kinds.map((kind) => ({ kind, words: rules.events[kind] ?? kind }));
};
