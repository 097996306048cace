import { useCallback, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { PlansInFolders } from '#contract/existing-plans.ts';
import { useReach } from '../kit/reach.ts';

/** One file on its way in: waiting, being read, or not read and why. A file that was read joins the list of plans. */
export type Coming = { readonly name: string; readonly state: 'waiting' | 'reading' | 'failed'; readonly why: string | null };
type FolderFile = PlansInFolders['files'][number];

/** Brings files in one after another; what fails says why and the next goes on. */
export const useBringing = (onCame: () => void) => {
  const { answers, announce } = useReach();
  const [coming, setComing] = useState<readonly Coming[]>([]);
  const run = useCallback(
    async (names: readonly string[], bring: (index: number) => Promise<unknown>) => {
      setComing(names.map((name) => ({ name, state: 'waiting', why: null })));
      let read = 0;
      for (const [index] of names.entries()) {
        const set = (state: Coming['state'], why: string | null = null) =>
          setComing((now) => now.map((one, at) => (at === index ? { ...one, state, why } : one)));
        set('reading');
        try {
          await bring(index);
          read += 1;
          setComing((now) => now.map((one, at) => (at === index ? { ...one, state: 'waiting', why: 'read' } : one)));
          onCame();
        } catch (fault) {
          set('failed', (fault as CallFailed).message);
        }
      }
      setComing((now) => now.filter(({ state }) => state === 'failed'));
      announce(`${read} of ${names.length} files read`);
    },
    [announce, onCame],
  );
  const files = (chosen: readonly File[]) =>
    run(
      chosen.map(({ name }) => name),
      async (index) => {
        const file = chosen[index] as File;
        const bytes = new Uint8Array(await file.arrayBuffer());
        return answers.change('bringPlan', { query: { name: file.name }, bytes });
      },
    );
  const fromFolders = (chosen: readonly FolderFile[]) =>
    run(
      chosen.map(({ name }) => name),
      (index) => {
        const { pupil, driveId, itemId } = chosen[index] as FolderFile;
        return answers.change('bringPlanFromFolder', { body: { pupil, driveId, itemId } });
      },
    );
  return { coming, files, fromFolders, busy: coming.some(({ state }) => state !== 'failed'), forget: () => setComing([]) };
};
