import type { Day, Instant } from '#domain/calendar/day.ts';
import { nightlyOn } from '#domain/roster/nightly.ts';
import { activityNoticeTask } from './activity-feed/activity-notice-task.ts';
import { sealAuditTask } from './audit/seal-audit-task.ts';
import { recountClocksTask } from './clocks/recount-clocks-task.ts';
import { placeDatesTask } from './compliance/place-dates-task.ts';
import { remindOfDatesTask } from './compliance/remind-of-dates-task.ts';
import { sendChaserTask } from './compliance/send-chaser-task.ts';
import { chaseTask } from './contributions/chase-task.ts';
import { fileExistingPlanTask } from './existing-plans/file-existing-plan-task.ts';
import { sendCodeTask } from './links/send-code-task.ts';
import { sendLinkTask } from './links/send-link-task.ts';
import { bookReviewTask } from './meetings/book-review-task.ts';
import { fileMinutesTask } from './meetings/file-minutes-task.ts';
import { inviteFamilyTask } from './meetings/invite-family-task.ts';
import { remindOfPapersTask } from './meetings/remind-of-papers-task.ts';
import { sendMinutesTask } from './meetings/send-minutes-task.ts';
import { sendOwnCardTask, setMorningsTask } from './mornings/own-card-tasks.ts';
import type { Parts } from './parts.ts';
import { buildRecordsTask } from './privacy/build-records-task.ts';
import { eraseRecordTask } from './privacy/erase-record-task.ts';
import { expireArchivesTask } from './privacy/expire-archives-task.ts';
import { gatherRecordsTask } from './privacy/gather-records-task.ts';
import { retireCardsTask } from './privacy/retire-cards-task.ts';
import { syncPeopleTask } from './roster/sync-people-task.ts';
import { compareFileTask } from './watching/compare-file-task.ts';
import { followCalendarTask } from './watching/follow-calendar-task.ts';
import { followLibraryTask } from './watching/follow-library-task.ts';
import { keepWatchTask } from './watching/keep-watch-task.ts';

/** One kind of work the queue does: given its parts, then a job's payload as it lies in the queue. */
export type Task = (parts: Parts) => (payload: unknown) => Promise<void>;

/** Every task by the name that `enqueue` uses. */
export const tasks = {
  'seal-audit': sealAuditTask,
  'activity-notice': activityNoticeTask,
  'recount-clocks': recountClocksTask,
  'remind-of-dates': remindOfDatesTask,
  'send-chaser': sendChaserTask,
  'place-dates': placeDatesTask,
  'sync-people': syncPeopleTask,
  'book-review': bookReviewTask,
  'invite-family': inviteFamilyTask,
  'remind-of-papers': remindOfPapersTask,
  'file-minutes': fileMinutesTask,
  'file-existing-plan': fileExistingPlanTask,
  'send-minutes': sendMinutesTask,
  'send-link': sendLinkTask,
  'chase-contributions': chaseTask,
  'send-link-code': sendCodeTask,
  'gather-records': gatherRecordsTask,
  'build-records': buildRecordsTask,
  'expire-archives': expireArchivesTask,
  'erase-record': eraseRecordTask,
  'retire-cards': retireCardsTask,
  'keep-watch': keepWatchTask,
  'follow-library': followLibraryTask,
  'follow-calendar': followCalendarTask,
  'compare-file': compareFileTask,
  'set-mornings': setMorningsTask,
  'send-own-card': sendOwnCardTask,
} as const satisfies Record<string, Task>;

/** What happens by the clock, once for each organisation; `at` spreads the organisations, each at its own time after the clock's. */
export const routine: readonly {
  readonly task: keyof typeof tasks;
  readonly cron: string;
  readonly at?: (organisation: string, now: Instant) => Instant;
}[] = [
  { task: 'seal-audit', cron: '* * * * *' },
  { task: 'sync-people', cron: '0 1 * * *', at: (organisation, now) => nightlyOn(organisation, now.slice(0, 10) as Day) },
  { task: 'recount-clocks', cron: '2 5 * * *' },
  { task: 'place-dates', cron: '40 5 * * *' },
  { task: 'remind-of-dates', cron: '20 5,17 * * *' },
  { task: 'keep-watch', cron: '17 * * * *' },
  { task: 'follow-library', cron: '50 1 * * *' },
  { task: 'follow-calendar', cron: '55 1 * * *' },
  { task: 'set-mornings', cron: '30 4,16 * * *' },
  { task: 'retire-cards', cron: '32 3 * * *' },
  { task: 'expire-archives', cron: '7 * * * *' },
];
