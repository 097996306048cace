import { GraphError } from '@microsoft/microsoft-graph-client';
import { Refusal } from '../refusal.ts';

/** The HTTP status Graph answered with; 0 where it did not answer at all. */
export const statusOf = (error: unknown): number => (error instanceof GraphError ? error.statusCode : 0);

const KEPT = 'What you did is kept in Waymark';

/** Graph's status as a refusal with a sentence. `doing` completes "Waymark could not …", in plain words. */
export const troubleOf = (error: unknown, doing: string): Refusal => {
  if (error instanceof Refusal) return error;
  switch (statusOf(error)) {
    case 401:
      return new Refusal('not-allowed', `Microsoft 365 asks you to sign in again before Waymark can ${doing}.`);
    case 403:
      return new Refusal(
        'elsewhere-unwell',
        `Microsoft 365 does not let Waymark ${doing}: a permission is missing. Your administrator sees which in Settings.`,
      );
    case 404:
      return new Refusal('elsewhere-unwell', `Microsoft 365 no longer has what Waymark needs to ${doing}.`);
    case 409:
    case 412:
      return new Refusal('changed-meanwhile', 'Someone changed this in Microsoft 365 in the meantime. Open it again to see both.');
    case 423:
      return new Refusal('elsewhere-unwell', `The file is locked: someone has it open in a way that stops Waymark from saving. ${KEPT}.`);
    case 507:
      return new Refusal('elsewhere-unwell', 'The library in Microsoft 365 is full. Nothing was saved there.');
    case 429:
      return new Refusal(
        'elsewhere-unwell',
        `Microsoft 365 is asking Waymark to slow down, so it could not ${doing} yet. Try again in a minute.`,
      );
    default:
      return new Refusal('elsewhere-unwell', `Microsoft 365 is not answering, so Waymark could not ${doing} yet.`);
  }
};

/** Runs a Graph call and turns what goes wrong into a refusal. */
export const trying = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw troubleOf(error, doing);
  }
};
