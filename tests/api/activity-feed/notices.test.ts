import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { activityNoticeTask, announce } from '#api/activity-feed/activity-notice-task.ts';
import type { BotMessage } from '#contract/bot-messages.ts';
import { teamsLink } from '#contract/teams-links.ts';
import { runningReview } from '#tests/api/meetings/a-meeting.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';

let story: Awaited<ReturnType<typeof runningReview>>;
beforeEach(async () => {
  story = await runningReview();
});
afterEach(() => story.world.close());

const APP = '7c3f1d52-92a4-4d0b-8f0e-6b5f9a1e2c34';
const withTeams = () => ({ ...story.world.parts, teamsApp: APP });
const booked = (): BotMessage => ({ about: 'review-booked', meeting: story.meeting, to: story.ruth.person });
const given = (): BotMessage => ({ about: 'actions-given', meeting: story.meeting, to: story.ruth.person });
const say = (message: BotMessage) => story.world.database.within(story.world.scope, (tx) => announce(tx, withTeams(), message));
const ofFeed = async () => (await waitingJobs(story.world)).filter(({ task }) => task === 'activity-notice');
const run = (message: BotMessage) => activityNoticeTask(withTeams())({ organisation: story.world.organisation, message });
const notices = () => story.graph.notices;

describe('a notice in the activity feed', () => {
  it('names the case and what happened, never the child, and opens the page inside Teams', async () => {
    await run(booked());
    expect(notices()).toMatchObject([{ kind: 'booked', about: story.caseRef, preview: 'The review is in the calendars.' }]);
    expect(JSON.stringify(notices())).not.toMatch(/Ayaan|Malik/);
    const link = new URL(notices()[0]?.link ?? '');
    expect(`${link.origin}${link.pathname}`).toBe(`https://teams.microsoft.com/l/entity/${APP}/waymark`);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: `meetings/${story.meeting}` });
    expect(link.searchParams.get('webUrl')).toBe(`https://waymark.example/tab/meetings/${story.meeting}`);
  });

  it('comes once, however often its job runs', async () => {
    await run(booked());
    await run(booked());
    expect(notices()).toHaveLength(1);
  });

  it('sent again after its answer was lost stands in the same chain, so that Teams shows one', async () => {
    story.graph.failNext('activity.notify', 'after');
    await expect(run(booked())).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
    await run(booked());
    expect(new Set(notices().map(({ chain }) => chain)).size).toBe(1);
    await run(given());
    expect(new Set(notices().map(({ chain }) => chain)).size).toBe(2);
  });

  it('waits as one job, and only where there is a Teams to show it', async () => {
    await say(booked());
    await say(booked());
    await story.world.database.within(story.world.scope, (tx) => announce(tx, {}, given()));
    expect(await ofFeed()).toHaveLength(1);
  });

  it('does not come to a person who turned its kind off; the others do', async () => {
    const { world, ruth } = story;
    const on = (await world.casework.openActivityFeed(ruth)).notices.filter(({ kind }) => kind !== 'booked').map(({ kind }) => kind);
    expect((await world.casework.chooseNotices(ruth, { on })).notices.find(({ kind }) => kind === 'booked')).toMatchObject({ on: false });
    await run(booked());
    await run(given());
    expect(notices().map(({ kind }) => kind)).toEqual(['given']);
    expect(
      (await world.casework.openActivityFeed({ ...ruth, person: (await world.actorFor('teacher')).person })).notices.every((one) => one.on),
    ).toBe(true);
  });

  it('about a meeting that is gone is not sent', async () => {
    await run({ about: 'review-booked', meeting: '00000000-0000-4000-8000-00000000dead', to: story.ruth.person });
    expect(notices()).toEqual([]);
  });
});

it('a link to a page with a part and filters comes out of Teams as it went in', () => {
  const page = 'pupil/00000000-0000-4000-8000-000000000001?part=plan&of=a%20b';
  const link = new URL(teamsLink({ app: APP, origin: 'https://waymark.example' }, page));
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: page });
});
