import { actionsCard } from '#bot/cards/actions-card.ts';
import { askedCard } from '#bot/cards/asked-card.ts';
import { attendanceCard } from '#bot/cards/attendance-card.ts';
import type { Card } from '#bot/cards/card.ts';
import { button } from '#bot/cards/card.ts';
import { caseloadCard } from '#bot/cards/caseload-card.ts';
import { chooseSlotCard } from '#bot/cards/choose-slot-card.ts';
import { classNeedsCard } from '#bot/cards/class-needs-card.ts';
import { contactsCard } from '#bot/cards/contacts-card.ts';
import { contributionAnsweredCard, contributionCard, contributionEndedCard } from '#bot/cards/contribution-card.ts';
import { datesMovedCard } from '#bot/cards/dates-moved-card.ts';
import { dueCard } from '#bot/cards/due-card.ts';
import { entryCard } from '#bot/cards/entry-card.ts';
import { evidenceCard } from '#bot/cards/evidence-card.ts';
import { decisionsCard, finishWaitsCard, heldForAllCard, minutesCard } from '#bot/cards/finish-card.ts';
import { gatheredCard } from '#bot/cards/gathered-card.ts';
import { helpCard } from '#bot/cards/help-card.ts';
import { ideasCard } from '#bot/cards/ideas-card.ts';
import { liveRecordCard } from '#bot/cards/live-record-card.ts';
import { logCard } from '#bot/cards/log-card.ts';
import { morningCard } from '#bot/cards/morning-card.ts';
import { faultCard, noticeCard } from '#bot/cards/notice-card.ts';
import { ownViewCard } from '#bot/cards/own-view-card.ts';
import { pupilChoiceCard } from '#bot/cards/pupil-choice-card.ts';
import { referCard } from '#bot/cards/refer-card.ts';
import { remindersCard } from '#bot/cards/reminders-card.ts';
import { reviewBookedCard, reviewBookedForAllCard } from '#bot/cards/review-booked-card.ts';
import { allReadCard, notRecordedCard, strategiesAnsweredCard, strategiesCard } from '#bot/cards/strategies-card.ts';
import { veilCard } from '#bot/cards/veil-card.ts';
import { welcomeCard } from '#bot/cards/welcome-card.ts';
import { commands } from '#bot/commands/commands.ts';
import { caseCard } from '#bot/message-extension.ts';
import type { Caseload, CaseloadRow, Found, Today } from '#contract/caseload.ts';
import type { Actions, BookedReview, Meeting, Proposal } from '#contract/meetings.ts';
import type { PupilPage } from '#contract/pupils.ts';
import type { Reminders } from '#contract/reminders.ts';
import type { HelpedPupil } from '#contract/strategies.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { SHIPPED } from '#domain/guidance/library.ts';
import { askedOfMe, contributionAnswered, contributionForm, gathered } from './sample-contributions.ts';

/** Every card there is, drawn from one story: Ayaan Malik's review on Mon 23 Nov 2026. The gallery shows them, tests hold them to the schema. */
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const today = '2026-11-23' as Day;
const words = (day: string) => dayWords(day as Day, today);
const tab = 'https://waymark.example/tab/';
const at = (time: string) => `2026-11-23T${time}:00.000Z` as Instant;

export const ayaan = { id: id(1), name: 'Ayaan Malik', caseRef: 'WM-0398' };

export const proposal: Proposal = {
  meeting: id(10),
  version: 3,
  pupil: ayaan,
  purpose: 'annual-review',
  title: 'Annual review',
  places: [],
  window: {
    from: '2026-12-07' as Day,
    to: '2026-12-18' as Day,
    words: 'Between Mon 7 and Fri 18 Dec.',
    why: ['Papers go out two weeks before.'],
  },
  slots: [
    slot('2026-12-08', '14:00', true, 'All staff and agencies can.', 'No cover needed.', 'later'),
    slot('2026-12-10', '09:15', false, 'One cannot: Joanna Tse, clinic.', 'Cover for 9B maths.', 'near'),
    slot('2026-12-14', '15:30', false, 'One not sure: Kirsty Bell.', 'After school.', 'later'),
  ],
  people: [],
  notInvited: 'Not invited: Imran Malik, restricted contact.',
  calendarsReadAt: at('08:41'),
  otherSlots: '',
  next: [],
  invitationsBy: '2026-11-24' as Day,
  papers: [],
};

function slot(day: string, from: string, best: boolean, verdict: string, reason: string, urgency: Proposal['slots'][number]['urgency']) {
  return { id: `${day}T${from}`, day: day as Day, from, to: '15:00', best, verdict, urgency, reason };
}

export const booked: BookedReview = {
  meeting: id(10),
  version: 4,
  caseRef: 'WM-0398',
  pupil: { id: id(1), name: 'Ayaan Malik' },
  title: 'Annual review',
  state: 'booked',
  startsAt: '2026-12-08T14:00:00.000Z' as Instant,
  when: 'Tue 8 Dec, 14:00 to 15:00',
  where: 'Room 4 and Teams',
  coming: '7 invited, 5 accepted',
  papers: '5 of 7 in; sent out Tue 24 Nov',
  afterwards: 'Report Tue 22 Dec · decision Tue 5 Jan',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0',
};

export const running: Meeting = {
  id: id(10),
  version: 9,
  pupil: { ...ayaan, initials: 'A.M.' },
  purpose: 'annual-review',
  title: 'Annual review, Ayaan Malik',
  state: 'running',
  startsAt: at('14:00'),
  when: 'Mon 23 Nov, 14:00 to 15:00',
  where: 'Room 4 and Teams',
  joinUrl: null,
  agenda: [
    { title: 'Welcome and who is here', state: 'done' },
    { title: 'Ayaan’s view', state: 'done' },
    { title: 'Progress towards outcomes', state: 'current' },
    { title: 'Does the provision work?', state: 'to-come' },
    { title: 'Preparing for adulthood', state: 'to-come' },
    { title: 'Recommendation', state: 'to-come' },
  ],
  currentItem: 2,
  offRecordSince: null,
  startedAt: at('14:02'),
  people: [
    person(21, 'Ruth Okafor', 'SENCO', 'yes', 'present'),
    person(22, 'Tomasz Zieliński', 'tutor, maths', 'yes', 'present'),
    person(23, 'Saima Malik', 'mother', 'yes', 'online'),
    person(24, 'Joanna Tse', 'speech and language therapist', 'no', null),
  ],
  places: [],
  wrongExcusals: [],
  entries: [
    entry(31, 1, 'view', 'I like the small room.', { saidBy: 'Ayaan Malik' }),
    entry(32, 2, 'decision', 'Keep outcome 2, raise the measure to 8 of 10.', {}),
    entry(33, 2, 'action', 'Break card in every room.', { owner: 'Tomasz Zieliński', due: '2026-12-18' as Day }),
    entry(34, 2, 'view', 'At home he tells me now.', { saidBy: 'Saima Malik' }),
  ],
  owners: [
    { id: id(21), name: 'Ruth Okafor' },
    { id: id(22), name: 'Tomasz Zieliński' },
  ],
  minutes: null,
  blockers: [],
  can: ['record'],
};

function person(number: number, name: string, words: string, reply: string | null, attended: Meeting['people'][number]['attended']) {
  return { id: id(number), name, words, required: true, reply, attended, seats: [], excusal: null, excusable: false };
}
function entry(
  number: number,
  item: number,
  kind: Meeting['entries'][number]['kind'],
  said: string,
  more: Partial<Meeting['entries'][number]>,
) {
  return { id: id(number), kind, item, words: said, saidBy: null, owner: null, due: null, at: at('14:21'), until: null, ...more };
}

const waiting: Meeting = {
  ...running,
  currentItem: 5,
  entries: [...running.entries, entry(35, 3, 'action', 'Visit the college open evening with Ayaan', {})],
  blockers: ['An action has no owner and no date: Visit the college open evening with Ayaan.'],
};
const held: Meeting = {
  ...running,
  state: 'held',
  minutes: { name: 'WM-0398 minutes 2026-11-23.docx', webUrl: 'https://hollinbank.example/WM-0398/minutes.docx' },
};

const next = {
  clock: 'c1',
  title: 'Annual review complete',
  due: '2027-01-15' as Day,
  daysLeft: 53,
  daysWords: '53 days left',
  urgency: 'later',
  owner: { kind: 'organisation', words: 'Westmere Council' },
} as const;

export const caseloadRow = (number: number, givenName: string, surname: string, more: Partial<CaseloadRow> = {}): CaseloadRow => ({
  id: id(number),
  caseRef: `WM-0${400 + number}`,
  givenName,
  surname,
  yearGroup: 9,
  className: '9 B',
  stage: 'plan',
  need: { code: 'SLCN', words: 'Speech, language and communication' },
  flags: [{ kind: 'no-session', urgency: 'near', words: 'No session logged since 9 Nov' }],
  next,
  reviewMonth: null,
  keyWorker: null,
  lastContact: null,
  whatWorks: [],
  ...more,
});

const caseload: Caseload = {
  rows: [
    caseloadRow(1, 'Ayaan', 'Malik', { caseRef: 'WM-0398' }),
    caseloadRow(2, 'Callum', 'Reid', { next: { ...next, due: '2026-11-20' as Day, daysWords: '3 days late', urgency: 'late' } }),
    caseloadRow(3, 'Mei-Lin', 'Zhao', { flags: [], next: null }),
  ],
  counts: { pupils: 198, plans: 41, needALook: 12 },
  countedAt: at('08:40'),
};

const told: Reminders = {
  day: today,
  rows: [
    {
      kind: 'clock',
      id: 'eng.review.report~1',
      title: 'Send the annual review report',
      due: '2026-11-20' as Day,
      daysWords: '3 days late',
      urgency: 'late',
      pupil: ayaan,
      owner: 'You',
      overdueWith: null,
      step: { words: 'Open report', deed: 'open-meeting', target: id(10) },
    },
    {
      kind: 'action',
      id: id(20),
      title: '3. Break card in every room',
      due: '2026-11-19' as Day,
      daysWords: '4 days late',
      urgency: 'late',
      pupil: ayaan,
      owner: 'Tomasz Zieliński',
      overdueWith: 'Tomasz Zieliński',
      step: null,
    },
    {
      kind: 'action',
      id: id(21),
      title: '4. Ask for the advice',
      due: '2026-11-24' as Day,
      daysWords: '1 day left',
      urgency: 'near',
      pupil: ayaan,
      owner: 'You',
      overdueWith: null,
      step: { words: 'Mark done', deed: 'mark-done', target: id(21) },
    },
  ],
};

const due: Today = {
  today,
  sentence: 'Two are late, one is due today.',
  rows: [
    {
      id: 'r1',
      kind: 'clock',
      due: '2026-11-20' as Day,
      daysLeft: -3,
      daysWords: '3 days late',
      urgency: 'late',
      title: 'Send the review report',
      pupil: { ...ayaan, yearGroup: 9 },
      why: 'two weeks after the review meeting',
      owner: { kind: 'you', words: 'You' },
      mine: true,
      step: { words: 'Find a date', deed: 'find-a-date', target: id(1) },
    },
    {
      id: 'r2',
      kind: 'action',
      due: today,
      daysLeft: 0,
      daysWords: 'Today',
      urgency: 'near',
      title: 'Ring the college',
      pupil: null,
      why: 'promised on Mon 16 Nov',
      owner: { kind: 'you', words: 'You' },
      mine: true,
      step: { words: 'Mark done', deed: 'mark-done', target: id(40) },
    },
  ],
  changes: [],
  changedSince: at('00:00'),
  meetings: [],
  taught: { pupils: 8, toRead: 1 },
  clocks: { count: 318, pupils: 198, countedAt: at('08:40') },
};

export const actions: Actions = {
  rows: [
    {
      id: id(40),
      number: 3,
      words: 'Break card in every room',
      pupil: ayaan,
      owner: 'Ruth Okafor',
      mine: true,
      due: '2026-12-18' as Day,
      daysWords: '25 days left',
      urgency: 'later',
      doneOn: null,
    },
  ],
};

export const found: Found['pupils'] = [
  { ...ayaan, className: '9 B', yearGroup: 9, stage: 'plan' },
  { id: id(5), name: 'Ayaan Shah', caseRef: null, className: '3 Ash', yearGroup: 3, stage: 'none' },
];

export const page: PupilPage = {
  ...ayaan,
  givenName: 'Ayaan',
  absence: null,
  surname: 'Malik',
  yearGroup: 9,
  className: '9 B',
  ageWords: '13 years 8 months',
  stage: 'plan',
  stageWords: 'EHC plan',
  leftOn: null,
  restrictedContacts: 1,
  strengths: [],
  difficulties: [],
  whatWorks: [],
  clocks: [],
  needs: [],
  goals: [],
  provision: [],
  plans: [],
  meetings: [],
  metElsewhere: [],
  contacts: [
    {
      id: id(51),
      name: 'Saima Malik',
      relation: 'mother',
      responsibility: true,
      detail: 'Urdu, interpreter · phone, after 15:00',
      restriction: null,
    },
    {
      id: id(52),
      name: 'Imran Malik',
      relation: 'father',
      responsibility: true,
      detail: '',
      restriction: 'Court order, seen by R. Okafor on 3 Sep',
    },
  ],
  documents: [],
  team: [{ id: id(22), name: 'Tomasz Zieliński', words: 'tutor, maths' }],
  timeline: [],
  timelineCount: 0,
  can: ['draft-plan', 'find-a-date', 'log', 'record-score'],
  folderUrl: null,
};

const sheet = (meeting: Meeting) => ({ meeting, timeZone: 'Europe/London', request: id(90) });
const accounts = ['29:ruth', '29:tomasz'];

/** Cards that everyone in a group reads. They must not hold a word of a child's name. */
export const cardsForAll = (): Readonly<Record<string, Card>> => ({
  'welcome in a group': welcomeCard(true, null),
  'review booked, for all': reviewBookedForAllCard(booked),
  'live record': liveRecordCard(sheet(running), accounts),
  'live record, the child’s view': liveRecordCard(sheet({ ...running, currentItem: 1 }), accounts),
  'live record, off the record': liveRecordCard(sheet({ ...running, offRecordSince: at('14:30') }), accounts),
  'live record, not started': liveRecordCard(
    sheet({ ...running, state: 'booked', startedAt: null, currentItem: null, entries: [] }),
    accounts,
  ),
  'live record, held': heldForAllCard(held, accounts),
  veil: veilCard('Review WM-0398', button('Show me', { verb: 'slots', meeting: id(10) }), '29:ruth'),
  'case from the compose box': caseCard(ayaan, tab),
});

/** Every card, by what it is. */
const message = {
  author: 'Gareth Pugh',
  when: 'Fri 20 Nov 2026, 10:12',
  words: 'He asked for the now–next card himself and stayed.',
  attached: ['Advice.docx'],
};

const helped: HelpedPupil = {
  id: id(1),
  name: 'Callum Reid',
  caseRef: 'WM-0412',
  className: '6 Oak',
  goodAt: ['reading aloud', 'maps'],
  edition: 'no plan',
  planVersion: 4,
  changedWords: 'Changed Thu 19 Nov',
  readWords: null,
  strategies: [
    { line: id(31), version: 1, words: 'Show, then tell: a picture of the task first', mark: 'works', said: null, changed: false },
    { line: id(32), version: 2, words: 'Ten minutes’ warning of any change', mark: 'does-not', said: 'He loses the card', changed: true },
    { line: id(33), version: 1, words: 'Begin the first sentence together', mark: null, said: null, changed: false },
  ],
};

export const sampleCards = (): Readonly<Record<string, Card>> => ({
  ...cardsForAll(),
  welcome: welcomeCard(false, tab),
  help: helpCard(commands, tab),
  caseload: caseloadCard(caseload, words, tab),
  'caseload, nobody': caseloadCard({ ...caseload, rows: [], counts: { pupils: 0, plans: 0, needALook: 0 } }, words, tab),
  due: dueCard(due, words, () => tab),
  'the day on one card': morningCard(due, {
    asked: 2,
    dayWords: words,
    timeZone: 'Europe/London',
    tabLink: () => tab,
    comes: null,
    at: '07:45',
  }),
  'what helps a pupil': strategiesCard(helped, { when: 'This week', others: 3, openTab: tab }),
  'what helps a pupil, answered': strategiesAnsweredCard({ pupil: helped, savedWords: 'Read, Mon 23 Nov 10:41', moved: null }, 3),
  'what helps, all read': allReadCard(8, tab),
  'what helps, not recorded': notRecordedCard('You no longer teach this class, so nothing was recorded.', [
    'Strategy 1: Works',
    'He loses it',
  ]),
  'dates that a closed day moved': datesMovedCard(
    {
      words: 'Closed Thu 3 Dec 2026: snow',
      at: at('09:00'),
      by: 'Ruth Okafor',
      moved: [
        {
          clock: `tx.eval.report~${id(70)}`,
          title: 'Written evaluation report',
          pupil: ayaan,
          from: '2027-01-27' as Day,
          to: '2027-01-28' as Day,
        },
      ],
    },
    words,
    tab,
  ),
  'dates to keep in mind': remindersCard(told, words, () => tab),
  'dates to keep in mind, all done': remindersCard({ ...told, rows: [] }, words, () => tab),
  'pupil choice': pupilChoiceCard('Ayaan', found, (pupil) => button('Choose', { verb: 'contacts', pupil })),
  'choose slot': chooseSlotCard(proposal, words, tab),
  'choose slot, gone': chooseSlotCard(
    proposal,
    words,
    tab,
    'Tue 8 Dec, 14:00 has gone: Room 4 is taken for Review WM-0412. Look for dates again.',
  ),
  'choose slot, none': chooseSlotCard({ ...proposal, slots: [] }, words, tab),
  'review booked': reviewBookedCard(booked, tab),
  'own view': ownViewCard(sheet(running), words),
  'own view, moved on': ownViewCard(sheet(running), words, 'This moved on at 14:25.'),
  'own view, off the record': ownViewCard(sheet({ ...running, offRecordSince: at('14:30') }), words),
  'new decision': entryCard(sheet(running), 'decision'),
  'new action': entryCard(sheet(running), 'action'),
  'new view': entryCard(sheet(running), 'view'),
  'new disagreement': entryCard(sheet(running), 'disagreement', { words: 'Kept' }, 'The record moved on while you wrote.'),
  attendance: attendanceCard(sheet(running)),
  'finish waits': finishWaitsCard(sheet(waiting)),
  'minutes ready': minutesCard(held, words),
  'minutes being written': minutesCard({ ...held, minutes: null }, words),
  decisions: decisionsCard(running, words),
  actions: actionsCard(actions, words, tab),
  'actions, one done': actionsCard({ rows: [] }, words, tab, 'Action 3 is done'),
  contacts: contactsCard(page, tab),
  log: logCard(page, today, id(91)),
  ideas: ideasCard(
    {
      pupil: { id: id(1), name: page.name, caseRef: page.caseRef },
      sentence: 'On record: writing.',
      ideas: [
        {
          strategy: SHIPPED[0]!,
          barrierWords: 'Writing',
          why: 'named with an accommodation',
          sortWords: 'Reasonable adjustment: how it is done',
          evidenceWords: 'Some: a few studies',
        },
      ],
    },
    () => id(93),
  ),
  'class needs': classNeedsCard({
    id: id(94),
    name: '6 Oak',
    day: '2026-11-23' as Day,
    dayWords: 'Mon 23 Nov',
    validWords: 'valid today',
    sentence: '1 pupil, up to three things each.',
    school: 'Hollin Bank School',
    coordinator: 'Ruth Okafor',
    rows: [
      {
        id: id(1),
        name: 'Callum R.',
        goodAt: ['Reads aloud'],
        doThis: [{ words: 'Show, then tell', said: null }],
        ifWrong: [],
        profile: true,
      },
    ],
    leftOff: 0,
    printedBy: 'Ruth Okafor',
  }),
  refer: referCard(page, id(92)),
  'message as evidence': evidenceCard(message, { about: 'pupil' }),
  'message as evidence, one of two': evidenceCard(message, { about: 'one-of', pupils: found, more: false }, { which: 'Ayaan' }),
  'message as evidence, naming others': evidenceCard(message, { about: 'other-names', names: ['Mei Chen'], pupil: id(1) }),
  'refer, incomplete': referCard(page, id(92), { tried: 'A task list on the desk since September.' }, 'Write what worries you.'),
  'asked of me': askedCard(askedOfMe),
  'asked of me, nothing': askedCard({ asked: [] }),
  contribution: contributionCard(contributionForm),
  'contribution, incomplete': contributionCard(contributionForm, {
    typed: [{ question: 'well', words: 'Explains maps to others.' }],
    missing: 'The answers are longer than the record takes. Shorten them by 12 characters.',
  }),
  'contribution, reminder': contributionCard(contributionForm, { reminder: 'A reminder: this has no answer from you yet.' }),
  'contribution, answered': contributionAnsweredCard(contributionAnswered),
  'contribution, to change': contributionCard(contributionAnswered),
  'contribution, ended': contributionEndedCard(
    'Ruth Okafor closed this on Fri 27 Nov. If it should still reach the record, tell Ruth Okafor.',
    [{ asked: 'What goes well?', words: 'Explains maps to others.' }],
  ),
  gathered: gatheredCard(gathered, { today, url: tab }),
  'gathered, closed': gatheredCard(
    { ...gathered, request: { ...gathered.request, state: 'closed', endWords: 'Closed Fri 27 Nov by Ruth Okafor', can: [] } },
    { today, url: tab, notice: 'Closed. Nobody is reminded any more.' },
  ),
  'log, incomplete': logCard(page, today, id(91), { kind: 'call', promise: 'Send the timetable' }, 'A promise needs its date.'),
  notice: noticeCard('Logged', 'Logged: call with Saima Malik'),
  fault: faultCard('4F7A91C2'),
});
