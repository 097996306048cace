import type { Meeting, MeetingEntry } from '#contract/meetings.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  type Element,
  type Execute,
  fitting,
  heading,
  plain,
  quiet,
  small,
  text,
} from './card.ts';
import { mayRecord, type Sheet, standing, steps } from './live-record-card.ts';

const KINDS = {
  decision: 'Decision',
  action: 'Action',
  view: 'View',
  disagreement: 'Disagreement',
  'off-record': 'Off the record',
  note: 'Note',
} as const;

/** One person's own view of a running meeting: the item with what was noted, and the four ways to note more. */
export const ownViewCard = (sheet: Sheet, dayWords: (day: Day) => string, notice?: string): Card => {
  const { meeting } = sheet;
  const item = meeting.currentItem === null ? undefined : meeting.agenda[meeting.currentItem];
  const title = item?.title ?? meeting.title;
  const place = item && meeting.currentItem !== null ? ` · ${meeting.currentItem + 1} of ${meeting.agenda.length}` : '';
  const noted = meeting.entries.filter((entry) => entry.item === meeting.currentItem);
  return fitting(
    [...noted].reverse(),
    (newest, left) =>
      card(`${title}. ${standing(sheet)}.`, [
        ...(notice ? [container([text(`**${plain(notice)}**`)], { style: 'warning' })] : []),
        heading(plain(title)),
        quiet(`${plain(meeting.pupil.name)}${place} · only you see this`),
        ...(left > 0 ? [small(`${left} earlier in Waymark.`)] : []),
        ...[...newest].reverse().map((entry) => entryLine(entry, dayWords)),
        ...offRecord(sheet),
        buttons(...notes(meeting)),
        buttons(
          ...steps(sheet),
          meeting.state === 'running' && mayRecord(meeting) && button('Who is here', { verb: 'attendance', meeting: meeting.id }),
        ),
      ]),
    20,
  );
};

/** `Action. Break card in every room. Tomasz Zieliński, Fri 18 Dec.` */
export const entryLine = (entry: MeetingEntry, dayWords: (day: Day) => string): Element => {
  const who = entry.saidBy ? `, ${plain(entry.saidBy)}` : '';
  const words = entry.kind === 'view' ? `“${plain(entry.words)}”` : plain(ended(entry.words));
  const settled = entry.kind === 'action' ? ` ${plain(entry.owner ?? 'No owner')}, ${entry.due ? dayWords(entry.due) : 'no date'}.` : '';
  return text(`**${KINDS[entry.kind]}${who}.** ${words}${settled}`);
};

const ended = (words: string): string => (/[.!?…]$/.test(words.trim()) ? words : `${words.trim()}.`);

const offRecord = ({ meeting, timeZone }: Sheet): Element[] =>
  meeting.offRecordSince
    ? [
        container([text(`**Off the record** since ${localTimeOf(meeting.offRecordSince, timeZone).time}. Nothing is noted.`)], {
          style: 'warning',
        }),
      ]
    : [];

/** The four ways to note something; none of them off the record. */
const notes = (meeting: Meeting): Execute[] =>
  meeting.state !== 'running' || meeting.offRecordSince || !mayRecord(meeting)
    ? []
    : (['decision', 'action', 'view', 'disagreement'] as const).map((kind) =>
        button(KINDS[kind], { verb: 'entry', meeting: meeting.id, kind }),
      );
