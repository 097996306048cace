import type { Meeting } from '#contract/meetings.ts';
import type { Day } from '#domain/calendar/day.ts';
import { button, buttons, type Card, card, facts, heading, link, plain, primary, quiet, small, text, withoutFields } from './card.ts';
import { dueField, ownerField } from './entry-card.ts';
import { counts, nameless, type Sheet } from './live-record-card.ts';
import { entryLine } from './own-view-card.ts';

/** *Finish* waits: the first action without owner or date is shown with the two fields that settle it. */
export const finishWaitsCard = ({ meeting, request }: Sheet): Card => {
  const open = meeting.entries.find((entry) => entry.kind === 'action' && (!entry.owner || !entry.due));
  const change = { meeting: meeting.id, version: meeting.version, request };
  return card(`Finish waits. ${meeting.blockers.join(' ')}`, [
    heading('Finish waits'),
    quiet(`${plain(meeting.pupil.name)} · only you see this`),
    ...meeting.blockers.map((words) => text(plain(words))),
    ...(open
      ? [
          text(`**Action.** ${plain(open.words)}`),
          ownerField(meeting.owners, meeting.owners.find((owner) => owner.name === open.owner)?.id),
          dueField(open.due ?? undefined),
        ]
      : []),
    buttons(
      open && button('Save the action', { verb: 'settle', ...change, action: open.id }, primary),
      button('Back', { verb: 'look', meeting: meeting.id }, withoutFields),
    ),
  ]);
};

/** The meeting is over: what came of it, and the minutes in the case folder once they are written. */
export const minutesCard = (meeting: Meeting, dayWords: (day: Day) => string): Card =>
  card(`Minutes of ${meeting.pupil.caseRef}. ${meeting.minutes ? 'They are in the case folder.' : 'They are being written.'}`, [
    heading(meeting.minutes ? 'Minutes ready' : 'Minutes are being written'),
    quiet(`${meeting.pupil.caseRef} · ${plain(meeting.pupil.name)} · only you see this`),
    ...(meeting.minutes ? [facts(['File', meeting.minutes.name])] : []),
    counts(meeting),
    ...meeting.entries
      .filter((entry) => entry.kind === 'decision' || entry.kind === 'action')
      .slice(0, 20)
      .map((entry) => entryLine(entry, dayWords)),
    buttons(
      link('Open the minutes', meeting.minutes?.webUrl ?? null),
      !meeting.minutes && button('Look again', { verb: 'look', meeting: meeting.id }),
      button('My actions', { verb: 'actions' }),
    ),
  ]);

/** The same for everyone: the case, initials and counts. */
export const heldForAllCard = (meeting: Meeting, accounts: readonly string[]): Card => {
  const look = button('Show me', { verb: 'look', meeting: meeting.id });
  return card(
    `${nameless(meeting)}. Held.`,
    [
      heading(plain(nameless(meeting))),
      quiet('Held'),
      counts(meeting),
      small(meeting.minutes ? 'Minutes are in the case folder.' : 'Minutes are being written.'),
      buttons(look),
    ],
    { action: look, userIds: accounts.slice(0, 60) },
  );
};

/** What was decided so far, item by item. */
export const decisionsCard = (meeting: Meeting, dayWords: (day: Day) => string): Card => {
  const decided = meeting.entries.filter((entry) => entry.kind === 'decision' || entry.kind === 'disagreement');
  return card(decided.length === 0 ? 'No decision noted yet.' : `${decided.length} noted.`, [
    heading('Decisions'),
    quiet(`${plain(meeting.title)} · only you see this`),
    ...(decided.length === 0 ? [text('No decision noted yet.')] : decided.slice(0, 30).map((entry) => entryLine(entry, dayWords))),
    buttons(button('Back to the record', { verb: 'look', meeting: meeting.id })),
  ]);
};
