import { z } from 'zod';
import { chaseRequest } from '#contract/chasers.ts';
import { complianceQuery, complianceReportQuery, lateReasonRequest } from '#contract/compliance.ts';
import { followRequest } from '#contract/following.ts';
import { reminderRuleRequest, remindersQuery } from '#contract/reminders.ts';
import { to } from '../http/route.ts';

const clock = z.strictObject({ clock: z.string().min(1).max(300) });

/** Both sides' clocks over a stretch of days, why one was late, and who is told of them. */
export const complianceRoutes = {
  compliance: to({ query: complianceQuery }, (casework, actor, ask) => casework.openCompliance(actor, ask)),
  lateReason: to({ path: clock, body: lateReasonRequest }, (casework, actor, ask) => casework.giveLateReason(actor, ask)),
  chaser: to({ path: clock }, (casework, actor, ask) => casework.openChaser(actor, ask)),
  chase: to({ path: clock, body: chaseRequest }, (casework, actor, ask) => casework.chase(actor, ask)),
  following: to({}, (casework, actor) => casework.openFollowing(actor)),
  makeDateFeed: to({ body: followRequest }, (casework, actor, ask) => casework.makeDateFeed(actor, ask)),
  endDateFeed: to({}, (casework, actor) => casework.endDateFeed(actor)),
  followInOutlook: to({ body: followRequest }, (casework, actor, ask) => casework.followInOutlook(actor, ask)),
  leaveOutlook: to({}, (casework, actor) => casework.leaveOutlook(actor)),
  complianceReport: to({ query: complianceReportQuery }, (casework, actor, ask) => casework.reportCompliance(actor, ask)),
  reminderRules: to({}, (casework, actor) => casework.openReminderRules(actor)),
  setReminderRule: to({ body: reminderRuleRequest }, (casework, actor, ask) => casework.setReminderRule(actor, ask)),
  reminders: to({ query: remindersQuery }, (casework, actor, ask) => casework.openReminders(actor, ask)),
};
