import { Button, Input, Field as Labelled } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Values } from '#domain/record/kind.ts';
import { clockTime } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { Bar } from '../../kit/states.tsx';
import { namesIn, useChoosers } from './choosers.ts';
import type { Draft, Meeting } from './draft.ts';
import { MergeRowLine, type Settled } from './merge-row-line.tsx';
import { mergeRows } from './merge-rows.ts';
import { RemovedMeanwhile } from './removed-meanwhile.tsx';
import { typedOf, valuesOf } from './typed.ts';
import { useMergeKeys } from './use-merge-keys.ts';

type Props = { draft: Draft; meeting: Meeting; pupil: string; onDone: () => void };

/** Two people wrote at once: agreed, yours, theirs, and what will be saved, field by field. Nothing that either wrote is lost unseen. */
export const MergeView = (props: Props) =>
  props.meeting.theirs.withdrawn ? <RemovedMeanwhile {...props} /> : <BothChanged {...props} key={props.meeting.theirs.version} />;

const BothChanged = ({ draft, meeting, onDone }: Props) => {
  const { me } = useReach();
  const choosers = useChoosers();
  const { theirs } = meeting;
  const [rows] = useState(() => mergeRows(draft.kind, draft.fields, meeting));
  const [settled, setSettled] = useState<Readonly<Record<string, Settled>>>({});
  const [reason, setReason] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => bar.current?.focus(), []);
  const names = { ...namesIn(choosers), ...theirs.names };
  const settle = (key: string, how: Settled) => setSettled((before) => ({ ...before, [key]: how }));
  useMergeKeys(table, rows, settle);

  const open = rows.filter(({ field, state }) => state === 'choose' && !settled[field.key]);
  const toRead = rows.filter(({ state }) => state === 'both-kept').length;
  const alone = rows.filter(({ state }) => state === 'only-yours' || state === 'only-theirs').length;
  const own = theirs.changedBy === me.person.name;
  const who = own ? 'the other window' : (theirs.changedBy ?? 'someone');
  const at = clockTime(theirs.changedAt, me.organisation.timeZone);
  const theirsWords = `${upperFirst(who)}’s, ${at}`;
  const values = (): Values => {
    const joined = Object.fromEntries(rows.map(({ field, joined: value }) => [field.key, settled[field.key]?.value ?? value]));
    return valuesOf(draft.fields, typedOf(draft.fields, { ...theirs.values, ...joined }));
  };
  const needsReason = theirs.finished && !reason.trim();
  return (
    <section className="record-merge" aria-label="Two versions">
      <div ref={bar} tabIndex={-1}>
        <p className="record-merge-of" dir="auto">
          <strong>{theirs.line}</strong>
        </p>
        <Bar urgency="near">
          <strong>
            {own ? `You saved this at ${at} in another window` : `${upperFirst(who)} saved this at ${at}, after you opened it`}
          </strong>
          <br />
          Nothing is lost. {joinedWords(alone)}
          {open.length ? (
            <>
              <strong>{open.length === 1 ? '1 place needs' : `${open.length} places need`} your choice</strong>
              {toRead ? `, ${counted(toRead, 'joined text')} to read.` : '.'}
            </>
          ) : toRead ? (
            `${counted(toRead, 'joined text')} to read.`
          ) : (
            ''
          )}
        </Bar>
      </div>
      <table className="record-merge-table" ref={table}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">Yours, not saved</th>
            <th scope="col">{theirsWords}</th>
            <th scope="col">Will be saved</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MergeRowLine
              key={row.field.key}
              row={row}
              names={names}
              who={who}
              theirs={theirsWords}
              settled={settled[row.field.key] ?? null}
              onSettle={(how) => settle(row.field.key, how)}
            />
          ))}
        </tbody>
      </table>
      {theirs.finished ? (
        <div className="record-reason">
          <Labelled label={`${upperFirst(who)} finished this meanwhile. Why are you correcting it?`} size="small" required>
            <Input size="small" maxLength={500} value={reason} onChange={(_, now) => setReason(now.value)} />
          </Labelled>
        </div>
      ) : null}
      <div className="record-foot">
        <Button
          size="small"
          appearance="primary"
          disabled={open.length > 0 || needsReason}
          onClick={() => void draft.join(values(), theirs, theirs.finished ? reason.trim() : null)}
        >
          Save the joined version
        </Button>
        <Button size="small" onClick={onDone}>
          Decide later
        </Button>
        <span className="wm-second">
          {open.length ? `Choose first: ${open.map(({ field }) => field.label).join(', ')}. ` : ''}
          Every version stays in the history. Until you save, yours is kept here.
        </span>
      </div>
    </section>
  );
};

const joinedWords = (alone: number): string =>
  alone ? `${alone === 1 ? '1 change was' : `${alone} changes were`} joined automatically. ` : '';

const upperFirst = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
