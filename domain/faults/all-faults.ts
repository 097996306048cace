import type { KnownFault } from './fault.ts';
import { knownFaults } from './faults.ts';
import { refusalFaults } from './refusals.ts';

/** Where the page of a fault is: what the `type` of a problem document names (RFC 9457). */
export const faultAddress = (code: string): string => `/faults/${code}`;

/** Every known fault and every way in which Waymark itself refuses, in the order of their codes. */
export const allFaults = (): readonly KnownFault[] =>
  [...Object.values<KnownFault>(knownFaults), ...Object.values<KnownFault>(refusalFaults)].sort((one, other) =>
    one.code.localeCompare(other.code),
  );

/** The code behind the kind of a problem, `not-valid`; whatever is no refusal is a fault of Waymark's own. */
export const codeOfProblem = (kind: string): string =>
  kind in refusalFaults ? refusalFaults[kind as keyof typeof refusalFaults].code : knownFaults.unknown.code;

/** The fault or refusal that a code means, however it was typed; undefined where there is none. */
export const anyFault = (typed: string): KnownFault | undefined => {
  const wanted = typed.trim().toUpperCase();
  return allFaults().find(({ code }) => code === wanted);
};
