import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { stopReading } from '#api/existing-plans/reading/read-file.ts';
import { asDocx } from '#tests/builders/existing-plans/as-docx.ts';
import { COUNCIL_PLAN } from '#tests/builders/existing-plans/council-plan.ts';
import { MERGED_PLAN } from '#tests/builders/existing-plans/merged-plan.ts';
import { PROSE_PLAN } from '#tests/builders/existing-plans/school-plans.ts';
import { freyasPlan } from './a-plan.ts';

afterAll(stopReading);

describe('bringing in a plan', () => {
  it('finds whose it is by name and date of birth together, and keeps every line as found', async () => {
    const { bring, freya, rows, open } = await freyasPlan();
    const plan = await bring();
    expect(plan).toMatchObject({
      pupil: { id: freya, name: 'Freya Lindqvist' },
      whyPupil: 'Same name and date of birth.',
      kind: 'ehcp',
      dated: '2025-12-04',
      until: '2026-12-04',
      counts: { found: 10, confirmed: 0, leftOut: 0, toDo: 10 },
    });
    expect(await rows('need')).toEqual([]);
    const { lines } = await open(plan.id);
    expect(lines.map(({ kind, place }) => `${kind}, ${place}`).slice(3, 7)).toEqual([
      'need, section B',
      'goal, section E',
      'goal, section E',
      'provision, section F',
    ]);
    expect(lines[7]?.cautions).toEqual(['“Regular access to” and “As required” are no amount: kept, marked not specific.']);
  });

  it('asks where the name is the same and the birthday is not, and guesses nothing', async () => {
    const { bring, world, decide } = await freyasPlan();
    await world.enrol({ givenName: 'Jude', surname: 'Adeyemi', birthday: '2015-02-08', caseRef: 'WM-0901' });
    const plan = await bring(MERGED_PLAN);
    expect(plan.pupil).toBeNull();
    expect(plan.candidates).toMatchObject([{ name: 'Jude Adeyemi', why: 'Same name, but another date of birth in the plan.' }]);
    await expect(decide(plan.id, 'confirmed', 0)).rejects.toMatchObject({
      message: 'Say whose plan this is before its lines are confirmed.',
    });
  });

  it('stops where a case reference stands beside somebody else’s name', async () => {
    const { bring, world } = await freyasPlan();
    await world.enrol({ givenName: 'Noor', surname: 'Haddad', birthday: '2014-01-01', caseRef: 'WM-0277' });
    const plan = await bring(PROSE_PLAN);
    expect(plan).toMatchObject({
      pupil: null,
      candidates: [{ name: 'Noor Haddad', why: 'Same case reference, but another name in the plan.' }],
    });
  });

  it('the same file is brought in once', async () => {
    const { world, ruth, bytes } = await freyasPlan();
    await world.casework.bringPlan(ruth, { name: 'plan.docx', bytes });
    await expect(world.casework.bringPlan(ruth, { name: 'again.docx', bytes })).rejects.toMatchObject({
      kind: 'not-valid',
      message: 'This plan was already brought in on Mon 23 Nov 2026.',
    });
  });

  it('a file that cannot be read leaves nothing behind', async () => {
    const { world, ruth } = await freyasPlan();
    await expect(world.casework.bringPlan(ruth, { name: 'x.pdf', bytes: Buffer.from('%PDF-1.4 nothing') })).rejects.toMatchObject({
      kind: 'not-valid',
      message: expect.stringMatching(/is damaged/),
    });
    expect((await world.casework.openExistingPlans(ruth)).plans).toEqual([]);
  });

  it('is for the coordinator alone, and nobody else’s plan can be opened', async () => {
    const { world, bring } = await freyasPlan();
    const plan = await bring(MERGED_PLAN);
    const teacher = await world.actorFor('teacher');
    await expect(world.casework.openExistingPlans(teacher)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(world.casework.openExistingPlan(teacher, { plan: plan.id })).rejects.toMatchObject({ kind: 'not-found' });
    const other = await world.actorFor('coordinator');
    await expect(world.casework.openExistingPlan(other, { plan: plan.id })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('confirming lines', () => {
  it('a confirmed line enters the record at once with where it came from, and an unconfirmed one does not', async () => {
    const { bring, decide, rows } = await freyasPlan();
    const { id } = await bring();
    await decide(id, 'confirmed', 0, 5, 6);
    expect(await rows('need')).toMatchObject([
      { code: 'SLCN', area: 'Communication and interaction', source: 'EHC plan of Thu 4 Dec 2025' },
    ]);
    expect(await rows('goal')).toMatchObject([{ baseline: 41, unit: '%', target_on: '2027-07-31' }]);
    expect(await rows('provision_line')).toMatchObject([
      { what: 'A social communication group of not more than four pupils', minutes: 30, times_a_week: 2, group_size: 4, section: 'F' },
    ]);
  });

  it('a need whose type the words do not say waits until a person chooses one', async () => {
    const { bring, open, world, ruth, rows } = await freyasPlan();
    const { id } = await bring();
    const need = (await open(id)).lines[3];
    await expect(
      world.casework.settleLines(ruth, { plan: id, lines: [{ id: need?.id ?? '', version: 1, state: 'confirmed' }] }),
    ).rejects.toMatchObject({ kind: 'not-ready', message: /Choose a type of need first/ });
    expect(await rows('need')).toEqual([]);
  });

  it('a decision can be taken back: the entry leaves the record, its history stays, and it can be confirmed and changed again', async () => {
    const { bring, decide, rows, open, world, ruth } = await freyasPlan();
    const { id } = await bring();
    await decide(id, 'confirmed', 0);
    await decide(id, 'left-out', 0);
    expect(await rows('need')).toEqual([]);
    await decide(id, 'confirmed', 0);
    const line = (await open(id)).lines[0];
    if (line?.kind !== 'need') throw new Error('the first line is a need');
    const changed = { ...line.values, text: 'Follows talk between two people.' };
    await world.casework.settleLines(ruth, {
      plan: id,
      lines: [{ id: line.id, version: line.version, state: 'confirmed', values: changed }],
    });
    expect(await rows('need')).toMatchObject([{ description: 'Follows talk between two people.', code: 'SLCN' }]);
  });

  it('all or nothing: where one line of several was changed meanwhile, none is confirmed', async () => {
    const { bring, open, world, ruth, rows } = await freyasPlan();
    const { id } = await bring();
    const { lines } = await open(id);
    const ask = lines.slice(0, 2).map((line, index) => ({ id: line.id, version: line.version + index, state: 'confirmed' as const }));
    await expect(world.casework.settleLines(ruth, { plan: id, lines: ask })).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    expect(await rows('need')).toEqual([]);
  });

  it('what somebody has changed in the record since is not covered', async () => {
    const { bring, decide, world, open, ruth, freya } = await freyasPlan();
    const { id } = await bring();
    await decide(id, 'confirmed', 6);
    const line = (await open(id)).lines[6];
    const other = await world.actorFor('coordinator');
    const [entry] = (await world.casework.openEntries(other, { pupil: freya, kind: 'provision-line' })).entries;
    await world.casework.changeEntry(other, {
      pupil: freya,
      kind: 'provision-line',
      entry: entry?.id ?? '',
      version: entry?.version ?? 0,
      values: { ...entry?.values, minutes: 45 },
    });
    await expect(
      world.casework.settleLines(ruth, { plan: id, lines: [{ id: line?.id ?? '', version: line?.version ?? 0, state: 'confirmed' }] }),
    ).rejects.toMatchObject({ kind: 'changed-meanwhile' });
  });

  it('provision is tied to its need as soon as both stand in the record, whichever was confirmed first', async () => {
    const { bring, open, decide, world, ruth, rows } = await freyasPlan();
    const { id } = await bring();
    const { lines } = await open(id);
    const [need, line] = [lines[0], lines[6]];
    if (line?.kind !== 'provision' || !need) throw new Error('no such lines');
    const values = { ...line.values, forNeed: need.id };
    await world.casework.settleLines(ruth, { plan: id, lines: [{ id: line.id, version: 1, state: 'confirmed', values }] });
    expect(await rows('provision_line')).toMatchObject([{ need_id: null }]);
    await decide(id, 'confirmed', 0);
    expect(await rows('provision_line')).toMatchObject([{ need_id: need.id }]);
    await decide(id, 'left-out', 0);
    expect(await rows('provision_line')).toMatchObject([{ need_id: null }]);
  });

  it('words that no line was made from become one by saying what they are', async () => {
    const { bring, open, world, ruth } = await freyasPlan();
    const { id } = await bring();
    const { notTaken, blocks } = await open(id);
    const words = notTaken.find(({ block, from, to }) => blocks[block]?.text.slice(from, to) === 'She finds Mondays hard.');
    const line = randomUUID();
    const made = await world.casework.makeLine(ruth, {
      plan: id,
      id: line,
      kind: 'need',
      block: words?.block ?? 0,
      from: words?.from ?? 0,
      to: words?.to ?? 0,
    });
    expect(made.lines).toMatchObject([{ id: line, kind: 'need', state: 'found', values: { text: 'She finds Mondays hard.' } }]);
    expect((await open(id)).notTaken).not.toContainEqual(words);
  });
});

describe('coming into force', () => {
  it('waits until no line is to do; then the plan stands with its own dates, its clocks start and its file lies in the case folder', async () => {
    const { bring, decide, world, ruth, graph, rows, freya } = await freyasPlan();
    const { id } = await bring();
    const ask = { plan: id, kind: 'ehcp', dated: '2025-12-04', until: '2026-12-03' } as const;
    await decide(id, 'confirmed', 0, 1, 2, 3, 4, 5, 6);
    await expect(world.casework.bringIntoForce(ruth, ask as never)).rejects.toMatchObject({ message: '3 lines are still to do.' });
    await decide(id, 'left-out', 7, 8, 9);
    const done = await world.casework.bringIntoForce(ruth, ask as never);
    expect(done).toMatchObject({ state: 'in-force', counts: { confirmed: 7, leftOut: 3, toDo: 0 } });
    expect(await rows('plan')).toMatchObject([{ kind: 'ehcp', state: 'in-force', in_force_from: '2025-12-04', in_force_to: '2026-12-03' }]);
    expect(await rows('case_event')).toMatchObject([{ kind: 'plan-final', on_day: '2025-12-04' }]);
    const [name] = [...graph.files_.keys()];
    expect(name).toMatch(/^WM-\d+\/WM-\d+ EHC plan 2025-12-04\.docx$/);
    const page = await world.casework.openPupil(ruth, { pupil: freya });
    expect(page.plans).toMatchObject([{ title: 'EHC plan', state: 'in-force' }]);
    await expect(decide(id, 'found', 0)).rejects.toMatchObject({ message: /This plan is in force/ });
    const file = await world.casework.openExistingPlanFile(ruth, { plan: id });
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('where Microsoft 365 does not answer the plan is in force all the same, and the queue files it', async () => {
    const { bring, decide, world, ruth, graph, rows } = await freyasPlan();
    const { id } = await bring();
    await decide(id, 'confirmed');
    graph.failNext('files.save', 'before');
    await world.casework.bringIntoForce(ruth, { plan: id, kind: 'ehcp', dated: '2025-12-04' as never, until: null });
    expect(await rows('plan')).toMatchObject([{ state: 'in-force' }]);
    expect(graph.files_.size).toBe(0);
    expect(world.logged.map(({ words }) => words)).toContain('the file of a plan waits for the queue');
  });

  it('of two plans of a kind the later is in force, whichever was brought in first', async () => {
    const { bring, decide, world, ruth, rows } = await freyasPlan();
    for (const dated of ['2025-12-04', '2024-12-05'] as const) {
      const { id } = await bring();
      await decide(id, 'confirmed', 0);
      await decide(id, 'left-out', 1, 2, 3, 4, 5, 6, 7, 8, 9);
      await world.casework.bringIntoForce(ruth, { plan: id, kind: 'ehcp', dated: dated as never, until: null });
    }
    expect((await rows('plan')).map(({ in_force_from: from, state }) => [from, state]).sort()).toEqual([
      ['2024-12-05', 'superseded'],
      ['2025-12-04', 'in-force'],
    ]);
  });
});

describe('plans that lie in the case folders', () => {
  it('are listed with one request, and brought in from there', async () => {
    const { world, ruth, graph, freya } = await freyasPlan();
    const { caseRef } = (
      await world.sql<{ caseRef: string }>('select case_ref as "caseRef" from waymark.pupil where id = $1', [freya])
    )[0] ?? { caseRef: '' };
    await graph.files.save(null, caseRef, `${caseRef} EHC plan 2025-12-04.docx`, await asDocx(COUNCIL_PLAN));
    await graph.files.save(null, caseRef, `${caseRef} minutes 2026-11-12.docx`, await asDocx(COUNCIL_PLAN));
    graph.calls.length = 0;
    const { files } = await world.casework.lookForPlans(ruth);
    expect(graph.calls).toEqual(['files.library']);
    expect(files.map(({ name }) => name)).toEqual([`${caseRef} EHC plan 2025-12-04.docx`]);
    const { pupil, driveId, itemId } = files[0] ?? { pupil: '', driveId: '', itemId: '' };
    const plan = await world.casework.bringPlanFromFolder(ruth, { pupil, driveId, itemId });
    expect(plan).toMatchObject({ pupil: { id: freya }, counts: { found: 10 } });
    expect((await world.casework.lookForPlans(ruth)).files).toEqual([]);
  });
});
