import type { Relation, Role } from './actor.ts';

/** Every deed that touches a pupil's record, as a coordinator would say it. */
export type PupilDeed =
  | 'open-pupil'
  | 'log'
  | 'record-score'
  | 'read-casework'
  | 'read-contacts'
  | 'read-restricted'
  | 'raise-concern'
  | 'record-assessment'
  | 'record-session'
  | 'keep-record'
  | 'keep-contacts'
  | 'restrict-contact'
  | 'write-restricted'
  | 'explain-clock'
  | 'draft-plan'
  | 'schedule-review'
  | 'record-meeting'
  | 'do-action';

/** Deeds that are about the service, not about one pupil. */
export type HouseDeed = 'open-caseload' | 'import-roster' | 'preflight' | 'verify-audit';

/** Who may do a pupil deed: a role that holds for the whole school, or a relation to this pupil. Nothing else opens a record. */
const PUPIL_DEEDS: Record<PupilDeed, { readonly roles: readonly Role[]; readonly relations: readonly Relation[] }> = {
  'open-pupil': { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
  'explain-clock': { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case'] },
  log: { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
  'record-score': { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
  // What passes between the school and a family is for the school's own people; an adviser from outside sees what is shared (duty 3 A4).
  'read-casework': { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
  'read-contacts': { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case'] },
  'read-restricted': { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
  'raise-concern': { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
  'record-assessment': { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'advises'] },
  'record-session': { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
  'keep-record': { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] },
  'keep-contacts': { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] },
  'restrict-contact': { roles: ['coordinator'], relations: ['coordinates'] },
  'write-restricted': { roles: ['coordinator', 'leader'], relations: ['coordinates'] },
  'draft-plan': { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] },
  'schedule-review': { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] },
  'record-meeting': { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] },
  'do-action': { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] },
};

const HOUSE_DEEDS: Record<HouseDeed, readonly Role[]> = {
  'open-caseload': ['coordinator', 'leader', 'teacher', 'assistant', 'specialist'],
  'import-roster': ['coordinator', 'administrator'],
  preflight: ['administrator'],
  'verify-audit': ['administrator', 'auditor'],
};

/** Whether someone with these roles, standing so to the pupil today, may do the deed. An administrator's role opens no record. */
export const mayDo = (deed: PupilDeed, roles: readonly Role[], relations: readonly Relation[]): boolean =>
  PUPIL_DEEDS[deed].roles.some((role) => roles.includes(role)) ||
  PUPIL_DEEDS[deed].relations.some((relation) => relations.includes(relation));

/** Whether one of these roles may do a deed of the house. */
export const mayDoInHouse = (deed: HouseDeed, roles: readonly Role[]): boolean => HOUSE_DEEDS[deed].some((role) => roles.includes(role));

/** True where the role sees the whole register and not only the pupils it stands in a relation to. */
export const seesWholeRegister = (roles: readonly Role[]): boolean => roles.includes('coordinator') || roles.includes('leader');
