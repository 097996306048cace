import type { VisitDoor } from '#contract/visits.ts';
import { masked } from '#domain/access/link.ts';
import type { Parts } from '../parts.ts';
import type { StoredLink } from './link-records.ts';
import { holderOf, stillOpens } from './visitor.ts';
import type { Visits } from './visits.ts';

/** Before the code: whose school it is, where a code would go, and whether the link still opens. No child's name; and nothing is changed by it. */
export const openVisit =
  (parts: Parts): Visits['open'] =>
  ({ token }) =>
    holderOf(parts, token, async (_, { link }): Promise<VisitDoor> => {
      const open = stillOpens(parts, link);
      return {
        state: open ? 'code-needed' : 'ended',
        school: schoolOf(link),
        codeBy: link.way,
        sentTo: open && link.way === 'email' ? masked(link.email ?? '') : '',
        language: link.language,
      };
    });

/** Whom the visitor may turn to. */
export const schoolOf = ({ school, telephone, maker }: StoredLink): VisitDoor['school'] => ({ name: school, telephone, person: maker });
