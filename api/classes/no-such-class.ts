import { Refusal } from '../refusal.ts';

/** The same words for a class that does not exist and for one that is not the asker's. */
export const noSuchClass = (): Refusal => new Refusal('not-found', 'There is no such class, or it is not yours.');
