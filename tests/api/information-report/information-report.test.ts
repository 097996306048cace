import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { reportItems } from '#domain/information-report/report-rules.ts';
import { aWorld } from '#tests/world.ts';

const WORDS = 'We help every child who needs it. Ring us on 01632 960 100, or read more at https://westmere.example/offer.';

const aSchool = async () => {
  const world = await aWorld();
  const ruth = await world.actorFor('coordinator');
  const { school } = world;
  const open = (year?: number) => world.casework.openInformationReport(ruth, year ? { year } : {});
  const keep = (item: string, words: string, version = 0) => world.casework.keepReportItem(ruth, { school, item, words, version });
  const keepAll = async () => {
    for (const { id } of reportItems('england')) await keep(id, WORDS);
  };
  const publish = () => world.casework.publishInformationReport(ruth, { school });
  return { world, ruth, school, open, keep, keepAll, publish };
};

describe('the school’s SEN information report', () => {
  it('starts with every item empty, says what the law asks for, and cannot be published', async () => {
    const { open, publish } = await aSchool();
    const report = await open();
    expect(report.year).toEqual({ starting: 2026, name: '2026/27', current: true });
    expect(report.items).toHaveLength(23);
    expect(report.gaps.filter(({ weight }) => weight === 'must')).toHaveLength(23);
    expect(report.due).toBeNull();
    await expect(publish()).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'The report cannot be published yet: 23 items of the law are empty or not complete.',
    });
  });

  it('is published once nothing of the law is missing, keeps the edition, and is due again a year later', async () => {
    const { keepAll, publish, keep, open } = await aSchool();
    await keepAll();
    const published = await publish();
    expect(published.editions).toHaveLength(1);
    expect(published.due).toMatchObject({ on: '2027-11-23', days: 365 });
    expect(published.due?.source).toContain('regs 51-52');
    // pressed again on the same text it keeps no second edition
    expect((await publish()).editions).toHaveLength(1);
    await keep('eng.report.6', `${WORDS} We have a new lift.`, 1);
    expect((await open()).changedSince).toEqual(['eng.report.6']);
    expect((await publish()).editions).toHaveLength(2);
  });

  it('carries last year’s words into a new school year, asks to read them again, and keeps last year as it was', async () => {
    const { world, keep, open } = await aSchool();
    await keep('eng.report.1', 'All kinds of need.');
    world.clock.set('2027-10-04T09:00:00.000Z');
    const item = (await open()).items[0];
    expect(item).toMatchObject({ words: 'All kinds of need.', carriedFrom: '2026/27', version: 0 });
    expect((await open()).gaps.find(({ item: of }) => of === 'eng.report.1')?.words).toBe(
      'Last confirmed Mon 23 Nov 2026. Read it again this school year.',
    );
    await keep('eng.report.1', 'Nearly all kinds of need.');
    expect((await open(2026)).items[0]).toMatchObject({ words: 'All kinds of need.', carriedFrom: null });
    expect((await open()).years.map(({ name }) => name)).toEqual(['2027/28', '2026/27']);
  });

  it('does not cover what somebody else wrote meanwhile', async () => {
    const { keep, open } = await aSchool();
    await keep('eng.report.1', 'Mine.');
    await expect(keep('eng.report.1', 'Hers.')).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    await keep('eng.report.1', 'Hers, after reading mine.', 1);
    expect((await open()).items[0]).toMatchObject({ words: 'Hers, after reading mine.', version: 2 });
  });

  it('goes out as a page for the website, in which nothing that was typed is read as code', async () => {
    const { world, ruth, school, keepAll, keep, publish } = await aSchool();
    await keepAll();
    await keep('eng.report.9', 'Tell us:\n- by letter\n- <script>alert(1)</script>', 1);
    const { editions } = await publish();
    const file = await world.casework.downloadInformationReport(ruth, { school, as: 'html', edition: editions[0]?.id ?? '' });
    expect(file.name).toBe('SEN information report 2026-27.html');
    const page = Buffer.from(file.base64, 'base64').toString();
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('Last updated <time datetime="2026-11-23">Mon 23 Nov 2026</time>');
    expect(page).toContain('<li>by letter</li>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<a href="https://westmere.example/offer">https://westmere.example/offer</a>.');
    expect(page.match(/<h2 /g)).toHaveLength(23);
  });

  it('goes out as a Word document with a heading for each item; what is not published says that it is a draft', async () => {
    const { world, ruth, school, keep } = await aSchool();
    await keep('eng.report.1', WORDS);
    const file = await world.casework.downloadInformationReport(ruth, { school, as: 'docx' });
    expect(file.name).toBe('SEN information report 2026-27 draft.docx');
    const parts = unzipSync(new Uint8Array(Buffer.from(file.base64, 'base64')));
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text).toContain('Draft: not published yet.');
    expect(text.match(/w:val="Heading1"/g)).toHaveLength(23);
    expect(text).toContain('We help every child who needs it.');
  });

  it('is written by the coordinator and read by the leader', async () => {
    const { world, school } = await aSchool();
    const leader = await world.actorFor('leader');
    expect((await world.casework.openInformationReport(leader, {})).may).toBe(false);
    await expect(world.casework.keepReportItem(leader, { school, item: 'eng.report.1', words: 'x', version: 0 })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
  });

  it('has no items where no such report is asked for', async () => {
    const world = await aWorld({ jurisdiction: 'us-federal' });
    const report = await world.casework.openInformationReport(await world.actorFor('coordinator'), {});
    expect([report.items, report.gaps, report.due]).toEqual([[], [], null]);
  });
});
