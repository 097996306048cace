/** Someone other than the pupil whose name may stand in the record. */
export type ThirdParty = {
  readonly id: string;
  readonly kind: 'family' | 'colleague' | 'pupil';
  readonly givenName: string;
  readonly surname: string;
  /** Exact texts that belong to them alone: an address, a telephone number. */
  readonly also?: readonly string[];
};

/** A stretch of a text in which someone is named. */
export type Mention = { readonly party: ThirdParty; readonly from: number; readonly to: number };

/** What stands in the place of something taken out: always as long, so that its length tells nothing. */
export const TAKEN_OUT = '█████';

const TITLES = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam)\\.?';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A surname and, of one of several parts, each part by which somebody may be called: `Tran-Whitlock`, `Whitlock`; particles, and the pupil's own, are left out. */
const familyNames = (surname: string, own: readonly string[]): string[] => {
  const parts = surname.trim().split(/[\s-]+/u);
  return [surname.trim(), ...(parts.length > 1 ? parts.filter((part) => part.length > 3 && !own.includes(part.toLowerCase())) : [])];
};

/**
 * How someone may be named beyond doubt, in any writing: whole name, title and surname, and what belongs to them alone. Other pupils only by
 * their whole name or first name and initial: a first name in a class means too many.
 */
const certainWays = ({ kind, givenName, surname, also = [] }: ThirdParty, own: readonly string[]): string[] => {
  const given = escaped(givenName.trim());
  const family = `(?:${familyNames(surname, own).map(escaped).join('|')})`;
  const initial = escaped(surname.trim().slice(0, 1));
  return [
    ...also.filter((text) => text.trim().length > 3).map(escaped),
    `${given}\\s+${family}`,
    `${family},\\s*${given}`,
    kind === 'pupil' ? `${given}\\s+${initial}\\.?` : `${TITLES}\\s+(?:${given}\\s+)?${family}`,
  ];
};

/** One name alone, as it is spelt: long enough to mean a person, and not the pupil's own. `Mark` is found, `mark` is a word. */
const loneWays = ({ kind, givenName, surname }: ThirdParty, own: readonly string[]): string[] =>
  kind === 'pupil'
    ? []
    : [givenName, surname]
        .map((name) => name.trim())
        .filter((name) => name.length > 2 && !own.includes(name.toLowerCase()))
        .map(escaped);

const whole = (ways: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${ways.join('|')})(?![\\p{L}\\p{N}])`, flags);

type Finder = (text: string) => Mention[];

/** Finds every mention of these people in a text, first to last, none overlapping. `own` are the pupil's own names, which are not flagged. */
export const mentionsOf = (parties: readonly ThirdParty[], own: readonly string[]): Finder => {
  const mine = own.map((name) => name.trim().toLowerCase()).filter(Boolean);
  const named = parties.filter(({ givenName, surname }) => givenName.trim() && surname.trim());
  const known = named.map((party) => ({
    party,
    probes: [...familyNames(party.surname, mine), party.givenName, ...(party.also ?? [])].map((text) => text.trim().toLowerCase()),
    patterns: [] as RegExp[],
  }));
  const patternsOf = (one: (typeof known)[number]): readonly RegExp[] => {
    if (one.patterns.length === 0) {
      const lone = loneWays(one.party, mine);
      one.patterns.push(whole(certainWays(one.party, mine), 'giu'), ...(lone.length ? [whole(lone, 'gu')] : []));
    }
    return one.patterns;
  };
  return (text) => {
    const lower = text.toLowerCase();
    const found = known
      .filter(({ probes }) => probes.some((probe) => lower.includes(probe)))
      .flatMap((one) => patternsOf(one).flatMap((pattern) => [...text.matchAll(pattern)].map((match) => mention(one.party, match))))
      .sort((one, other) => one.from - other.from || other.to - one.to);
    const kept: Mention[] = [];
    for (const one of found) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
    return kept;
  };
};

const mention = (party: ThirdParty, match: RegExpExecArray): Mention => ({
  party,
  from: match.index,
  to: match.index + match[0].length,
});

/** A mention with some words around it, for whoever decides. */
export const passageAround = (text: string, { from, to }: Pick<Mention, 'from' | 'to'>, around = 60): string => {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  return `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s+/g, ' ')}${end < text.length ? '…' : ''}`;
};
