import type { PrivacyPage } from '#contract/privacy.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type RetentionRule, retentionRuleOf, retentionStanding } from '#domain/privacy/retention.ts';
import { permit, permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { insertDecision } from './retention-records.ts';
import { type PrivacySetting, privacySettingOf, type Subject, setYears, subjectOf } from './subject-records.ts';

/** The length that holds here: the organisation’s own, else the rule’s. */
const yearsOf = (rule: RetentionRule, setting: PrivacySetting): number | null => setting.years[rule.id] ?? rule.years;

/** Where a record stands against the nation’s rule; null where the nation has none. */
export const standingOf = (subject: Subject, setting: PrivacySetting, today: Day) => {
  const rule = retentionRuleOf(setting.jurisdiction);
  return rule ? { ...retentionStanding(subject, rule, yearsOf(rule, setting), today), keptReason: subject.keptReason } : null;
};

/** The rule as a page shows it. */
export const ruleShown = (setting: PrivacySetting): PrivacyPage['rule'] => {
  const rule = retentionRuleOf(setting.jurisdiction);
  if (!rule) return null;
  const { id, title, words, source, unverified = null, years } = rule;
  return { id, title, words, source, unverified, years: yearsOf(rule, setting), usualYears: years };
};

/** Keeps a record beyond its last day, with the reason, until a day on which it is asked again. Nothing is erased by itself either way. */
export const keepLonger =
  (parts: Parts): Casework['keepLonger'] =>
  async (actor, { pupil, until, reason }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'erase-record', pupil, today);
      const [subject, setting] = [await subjectOf(tx, organisation, pupil), await privacySettingOf(tx, organisation)];
      const rule = retentionRuleOf(setting.jurisdiction);
      if (!subject || !rule) throw new Refusal('not-ready', 'No rule about how long records are kept is known for this nation.');
      const counted = standingOf({ ...subject, keepUntil: null }, setting, today)?.due ?? null;
      const least = counted && counted > today ? counted : today;
      if (until <= least)
        throw new Refusal('not-valid', `Keeping it longer means beyond ${dayWordsWithYear(least)}.`, [
          { field: 'until', reason: `must be after ${dayWordsWithYear(least)}` },
        ]);
      const id = parts.ids.next();
      await insertDecision(tx, organisation, { id, pupil, rule: rule.id, until, reason, by: actor.person, at: parts.clock.now() });
      await note(tx, parts, actor, 'keep-longer', pupil, { decision: id, rule: rule.id, until });
      const shown = standingOf((await subjectOf(tx, organisation, pupil)) ?? subject, setting, today);
      if (!shown) throw new Refusal('not-ready', 'No rule about how long records are kept is known for this nation.');
      return shown;
    });
  };

/** Sets the organisation’s own length; without one the rule’s holds. The reason stays in the audit trail. */
export const setRetentionLength =
  (parts: Parts): Casework['setRetentionLength'] =>
  async (actor, { years, reason }) => {
    permitInHouse(actor, 'open-privacy');
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const rule = retentionRuleOf((await privacySettingOf(tx, organisation)).jurisdiction);
      if (!rule) throw new Refusal('not-ready', 'No rule about how long records are kept is known for this nation.');
      await setYears(tx, organisation, rule.id, years === rule.years ? null : years);
      await note(tx, parts, actor, 'set-retention-length', undefined, { rule: rule.id, years, reason });
      const shown = ruleShown(await privacySettingOf(tx, organisation));
      if (!shown) throw new Refusal('not-ready', 'No rule about how long records are kept is known for this nation.');
      return shown;
    });
  };
