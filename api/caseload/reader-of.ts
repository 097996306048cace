import type { Actor } from '#domain/access/actor.ts';
import type { Reader } from '#domain/caseload/owner-words.ts';

/** How the actor reads lists: what the school owes is a coordinator's own. */
export const readerOf = ({ person, roles }: Actor): Reader => ({ person, coordinates: roles.includes('coordinator') });
