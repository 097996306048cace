import { describe, expect, it } from '@jest/globals';
import { withSchoolPractice } from '#domain/caseload/school-practice.ts';
import { recordableKinds } from '#domain/timelines/event-faults.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';

const sets = Object.values(JURISDICTIONS).map(withSchoolPractice);

/** Kinds that reach a case by another door than a person's hand, and which. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'review-meeting-booked': 'meetings',
  'iep-meeting-booked': 'meetings',
  'date-of-birth': 'the roll',
  'school-year-started': 'the school’s year, about no single case',
  'census-returned': 'the school’s year, about no single case',
  'information-report-published': 'the school’s year, about no single case',
  'senco-appointed': 'about staff',
  'senco-qualified': 'about staff',
  'records-requested': 'requests for the record',
  'records-shown': 'requests for the record',
  'consent-received': 'consents of the record',
  'consent-expiry-agreed': 'consents of the record',
  'consent-withdrawn': 'consents of the record',
  'cover-trained': 'the record',
  'exam-arrangements-needed': 'the record',
  'exam-request-sent': 'the record',
  chased: 'chasers',
};

const matchesOf = (set: RuleSet) =>
  set.rules.flatMap((rule) => [...rule.from, ...rule.metBy, ...(rule.endedBy ?? []), ...(rule.expectedAfter ?? [])]);

describe.each(sets.map((set) => [set.name, set] as const))('what people record by hand in %s', (_name, set) => {
  it('is every kind of event that the rules know, once, but those that reach a case by another door', () => {
    const kinds = recordableKinds(set);
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
    expect(kinds.filter((kind) => !(kind in set.events))).toEqual([]);
    expect(Object.keys(set.events).filter((kind) => !kinds.includes(kind) && !(kind in ELSEWHERE))).toEqual([]);
  });

  it('can be said with every outcome on which a limit hangs', () => {
    const kinds = recordableKinds(set);
    const unsayable = matchesOf(set)
      .filter(({ kind, outcome }) => outcome !== undefined && kinds.includes(kind))
      .filter(({ kind, outcome }) => !set.asks?.[kind]?.outcomes?.some(({ value }) => value === outcome))
      .map(({ kind, outcome }) => `${kind}: ${outcome}`);
    expect(unsayable).toEqual([]);
  });

  it('asks about no kind that is not recorded', () => {
    const kinds = recordableKinds(set);
    expect(Object.keys(set.asks ?? {}).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });
});
