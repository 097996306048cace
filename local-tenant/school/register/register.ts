import type { Case } from '../casework.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { RollPupil } from '../school.ts';
import { STORIES } from '../stories/stories.ts';
import { told } from '../stories/story.ts';
import type { StoryDays } from '../story-days.ts';
import { type Trouble, usualCase } from './usual-cases.ts';

/** How large the register is, and how many of it have an EHC plan. */
const REGISTER = 212;
const PLANS = 27;

/** Troubles of pupils of whom no story is told: each as often as it stands here. */
const TROUBLES: readonly Trouble[] = [
  ...Array<Trouble>(6).fill('no-contact'),
  ...Array<Trouble>(5).fill('attendance'),
  ...Array<Trouble>(4).fill('off-track'),
  ...Array<Trouble>(3).fill('no-session'),
  ...Array<Trouble>(2).fill('language'),
];

/** Everyone on the support register: first those whose stories are told, then the usual cases of a school of this size. */
export const hollinBankRegister = (roll: readonly RollPupil[], days: StoryDays): Case[] => {
  const chance = chanceFrom('register');
  const refs = freeCaseRefs();
  const others = othersOn(chance, roll);
  const plansLeft = PLANS - STORIES.filter(({ stage }) => stage === 'plan').length;
  const usual = others.map((pupil, index) => {
    const stage = index < plansLeft ? ('plan' as const) : ('support' as const);
    const trouble = TROUBLES[index - plansLeft] ?? null;
    return usualCase(chance, { pupil, caseRef: refs[index]!, stage, trouble });
  });
  return [...STORIES, ...usual].map((story) => told(story, days));
};

/** Who else is on the register: five more of 6 Oak, the rest from all years, boys nearly twice as often as girls. */
const othersOn = (chance: Chance, roll: readonly RollPupil[]): RollPupil[] => {
  const known = new Set(STORIES.map(({ pupil }) => pupil));
  const free = roll.filter(({ key }) => !known.has(key));
  const oak = free.filter(({ className }) => className === '6 Oak').slice(0, 5);
  const chosen = new Set<RollPupil>();
  while (chosen.size < REGISTER - STORIES.length - oak.length) {
    const pupil = chance.pick(free);
    if (pupil.className === '6 Oak' || (pupil.sex === 'female' && chance.percent(45))) continue;
    chosen.add(pupil);
  }
  // Those of 6 Oak come last, among the cases without trouble and without a plan.
  return [...chosen, ...oak];
};

/** Case references that no story uses, in the order in which cases were opened. */
const freeCaseRefs = (): string[] => {
  const used = new Set(STORIES.map(({ caseRef }) => caseRef));
  return Array.from({ length: 400 }, (_, index) => `WM-0${101 + index}`).filter((ref) => !used.has(ref));
};
