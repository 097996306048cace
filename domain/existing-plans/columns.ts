/** What a column of a table holds. */
export type ColumnRole =
  | 'number'
  | 'need'
  | 'strengths'
  | 'goal'
  | 'measure'
  | 'baseline'
  | 'criterion'
  | 'by'
  | 'what'
  | 'who'
  | 'often'
  | 'long'
  | 'group'
  | 'place'
  | 'from'
  | 'until'
  | 'progress'
  | 'other';

/** What forms write over their columns; the first that fits counts. */
const COLUMN_WORDS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(no\.?|number|ref\.?|#|outcome (no|number|ref)\.?)$/i, 'number'],
  [/\b(start|begin(ning)?|begins|from|initiation) ?(date)?$|^date (started|of start)$/i, 'from'],
  [/\b(end|ends|until|finish|completion) ?(date)?$|^(anticipated )?duration( of services)?$/i, 'until'],
  [
    /\b(success|achievement|exit) criteria\b|\bcriteri(on|a)( for (success|mastery))?\b|\bmastery\b|\bhow will we know\b|\bmeasure of success\b/i,
    'criterion',
  ],
  [/\bbaseline\b|\bstarting point\b|\bcurrent (level|position|attainment)\b|\bwhere (am i|is he|is she|are they) now\b/i, 'baseline'],
  [/\bmeasured?( by)?\b|\bevaluation (method|procedure)|\bmethod of measurement\b|\bhow measured\b/i, 'measure'],
  [/\b(progress|achieved|met\??|evaluation|outcome of (the )?(target|review)|review comments?|rag|impact)\b/i, 'progress'],
  [/\bby when\b|\btarget date\b|\btimescale\b|\btime ?frame\b|\bdate for achievement\b|^review( date)?$/i, 'by'],
  [
    /\bby whom\b|^who\b|\bwho (will|by)\b|\bstaff(ing)?\b|\bprovider\b|\bdelivered by\b|\bperson(s|nel)? responsible\b|\bresponsib(le|ility)\b|\badult\b|\bprovided by\b|\blead\b/i,
    'who',
  ],
  [/\bhow often\b|\bfrequency\b|\btimes a week\b|\bwhen\b|\bsessions\b/i, 'often'],
  [/\bhow long\b|\bminutes\b|\bamount( of time)?\b|\btime (allocated|per)\b|\bsession length\b|\bduration\b/i, 'long'],
  [/\bgroup( size)?\b|\bratio\b/i, 'group'],
  [/\bwhere\b|\blocation\b|\bsetting\b|\bplace\b/i, 'place'],
  [/\bstrengths\b/i, 'strengths'],
  [/\boutcomes?\b|\btargets?\b|\bgoals?\b|\bobjectives?\b/i, 'goal'],
  [
    /\bprovision\b|\bsupport\b|\bstrateg(y|ies)\b|\binterventions?\b|\bservices?\b|\bactivit(y|ies)\b|\bwhat (will|is)\b|^what\b|\bresources\b|\baccommodations?\b|\bhow\b/i,
    'what',
  ],
  [/\bneeds?\b|\bdifficult(y|ies)\b|\bbarriers?\b|\barea of concern\b/i, 'need'],
];

/** The role of a column by the words over it; null where nothing is known of it. */
export const columnRole = (heading: string): ColumnRole | null => {
  const text = heading.trim().replace(/\s+/g, ' ').replace(/[:?]$/, '');
  if (text === '' || text.length > 90) return null;
  return COLUMN_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
};

/** The roles of a table's columns where its first row heads them: at least two are known, and one says what the rows are about. */
export function rolesOf(header: readonly string[]): readonly (ColumnRole | null)[] | null {
  const roles = header.map(columnRole);
  const known = roles.filter((role) => role !== null);
  const says = known.some((role) => role === 'need' || role === 'goal' || role === 'what');
  const short = header.every((text) => text.length <= 90 && !/[.!]$/.test(text.trim()));
  return short && known.length >= 2 && says ? roles : null;
}
