import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CommentRegular } from '@fluentui/react-icons/svg/comment';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { GavelRegular } from '@fluentui/react-icons/svg/gavel';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { PersonVoiceRegular } from '@fluentui/react-icons/svg/person-voice';
import type { Meeting, MeetingEntry } from '#contract/meetings.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';

/** The kinds of entry with their sign and word. */
export const entryKinds = {
  decision: { icon: GavelRegular, title: 'Decision', key: 'd' },
  action: { icon: CheckmarkCircleRegular, title: 'Action', key: 'a' },
  view: { icon: PersonVoiceRegular, title: 'View', key: 'v' },
  disagreement: { icon: CommentRegular, title: 'Disagreement', key: 'g' },
  'off-record': { icon: EyeOffRegular, title: 'Off the record', key: '' },
  note: { icon: NoteRegular, title: 'Note', key: '' },
} as const;

const ownerName = (owner: string | null, owners: Meeting['owners']): string | null =>
  owners.find((each) => each.id === owner)?.name ?? owner;

/** What was noted, in order: a view in the person's own words, an action with owner and date. */
export const Entries = ({ entries, owners }: { entries: readonly MeetingEntry[]; owners: Meeting['owners'] }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (
    <ul className="record-entries">
      {entries.map((entry) => {
        const { icon: Icon, title } = entryKinds[entry.kind];
        const said = entry.kind === 'view' ? `“${entry.words.replace(/^[“"]|[”"]$/g, '')}”` : entry.words;
        const more =
          entry.kind === 'action'
            ? [ownerName(entry.owner, owners) ?? 'no owner yet', entry.due ? dayWords(entry.due, me.today) : 'no date yet'].join(', ')
            : null;
        return (
          <li key={entry.id}>
            <Icon aria-hidden />
            <div>
              <strong>
                {title}
                {entry.saidBy ? `, ${entry.saidBy}` : ''}.
              </strong>{' '}
              {said}
              <p className="wm-second">
                {[more, clockTime(entry.at, zone), entry.until ? `to ${clockTime(entry.until, zone)}` : null].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
};
