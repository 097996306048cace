import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStyles } from './styles.ts';

export type PaneRow = {
  readonly id: string;
  /** The passage that Enter goes to; `null` where the row is about none. */
  readonly tag: string | null;
  /** What A does; absent where there is nothing to accept. */
  readonly accept?: (() => void) | undefined;
  /** The row of the passage under the cursor. */
  readonly lit?: boolean;
  readonly body: ReactNode;
};

const isTyping = (target: EventTarget): boolean => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

const stepOf = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/**
 * A list of the pane: ↑ ↓ go through it, Enter goes to the passage in the page while focus stays here, A accepts. One row is in the tab
 * order; single letters are left alone while somebody types.
 */
export const PaneList = ({ label, rows, show }: { label: string; rows: readonly PaneRow[]; show: (tag: string) => void }) => {
  const styles = useStyles();
  const [focused, setFocused] = useState(0);
  const places = useRef<(HTMLLIElement | null)[]>([]);
  const at = Math.min(focused, rows.length - 1);
  const lit = rows.findIndex((row) => row.lit);

  useEffect(() => {
    if (lit >= 0) places.current[lit]?.scrollIntoView({ block: 'nearest' });
  }, [lit]);

  const pressed = (event: KeyboardEvent, row: PaneRow, index: number): void => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepOf(event.key, index, rows.length);
    if (next !== null) places.current[next]?.focus();
    else if (event.key === 'Enter' && event.target === event.currentTarget && row.tag !== null) show(row.tag);
    else if (event.key.toLowerCase() === 'a' && row.accept) row.accept();
    else return;
    event.preventDefault();
  };

  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          ref={(place) => {
            places.current[index] = place;
          }}
          className={`${styles.row} ${row.lit ? styles.lit : ''}`}
          aria-current={row.lit ? 'true' : undefined}
          tabIndex={index === at ? 0 : -1}
          onFocus={() => setFocused(index)}
          onKeyDown={(event) => pressed(event, row, index)}
        >
          {row.body}
        </li>
      ))}
    </ul>
  );
};

/** The keys of a list, in words, beneath it. */
export const ListKeys = ({ accept }: { accept?: string }) => {
  const styles = useStyles();
  return <p className={styles.keys}>{`↑ ↓ list · Enter go to the passage${accept ? ` · A ${accept}` : ''}`}</p>;
};
