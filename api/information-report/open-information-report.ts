import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { reportOf, schoolAsked, yearStarting } from './report-reply.ts';

/** A school’s SEN information report: every item the law asks for, what is written, what is missing, and when it is due again. Shows no record. */
export const openInformationReport =
  (parts: Parts): Casework['openInformationReport'] =>
  async (actor, { school: asked, year }) => {
    permitInHouse(actor, 'open-information-report');
    const today = parts.clock.today(actor.timeZone);
    const school = schoolAsked(actor, asked);
    return parts.database.within(actor.scope, (tx) => reportOf(tx, actor, school, year ?? yearStarting(today), today));
  };
