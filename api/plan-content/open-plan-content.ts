import type { PlanContent } from '#contract/plan-content.ts';
import type { Day } from '#domain/calendar/day.ts';
import { monthOf } from '#domain/calendar/day-number.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { sectionsOf } from '#domain/existing-plans/layout.ts';
import type { ContentFacts } from '#domain/plan-content/content-facts.ts';
import type { ContentKind } from '#domain/plan-content/content-rule.ts';
import { missingContent } from '#domain/plan-content/missing-content.ts';
import { contentRules } from '#domain/plan-content/rules.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { discussesTransition } from '../meetings/team-records.ts';
import type { Parts } from '../parts.ts';
import { type StoredContent, storedContent } from './content-records.ts';

const TITLES: Readonly<Record<ContentKind, string>> = {
  ehcp: 'EHC plan',
  senSupport: 'SEN Support cycle',
  iep: 'Individualized Education Program',
};

/** What the law asks of this pupil’s plan, and what of it the record does not hold yet; each gap with its citation and where to mend it. */
export const openPlanContent =
  (parts: Parts): Casework['openPlanContent'] =>
  (actor, { pupil }): Promise<PlanContent> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'explain-clock', pupil, today);
      const stored = await storedContent(tx, actor.scope.organisation, pupil, today, schoolYearOf(today).from, actor.timeZone);
      if (!stored) throw noSuchCase();
      await note(tx, parts, actor, 'open-plan-content', pupil);
      const nation = stored.jurisdiction === 'england' ? 'england' : 'us';
      const kind = kindOf(stored, nation);
      if (!kind) return { title: null, gaps: [], passed: 0 };
      const { gaps, passed } = missingContent(factsOf(stored, today), contentRules(nation, kind));
      return { title: TITLES[kind], gaps: [...gaps], passed };
    });
  };

/** Which plan the stage of support asks for; none where the pupil has no support. */
const kindOf = ({ stage }: StoredContent, nation: 'england' | 'us'): ContentKind | null => {
  if (nation === 'us') return stage === 'plan' ? 'iep' : null;
  if (stage === 'plan') return 'ehcp';
  return stage === 'support' || stage === 'assessment' ? 'senSupport' : null;
};

const HELD = new Set(['held', 'reported']);
const BOOKED = new Set(['being-booked', 'booked', 'running']);
const PARENT_PURPOSES = new Set(['parent-meeting', 'support-review', 'annual-review']);
const REVIEWS = new Set(['annual-review', 'support-review']);

/** Autumn, spring, summer: a shortfall of meetings is late once the summer term has begun. */
const termOf = (today: Day): number => {
  const month = monthOf(today);
  return month >= 9 ? 1 : month < 4 ? 2 : 3;
};

const goalLacks = ({ measure, baseline, criterion, targetOn }: StoredContent['goals'][number]): string[] =>
  [
    measure === null ? 'measure' : '',
    baseline === null ? 'baseline' : '',
    criterion === null ? 'criterion' : '',
    targetOn === null ? 'date' : '',
  ].filter(Boolean);

/** Sections of a plan that was drafted here, by the names that forms of others are read into. */
const DRAFTED: Readonly<Record<string, string>> = {
  presentLevels: 'needs',
  nonParticipation: 'participation',
  assessments: 'testing',
  specialFactors: 'special-factors',
  transitionServices: 'transition',
  postsecondaryGoals: 'transition',
  reporting: 'reporting',
};

const sectionsIn = ({ broughtIn, drafted }: StoredContent): Record<string, number> | null => {
  if (!broughtIn && drafted.length === 0) return null;
  const found: Record<string, number> = {};
  for (const { section, entries } of broughtIn ? sectionsOf(broughtIn.blocks) : []) found[section] = (found[section] ?? 0) + entries.length;
  for (const field of drafted) {
    const section = DRAFTED[field];
    if (section) found[section] = (found[section] ?? 0) + 1;
  }
  return found;
};

const factsOf = (stored: StoredContent, today: Day): ContentFacts => {
  const parents = stored.meetings.filter(({ purpose }) => PARENT_PURPOSES.has(purpose));
  return {
    today,
    birthday: stored.birthday,
    yearGroup: stored.yearGroup,
    sections: sectionsIn(stored),
    needs: stored.needs,
    provision: stored.provision.map(({ need, ...line }) => ({ ...line, needs: need ? [need] : [] })),
    goals: stored.goals.map((goal) => ({ id: goal.id, words: goal.words, lacks: goalLacks(goal) })),
    views: { family: stored.views.includes('parent-view'), pupil: stored.views.includes('pupil-view') },
    reviewBooked: stored.meetings.some(({ purpose, state, on }) => REVIEWS.has(purpose) && BOOKED.has(state) && on >= today),
    team: stored.team && {
      ...stored.team,
      transition: discussesTransition(stored.birthday, stored.team.on ?? today),
    },
    parentMeetings: {
      // a meeting that was held here is an event of the case as well: a day counts once
      held: new Set([...stored.metOn, ...parents.filter(({ state }) => HELD.has(state)).map(({ on }) => on)]).size,
      booked: parents.filter(({ state, on }) => BOOKED.has(state) && on >= today).length,
    },
    term: termOf(today),
    notices: stored.notices,
    supportSince: stored.stage === 'support' ? stored.stageSince : null,
    schoolYearFrom: schoolYearOf(today).from,
    ieps: stored.ieps,
  };
};
