import { describe, expect, it } from '@jest/globals';
import { tasks } from '#api/tasks.ts';
import { JOB_KINDS } from '#domain/status/jobs.ts';
import { type Heard, type Outcome, type OutsidePart, outsideParts, standingOf } from '#domain/status/outside.ts';
import { type StatusFacts, statusOf, type WaitingJob } from '#domain/status/status.ts';

const NO_CALLS: Record<Outcome, number> = { ok: 0, refused: 0, throttled: 0, unwell: 0, silent: 0 };

const heard = (part: OutsidePart, calls: Partial<Record<Outcome, number>>, ended: Heard['ended'] = 'well', took = 200): Heard => ({
  part,
  calls: { ...NO_CALLS, ...calls },
  took: calls.ok ? took : null,
  ended,
});

const job = (task: string, change: Partial<WaitingJob> = {}): WaitingJob => ({
  id: '1',
  task,
  tried: 1,
  most: 25,
  running: false,
  trouble: 'elsewhere-unwell: Microsoft 365 is not answering.',
  ...change,
});

const facts = (change: Partial<StatusFacts> = {}): StatusFacts => ({
  heard: outsideParts.map((part) => heard(part, { ok: 4 })),
  jobs: [],
  people: { state: 'done', hoursAgo: 7 },
  countedHoursAgo: 4,
  backupDaysAgo: 0.5,
  clockOff: 0.4,
  ...change,
});

const withPart = (one: Heard): Heard[] => outsideParts.map((part) => (part === one.part ? one : heard(part, { ok: 4 })));

describe('the status in plain words', () => {
  it('says that everything works where nothing is wrong', () => {
    const found = statusOf(facts());
    expect(found).toMatchObject({ wrong: false, sentence: 'Everything works, and nothing waits.' });
    expect(found.lines.every(({ urgency }) => urgency === 'good')).toBe(true);
  });

  it('names what is still open, and does not say that everything works where a backup is old', () => {
    expect(statusOf(facts({ people: null, backupDaysAgo: null })).sentence).toBe(
      'Everything works, and nothing waits. Still open: last reading of people (never) and last backup (none that Waymark took).',
    );
    expect(statusOf(facts({ backupDaysAgo: 20 })).sentence).toBe('Nothing waits. Still open: last backup (20 days ago).');
  });

  it('Outlook is slow just now; two invitations wait', () => {
    const found = statusOf(
      facts({
        heard: withPart(heard('calendar', { ok: 5 }, 'well', 5_300)),
        jobs: [job('invite-family'), job('invite-family', { id: '2' })],
      }),
    );
    expect(found).toMatchObject({ wrong: true, sentence: 'Outlook is slow just now; two invitations wait.' });
    expect(found.lines[0]).toMatchObject({ urgency: 'near', state: 'Slow: an answer takes 5.3 s' });
  });

  it('names Outlook once where calendar and mail fare alike', () => {
    const away = { silent: 3 };
    const all = outsideParts.map((part) => (part === 'calendar' || part === 'mail' ? heard(part, away, 'badly') : heard(part, { ok: 4 })));
    expect(statusOf(facts({ heard: all })).sentence).toBe('Outlook does not answer.');
  });

  it('counts what could not be done apart from what still waits, and says that a person settles it', () => {
    const found = statusOf(facts({ jobs: [job('send-link', { tried: 25 }), job('book-review')] }));
    expect(found.sentence).toBe('One booking waits; one link by e-mail could not be done.');
    expect(found.lines.find(({ id }) => id === 'queue')).toMatchObject({
      urgency: 'late',
      heals: 'Somebody tries it again or gives it up.',
    });
  });

  it('counts a last try that still runs among what waits', () => {
    expect(statusOf(facts({ jobs: [job('send-link', { tried: 25, running: true })] })).sentence).toBe('One link by e-mail waits.');
  });

  it('says what a clock that is wrong does to dates', () => {
    const found = statusOf(facts({ clockOff: -95 }));
    expect(found).toMatchObject({ wrong: true, sentence: 'Clock: This machine and the record differ by 95 seconds.' });
  });

  it('does not call a school wrong that never read people from Microsoft 365', () => {
    expect(statusOf(facts({ people: null })).wrong).toBe(false);
  });

  it.each<[Heard, string]>([
    [heard('mail', {}, null), 'unknown'],
    [heard('mail', { ok: 9, silent: 2 }, 'well'), 'well'],
    [heard('mail', { ok: 9, silent: 1 }, 'badly'), 'away'],
    [heard('mail', { ok: 1, refused: 3 }, 'badly'), 'refused'],
    [heard('mail', { ok: 3, throttled: 1 }, 'well'), 'throttled'],
    [heard('mail', { ok: 30, throttled: 1 }, 'well'), 'well'],
    [heard('mail', { ok: 2 }, 'well', 3_001), 'slow'],
  ])('%j is %s', (found, standing) => {
    expect(standingOf(found)).toBe(standing);
  });

  it('has words for every task of the queue, and for no other', () => {
    expect(Object.keys(JOB_KINDS).sort()).toEqual([...Object.keys(tasks), 'bot-message'].sort());
  });
});
