import type { Relation, Role } from './actor.ts';
import { mayDo, type PupilDeed, pupilRule } from './deeds.ts';

/** The parts of a record that a person sees more or less of, in the order of the page *Who may see this*. */
export const PARTS = ['glance', 'plan', 'casework', 'meetings', 'contacts', 'restricted'] as const;
export type Part = (typeof PARTS)[number];

/** How much of a part somebody sees, in words, and the rule of the table that decides it. */
export type Sight = {
  readonly words: 'edits' | 'reads' | 'what is shared' | 'where asked' | 'names' | 'sheet only' | 'where named' | '–';
  readonly rule: string;
};

type Standing = { readonly roles: readonly Role[]; readonly relations: readonly Relation[] };

/** Which deed of the table lets somebody change a part, and which lets them read it. */
const DEEDS: Readonly<Record<Part, { readonly write: PupilDeed; readonly read: PupilDeed }>> = {
  glance: { write: 'keep-record', read: 'open-pupil' },
  plan: { write: 'draft-plan', read: 'open-pupil' },
  casework: { write: 'keep-record', read: 'read-casework' },
  meetings: { write: 'record-meeting', read: 'read-casework' },
  contacts: { write: 'keep-contacts', read: 'read-contacts' },
  restricted: { write: 'write-restricted', read: 'read-restricted' },
};

const may = ({ roles, relations }: Standing, deed: PupilDeed): boolean => mayDo(deed, roles, relations);
const decided = (words: Sight['words'], deed: PupilDeed): Sight => ({ words, rule: pupilRule(deed).why });

/**
 * What somebody who stands so to the pupil sees of one part. Made from the same table that decides the deeds, so that the page that tells
 * who may see a record cannot say anything else than the record does.
 */
export const sightOf = (standing: Standing, part: Part): Sight => {
  const { write, read } = DEEDS[part];
  if (part === 'restricted') return may(standing, read) ? decided('where named', read) : decided('–', read);
  if (may(standing, write)) return decided('edits', write);
  if (part === 'meetings') return meetingsOf(standing);
  if (may(standing, read)) return decided('reads', read);
  if (part === 'glance' && may(standing, 'read-class-sheet')) return decided('sheet only', 'read-class-sheet');
  if (part === 'casework' && may(standing, 'open-pupil')) return decided('what is shared', read);
  if (part === 'contacts' && may(standing, 'read-casework')) return decided('names', read);
  return decided('–', read);
};

/** A leader reads the minutes of the whole school; everybody else those of meetings to which they were asked. */
const meetingsOf = (standing: Standing): Sight => {
  if (standing.roles.includes('leader')) return decided('reads', 'read-casework');
  return may(standing, 'open-pupil') ? decided('where asked', 'record-meeting') : decided('–', 'record-meeting');
};
