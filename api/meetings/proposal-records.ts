import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Purpose } from '#domain/meetings/purpose.ts';
import type { ReviewWindow } from '#domain/meetings/review-window.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredProposal } from './meeting-records.ts';

export type ProposalToSave = {
  readonly id: string;
  readonly pupil: string;
  readonly purpose: Purpose;
  readonly organiser: string;
  readonly window: ReviewWindow;
  readonly agenda: readonly string[];
  readonly proposal: StoredProposal;
};

/** Opens a proposal. False where another one was opened at the same moment: then that one is refreshed. */
export async function openProposalRow(
  tx: Transaction,
  organisation: string,
  { id, pupil, purpose, ...save }: ProposalToSave,
  now: Instant,
) {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, window_from, window_to, window_why, proposal, organiser_id, agenda, changed_at)
    values (${organisation}, ${id}, ${pupil}, ${purpose}, 'proposed', ${save.window.from}, ${save.window.to},
            ${JSON.stringify(save.window.why)}::jsonb, ${JSON.stringify(save.proposal)}::jsonb, ${save.organiser},
            ${JSON.stringify(save.agenda)}::jsonb, ${now}::timestamptz)
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Refreshes an open proposal with what is known now. */
export async function refreshProposalRow(tx: Transaction, organisation: string, save: ProposalToSave, now: Instant) {
  await sql`
    update waymark.meeting
       set window_from = ${save.window.from}, window_to = ${save.window.to}, window_why = ${JSON.stringify(save.window.why)}::jsonb,
           proposal = ${JSON.stringify(save.proposal)}::jsonb, organiser_id = ${save.organiser}, agenda = ${JSON.stringify(save.agenda)}::jsonb,
           version = version + 1, changed_at = ${now}::timestamptz
     where organisation_id = ${organisation} and id = ${save.id} and state = 'proposed'`.execute(tx);
}
