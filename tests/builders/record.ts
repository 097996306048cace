import { randomUUID } from 'node:crypto';
import type { Entry } from '#contract/record.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import type { Field, KindName, Value } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import type { World } from '#tests/world-of.ts';

/** A pupil's record in a world: one coordinator, and something of everything that fields can name. */
export type ARecord = {
  readonly world: World;
  readonly pupil: string;
  readonly coordinator: Actor;
  /** The id of something that a field of this type can name. */
  readonly named: Readonly<Record<string, string>>;
  /** Adds an entry; by the coordinator unless said otherwise. */
  add(kind: KindName, values: Readonly<Record<string, unknown>>, actor?: Actor): Promise<Entry>;
  /** The smallest values a kind takes. */
  least(kind: KindName): Record<string, Value>;
};

const MINIMAL: Readonly<Partial<Record<KindName, Record<string, Value>>>> = {
  referral: { to: 'coordinator' },
  session: { state: 'planned' },
  intervention: { state: 'running' },
  'document-note': { title: 'Letter' },
};

const anyValue = (field: Field, nation: Nation): Value => {
  switch (field.type) {
    case 'day':
      return '2026-11-02';
    case 'whole':
      return field.least ?? 1;
    case 'choice':
      return field.choices?.find(({ onlyIn }) => !onlyIn || onlyIn === nation)?.value ?? null;
    default:
      return field.label;
  }
};

/** A record to work in. */
export const aRecord = async (world: World, nation: Nation = 'england'): Promise<ARecord> => {
  const pupil = await world.enrol();
  const coordinator = await world.actorFor('coordinator');
  const add: ARecord['add'] = (kind, values, actor = coordinator) =>
    world.casework.recordEntry(actor, { pupil, kind, id: randomUUID(), values });
  const named: Record<string, string> = { person: coordinator.person, people: coordinator.person };
  const least: ARecord['least'] = (kind) => ({
    ...Object.fromEntries(KINDS[kind].fields.filter(({ required }) => required).map((field) => [field.key, anyValue(field, nation)])),
    ...MINIMAL[kind],
    ...(kind === 'session' ? { line: named['provision-line']! } : {}),
  });
  for (const kind of ['contact', 'goal', 'need', 'provision-line', 'agency', 'intervention'] as const)
    named[kind] = (await add(kind, least(kind))).id;
  const document = randomUUID();
  await world.sql(
    "insert into waymark.document (organisation_id, id, pupil_id, name, kind) values ($1, $2, $3, 'WM-1 letter.docx', 'letter')",
    [world.organisation, document, pupil],
  );
  named.document = document;
  return { world, pupil, coordinator, named, add, least };
};
