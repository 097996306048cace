import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { writeWorkbook } from '#api/exports/write-table.ts';
import { buildRecordsTask } from '#api/privacy/build-records-task.ts';
import { expireArchivesTask } from '#api/privacy/expire-archives-task.ts';
import { gatherRecordsTask } from '#api/privacy/gather-records-task.ts';
import type { RecordsRequest } from '#contract/privacy.ts';
import type { Day } from '#domain/calendar/day.ts';
import { NOT_ABOUT_A_PUPIL, NOT_EXPORTED } from '#domain/privacy/holdings.ts';
import { plainDocx } from '#local-tenant/graph/plain-docx.ts';
import { tinyGraph } from '#tests/api/meetings/tiny-graph.ts';
import { aWorld } from '#tests/world.ts';
import type { WorldOptions } from '#tests/world-of.ts';

const docx = (...texts: string[]) => plainDocx(texts.map((text) => ({ style: 'text' as const, text })));

/** A record in which a father, a teacher and another pupil are named, with a restricted note and four documents. */
const aRecord = async (jurisdiction: NonNullable<WorldOptions['jurisdiction']> = 'england') => {
  const graph = tinyGraph();
  const world = await aWorld({ graph, jurisdiction });
  const { sql, organisation } = world;
  const pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid' });
  await world.enrol({ givenName: 'Ayaan', surname: 'Malik' });
  const [{ caseRef } = { caseRef: '' }] = await sql<{ caseRef: string }>('select case_ref as "caseRef" from waymark.pupil where id = $1', [
    pupil,
  ]);
  const ruth = await world.actorFor('coordinator');
  const [mother, father] = [randomUUID(), randomUUID()];
  const contact =
    'insert into waymark.contact (organisation_id, id, pupil_id, given_name, surname, relation, phone) values ($1, $2, $3, $4, $5, $6, $7)';
  await sql(contact, [organisation, mother, pupil, 'Fiona', 'Reid', 'mother', '01632 960001']);
  await sql(contact, [organisation, father, pupil, 'Duncan', 'Reid', 'father', '01632 960002']);
  const entry =
    'insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, by_person) values ($1, $2, $3, $4, $5, $6, $7)';
  await sql(entry, [
    organisation,
    randomUUID(),
    pupil,
    'note',
    '2026-10-01',
    'Worked with Ayaan Malik; Duncan rang from 01632 960002.',
    ruth.person,
  ]);
  await sql(entry, [organisation, randomUUID(), pupil, 'restricted-note', '2026-10-02', 'A worry about the house.', ruth.person]);
  await graph.files.save(
    null,
    caseRef,
    `${caseRef} letter.docx`,
    docx('Callum reads well.', 'Mr Reid came alone.', 'Ayaan Malik sat beside him.'),
  );
  await graph.files.save(null, caseRef, `${caseRef} advice.docx`, docx('Short instructions, one at a time.'));
  const feedback = [
    ['Reid', 'Callum', 'Reads well'],
    ['Malik', 'Ayaan', 'Works fast'],
  ];
  const columns = ['Surname', 'Forename', 'How it goes'].map((title) => ({ title, width: 20 }));
  await graph.files.save(
    null,
    caseRef,
    `${caseRef} class feedback.xlsx`,
    await writeWorkbook([{ title: 'Class', columns, rows: feedback }]),
  );
  await graph.files.save(null, caseRef, `${caseRef} scan.pdf`, new TextEncoder().encode('%PDF-1.4'));
  const asked = await world.casework.askForRecords(ruth, {
    pupil,
    id: randomUUID(),
    askedBy: 'Fiona Reid, mother',
    askedAs: 'parent',
    contact: mother,
    receivedOn: '2026-11-20' as Day,
  });
  const gather = () => gatherRecordsTask(world.parts)({ organisation, request: asked.id });
  const build = () => buildRecordsTask(world.parts)({ organisation, request: asked.id });
  const opened = () => world.casework.openRecordsRequest(ruth, { request: asked.id });
  return { world, graph, pupil, caseRef, ruth, asked, gather, build, opened };
};

type Choice = 'keep' | 'redact' | 'withhold';

const decide = async ({ world, ruth }: Awaited<ReturnType<typeof aRecord>>, request: RecordsRequest, choose: (kind: string) => Choice) =>
  world.casework.decidePassages(ruth, {
    request: request.id,
    decisions: request.findings.map(({ id, kind }) => ({ finding: id, choice: choose(kind), ground: 'About somebody else' })),
  });

const archiveOf = async ({ world, ruth }: Awaited<ReturnType<typeof aRecord>>, request: string) => {
  const pieces: Buffer[] = [];
  for (let piece = 0, of = 1; piece < of; piece += 1) {
    const got = await world.casework.downloadRecords(ruth, { request, piece });
    of = got.of;
    pieces.push(Buffer.from(got.bytes, 'base64'));
  }
  return unzipSync(new Uint8Array(Buffer.concat(pieces)));
};

/** Every text anywhere in an archive, also inside the documents in it. */
const everythingIn = (files: Record<string, Uint8Array>): string =>
  Object.entries(files)
    .map(([name, bytes]) => (/\.(docx|xlsx)$/.test(name) ? everythingIn(unzipSync(bytes)) : strFromU8(bytes, true)))
    .join('\n');

describe('a request to see the record', () => {
  it('starts its clock on the day it was received: one month in England', async () => {
    const { asked, world, pupil } = await aRecord();
    expect(asked).toMatchObject({ due: '2026-12-20', rule: 'eng.records.subjectAccess', state: 'gathering' });
    const [clock] = await world.sql('select kind, on_day::text, details from waymark.case_event where pupil_id = $1', [pupil]);
    expect(clock).toMatchObject({ kind: 'records-requested', on_day: '2026-11-20', details: { about: asked.id } });
  });

  it('duty 9 A6: is due within 45 days in the US, or before an IEP meeting that comes first', async () => {
    const one = await aRecord('us-tx');
    expect(one.asked).toMatchObject({ due: '2027-01-04', rule: 'us.records.access' });
    await one.world.sql(
      "insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at) values ($1, $2, $3, 'annual-review', 'booked', '2026-12-08T14:00:00Z')",
      [one.world.organisation, randomUUID(), one.pupil],
    );
    const ask = {
      pupil: one.pupil,
      id: randomUUID(),
      askedBy: 'Duncan Reid',
      askedAs: 'parent',
      contact: null,
      receivedOn: '2026-11-20' as Day,
    } as const;
    expect((await one.world.casework.askForRecords(one.ruth, ask)).due).toBe('2026-12-08');
  });

  it('flags the other parent, colleagues, other pupils, restricted notes and files no machine can read, and not the one who asked', async () => {
    const one = await aRecord();
    await one.gather();
    const request = await one.opened();
    expect(request.state).toBe('to-decide');
    const seen = request.findings.map(({ kind, sourceWords, whom }) => `${kind}: ${whom} in ${sourceWords}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        'family: Duncan Reid in Contacts',
        'family: Duncan Reid in Log of calls, observations and notes',
        'pupil: Ayaan Malik in Log of calls, observations and notes',
        `pupil: Ayaan Malik in ${one.caseRef} letter.docx`,
        `pupil: Ayaan Malik in ${one.caseRef} class feedback.xlsx`,
        'restricted-note: Restricted note of Fri 2 Oct 2026 in Log of calls, observations and notes',
        `unread-file: ${one.caseRef} scan.pdf in Documents`,
        'colleague: Sam Coordinator in Log of calls, observations and notes',
      ]),
    );
    expect(seen.filter((line) => line.includes('Fiona'))).toEqual([]);
    expect(request.undecided).toBe(request.findings.length);
  });

  it('hands over everything, and what was taken out is in no corner of the archive', async () => {
    const one = await aRecord();
    await one.gather();
    const request = await one.opened();
    await expect(one.world.casework.buildRecords(one.ruth, { request: request.id })).rejects.toThrow('to decide first');
    await decide(one, request, (kind) => (kind === 'colleague' ? 'keep' : kind === 'family' || kind === 'pupil' ? 'redact' : 'withhold'));
    await one.world.casework.buildRecords(one.ruth, { request: request.id });
    await one.build();
    const ready = await one.opened();
    expect(ready).toMatchObject({ state: 'ready', archive: { expiresAt: '2026-12-07T09:00:00.000Z' } });

    const files = await archiveOf(one, request.id);
    const names = Object.keys(files);
    expect(names).toEqual(
      expect.arrayContaining([
        'data/pupil.json',
        'data/log_entry.json',
        `documents/${one.caseRef} advice.docx`,
        `documents/${one.caseRef} letter (passages taken out).docx`,
        `documents/${one.caseRef} class feedback (passages taken out).xlsx`,
        `${one.caseRef} record.docx`,
        `${one.caseRef} record.pdf`,
        'index.json',
      ]),
    );
    expect(names).not.toContain(`documents/${one.caseRef} scan.pdf`);
    const all = everythingIn(files);
    expect(['Duncan', '01632 960002', 'Ayaan', 'Malik', 'worry about the house'].filter((gone) => all.includes(gone))).toEqual([]);
    const there = ['Callum', 'Fiona', '01632 960001', 'Sam Coordinator', 'Short instructions', 'Works fast', 'About somebody else'];
    expect(there.filter((words) => !all.includes(words))).toEqual([]);
    expect(names.filter((name) => /Callum|Reid/.test(name))).toEqual([]);
    expect([...one.graph.files_.keys()].filter((name) => name.includes('working copy'))).toEqual([]);
  });

  it('holds the whole of every table about the pupil, or says why not', async () => {
    const one = await aRecord();
    const tables = await one.world.sql<{ name: string; reached: boolean; names: boolean }>(`
      select t.tablename as name, exists (select from waymark.pupil_table p where p.name = t.tablename) as reached,
             exists (select from information_schema.columns c where c.table_schema = 'waymark' and c.table_name = t.tablename and c.column_name = 'pupil_id') as names
        from pg_tables t where t.schemaname = 'waymark' order by 1`);
    const forgotten = tables.filter(({ name, reached }) => !reached && !(name in NOT_ABOUT_A_PUPIL)).map(({ name }) => name);
    expect({ 'neither exported nor said to be about no pupil (domain/privacy/holdings.ts)': forgotten }).toEqual({
      'neither exported nor said to be about no pupil (domain/privacy/holdings.ts)': [],
    });
    expect(tables.filter(({ name, reached, names }) => names && !reached && !/^(erasure|tombstone)$/.test(name))).toEqual([]);

    await one.gather();
    const request = await decide(one, await one.opened(), () => 'keep');
    await one.world.casework.buildRecords(one.ruth, { request: request.id });
    await one.build();
    const exported = Object.keys(await archiveOf(one, request.id));
    for (const { name, reached } of tables) {
      const [{ count } = { count: 0 }] = reached
        ? await one.world.sql<{ count: number }>(
            `select count(*)::int as count from waymark.${name} where organisation_id = $1 ${name === 'pupil' ? 'and id = $2' : ''}`,
            name === 'pupil' ? [one.world.organisation, one.pupil] : [one.world.organisation],
          )
        : [];
      if (reached && count > 0 && !(name in NOT_EXPORTED)) expect(exported).toContain(`data/${name}.json`);
      if (name in NOT_EXPORTED) expect(exported).not.toContain(`data/${name}.json`);
    }
  });

  it('asks again about what came into the record after it was decided', async () => {
    const one = await aRecord();
    await one.gather();
    const decided = await decide(one, await one.opened(), () => 'keep');
    await one.world.casework.log(one.ruth, {
      pupil: one.pupil,
      kind: 'note',
      on: one.world.today,
      words: 'Sat with Ayaan Malik again',
      request: randomUUID(),
    });
    await one.world.casework.buildRecords(one.ruth, { request: decided.id });
    await one.build();
    const back = await one.opened();
    expect(back.state).toBe('to-decide');
    expect(back.findings.filter(({ choice }) => choice === null).map(({ whom }) => whom)).toEqual(expect.arrayContaining(['Ayaan Malik']));
  });

  it('says why it waits where Microsoft 365 is away, and is whole after a kill in the middle', async () => {
    const one = await aRecord();
    one.graph.failNext('files.read', 'before');
    await expect(one.gather()).rejects.toThrow();
    expect((await one.opened()).trouble).toContain('tried again by itself');
    await one.gather();
    const request = await decide(one, await one.opened(), () => 'keep');
    await one.world.casework.buildRecords(one.ruth, { request: request.id });
    one.graph.failNext('files.pdf', 'before');
    await expect(one.build()).rejects.toThrow();
    await expect(one.world.casework.downloadRecords(one.ruth, { request: request.id, piece: 0 })).rejects.toMatchObject({
      kind: 'not-ready',
    });
    expect([...one.graph.files_.keys()].filter((name) => name.includes('working copy'))).toEqual([]);
    await one.build();
    expect(Object.keys(await archiveOf(one, request.id))).toContain('index.json');
  });

  it('goes after a fortnight, can be built again, and its clock ends when it is handed over', async () => {
    const one = await aRecord();
    const { world, ruth } = one;
    await one.gather();
    const request = await decide(one, await one.opened(), () => 'keep');
    await world.casework.buildRecords(ruth, { request: request.id });
    await one.build();
    world.clock.set('2026-12-07T09:00:01.000Z');
    await expireArchivesTask(world.parts)({ organisation: world.organisation });
    expect(await one.opened()).toMatchObject({ state: 'to-decide', archive: null, undecided: 0 });
    await world.casework.buildRecords(ruth, { request: request.id });
    await one.build();
    const closed = await world.casework.closeRecords(ruth, {
      request: request.id,
      outcome: 'answered',
      on: '2026-12-07' as Day,
      how: 'Collected at the office',
    });
    expect(closed).toMatchObject({ state: 'answered', answeredOn: '2026-12-07' });
    const events = await world.sql('select kind from waymark.case_event where pupil_id = $1 order by on_day', [one.pupil]);
    expect(events).toEqual([{ kind: 'records-requested' }, { kind: 'records-shown' }]);
  });

  it('is refused with a sentence where it makes no sense, and changes nothing', async () => {
    const one = await aRecord();
    const { world, ruth, pupil } = one;
    const ask = { pupil, askedBy: 'A', askedAs: 'parent', contact: null } as const;
    await expect(world.casework.askForRecords(ruth, { ...ask, id: randomUUID(), receivedOn: '2026-11-24' as Day })).rejects.toThrow(
      'has not come yet',
    );
    await expect(
      world.casework.askForRecords(ruth, { ...ask, id: randomUUID(), contact: randomUUID(), receivedOn: '2026-11-20' as Day }),
    ).rejects.toThrow('not a contact');
    const leader = await world.actorFor('leader');
    await expect(world.casework.askForRecords(leader, { ...ask, id: randomUUID(), receivedOn: '2026-11-20' as Day })).rejects.toMatchObject(
      {
        kind: 'not-allowed',
      },
    );
    await one.gather();
    const request = await one.opened();
    const note = request.findings.find(({ kind }) => kind === 'restricted-note');
    const decisions = [{ finding: note?.id ?? '', choice: 'redact' as const }];
    await expect(world.casework.decidePassages(ruth, { request: request.id, decisions })).rejects.toThrow('kept or withheld');
    const groundless = [{ finding: note?.id ?? '', choice: 'withhold' as const }];
    await expect(world.casework.decidePassages(ruth, { request: request.id, decisions: groundless })).rejects.toThrow('needs a ground');
    await expect(
      world.casework.askErasure(ruth, { pupil, id: randomUUID(), ground: 'asked', reason: 'x', keepRoll: true, toldOn: null }),
    ).rejects.toThrow('Answer them first');
  });
});
