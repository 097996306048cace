import type { KnownFault } from './fault.ts';

const UNSAVED =
  'Nothing of that one request: it is saved whole or not at all. What was typed stays on the page. All that was saved before is there.';

/** Faults of the record: PostgreSQL, its machine, and the way to it. */
export const recordFaults = {
  'record-away': {
    code: 'W-301',
    area: 'record',
    title: 'The record cannot be reached',
    means: 'PostgreSQL is being restarted, or the way to it is cut.',
    sees: '“The record cannot be reached just now. Try again in a minute.” Pages show what they had, and since when.',
    kept: UNSAVED,
    heals: 'At the first request after PostgreSQL answers again; Waymark need not be started again.',
    mends: 'Where it lasts, look at the database server. A PostgreSQL that Waymark brought along ends with it: start Waymark again.',
  },
  'record-busy': {
    code: 'W-302',
    area: 'record',
    title: 'The record takes no more connections',
    means: 'Every connection that PostgreSQL allows, or that Waymark may hold, is in use.',
    sees: '“Waymark is very busy just now. Try again in a minute.” within three seconds.',
    kept: UNSAVED,
    heals: 'By itself, as soon as one is free.',
    mends: 'Where it comes back, allow more connections (max_connections) or run fewer processes.',
  },
  'disk-full': {
    code: 'W-303',
    area: 'record',
    title: 'The disk that holds the record is full',
    means: 'PostgreSQL cannot write.',
    sees: '“The disk that holds the record is full. Nothing was saved.” Reading, where it needs no line of the audit trail, goes on.',
    kept: UNSAVED,
    heals: 'Once there is room again; Waymark need not be started again.',
    mends: 'Give the database’s disk more room.',
  },
  'record-moved': {
    code: 'W-304',
    area: 'record',
    title: 'The record has moved to another machine',
    means: 'The database failed over: its name now leads to another host, and the old one is silent or only lets itself be read.',
    sees: '“The record is being moved to another machine. Try again in a minute.” once, then all is as before.',
    kept: UNSAVED,
    heals: 'By itself: connections to the old host are given up within fifteen seconds, new ones go to the new host.',
    mends: null,
  },
  'record-slow': {
    code: 'W-305',
    area: 'record',
    title: 'The record took too long',
    means: 'A question to PostgreSQL ran longer than a person can be asked to wait, or waited for another to finish.',
    sees: '“The record took too long to answer. Try again in a minute.” within fifteen seconds.',
    kept: UNSAVED,
    heals: 'By itself.',
    mends: 'Where it comes back, look at the database’s load.',
  },
  'same-moment': {
    code: 'W-306',
    area: 'record',
    title: 'Two people changed the same thing at the same moment',
    means: 'PostgreSQL let one of two changes through, and sent the other back.',
    sees: '“Someone changed the same thing at the same moment. Try again.”',
    kept: UNSAVED,
    heals: 'With the next press.',
    mends: null,
  },
} as const satisfies Record<string, KnownFault>;
