import { codeOf, type FaultName, knownFaults } from '#domain/faults/faults.ts';
import { button, type Card } from './cards/card.ts';
import { noticeCard } from './cards/notice-card.ts';

/** A refusal as the deeds throw it; known by its kind, because the bot looks at nothing behind the deeds. */
export type Refused = Error & { readonly kind: keyof typeof TITLES; readonly fault?: FaultName | undefined };

/** How each kind of refusal is headed; the words under it are the deed's own. */
const TITLES = {
  'not-found': 'Not found',
  'not-allowed': 'Not yours to do',
  'not-ready': 'Not yet',
  'changed-meanwhile': 'This moved on',
  'not-valid': 'Not understood',
  'elsewhere-unwell': 'Microsoft 365 did not answer',
} as const;

/** The refusal in what was thrown, or undefined where it is a fault. */
export const refusalOf = (thrown: unknown): Refused | undefined =>
  thrown instanceof Error && 'kind' in thrown && String(thrown.kind) in TITLES ? (thrown as Refused) : undefined;

/** The heading: what did not answer is named, where it is not Microsoft 365. */
const titleOf = ({ kind, fault }: Refused): string => {
  const area = fault && knownFaults[fault].area;
  return kind === 'elsewhere-unwell' && area === 'record' ? 'The record did not answer' : TITLES[kind];
};

/** The deed's own words, with the code by which a known fault can be looked up. */
const wordsOf = ({ message, fault }: Refused): string => (fault ? `${message} (${codeOf(fault)})` : message);

/** The refusal as a card; `aloud` leaves the deed's words out. */
export const refusalCard = (refusal: Refused, aloud: boolean): Card =>
  noticeCard(titleOf(refusal), aloud ? 'Ask in our private chat to read why.' : wordsOf(refusal), button('Help', { verb: 'help' }));
