import { beforeAll, describe, expect, it } from '@jest/globals';
import { caseload } from '#contract/caseload.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';
import { aWorld } from '#tests/world.ts';

let school: HollinBank;
beforeAll(async () => {
  school = await theHollinBank();
}, 60_000);

const rowsFor = async (key: string) => (await school.casework.openCaseload(school.actor(key))).rows;

describe('the caseload of Hollin Bank School on Monday 23 November', () => {
  it('holds 212 pupils, 27 with an EHC plan, 31 who need a look', async () => {
    const reply = await school.casework.openCaseload(school.actor('ruth.okafor'));
    expect(reply.counts).toEqual({ pupils: 212, plans: 27, needALook: 31 });
    expect(reply.countedAt).toBe('2026-11-23T06:02:00.000Z');
    expect(() => caseload.parse(reply)).not.toThrow();
  });

  it('begins with what is late, then what is due soonest', async () => {
    const rows = await rowsFor('ruth.okafor');
    expect(
      rows.slice(0, 6).map((row) => [row.surname, row.flags[0]?.words, row.next?.title, row.next?.daysWords, row.next?.owner.words]),
    ).toEqual([
      ['Zhao', 'Advice 7 days late', 'Advice', '7 days late', 'NHS therapy'],
      ['Osei', 'Review report not sent', 'Review report', '3 days late', 'You'],
      ['Reid', 'Comments end today', 'Comments on draft', 'Today', 'Family'],
      ['Malik', 'Review not booked', 'Review date', '1 day left', 'You'],
      ['Boateng', 'Consent runs out Fri 27 Nov', 'Consent', '4 days left', 'You'],
      ['Marchetti', 'Reading off track', 'Parent meeting 1 of 3', '4 days left', 'L Foster'],
    ]);
    const dues = rows.flatMap(({ next }) => next?.due ?? []);
    expect(dues).toEqual([...dues].sort());
  });

  it('says need, key worker, what works and the last word with the family', async () => {
    const sofia = (await rowsFor('ruth.okafor')).find(({ surname }) => surname === 'Marchetti');
    expect(sofia).toMatchObject({
      need: { code: 'SPLD', words: 'Dyslexia' },
      keyWorker: { name: 'Leanne Foster' },
      lastContact: '2026-09-14',
    });
    expect(sofia?.whatWorks).toEqual([
      'Read the question aloud first',
      'Coloured line guide for text',
      'Two minutes’ extra start on writing',
    ]);
  });

  it('a class teacher sees the eight of her own class and counts of them alone', async () => {
    const reply = await school.casework.openCaseload(school.actor('anna.devlin'));
    expect(reply.rows.every(({ className }) => className === '6 Oak')).toBe(true);
    expect(reply.counts).toMatchObject({ pupils: 8, plans: 1 });
  });

  it('a tutor sees the pupils of each class he teaches and nobody else', async () => {
    const taught = new Set(
      school.school.classes.filter(({ teachers }) => teachers.includes('tomasz.zielinski')).flatMap(({ pupils }) => pupils),
    );
    const kept = new Set(
      school.school.cases
        .filter(({ keyWorker, team }) => keyWorker === 'tomasz.zielinski' || team.some(({ person }) => person === 'tomasz.zielinski'))
        .map(({ pupil }) => pupil),
    );
    const allowed = new Set([...taught, ...kept].map(school.pupil));
    const rows = await rowsFor('tomasz.zielinski');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ id }) => !allowed.has(id))).toEqual([]);
  });

  it('what the school owes is not a teacher’s own', async () => {
    const jan = (await rowsFor('anna.devlin')).find(({ surname }) => surname === 'Nowak');
    expect(jan?.next?.owner).toEqual({ kind: 'person', words: 'Coordinator' });
  });

  it('an administrator opens no caseload', async () => {
    await expect(school.casework.openCaseload(school.actor('nadia.rahim'))).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('a coordinator of another organisation sees nobody', async () => {
    const other = await aWorld();
    const reply = await other.casework.openCaseload(await other.actorFor('coordinator'));
    expect(reply.rows).toEqual([]);
  });

  it('each opening is one row of the audit trail with a digest, never a name', async () => {
    const { world } = school;
    const count = async () =>
      (
        await world.sql<{ n: number; subjects: number; about: string }>(
          "select count(*)::int as n, max(subject_count) as subjects, max(about) as about from waymark.audit_entry where deed = 'open-caseload' and subject_count = 212",
        )
      )[0]!;
    const before = await count();
    await school.casework.openCaseload(school.actor('ruth.okafor'));
    const after = await count();
    expect(after.n).toBe(before.n + 1);
    expect(after.about).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('today at Hollin Bank School', () => {
  it('says in a sentence what is mine', async () => {
    const today = await school.casework.openToday(school.actor('ruth.okafor'));
    expect(today.sentence).toBe('1 of yours is late, 1 is due tomorrow, 2 more this week.');
    expect(today.rows[0]).toMatchObject({
      title: 'Send the annual review report',
      daysWords: '3 days late',
      mine: true,
      step: { words: 'Open report', deed: 'open-meeting' },
    });
    expect(today.rows[1]).toMatchObject({
      title: 'Speech and language advice',
      why: 'Six weeks after the council asked on Mon 5 Oct · chased once',
      owner: { words: 'Joanna Tse, NHS therapy' },
    });
  });

  it('tells what changed since Friday afternoon, to someone who has not looked since', async () => {
    const { changes, changedSince } = await school.casework.openToday(school.actor('catrin.bowen'));
    expect(changedSince).toBe('2026-11-20T14:00:00.000Z');
    expect(changes.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'Hoa Nguyen gave a view for Minh Anh’s plan',
        'Sofia Marchetti is off track in reading',
        'Careers advice filed for Freya Lindqvist',
        'Priya Nair finished “Set up the sensory corner” for Kwame',
      ]),
    );
  });

  it('lists the meetings of this week with who is coming, who has not answered and which papers are in', async () => {
    const { meetings } = await school.casework.openToday(school.actor('ruth.okafor'));
    expect(meetings.map(({ title, pupil, readiness }) => `${title} · ${pupil.name}: ${readiness}`)).toEqual([
      'Parent meeting · Oluwaseun Adebayo: 3 of 3 coming · all papers in',
      'Annual review · Freya Lindqvist: 6 of 8 coming · 2 have not answered · all papers in',
    ]);
  });

  it('shows a class teacher how many pupils she teaches, and no clock of the law', async () => {
    const { rows, taught } = await school.casework.openToday(school.actor('anna.devlin'));
    expect(rows.filter(({ kind }) => kind === 'clock')).toEqual([]);
    expect(taught.pupils).toBeGreaterThan(0);
  });
});

describe('finding a pupil', () => {
  const named = async (words: string, who = 'ruth.okafor') =>
    (await school.casework.findPupil(school.actor(who), { words })).pupils.map(({ name }) => name);

  it.each([
    ['callum', ['Callum Reid']],
    ['Reid, Callum', ['Callum Reid']],
    ['wm-0398', ['Ayaan Malik']],
    ['amina', ['Amina Hussain', 'Amina Said']],
    ['mallik', ['Ayaan Malik']],
    ["o'sullivan", ['Tobenna O’Sullivan-Achebe']],
    ['nguyen minh', ['Minh Anh Nguyen']],
    ['nobody of that name', []],
    ['%', []],
    ['', []],
  ])('“%s” finds %j', async (words, names) => {
    const found = await named(words);
    expect(found).toHaveLength(names.length);
    expect(new Set(found)).toEqual(new Set(names));
  });

  it('a teacher does not find a pupil of another class', async () => {
    expect(await named('ayaan', 'anna.devlin')).toEqual([]);
  });
});

describe('a date explained', () => {
  const finalPlan = async () => {
    const page = await school.casework.openPupil(school.actor('ruth.okafor'), { pupil: school.pupil('callum.reid') });
    return page.clocks.find(({ title }) => title === 'Final EHC plan')!.clock;
  };

  it('gives rule, count, milestones, exceptions and citation', async () => {
    const explained = await school.casework.explainClock(school.actor('ruth.okafor'), { clock: await finalPlan() });
    expect(explained).toMatchObject({
      title: 'Final EHC plan',
      due: '2026-12-02',
      daysWords: '9 days left',
      owesSentence: 'Westmere Council owes this. The school owes nothing here; you watch it.',
      countWords: 'The count: day 131 of 140',
      owner: { kind: 'organisation', words: 'Westmere Council' },
    });
    expect(explained.milestones.map(({ became }) => became)).toEqual(['letter', 'Met on the day', 'Did not arise', '9 days left']);
    expect(explained.days).toHaveLength(141);
    expect(explained.citation).toContain('reg 13');
  });

  it('is not for a class teacher, who may open the pupil', async () => {
    await expect(school.casework.explainClock(school.actor('anna.devlin'), { clock: await finalPlan() })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
  });

  it('does not say whether a case exists to those who may not know of it', async () => {
    const strange = school.casework.explainClock(school.actor('beth.calloway'), { clock: await finalPlan() });
    const unknown = school.casework.explainClock(school.actor('beth.calloway'), {
      clock: 'eng.plan.final~00000000-0000-4000-8000-000000000000',
    });
    const [one, other] = await Promise.all([strange.catch((fault) => fault), unknown.catch((fault) => fault)]);
    expect(one).toMatchObject({ kind: 'not-found', message: other.message });
    expect(other.kind).toBe('not-found');
  });
});
