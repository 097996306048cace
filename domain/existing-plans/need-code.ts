/** A broad area of need (SEND Code of Practice 2015, 6.28 to 6.35). */
export type Area =
  | 'Communication and interaction'
  | 'Cognition and learning'
  | 'Social, emotional and mental health'
  | 'Sensory and physical';

const AREAS: readonly (readonly [RegExp, Area])[] = [
  [/\bcommunication\b|\blanguage\b|\binteraction\b/i, 'Communication and interaction'],
  [/\bcognition\b|\blearning\b|\blitera|\bnumera|\bacademic\b|\breading\b|\bmath/i, 'Cognition and learning'],
  [/\bsocial,? emotional\b|\bsemh\b|\bmental health\b|\bbehaviou?r\b|\bemotional\b/i, 'Social, emotional and mental health'],
  [/\bsensory\b|\bphysical\b|\bmotor\b|\bvision\b|\bhearing\b/i, 'Sensory and physical'],
];

/** The broad area that a heading names. */
export const areaIn = (heading: string): Area | null => AREAS.find(([words]) => words.test(heading))?.[1] ?? null;

type Sign = readonly [words: RegExp, england: string, idea: string | null];

/** Words by which a plan itself names a type of need; the codes are those of the school census and of 34 CFR 300.8(c). */
const SIGNS: readonly Sign[] = [
  [/\bautis|\bASD\b|\bASC\b|\basperger/i, 'ASD', 'AUT'],
  [/\bdyslex|\bdyscalcul|\bdysgraph|\bspecific learning|\bSpLD\b/i, 'SPLD', 'SLD'],
  [/\bprofound and multiple\b|\bPMLD\b/i, 'PMLD', 'MD'],
  [/\bsevere learning\b/i, 'SLD', 'ID'],
  [/\bmoderate learning\b|\bglobal (developmental )?delay\b/i, 'MLD', 'ID'],
  [/\bmulti-?sensory impair|\bdeaf-?blind/i, 'MSI', 'DB'],
  [/\bhearing (loss|impair)|\bdeaf|\bhearing aid|\bcochlear/i, 'HI', 'HI'],
  [/\bvisual(ly)? impair|\bvision (loss|impair)|\bblind/i, 'VI', 'VI'],
  [/\bcerebral palsy\b|\bhypermobil|\bdyspraxia|\bco-?ordination disorder|\bwheelchair|\bmuscular dystrophy/i, 'PD', 'OI'],
  [/\bADHD\b|\battention deficit\b/i, 'SEMH', 'OHI'],
];

/** Words that point to a type only where nothing else does. */
const WEAK_SIGNS: readonly Sign[] = [
  [/\banxi|\battachment\b|\bself-?harm|\bdysregulat|\bdistress/i, 'SEMH', 'ED'],
  [/\b(receptive|expressive) language|\bspeech\b|\blanguage (delay|disorder|difficult)|\bstammer|\bDLD\b/i, 'SLCN', 'SLI'],
];

const BY_AREA: Readonly<Partial<Record<Area, string>>> = {
  'Communication and interaction': 'SLCN',
  'Social, emotional and mental health': 'SEMH',
};

/**
 * The type of need that a plan's words point to: what it names itself, else what its heading
 * points to, else what its words hint at. Only ever a suggestion: no
 * diagnosis is decided here, and a person chooses. Null where the words point to none.
 */
export function suggestedCode(text: string, area: Area | null, nation: 'england' | 'us'): string | null {
  const strong = SIGNS.find(([words]) => words.test(text));
  const weak = WEAK_SIGNS.find(([words]) => words.test(text));
  if (nation === 'us') return (strong ?? weak)?.[2] ?? null;
  return strong?.[1] ?? (area ? BY_AREA[area] : weak?.[1]) ?? null;
}
