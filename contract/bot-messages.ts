import { z } from 'zod';
import { day, id } from './fields.ts';

/** What the bot says of its own accord. It carries ids; the words are read from the record when it is sent, as the reader may see them. */
export const botMessage = z.discriminatedUnion('about', [
  /** Into the meeting's chat, when it starts: the live card. */
  z.strictObject({ about: z.literal('meeting-started'), meeting: id, by: id }),
  /** To someone to whom a meeting gave an action. */
  z.strictObject({ about: z.literal('actions-given'), meeting: id, to: id }),
  /** To the person who chose the date, once the invitation is in the calendars. */
  z.strictObject({ about: z.literal('review-booked'), meeting: id, to: id }),
  /** To someone who owes dates, or coordinates where somebody else does: one card a day. */
  z.strictObject({ about: z.literal('dates-due'), day, to: id }),
  /** To somebody who is asked for a contribution: the questions, to be answered on the card. */
  z.strictObject({ about: z.literal('contribution-asked'), contribution: id, request: id, to: id }),
  /** The same once more, to somebody who has not answered; `nth` tells reminders apart. */
  z.strictObject({ about: z.literal('contribution-reminder'), contribution: id, request: id, to: id, nth: z.number().int() }),
  /** To whoever asked: who has answered and who has not. */
  z.strictObject({ about: z.literal('contributions-gathered'), request: id, to: id }),
  /** Somebody's day on one card, at the time they chose. */
  z.strictObject({ about: z.literal('morning'), day, to: id }),
  /** To somebody who teaches: what helps, and how it goes; one card a day. */
  z.strictObject({ about: z.literal('strategies'), day, to: id }),
  /** To whoever owes a date that a change of the school's calendar moved. */
  z.strictObject({ about: z.literal('dates-moved'), change: id, to: id }),
]);
export type BotMessage = z.infer<typeof botMessage>;

/** The meeting a message is about; null for one about several cases. */
export const meetingOf = (message: BotMessage): string | null => ('meeting' in message ? message.meeting : null);
