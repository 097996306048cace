import type { Day } from '#domain/calendar/day.ts';

/** The days on which an IEP is in effect, both ends included. */
export type IepPeriod = { readonly effective: Day; readonly ends: Day };

/** The IEP in effect on a day: on a birthday it is the one that must carry what the birthday asks (34 CFR 300.320(b)). */
export function iepInForceOn(day: Day, ieps: readonly IepPeriod[]): IepPeriod | undefined {
  return ieps.find((iep) => iep.effective <= day && day <= iep.ends);
}
