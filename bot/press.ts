import type { CardAction } from '#contract/card-actions.ts';
import { showHelp } from './commands/commands.ts';
import * as contributions from './commands/contributions.ts';
import { showClassNeeds, showIdeas, takeIdea } from './commands/guidance.ts';
import { markDone, showActions, showCaseload, showDue } from './commands/my-day.ts';
import { chaseRequest, chooseMorningCard, keepPromise, showToday } from './commands/my-morning.ts';
import { showProfile } from './commands/profile.ts';
import { askForLog, saveLog, showContacts } from './commands/pupil-words.ts';
import * as meeting from './commands/record.ts';
import { askToRefer, saveReferral } from './commands/refer.ts';
import { chooseSlot, proposeReview, showSlots } from './commands/review.ts';
import * as strategies from './commands/strategies.ts';
import type { Answer, Turn } from './turn.ts';

/** Verbs that show and never change: only these may run by themselves when a card is looked at. */
const LOOKING: ReadonlySet<CardAction['verb']> = new Set([
  'help',
  'caseload',
  'due',
  'actions',
  'today',
  'strategies',
  'contacts',
  'profile',
  'log',
  'refer',
  'ideas',
  'class-needs',
  'asked',
  'contribution',
  'gathered',
  'slots',
  'look',
  'decisions',
  'attendance',
  'entry',
]);
export const isLooking = (action: CardAction): boolean => LOOKING.has(action.verb);

/** Answers the press of a button; a command with the same meaning runs the same function. */
export const press = (turn: Turn, action: CardAction): Promise<Answer> => {
  switch (action.verb) {
    case 'help':
      return showHelp(turn);
    case 'caseload':
      return showCaseload(turn);
    case 'due':
      return showDue(turn);
    case 'today':
      return showToday(turn);
    case 'morning-card':
      return chooseMorningCard(turn, action.on);
    case 'promise-kept':
      return keepPromise(turn, action.entry);
    case 'chase-request':
      return chaseRequest(turn, action.request);
    case 'strategies':
      return strategies.showStrategies(turn, action.pupil);
    case 'answer-strategies':
      return strategies.answerStrategies(turn, action);
    case 'actions':
      return showActions(turn);
    case 'done':
      return markDone(turn, { action: action.action });
    case 'contacts':
      return showContacts(turn, action.pupil);
    case 'profile':
      return showProfile(turn, action.pupil);
    case 'log':
      return askForLog(turn, action.pupil);
    case 'save-log':
      return saveLog(turn, action);
    case 'ideas':
      return showIdeas(turn, action.pupil, action.words);
    case 'use-idea':
      return takeIdea(turn, action);
    case 'class-needs':
      return showClassNeeds(turn, action.class);
    case 'refer':
      return askToRefer(turn, action.pupil);
    case 'save-referral':
      return saveReferral(turn, action);
    case 'asked':
      return contributions.showAsked(turn);
    case 'contribution':
      return contributions.showContribution(turn, action.contribution);
    case 'answer-contribution':
      return contributions.answerContribution(turn, action);
    case 'gathered':
      return contributions.showGathered(turn, action.request);
    case 'remind-contributions':
      return contributions.remindContributions(turn, action.request);
    case 'close-contributions':
      return contributions.closeContributions(turn, action.request);
    case 'review':
      return proposeReview(turn, action);
    case 'slots':
      return showSlots(turn, action);
    case 'choose-slot':
      return chooseSlot(turn, action);
    default:
      return pressInMeeting(turn, action);
  }
};

type InMeeting = Extract<CardAction, { meeting: string }>;

const pressInMeeting = (turn: Turn, action: Exclude<InMeeting, { verb: 'slots' | 'choose-slot' }>): Promise<Answer> => {
  switch (action.verb) {
    case 'record':
      return meeting.record(turn, action.meeting);
    case 'start':
      return meeting.start(turn, action);
    case 'look':
      return meeting.look(turn, action.meeting);
    case 'decisions':
      return meeting.showDecisions(turn, action.meeting);
    case 'attendance':
      return meeting.askAttendance(turn, action.meeting);
    case 'save-attendance':
      return meeting.saveAttendance(turn, action);
    case 'entry':
      return meeting.askEntry(turn, action);
    case 'add-entry':
      return meeting.addEntry(turn, action);
    case 'next-item':
      return meeting.nextItem(turn, action);
    case 'off-record':
      return meeting.offRecord(turn, action);
    case 'settle':
      return meeting.settle(turn, action);
    case 'finish':
      return meeting.finish(turn, action);
    default: {
      const unknown: never = action;
      throw new Error(`no such verb: ${JSON.stringify(unknown)}`);
    }
  }
};
