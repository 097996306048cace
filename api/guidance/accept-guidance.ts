import type { Actor } from '#domain/access/actor.ts';
import { GUIDANCE, type GuidanceKindName, guidanceFaults, keptValues } from '#domain/guidance/kinds.ts';
import type { Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { classesNamed } from './guidance-records.ts';

type Sent = { readonly values: Readonly<Record<string, unknown>>; readonly class: string | null };

/** What was sent, held to its kind: every field that is not accepted is named, and nothing is kept until all are. */
export const acceptGuidance = async (tx: Transaction, parts: Parts, actor: Actor, name: GuidanceKindName, sent: Sent): Promise<Values> => {
  const kind = GUIDANCE[name];
  const today = parts.clock.today(actor.timeZone);
  const faults = [...guidanceFaults(kind, sent.values, { today, nation: 'england', born: null })];
  if (sent.class !== null) {
    const { organisation, schools } = actor.scope;
    const known = (await classesNamed(tx, organisation, schools)).some(({ id }) => id === sent.class);
    if (!kind.ofClass || !known)
      faults.push({ field: 'class', reason: kind.ofClass ? 'is no class of your schools' : 'is not kept for this' });
  }
  if (faults.length === 0) return keptValues(kind, sent.values);
  const label = (field: string) => kind.fields.find(({ key }) => key === field)?.label ?? 'Class';
  const named = faults.slice(0, 3).map(({ field, reason }) => `“${label(field)}” ${reason}`);
  throw new Refusal('not-valid', `${kind.title} not saved: ${named.join('; ')}${faults.length > 3 ? '; and more' : ''}.`, faults);
};
