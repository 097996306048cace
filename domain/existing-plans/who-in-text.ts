/** People who give provision, as plans call them. Longer names stand before those they contain. */
const ROLES = [
  'speech(?:,)? (?:and|&) language (?:therapist|therapy service|therapy assistant)',
  'speech[- ]language pathologist',
  'SALT',
  'SaLT',
  'SLT',
  'SLP',
  'occupational therapist',
  'occupational therapy service',
  'physiotherapist',
  'physical therapist',
  'educational psychologist',
  'school psychologist',
  'specialist (?:advisory )?teacher(?: of the deaf| for (?:visual|hearing) impairment)?',
  'teacher of the deaf',
  'advisory teacher',
  'special education teacher',
  'resource teacher',
  'general education teacher',
  'class ?teacher',
  'subject teachers?',
  'form tutor',
  'teachers?',
  'HLTA',
  'ELSA',
  'learning mentor',
  'learning support assistant',
  'LSA',
  'teaching assistants?',
  'TAs?',
  'paraprofessional',
  'aide',
  'SENCO',
  'SENDCo',
  'inclusion lead',
  'key (?:adult|worker|person)',
  'school counsel(?:l)?or',
  'counsel(?:l)?or',
  'mentor',
  'school nurse',
  'support staff',
  'school staff',
  'all staff',
  'staff',
  'an adult',
  'adult support',
];
const ARTICLE = '(?:(?:a|an|the|his|her|their|one|our)\\s+)?';
const BY = new RegExp(
  `\\b(?:by|with|from)\\s+${ARTICLE}((?:trained |qualified |named |familiar |specialist |experienced |certified )?(?:${ROLES.join('|')}))\\b`,
  'i',
);
const ANY = new RegExp(
  `(?<![\\p{L}])((?:trained |qualified |named |familiar |certified )?(?:${ROLES.slice(0, -4).join('|')}))(?![\\p{L}])`,
  'iu',
);

/** Who gives it, in the plan's own words: "by a trained teaching assistant" names a *trained teaching assistant*. Null where nobody is named. */
export function whoIn(text: string): string | null {
  const found = BY.exec(text)?.[1] ?? ANY.exec(text)?.[1];
  return found ? found.charAt(0).toUpperCase() + found.slice(1) : null;
}

const PLACE =
  /\bin (?:the|a|an|his|her) ((?:quiet |small |resource |sensory |calm |library |therapy |sen |inclusion )*(?:classroom|class|library|room|base|hub|hall|playground|resource room|speech room|corridor))\b/i;

/** Where it is given, in the plan's own words. */
export const placeIn = (text: string): string | null => PLACE.exec(text)?.[1] ?? null;
