import type { ReminderRulesReply } from '#contract/reminders.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords, nearDayWords } from '#domain/calendar/wording.ts';
import { OWNER_GROUPS, type OwnerGroup } from '#domain/compliance/reminder-rules.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { nationWhere } from '../register/known-records.ts';
import { chosenRules, lastTelling, rulesInForce, saveRule } from './reminder-rule-records.ts';

/** How far ahead each group's owners are told, and when the coordinator is. */
export const openReminderRules =
  (parts: Parts): Casework['openReminderRules'] =>
  async (actor) => {
    permitInHouse(actor, 'set-reminders');
    return parts.database.within(actor.scope, (tx) => rulesReply(tx, actor, parts.clock.today(actor.timeZone)));
  };

/** Chooses leads for one group; they hold from the next morning on. */
export const setReminderRule =
  (parts: Parts): Casework['setReminderRule'] =>
  async (actor, { group, leads, coordinatorAfter }) => {
    permitInHouse(actor, 'set-reminders');
    return parts.database.within(actor.scope, async (tx) => {
      const far = [...leads].sort((one, other) => other - one);
      const rule = { group, leads: far, coordinatorAfter, by: actor.person, at: parts.clock.now() };
      await saveRule(tx, actor.scope.organisation, rule);
      await note(tx, parts, actor, 'set-reminders', undefined, { group, leads: far, coordinatorAfter });
      return rulesReply(tx, actor, parts.clock.today(actor.timeZone));
    });
  };

const words = (nation: Nation): Readonly<Record<OwnerGroup, string>> => ({
  ours: 'Dates of our school',
  authority: nation === 'england' ? 'Dates of the council' : 'Dates of the district',
  agencies: 'Dates of agencies',
  families: 'Dates of families',
  actions: 'Actions from meetings',
});

const rulesReply = async (tx: Transaction, { scope: { organisation } }: Actor, today: Day): Promise<ReminderRulesReply> => {
  const chosen = new Set((await chosenRules(tx, organisation)).map(({ group }) => group));
  const rules = await rulesInForce(tx, organisation);
  const called = words(await nationWhere(tx, organisation));
  const last = await lastTelling(tx, organisation);
  return {
    groups: OWNER_GROUPS.map((group) => {
      const { leads, coordinatorAfter } = rules[group];
      return { group, words: called[group], leads: [...leads], coordinatorAfter, usual: !chosen.has(group) };
    }),
    lately: last
      ? `Last told ${nearDayWords(last.on, today)}: ${countWords(last.people, 'person', 'people')}, ${countWords(last.dates, 'date')}.`
      : 'Nobody has been told of a date yet. Messages go out from Monday to Friday at 07:30, not on days the school is closed.',
  };
};
