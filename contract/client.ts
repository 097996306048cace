import { type AnswerOf, answers } from './answers.ts';
import { openCalls, type Read, type TokenOf } from './calls.ts';

export { type AnswerOf, answers } from './answers.ts';
export { type Call, CallFailed } from './calls.ts';

/** An answer, held to the shape of its address. Throws a ZodError where it is another. */
export const readAnswer: Read = async (address, body) => answers[address].parse(body) as AnswerOf<typeof address>;

/**
 * The typed client of the API. `token` is asked before each call; on 401 once more with `renew` true.
 * Rejects with `CallFailed`; a lost connection rejects with a problem of status 0.
 */
export const connect = (origin: string, token: TokenOf, door: 'tab' | 'word' = 'tab') => openCalls(origin, token, door, readAnswer);
