import { capital, listed, type Outcome } from '#domain/plans/gap.ts';
import type { PlanRecord, ProvisionLine } from '#domain/plans/plan.ts';

const specified = 'SEND Regulations 2014, reg 12: section F is specified and quantified; Waymark’s rule for SEN support too';

type LineFact = readonly [name: string, empty: (line: ProvisionLine) => boolean, field: string];

const englandFacts: readonly LineFact[] = [
  ['who', (line) => !line.who, 'who'],
  ['how long', (line) => line.minutes === null, 'howLong'],
  ['times a week', (line) => line.timesAWeek === null, 'timesAWeek'],
  ['end date', (line) => line.until === null, 'until'],
];

/** Start date, frequency, location and duration of each service (34 CFR 300.320(a)(7)). */
const ideaFacts: readonly LineFact[] = [
  ['start date', (line) => line.from === null, 'from'],
  ['frequency', (line) => line.timesAWeek === null || line.minutes === null, 'timesAWeek'],
  ['location', (line) => !line.place, 'place'],
  ['duration', (line) => line.until === null, 'until'],
];

/** A line says who, how much and until when, and does not end before it starts. */
export function lineOutcomes(line: ProvisionLine, record: PlanRecord): readonly Outcome[] {
  const us = record.jurisdiction === 'us';
  const empty = (us ? ideaFacts : englandFacts).filter(([, isEmpty]) => isEmpty(line));
  const amountless = line.minutes === null && line.timesAWeek === null;
  const lacks = empty.map(([name]) => name);
  const citation = us ? '34 CFR 300.320(a)(7) · Not verified: the paragraph' : specified;
  const amount: Outcome =
    empty.length === 0
      ? null
      : {
          rule: 'provision.amount',
          title: `“${line.what}” has no ${amountless ? 'amount' : listed(lacks, 'or')}`,
          detail: `${capital(listed(lacks, 'and'))} ${lacks.length === 1 ? 'is' : 'are'} empty in the record.`,
          citation,
          severity: 'stops',
          tag: `provision/${line.id}/${empty[0]?.[2] ?? 'who'}`,
        };
  if (!line.from || !line.until) return [amount];
  const ends: Outcome =
    line.until >= line.from
      ? null
      : {
          rule: 'provision.dates',
          title: `“${line.what}” ends before it starts`,
          detail: 'The end date lies before the start date.',
          citation,
          severity: 'stops',
          tag: `provision/${line.id}/until`,
        };
  return [amount, ends];
}

/** Each need should lead to provision (England) or to a goal (IDEA: goals meet the needs that result from the disability). */
export function needOutcomes(record: PlanRecord): readonly Outcome[] {
  const us = record.jurisdiction === 'us';
  const met = new Set((us ? record.goals : record.provision).flatMap((one) => one.needs));
  return [...record.needs]
    .sort((one, other) => one.rank - other.rank)
    .map((need, index) =>
      met.has(need.id)
        ? null
        : {
            rule: us ? 'need.goal' : 'need.provision',
            title: `Need ${index + 1} has no ${us ? 'goal' : 'provision'}`,
            detail: us
              ? 'Every need should lead to a goal. You can finish without it, with a reason.'
              : 'Every need should point to at least one line. You can finish without it, with a reason.',
            citation: us ? '34 CFR 300.320(a)(2)(i) · Not verified: the paragraph' : 'SEND Regulations 2014, reg 12',
            severity: 'think',
            tag: `needs/${need.id}/text`,
          },
    );
}
