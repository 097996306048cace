import { useCallback, useMemo, useRef, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';

/** Pupils chosen to do something for together. */
export type Selection = {
  /** Chosen, and in the list as it is now; one that a filter takes out of the list is not worked on unseen. */
  readonly chosen: readonly CaseloadRow[];
  has(pupil: string): boolean;
  toggle(pupil: string): void;
  /** Chooses everything from where the last press was to this pupil, in the order of the list. */
  extendTo(pupil: string, from: string): void;
  all(): void;
  /** Chooses these and nobody else. */
  only(pupils: readonly string[]): void;
  clear(): void;
};

/** The selection over the rows that are listed. */
export const useSelection = (rows: readonly CaseloadRow[]): Selection => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const chosen = useMemo(() => (ids.size ? rows.filter((row) => ids.has(row.id)) : []), [rows, ids]);
  const toggle = useCallback((pupil: string) => {
    anchor.current = pupil;
    setIds((now) => {
      const next = new Set(now);
      if (!next.delete(pupil)) next.add(pupil);
      return next;
    });
  }, []);
  const extendTo = useCallback(
    (pupil: string, from: string) => {
      anchor.current ??= from;
      const at = (id: string | null) => rows.findIndex((row) => row.id === id);
      const [one, other] = [at(anchor.current), at(pupil)].sort((a, b) => a - b) as [number, number];
      if (one < 0) return;
      setIds((now) => new Set([...now, ...rows.slice(one, other + 1).map((row) => row.id)]));
    },
    [rows],
  );
  const all = useCallback(() => setIds(new Set(rows.map((row) => row.id))), [rows]);
  const clear = useCallback(() => {
    anchor.current = null;
    setIds(new Set());
  }, []);
  const only = useCallback((pupils: readonly string[]) => setIds(new Set(pupils)), []);
  return useMemo(
    () => ({ chosen, has: (pupil) => ids.has(pupil), toggle, extendTo, all, only, clear }),
    [chosen, ids, toggle, extendTo, all, only, clear],
  );
};
