import { fileMinutes } from './file-minutes.ts';
import { meetingJob } from './meeting-job.ts';

/** Files minutes that a crash or a slow Microsoft 365 left behind. */
export const fileMinutesTask = meetingJob((parts, { organisation, meeting }) => fileMinutes(parts, null, organisation, meeting));
