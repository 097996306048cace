import { deliveryOf } from './delivery.ts';
import { type Notice, numberIn, textIn, type Values } from './kind.ts';

/** Cost of an intervention for one pupil in pence: hours × weeks × rate / group size + materials (duty 5 A3); null where a part is not said. */
export const interventionCost = (values: Values): number | null => {
  const [minutes, times, weeks, rate, group] = ['minutes', 'timesAWeek', 'weeks', 'rate', 'groupSize'].map((key) => numberIn(values, key));
  if (minutes == null || times == null || weeks == null || rate == null) return null;
  return Math.round(((minutes * times) / 60) * weeks * (rate / (group ?? 1))) + (numberIn(values, 'materials') ?? 0);
};

const pounds = (pence: number): string => (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * What came of an intervention that is over: scores at entry and exit, the change with its uncertainty, sessions given of those planned, and
 * the next step (duty 5 A1). Change before and after without a comparison is no effect, and the words say so.
 */
export const endSummary = (values: Values, sessions: readonly Values[]): readonly string[] => {
  const { planned, delivered } = deliveryOf(sessions);
  const meant = numberIn(values, 'sessionsPlanned');
  return [
    changeWords(values),
    planned > 0 || meant !== null ? `${delivered} of ${meant ?? planned} planned sessions took place` : 'No session was logged',
    textIn(values, 'next') === '' ? 'Next step not said' : `Next: ${textIn(values, 'next')}`,
  ];
};

const changeWords = (values: Values): string => {
  const [entry, exit, error] = ['entry', 'exit', 'error'].map((key) => numberIn(values, key));
  const measure = textIn(values, 'measure') || 'Score';
  if (exit == null) return `No score at exit: ${textIn(values, 'noExitWhy') || textIn(values, 'stoppedWhy')}`;
  if (entry == null) return `${measure}: ${exit} at exit, not taken at entry`;
  // Two scores, each with its error: the difference carries both (analytics.md 4).
  const half = error == null ? null : 1.96 * Math.SQRT2 * error;
  const uncertainty = half == null ? 'uncertainty not known' : `± ${rounded(half)} at 95 %`;
  return `${measure}: ${entry} at entry, ${exit} at exit, change ${rounded(exit - entry)} (${uncertainty}; before and after, no comparison)`;
};

/** Cost, and at the end what came of it, as a reader should know them. */
export const interventionNotices = (values: Values, sessions: readonly Values[]): readonly Notice[] => {
  const cost = interventionCost(values);
  const over = values.state === 'ended' || values.state === 'stopped-early';
  return [
    ...(cost === null ? [] : [{ field: null, words: `Cost for this pupil ${pounds(cost)}`, weight: 'info' } as const]),
    ...(over ? endSummary(values, sessions).map((words) => ({ field: null, words, weight: 'info' }) as const) : []),
  ];
};
