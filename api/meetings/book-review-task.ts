import { finishBooking } from './finish-booking.ts';
import { meetingJob } from './meeting-job.ts';

/** Finishes a booking that a crash or a slow Microsoft 365 left behind; the transaction id keeps it to one event. */
export const bookReviewTask = meetingJob((parts, { organisation, meeting }) => finishBooking(parts, null, organisation, meeting));
