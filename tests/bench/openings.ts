import { sql } from 'kysely';
import { visiblePupils } from '#api/access/access-records.ts';
import { type BigCaseload, PUPILS, TODAY } from './big-caseload.ts';

/** The whole caseload is there, and the second opening finds its facts kept. */
export const checked = async (big: BigCaseload): Promise<void> => {
  const { rows } = (await (await fetch(big.address, { headers: { authorization: big.authorization } })).json()) as { rows: unknown[] };
  if (rows.length !== PUPILS) throw new Error(`The caseload holds ${rows.length} pupils, not ${PUPILS}.`);
};

/** One opening through the door. */
export const open = async ({ address, authorization }: BigCaseload): Promise<void> => {
  const reply = await fetch(address, { headers: { authorization } });
  if (!reply.ok) throw new Error(`The caseload answered ${reply.status}.`);
  await reply.arrayBuffer();
};

/** The same pupils and their kept facts by one bare statement. */
export const bare = ({ world, ruth }: BigCaseload) =>
  world.database.within(ruth.scope, (tx) =>
    sql`select pupil.id, pupil.school_id, f.facts
          from waymark.pupil pupil
          join waymark.case_facts f on f.organisation_id = pupil.organisation_id and f.pupil_id = pupil.id
         where pupil.organisation_id = ${ruth.scope.organisation} and pupil.stage <> 'none' and pupil.left_on is null
           and ${visiblePupils(ruth, TODAY)}`.execute(tx),
  );
