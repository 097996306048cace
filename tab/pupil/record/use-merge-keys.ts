import { type RefObject, useEffect, useRef } from 'react';
import { isLetterForPage } from '../../kit/keys.ts';
import { bothTexts, type Settled } from './merge-row-line.tsx';
import type { MergeRow } from './merge-rows.ts';

/** In the two versions `J` and `K` go from field to field, and `1 2 3` choose yours, theirs or both for the one in focus. */
export const useMergeKeys = (
  table: RefObject<HTMLTableElement | null>,
  rows: readonly MergeRow[],
  settle: (key: string, how: Settled) => void,
): void => {
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const lines = [...(table.current?.querySelectorAll<HTMLElement>('[data-merge-row]') ?? [])];
      if (!lines.length || !isLetterForPage(event)) return;
      const at = lines.findIndex((line) => line.contains(document.activeElement));
      const row = rows[at];
      const move = { j: 1, k: -1 }[event.key.toLowerCase()];
      const how = ({ 1: 'yours', 2: 'theirs', 3: 'both' } as const)[event.key];
      if (move) lines[Math.max(0, Math.min(lines.length - 1, at + move))]?.focus();
      else if (how && row?.state === 'choose') latest.current(row.field.key, { how, value: how === 'both' ? bothTexts(row) : row[how] });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [table, rows]);
};
