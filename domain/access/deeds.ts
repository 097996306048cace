import type { Relation, Role } from './actor.ts';
import { HOUSE_DEEDS, type HouseRule } from './house-deeds.ts';
import { PUPIL_DEEDS, type PupilRule } from './pupil-deeds.ts';

/*
 * Who may do what: the whole of it, one line a deed, in `pupil-deeds.ts` and `house-deeds.ts`. A line says to whom the deed is given, why, and
 * what somebody hears who may open the record but not do this. To add a deed, add its line there, run `npm run docs`, and read the row it makes
 * in docs/access.md: the tests try each cell of that page.
 */

/** Every deed that touches a pupil's record, as a coordinator would say it. */
export type PupilDeed = keyof typeof PUPIL_DEEDS;

/** Deeds that are about the service, not about one pupil. */
export type HouseDeed = keyof typeof HOUSE_DEEDS;

export const pupilDeeds = Object.keys(PUPIL_DEEDS) as readonly PupilDeed[];
export const houseDeeds = Object.keys(HOUSE_DEEDS) as readonly HouseDeed[];

/** The line of the table about a deed on a pupil's record. */
export const pupilRule = (deed: PupilDeed): PupilRule => PUPIL_DEEDS[deed];

/** The line of the table about a deed of the house. */
export const houseRule = (deed: HouseDeed): HouseRule => HOUSE_DEEDS[deed];

/** Whether someone with these roles, standing so to the pupil today, may do the deed. An administrator's role opens no record. */
export const mayDo = (deed: PupilDeed, roles: readonly Role[], relations: readonly Relation[]): boolean =>
  pupilRule(deed).by.roles.some((role) => roles.includes(role)) ||
  pupilRule(deed).by.relations.some((relation) => relations.includes(relation));

/** Whether one of these roles may do a deed of the house. */
export const mayDoInHouse = (deed: HouseDeed, roles: readonly Role[]): boolean => houseRule(deed).by.some((role) => roles.includes(role));

/** True where the role sees the whole register and not only the pupils it stands in a relation to. */
export const seesWholeRegister = (roles: readonly Role[]): boolean => roles.includes('coordinator') || roles.includes('leader');
