import type { Meeting } from '#contract/meetings.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  type Element,
  type Execute,
  facts,
  heading,
  plain,
  primary,
  quiet,
  small,
  text,
} from './card.ts';
import { withoutName } from './initials.ts';

/** What a running meeting's card needs beside the meeting: the clock of the place and a request id for its buttons. */
export type Sheet = { readonly meeting: Meeting; readonly timeZone: string; readonly request: string };

/**
 * What everyone in the meeting's chat sees: the case, initials, where the agenda stands and counts. It does not know who looks, so it has
 * no button that changes the record. Each person's own client then asks for that person's view of the same card (`refresh`), for those
 * whom `accounts` names; Teams takes at most sixty.
 */
export const liveRecordCard = (sheet: Sheet, accounts: readonly string[]): Card => {
  const { meeting } = sheet;
  const look = button('Show me', { verb: 'look', meeting: meeting.id });
  return card(
    `${nameless(meeting)}. ${standing(sheet)}.`,
    [heading(nameless(meeting)), quiet(standing(sheet)), ...currentItem(sheet), counts(meeting), buttons(look)],
    { action: look, userIds: accounts.slice(0, 60) },
  );
};

/** `Review WM-0398, A.M.`: how a meeting is named where others read along. */
export const nameless = (meeting: Meeting): string => `Review ${meeting.pupil.caseRef}, ${meeting.pupil.initials}`;

/** `Running since 14:02 · 6 here · not recorded`. */
export const standing = ({ meeting, timeZone }: Sheet): string => {
  const here = meeting.people.filter((person) => person.attended === 'present' || person.attended === 'online').length;
  if (meeting.state !== 'running')
    return meeting.state === 'held' || meeting.state === 'reported' ? `Held · ${here} were here` : meeting.when;
  const since = meeting.startedAt ? `Running since ${localTimeOf(meeting.startedAt, timeZone).time}` : 'Running';
  return `${since} · ${here} here · ${meeting.offRecordSince ? 'off the record' : 'not recorded'}`;
};

const currentItem = ({ meeting, timeZone }: Sheet): Element[] => {
  if (meeting.offRecordSince) {
    const since = localTimeOf(meeting.offRecordSince, timeZone).time;
    return [
      container([text('**Off the record**'), small(`Since ${since}. The minutes keep the times, not the words.`)], { style: 'warning' }),
    ];
  }
  const item = meeting.currentItem === null ? undefined : meeting.agenda[meeting.currentItem];
  if (!item || meeting.currentItem === null) return [];
  const last = meeting.entries.at(-1);
  return [
    container(
      [
        text(`${meeting.currentItem + 1} of ${meeting.agenda.length} · **${plain(withoutName(item.title, meeting.pupil))}**`),
        small(last ? `Last entry ${localTimeOf(last.at, timeZone).time}` : 'Nothing noted yet'),
      ],
      { style: 'emphasis' },
    ),
  ];
};

/** Decisions, actions and views as numbers; an action without owner or date says so, because *Finish* waits for it. */
export const counts = (meeting: Meeting) => {
  const of = (kind: Meeting['entries'][number]['kind']) => meeting.entries.filter((entry) => entry.kind === kind);
  const open = of('action').filter((action) => !action.owner || !action.due).length;
  const actions = of('action').length;
  const settled = open > 0 ? `, ${open} without owner or date` : ', all with owner and date';
  const disagreements = of('disagreement').length;
  return facts(
    ['Decisions', String(of('decision').length)],
    ['Actions', actions === 0 ? '0' : `${actions}${settled}`],
    ['Views', `${of('view').length} heard`],
    ['Disagreement', disagreements === 0 ? '' : String(disagreements)],
  );
};

/** Whether the one whose card this is may write in the record; all others read. */
export const mayRecord = (meeting: Meeting): boolean => meeting.can.includes('record');

/** The steps of a running meeting for a reader who may record it. Off the record there is one: back. */
export const steps = ({ meeting, request }: Sheet): Execute[] => {
  if (!mayRecord(meeting)) return [];
  const change = { meeting: meeting.id, version: meeting.version, request };
  if (meeting.state === 'booked' || meeting.state === 'proposed') {
    return [button('Start the record', { verb: 'start', meeting: meeting.id, request }, primary)];
  }
  if (meeting.state !== 'running') return [];
  if (meeting.offRecordSince) return [button('Back on the record', { verb: 'off-record', ...change, off: false }, primary)];
  const last = meeting.currentItem !== null && meeting.currentItem + 1 >= meeting.agenda.length;
  const forward = last
    ? button('Finish', { verb: 'finish', ...change }, primary)
    : button('Next item', { verb: 'next-item', ...change }, primary);
  return [forward, button('Off the record', { verb: 'off-record', ...change, off: true })];
};
