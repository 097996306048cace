import type { Clock } from '#domain/timelines/clock.ts';
import type { Owner } from '#domain/timelines/rule.ts';

/** What the parties of a case are called: `Westmere Council`, `NHS speech and language`. Those without a name get their plain word. */
export type OwnerNames = Partial<Readonly<Record<Owner, string>>>;

/** Who owes an act, and the sentence that follows the name. */
export type DutySentence = { readonly owedBy: Owner; readonly who: string; readonly rest: string };

const PLAIN: Readonly<Record<Owner, string>> = {
  school: 'The school',
  'local-authority': 'The council',
  agency: 'The body that was asked',
  family: 'The family',
  tribunal: 'The tribunal',
  'health-commissioner': 'The health commissioner',
  'mediation-adviser': 'The mediation adviser',
  district: 'The district',
  state: 'The State agency',
};

/** The owner's name in a case, or its plain word. */
export function ownerName(owner: Owner, names: OwnerNames): string {
  return names[owner] ?? PLAIN[owner];
}

/** Who owes a clock, in one sentence that also says what the school owes. */
export function dutyOf(clock: Clock, names: OwnerNames): DutySentence {
  const { owedBy, rule } = clock;
  const who = ownerName(owedBy, names);
  if (rule.nature === 'mark') return { owedBy, who, rest: ' keeps this date. Nothing is owed by it.' };
  if (owedBy === 'school' || owedBy === 'district') return { owedBy, who, rest: ' owes this.' };
  const schoolPart = rule.schoolDoes ?? 'The school owes nothing here; you watch it.';
  if (rule.nature === 'right') return { owedBy, who, rest: ` may act until then and need not. ${schoolPart}` };
  return { owedBy, who, rest: ` owes this. ${schoolPart}` };
}
