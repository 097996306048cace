/** The parts of a plan by what they hold, whatever a form calls them. */
export type SectionName =
  | 'particulars'
  | 'views'
  | 'strengths'
  | 'needs'
  | 'health-needs'
  | 'care-needs'
  | 'outcomes'
  | 'provision'
  | 'health-provision'
  | 'care-provision'
  | 'placement'
  | 'budget'
  | 'advice'
  | 'accommodations'
  | 'participation'
  | 'testing'
  | 'transition'
  | 'reporting'
  | 'review'
  | 'other';

/** The letters of the sections of an EHC plan: SEND Regulations 2014, reg 12(1). */
export const ENGLISH_LETTERS: Readonly<Record<string, SectionName>> = {
  A: 'views',
  B: 'needs',
  C: 'health-needs',
  D: 'care-needs',
  E: 'outcomes',
  F: 'provision',
  G: 'health-provision',
  H: 'care-provision',
  H1: 'care-provision',
  H2: 'care-provision',
  I: 'placement',
  J: 'budget',
  K: 'advice',
};

/**
 * What forms write over their parts. The first that fits counts, so what is narrower stands first (*special educational provision* before
 * *special educational needs*). Sections of an EHC plan as reg 12 names them; the parts of an IEP as 34 CFR 300.320(a)(1)–(7) and (b)
 * name them; the rest as school forms write it.
 */
export const HEADING_WORDS: readonly (readonly [RegExp, SectionName])[] = [
  [/\bviews?\b|\baspirations?\b|\ball about me\b|\babout me\b|\bpupil voice\b|\bparent(al)? (concerns|input)|\bhopes\b/i, 'views'],
  [/\bhealth (care )?provision\b/i, 'health-provision'],
  [/\bsocial care provision\b/i, 'care-provision'],
  [/\bhealth (care )?needs?\b|\bmedical needs?\b/i, 'health-needs'],
  [/\bsocial care needs?\b|\bcare needs?\b/i, 'care-needs'],
  [/\bpersonal budget\b|\bdirect payments?\b/i, 'budget'],
  [/\bplacement\b|\bname (and type )?of (the )?(school|setting|institution)\b|\bleast restrictive\b/i, 'placement'],
  [/\b(extent of )?(non-?)?participation\b|\bgeneral education (class|setting|environment)\b/i, 'participation'],
  [/\b(state|district)(wide)?( and district(wide)?)? (assessments?|testing)\b|\bassessment participation\b/i, 'testing'],
  [/\baccommodations?\b|\bmodifications?\b|\bsupplementary aids\b|\breasonable adjustments\b|\baccess arrangements\b/i, 'accommodations'],
  [/\b(reporting|measuring|report(s|ed)? on|monitoring) (of )?progress\b|\bprogress report(s|ing)?\b/i, 'reporting'],
  [/\b(post-?secondary )?transition\b|\bpreparation for adulthood\b/i, 'transition'],
  [
    /\bspecial educational? provision\b|\bspecial education and related services\b|\brelated services\b|\bservice (grid|delivery|minutes)\b/i,
    'provision',
  ],
  [/\bpresent levels?\b|\bplaafp?\b|\bplop\b/i, 'needs'],
  [
    /\bspecial educational needs?\b|\b(identified|areas? of|description of|summary of) (the )?needs?\b|^needs?$|\bbarriers? to learning\b|\bareas? of (difficulty|concern)\b|\bwhat (i|he|she|they) finds? (hard|difficult)\b|\bdifficulties\b|\bassess$/i,
    'needs',
  ],
  [/\b(measurable )?annual goals?\b|\bgoals?\b|\boutcomes?\b|\btargets?\b|\bobjectives?\b|\bnext steps\b/i, 'outcomes'],
  [
    /\bprovision\b|\bsupport( (in place|offered|to be provided|arrangements|needed))?$|\binterventions?\b|\bstrategies\b|\bhow (we|school|staff) will help\b|^services\b|\bdo$/i,
    'provision',
  ],
  [/\bstrengths\b|\bwhat (i am|he is|she is|they are|is) (good at|going well|working)\b|\bcan do\b/i, 'strengths'],
  [/\badvice and information\b|\badvice\b|\bappendi(x|ces)\b|\breports attached\b/i, 'advice'],
  [/\breview( arrangements| date| of)?\b|\bmonitoring\b/i, 'review'],
  [/\b(pupil|student|personal|child.s|basic|key|school) (details|information|data|profile)\b|\bparticulars\b/i, 'particulars'],
  [/\bsignatures?\b|\bagreement\b|\bsigned\b|\bteam members\b|\bpeople involved\b|\bcontacts?\b/i, 'other'],
];

const LETTER = /^(?:part\s+|section\s+)?([A-K])(\d)?\s*(?:[.:)\u2013\u2014-]|\s)\s*(.*)$/i;
const NAMED_LETTER = /^(?:ehc\s?p?\s+)?(?:section|part)\s+([A-K])(\d)?\b[\s.:)\u2013\u2014-]*(.*)$/i;

/** Forms that set needs, outcomes and provision beside one another head them all at once; their columns say which is which. */
const SEVERAL_LETTERS = /^(?:sections?|parts?)\s+[A-K]\d?\s*(?:,|and|&|\/|to)\s*[A-K]\b/i;

/** The letter that a column's heading names: `Outcome (section E)`. */
export const letterIn = (heading: string): string | null => /\bsection\s+([A-K]\d?)\b/i.exec(heading)?.[1]?.toUpperCase() ?? null;

export type KnownHeading = { readonly section: SectionName; readonly letter: string | null };

/** The section that a heading opens; null for one that only divides a section. `Section F: special educational provision`, `F.`, `Targets`. */
export function sectionOfHeading(heading: string): KnownHeading | null {
  const text = heading.trim().replace(/\s+/g, ' ');
  if (SEVERAL_LETTERS.test(text)) return { section: 'needs', letter: null };
  const named = NAMED_LETTER.exec(text);
  if (named) return ofLetter(named[1] ?? '', named[2] ?? '');
  const bare = LETTER.exec(text);
  if (bare && wordsAgree(bare[1] ?? '', bare[3] ?? '')) return ofLetter(bare[1] ?? '', bare[2] ?? '');
  const own = HEADING_WORDS.find(([words]) => words.test(text.replace(/^\d+(\.\d+)*[.)]?\s+/, '')))?.[1];
  return own ? { section: own, letter: null } : null;
}

const ofLetter = (letter: string, number: string): KnownHeading | null => {
  const whole = (letter + number).toUpperCase();
  const section = ENGLISH_LETTERS[whole] ?? ENGLISH_LETTERS[letter.toUpperCase()];
  return section ? { section, letter: whole } : null;
};

/** "A plan for Freya" begins with a letter too: a bare letter is a section's only where the words behind it fit. */
const wordsAgree = (letter: string, rest: string): boolean => {
  const expected = ENGLISH_LETTERS[letter.toUpperCase()];
  const said = HEADING_WORDS.find(([words]) => words.test(rest))?.[1];
  return expected !== undefined && said === expected;
};

/** What a person is shown as the place of a line: `section F`, or the part's name where the form has no letters. */
export const sectionWords: Readonly<Record<SectionName, string>> = {
  particulars: 'particulars',
  views: 'views',
  strengths: 'strengths',
  needs: 'needs',
  'health-needs': 'health needs',
  'care-needs': 'social care needs',
  outcomes: 'outcomes',
  provision: 'provision',
  'health-provision': 'health provision',
  'care-provision': 'social care provision',
  placement: 'placement',
  budget: 'personal budget',
  advice: 'advice',
  accommodations: 'accommodations',
  participation: 'participation',
  testing: 'assessments',
  transition: 'transition',
  reporting: 'reports of progress',
  review: 'review',
  other: 'other parts',
};
