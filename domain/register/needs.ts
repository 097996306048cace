/** A kind of need by its code, or why the text is none; `suggestion` only where the code list itself says what became of an old code. */
export type NeedRead = { readonly code: string } | { readonly fault: string; readonly suggestion?: string };

/**
 * SEN types of England's January census and SEN2 (england.md, section 7) with the names that the code list itself gives them. A diagnosis
 * (dyslexia, ADHD) is no code and is not turned into one: the school judges the type.
 */
const ENGLAND: Readonly<Record<string, readonly string[]>> = {
  SPLD: ['specific learning difficulty', 'specific learning difficulties', 'specific learning'],
  MLD: ['moderate learning difficulty', 'moderate learning difficulties', 'moderate learning'],
  SLD: ['severe learning difficulty', 'severe learning difficulties', 'severe learning'],
  PMLD: ['profound and multiple learning difficulty', 'profound and multiple learning difficulties', 'profound and multiple learning'],
  SEMH: ['social emotional and mental health', 'social emotional mental health'],
  SLCN: ['speech language and communication needs', 'speech language and communication', 'speech and language'],
  ASD: ['autistic spectrum disorder', 'autism spectrum disorder', 'autistic spectrum', 'autism', 'asc'],
  HI: ['hearing impairment', 'hearing'],
  VI: ['vision impairment', 'visual impairment', 'visual'],
  MSI: ['multi sensory impairment', 'multi sensory'],
  PD: ['physical disability', 'physical'],
  DS: ['down syndrome', 'downs syndrome'],
  OTH: ['other difficulty', 'other difficulty disability', 'other'],
  NSA: ['sen support but no specialist assessment of type of need', 'no specialist assessment', 'not assessed'],
};

/** Categories of 34 CFR 300.8 with short codes and the names in use. */
const IDEA: Readonly<Record<string, readonly string[]>> = {
  AUT: ['autism', 'autism spectrum disorder', 'autism spectrum disorders', 'au'],
  DB: ['deaf blindness'],
  DEAF: ['deafness'],
  ED: ['emotional disturbance', 'emotional disability', 'serious emotional disability'],
  HI: ['hearing impairment'],
  ID: ['intellectual disability'],
  MD: ['multiple disabilities'],
  OI: ['orthopedic impairment'],
  OHI: ['other health impairment'],
  SLD: ['specific learning disability', 'specific learning disabilities', 'ld'],
  SLI: ['speech or language impairment', 'speech language impairment', 'si'],
  TBI: ['traumatic brain injury'],
  VI: ['visual impairment', 'visual impairment including blindness'],
  DD: ['developmental delay'],
};

/** Codes that ended, as dated data: since when, and what the code list puts in their place. */
const ENDED: Readonly<Record<string, { readonly year: number; readonly now?: string }>> = { BESD: { year: 2015, now: 'SEMH' } };

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byWords = (list: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(list).flatMap(([code, names]) => [[plain(code), code], ...names.map((name): [string, string] => [name, code])]));

const WORDS = { england: byWords(ENGLAND), idea: byWords(IDEA) };
const CODES = { england: Object.keys(ENGLAND), idea: Object.keys(IDEA) };

const listOf = (nation: string): 'england' | 'idea' => (nation === 'idea' ? 'idea' : 'england');

/** The codes a nation knows, for a person who has to choose one. */
export const needCodes = (nation: string): readonly string[] => CODES[listOf(nation)];

/** The code of a need as a sheet writes it: the code, the list's own name for it, or both (`ASD - Autistic spectrum disorder`). Null where it is none. */
export const readNeed = (text: string, nation: string): string | null => {
  const words = WORDS[listOf(nation)];
  const whole = words.get(plain(text));
  if (whole) return whole;
  const [first = '', ...rest] = text.split(/\s*[-–—:(]\s*/);
  const [code, named] = [words.get(plain(first)), words.get(plain(rest.join(' ')))];
  return code && (named === undefined || named === code) && (named === code || /^[A-Z]{2,4}$/.test(first.trim())) ? code : null;
};

/** The same, with the reason a person is told where the text is no code of the nation's list. */
export const judgeNeed = (text: string, nation: string): NeedRead => {
  const code = readNeed(text, nation);
  if (code) return { code };
  const ended = listOf(nation) === 'england' ? ENDED[text.trim().toUpperCase()] : undefined;
  if (ended)
    return { fault: `Ended in ${ended.year}${ended.now ? `; now ${ended.now}` : ''}`, ...(ended.now ? { suggestion: ended.now } : {}) };
  return { fault: `Not a code of the list: use ${needCodes(nation).join(', ')}` };
};
