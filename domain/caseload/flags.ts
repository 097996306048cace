import type { CaseFacts } from './case-facts.ts';
import {
  adviceIn,
  consentRunsOut,
  lateClock,
  nearClock,
  noParentMeeting,
  reviewComing,
  reviewNotBooked,
  waitingForCouncil,
} from './clock-flags.ts';
import type { Flag, FlagRule, FlagSetting } from './flag.ts';
import {
  coverTrained,
  differencesWait,
  examRequest,
  giverLeft,
  keyWorkerLeft,
  lowAttendance,
  movesOn,
  noContact,
  noHomeLanguage,
} from './record-flags.ts';
import { compareUrgency } from './urgency.ts';
import { goalMet, goalOffTrack, manyGroups, noSession } from './work-flags.ts';

/** Every reason to look at a pupil. Among reasons that press alike, the one named first here is shown first. */
const RULES: readonly FlagRule[] = [
  lateClock,
  nearClock,
  reviewNotBooked,
  keyWorkerLeft,
  giverLeft,
  goalOffTrack,
  consentRunsOut,
  examRequest,
  noSession,
  noContact,
  noParentMeeting,
  lowAttendance,
  noHomeLanguage,
  manyGroups,
  differencesWait,
  adviceIn,
  waitingForCouncil,
  movesOn,
  reviewComing,
  goalMet,
  coverTrained,
];

/** Why a pupil should be looked at, the worst first; nothing where all is as it should be. */
export const flagsOf = (facts: CaseFacts, setting: FlagSetting): Flag[] =>
  RULES.flatMap((rule) => rule(facts, setting)).sort((a, b) => compareUrgency(a.urgency, b.urgency));
