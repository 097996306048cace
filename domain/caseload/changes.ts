import type { Instant } from '#domain/calendar/day.ts';
import { documentTitle } from '#domain/pupils/document-title.ts';

/** Something that reached a record since the reader last looked. */
export type Change = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: 'contribution' | 'differences' | 'off-track' | 'document' | 'action' | 'call' | 'event';
  readonly words: string;
  readonly detail: string;
  readonly pupil: { readonly id: string; readonly name: string } | null;
};

/** A change as the record tells it, before it has words. */
export type ChangeFact = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: Change['kind'];
  readonly pupil: { readonly id: string; readonly givenName: string; readonly surname: string };
  /** Who gave it, filed it or did it. */
  readonly by: string | null;
  /** What it is about: a title, a goal's area, an action's words. */
  readonly about: string | null;
  readonly detail: string | null;
  readonly count: number;
};

/** So many letters of what was written stand beside a change. */
const LONG = 120;

/** The beginning of a text, up to the last whole word that fits. */
const inShort = (text: string): string => (text.length <= LONG ? text : `${text.slice(0, LONG).replace(/[\s,;:.]*\s\S*$/, '')}…`);

/** `Hoa Nguyen gave her view for Minh Anh’s plan` and its like: who did what, and for whom. */
export const changeOf = (fact: ChangeFact): Change => {
  const { id, at, kind, pupil, detail } = fact;
  const name = `${pupil.givenName} ${pupil.surname}`;
  return { id, at, kind, words: wordsOf(fact, name), detail: inShort(detail ?? ''), pupil: { id: pupil.id, name } };
};

const wordsOf = ({ kind, by, about, pupil, count }: ChangeFact, name: string): string => {
  switch (kind) {
    case 'contribution':
      return about === 'view'
        ? `${by?.split(',')[0] ?? 'Someone'} gave a view for ${pupil.givenName}’s plan`
        : `${about ?? 'Advice'} for ${pupil.givenName} came from ${by?.split(',')[0] ?? 'outside'}`;
    case 'differences':
      return count === 1 ? `A difference waits in ${name}’s plan` : `${count} differences wait in ${name}’s plan`;
    case 'off-track':
      return `${name} is off track${about ? ` in ${about.toLocaleLowerCase('en-GB')}` : ''}`;
    case 'document':
      return `${documentTitle(about ?? '') || 'A document'} filed for ${name}`;
    case 'action':
      return `${by ?? 'Someone'} finished “${about ?? 'an action'}” for ${pupil.givenName}`;
    case 'call':
      return `${about ?? 'Contact'} logged for ${name}`;
    case 'event':
      return `${about ?? 'Something happened'}: ${name}`;
    default:
      return kind satisfies never;
  }
};
