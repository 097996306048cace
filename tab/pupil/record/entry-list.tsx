import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Entry } from '#contract/record.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import type { KindName, Values } from '#domain/record/kind.ts';
import { calledIn } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import { changeQuery, usePlace } from '../../kit/place.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { wasBegun } from './drafts.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryRow } from './entry-row.tsx';
import { WithdrawnEntries } from './withdrawn-entries.tsx';

type Props = {
  pupil: string;
  kind: KindName;
  /** Nothing is changed here: the pupil has left, or the page is shown from the last visit. */
  readOnly: boolean;
  look?: (entry: Entry) => ReactNode;
  /** Entries in the order in which they read best; as the service sends them where none is given. */
  order?: (one: Entry, other: Entry) => number;
  /** What stands between the heading and the list, made from the entries. */
  above?: (entries: readonly Entry[]) => ReactNode;
  aside?: (entries: readonly Entry[]) => string | undefined;
  /** What a new entry begins with. */
  start?: Values;
  title?: string;
  /** One sentence where there is none yet. */
  none?: string;
  /** Words of the button that adds one; `null` where one is added elsewhere. */
  add?: string | null;
};

const SHOWN = 8;

/** Entries of one kind: to read, to open in their place, to add to. A kind the reader may not see is not there at all. */
export const EntryList = ({ pupil, kind: name, readOnly, look, order, above, aside, start, title, none, add }: Props) => {
  const kind = KINDS[name];
  const called = calledIn(kind, nationOf(useReach().me.organisation.jurisdiction));
  const { query } = usePlace();
  const asked = useAnswer('entries', { pupil, kind: name });
  const [all, setAll] = useState(false);
  const { answer, failed, again } = asked;
  const adds = query.get('add') === name;
  const addButton = useRef<HTMLSpanElement>(null);
  const added = useRef(adds);
  useEffect(() => {
    if (added.current && !adds) addButton.current?.querySelector('button')?.focus();
    added.current = adds;
  }, [adds]);
  if (failed && [403, 404].includes(failed.problem.status)) return null;
  const entries = order ? [...(answer?.entries ?? [])].sort(order) : (answer?.entries ?? []);
  const openId = query.get('entry');
  const openAt = entries.findIndex(({ id }) => id === openId);
  const shown = all || openAt >= SHOWN ? entries : entries.slice(0, SHOWN);
  const mayAdd = !readOnly && add !== null && answer?.can.includes('add') === true;
  return (
    <Section
      className="record-section"
      title={title ?? called.titles}
      aside={aside?.(entries) ?? (entries.length ? entries.length : undefined)}
      end={
        mayAdd && !adds ? (
          <span ref={addButton}>
            <Button size="small" icon={<AddRegular />} onClick={() => changeQuery({ add: name, entry: '' })}>
              {add ?? `Add ${called.title.toLowerCase()}`}
            </Button>
          </span>
        ) : null
      }
    >
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {!answer && !failed ? <SkeletonRows rows={2} /> : null}
      {mayAdd && !adds && wasBegun({ pupil, kind: name, entry: null }) ? (
        <p className="record-begun">
          <UrgencyMark urgency="near">You began one that is not added yet.</UrgencyMark>{' '}
          <Button size="small" onClick={() => changeQuery({ add: name, entry: '' })}>
            Go on with it
          </Button>
        </p>
      ) : null}
      {mayAdd && adds ? (
        <div className="record-row-open">
          <EntryEditor place={{ pupil, kind: name, entry: null }} {...(start ? { start } : {})} onDone={() => changeQuery({ add: '' })} />
        </div>
      ) : null}
      {answer && !entries.length && !adds ? <p className="pupil-none">{none ?? `No ${called.titles.toLowerCase()} yet.`}</p> : null}
      {entries.length ? above?.(entries) : null}
      {entries.length ? (
        <ul className="wm-list">
          {shown.map((entry) => (
            <EntryRow
              key={entry.id}
              kind={kind}
              pupil={pupil}
              entry={entry}
              open={entry.id === openId}
              onOpen={(open) => changeQuery({ entry: open ? entry.id : '', add: '' })}
              look={look}
              readOnly={readOnly}
            />
          ))}
        </ul>
      ) : null}
      {shown.length < entries.length ? (
        <p className="wm-foot">
          <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
            All {entries.length}
          </Button>
        </p>
      ) : null}
      {answer?.withdrawn.length ? <WithdrawnEntries pupil={pupil} kind={name} entries={answer.withdrawn} readOnly={readOnly} /> : null}
    </Section>
  );
};
