import { Button } from '@fluentui/react-components';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DueRow } from '#contract/caseload.ts';
import type { Me } from '#contract/people.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DueDate } from '../kit/due-date.tsx';
import { isLetterForPage } from '../kit/keys.ts';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { yearWords } from '../kit/stage-words.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { isOwnStep } from '../kit/use-steps.ts';
import type { Group } from './groups.ts';
import { clockOf } from './use-step.ts';

type Props = {
  groups: readonly Group[];
  primary: string | undefined;
  busy: string | null;
  /** Set while nothing may be changed, with the last data shown. */
  stale: boolean;
  onStep: (row: DueRow) => void;
};

const MANY = 40;
const KEPT_OPEN = new Set(['Late', 'Today and tomorrow', 'Rest of this week']);

/** What is due in its groups; one row is the stop of the Tab key, J and K or the arrows move it. */
export const DueList = ({ groups, primary, busy, stale, onStep }: Props) => {
  const { explain, me } = useReach();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const folded = (title: string) => count > MANY && !KEPT_OPEN.has(title) && !opened.includes(title);
  const shown = groups.flatMap((group) => (folded(group.title) ? [] : group.rows));
  const here = Math.min(at, shown.length - 1);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-due]')[next]?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const row = shown[here];
    const onRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-due');
    if (event.key === 'ArrowDown') move(here + 1);
    else if (event.key === 'ArrowUp') move(here - 1);
    else if (event.key === 'Enter' && onRow && row) onStep(row);
    else if (isLetterForPage(event.nativeEvent) && row) {
      const key = event.key.toLowerCase();
      const clock = clockOf(row);
      if (key === 'j') move(here + 1);
      else if (key === 'k') move(here - 1);
      else if (key === 'p' && row.pupil) go(`/tab/pupil/${row.pupil.id}`);
      else if (key === 'e' && clock) explain(clock);
      else return;
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={list} {...{ onKeyDown: onKey }} {...useKeptFocus(list, here)}>
      {groups.map((group) => (
        <section key={group.title} className="today-group" aria-label={group.title}>
          {count > 1 ? (
            <h2>
              {group.title} <span className="wm-aside">{group.rows.length}</span>
              {folded(group.title) ? (
                <Button size="small" appearance="transparent" onClick={() => setOpened([...opened, group.title])}>
                  Show
                </Button>
              ) : null}
            </h2>
          ) : null}
          {folded(group.title) ? null : (
            <ul>
              {group.rows.map((row) => {
                const index = shown.indexOf(row);
                return (
                  <li
                    key={row.id}
                    data-due
                    aria-label={rowWords(row, me)}
                    tabIndex={index === here ? 0 : -1}
                    className="today-row"
                    onFocus={() => setAt(index)}
                  >
                    <Row
                      row={row}
                      primary={row.id === primary}
                      busy={busy === row.id}
                      off={stale && isOwnStep(row.step.deed)}
                      onStep={onStep}
                    />
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
};

/** All of a row in one breath, for whoever moves through the list by key and hears it: the date and why before whose it is and what Enter does. */
const rowWords = (row: DueRow, me: Me): string => {
  const about = row.pupil ? `${row.title}, ${row.pupil.name}, ${yearWords(row.pupil.yearGroup, me.organisation.jurisdiction)}` : row.title;
  return [`${dayWords(row.due, me.today)}, ${row.daysWords}`, about, row.why, row.owner.words, `Enter: ${row.step.words}`].join('. ');
};

/** Keeps the keyboard in the list when the row it stood on is done and gone: it then stands on the row in its place. */
const useKeptFocus = (list: React.RefObject<HTMLElement | null>, here: number) => {
  const inside = useRef(false);
  useEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (inside.current && nowhere) list.current?.querySelectorAll<HTMLElement>('[data-due]')[here]?.focus();
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    // a row that was taken out leaves without a word; whoever goes elsewhere says where, or presses beside everything
    onBlur: ({ relatedTarget, target }: FocusEvent<HTMLElement>) => {
      if (relatedTarget instanceof Node) inside.current = list.current?.contains(relatedTarget) ?? false;
      else if (target.isConnected && !(target instanceof HTMLButtonElement && target.disabled)) inside.current = false;
    },
  };
};

type RowProps = { row: DueRow; primary: boolean; busy: boolean; off: boolean; onStep: (row: DueRow) => void };

const Row = ({ row, primary, busy, off, onStep }: RowProps) => {
  const { me } = useReach();
  return (
    <>
      <div className="today-when">
        <span className="wm-strong">
          <DueDate day={row.due} clock={clockOf(row)} />
        </span>
        <span className="today-left">
          <UrgencyMark urgency={row.urgency}>{row.daysWords}</UrgencyMark>
        </span>
      </div>
      <div className="today-what">
        <div className="today-title">
          <span className="wm-strong">{row.title}</span>
          {row.pupil ? (
            <PageLink to={`/tab/pupil/${row.pupil.id}`}>
              {row.pupil.name}, {yearWords(row.pupil.yearGroup, me.organisation.jurisdiction)}
            </PageLink>
          ) : null}
        </div>
        <p className="wm-second">{row.why}</p>
      </div>
      <div className="today-owner">
        <OwnerMark owner={row.owner} reader={me.person.name} />
      </div>
      <div className="today-step">
        <Button
          size="small"
          appearance={primary ? 'primary' : 'secondary'}
          aria-label={`${row.step.words}: ${row.title}`}
          disabled={busy || off}
          onClick={() => onStep(row)}
        >
          {row.step.words}
        </Button>
      </div>
    </>
  );
};
