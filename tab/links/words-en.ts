import { parentDayWords, parentTimeWords } from '#domain/calendar/wording.ts';
import type { Words } from './words.ts';

const REVIEWS = { 'annual-review': 'review', 'support-review': 'review', 'parent-meeting': 'meeting' } as const;

const PARTS: Readonly<Record<string, string>> = {
  health: 'The therapist',
  'social-care': 'Social care',
  agency: 'One adviser',
  authority: 'The council’s officer',
  school: 'One member of staff',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'One person';

/** `About an hour`, `About 45 minutes`. */
const long = (minutes: number): string => (minutes === 60 ? 'About an hour' : `About ${minutes} minutes`);

const possessive = (name: string): string => `${name}’s`;

/** English. */
export const english: Words = {
  lang: 'en-GB',
  dir: 'ltr',
  name: 'English',
  unchecked: null,
  loading: 'One moment',
  noConnection: 'There is no connection. What you wrote is still here; try again.',
  notFound: 'This link does not work. Open the newest letter we sent you, or telephone the school.',
  ended: 'This link has ended. If you still need it, telephone the school: we can send a new one.',
  doorTitle: 'The school has sent you a private page',
  doorWords: (sentTo) => `To keep it private we first send a code to ${sentTo}.`,
  sendCode: 'Send me the code',
  sending: 'Sending',
  codeSent: (sentTo, minutes) => `We have sent a code to ${sentTo}. It works for ${minutes} minutes. It can take a minute to arrive.`,
  codeLabel: 'The code, six figures',
  codeWrong: 'Type the six figures of the code.',
  codeOnPaper: 'Type the code from your letter, or the one we have just read to you on the telephone.',
  newCodeByPhone: 'A code works once. For a new one, telephone the school.',
  keyTitle: 'Have you had a letter from your school?',
  keyWords: 'Type the key that stands in the letter. Small or capital letters make no difference.',
  keyLabel: 'The key, 28 letters and figures',
  keyWrong: 'That is not a key. It has seven groups of four letters and figures.',
  goOn: 'Go on',
  newCode: 'Send a new code',
  runOut: 'To keep this page private, your visit has run out. Ask for a new code to go on.',
  hello: (name) => `Hello ${name}`,
  title: ({ purpose, child, time, reading }) => {
    if (purpose === 'time') return `Choose a time for ${possessive(child)} ${REVIEWS[time?.purpose ?? 'annual-review']}`;
    if (purpose === 'read') return `${reading?.title ?? 'To read'}: ${child}`;
    if (purpose === 'contribution') return `What you know of ${child}`;
    return purpose === 'advice'
      ? `Your advice about ${child}`
      : purpose === 'answer'
        ? `What you see of ${child}`
        : `Your view about ${child}`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `${long(minutes)}, ${room ? `in ${room} or by video` : 'by video'}.`,
      interpreter ? `An interpreter for ${interpreter} is asked for.` : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'Everyone else can come',
      writes: `${who(hint.part)} will write instead`,
      'may-not': `${who(hint.part)} may not come`,
      cannot: `${who(hint.part)} cannot come`,
      'not-known': 'We do not know yet who else can come',
    };
    return say[hint.kind];
  },
  day: parentDayWords,
  times: (from, to) => `${parentTimeWords(from)} to ${parentTimeWords(to)}`,
  timesLegend: 'Which time suits you?',
  phoneMe: 'None of these. Telephone me',
  questionTitle: ({ purpose }) => (purpose === 'advice' ? 'Your advice' : purpose === 'answer' ? 'Your answer' : 'Your view'),
  question: ({ purpose, child, question }) => {
    const about = question?.about ? ` (${question.about})` : '';
    if (purpose === 'advice') return `What do you advise for ${child}?${about}`;
    if (purpose === 'answer') return `What do you see of ${child} in class? What helps?${about}`;
    return `What is going well for ${child}? What should change?`;
  },
  asked: ({ words }) => words,
  answerBy: (day) => `The school asks for your answer by ${parentDayWords(day)}.`,
  oneIsEnough: 'One answer is enough; leave the others empty. In your own words, in any language.',
  nothingAnswered: 'Answer at least one question first.',
  placeholder: 'In your own words, in any language',
  send: 'Send',
  nothingChosen: 'Choose a time or write something first.',
  until: (day) => `You can change your answer until ${parentDayWords(day)}. This link is for you alone and stops working then.`,
  who: (count) => `Who will be there (${count})`,
  sent: 'Thank you. We have it.',
  chosen: (when) => `The time is ${when}. An invitation follows by e-mail.`,
  join: 'Join by video',
  willPhone: 'We will telephone you to find another time.',
  viewKept: 'What you wrote',
  change: 'Change what I wrote',
  askPhone: (person) => (person ? `A question? Call ${person}` : 'A question? Call the school'),
};
