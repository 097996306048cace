import { expect } from '@jest/globals';
import type { ReadFile } from '#api/existing-plans/reading/file-to-read.ts';
import type { LineKind } from '#domain/existing-plans/found-line.ts';
import { wordsOf } from '#domain/existing-plans/page-block.ts';
import { notTaken } from '#domain/existing-plans/read-plan.ts';
import type { Expected } from '#tests/builders/existing-plans/sample.ts';

/** Holds what was read against the sample's list: every line, in order, no other, and the fields that the list names. */
export function holdsWhatIsExpected({ pages, plan }: ReadFile, expected: Expected): void {
  const { kind, name, birthday, dated, until } = plan.facts;
  expect({ kind, name, birthday, dated, until }).toEqual({
    kind: expected.kind,
    name: expected.name,
    birthday: expected.birthday,
    dated: expected.dated,
    until: expected.until,
  });
  const of = (wanted: LineKind) => plan.lines.filter((line) => line.kind === wanted);
  const named = (values: object, fields: object) =>
    Object.fromEntries(Object.keys(fields).map((field) => [field, values[field as keyof typeof values]]));
  const asked = <T extends { readonly words: string; readonly vague?: boolean }>({ words, vague: _, ...fields }: T) => ({
    text: words,
    ...fields,
  });
  for (const [wanted, list] of [
    ['need', expected.needs],
    ['goal', expected.goals],
    ['provision', expected.provision],
  ] as const) {
    expect(of(wanted).map((line) => line.values.text)).toEqual(list.map(({ words }) => words));
    list.forEach((one, index) => {
      expect(named(of(wanted)[index]?.values ?? {}, asked(one))).toEqual(asked(one));
    });
  }
  expected.provision.forEach(({ vague }, index) => {
    if (vague !== undefined) expect(/marked not specific/.test(of('provision')[index]?.cautions.join(' ') ?? '')).toBe(vague);
  });
  const left = notTaken(pages.blocks, plan.lines).map((passage) => wordsOf(pages.blocks, passage));
  expect(left).toEqual(expect.arrayContaining([...expected.left]));
}
