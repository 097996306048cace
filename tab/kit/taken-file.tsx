import { useState } from 'react';
import { useReach } from './reach.ts';
import { saveFile } from './save-file.ts';

/** A file that the service hands over, and the sentence that is said of it. */
export type TakenFile = Parameters<typeof saveFile>[0] & { readonly words: string };

/** Takes files: each is saved, and what is said of it, or why there is none, is told to whoever cannot see it too. */
export const useTakenFile = () => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const take = async (asked: () => Promise<TakenFile>): Promise<void> => {
    setBusy(true);
    try {
      const file = await asked();
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return { said, busy, take };
};

/** What was said of the last file, beside what it was asked from; nothing before. */
export const SaidOfFile = ({ said }: { readonly said: string }) =>
  said ? (
    <span className="wm-second" role="status">
      {said}
    </span>
  ) : null;
