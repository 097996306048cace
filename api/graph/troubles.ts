import { GraphError } from '@microsoft/microsoft-graph-client';
import type { FaultName } from '#domain/faults/faults.ts';
import { Refusal, Unwell } from '../refusal.ts';

/** The HTTP status Graph answered with; 0 where it did not answer at all. */
export const statusOf = (error: unknown): number => (error instanceof GraphError ? Math.max(0, error.statusCode) : 0);

const codeIn = (error: unknown): string => (error instanceof GraphError ? (error.code ?? '') : '');

/** A good status whose body could not be read: the connection ended in the middle. */
export const brokeOff = (error: unknown): boolean => error instanceof SyntaxError || statusOf(error) === 200;

/** How an error of the connection is named: by our own retry layer, or by fetch where the body was being read. */
const NO_ANSWER: Readonly<Record<string, FaultName>> = {
  Silent: 'silent',
  TimeoutError: 'silent',
  AbortError: 'silent',
  NoAddress: 'no-address',
  BrokeOff: 'broke-off',
};

/** Codes by which Exchange says that a mailbox has no room (its status is 507, as SharePoint's for a full library). */
const MAILBOX_FULL = /^Error(QuotaExceeded|MailboxStoreUnavailable|InsufficientResources)$|mailboxfull/i;

/** Which known fault an error of Graph's is. */
export const faultOf = (error: unknown): FaultName => {
  if (MAILBOX_FULL.test(codeIn(error))) return 'mailbox-full';
  if (brokeOff(error)) return 'broke-off';
  switch (statusOf(error)) {
    case 0:
      return NO_ANSWER[codeIn(error)] ?? 'broke-off';
    case 401:
      return 'sign-in-again';
    case 403:
      return 'permission-missing';
    case 404:
      return 'thing-gone';
    case 423:
      return 'file-locked';
    case 429:
      return 'throttled';
    case 504:
      return 'late';
    case 507:
      return 'library-full';
    default:
      return 'unwell';
  }
};

const KEPT = 'What you did is kept in Waymark';

const notAnswering = (doing: string): string => `Microsoft 365 is not answering, so Waymark could not ${doing} yet.`;

/** What is said of each fault; `doing` completes "Waymark could not …". */
const SAID: Partial<Record<FaultName, (doing: string) => string>> = {
  'permission-missing': (doing) =>
    `Microsoft 365 does not let Waymark ${doing}: a permission is missing. Your administrator sees which in Settings.`,
  'thing-gone': (doing) => `Microsoft 365 no longer has what Waymark needs to ${doing}.`,
  'site-gone': (doing) =>
    `The SEND library cannot be found in Microsoft 365, so Waymark could not ${doing} yet. Your administrator can restore it.`,
  'file-locked': () => `The file is locked: someone has it open in a way that stops Waymark from saving. ${KEPT}.`,
  'library-full': () => 'The library in Microsoft 365 is full. Nothing was saved there.',
  'mailbox-full': (doing) => `The SEND mailbox is full, so Waymark could not ${doing} yet. Your administrator can make room in it.`,
  throttled: (doing) => `Microsoft 365 is asking Waymark to slow down, so it could not ${doing} yet. Try again in a minute.`,
  'no-address': (doing) => `Microsoft 365 cannot be found on the network just now, so Waymark could not ${doing} yet.`,
  'broke-off': (doing) => `The connection to Microsoft 365 broke off, so Waymark could not ${doing} yet.`,
};

/** A known fault as a refusal with a sentence. */
export const unwell = (fault: FaultName, doing: string): Unwell => new Unwell(fault, (SAID[fault] ?? notAnswering)(doing));

/** An error of Graph's as a refusal with a sentence. `doing` completes "Waymark could not …", in plain words. */
export const troubleOf = (error: unknown, doing: string): Refusal => {
  if (error instanceof Refusal) return error;
  switch (statusOf(error)) {
    case 401:
      return new Refusal('not-allowed', `Microsoft 365 asks you to sign in again before Waymark can ${doing}.`, [], 'sign-in-again');
    case 409:
    case 412:
      return new Refusal('changed-meanwhile', 'Someone changed this in Microsoft 365 in the meantime. Open it again to see both.');
    default:
      return unwell(faultOf(error), doing);
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
