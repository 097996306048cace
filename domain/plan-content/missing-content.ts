import { addYears, type Day } from '#domain/calendar/day.ts';
import { birthdayAt } from '#domain/calendar/school-year.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { placesAt, wrongExcusals } from '#domain/meetings/team-rules.ts';
import type { ContentFacts, ContentLine } from '#domain/plan-content/content-facts.ts';
import type { ContentCheck, ContentGap, ContentRule, LinePart } from '#domain/plan-content/content-rule.ts';
import { listed } from '#domain/plans/gap.ts';
import { vagueAmountsIn } from '#domain/plans/wording.ts';
import { iepInForceOn } from '#domain/timelines/iep-in-force.ts';

export type ContentCheckResult = { readonly gaps: readonly ContentGap[]; readonly passed: number };

/** What is wrong, one sentence each; null where the rule has nothing to ask of this plan today. */
type Found = readonly string[] | null;

const missingIf = (missing: boolean, words: string): Found => (missing ? [words] : []);

const PARTS: Readonly<Record<LinePart, string>> = {
  who: 'who gives it',
  minutes: 'how long',
  timesAWeek: 'how often',
  groupSize: 'for how many together',
  place: 'where',
  from: 'from when',
  to: 'until when',
};

const unspecified = (line: ContentLine, of: readonly LinePart[]): readonly string[] => {
  const lacks = of.filter((part) => line[part] === null || line[part] === '');
  return lacks.length === 0
    ? []
    : [
        `“${line.what}” does not say ${listed(
          lacks.map((part) => PARTS[part]),
          'or',
        )}.`,
      ];
};

const section = ({ sections, yearGroup }: ContentFacts, check: Extract<ContentCheck, { asks: 'section' }>): Found => {
  if (check.from && (yearGroup ?? 0) < check.from.year) return null;
  if (sections === null) return ['The plan is not in the record yet. Bring it in.'];
  return missingIf((sections[check.section] ?? 0) === 0, 'The plan that was brought in has no such section, or nothing in it.');
};

/** Held and booked against what is due; the shortfall is late in the last term, and a thing to plan for before. */
const parentMeetings = ({ parentMeetings: { held, booked }, term }: ContentFacts, aYear: number): Found => {
  if (held + booked >= aYear) return [];
  const so = `${held} of ${aYear} held this school year, ${booked} booked`;
  return [term >= aYear ? `${so}: ${countWords(aYear - held - booked, 'meeting')} short, and it is the last term.` : `${so}.`];
};

const noticeSince = (facts: ContentFacts, { letter, since }: Extract<ContentCheck, { asks: 'notice' }>): Found => {
  const from = since === 'support' ? facts.supportSince : facts.schoolYearFrom;
  if (from === null) return null;
  return missingIf(!given(facts, letter, from), `No such notice has been given since ${dayWordsWithYear(from)}.`);
};

const given = ({ notices }: ContentFacts, letter: string, from: Day): boolean =>
  notices.some(({ kind, on }) => kind === letter && on >= from);

/** A year before the age the learner is told; before that nothing is asked. */
const noticeBeforeAge = (facts: ContentFacts, { letter, age }: Extract<ContentCheck, { asks: 'notice-before-age' }>): Found => {
  const by = facts.birthday && addYears(birthdayAt(facts.birthday, age), -1);
  if (!by || by > addYears(facts.today, 1)) return null;
  return missingIf(!facts.notices.some(({ kind }) => kind === letter), `The learner must be told by ${dayWordsWithYear(by)}.`);
};

/** The IEP in effect on the birthday carries the content, though it is written up to a year before. */
const sectionAtAge = (facts: ContentFacts, { section: name, age }: Extract<ContentCheck, { asks: 'section-at-age' }>): Found => {
  const on = facts.birthday && birthdayAt(facts.birthday, age);
  if (!on) return null;
  const now = iepInForceOn(facts.today, facts.ieps);
  const reaches = on <= facts.today || (now ? on <= now.ends : on <= addYears(facts.today, 1));
  if (!reaches) return null;
  return missingIf(
    (facts.sections?.[name] ?? 0) === 0,
    `The learner turns ${age} on ${dayWordsWithYear(on)}, while this IEP is in effect.`,
  );
};

const ask = (check: ContentCheck, facts: ContentFacts): Found => {
  switch (check.asks) {
    case 'section':
      return section(facts, check);
    case 'any-need':
      return missingIf(facts.needs.length === 0, 'No need is recorded.');
    case 'any-goal':
      return missingIf(facts.goals.length === 0, 'No goal is recorded.');
    case 'any-provision':
      return missingIf(facts.provision.length === 0, 'No provision is recorded.');
    case 'each-need-provided':
      return facts.needs
        .filter(({ id }) => !facts.provision.some(({ needs }) => needs.includes(id)))
        .map(({ words }) => `No line of provision meets “${words}”.`);
    case 'each-line-specified':
      return facts.provision.flatMap((line) => unspecified(line, check.of));
    case 'no-vague-line':
      return facts.provision.flatMap(({ what }) =>
        vagueAmountsIn(what).map((phrase) => `“${phrase}” in “${what}” holds nobody to anything.`),
      );
    case 'each-goal-whole':
      return facts.goals.filter(({ lacks }) => lacks.length > 0).map(({ words, lacks }) => `“${words}” has no ${listed(lacks, 'or')}.`);
    case 'view':
      return missingIf(!facts.views[check.of], `No view of the ${check.of} has come in this school year.`);
    case 'seat':
      return facts.team && placesAt([check.rule], facts.team).flatMap(({ fault }) => (fault ? [fault] : []));
    case 'excusals':
      return facts.team && wrongExcusals(facts.team);
    case 'review-booked':
      return missingIf(!facts.reviewBooked, 'No review is booked.');
    case 'parent-meetings':
      return parentMeetings(facts, check.aYear);
    case 'notice':
      return noticeSince(facts, check);
    case 'notice-before-age':
      return noticeBeforeAge(facts, check);
    case 'section-at-age':
      return sectionAtAge(facts, check);
    default:
      return check satisfies never;
  }
};

/**
 * Holds a plan against the content that its nation asks for. Each gap names its rule, the law, and where to mend it; rules that ask nothing
 * today (a birthday years away) are not counted as passed.
 */
export const missingContent = (facts: ContentFacts, rules: readonly ContentRule[]): ContentCheckResult => {
  const asked = rules.flatMap((rule) => {
    const found = ask(rule.check, facts);
    return found === null ? [] : [{ rule, found }];
  });
  const gaps = asked.flatMap(({ rule: { id, title, citation, weight, mend }, found }) =>
    found.map((words): ContentGap => ({ rule: id, title, words, citation, weight, mend })),
  );
  const must = gaps.filter(({ weight }) => weight === 'must');
  return {
    gaps: [...must, ...gaps.filter(({ weight }) => weight === 'think')],
    passed: asked.filter(({ found }) => found.length === 0).length,
  };
};
