import type { Day } from '#domain/calendar/day.ts';
import type { DateManner } from '#domain/existing-plans/days-in-text.ts';
import type { GoalValues, LineKind, NeedValues, ProvisionValues } from '#domain/existing-plans/found-line.ts';
import { suggestedCode } from '#domain/existing-plans/need-code.ts';
import { goalValuesOf } from '#domain/existing-plans/read-goals.ts';
import { withoutNumber } from '#domain/existing-plans/read-needs.ts';
import { provisionValuesOf } from '#domain/existing-plans/read-provision.ts';
import type { SectionName } from '#domain/existing-plans/sections.ts';

type About = { readonly birthday: Day | null; readonly manner: DateManner };

/** The values of a line that a person makes of some words by saying what they are: read as they would be in a section of that name. */
export function lineOfWords(
  kind: LineKind,
  words: string,
  about: About,
): { readonly section: SectionName; readonly values: Readonly<Record<string, unknown>> & (NeedValues | GoalValues | ProvisionValues) } {
  const text = withoutNumber(words);
  if (kind === 'need') return { section: 'needs', values: { text, code: suggestedCode(text, null, about.manner), area: null } };
  if (kind === 'goal') return { section: 'outcomes', values: { ...goalValuesOf(text, about) } };
  return { section: 'provision', values: { ...provisionValuesOf(text, about) } };
}
