import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sealAuditTask } from '#api/audit/seal-audit-task.ts';
import type { Parts } from '#api/parts.ts';
import { eraseRecordTask } from '#api/privacy/erase-record-task.ts';
import type { Actor } from '#domain/access/actor.ts';
import { tinyGraph } from '#tests/api/meetings/tiny-graph.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A case with something in every corner: entries, a plan with versions, a meeting with an event, a card, a document, a waiting job. */
const aWholeCase = async (leftOn?: string) => {
  const graph = tinyGraph();
  const world = await aWorld({ graph });
  const { organisation, sql } = world;
  const pupil = await world.enrol({ givenName: 'Robin', surname: 'Ashby', caseRef: `WM-${Math.floor(Math.random() * 900000 + 10000)}` });
  const [{ caseRef } = { caseRef: '' }] = await sql<{ caseRef: string }>('select case_ref as "caseRef" from waymark.pupil where id = $1', [
    pupil,
  ]);
  const ruth = await world.actorFor('coordinator');
  const hannah = await world.actorFor('leader');
  const ids = { goal: randomUUID(), plan: randomUUID(), meeting: randomUUID(), contact: randomUUID() };
  const put = (table: string, row: Record<string, unknown>) => {
    const all = { organisation_id: organisation, ...row };
    const columns = Object.keys(all);
    return sql(
      `insert into waymark.${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(all),
    );
  };
  await put('contact', {
    id: ids.contact,
    pupil_id: pupil,
    given_name: 'Fiona',
    surname: 'Ashby',
    relation: 'mother',
    email: 'fiona@home.example',
  });
  await put('need', { id: randomUUID(), pupil_id: pupil, rank: 1, code: 'SLCN', description: 'Finding words' });
  await put('goal', { id: ids.goal, pupil_id: pupil, rank: 1, words: 'Reads aloud' });
  await put('measurement', { id: randomUUID(), goal_id: ids.goal, pupil_id: pupil, on_day: '2026-10-01', value: 3 });
  await put('plan', { id: ids.plan, pupil_id: pupil, kind: 'senSupport', state: 'draft' });
  await put('plan_version', { plan_id: ids.plan, version: 1, template: 't', template_version: 1, fields: '{}', blocks: '[]' });
  await put('meeting', {
    id: ids.meeting,
    pupil_id: pupil,
    purpose: 'support-review',
    state: 'held',
    event_id: 'event-1',
    starts_at: '2026-11-02T10:00:00Z',
  });
  await put('meeting_person', {
    id: randomUUID(),
    meeting_id: ids.meeting,
    name: 'Fiona Ashby',
    role_words: 'mother',
    why: 'Needed',
    required: true,
  });
  await put('meeting_entry', { id: randomUUID(), meeting_id: ids.meeting, kind: 'decision', words: 'More reading' });
  await put('told_time', {
    id: randomUUID(),
    who: `contact/${ids.contact}`,
    from_at: '2026-11-02T10:00:00Z',
    to_at: '2026-11-02T11:00:00Z',
    can: 'yes',
  });
  await put('roster_link', { source: 'csv', kind: 'pupil', key: 'P-1', record_id: pupil, said: '{"surname":"Ashby"}' });
  await put('roster_link', { source: 'csv', kind: 'contact', key: 'P-1/C-1', record_id: ids.contact, said: '{"surname":"Ashby"}' });
  await put('letter_sent', { key: `minutes/${ids.meeting}/x` });
  await put('conversation', { conversation_id: 'chat-1', kind: 'group', meeting_id: ids.meeting, reference: '{"chat":1}' });
  await put('sent_card', { conversation_id: 'chat-1', card_id: 'meeting-started:1', activity_id: 'activity-1', about: ids.meeting });
  await graph.files.save(null, caseRef, `${caseRef} advice.docx`, new Uint8Array([1]));
  await world.casework.log(ruth, { pupil, kind: 'call', on: world.today, words: 'Rang home', contact: ids.contact, request: randomUUID() });
  if (leftOn) await sql('update waymark.pupil set left_on = $2 where id = $1', [pupil, leftOn]);
  const stubbed: string[] = [];
  const cards = {
    stub: async (_: unknown, activity: string) => {
      stubbed.push(activity);
      return { activity };
    },
  };
  const parts: Parts = { ...world.parts, cards };
  return { world, graph, pupil, caseRef, ruth, hannah, ids, parts, stubbed };
};

type WholeCase = Awaited<ReturnType<typeof aWholeCase>>;

const ask = ({ world, pupil }: WholeCase, by: Actor, more: object = {}) =>
  world.casework.askErasure(by, {
    pupil,
    id: randomUUID(),
    ground: 'retention',
    reason: 'Thirty-one years have passed',
    keepRoll: false,
    toldOn: null,
    ...more,
  });

const run = async ({ world, parts }: WholeCase, erasure: string) => eraseRecordTask(parts)({ organisation: world.organisation, erasure });

/** Tables that still mention any of these texts, whatever the column. */
const tablesMentioning = async (world: World, texts: readonly string[]): Promise<string[]> => {
  const tables = await world.sql<{ name: string }>("select tablename as name from pg_tables where schemaname = 'waymark' order by 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.sql(
      `select 1 from waymark.${name} t where t.organisation_id = $1 and exists (select from unnest($2::text[]) m where position(m in to_jsonb(t)::text) > 0) limit 1`,
      [world.organisation, texts],
    );
    if (rows.length) found.push(name);
  }
  return found;
};

describe('erasing a record', () => {
  it('reaches rows of a workbook that was read and not imported yet, and leaves those of other pupils', async () => {
    const one = await aWholeCase('2020-07-17');
    const sheet = 'UPN,Surname,Forename,DOB\nA123456789012,Ashby,Elin,2012-03-01\nB123456789012,Brook,Tom,2012-04-01\n';
    await one.world.casework.readRegister(one.ruth, { name: 'register.csv', bytes: Buffer.from(sheet) });
    const [{ name } = { name: '' }] = await one.world.sql<{ name: string }>('select given_name as name from waymark.pupil where id = $1', [
      one.pupil,
    ]);
    await one.world.sql(
      `update waymark.register_row set cells = replace(cells::text, 'Elin', '${name}')::jsonb where organisation_id = $1`,
      [one.world.organisation],
    );
    const { id } = await ask(one, one.ruth);
    await one.world.casework.confirmErasure(one.hannah, { erasure: id });
    await run(one, id);
    const left = await one.world.sql<{ cells: unknown }>(
      'select cells from waymark.register_row where organisation_id = $1 order by number',
      [one.world.organisation],
    );
    expect(JSON.stringify(left)).not.toContain('Ashby');
    expect(JSON.stringify(left)).toContain('Brook');
  });

  it('lists every copy first, in Microsoft 365 and in the record, and what is beyond reach', async () => {
    const one = await aWholeCase('2020-07-17');
    const { copies, cannot, keepRoll } = await one.world.casework.listCopies(one.ruth, { pupil: one.pupil });
    expect(cannot).toBeNull();
    expect(keepRoll.proposed).toBe(false);
    const words = copies.map((copy) => copy.words);
    for (const expected of [
      `${one.caseRef} advice.docx, 1 version`,
      `The case folder ${one.caseRef}`,
      'The recycle bin of the site',
      'The meeting of Mon 2 Nov 2026 in the SEND calendar',
      'Invitations in the calendars of those invited',
      'A card of the bot in a chat (1)',
      '1 letter sent by e-mail',
      'Versions of plans: 1 row',
      'Progress points: 1 row',
      'Facts kept for the caseload: 1 row',
      'Backups of the database',
      'The audit trail',
    ])
      expect(words).toContain(expected);
    expect(one.graph.files_.size).toBe(1);
  });

  it('needs a second person, or a week', async () => {
    const one = await aWholeCase();
    const { id, cannotConfirm } = await ask(one, one.ruth);
    expect(cannotConfirm).toContain('Another coordinator or a leader confirms');
    await expect(one.world.casework.confirmErasure(one.ruth, { erasure: id })).rejects.toThrow('from Mon 30 Nov 2026');
    const teacher = await one.world.actorFor('teacher', { pupil: one.pupil, relation: 'teaches' });
    await expect(one.world.casework.confirmErasure(teacher, { erasure: id })).rejects.toMatchObject({ kind: 'not-allowed' });
    one.world.clock.set('2026-11-30T09:00:00.000Z');
    expect((await one.world.casework.confirmErasure(one.ruth, { erasure: id })).state).toBe('running');
  });

  it('leaves a tombstone, an unbroken trail, and not one mention of the pupil anywhere', async () => {
    const one = await aWholeCase('2020-07-17');
    const { world, hannah } = one;
    await sealAuditTask(one.parts)({ organisation: world.organisation });
    const { id } = await ask(one, one.ruth);
    await world.casework.confirmErasure(hannah, { erasure: id });
    await run(one, id);
    const ended = await world.casework.openErasure(hannah, { erasure: id });
    expect(ended).toMatchObject({ state: 'done', name: null, caseRef: one.caseRef });
    expect(ended.steps.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(one.stubbed).toEqual(['activity-1']);
    expect(one.graph.files_.size).toBe(0);
    expect(one.graph.calls).toContain('events.remove');

    const names = ['Robin', 'Ashby', 'fiona@home.example', 'Rang home', one.ids.meeting, one.ids.plan];
    expect(await tablesMentioning(world, names)).toEqual([]);
    expect(await tablesMentioning(world, [one.pupil])).toEqual(['audit_entry', 'erasure', 'roster_link', 'tombstone']);
    const jobs = await world.sql('select payload from graphile_worker._private_jobs where payload::text like $1', [`%${one.pupil}%`]);
    expect(jobs).toEqual([]);

    await sealAuditTask(one.parts)({ organisation: world.organisation });
    expect((await world.casework.verifyAudit({ ...hannah, roles: ['auditor'] })).sound).toBe(true);
    expect((await world.casework.openPrivacy(hannah)).tombstones).toMatchObject([
      { caseRef: one.caseRef, back: false, groundWords: 'Its time has run out' },
    ]);
    await expect(world.casework.openPupil(one.ruth, { pupil: one.pupil })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('keeps the entry on the roll where the pupil is still there, and nothing of the case', async () => {
    const one = await aWholeCase();
    const proposed = await one.world.casework.listCopies(one.ruth, { pupil: one.pupil });
    expect(proposed.keepRoll).toMatchObject({ proposed: true });
    const ofTheCase = 'attendance_percent, attendance_as_of::text, review_month';
    await one.world.sql(
      "update waymark.pupil set attendance_percent = 84.2, attendance_as_of = '2026-11-20', review_month = '2027-03' where id = $1",
      [one.pupil],
    );
    const { id } = await ask(one, one.ruth, { keepRoll: true, ground: 'mistake' });
    await one.world.casework.confirmErasure(one.hannah, { erasure: id });
    await run(one, id);
    const [row] = await one.world.sql(`select surname, case_ref, stage, ${ofTheCase} from waymark.pupil where id = $1`, [one.pupil]);
    const gone = { attendance_percent: null, attendance_as_of: null, review_month: null };
    expect(row).toEqual({ surname: 'Ashby', case_ref: null, stage: 'none', ...gone });
    expect(await tablesMentioning(one.world, ['Fiona', 'Rang home', 'Finding words'])).toEqual([]);
  });

  it('waits while Microsoft 365 is away, says so, and goes on where it stopped', async () => {
    const one = await aWholeCase();
    const { id } = await ask(one, one.ruth);
    await one.world.casework.confirmErasure(one.hannah, { erasure: id });
    one.graph.failNext('files.erase', 'before');
    await expect(run(one, id)).rejects.toThrow();
    const waiting = await one.world.casework.openErasure(one.hannah, { erasure: id });
    expect(waiting.state).toBe('running');
    expect(waiting.trouble).not.toBeNull();
    expect(await one.world.sql('select 1 from waymark.goal where pupil_id = $1', [one.pupil])).toHaveLength(1);
    await run(one, id);
    expect((await one.world.casework.openErasure(one.hannah, { erasure: id })).state).toBe('done');
  });

  it('is finished by another process after a kill at any point, and does nothing twice', async () => {
    const one = await aWholeCase();
    const { id } = await ask(one, one.ruth);
    await one.world.casework.confirmErasure(one.hannah, { erasure: id });
    for (let allowed = 2; allowed < 90; allowed += 9) {
      let left = allowed;
      const mortal: Parts['database'] = {
        ...one.parts.database,
        within: (scope, work) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('killed')) : one.parts.database.within(scope, work);
        },
      };
      const fate = await eraseRecordTask({ ...one.parts, database: mortal })({ organisation: one.world.organisation, erasure: id }).then(
        () => 'done',
        () => 'killed',
      );
      if (fate === 'done') break;
    }
    await run(one, id);
    const ended = await one.world.casework.openErasure(one.hannah, { erasure: id });
    expect(ended.state).toBe('done');
    expect(one.stubbed).toEqual(['activity-1']);
    expect(await one.world.sql('select 1 from waymark.tombstone where erasure_id = $1', [id])).toHaveLength(1);
  });

  it('takes in what is added to the record while it runs', async () => {
    const one = await aWholeCase();
    const { id } = await ask(one, one.ruth);
    await one.world.casework.confirmErasure(one.hannah, { erasure: id });
    const late: Parts = {
      ...one.parts,
      cards: {
        stub: async (_, activity) => {
          await one.world.casework.log(one.ruth, {
            pupil: one.pupil,
            kind: 'note',
            on: one.world.today,
            words: 'Written late',
            request: randomUUID(),
          });
          await one.graph.files.save(null, one.caseRef, `${one.caseRef} late.docx`, new Uint8Array([2]));
          return { activity };
        },
      },
    };
    await eraseRecordTask(late)({ organisation: one.world.organisation, erasure: id });
    expect(await tablesMentioning(one.world, ['Written late', 'Ashby'])).toEqual([]);
    expect(one.graph.files_.size).toBe(0);
  });
});

describe('a hold', () => {
  it('duty 9 A7: stops retention and erasure, also one that is under way, and the database itself refuses', async () => {
    const one = await aWholeCase();
    const { world, pupil, ruth, hannah } = one;
    const hold = await world.casework.setHold(ruth, { pupil, reason: 'Tribunal appeal expected' });
    await expect(world.casework.setHold(hannah, { pupil, reason: 'Again' })).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    await expect(ask(one, ruth)).rejects.toThrow('under a hold');
    expect((await world.casework.openPupilPrivacy(ruth, { pupil })).retention?.state).toBe('held');
    await world.casework.liftHold(hannah, { hold: hold.id, reason: 'Settled' });

    const { id } = await ask(one, ruth);
    await world.casework.confirmErasure(hannah, { erasure: id });
    const again = await world.casework.setHold(ruth, { pupil, reason: 'A letter came' });
    await expect(run(one, id)).rejects.toThrow('put under a hold');
    expect((await world.casework.openErasure(ruth, { erasure: id })).trouble).toContain('waits until it is lifted');
    expect(one.graph.files_.size).toBe(1);
    const direct = world.database.within(world.scope, async (tx) => {
      const { eraseRows } = await import('#api/privacy/erasure-step-records.ts');
      return eraseRows(tx, id, 'goal');
    });
    await expect(direct).rejects.toThrow('under a hold');
    await world.casework.liftHold(ruth, { hold: again.id, reason: 'Answered' });
    await run(one, id);
    expect((await world.casework.openErasure(ruth, { erasure: id })).state).toBe('done');
  });

  it('is set and lifted with a reason by a coordinator or a leader alone, and stays in the record', async () => {
    const { world, pupil, ruth } = await aWholeCase();
    const teacher = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await expect(world.casework.setHold(teacher, { pupil, reason: 'x' })).rejects.toMatchObject({ kind: 'not-allowed' });
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.setHold(stranger, { pupil, reason: 'x' })).rejects.toMatchObject({ kind: 'not-found' });
    const { id } = await world.casework.setHold(ruth, { pupil, reason: 'Complaint' });
    await world.casework.liftHold(ruth, { hold: id, reason: 'Closed' });
    const { hold, holds } = await world.casework.openPupilPrivacy(ruth, { pupil });
    expect(hold).toBeNull();
    expect(holds).toMatchObject([{ reason: 'Complaint', liftReason: 'Closed' }]);
  });
});
