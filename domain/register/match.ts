import type { Day } from '#domain/calendar/day.ts';
import type { Entry } from './entry.ts';

/** What a pupil of the record is known by. */
export type KnownIdentity = {
  readonly id: string;
  readonly pupilNumber: string | null;
  readonly externalId: string | null;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly knownAs: string | null;
  readonly birthday: Day | null;
};

/**
 * Whom a row means. `same`: one of the pupil's own numbers says so. `doubtful`: only name and date of birth agree, and a person decides.
 * `new`: nobody is like it. `contradiction`: its numbers lead to different pupils.
 */
export type Match =
  | { readonly how: 'same'; readonly pupil: string }
  | { readonly how: 'doubtful'; readonly pupils: readonly string[] }
  | { readonly how: 'new' }
  | { readonly how: 'contradiction'; readonly why: string };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const keyed = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Finds pupils by their numbers, and those who are only alike. Never on a name alone: two children of one name are usual. */
export class Identities {
  private readonly numbers = {
    pupilNumber: new Map<string, string>(),
    externalId: new Map<string, string>(),
    caseRef: new Map<string, string>(),
  };
  private readonly alike = new Map<string, KnownIdentity[]>();

  constructor(known: Iterable<KnownIdentity>) {
    for (const one of known) {
      if (one.pupilNumber) this.numbers.pupilNumber.set(keyed(one.pupilNumber), one.id);
      if (one.externalId) this.numbers.externalId.set(keyed(one.externalId), one.id);
      if (one.caseRef) this.numbers.caseRef.set(keyed(one.caseRef), one.id);
      for (const given of new Set([one.givenName, one.knownAs ?? one.givenName])) {
        const key = alikeKey(given, one.surname, one.birthday);
        if (key) this.alike.set(key, [...(this.alike.get(key) ?? []), one]);
      }
    }
  }

  match({ facts }: Entry): Match {
    const found = new Map<string, string>();
    for (const name of ['pupilNumber', 'externalId', 'caseRef'] as const) {
      const number = facts[name];
      const pupil = typeof number === 'string' ? this.numbered(name, keyed(number)) : undefined;
      if (pupil) found.set(name, pupil);
    }
    const [first, ...others] = new Set(found.values());
    if (others.length > 0) return { how: 'contradiction', why: 'Its numbers belong to two different pupils' };
    if (first) return { how: 'same', pupil: first };
    if (typeof facts.caseRef === 'string') return { how: 'contradiction', why: `There is no case ${facts.caseRef}` };
    const like = this.likeness(facts.givenName, facts.surname, facts.birthday);
    return like.length > 0 ? { how: 'doubtful', pupils: like } : { how: 'new' };
  }

  /** Many rosters know a pupil by the UPN alone: it then stands as the number of the school system. */
  private numbered(name: keyof Identities['numbers'], number: string): string | undefined {
    return this.numbers[name].get(number) ?? (name === 'pupilNumber' ? this.numbers.externalId.get(number) : undefined);
  }

  private likeness(given: unknown, surname: unknown, birthday: unknown): readonly string[] {
    if (typeof given !== 'string' || typeof surname !== 'string' || typeof birthday !== 'string') return [];
    const key = alikeKey(given, surname, birthday);
    return [...new Set((this.alike.get(key ?? '') ?? []).map(({ id }) => id))];
  }
}

const alikeKey = (given: string, surname: string, birthday: string | null): string | null =>
  birthday === null ? null : `${plain(given)}|${plain(surname)}|${birthday}`;
