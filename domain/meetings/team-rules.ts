import type { Purpose } from '#domain/meetings/purpose.ts';
import { excusalFaults, type Seat, seatState, type Team } from '#domain/meetings/team.ts';

/** A place that the law wants filled at a meeting. The law as data. */
export type SeatRule = {
  readonly id: string;
  readonly seat: Seat;
  readonly title: string;
  readonly citation: string;
  /** Whether its holder may be excused in writing. */
  readonly excusable: boolean;
  /** Asked for only where transition is discussed. */
  readonly forTransition?: true;
};

const REG_20 = 'SEND Regulations 2014, reg 20(2)';

/** Who must be invited to an annual review in England. Nobody is excused: an invitation is owed, an attendance is not. */
export const ENGLAND_TEAM: readonly SeatRule[] = [
  { id: 'eng.team.family', seat: 'family', title: 'Parent or young person invited', citation: REG_20, excusable: false },
  { id: 'eng.team.head', seat: 'head', title: 'Head or provider invited', citation: REG_20, excusable: false },
  { id: 'eng.team.authority', seat: 'authority', title: 'Education officer invited', citation: REG_20, excusable: false },
  { id: 'eng.team.health', seat: 'health', title: 'Health professional invited', citation: REG_20, excusable: false },
  { id: 'eng.team.socialCare', seat: 'social-care', title: 'Social care officer invited', citation: REG_20, excusable: false },
];

const TEAM = '34 CFR 300.321(a) · Not verified: the paragraphs';

/** The IEP team. Parents and the learner are never excused by the agency. */
export const IDEA_TEAM: readonly SeatRule[] = [
  { id: 'us.team.parents', seat: 'family', title: 'Team: parents', citation: TEAM, excusable: false },
  {
    id: 'us.team.generalTeacher',
    seat: 'general-teacher',
    title: 'Team: regular education teacher, if the child is or may be in regular education',
    citation: TEAM,
    excusable: true,
  },
  {
    id: 'us.team.specialTeacher',
    seat: 'special-teacher',
    title: 'Team: special education teacher or provider',
    citation: TEAM,
    excusable: true,
  },
  { id: 'us.team.representative', seat: 'representative', title: 'Team: representative of the agency', citation: TEAM, excusable: true },
  {
    id: 'us.team.evaluation',
    seat: 'evaluation',
    title: 'Team: someone who can interpret evaluation results',
    citation: TEAM,
    excusable: true,
  },
  {
    id: 'us.team.learner',
    seat: 'learner',
    title: 'Team: the learner, invited because transition is discussed',
    citation: '34 CFR 300.321(b)',
    excusable: false,
    forTransition: true,
  },
];

/** The places that a nation wants filled at a kind of meeting; none where no law names them. */
export const seatRules = (nation: 'england' | 'us', purpose: Purpose): readonly SeatRule[] => {
  if (purpose !== 'annual-review') return [];
  return nation === 'england' ? ENGLAND_TEAM : IDEA_TEAM;
};

/** A place with how far it is filled. */
export type PlaceShown = Pick<SeatRule, 'id' | 'seat' | 'title' | 'citation' | 'excusable'> & {
  readonly by: string[];
  readonly fault: string | null;
};

/** Every place the law asks for at this meeting, filled or not, and any excusal that does not hold. */
export const placesAt = (rules: readonly SeatRule[], team: Team): PlaceShown[] =>
  rules
    .filter(({ forTransition }) => !forTransition || team.transition)
    .map(({ id, seat, title, citation, excusable }) => {
      const { by, fault } = seatState(seat, excusable, team);
      return { id, seat, title, citation, excusable, by: [...by], fault };
    });

/** Excusals whose form is not that of the law, though another fills the place (34 CFR 300.321(e); duty 2 A6). */
export const wrongExcusals = (team: Team): string[] => team.members.flatMap((member) => excusalFaults(member, team.on));
