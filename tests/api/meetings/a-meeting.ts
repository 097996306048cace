import { randomUUID } from 'node:crypto';
import type { Meeting } from '#contract/meetings.ts';
import { type AyaansCase, ayaansCase } from './a-case.ts';

/** Ayaan's review, booked and running on its day. */
export type RunningReview = AyaansCase & {
  readonly meeting: string;
  readonly opened: Meeting;
  change(): { meeting: string; request: string };
};

/** A new id for a press of a button. */
export const press = (): string => randomUUID();

/** Books the review for its best slot and starts it, two minutes late, on its day. */
export const runningReview = async (): Promise<RunningReview> => {
  const story = await ayaansCase();
  const { world, ruth, pupil } = story;
  const proposal = await world.casework.proposeReview(ruth, { pupil });
  const slot = proposal.slots.find((one) => one.best);
  const { meeting } = await world.casework.bookReview(ruth, {
    meeting: proposal.meeting,
    slot: slot?.id ?? '',
    version: proposal.version,
    agreed: 'phone',
  });
  world.clock.set('2026-12-08T14:02:00.000Z');
  const change = () => ({ meeting, request: press() });
  const opened = await world.casework.startMeeting(ruth, change());
  return { ...story, meeting, opened, change };
};
