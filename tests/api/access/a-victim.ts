import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import { callumsCase } from '#tests/api/plans/a-draft.ts';
import type { World } from '#tests/world-of.ts';

/** A case with something of everything in it, whose ids a wrong person has got hold of. */
export type Victim = {
  readonly world: World;
  readonly coordinator: Actor;
  readonly pupil: string;
  readonly caseRef: string;
  readonly goal: string;
  readonly clock: string;
  readonly meeting: string;
  readonly action: string;
  /** A call with the family in which something was promised. */
  readonly promise: string;
  readonly plan: string;
  readonly existingPlan: string;
  readonly existingLine: string;
  readonly document: Uint8Array;
  readonly class: string;
  readonly colleague: string;
  readonly member: string;
  readonly contact: string;
  readonly link: string;
  readonly letter: string;
  readonly request: string;
  readonly hold: string;
  readonly erasure: string;
  readonly asking: string;
  readonly contribution: string;
  /** A change of the school's calendar that moved a date of the case. */
  readonly change: string;
};

/** Callum Reid's case with a drafted plan, a meeting that is being held, an action, a clock and a class. */
export const aVictim = async (): Promise<Victim> => {
  const { world, ruth, pupil, caseRef, rows, draft, file } = await callumsCase();
  const { sql, organisation, school } = world;
  const plan = await draft();
  const ids = { meeting: randomUUID(), action: randomUUID(), promise: randomUUID(), trigger: randomUUID(), class: randomUUID() };
  await sql(
    `insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at, ends_at, started_at, agenda, organiser_id, proposal)
     values ($1, $2, $3, 'support-review', 'running', '2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z', '2026-11-23T08:30:00Z', '["Welcome","Views"]', $4,
             '{"slots":[],"order":[],"calendarsReadAt":null,"others":"","leftOut":0,"minutes":60}')`,
    [organisation, ids.meeting, pupil, ruth.person],
  );
  await sql(
    `insert into waymark.action (organisation_id, id, number, pupil_id, words, owner_id, due_on) values ($1, $2, 1, $3, 'Order the now–next card', $4, '2026-11-30')`,
    [organisation, ids.action, pupil, ruth.person],
  );
  await sql(
    `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, promise, promise_due, by_person)
     values ($1, $2, $3, 'call', '2026-11-20', 'Rang his mother', 'Send the timetable', '2026-11-25', $4)`,
    [organisation, ids.promise, pupil, ruth.person],
  );
  await sql(
    "insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, $2, $3, 'request-received', '2026-11-02')",
    [organisation, ids.trigger, pupil],
  );
  await sql(
    `insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, shown)
     values ($1, $2, 'eng.ehcna.decision', $3, '2026-11-16', 'local-authority', 'late', '{"on":"2026-11-02"}')`,
    [organisation, pupil, ids.trigger],
  );
  await sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '6 Oak')", [
    organisation,
    ids.class,
    school,
  ]);
  await sql("insert into waymark.class_pupil (organisation_id, class_id, pupil_id, from_day) values ($1, $2, $3, '2026-09-01')", [
    organisation,
    ids.class,
    pupil,
  ]);
  const change = randomUUID();
  await sql(
    `insert into waymark.calendar_change (organisation_id, id, school_id, words, was, at, by_person) values ($1, $2, $3, 'Closed: snow', '{}', now(), $4)`,
    [organisation, change, school, ruth.person],
  );
  await sql(
    `insert into waymark.clock_move (organisation_id, id, pupil_id, rule, trigger_id, title, was_due, now_due, because, change_id, at)
     values ($1, $2, $3, 'eng.ehcna.decision', $4, 'Decision whether to assess', '2026-11-16', '2026-11-17', 'Closed: snow', $5, now())`,
    [organisation, randomUUID(), pupil, ids.trigger, change],
  );
  const [member, link] = [randomUUID(), randomUUID()];
  const therapist = await world.actorFor('specialist');
  await sql("update waymark.person set employer = 'NHS therapy' where id = $1", [therapist.person]);
  await sql(
    "insert into waymark.team_member (organisation_id, id, pupil_id, person_id, relation, from_day, to_day) values ($1, $2, $3, $4, 'advises', '2026-09-14', '2027-03-26')",
    [organisation, member, pupil, therapist.person],
  );
  const [mother] = await sql<{ id: string }>(
    "update waymark.contact set email = 'fiona.reid@family.example' where organisation_id = $1 and given_name = 'Fiona' returning id",
    [organisation],
  );
  const contact = mother?.id ?? '';
  await sql(
    "insert into waymark.link (organisation_id, id, pupil_id, contact_id, purpose, made_by, ends_on) values ($1, $2, $3, $4, 'view', $5, '2026-12-18')",
    [organisation, link, pupil, contact, ruth.person],
  );
  const letter = randomUUID();
  await sql(
    `insert into waymark.letter (organisation_id, id, pupil_id, kind, reader, contact_id, addressee, language, own, letter, name, dated, made_by, made_at)
     values ($1, $2, $3, 'consent', 'family', $4, 'Fiona Reid', 'en', '{}', '{"kind":"consent","language":"en","direction":"ltr","title":"","head":[],"blocks":[],"unchecked":[]}',
             'WM-0412 consent form 2026-11-23.docx', '2026-11-23', $5, now())`,
    [organisation, letter, pupil, contact, ruth.person],
  );
  const privacy = { request: randomUUID(), hold: randomUUID(), erasure: randomUUID() };
  await sql(
    `insert into waymark.records_request (organisation_id, id, pupil_id, asked_by, asked_as, received_on, due_on, rule, state, made_by, made_at)
     values ($1, $2, $3, 'Fiona Reid, mother', 'parent', '2026-11-20', '2026-12-20', 'eng.records.subjectAccess', 'to-decide', $4, now())`,
    [organisation, privacy.request, pupil, ruth.person],
  );
  await sql(
    "insert into waymark.legal_hold (organisation_id, id, pupil_id, reason, set_by, set_at) values ($1, $2, $3, 'Appeal', $4, now())",
    [organisation, privacy.hold, pupil, ruth.person],
  );
  await sql(
    `insert into waymark.erasure (organisation_id, id, pupil_id, school_id, case_ref, ground, reason, keep_roll, state, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, 'asked', 'The family asked', true, 'asked', $6, now())`,
    [organisation, privacy.erasure, pupil, school, caseRef, ruth.person],
  );
  const asked = { asking: randomUUID(), contribution: randomUUID() };
  await sql(
    `insert into waymark.contribution_request (organisation_id, id, pupil_id, purpose, questions, due_on, asked_by, asked_at, goes_out_at)
     values ($1, $2, $3, 'concern', '[{"id":"well","words":"What goes well?"}]', '2026-11-30', $4, now(), now())`,
    [organisation, asked.asking, pupil, ruth.person],
  );
  await sql(
    "insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, person_id, kind, asked_on, due_on) values ($1, $2, $3, 'Ruth Okafor', $4, 'teacher-view', '2026-11-23', '2026-11-30')",
    [organisation, asked.contribution, pupil, ruth.person],
  );
  await sql(
    "insert into waymark.contribution_asked (organisation_id, contribution_id, request_id, pupil_id, person_id, rank, words, door) values ($1, $2, $3, $4, $5, 0, '', 'card')",
    [organisation, asked.contribution, asked.asking, pupil, ruth.person],
  );
  const existingPlan = randomUUID();
  await sql(
    `insert into waymark.existing_plan (organisation_id, id, brought_by, brought_at, name, form, digest, bytes, pages, pupil_id)
     values ($1, $2, $3, now(), 'plan.docx', 'docx', $4, 'a plan', '{"form":"docx","pages":[],"blocks":[]}', $5)`,
    [organisation, existingPlan, ruth.person, existingPlan, pupil],
  );
  const existingLine = randomUUID();
  const said = JSON.stringify({ text: 'Order the now–next card', code: 'SLCN', area: null });
  await sql(
    `insert into waymark.existing_plan_line (organisation_id, id, existing_plan_id, rank, kind, section, passages, from_table, suggested, found, said)
     values ($1, $2, $3, 0, 'need', 'needs', '[]', false, '[]', $4, $4)`,
    [organisation, existingLine, existingPlan, said],
  );
  const colleague = (await world.actorFor('teacher')).person;
  return {
    world,
    coordinator: ruth,
    pupil,
    caseRef,
    goal: rows.goal,
    clock: `eng.ehcna.decision~${ids.trigger}`,
    meeting: ids.meeting,
    action: ids.action,
    promise: ids.promise,
    plan: plan.plan,
    existingPlan,
    existingLine,
    document: file(),
    class: ids.class,
    colleague,
    member,
    contact,
    link,
    letter,
    change,
    ...privacy,
    ...asked,
  };
};

/** Gives a person the class of the victim for today. */
export const coverFor = (victim: Victim, person: string): Promise<unknown> =>
  victim.world.sql(
    'insert into waymark.cover (organisation_id, id, class_id, person_id, on_day, arranged_by) values ($1, $2, $3, $4, $5, $6)',
    [victim.world.organisation, randomUUID(), victim.class, person, victim.world.today, victim.coordinator.person],
  );
