import { type ActionOf, attendanceOf, type CardAction } from '#contract/card-actions.ts';
import type { Meeting } from '#contract/meetings.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { attendanceCard } from '../cards/attendance-card.ts';
import type { Card } from '../cards/card.ts';
import { entryCard } from '../cards/entry-card.ts';
import { decisionsCard, finishWaitsCard, heldForAllCard, minutesCard } from '../cards/finish-card.ts';
import { liveRecordCard, nameless, type Sheet } from '../cards/live-record-card.ts';
import { ownViewCard } from '../cards/own-view-card.ts';
import { refusalOf } from '../refusals.ts';
import { type Answer, type Turn, Unclear, wordsForDay } from '../turn.ts';
import { samePress } from './same-press.ts';

/** `record`: the meeting of this chat, or the asker's meeting that runs now, or today's next. */
export const recordByWords = async (turn: Turn): Promise<Answer> => record(turn, await meetingHere(turn));

/** Starts the record where it has not started, and shows it. */
export const record = async (turn: Turn, id: string): Promise<Answer> => {
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: id });
  if (turn.chat.kind === 'group') await turn.linkChat(id);
  return meeting.state === 'booked' ? start(turn, { verb: 'start', meeting: id, request: turn.request() }) : show(turn, meeting);
};

export const start = async (turn: Turn, { meeting, request }: ActionOf<'start'>): Promise<Answer> =>
  show(turn, await turn.casework.startMeeting(turn.actor, { meeting, request }));

/** One person's look at the card. */
export const look = async (turn: Turn, id: string): Promise<Answer> =>
  show(turn, await turn.casework.openMeeting(turn.actor, { meeting: id }));

export const decisionsByWords = async (turn: Turn): Promise<Answer> => showDecisions(turn, await meetingHere(turn));

export const showDecisions = async (turn: Turn, id: string): Promise<Answer> => {
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: id });
  return {
    kind: 'own',
    card: decisionsCard(meeting, wordsForDay(turn)),
    title: `Decisions, ${meeting.pupil.caseRef}`,
    look: { verb: 'decisions', meeting: id },
  };
};

export const askAttendance = async (turn: Turn, id: string): Promise<Answer> => {
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: id });
  return form(meeting, attendanceCard(sheetOf(turn, meeting)), { verb: 'attendance', meeting: id });
};

export const saveAttendance = (turn: Turn, press: ActionOf<'save-attendance'>): Promise<Answer> =>
  change(turn, press, (ask) => turn.casework.noteAttendance(turn.actor, { ...ask, people: attendanceOf(press) ?? [] }));

export const askEntry = async (turn: Turn, { meeting: id, kind }: ActionOf<'entry'>): Promise<Answer> => {
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: id });
  return form(meeting, entryCard(sheetOf(turn, meeting), kind), { verb: 'entry', meeting: id, kind });
};

/** Adds an entry. When the record moved on to another item while it was typed, nothing typed is lost: the form comes back for the item that is open. */
export const addEntry = async (turn: Turn, press: ActionOf<'add-entry'>): Promise<Answer> => {
  const { meeting: id, request, version, item, kind, words, saidBy, owner, due } = press;
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: id });
  const again = (notice: string): Answer =>
    form(meeting, entryCard(sheetOf(turn, meeting), kind, press, notice), { verb: 'entry', meeting: id, kind });
  if (!words) return again('Write what was said.');
  if (kind === 'view' && !saidBy) return again('Say whose view it is.');
  if (meeting.state === 'running' && meeting.currentItem !== item)
    return again('The record moved on while you wrote. Add it here if it belongs here.');
  const own = { meeting: id, request: samePress(request, kind, words, saidBy), version, kind, words };
  return show(
    turn,
    await turn.casework.addEntry(turn.actor, { ...own, ...(saidBy && { saidBy }), ...(owner && { owner }), ...(due && { due }) }),
  );
};

export const nextItem = (turn: Turn, press: ActionOf<'next-item'>): Promise<Answer> =>
  change(turn, press, (ask) => turn.casework.nextItem(turn.actor, ask));

export const offRecord = (turn: Turn, press: ActionOf<'off-record'>): Promise<Answer> =>
  change(turn, press, (ask) => turn.casework.goOffRecord(turn.actor, { ...ask, off: press.off }));

export const settle = async (turn: Turn, press: ActionOf<'settle'>): Promise<Answer> => {
  const { action, owner, due } = press;
  if (!owner || !due) throw new Unclear('An action needs an owner and a date.');
  return change(turn, press, (ask) => turn.casework.settleAction(turn.actor, { ...ask, action, owner, due }));
};

/** Finishes the meeting. While something is open, what is open is shown instead. */
export const finish = async (turn: Turn, press: ActionOf<'finish'>): Promise<Answer> => {
  const meeting = await turn.casework.openMeeting(turn.actor, { meeting: press.meeting });
  if (meeting.state === 'running' && meeting.blockers.length > 0) {
    return form(meeting, finishWaitsCard(sheetOf(turn, meeting)), { verb: 'look', meeting: meeting.id });
  }
  return change(turn, press, (ask) => turn.casework.finishMeeting(turn.actor, ask));
};

/** Does a change; an old card is answered with the meeting as it stands and the deed's words for when it moved on. */
const change = async (
  turn: Turn,
  { meeting, version, request }: { meeting: string; version: number; request: string },
  deed: (ask: { meeting: string; version: number; request: string }) => Promise<Meeting>,
): Promise<Answer> => {
  try {
    return show(turn, await deed({ meeting, version, request }));
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal?.kind !== 'changed-meanwhile') throw fault;
    return show(turn, await turn.casework.openMeeting(turn.actor, { meeting }), refusal.message);
  }
};

const sheetOf = (turn: Turn, meeting: Meeting): Sheet => ({ meeting, timeZone: turn.actor.timeZone, request: turn.request() });

const show = (turn: Turn, meeting: Meeting, notice?: string): Answer => {
  const sheet = sheetOf(turn, meeting);
  const over = meeting.state === 'held' || meeting.state === 'reported';
  return {
    kind: 'shared',
    card: over ? minutesCard(meeting, wordsForDay(turn)) : ownViewCard(sheet, wordsForDay(turn), notice),
    everyone: (accounts) => (over ? heldForAllCard(meeting, accounts) : liveRecordCard(sheet, accounts)),
  };
};

const form = (meeting: Meeting, card: Card, lookAgain: CardAction): Answer => ({
  kind: 'own',
  card,
  title: nameless(meeting),
  look: lookAgain,
});

/** The meeting meant by `record` and `decisions` without a name. */
const meetingHere = async (turn: Turn): Promise<string> => {
  if (turn.chat.meeting) return turn.chat.meeting;
  const { coming } = await turn.casework.openMeetings(turn.actor);
  const running = coming.find((meeting) => meeting.state === 'running');
  const today = coming
    .filter(({ startsAt, state }) => state === 'booked' && startsAt && localTimeOf(startsAt, turn.actor.timeZone).day === turn.today)
    .sort((a, b) => String(a.startsAt).localeCompare(String(b.startsAt)));
  const found = running ?? today[0];
  if (!found) throw new Unclear('No meeting of yours runs now or is set for today.');
  return found.id;
};
