import { useEffect, useState, useSyncExternalStore } from 'react';
import { nationOf } from '#domain/pupils/nation.ts';
import type { Values } from '#domain/record/kind.ts';
import { useReach } from '../../kit/reach.ts';
import { draftOf, leave, type Place } from './drafts.ts';

/**
 * The draft of an entry with how it stands. It is saved, and forgotten where all of it is kept, when its fields are left. One draft for as
 * long as the fields are open: whoever shows another entry gives its fields another key.
 */
export const useDraft = (place: Place, start: Values = {}) => {
  const { answers, me } = useReach();
  const { entry } = place;
  const [draft] = useState(() => draftOf(place, { answers, today: me.today, nation: nationOf(me.organisation.jurisdiction) }, start));
  useEffect(() => {
    if (entry) draft.refresh(entry);
  }, [draft, entry]);
  useEffect(() => () => leave(draft), [draft]);
  return { draft, standing: useSyncExternalStore(draft.watch, draft.now), typed: useSyncExternalStore(draft.watch, draft.words) };
};
