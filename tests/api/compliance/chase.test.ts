import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ChaseRequest } from '#contract/chasers.ts';
import type { Day } from '#domain/calendar/day.ts';
import { chaserSubject, chaserText } from '#domain/compliance/chaser.ts';
import { runQueue } from '#tests/api/meetings/queue.ts';
import { aLateCase, countedAgain, type LateCase } from './a-late-case.ts';

const anEmail = async ({ world, ruth, advice, people }: LateCase, more: Partial<ChaseRequest> = {}) => {
  const { facts } = await world.casework.openChaser(ruth, { clock: advice });
  return {
    clock: advice,
    request: randomUUID(),
    way: 'email' as const,
    person: people.joanna.id,
    name: 'Joanna Tse',
    email: null,
    subject: chaserSubject(facts),
    words: chaserText(facts, 'Joanna Tse', 'email'),
    ...more,
  };
};

describe('chasing a date', () => {
  it('begins with a letter that quotes the rule, its source and the dates; what is not verified in it is told to the writer alone', async () => {
    const { world, ruth, advice, caseRef } = await aLateCase();
    const { facts, recipients } = await world.casework.openChaser(ruth, { clock: advice });
    expect(recipients[0]).toEqual({
      id: expect.any(String),
      name: 'Joanna Tse',
      words: 'Speech and language therapist, NHS therapy',
      email: true,
    });
    const text = chaserText(facts, 'Joanna Tse', 'email');
    expect(text).toContain('It was due on Mon 16 Nov 2026, 7 days ago.');
    expect(text).toContain('within 6 weeks of receiving the request');
    expect(text).toContain('We are waiting for this: Speech and language advice.');
    expect(text).toContain('reg 8(1)-(2).');
    expect(text).not.toMatch(/eng\.advice|unverified|not verified/i);
    expect(facts.rule.unverified).toMatch(/^Not verified: .*have not been read in the regulation itself\.$/);
    expect(text).not.toMatch(/Ayaan|Malik/);
    expect(chaserText(facts, 'Joanna Tse', 'letter')).toContain(`Ayaan Malik (our case ${caseRef})`);
    expect(text).toContain('Send it to us now');
    const ahead = { ...facts, due: '2026-12-02' as Day };
    expect(chaserText(ahead, 'Joanna Tse', 'email')).toMatch(
      /due on Wed 2 Dec 2026, in 9 days\.[\s\S]*Tell us by return whether it will come by that day/,
    );
    expect(chaserSubject(facts)).toBe(`${caseRef}: ${facts.title}, overdue since Mon 16 Nov 2026`);
  });

  it('sends the e-mail once, word for word, and says so on the timeline and beside the date', async () => {
    const story = await aLateCase();
    const { world, ruth, pupil, graph } = story;
    const ask = await anEmail(story);
    await world.casework.chase(ruth, ask);
    await world.casework.chase(ruth, ask);
    await runQueue(world, ['send-chaser', 'recount-clocks']);
    expect(graph.letters).toEqual([
      { to: [{ name: 'Joanna Tse', email: story.people.joanna.email }], subject: ask.subject, text: ask.words },
    ]);
    const { entries } = await world.casework.openTimeline(ruth, { pupil });
    expect(entries.filter(({ words }) => words === 'Chased').map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/overdue since Mon 16 Nov 2026 · e-mail to Joanna Tse$/),
    ]);
    const { clocks } = await world.casework.openCompliance(ruth, { period: 'term' });
    expect(clocks.find(({ clock }) => clock === story.advice)).toMatchObject({
      lastStep: 'Chased Mon 23 Nov',
      why: expect.stringContaining('chased once'),
    });
    expect(clocks.find(({ clock }) => clock === story.plan)?.why).not.toContain('chased');
    expect((await world.casework.openChaser(ruth, { clock: story.advice })).facts.earlier).toEqual(['2026-11-23']);
  });

  it('goes out once where the post failed at first', async () => {
    const story = await aLateCase();
    await story.world.casework.chase(story.ruth, await anEmail(story));
    story.graph.failNext('mail.send', 'before');
    expect(await runQueue(story.world, ['send-chaser'])).toEqual([]);
    expect(await runQueue(story.world, ['send-chaser'])).toEqual(['send-chaser']);
    expect(story.graph.letters).toHaveLength(1);
  });

  it('makes the letter as a Word document named by the case, and sends nothing', async () => {
    const story = await aLateCase();
    const { letter } = await story.world.casework.chase(story.ruth, await anEmail(story, { way: 'letter' }));
    expect(letter?.name).toBe(`${story.caseRef} letter 2026-11-23.docx`);
    expect(
      Buffer.from(letter?.content ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await runQueue(story.world);
    expect(story.graph.letters).toEqual([]);
  });

  it('never goes to somebody who must not be contacted: not offered, not by typing, not when the restriction came later', async () => {
    const story = await aLateCase();
    const { world, ruth, advice, people } = story;
    const restrict = (email: string) =>
      world.sql(
        `insert into waymark.contact (organisation_id, id, pupil_id, given_name, surname, relation, email, restriction)
         values ($1, $2, $3, 'Dean', 'Malik', 'father', $4, 'Non-molestation order, seen 3 Nov 2026')`,
        [world.organisation, randomUUID(), story.pupil, email],
      );
    const waiting = await anEmail(story);
    await world.casework.chase(ruth, waiting);
    await restrict(people.joanna.email.toUpperCase());
    await runQueue(world, ['send-chaser']);
    expect(story.graph.letters).toEqual([]);
    const { recipients } = await world.casework.openChaser(ruth, { clock: advice });
    expect(recipients.map(({ name }) => name)).not.toContain('Joanna Tse');
    await expect(world.casework.chase(ruth, await anEmail(story))).rejects.toMatchObject({ kind: 'not-valid' });
    const typed = await anEmail(story, { person: null, name: 'Dean Malik', email: 'other@family.example' });
    await expect(world.casework.chase(ruth, typed)).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('must not be contacted'),
    });
  });

  it('refuses a subject that names the child, an e-mail without an address, and a date that is met', async () => {
    const story = await aLateCase();
    const { world, ruth } = story;
    await expect(world.casework.chase(ruth, await anEmail(story, { subject: 'Advice for Ayaan' }))).rejects.toMatchObject({
      kind: 'not-valid',
    });
    await expect(world.casework.chase(ruth, await anEmail(story, { person: null, name: 'SEN team' }))).rejects.toMatchObject({
      kind: 'not-valid',
    });
    await world.sql(
      "insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details) values ($1, $2, $3, 'advice-received', '2026-11-20', $4)",
      [world.organisation, randomUUID(), story.pupil, JSON.stringify({ about: 'Speech and language advice' })],
    );
    await countedAgain(story);
    await expect(world.casework.openChaser(ruth, { clock: story.advice })).rejects.toMatchObject({ kind: 'not-ready' });
  });
});
