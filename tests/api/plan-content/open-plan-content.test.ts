import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ayaansCase } from '#tests/api/meetings/a-case.ts';

const contentOf = async (story: Awaited<ReturnType<typeof ayaansCase>>) =>
  story.world.casework.openPlanContent(story.ruth, { pupil: story.pupil });

describe('what a plan must hold', () => {
  it('for an EHC plan that was never brought in says so for each section, and where to bring it in', async () => {
    const story = await ayaansCase();
    const { title, gaps } = await contentOf(story);
    expect(title).toBe('EHC plan');
    const sections = gaps.filter(({ rule }) => /^eng\.content\.[A-K]$/.test(rule));
    expect(sections.map(({ rule }) => rule.at(-1)).join('')).toBe('ABCDEFGHIKJ');
    expect(sections[0]).toMatchObject({ words: 'The plan is not in the record yet. Bring it in.', mend: 'bring-in-plans' });
  });

  it('reads the sections of a plan that was brought in, and asks only for those that are empty or not there', async () => {
    const story = await ayaansCase();
    const blocks = [
      ['heading', 'Section A: views, interests and aspirations'],
      ['text', 'Ayaan wants to become a pilot.'],
      ['heading', 'Section B: special educational needs'],
      ['text', 'Ayaan finds long instructions hard.'],
    ].map(([look, text]) => ({ page: 1, text, look, cell: null, lines: [] }));
    await story.world.sql(
      `insert into waymark.existing_plan (organisation_id, id, brought_by, brought_at, name, form, digest, pages, pupil_id, kind)
       values ($1, $2, $3, now(), 'plan.docx', 'docx', 'x', $4, $5, 'ehcp')`,
      [story.world.organisation, randomUUID(), story.ruth.person, JSON.stringify({ form: 'docx', pages: [], blocks }), story.pupil],
    );
    const rules = (await contentOf(story)).gaps.map(({ rule }) => rule);
    expect(rules).not.toContain('eng.content.A');
    expect(rules).not.toContain('eng.content.B');
    expect(rules).toContain('eng.content.K');
  });

  it('duty 6 A3: counts meetings held and booked with parents this school year, of a pupil on SEN Support', async () => {
    const story = await ayaansCase();
    const { world, pupil } = story;
    await world.sql("update waymark.pupil set stage = 'support', stage_since = '2026-09-08' where id = $1", [pupil]);
    const meeting = (state: string, at: string) =>
      world.sql(
        "insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at) values ($1, $2, $3, 'parent-meeting', $4, $5)",
        [world.organisation, randomUUID(), pupil, state, at],
      );
    await meeting('held', '2026-07-10T14:00:00Z');
    await meeting('held', '2026-10-05T14:00:00Z');
    await meeting('booked', '2026-12-10T14:00:00Z');
    const { title, gaps } = await contentOf(story);
    expect(title).toBe('SEN Support cycle');
    expect(gaps.find(({ rule }) => rule === 'eng.support.threeMeetings')?.words).toBe('1 of 3 held this school year, 1 booked.');
    const held = (day: string) =>
      world.sql(
        "insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, $2, $3, 'support-meeting-held', $4)",
        [world.organisation, randomUUID(), pupil, day],
      );
    // the same meeting as an event of the case, and one that was held without being booked here
    await held('2026-10-05');
    await held('2026-11-02');
    const after = (await contentOf(story)).gaps.map(({ rule }) => rule);
    expect(after).not.toContain('eng.support.threeMeetings');
  });

  it('is empty for a pupil whose stage asks for no plan', async () => {
    const story = await ayaansCase();
    await story.world.sql("update waymark.pupil set stage = 'monitoring' where id = $1", [story.pupil]);
    expect(await contentOf(story)).toEqual({ title: null, gaps: [], passed: 0 });
  });
});
