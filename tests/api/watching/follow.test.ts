import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tasks } from '#api/tasks.ts';
import type { Actor } from '#domain/access/actor.ts';
import { typed } from '#tests/api/plans/a-draft.ts';
import { graphFor } from '#tests/builders/graph-client.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { eventually } from '#tests/eventually.ts';
import { aBookedReview, aWatchedSchool, NOW, type WatchedSchool } from './a-watched-school.ts';

let school: WatchedSchool;
let ruth: Actor;
beforeAll(async () => {
  school = await aWatchedSchool();
  ruth = { ...(await school.world.actorFor('coordinator')), name: 'Ruth Okafor' };
  await school.world.sql("update waymark.person set given_name = 'Ruth', surname = 'Okafor' where id = $1", [ruth.person]);
});
afterAll(() => school.stop());
beforeEach(async () => {
  school.tenant.controls.reset();
  school.world.clock.set(NOW);
  await school.watch();
});

let number = 800;

/** A plan drafted into the library, and how somebody saves it in Word after typing into a control. */
const aDraftedPlan = async () => {
  const { world, parts } = school;
  number += 1;
  const caseRef = `WM-0${number}`;
  const pupil = await world.enrol({ caseRef, stage: 'support' });
  await world.sql(
    `insert into waymark.profile_line (organisation_id, pupil_id, id, kind, rank, words, said_by, on_day)
     values ($1, $2, $3, 'strength', 1, 'Reads aloud fluently', 'Anna Devlin', '2026-11-13')`,
    [TENANT_ID, pupil, randomUUID()],
  );
  const pane = await world.casework.draftPlan(ruth, { pupil, request: randomUUID(), kind: 'senSupport' });
  const [file] = await parts.graph.files.list(null, caseRef);
  await world.sql('delete from graphile_worker._private_jobs');
  const edit = async (words: string): Promise<void> => {
    const bytes = typed(await parts.graph.files.read(null, file!), 'strengths', words);
    await parts.graph.files.save(null, caseRef, file!.name, bytes);
  };
  const differences = () =>
    world.sql<{ words: string }>(
      'select in_document as words from waymark.plan_difference where plan_id = $1 and settled_at is null order by rank',
      [pane.plan],
    );
  return { plan: pane.plan, edit, differences };
};

/** The queue, until nothing of these is due any more. */
const settle = async (): Promise<void> => {
  for (let rounds = 0; rounds < 5 && (await school.run('follow-library', 'follow-calendar', 'compare-file')) > 0; rounds += 1);
};
const later = (time: string): void => school.world.clock.set(`2026-11-23T${time}:00.000Z`);

describe('a plan that somebody edits in Word without the pane', () => {
  it('waits with its differences for the coordinator, once the file has been left alone for five minutes', async () => {
    const { edit, differences } = await aDraftedPlan();
    await edit('Reads aloud fluently and helps in the library.');
    await eventually(async () => expect(await school.waiting()).toContain('follow-library'));
    await settle();
    expect(await differences()).toEqual([]);
    later('09:06');
    await settle();
    expect(await differences()).toEqual([{ words: 'Reads aloud fluently and helps in the library.' }]);
  });

  it('is compared once for what was saved many times, and again when it is saved again', async () => {
    const { edit, differences } = await aDraftedPlan();
    for (const words of ['One.', 'Two.', 'Three.']) await edit(words);
    await school.deliver({ value: [] });
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    later('09:03');
    await edit('Four.');
    later('09:06');
    await settle();
    expect(await differences()).toEqual([]);
    later('09:10');
    await settle();
    expect(await differences()).toEqual([{ words: 'Four.' }]);
    await settle();
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    expect(await school.waiting()).not.toContain('compare-file');
  });

  it('is found the same night where the notification was lost', async () => {
    school.tenant.controls.set({ notices: 'lost' });
    const { edit, differences } = await aDraftedPlan();
    await edit('Nobody told us.');
    later('09:30');
    expect(await school.waiting()).toEqual([]);
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    await settle();
    expect(await differences()).toEqual([{ words: 'Nobody told us.' }]);
  });

  it('is found though Graph has forgotten where the last reading ended', async () => {
    const { edit, differences } = await aDraftedPlan();
    await edit('After a long silence.');
    school.tenant.controls.set({ deltaEpoch: school.tenant.controls.now().deltaEpoch + 1 });
    later('09:30');
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    await settle();
    expect(await differences()).toEqual([{ words: 'After a long silence.' }]);
  });

  it('that Waymark itself filed is not compared with itself', async () => {
    await aDraftedPlan();
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    expect(await school.waiting()).not.toContain('compare-file');
  });

  it('keeps its place in the reading where Microsoft 365 fails on the way', async () => {
    const { edit, differences } = await aDraftedPlan();
    await edit('Through a bad hour.');
    school.tenant.controls.set({ outage: 'reset' });
    await expect(tasks['follow-library'](school.parts)({ organisation: TENANT_ID })).rejects.toMatchObject({ fault: 'broke-off' });
    school.tenant.controls.set({ outage: 'none' });
    later('09:30');
    await tasks['follow-library'](school.parts)({ organisation: TENANT_ID });
    await settle();
    expect(await differences()).toEqual([{ words: 'Through a bad hour.' }]);
  });
});

describe('a booked review that changes in Outlook', () => {
  const meetingOf = async (id: string) =>
    (
      await school.world.sql<{ state: string; startsAt: Date; version: number }>(
        'select state, starts_at as "startsAt", version from waymark.meeting where id = $1',
        [id],
      )
    )[0];
  const actionsOf = async (pupil: string) =>
    (await school.world.sql<{ words: string }>('select words from waymark.action where pupil_id = $1 order by number', [pupil])).map(
      ({ words }) => words,
    );
  const booked = async () => {
    number += 1;
    const caseRef = `WM-0${number}`;
    const review = await aBookedReview(school, ruth.person, caseRef);
    await school.run('follow-calendar');
    return { ...review, caseRef };
  };
  const outlook = (event: string) => `/users/send@hollinbank.example/events/${encodeURIComponent(event)}`;

  it('and was moved there is moved in Waymark, once, and the organiser is asked to tell the family', async () => {
    const { meeting, event, pupil, caseRef } = await booked();
    const app = await graphFor(school.tenant, 'application');
    const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    await app.api(outlook(event)).patch({ start: at('2026-12-09T10:00:00'), end: at('2026-12-09T11:00:00') });
    await eventually(async () => expect(await school.waiting()).toContain('follow-calendar'));
    await settle();
    await tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID });
    expect((await meetingOf(meeting))?.startsAt.toISOString()).toBe('2026-12-09T10:00:00.000Z');
    expect((await meetingOf(meeting))?.version).toBe(2);
    expect(await actionsOf(pupil)).toEqual([`Review ${caseRef} was moved in Outlook to Wed 9 Dec, 10:00: tell the family`]);
    const { events } = await school.world.casework.openEvents(ruth, { pupil });
    expect(events).toMatchObject([
      { said: { on: '2026-12-09' }, from: 'meeting', before: [{ on: '2026-12-08', by: null, reason: 'The meeting was moved in Outlook' }] },
    ]);
  });

  it('and was cancelled or deleted there is cancelled, and another date is asked for', async () => {
    const { meeting, event, pupil, caseRef } = await booked();
    await (await graphFor(school.tenant, 'application')).api(outlook(event)).delete();
    await tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID });
    await tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID });
    expect(await meetingOf(meeting)).toMatchObject({ state: 'cancelled' });
    expect(await actionsOf(pupil)).toEqual([`Review ${caseRef} of Tue 8 Dec, 14:00 was cancelled in Outlook: find another date`]);
    const { events } = await school.world.casework.openEvents(ruth, { pupil });
    expect(events).toMatchObject([
      {
        said: { on: '2026-12-08' },
        withdrawn: { by: null, reason: 'The meeting was cancelled in Outlook' },
        before: [{ on: '2026-12-08' }],
      },
    ]);
  });

  it('and was answered there shows who is coming', async () => {
    const { meeting, caseRef } = await booked();
    const gareth = await graphFor(school.tenant, 'gareth.pugh');
    const { value } = await gareth.api('/me/events').get();
    const copy = value.find(({ subject }: { subject: string }) => subject === `Review ${caseRef}`);
    await gareth.api(`/me/events/${encodeURIComponent(copy.id)}/decline`).post({});
    await tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID });
    expect(await school.world.sql('select reply from waymark.meeting_person where meeting_id = $1', [meeting])).toEqual([{ reply: 'no' }]);
  });

  it('is left as it is where Outlook cannot be looked into', async () => {
    const { meeting } = await booked();
    for (const switches of [
      { throttleBatchItems: 1_000 },
      { withdrawnPermissions: ['Calendars.ReadWrite'] },
      { outage: 'refused' as const },
    ]) {
      school.tenant.controls.reset();
      school.tenant.controls.set(switches);
      await expect(tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID })).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
      expect(await meetingOf(meeting)).toMatchObject({ state: 'booked', version: 1 });
    }
  });
});
