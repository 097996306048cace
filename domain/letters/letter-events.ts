import type { LetterKind } from '#domain/letters/letter.ts';

/** What a letter that has gone is in the case: the event by which clocks and steps of the law are met. The law as data. */
type LetterEvent = {
  readonly letter: LetterKind;
  readonly nation: 'england' | 'us';
  /** Only where the writer chose this kind of meeting. */
  readonly purpose?: string;
  readonly event: string;
  /** Whether the event belongs to the meeting that the letter is about. */
  readonly ofMeeting?: true;
};

export const LETTER_EVENTS: readonly LetterEvent[] = [
  { letter: 'invitation', nation: 'england', purpose: 'annual-review', event: 'review-invitations-sent', ofMeeting: true },
  { letter: 'invitation', nation: 'us', purpose: 'iep', event: 'iep-notice-sent' },
  { letter: 'prior-written-notice', nation: 'us', event: 'written-notice-sent' },
  { letter: 'procedural-safeguards', nation: 'us', event: 'safeguards-notice-given' },
  { letter: 'rights-transfer', nation: 'us', event: 'rights-transfer-told' },
];

type Given = { readonly kind: LetterKind; readonly about: string | null; readonly own: Readonly<Record<string, string>> };

/** The event that giving a letter is, with the meeting it belongs to; undefined where no clock and no step waits for it. */
export const eventOfLetter = (nation: 'england' | 'us', { kind, about, own }: Given): { kind: string; about?: string } | undefined => {
  const found = LETTER_EVENTS.find(
    (one) => one.letter === kind && one.nation === nation && (one.purpose === undefined || one.purpose === own.purpose),
  );
  return found && { kind: found.event, ...(found.ofMeeting && about ? { about } : {}) };
};
