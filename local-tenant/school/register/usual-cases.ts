import { addDays, asDay } from '#domain/calendar/day.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { RollPupil } from '../school.ts';
import { parentMeetings, planReview, type Story, weekly } from '../stories/story.ts';
import { usualExams } from './usual-exams.ts';
import { type Kind, LANGUAGES, NEEDS_OF_PLANS, NEEDS_OF_SUPPORT, needsOf, PROVISION } from './what-helps.ts';

/** What makes a pupil one to look at, where anything does. */
export type Trouble = 'no-contact' | 'attendance' | 'off-track' | 'no-session' | 'language';

export type Ask = {
  readonly pupil: RollPupil;
  readonly caseRef: string;
  readonly stage: 'support' | 'plan';
  readonly trouble: Trouble | null;
};

const MONDAY = asDay('2026-11-23');

/** A pupil on the register of whom no story is told: needs, help, progress and contacts as schools have them, troubles only where asked for. */
export const usualCase = (chance: Chance, { pupil, caseRef, stage, trouble }: Ask): Story => {
  const code = chance.weighted(stage === 'plan' ? NEEDS_OF_PLANS : NEEDS_OF_SUPPORT);
  const kind = needsOf(code);
  const keyWorker = keyWorkerOf(pupil.yearGroup);
  const homeLanguage = chance.percent(78) ? 'English' : chance.pick(LANGUAGES);
  const contacts = contactsOf(chance, pupil, homeLanguage);
  return {
    pupil: pupil.key,
    caseRef,
    stage,
    stageSince: written(-chance.between(80, 1100)),
    keyWorker,
    homeLanguage: trouble === 'language' ? null : homeLanguage,
    attendance: trouble === 'attendance' ? 82 + chance.between(0, 70) / 10 : 91 + chance.between(0, 85) / 10,
    needs: [
      {
        code,
        area: kind.area,
        words: chance.pick(kind.words),
        source: 'Class teacher, September',
        ...(kind.knownAs ? { knownAs: kind.knownAs } : {}),
      },
    ],
    strengths: [chance.pick(kind.strengths)],
    difficulties: [chance.pick(kind.words)],
    strategies: some(chance, kind.strategies, chance.between(1, 3)),
    ...(kind.ifWrong && chanceFrom(`if wrong ${pupil.key}`).percent(60) ? { ifWrong: [kind.ifWrong] } : {}),
    contacts,
    goals: goalsOf(chance, kind, keyWorker, trouble),
    provision: [provisionOf(chance, kind, keyWorker, trouble)],
    events: eventsOf(chance, stage),
    log: logOf(chance, { by: keyWorker, with: contacts[0]!.name, trouble }),
    record: usualExams(pupil, code),
  };
};

const written = (days: number): string => addDays(MONDAY, days);

const keyWorkerOf = (yearGroup: number): string =>
  yearGroup <= 2
    ? 'priya.nair'
    : yearGroup <= 4
      ? 'leanne.foster'
      : yearGroup <= 6
        ? 'gareth.pugh'
        : yearGroup <= 9
          ? 'hannah.brook'
          : 'tomasz.zielinski';

const some = <Thing>(chance: Chance, things: readonly Thing[], count: number): Thing[] => {
  const left = [...things];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance.between(0, left.length - 1), 1)[0]!);
};

const contactsOf = (chance: Chance, pupil: RollPupil, language: string): NonNullable<Story['contacts']> => {
  const mother = {
    name: `${chance.pick(['Anna', 'Claire', 'Fozia', 'Helen', 'Ifeoma', 'Joy', 'Kate', 'Maria', 'Nasreen', 'Sunita'])} ${pupil.surname}`,
    relation: 'mother',
  };
  const father = {
    name: `${chance.pick(['Ahmed', 'Brian', 'Carlos', 'David', 'Emeka', 'James', 'Marek', 'Raj', 'Steve', 'Tom'])} ${pupil.surname}`,
    relation: 'father',
  };
  const phone = () => `07700 90${chance.between(1000, 9999)}`;
  const parents = chance.percent(60) ? [mother, father] : [chance.percent(85) ? mother : father];
  return parents.map((parent) => ({
    ...parent,
    responsibility: true,
    phone: phone(),
    language,
    interpreter: language !== 'English' && chance.percent(30),
  }));
};

/** Eight or nine weekly points near the aimline, or four in a row under it, or too few to say anything. */
const goalsOf = (chance: Chance, kind: Kind, by: string, trouble: Trouble | null): NonNullable<Story['goals']> => {
  const measure = kind.measure;
  const rise = (measure.target - measure.baseline) / 28;
  const offTrack = trouble === 'off-track';
  if (!offTrack && chance.percent(25)) return [];
  const weeks = offTrack || chance.percent(60) ? 11 : 3;
  const values = Array.from({ length: weeks }, (_, week) => {
    if (week === 7) return null;
    const aim = measure.baseline + rise * week;
    const slack = offTrack && week > 4 ? -rise * (week - 2) : rise * (0.6 + chance.next());
    return Math.round(aim + slack);
  });
  return [
    {
      words: measure.words,
      area: measure.area,
      measure: measure.measure,
      unit: measure.unit,
      baseline: measure.baseline,
      baselineOn: '2026-09-10',
      criterion: `${measure.target} ${measure.unit}`,
      target: measure.target,
      targetOn: '2027-03-25',
      by,
      points: weekly('2026-09-10', values),
    },
  ];
};

const provisionOf = (chance: Chance, kind: Kind, person: string, trouble: Trouble | null): NonNullable<Story['provision']>[number] => ({
  ...chance.pick(PROVISION[kind.provision]!),
  person,
  from: '2026-09-14',
  to: chance.pick(['2026-12-18', '2027-02-12', '2027-03-25']),
  lastSession: trouble === 'no-session' ? written(-chance.between(14, 24)) : written(-chance.between(3, 5)),
  need: 1,
});

const eventsOf = (chance: Chance, stage: 'support' | 'plan'): NonNullable<Story['events']> => {
  if (stage === 'plan') {
    const owner = { words: 'Westmere Council', short: 'Council' };
    const decided = addDays(asDay('2026-04-20'), chance.between(0, 85));
    return [{ kind: 'review-decision-sent', on: decided, outcome: 'keep', owner }];
  }
  const held = chance.percent(80) ? [addDays(asDay('2026-09-21'), chance.between(0, 4) * 7 + chance.between(0, 4))] : [];
  const agreed = addDays(asDay('2026-09-14'), chance.between(0, 3) * 7 + chance.between(0, 4));
  const review = addDays(asDay('2027-04-12'), chance.between(0, 5) * 7 + chance.between(0, 4));
  return [...parentMeetings(...held), ...planReview(agreed, review)];
};

const TALK = [
  'A good week; reading at home again.',
  'Asked how the new group goes.',
  'Worried about the mornings; we look at the start of the day.',
  'Glad of the photographs.',
  'Will send the letter from the clinic.',
  'Asks for the same adult next term.',
];

const logOf = (
  chance: Chance,
  { by, with: parent, trouble }: { by: string; with: string; trouble: Trouble | null },
): NonNullable<Story['log']> => {
  const latest = trouble === 'no-contact' ? chance.between(61, 76) : chance.between(3, 52);
  const earlier = Array.from({ length: chance.between(1, 3) }, (_, index) => latest + 25 + index * 30 + chance.between(0, 20));
  return [latest, ...earlier].map((ago) => ({
    kind: chance.pick(['call', 'call', 'message', 'visit'] as const),
    on: weekdayBefore(-ago),
    at: `15:${10 + chance.between(0, 40)}`,
    words: chance.pick(TALK),
    with: parent,
    minutes: chance.between(4, 20),
    by,
  }));
};

/** So many days from the Monday of the stories, moved back off a weekend. */
const weekdayBefore = (days: number): string => {
  const weekday = (((days % 7) + 7) % 7) + 1;
  return written(days - Math.max(0, weekday - 5));
};
