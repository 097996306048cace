import { describe, expect, it } from '@jest/globals';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { IDEA } from '#domain/timelines/rules/idea.ts';
import { TEXAS } from '#domain/timelines/rules/texas.ts';
import { stepsFor } from '#domain/timelines/step.ts';
import { day, happened } from './a-case.ts';

const stateOf = (id: string, ...[events, rules, today]: Parameters<typeof stepsFor>) =>
  stepsFor(events, rules, today)
    .filter(({ step }) => step.id === id)
    .map(({ state }) => state);

describe('steps that the law asks for without a number of days', () => {
  it('parents are told when provision starts', () => {
    const started = happened('provision-started', '2026-09-14');
    expect(stateOf('eng.support.tellParents', [started], ENGLAND, day('2026-09-20'))).toEqual(['open']);
    expect(stateOf('eng.support.tellParents', [started, happened('parents-told', '2026-09-16')], ENGLAND, day('2026-09-20'))).toEqual([
      'taken',
    ]);
  });

  it('consent comes before the evaluation, not after it', () => {
    const began = happened('initial-evaluation-started', '2026-09-14');
    const consent = (on: string) => [happened('consent-received', on), began];
    expect(stateOf('us.consent.initial', consent('2026-09-08'), IDEA, day('2026-10-01'))).toEqual(['taken']);
    expect(stateOf('us.consent.initial', consent('2026-09-15'), IDEA, day('2026-10-01'))).toEqual(['open']);
  });

  it('an IEP in effect calls for reports of progress, and in Texas for one in the parent’s language', () => {
    const inEffect = happened('iep-in-effect', '2026-10-01');
    const seen = day('2026-11-23');
    expect(stateOf('us.progress', [inEffect], TEXAS, seen)).toEqual(['open']);
    expect(stateOf('us.progress', [inEffect, happened('progress-reported', '2026-11-20')], TEXAS, seen)).toEqual(['taken']);
    expect(stateOf('tx.iep.translation', [inEffect], TEXAS, seen)).toEqual(['open']);
    expect(stateOf('tx.iep.translation', [inEffect, happened('iep-translated', '2026-10-08')], TEXAS, seen)).toEqual(['taken']);
    expect(stateOf('tx.iep.translation', [inEffect], IDEA, seen)).toEqual([]);
  });

  it('what is still to come calls for nothing yet', () => {
    expect(stepsFor([happened('iep-meeting-held', '2026-12-01')], IDEA, day('2026-11-23'))).toEqual([]);
  });

  it('each says where it is written, and names events that its nation knows', () => {
    const steps = Object.values(JURISDICTIONS).flatMap((set) => (set.steps ?? []).map((step) => ({ step, set })));
    expect(steps.length).toBeGreaterThan(15);
    expect(steps.filter(({ step }) => step.source.length < 8 || !step.words.endsWith('.')).map(({ step }) => step.id)).toEqual([]);
    const dangling = steps.flatMap(({ step, set }) =>
      [...step.when, ...step.takenBy].filter(({ kind }) => !(kind in set.events)).map(({ kind }) => `${step.id}: ${kind}`),
    );
    expect(dangling).toEqual([]);
  });
});
