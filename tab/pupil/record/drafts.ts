import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { valueFaults } from '#domain/record/faults.ts';
import type { KindName, Values } from '#domain/record/kind.ts';
import { fieldsIn, KINDS } from '#domain/record/kinds.ts';
import type { Answers } from '../../kit/answers.ts';
import { freshId } from '../../kit/fresh-id.ts';
import { Draft } from './draft.ts';

/** Where an entry stands: whose record, what kind, and its id; `null` for one that is being written for the first time. */
export type Place = { readonly pupil: string; readonly kind: KindName; readonly entry: Entry | null };

type Setting = { readonly answers: Answers; readonly today: Day; readonly nation: Nation };

const drafts = new Map<string, Draft>();
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

/** Draws again when anything typed changes its standing. */
export const watchDrafts = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

const nameOf = ({ pupil, kind, entry }: Place): string => `${pupil} ${kind} ${entry?.id ?? 'new'}`;

/** Puts an entry into the list that is shown, in the place of its earlier version. */
export const showKept = (answers: Answers, pupil: string, kind: KindName, kept: Entry): void => {
  const ask = { path: { pupil, kind } };
  const known = answers.peek('entries', ask).answer;
  if (known) {
    const others = (list: readonly Entry[]) => list.filter(({ id }) => id !== kept.id);
    const swapped = known.entries.map((entry) => (entry.id === kept.id ? kept : entry));
    const entries = kept.withdrawn
      ? others(known.entries)
      : known.entries.some(({ id }) => id === kept.id)
        ? swapped
        : [kept, ...known.entries];
    const withdrawn = kept.withdrawn ? [kept, ...others(known.withdrawn)] : others(known.withdrawn);
    answers.put('entries', ask, { ...known, entries, withdrawn });
  }
  void answers.ask('pupil', { path: { pupil } });
};

/**
 * The draft of an entry: the one begun earlier in this visit, or a fresh one. Kept in memory only, for as long as something in it is not in
 * the record: a child's record is never left on the device.
 */
export const draftOf = (place: Place, { answers, today, nation }: Setting, start: Values = {}): Draft => {
  const name = nameOf(place);
  const known = drafts.get(name);
  if (known?.isOpen) return known;
  const kind = KINDS[place.kind];
  const path = { pupil: place.pupil, kind: place.kind };
  const id = place.entry?.id ?? freshId();
  const made: Draft = new Draft(
    kind,
    fieldsIn(kind, nation),
    place.entry,
    {
      faultsOf: (values) => valueFaults(kind, values, { today, nation, born: null }),
      save: (values, version, reason) =>
        version === null
          ? answers.change('recordEntry', { path, body: { id, values } })
          : answers.change('changeEntry', {
              path: { ...path, entry: id },
              ifMatch: version,
              body: reason === null ? { values } : { values, reason },
            }),
      onKept: (kept) => showKept(answers, place.pupil, place.kind, kept),
    },
    start,
  );
  made.watch(tell);
  drafts.set(name, made);
  return made;
};

/** Leaves a draft: what can be saved is saved, and one that holds nothing unsaved is forgotten. */
export const leave = (draft: Draft): void => {
  draft.flush();
  for (const [name, each] of drafts) if (each === draft && !draft.isOpen) drafts.delete(name);
  tell();
};

/** How many entries hold something that is not in the record yet. */
export const openDrafts = (): number => [...drafts.values()].filter((draft) => draft.isOpen).length;

/** Whether something was begun here earlier in this visit and is not in the record. */
export const wasBegun = (place: Place): boolean => drafts.get(nameOf(place))?.isOpen === true;

const flushAll = (): void => {
  for (const draft of drafts.values()) draft.flush();
};

// Leaving the page, or looking away from it, saves what can be saved; what cannot is asked about before the window closes.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') flushAll();
});
window.addEventListener('online', flushAll);
window.addEventListener('pagehide', flushAll);
window.addEventListener('beforeunload', (event) => {
  flushAll();
  if (openDrafts()) event.preventDefault();
});
