import { createContext, useContext } from 'react';
import type { Me } from '#contract/people.ts';
import type { Answers } from './answers.ts';

/** What *Log* starts with: the pupil of the page, the kind of entry, the person rung. Everything may be empty. */
export type LogStart = {
  readonly pupil?: string;
  readonly kind?: 'call' | 'observation' | 'score';
  readonly contact?: string;
  readonly goal?: string;
};

/** What every page may reach: the answers of the API, who is reading, and what opens over any page. */
export type Reach = {
  readonly answers: Answers;
  readonly me: Me;
  /** Opens the explanation of a date; focus returns to what was pressed. */
  readonly explain: (clock: string) => void;
  readonly log: (start?: LogStart) => void;
  /** Opens the letter that chases a date, to be read before it goes. */
  readonly chase: (clock: string) => void;
  /** Says something to a screen reader without moving focus. */
  readonly announce: (words: string) => void;
  /** Opens a file or meeting in its own program, through Teams where there is one. */
  readonly openOutside: (address: string) => void;
  /** Where the Word page of the made-up Microsoft 365 stands; null with a real tenant. */
  readonly wordRoom: string | null;
};

const ReachContext = createContext<Reach | null>(null);
export const ReachProvider = ReachContext.Provider;

/** What the shell hands to every page. Throws outside the shell, which is a fault in the code. */
export const useReach = (): Reach => {
  const reach = useContext(ReachContext);
  if (!reach) throw new Error('A page was shown outside the shell.');
  return reach;
};
