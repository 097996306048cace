import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { countWords, dayWords, rangeWords } from '#domain/calendar/wording.ts';
import { quotedMark } from '#domain/classes/gathered.ts';
import { type Contribution, contributedTo } from '#domain/plans/contributed.ts';
import type { Asked, PlanGoal, PlanKind, PlanRecord, PlanState, ProvisionLine, Reading, Stated, View } from '#domain/plans/plan.ts';
import type { RecordSource } from '#domain/plans/source.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { stageName } from '#domain/pupils/stage-words.ts';
import { yearWords } from '#domain/pupils/year-words.ts';
import type { CaseFacts, ContributionFacts, GoalFacts, ProvisionFacts } from './case-facts-records.ts';

/** Which plan is being composed, and as of when. */
export type PlanOccasion = {
  readonly planId: string;
  readonly kind: PlanKind;
  readonly version: number;
  readonly state: PlanState;
  readonly dated: Day;
  readonly coordinator: string;
  readonly zone: string;
};

/** The rows of a case as the plain values a plan is composed from. Contacts under a restriction never get this far. */
export function planRecord(facts: CaseFacts, occasion: PlanOccasion): PlanRecord {
  const { dated, coordinator, zone, ...own } = occasion;
  const parents = facts.contacts.filter((contact) => contact.responsible && !contact.restricted);
  return {
    ...own,
    dated,
    jurisdiction: facts.jurisdiction === 'england' ? 'england' : 'us',
    caseRef: facts.caseRef ?? '',
    school: { name: facts.school, address: null },
    coordinator: facts.coordinator ?? coordinator,
    pupil: {
      givenName: facts.givenName,
      familyName: facts.surname,
      born: facts.birthday,
      year: facts.yearGroup === null ? '' : yearWords(facts.yearGroup, nationOf(facts.jurisdiction)),
      className: facts.className,
      stage: stageName(facts.stage, nationOf(facts.jurisdiction)) ?? 'Not on the register',
    },
    strengths: profile(facts, 'strength', dated),
    strategies: profile(facts, 'strategy', dated).map((line) => ({ ...line, said: saidOf(facts, line.id, dated, zone) })),
    contributed: contributedTo(facts.contributions.flatMap(ofColleague), dated),
    pupilView: viewOf(facts, 'pupil', facts.givenName, facts.id, (one) => one.kind === 'pupil-view', []),
    parentViews: parents.map((parent) => parentView(facts, parent)),
    needs: facts.needs.map(({ id, rank, code, area, description, source }) => ({
      id,
      text: description,
      code,
      area,
      rank,
      source: record(id, 'description', dated, source ?? 'SEN register'),
    })),
    goals: facts.goals.map((goal) => goalOf(goal, facts.provision, dated)),
    provision: facts.provision.map((line) => lineOf(line, dated)),
    accommodations: [],
    contacts: facts.contacts.map(({ id, name, relation, restricted }) => ({
      id,
      name,
      role: relation,
      mayBeNamed: !restricted,
      source: record(id, 'name', dated, 'Contacts'),
    })),
    ...reviewOf(facts),
    agreements: [],
    nextReview: facts.nextReview ? dayIn(zone, facts.nextReview) : null,
  };
}

const record = (id: string, field: string, on: Day, words: string): RecordSource => ({ kind: 'record', id, field, on, words });

/** A contribution of somebody who works with the pupil, once it has come in; what child and family say has places of its own. */
const ofColleague = ({ id, kind, askedOf, receivedOn, words }: ContributionFacts): Contribution[] =>
  kind !== 'pupil-view' && kind !== 'parent-view' && receivedOn && words
    ? [{ id, askedOf, receivedOn, words, isAdvice: kind !== 'teacher-view' }]
    : [];

const profile = (facts: CaseFacts, kind: 'strength' | 'strategy', dated: Day): readonly Stated[] =>
  facts.profile
    .filter((line) => line.kind === kind)
    .map(({ id, words, saidBy, on }) => ({
      id,
      text: stopped(words),
      source: record(id, 'words', on ?? dated, saidBy ?? 'One-page profile'),
    }));

/** What staff say of a strategy as it reads now, each answer dated and by name. */
const saidOf = ({ marks }: CaseFacts, line: string, dated: Day, zone: string): readonly Stated[] =>
  marks
    .filter((one) => one.line === line)
    .map(({ id, mark, by, said, at }) => {
      const on = dayIn(zone, at);
      return {
        id,
        text: stopped(quotedMark({ mark, by, said }, dayWords(on, dated))),
        source: record(id, 'mark', on, `${by}, what works in class`),
      };
    });

/** Lines of the profile are noted without a full stop; in a paragraph each is a sentence. */
const stopped = (words: string): string => (/[.!?…”]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

type Contact = CaseFacts['contacts'][number];

function parentView(facts: CaseFacts, parent: Contact): View {
  const isTheirs = (one: ContributionFacts): boolean =>
    one.kind === 'parent-view' && (one.contact === parent.id || (one.contact === null && one.askedOf.startsWith(parent.name)));
  const calls = facts.calls.filter((call) => call.contact === parent.id).map((call) => call.on);
  return viewOf(facts, 'parent', parent.name, parent.id, isTheirs, calls);
}

/** What somebody says, with when they were asked. A call after the question counts as asking again, while nothing has come. */
function viewOf(
  facts: CaseFacts,
  role: View['role'],
  from: string,
  id: string,
  isTheirs: (one: ContributionFacts) => boolean,
  calls: readonly Day[],
): View {
  const theirs = facts.contributions.filter(isTheirs);
  const received = theirs
    .filter((one) => one.words && one.receivedOn)
    .sort((a, b) => ((a.receivedOn ?? '') < (b.receivedOn ?? '') ? 1 : -1))[0];
  const letters = theirs.flatMap((one): Asked[] => (one.askedOn ? [{ on: one.askedOn, how: 'letter' }] : []));
  const first = letters[0]?.on;
  const again = first && !received ? calls.filter((on) => on > first).map((on): Asked => ({ on, how: 'phone' })) : [];
  const source = received ? record(received.id, 'words', received.receivedOn as Day, `${received.askedOf}, contribution`) : null;
  return { id, from, role, asked: [...letters, ...again], words: received?.words ?? null, source };
}

/** `22`, `1 lesson of 5`: a unit that says "of how many" is part of the figure, others are understood. */
function reading(on: Day, value: number, unit: string | null): Reading {
  if (!unit || !/\bof \d/.test(unit)) return { on, value, words: String(value) };
  return { on, value, words: `${value} ${value === 1 ? unit.replace(/^(\w+)s\b/, '$1') : unit}` };
}

function goalOf(goal: GoalFacts, lines: readonly ProvisionFacts[], dated: Day): PlanGoal {
  const measurements = goal.points.map(({ on, value }) => reading(on, value, goal.unit));
  const [first, last] = [goal.points[0], goal.points.at(-1)];
  const words =
    first && last ? `${countWords(goal.points.length, 'measurement')}, ${rangeWords(first.on, last.on)}` : 'Goals of the record';
  return {
    id: goal.id,
    statement: goal.words,
    needs: [...new Set(lines.filter((line) => line.goal === goal.id).flatMap((line) => line.need ?? []))],
    baseline: goal.baseline !== null && goal.baselineOn ? reading(goal.baselineOn, goal.baseline, goal.unit) : null,
    measure: goal.measure,
    criterion: goal.criterion,
    by: goal.targetOn,
    measurements,
    source: record(goal.id, 'words', last?.on ?? goal.baselineOn ?? dated, words),
  };
}

const lineOf = (line: ProvisionFacts, dated: Day): ProvisionLine => ({
  id: line.id,
  what: line.what,
  who: line.who,
  minutes: line.minutes,
  timesAWeek: line.times,
  groupSize: line.group,
  place: line.place,
  from: line.from,
  until: line.until,
  annualCost: line.cost === null ? null : Math.round(line.cost * 100),
  needs: line.need ? [line.need] : [],
  source: record(line.id, 'what', line.from ?? dated, 'Provision map'),
});

/** What the last review meeting brought, for the report: who came, what was decided under which heading, where people differed. */
function reviewOf({ review }: CaseFacts): Pick<PlanRecord, 'sections' | 'invited'> {
  if (!review) return { sections: {} };
  const source = (id: string): RecordSource => record(id, 'words', review.on, 'Review meeting');
  const said = (entries: typeof review.entries): readonly Stated[] =>
    entries.map(({ id, words, saidBy }) => ({ id, text: saidBy ? `${saidBy}: ${words}` : words, source: source(id) }));
  const decided = (heading: RegExp) => said(review.entries.filter(({ kind, item }) => kind === 'decision' && heading.test(item ?? '')));
  return {
    sections: {
      'review.stillFits': decided(/outcome/i),
      'review.provision': decided(/provision|support work/i),
      'review.adulthood': decided(/adulthood/i),
      'review.recommendation': decided(/recommendation/i),
      'review.differences': said(review.entries.filter(({ kind }) => kind === 'disagreement')),
    },
    invited: review.people.map(({ id, name, words, attended }) => ({
      id,
      name,
      role: words,
      came: attended === null ? null : attended !== 'absent',
      advice: '',
      source: source(review.id),
    })),
  };
}
