import { button, type Card } from './cards/card.ts';
import { noticeCard } from './cards/notice-card.ts';

/** A refusal as the deeds throw it; known by its name, because the bot looks at nothing behind the deeds. */
export type Refused = Error & { readonly kind: keyof typeof TITLES };

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
  thrown instanceof Error && thrown.name === 'Refusal' && 'kind' in thrown && String(thrown.kind) in TITLES
    ? (thrown as Refused)
    : undefined;

/** The refusal as a card; `aloud` leaves the deed's words out. */
export const refusalCard = (refusal: Refused, aloud: boolean): Card =>
  noticeCard(TITLES[refusal.kind], aloud ? 'Ask in our private chat to read why.' : refusal.message, button('Help', { verb: 'help' }));
