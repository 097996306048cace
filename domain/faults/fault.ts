/** Where a fault that is known comes from: Microsoft 365, the way into it, the record, the machine's clock, or Waymark itself. */
export type FaultArea = 'microsoft-365' | 'permission' | 'record' | 'clock' | 'waymark';

/**
 * A fault that can happen to anybody's Waymark and is known: what it means, what the person at the screen sees, what is kept of what they
 * did, when it clears by itself, and what is the administrator's to do. The code is short enough to be read out over the telephone.
 */
export type KnownFault = {
  /** `W-101`: the hundreds are the area. */
  readonly code: string;
  readonly area: FaultArea;
  /** A heading: what has happened, without its verb of blame. */
  readonly title: string;
  readonly means: string;
  readonly sees: string;
  readonly kept: string;
  readonly heals: string;
  /** What the administrator does; null where there is nothing to do but wait. */
  readonly mends: string | null;
};
