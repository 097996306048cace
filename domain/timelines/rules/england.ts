import { BANK_HOLIDAYS_ENGLAND_AND_WALES } from '#domain/calendar/bank-holidays.ts';
import { asDay } from '#domain/calendar/day.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import { APPEAL_RULES } from '#domain/timelines/rules/england/appeals.ts';
import { ASSESSMENT_RULES } from '#domain/timelines/rules/england/assessment.ts';
import { ENGLAND_ASKS, ENGLAND_GROUPS } from '#domain/timelines/rules/england/event-groups.ts';
import { ENGLAND_EVENTS } from '#domain/timelines/rules/england/events.ts';
import { ENGLAND_EXCEPTIONS } from '#domain/timelines/rules/england/exceptions.ts';
import { REVIEW_RULES } from '#domain/timelines/rules/england/reviews.ts';
import { SCHOOL_RULES } from '#domain/timelines/rules/england/school-duties.ts';
import { ENGLAND_STEPS } from '#domain/timelines/rules/england/steps.ts';
import { TRANSFER_RULES } from '#domain/timelines/rules/england/transfers.ts';
import { CONCEDED_RULES, TRIBUNAL_RULES } from '#domain/timelines/rules/england/tribunal.ts';

/** England's law of special educational needs, and no other nation's: Wales, Scotland and Northern Ireland have their own. */
export const ENGLAND: RuleSet = {
  jurisdiction: 'england',
  name: 'England',
  zone: 'Europe/London',
  holidays: BANK_HOLIDAYS_ENGLAND_AND_WALES,
  textRead: asDay('2026-11-15'),
  events: ENGLAND_EVENTS,
  groups: ENGLAND_GROUPS,
  asks: ENGLAND_ASKS,
  rules: [...ASSESSMENT_RULES, ...REVIEW_RULES, ...TRANSFER_RULES, ...APPEAL_RULES, ...TRIBUNAL_RULES, ...CONCEDED_RULES, ...SCHOOL_RULES],
  exceptions: ENGLAND_EXCEPTIONS,
  steps: ENGLAND_STEPS,
};
