import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import { feeds } from '#api/compliance/date-feed.ts';
import { placeDatesTask } from '#api/compliance/place-dates-task.ts';
import { runQueue } from '#tests/api/meetings/queue.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aLateCase, countedAgain, type LateCase } from './a-late-case.ts';

const entriesIn = (text: string): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');

/** A day as a calendar in London shows it. */
const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

describe('a calendar feed', () => {
  let story: LateCase;
  let door: HttpDoor;
  beforeAll(async () => {
    story = await aLateCase();
    door = await aDoor(story.world, story.ruth, { feeds: feeds(story.world.parts) });
  }, 60_000);
  afterAll(() => door.close());

  const made = async (whose: 'all' | 'mine' = 'all'): Promise<string> => {
    const { address } = await story.world.casework.makeDateFeed(story.ruth, { whose });
    return new URL(address ?? '').pathname;
  };
  const read = (url: string, headers: Record<string, string> = {}) => door.server.inject({ method: 'GET', url, headers });

  it('holds whole days, free and private, by case and without a name', async () => {
    const reply = await read(await made());
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(reply.body).not.toMatch(/Ayaan|Malik|Joanna|Tse/);
    const entries = entriesIn(reply.body);
    const advice = entries.find(({ summary }) => String(summary) === `${story.caseRef}: Advice due (an agency’s)`);
    expect(advice).toMatchObject({ datetype: 'date', transparency: 'TRANSPARENT', class: 'PRIVATE' });
    expect([dayOf(advice!.start), dayOf(advice!.end!)]).toEqual(['2026-11-16', '2026-11-17']);
    expect(entries.length).toBe((await story.world.casework.openFollowing(story.ruth)).dates.all);
    expect(reply.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('is the same text until a date changes, and says so without sending it again', async () => {
    const url = await made();
    const first = await read(url);
    const etag = String(first.headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect((await read(url, { 'if-none-match': known })).statusCode).toBe(304);
    await story.world.sql("update waymark.clock set due_on = due_on + 1 where pupil_id = $1 and rule = 'eng.plan.final'", [story.pupil]);
    const second = await read(url, { 'if-none-match': etag });
    expect(second.statusCode).toBe(200);
    const uids = (text: string) =>
      entriesIn(text)
        .map(({ uid }) => uid)
        .sort();
    expect(uids(second.body)).toEqual(uids(first.body));
    await countedAgain(story);
  });

  it('opens nothing with another secret, after a new one was made, and after it was ended', async () => {
    const [first, second] = [await made(), await made()];
    expect([first === second, (await read(first)).statusCode, (await read(second)).statusCode]).toEqual([false, 404, 200]);
    expect((await read(second.replace(/.{8}\.ics$/, 'AAAAAAAA.ics'))).statusCode).toBe(404);
    expect((await read('/feeds/x.ics')).statusCode).toBe(404);
    await story.world.casework.endDateFeed(story.ruth);
    expect((await read(second)).statusCode).toBe(404);
    expect((await story.world.casework.openFollowing(story.ruth)).feed).toBeNull();
  });

  it('keeps only a digest, and no address stands in the log', async () => {
    const url = await made();
    await read(url);
    const secret = url.split('.')[2] ?? '';
    const rows = await story.world.sql('select encode(digest, $2) as digest from waymark.date_feed where organisation_id = $1', [
      story.world.organisation,
      'base64',
    ]);
    expect(JSON.stringify([rows, story.world.logged])).not.toContain(secret);
  });

  it('asks a program that comes too often to wait an hour', async () => {
    const url = await made();
    for (let asked = 0; asked < 60; asked += 1) expect((await read(url)).statusCode).toBe(200);
    const refused = await read(url);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '3600']);
    story.world.clock.set('2026-11-23T10:01:00.000Z');
    expect((await read(url)).statusCode).toBe(200);
  }, 60_000);

  it('ends with the role, and for somebody who has left', async () => {
    const url = await made();
    const { world, ruth } = story;
    await world.sql("update waymark.role_grant set to_day = '2026-11-22' where person_id = $1", [ruth.person]);
    expect((await read(url)).statusCode).toBe(404);
    await world.sql('update waymark.role_grant set to_day = null where person_id = $1', [ruth.person]);
    await world.sql("update waymark.person set left_on = '2026-11-23' where id = $1", [ruth.person]);
    expect((await read(url)).statusCode).toBe(404);
    await world.sql('update waymark.person set left_on = null where id = $1', [ruth.person]);
    expect((await read(url)).statusCode).toBe(200);
  });

  it('leaves out a pupil who has gone', async () => {
    const url = await made();
    await story.world.sql("update waymark.pupil set left_on = '2026-11-20' where id = $1", [story.pupil]);
    expect(entriesIn((await read(url)).body)).toEqual([]);
    await story.world.sql('update waymark.pupil set left_on = null where id = $1', [story.pupil]);
  });
});

describe('dates in Outlook', () => {
  const place = ({ world, ruth }: LateCase) => placeDatesTask(world.parts)({ organisation: world.organisation, person: ruth.person });
  const shown = ({ graph }: LateCase) => [...graph.dates_.values()].map(({ subject, on, until }) => [subject, on, until]);

  it('are placed, moved and taken out as the record changes, each once, by case and without a name', async () => {
    const story = await aLateCase();
    const { world, ruth, graph, caseRef } = story;
    await world.casework.followInOutlook(ruth, { whose: 'all' });
    expect(await runQueue(world, ['place-dates'])).toEqual(['place-dates']);
    await place(story);
    expect(shown(story)).toContainEqual([`${caseRef}: Final plan due (the authority’s)`, '2026-12-02', '2026-12-03']);
    expect(JSON.stringify([...graph.dates_.values()])).not.toMatch(/Ayaan|Malik|Joanna/);
    const { dates, outlook } = await world.casework.openFollowing(ruth);
    expect([outlook?.entries, outlook?.trouble]).toEqual([graph.dates_.size, null]);
    expect(graph.dates_.size).toBeLessThanOrEqual(dates.all);
    await world.sql("update waymark.clock set due_on = '2026-12-09' where pupil_id = $1 and rule = 'eng.plan.final'", [story.pupil]);
    await place(story);
    expect(shown(story)).toContainEqual([`${caseRef}: Final plan due (the authority’s)`, '2026-12-09', '2026-12-10']);
    await world.sql("update waymark.clock set state = 'met' where pupil_id = $1 and rule = 'eng.plan.final'", [story.pupil]);
    await place(story);
    expect(shown(story).filter(([subject]) => String(subject).includes('Final plan'))).toEqual([]);
  });

  it('leave nothing twice and nothing behind where the answer is lost between Microsoft 365 and the record', async () => {
    const story = await aLateCase();
    const { world, ruth, graph } = story;
    await world.casework.followInOutlook(ruth, { whose: 'all' });
    graph.failNext('dates.add', 'after');
    await expect(place(story)).rejects.toThrow();
    expect((await world.casework.openFollowing(ruth)).outlook?.trouble).toContain('Microsoft 365');
    await place(story);
    const size = graph.dates_.size;
    expect(new Set(shown(story).map(([subject]) => subject)).size).toBe(size);
    graph.failNext('dates.add', 'after');
    await world.sql('update waymark.outlook_entry set event_id = null where organisation_id = $1', [world.organisation]);
    await world.casework.leaveOutlook(ruth);
    await expect(place(story)).rejects.toThrow();
    await place(story);
    expect(graph.dates_.size).toBe(0);
    expect(await world.sql('select 1 from waymark.outlook_follow where organisation_id = $1', [world.organisation])).toEqual([]);
  });

  it('go with somebody who has left', async () => {
    const story = await aLateCase();
    const { world, ruth, graph } = story;
    await world.casework.followInOutlook(ruth, { whose: 'all' });
    await place(story);
    expect(graph.dates_.size).toBeGreaterThan(0);
    await world.sql("update waymark.person set left_on = '2026-11-22' where id = $1", [ruth.person]);
    await place(story);
    expect(graph.dates_.size).toBe(0);
  });

  it('are not put back where the person threw one out, and go when the role ends', async () => {
    const story = await aLateCase();
    const { world, ruth, graph } = story;
    await world.casework.followInOutlook(ruth, { whose: 'all' });
    await place(story);
    const before = graph.dates_.size;
    const [thrown] = [...graph.dates_.keys()];
    graph.dates_.delete(thrown!);
    await world.sql('update waymark.clock set due_on = due_on + 1 where pupil_id = $1', [story.pupil]);
    await place(story);
    await place(story);
    expect(graph.dates_.size).toBe(before - 1);
    await world.sql("update waymark.role_grant set to_day = '2026-11-22' where person_id = $1", [ruth.person]);
    await place(story);
    expect(graph.dates_.size).toBe(0);
  });
});
