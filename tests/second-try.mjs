import { expect, jest } from '@jest/globals';

/** Files that drive a browser or whole processes: on a machine that does other work, a window or a start can be late through no fault. */
const DRIVEN = /\/tests\/(?:tab|rooms|server|journeys|word-addin|bot)\//;

// What fails once is tried again and, should it hold then, named in the count (`run.mjs`); what fails twice has failed.
if (DRIVEN.test((expect.getState().testPath ?? '').replaceAll('\\', '/'))) jest.retryTimes(1, { logErrorsBeforeRetry: true });
