import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { entriesOf, insertEntry } from '#api/record/record-records.ts';
import { keptAs, rowOf, valuesOf } from '#api/record/tables.ts';
import { shapeOf } from '#contract/record-shapes.ts';
import { asDay } from '#domain/calendar/day.ts';
import { acceptedValues, fieldFault, valueFaults } from '#domain/record/faults.ts';
import type { Field, RecordKind, Value } from '#domain/record/kind.ts';
import { ALL_KINDS, fieldsIn } from '#domain/record/kinds.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { itWithReference, referenceFolder } from '#tests/reference.ts';
import { aWorld } from '#tests/world.ts';
import { badValues, edgeValues, OWN_STRINGS } from './field-values.ts';

const SETTING = { today: asDay('2026-11-23'), nation: 'england', born: asDay('2016-02-14') } as const;
const TEXT = ['line', 'passage', 'language', 'email', 'phone'];
const isText = ({ type }: Field) => TEXT.includes(type);

let record: ARecord;
beforeAll(async () => {
  record = await aRecord(await aWorld());
});

/** Keeps these values as they are, reads them back, and answers those that came back otherwise, with the name of their field. */
const keptOtherwise = async (kind: RecordKind, all: readonly Record<string, Value>[]): Promise<readonly string[]> => {
  const kept = keptAs(kind.name);
  const { world, coordinator } = record;
  const pupil = await world.enrol();
  return world.database.within(world.scope, async (tx) => {
    const ranked = kept.columns.has('rank') ? { rank: 1 } : {};
    const sent = new Map(all.map((values) => [randomUUID() as string, acceptedValues(kind, { ...ranked, ...values })]));
    const writing = { by: coordinator.person, at: world.clock.now() };
    for (const [id, values] of sent) await insertEntry(tx, world.organisation, kept, { id, pupil, row: rowOf(kept, values), ...writing });
    const rows = await entriesOf(tx, world.organisation, pupil, kept);
    expect(rows).toHaveLength(all.length);
    return rows.flatMap((row) => {
      const [was, now] = [sent.get(row.id)!, valuesOf(kept, row)];
      return kind.fields
        .filter(({ key }) => JSON.stringify(was[key]) !== JSON.stringify(now[key]))
        .map(({ key }) => `${key}: ${JSON.stringify(was[key])}`);
    });
  });
};

/** Rows in which each string stands once, in a field of text that takes it; from row to row the strings move on by one field. */
const filled = (kind: RecordKind, strings: readonly string[]): Record<string, Value>[] => {
  const texts = kind.fields.filter(isText);
  const takes = (field: Field) => (text: string) => !fieldFault(field, text, SETTING);
  const left = strings.filter((text) => texts.some((field) => takes(field)(text)));
  const rows: Record<string, Value>[] = [];
  for (let turn = 0; left.length > 0; turn++) {
    const row = { ...record.least(kind.name) };
    for (const field of [...texts.slice(turn % texts.length), ...texts.slice(0, turn % texts.length)]) {
      const at = left.findIndex(takes(field));
      if (at >= 0) row[field.key] = left.splice(at, 1)[0]!;
    }
    rows.push(row);
  }
  return rows;
};

describe.each(ALL_KINDS.map((kind) => [kind.name, kind] as const))('every field of %s', (_, kind) => {
  const fields = fieldsIn(kind, 'england');
  const ask = (values: Record<string, unknown>) => ({ pupil: record.pupil, kind: kind.name, id: randomUUID(), values });

  it('refuses what it cannot hold, naming the field', () => {
    for (const field of fields)
      for (const [words, value] of badValues(field)) {
        const faults = valueFaults(kind, { ...record.least(kind.name), [field.key]: value }, SETTING);
        expect({ field: field.key, words, faults: faults.map((fault) => fault.field) }).toEqual({
          field: field.key,
          words,
          faults: [field.key],
        });
      }
  });

  it('refused together, at the door of the deed, all are named and nothing is kept', async () => {
    const wrong = Object.fromEntries(fields.map((field) => [field.key, badValues(field)[0]![1]]));
    const before = await record.world.casework.openEntries(record.coordinator, { pupil: record.pupil, kind: kind.name });
    const refused = await record.world.casework.recordEntry(record.coordinator, ask(wrong)).catch((fault) => fault);
    expect(refused).toMatchObject({ name: 'Refusal', kind: 'not-valid' });
    expect(refused.fields.map(({ field }: { field: string }) => field).sort()).toEqual(fields.map(({ key }) => key).sort());
    const after = await record.world.casework.openEntries(record.coordinator, { pupil: record.pupil, kind: kind.name });
    expect(after.entries).toEqual(before.entries);
  });

  it('a field that the kind does not have is refused by its name; a missing one that it needs too', async () => {
    const strange = record.world.casework.recordEntry(record.coordinator, ask({ ...record.least(kind.name), colour: 'red' }));
    await expect(strange).rejects.toMatchObject({
      kind: 'not-valid',
      fields: [{ field: 'colour', reason: 'is not a field that Waymark knows' }],
    });
    const required = fields.filter((field) => field.required).map(({ key }) => key);
    const empty = valueFaults(kind, {}, SETTING).map(({ field }) => field);
    expect(empty).toEqual(expect.arrayContaining(required));
  });

  it('names something of another pupil, or nothing at all: refused by the name of the field', async () => {
    for (const { key, type } of fields.filter(({ type }) => record.named[type])) {
      const nobody = type === 'people' ? [randomUUID()] : randomUUID();
      const refused = await record.world.casework
        .recordEntry(record.coordinator, ask({ ...record.least(kind.name), [key]: nobody }))
        .catch((fault) => fault);
      expect({ key, fields: refused.fields?.map(({ field }: { field: string }) => field) }).toEqual({ key, fields: [key] });
    }
  });

  it('takes names with apostrophes, other scripts, emoji and odd spaces, and keeps them to the letter', async () => {
    expect(await keptOtherwise(kind, filled(kind, OWN_STRINGS))).toEqual([]);
  });

  it('keeps the longest text, the first and last day, and every figure exactly', async () => {
    const values = fields.flatMap((field) =>
      edgeValues(field).map((value) => {
        expect({ field: field.key, value, fault: fieldFault(field, value, SETTING) }).toEqual({
          field: field.key,
          value,
          fault: undefined,
        });
        return { ...record.least(kind.name), [field.key]: value as Value };
      }),
    );
    expect(await keptOtherwise(kind, values)).toEqual([]);
  });

  itWithReference(
    'every string of the big list is kept to the letter or refused with the field’s name',
    async () => {
      const strings = JSON.parse(readFileSync(path.join(referenceFolder, 'blns.json'), 'utf8')) as string[];
      expect(strings.length).toBeGreaterThan(500);
      const lax = { ...kind, check: () => [] };
      const texts = kind.fields.filter(isText);
      const astray = texts.flatMap(({ key }) =>
        strings.flatMap((text) => {
          const faults = valueFaults(lax, { ...record.least(kind.name), [key]: text }, SETTING);
          return faults.every(({ field }) => field === key) ? [] : [{ key, text, faults }];
        }),
      );
      expect(astray).toEqual([]);
      expect(await keptOtherwise(kind, filled(kind, strings))).toEqual([]);
    },
    60_000,
  );

  it('is described by a shape that takes what is taken and refuses what is of another sort', () => {
    const shape = shapeOf(kind, 'england');
    expect(shape.safeParse(record.least(kind.name)).success).toBe(true);
    expect(shape.safeParse({ ...record.least(kind.name), colour: 'red' }).success).toBe(false);
    for (const field of fields) {
      for (const value of edgeValues(field))
        expect({ field: field.key, value, taken: shape.safeParse({ ...record.least(kind.name), [field.key]: value }).success }).toEqual({
          field: field.key,
          value,
          taken: true,
        });
      const [, ofAnotherSort] = badValues(field).find(([words]) => ['a number', 'text', 'a group'].includes(words)) ?? [];
      expect(shape.safeParse({ ...record.least(kind.name), [field.key]: ofAnotherSort }).success).toBe(false);
    }
  });
});
