import { sql } from 'kysely';

/** A clock `c` as lists are given it (`ClockFact`), whatever its state. */
export const clockShown = sql`json_build_object('clock', c.rule || '~' || c.trigger_id, 'rule', c.rule, 'due', c.due_on, 'owedBy', c.owed_by, 'state', c.state,
  'on', c.shown ->> 'on', 'about', c.shown ->> 'about', 'because', c.shown ->> 'because', 'owner', c.shown -> 'owner', 'chased', c.shown -> 'chased')`;

/** Where the step for a clock `c` can lead (`Leads`): the pupil's held annual review, slots that were offered. */
export const leadsOfClock = sql`json_build_object(
  'heldMeeting', (select m.id from waymark.meeting m where m.organisation_id = c.organisation_id and m.pupil_id = c.pupil_id and m.purpose = 'annual-review'
                     and m.state in ('held','reported') order by m.starts_at desc limit 1),
  'slotsOffered', exists (select 1 from waymark.meeting m where m.organisation_id = c.organisation_id and m.pupil_id = c.pupil_id and m.state = 'proposed'
                     and m.proposal is not null))`;
