import { button, type CardButton } from '../cards/card.ts';
import { helpCard } from '../cards/help-card.ts';
import type { Answer, Turn } from '../turn.ts';
import { showAsked } from './contributions.ts';
import { classByWords, ideaByWords } from './guidance.ts';
import { doneByWords, showActions, showCaseload, showDue } from './my-day.ts';
import { showToday } from './my-morning.ts';
import { profileByWords } from './profile.ts';
import { contactsByWords, logByWords } from './pupil-words.ts';
import { decisionsByWords, recordByWords } from './record.ts';
import { referByWords } from './refer.ts';
import { reviewByWords } from './review.ts';
import { showStatus } from './status.ts';
import { showStrategies } from './strategies.ts';

/** One thing that can be asked in plain words. `heard` takes the rest of the sentence as its first group. */
type Command = {
  readonly type: string;
  readonly does: string;
  readonly heard: RegExp;
  readonly run: (turn: Turn, rest: string) => Promise<Answer>;
  readonly press?: CardButton;
};

/** Everything the bot understands, in the order in which help lists it. The first that is heard runs. */
export const commands: readonly Command[] = [
  {
    type: 'my caseload',
    does: 'The pupils to look at first, each with the reason.',
    heard: /^(?:show )?(?:my |the )?(?:case ?load|pupils)()(?: today)?$/i,
    run: showCaseload,
    press: button('Show', { verb: 'caseload' }),
  },
  {
    type: 'today',
    does: 'Your day on one card: what is due, what changed, the meetings of the week. It can come by itself each morning.',
    heard: /^(?:my |what(?:’s| is|'s) )?(?:today|day|morning(?: card)?)()$/i,
    run: showToday,
    press: button('Show', { verb: 'today' }),
  },
  {
    type: 'due',
    does: 'What is due, who owes it and why.',
    heard: /^(?:what(?:’s| is|'s) )?(?:due|overdue|late)()(?: today| this week)?$/i,
    run: showDue,
    press: button('Show', { verb: 'due' }),
  },
  {
    type: 'review Amina before half term',
    does: 'Who must come, the window the law allows, and three dates that can work.',
    heard: /^(?:please )?(?:book|schedule|find a date for|plan)? ?(?:a |the )?review(?:\s+(.*))?$/i,
    run: reviewByWords,
  },
  {
    type: 'record',
    does: 'Starts the record of the meeting of this chat, or of today’s next meeting.',
    heard: /^(?:start )?(?:the )?record(?:ing)?()$|^take notes()$/i,
    run: recordByWords,
  },
  { type: 'decisions', does: 'What that meeting has decided so far.', heard: /^(?:show )?(?:the )?decisions()$/i, run: decisionsByWords },
  {
    type: 'actions',
    does: 'What you have promised to do, with numbers.',
    heard: /^(?:show )?(?:my )?(?:actions|to ?do|tasks)()$/i,
    run: (turn) => showActions(turn),
    press: button('Show', { verb: 'actions' }),
  },
  { type: 'done 3', does: 'Marks action 3 as done.', heard: /^done(?:\s+(.*))?$/i, run: doneByWords },
  {
    type: 'asked',
    does: 'What you are asked about pupils you work with, to be answered here.',
    heard: /^(?:what (?:am i|i am|i’m|i'm) )?asked()(?: of me| me)?$|^(?:my )?contributions()$/i,
    run: showAsked,
    press: button('Show', { verb: 'asked' }),
  },
  {
    type: 'strategies',
    does: 'What helps the pupils you teach, and how it goes: works, does not, not tried.',
    heard: /^(?:my )?(?:strategies|what (?:helps|works))()$/i,
    run: (turn) => showStrategies(turn),
    press: button('Show', { verb: 'strategies' }),
  },
  {
    type: 'log Amina: call with mother, all well',
    does: 'Saves a call, a visit, a message, an observation or a note. Asks for what is missing.',
    heard: /^log(?:\s+(.*))?$/is,
    run: logByWords,
  },
  {
    type: 'refer Amina',
    does: 'Four questions: what worries you, what was seen, what was tried, what goes well. The coordinator decides.',
    heard: /^(?:refer|raise a concern (?:about|for)|concern (?:about|for))(?:\s+(.*))?$/is,
    run: referByWords,
  },
  {
    type: 'status',
    does: 'How Waymark and Microsoft 365 are doing, what waits, and what there is to do.',
    heard: /^(?:what(?:’s| is|'s) (?:the )?)?status()$|^(?:is )?(?:something|anything) wrong()$/i,
    run: showStatus,
  },
  {
    type: 'idea for Amina writing',
    does: 'Up to three things to try tomorrow, tied to what is on record, each with Use it.',
    heard: /^ideas?(?: for)?(?:\s+(.*))?$/i,
    run: ideaByWords,
  },
  {
    type: 'class 6 Oak needs',
    does: 'What helps each pupil of a class, as the class sheet says it.',
    heard: /^(?:what does )?class\s+(.*?)\s+needs?$/i,
    run: classByWords,
  },
  {
    type: 'who to contact Amina',
    does: 'Family and team, and who must not be reached.',
    heard: /^(?:who (?:to|do i|should i|can i) (?:contact|call|ring)|contacts?)(?:\s+(.*))?$/i,
    run: contactsByWords,
  },
  {
    type: 'profile Amina',
    does: 'What people like about the pupil, what matters, how to help.',
    heard: /^(?:show )?(?:the )?(?:one[- ]page )?profile(?:\s+(.*))?$/i,
    run: profileByWords,
  },
];

/** `help`: the table above as a card. */
export const showHelp = async (turn: Turn, opening?: string): Promise<Answer> => ({
  kind: 'open',
  card: helpCard(commands, turn.chat.kind === 'personal' ? turn.tabLink({ page: 'today' }) : null, opening),
});

const HELP = /^(?:help|hello|hi|hey|good (?:morning|afternoon)|start|\?|what can you do)[ .!?]*$/i;

/** Answers what a person typed. Words that mean nothing are answered with what can be asked. */
export const understand = (turn: Turn, typed: string): Promise<Answer> => {
  const words = typed.replace(/\s+/g, ' ').trim().slice(0, 2000);
  if (words === '' || HELP.test(words)) return showHelp(turn);
  for (const command of commands) {
    const heard = command.heard.exec(words.replace(/[.!?]+$/, ''));
    if (heard) return command.run(turn, (heard.slice(1).find((group) => group) ?? '').trim());
  }
  return showHelp(turn, 'I did not understand that');
};
