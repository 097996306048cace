import type { KnownFault } from './fault.ts';
import { microsoft365Faults } from './microsoft-365.ts';
import { permissionFaults } from './permission.ts';
import { recordFaults } from './record.ts';

/** Faults of the machine that Waymark runs on, and of Waymark. */
const houseFaults = {
  'clock-jumped': {
    code: 'W-401',
    area: 'clock',
    title: 'The machine’s clock jumped',
    means: 'The clock of the machine that runs Waymark was set forward or back.',
    sees: 'At most one request to sign in again. No answer takes longer.',
    kept: 'Everything, each effect once. A job that was set for a time while the clock was wrong comes by as much too early or too late.',
    heals: 'By itself: waits are measured by a clock that cannot be set, and a token that is not taken is fetched anew.',
    mends: 'Let the machine keep its time from a time server.',
  },
  'scanner-away': {
    code: 'W-902',
    area: 'waymark',
    title: 'The virus scanner does not answer',
    means: 'Waymark was given a virus scanner (WAYMARK_CLAMD), and it is not there, is starting, or does not take a file of this size.',
    sees: '“The virus scanner does not answer, so the file was not taken.” Everything but handing over a file goes on.',
    kept: 'Everything that was saved before, and what was typed. The file is read and kept by nobody.',
    heals: 'As soon as the scanner answers again.',
    mends: 'Start clamd and look into its log; StreamMaxLength must be at least 64M.',
  },
  unknown: {
    code: 'W-901',
    area: 'waymark',
    title: 'Something went wrong in Waymark',
    means: 'A fault of Waymark itself that it does not know.',
    sees: '“Something went wrong in Waymark, and it has been noted”, with a reference to quote.',
    kept: 'Nothing of that one request; all that was saved before is there.',
    heals: 'Not by itself.',
    mends: 'Look for the reference in the log, and tell the makers.',
  },
} as const satisfies Record<string, KnownFault>;

/** Every fault that is known, by its name. */
export const knownFaults = { ...microsoft365Faults, ...permissionFaults, ...recordFaults, ...houseFaults } as const;

/** The name of a known fault, `throttled`. */
export type FaultName = keyof typeof knownFaults;

/** The code that a person is shown, `W-101`. */
export const codeOf = (name: FaultName): string => knownFaults[name].code;

/** The fault that a code means, however it was typed; undefined where there is none. */
export const faultByCode = (code: string): (KnownFault & { readonly name: FaultName }) | undefined => {
  const wanted = code.trim().toUpperCase();
  const found = (Object.entries(knownFaults) as [FaultName, KnownFault][]).find(([, fault]) => fault.code === wanted);
  return found && { name: found[0], ...found[1] };
};
