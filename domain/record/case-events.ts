import type { Day } from '#domain/calendar/day.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { type KindName, textIn, type Values } from './kind.ts';

/** Something that an entry says has happened in the case, in the words the clocks understand. */
export type EntryEvent = { readonly kind: string; readonly on: Day; readonly details: Readonly<Record<string, string>> };

const onDay = (values: Values, key: string): Day | null => (textIn(values, key) === '' ? null : (textIn(values, key) as Day));

const event = (kind: string, on: Day | null, details: Readonly<Record<string, string>> = {}): readonly EntryEvent[] =>
  on ? [{ kind, on, details }] : [];

/**
 * The events that an entry stands behind: those that start or meet a statutory clock (duty 1 A3). England's assessment clock runs from the
 * council's receipt (SEND Regs 2014 reg 5; eng.ehc.decision), the evaluation clock of 34 CFR 300.301(c) from the receipt of consent. What
 * was only sent or signed starts nothing.
 */
export const eventsFrom = (kind: KindName, values: Values, nation: Nation): readonly EntryEvent[] => {
  if (kind === 'referral') return fromReferral(values);
  if (kind === 'consent') return nation === 'england' ? fromEnglishConsent(values) : fromParentsConsent(values);
  return [];
};

const fromReferral = (values: Values): readonly EntryEvent[] => {
  const [sent, received] = [onDay(values, 'sentOn'), onDay(values, 'receivedOn')];
  switch (values.to) {
    case 'council':
      return [...event('request-sent', sent), ...event('request-received', received)];
    case 'district':
      return [...event('evaluation-requested', received), ...event('referral', received)];
    default:
      return [];
  }
};

const fromEnglishConsent = (values: Values): readonly EntryEvent[] => {
  const received = onDay(values, 'receivedOn');
  const about = { about: textIn(values, 'scope') };
  const expires = textIn(values, 'expiresOn');
  return [
    ...event('consent-received', received, about),
    ...(expires ? event('consent-expiry-agreed', received, { ...about, agreed: expires }) : []),
    ...event('consent-withdrawn', onDay(values, 'withdrawnOn'), about),
  ];
};

const fromParentsConsent = (values: Values): readonly EntryEvent[] => {
  const [received, withdrawn] = [onDay(values, 'receivedOn'), onDay(values, 'withdrawnOn')];
  switch (values.purpose) {
    case 'evaluation':
    case 're-evaluation':
      return [...event('consent-received', received), ...event('consent-revoked', withdrawn)];
    case 'services':
      return event('services-consented', received);
    default:
      return [];
  }
};
