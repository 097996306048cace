import type { Purpose } from '#domain/meetings/purpose.ts';

const possessive = (name: string): string => `${name}’s`;

/** From Year 9 the annual review must look at preparing for adulthood (SEND Regulations 2014, reg 20(6)). */
const ADULTHOOD_FROM_YEAR = 9;

/** What is talked about, in order. The pupil's own view comes before anyone judges progress. */
export function agendaFor(purpose: Purpose, pupil: { readonly givenName: string; readonly yearGroup: number | null }): readonly string[] {
  const view = `${possessive(pupil.givenName)} view`;
  if (purpose === 'parent-meeting') return ['Welcome', view, 'The family’s view', 'How the support is going', 'What we will each do'];
  if (purpose === 'support-review') {
    return [
      'Welcome and who is here',
      view,
      'The family’s view',
      'Progress towards goals',
      'Does the support work?',
      'Next steps and date',
    ];
  }
  const adulthood = pupil.yearGroup !== null && pupil.yearGroup >= ADULTHOOD_FROM_YEAR ? ['Preparing for adulthood'] : [];
  return ['Welcome and who is here', view, 'Progress towards outcomes', 'Does the provision work?', ...adulthood, 'Recommendation'];
}
