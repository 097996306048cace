import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Entry } from '#contract/record.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { RecordKind } from '#domain/record/kind.ts';
import { isClosedNote } from '#domain/record/kinds/restricted-note.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { wasBegun } from './drafts.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { MovedDates } from './moved-dates.tsx';

type Props = {
  kind: RecordKind;
  pupil: string;
  entry: Entry;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** How this kind reads on a list; its line where it has no look of its own. */
  look?: ((entry: Entry) => ReactNode) | undefined;
  readOnly: boolean;
};

/** One entry on its list: a line to read; opened, its fields stand in its place. */
export const EntryRow = ({ kind, pupil, entry, open, onOpen, look, readOnly }: Props) => {
  const button = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.querySelector('button')?.focus();
    wasOpen.current = open;
  }, [open]);
  const place = { pupil, kind: kind.name, entry };
  if (open)
    return (
      <li className="record-row-open">
        <OpenEntry kind={kind} pupil={pupil} entry={entry} readOnly={readOnly} onDone={() => onOpen(false)} />
      </li>
    );
  return (
    <li className="record-row">
      <div className="record-row-words">
        {look ? look(entry) : <p dir="auto">{entry.line}</p>}
        <EntryMarks entry={entry} />
        {wasBegun(place) ? <UrgencyMark urgency="near">Something you wrote here is not saved</UrgencyMark> : null}
      </div>
      {isClosedNote(kind.name, entry.values) ? null : (
        <span ref={button}>
          <Button size="small" appearance="subtle" aria-label={`${doing(entry, readOnly)}: ${entry.line}`} onClick={() => onOpen(true)}>
            {doing(entry, readOnly)}
          </Button>
        </span>
      )}
    </li>
  );
};

const doing = ({ can }: Entry, readOnly: boolean): string => {
  if (!readOnly && can.includes('change')) return 'Change';
  return !readOnly && can.includes('amend') ? 'Open' : 'Read';
};

/** What is to be known of an entry: what it lacks, that it was corrected, and why. */
const EntryMarks = ({ entry }: { entry: Entry }) => {
  const { me } = useReach();
  const { amended, notices } = entry;
  return (
    <>
      {notices.map(({ words, weight }) => (
        <p key={words} className="wm-second">
          {weight === 'near' ? <UrgencyMark urgency="near">{words}</UrgencyMark> : words}
        </p>
      ))}
      {entry.moved.length ? (
        <div className="wm-second">
          <MovedDates moved={entry.moved} />
        </div>
      ) : null}
      {amended ? (
        <p className="wm-second record-amended">
          Corrected {dayWords(dayAt(amended.at, me.organisation.timeZone), me.today)} {clockTime(amended.at, me.organisation.timeZone)}
          {amended.by ? ` by ${amended.by}` : ''}
          {amended.reason ? `: “${amended.reason}”` : ''}
        </p>
      ) : null}
    </>
  );
};

const OpenEntry = ({ kind, pupil, entry, readOnly, onDone }: Omit<Props, 'open' | 'onOpen' | 'look'> & { onDone: () => void }) => {
  const { me } = useReach();
  const [corrects, setCorrects] = useState(false);
  const reads = readOnly || !entry.can.includes('change');
  if (!reads || corrects) return <EntryEditor key={entry.id} place={{ pupil, kind: kind.name, entry }} onDone={onDone} />;
  return (
    <fieldset
      className="record-open"
      aria-label={entry.line}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <EntryFacts kind={kind} entry={entry} />
      <EntryMarks entry={entry} />
      <div className="record-foot">
        <Button size="small" autoFocus onClick={onDone}>
          Close
        </Button>
        {!readOnly && entry.can.includes('amend') ? (
          <Button size="small" onClick={() => setCorrects(true)}>
            Correct it
          </Button>
        ) : null}
        <span className="wm-second">
          {[entry.madeBy, dayWords(entry.madeOn, me.today), entry.finished ? kind.finishes?.words : null].filter(Boolean).join(' · ')}
        </span>
      </div>
    </fieldset>
  );
};
