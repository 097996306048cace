import { Refusal } from '../refusal.ts';

/** Codes by which PostgreSQL, or the network under it, says that it cannot serve now (appendix A of its manual, and Node's own). */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', '57P01', '57P02', '57P03']);
const TOO_MANY = '53300';
const OVERDUE = new Set(['57014', '55P03']);
const DISK_FULL = '53100';
const MEANWHILE = new Set(['40001', '40P01']);

const LOST_WORDS = /terminated|timeout exceeded when trying to connect|connection timeout|Connection ended|not queryable/i;

/** What to tell a person about a fault of the database, or undefined where it is a fault of ours. */
const refusalFor = (fault: unknown): Refusal | undefined => {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === TOO_MANY) return new Refusal('elsewhere-unwell', 'Waymark is very busy just now. Try again in a minute.');
  if (code === DISK_FULL) return new Refusal('elsewhere-unwell', 'The disk that holds the record is full. Nothing was saved.');
  if (code && OVERDUE.has(code)) return new Refusal('elsewhere-unwell', 'The record took too long to answer. Try again in a minute.');
  if (code && MEANWHILE.has(code)) return new Refusal('changed-meanwhile', 'Someone changed the same thing at the same moment. Try again.');
  if ((code && (UNREACHABLE.has(code) || code.startsWith('08'))) || LOST_WORDS.test(message ?? ''))
    return new Refusal('elsewhere-unwell', 'The record cannot be reached just now. Try again in a minute.');
  return undefined;
};

/** Does the work; a database that is away, full or overloaded becomes a Refusal, any other fault is thrown unchanged. */
export const explainLoss = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (fault) {
    throw refusalFor(fault) ?? fault;
  }
};
