import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { ComplianceReportQuery } from '#contract/compliance.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';
import { aWorld } from '#tests/world.ts';

let bank: HollinBank;
beforeAll(async () => {
  bank = await theHollinBank();
  bank.world.clock.set('2026-11-23T08:41:00.000Z');
}, 120_000);

/** The text of a part of a document or workbook, its tags taken out. */
const wordsOf = (content: string, part: string): string => {
  const parts = unzipSync(Buffer.from(content, 'base64'));
  return Object.entries(parts)
    .filter(([name]) => name === part || (part.endsWith('/') && name.startsWith(part) && name.endsWith('.xml')))
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replaceAll(/<\/w:(p|tc)>/g, '\n')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n');
};

const report = (ask: Partial<ComplianceReportQuery>) => bank.casework.reportCompliance(bank.actor('ruth.okafor'), ask);

describe('the year’s compliance report', () => {
  it('is a document with rates, those late with reasons, and the rows behind each figure', async () => {
    await bank.world.sql(
      "insert into waymark.late_reason (organisation_id, pupil_id, rule, trigger_id, words, at) select organisation_id, pupil_id, rule, trigger_id, 'The psychologist was ill', now() from waymark.clock where organisation_id = $1 and rule = 'eng.review.report' and due_on < '2026-11-23' and met_on is null",
      [bank.school.organisation.tenantId],
    );
    const { name, content } = await report({});
    expect(name).toBe('Compliance report 2026-27.docx');
    const words = wordsOf(content, 'word/document.xml');
    for (const part of [
      'Whose dates',
      'Rule by rule',
      'In the manner of SEN2',
      'Late, with reasons',
      'The psychologist was ill',
      'Rows behind the figures',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/Okafor|Callum|Zhao/);
    if (process.env.WAYMARK_KEEP_REPORT) await writeFile(process.env.WAYMARK_KEEP_REPORT, Buffer.from(content, 'base64'));
  });

  it('counts what the Compliance page of the same year counts', async () => {
    const page = await bank.casework.openCompliance(bank.actor('ruth.okafor'), { period: 'year' });
    const counted = page.clocks.filter(({ mark, due }) => mark !== 'due' && mark !== 'forecast' && due >= '2026-09-01');
    expect((await report({})).rows).toBe(counted.length);
  });

  it('is for publication without cases, rows and small numbers', async () => {
    const { content, name } = await report({ publication: true });
    expect(name).toBe('Compliance report 2026-27 for publication.docx');
    const words = wordsOf(content, 'word/document.xml');
    expect(words).not.toMatch(/WM-\d|Rows behind|Late, with reasons/);
    expect(words).toContain('c stands for a count under five');
  });

  it('is a workbook whose rows say in which figures they were counted', async () => {
    const { content } = await report({ format: 'xlsx' });
    expect(wordsOf(content, 'xl/workbook.xml')).toBeDefined();
    expect(Object.keys(unzipSync(Buffer.from(content, 'base64'))).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(3);
  });

  it('of a year that has not begun is refused, and of an old one is empty and says so', async () => {
    await expect(report({ year: 2030 })).rejects.toMatchObject({ kind: 'not-valid' });
    const { content, rows } = await report({ year: 2019 });
    expect(rows).toBe(0);
    expect(wordsOf(content, 'word/document.xml')).toContain('No date of the year has passed yet.');
  });

  it('speaks in a district of the State Performance Plan', async () => {
    const world = await aWorld({ jurisdiction: 'us-federal', timeZone: 'America/Chicago' });
    const pupil = await world.enrol({ stage: 'plan' });
    await world.sql(
      `insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, met_on, shown)
       values ($1, $2, 'us.eval.initial', 'a', '2026-10-30', 'district', 'met', '2026-10-28', '{"on":"2026-08-31"}')`,
      [world.organisation, pupil],
    );
    const { content, rows } = await world.casework.reportCompliance(await world.actorFor('coordinator'), { year: 2026 });
    expect(rows).toBe(1);
    expect(wordsOf(content, 'word/document.xml')).toMatch(/State Performance Plan[\s\S]*B-11[\s\S]*1\s+1\s+100 %\s+58/);
  });

  it('is not for a teacher', async () => {
    await expect(bank.casework.reportCompliance(bank.actor('anna.devlin'), {})).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('goes out as a table of the rows that are shown, in their order', async () => {
    const ruth = bank.actor('ruth.okafor');
    const { clocks } = await bank.casework.openCompliance(ruth, { period: 'term' });
    const [first, second] = [clocks[3]!, clocks[1]!];
    const file = await bank.casework.exportList(ruth, {
      what: 'compliance',
      format: 'csv',
      period: 'term',
      clocks: [first.clock, second.clock, 'x~y'],
    });
    const lines = Buffer.from(file.content, 'base64').toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Due,Days left,State,What is owed');
    expect([lines[1], lines[2]]).toEqual([expect.stringContaining(first.due), expect.stringContaining(second.due)]);
  });
});
