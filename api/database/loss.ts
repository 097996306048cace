import type { FaultName } from '#domain/faults/faults.ts';
import { Refusal, Unwell } from '../refusal.ts';

/** Codes by which PostgreSQL, or the network under it, says that it cannot serve now (appendix A of its manual, and Node's own). */
const UNREACHABLE = new Set('ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH 57P01 57P02 57P03'.split(' '));
const TOO_MANY = '53300';
const OVERDUE = new Set(['57014', '55P03']);
/** A statement that changes something, sent to a machine that only lets itself be read: it was the first, and is no longer. */
const READ_ONLY = '25006';
const DISK_FULL = '53100';
const MEANWHILE = new Set(['40001', '40P01']);

const LOST_WORDS = /terminated|connection timeout|Connection ended|not queryable/i;
/** The pool's own words where every connection stayed in use, and node-postgres's where the server said nothing. */
const NONE_FREE = /timeout exceeded when trying to connect/i;
const SILENT = /query read timeout/i;

/** Which known fault of the database it is; undefined where it is a fault of ours. */
const faultOf = ({ code = '', message = '' }: { readonly code?: string; readonly message?: string }): FaultName | undefined => {
  if (code === TOO_MANY || NONE_FREE.test(message)) return 'record-busy';
  if (code === DISK_FULL) return 'disk-full';
  if (code === READ_ONLY) return 'record-moved';
  if (OVERDUE.has(code) || SILENT.test(message)) return 'record-slow';
  if (MEANWHILE.has(code)) return 'same-moment';
  return UNREACHABLE.has(code) || code.startsWith('08') || LOST_WORDS.test(message) ? 'record-away' : undefined;
};

/** Whether the connection was lost, or none could be had. */
export const isLoss = (fault: unknown): boolean => faultOf(fault as { code?: string; message?: string }) === 'record-away';

/** Whether it is the record that does not serve just now, in whatever way: the same may be asked again. */
export const isPassing = (fault: unknown): boolean => faultOf(fault as { code?: string; message?: string }) !== undefined;

const WORDS: Partial<Record<FaultName, string>> = {
  'record-busy': 'Waymark is very busy just now. Try again in a minute.',
  'disk-full': 'The disk that holds the record is full. Nothing was saved.',
  'record-moved': 'The record is being moved to another machine. Try again in a minute.',
  'record-slow': 'The record took too long to answer. Try again in a minute.',
  'record-away': 'The record cannot be reached just now. Try again in a minute.',
};

/** Whether a connection on which this happened may serve again: not where the other end is silent, or is not the first machine any more. */
export const spoilsConnection = (fault: unknown): boolean => {
  const { code, message } = fault as { code?: string; message?: string };
  return code === READ_ONLY || SILENT.test(message ?? '');
};

/** What to tell a person about a fault of the database, or undefined where it is a fault of ours. */
const refusalFor = (thrown: unknown): Refusal | undefined => {
  const fault = faultOf(thrown as { code?: string; message?: string });
  if (fault === 'same-moment')
    return new Refusal('changed-meanwhile', 'Someone changed the same thing at the same moment. Try again.', [], fault);
  const words = fault && WORDS[fault];
  return fault && words ? new Unwell(fault, words) : undefined;
};

/** Does the work; a database that is away, full or overloaded becomes a Refusal, any other fault is thrown unchanged. */
export const explainLoss = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (fault) {
    throw refusalFor(fault) ?? fault;
  }
};
