import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { recountClocksTask } from '#api/clocks/recount-clocks-task.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { anXlsx } from '#tests/builders/register.ts';
import { aWorld } from '#tests/world.ts';

let texas: ARecord;
beforeAll(async () => {
  texas = await aRecord(await aWorld({ jurisdiction: 'us-tx', timeZone: 'America/Chicago' }), 'idea');
});

const asked = (pupil: string) =>
  ({ pupil, id: randomUUID(), askedBy: 'Dana Ortiz', askedAs: 'parent', contact: null, receivedOn: '2026-11-20' as Day }) as const;

describe('a district that works under a State’s rules', () => {
  it('reads a register with stages, grades and categories as IDEA names them', async () => {
    const { casework } = texas.world;
    const bytes = await anXlsx({
      name: 'Roster',
      rows: [
        ['Student ID', 'Last name', 'First name', 'DOB', 'Grade', 'Status', 'Primary disability'],
        ['900100', 'Ortiz', 'Dana', '04/09/2015', '5', 'IEP', 'Specific learning disability'],
        ['900101', 'Bell', 'Sam', '11/21/2016', '4', 'K', 'Autism'],
      ],
    });
    const { reading, sheets } = await casework.readRegister(texas.coordinator, { name: 'Roster.xlsx', bytes });
    const columns = ['pupilNumber', 'surname', 'givenName', 'birthday', 'yearGroup', 'stage', 'primaryNeed'];
    const map = Object.fromEntries(columns.map((field, at) => [field, at]));
    const report = await casework.previewRegister(texas.coordinator, {
      reading,
      sheets: [{ sheet: 0, kind: 'register', headerRow: sheets[0]?.headerRow ?? 1, map }],
      repairs: [],
      decisions: [],
    });
    expect(report.counts).toMatchObject({ rows: 2, fresh: 1, rejected: 1 });
    expect(report.rejected[0]?.faults).toMatchObject([{ says: 'K', why: 'Not a stage: use IEP, Evaluation, MTSS or No' }]);
  });

  it('shows a pupil with an IEP, a grade and a category, never in England’s words', async () => {
    const { world, coordinator } = texas;
    const pupil = await world.enrol({ stage: 'plan', yearGroup: 5 });
    await world.sql(
      "insert into waymark.need (organisation_id, id, pupil_id, rank, code, description) values ($1, $2, $3, 1, 'SLD', 'Reading')",
      [world.organisation, randomUUID(), pupil],
    );
    const page = await world.casework.openPupil(coordinator, { pupil });
    expect(page).toMatchObject({ stageWords: 'IEP', needs: [{ codeWords: 'Specific learning disability' }] });
    const { rows } = await world.casework.openCaseload(coordinator);
    expect(rows.find(({ id }) => id === pupil)?.need).toEqual({ code: 'SLD', words: 'Specific learning disability' });
  });

  it('holds removals to the ten school days of IDEA', async () => {
    await texas.add('removal', { sort: 'suspension', from: '2026-09-08', to: '2026-09-22', days: 11, why: 'Fighting' });
    const { absence } = await texas.world.casework.openPupil(texas.coordinator, { pupil: texas.pupil });
    expect(absence?.counts.map(({ title, citation, urgency }) => [title, citation, urgency])).toEqual([
      ['Removed 11 school days this school year', '34 CFR 300.530(b), (d); rule us.discipline.cumulative', 'late'],
      ['Removed 11 school days on end', '34 CFR 300.536, 300.530(e), (h); rule us.discipline.changeOfPlacement', 'late'],
    ]);
  });

  it('keeps records under the federal rule, and answers a parent within 45 days', async () => {
    const { casework } = texas.world;
    expect((await casework.openPrivacy(texas.coordinator)).rule?.id).toBe('us.records.destroy');
    expect(await casework.askForRecords(texas.coordinator, asked(texas.pupil))).toMatchObject({
      due: '2027-01-04',
      rule: 'us.records.access',
    });
  });

  it('reports its own evaluation limit under B-11, by the State’s title and source', async () => {
    const { world, pupil, coordinator } = texas;
    await world.sql(
      `insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, met_on, shown)
       values ($1, $2, 'tx.eval.report', 'a', '2026-11-02', 'district', 'met', '2026-10-28', '{"on":"2026-08-31"}')`,
      [world.organisation, pupil],
    );
    const { content } = await world.casework.reportCompliance(coordinator, { year: 2026 });
    const words = strFromU8(unzipSync(Buffer.from(content, 'base64'))['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
    expect(words).toMatch(/Written evaluation report/);
    expect(words).toMatch(/B-11: initial evaluations within 60 days of consent, or the State’s own limit\s+1\s+1\s+100 %\s+58/);
    expect(words).toContain('19 TAC 89.1011(c), (e)');
  });

  it('prints its reports, profiles and sheets on US Letter', async () => {
    const { world, pupil, coordinator } = texas;
    const year = await world.casework.reportCompliance(coordinator, { year: 2026 });
    const disclosures = await world.casework.reportDisclosures(coordinator, { pupil, as: 'docx' });
    const profile = await world.casework.takeProfile(coordinator, { pupil, format: 'docx' });
    for (const content of [year.content, disclosures.base64, profile.content]) {
      const words = strFromU8(unzipSync(Buffer.from(content, 'base64'))['word/document.xml'] ?? new Uint8Array());
      expect(words).toMatch(/<w:pgSz [^>]*w:w="12240" w:h="15840"/);
    }
  });

  it('in California shows a parent the records within five business days', async () => {
    const california = await aRecord(await aWorld({ jurisdiction: 'us-ca', timeZone: 'America/Los_Angeles' }), 'idea');
    const request = await california.world.casework.askForRecords(california.coordinator, asked(california.pupil));
    // Thanksgiving, Thu 26 Nov, is no business day
    expect(request).toMatchObject({ due: '2026-11-30', rule: 'ca.records' });
    await recountClocksTask(california.world.parts)({ organisation: california.world.organisation, pupil: california.pupil });
    expect(
      await california.world.sql('select rule, due_on::text from waymark.clock where pupil_id = $1', [california.pupil]),
    ).toContainEqual({
      rule: 'ca.records',
      due_on: '2026-11-30',
    });
  });
});
