import { z } from 'zod';
import { dueRow } from './caseload.ts';
import { day, id, urgency } from './fields.ts';

export const ownerGroup = z.enum(['ours', 'authority', 'agencies', 'families', 'actions']);

const leads = z
  .array(z.number().int().min(0).max(90))
  .max(5)
  .refine((days) => new Set(days).size === days.length, 'each number of days once');
const coordinatorAfter = z.number().int().min(1).max(60);

/** GET /api/reminders/rules : how many days ahead owners are told, and how many days after the date the coordinator is. */
export const reminderRules = z.strictObject({
  groups: z.array(z.strictObject({ group: ownerGroup, words: z.string(), leads, coordinatorAfter, usual: z.boolean() })),
  /** `This morning 3 people were told of 7 dates.` */
  lately: z.string(),
});
export type ReminderRulesReply = z.infer<typeof reminderRules>;

/** POST /api/reminders/rules : what holds for one group from the next morning on. */
export const reminderRuleRequest = z.strictObject({ group: ownerGroup, leads, coordinatorAfter });
export type ReminderRuleRequest = z.infer<typeof reminderRuleRequest>;

/** GET /api/reminders : what the reader was told of on a day, and is still open and theirs to see. */
export const reminders = z.strictObject({
  day,
  rows: z.array(
    z.strictObject({
      kind: z.enum(['clock', 'action']),
      id: z.string(),
      title: z.string(),
      due: day,
      daysWords: z.string(),
      urgency,
      pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }).nullable(),
      owner: z.string(),
      /** Told because the owner has not done it. */
      overdueWith: z.string().nullable(),
      step: dueRow.shape.step.nullable(),
    }),
  ),
});
export type Reminders = z.infer<typeof reminders>;
export const remindersQuery = z.strictObject({ day: day.optional() });
