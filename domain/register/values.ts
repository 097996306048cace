import type { Stage } from '#domain/pupils/stage-words.ts';
import { looksLikeFormula } from '#domain/roster/formula.ts';
import { type Cell, cellText } from './cell.ts';
import type { Read } from './days.ts';
import { unguarded } from './guard.ts';

const CONTROL = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/u;
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
/** Text of one line, exactly as the sheet has it but for spaces around it; or why it cannot be stored or shown safely. */
export const readText = (cell: Cell, most = 500): Read<string> => {
  const raw = cellText(cell).trim();
  const original = unguarded(raw);
  const text = original ?? raw;
  if ([...text].length > most) return { fault: `Longer than ${most} characters` };
  if (CONTROL.test(text)) return { fault: 'Holds a line break or a control character' };
  if (LONE_SURROGATE.test(text)) return { fault: 'Holds half a character' };
  if (original === null && looksLikeFormula(text)) return { fault: 'A spreadsheet would run this as a formula' };
  return { value: text };
};

/** Lines of a cell: one a line break or a bullet; a semicolon may stand inside a sentence. Each at most 500 characters, at most 20 of them. */
export const readLines = (cell: Cell): Read<readonly string[]> => {
  const parts = cellText(cell)
    .split(/\r\n|[\n\r]|•/)
    .map((part) => part.trim().replace(/^[-–*·]\s+/, ''))
    .filter(Boolean);
  if (parts.length > 20) return { fault: 'More than 20 lines' };
  const lines: string[] = [];
  for (const part of parts) {
    const read = readText(part);
    if ('fault' in read) return read;
    if (!lines.includes(read.value)) lines.push(read.value);
  }
  return { value: lines };
};

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Whether a UPN's first letter fits the rest: figures weighted 2 to 13, modulo 23 (DfE, UPN guide [unverified]). */
const checkLetterFits = (upn: string): boolean => {
  const worth = [...upn.slice(1)].map((sign) => (/\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign)));
  return LETTERS[worth.reduce((sum, value, index) => sum + value * (index + 2), 0) % 23] === upn[0];
};

export type PupilNumber = { readonly text: string; readonly upn: boolean; readonly checks: boolean };

/** A pupil's number as text; null where there is none. `upn`: it has the form of one; `checks`: its letter fits. */
export const readPupilNumber = (text: string): PupilNumber | null => {
  const plain = text.trim().replace(/^'/, '').replace(/\s+/g, '').toUpperCase();
  if (plain === '') return null;
  const upn = /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/.test(plain);
  return { text: plain, upn, checks: !upn || checkLetterFits(plain) };
};

/** A number of the pupil as the cell has it; refused where a spreadsheet has rounded it. */
export const judgePupilNumber = (cell: Cell): Read<PupilNumber | null> => {
  const text = cellText(cell);
  if ((typeof cell === 'number' && (!Number.isSafeInteger(cell) || cell >= 1e15)) || /^\d(?:\.\d+)?E\+\d+$/i.test(text.trim()))
    return { fault: 'The spreadsheet has rounded this number: format the column as text and export it again' };
  const read = readPupilNumber(text);
  if (read && read.text.length > 40) return { fault: 'Longer than 40 characters' };
  if (read && !/^[\p{L}\p{N}/_.:-]+$/u.test(read.text)) return { fault: 'Holds signs that no number of a pupil has' };
  return { value: read };
};

const STAGES: Readonly<Record<'england' | 'idea', Readonly<Record<string, Stage>>>> = {
  england: {
    n: 'none',
    'no sen': 'none',
    none: 'none',
    'no special educational need': 'none',
    'not on the register': 'none',
    k: 'support',
    'sen support': 'support',
    'send support': 'support',
    support: 'support',
    'k sen support': 'support',
    e: 'plan',
    ehcp: 'plan',
    'ehc plan': 'plan',
    ehc: 'plan',
    'education health and care plan': 'plan',
    'e ehcp': 'plan',
    'e ehc plan': 'plan',
    'e education health and care plan': 'plan',
    watched: 'monitoring',
    monitoring: 'monitoring',
    monitor: 'monitoring',
    assessment: 'assessment',
    ehcna: 'assessment',
    'ehc assessment': 'assessment',
    'under assessment': 'assessment',
  },
  idea: {
    n: 'none',
    no: 'none',
    none: 'none',
    'not eligible': 'none',
    exited: 'none',
    'not on the register': 'none',
    iep: 'plan',
    eligible: 'plan',
    active: 'plan',
    y: 'plan',
    yes: 'plan',
    plan: 'plan',
    'ehc plan': 'plan',
    referred: 'assessment',
    evaluation: 'assessment',
    'in evaluation': 'assessment',
    assessment: 'assessment',
    mtss: 'support',
    rti: 'support',
    'tier 2': 'support',
    'tier 3': 'support',
    support: 'support',
    'sen support': 'support',
    watched: 'monitoring',
    monitoring: 'monitoring',
    monitor: 'monitoring',
  },
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A stage of support. Never guessed: an old letter may have meant several things. */
export const readStage = (text: string, nation: string): Read<Stage> => {
  const list = STAGES[nation === 'idea' ? 'idea' : 'england'];
  const stage = list[plain(text)];
  if (stage) return { value: stage };
  if (nation === 'idea' && /\b504\b/.test(text)) return { fault: 'A 504 plan is another thing than an IEP: leave it out' };
  return { fault: nation === 'idea' ? 'Not a stage: use IEP, Evaluation, MTSS or No' : 'Not a stage: use K, E or N' };
};

/** What an export writes for a stage, and an import reads again. */
export const stageCell = (stage: Stage, nation: string): string =>
  ({
    none: nation === 'idea' ? 'No' : 'N',
    monitoring: 'Monitoring',
    support: nation === 'idea' ? 'MTSS' : 'K',
    assessment: nation === 'idea' ? 'Evaluation' : 'Assessment',
    plan: nation === 'idea' ? 'IEP' : 'E',
  })[stage];

/** A school year: Reception or kindergarten is 0; null for nursery, which the record keeps without a year. */
export const readYear = (text: string, nation: string): Read<number | null> => {
  const year = plain(text).replace(/^(?:year|yr|y|grade|gr|nc year)\s*(?=\w)/, '');
  if (/^(?:r|rec|reception|k|kg|kindergarten|0)$/.test(year)) return { value: 0 };
  if (/^(?:n|n1|n2|nursery|pk|pre k|prek|f1)$/.test(year)) return { value: null };
  const number = /^\d{1,2}(?:\s?(?:st|nd|rd|th))?$/.test(year) ? Number.parseInt(year, 10) : Number.NaN;
  const most = nation === 'idea' ? 12 : 13;
  if (number >= 1 && number <= most) return { value: number };
  return { fault: nation === 'idea' ? 'Not a grade: K or 1 to 12' : 'Not a year: Reception to Year 13' };
};

/** Male, female, other; null where the sheet says that it is not known. */
export const readSex = (text: string): Read<string | null> => {
  const sex = plain(text);
  if (/^(?:m|male|boy)$/.test(sex)) return { value: 'male' };
  if (/^(?:f|female|girl)$/.test(sex)) return { value: 'female' };
  if (/^(?:x|other|non binary)$/.test(sex)) return { value: 'other' };
  return /^(?:u|unknown|not known|not specified)$/.test(sex) ? { value: null } : { fault: 'Not a sex: use M, F or X' };
};

/** A percentage from 0 to 100; a spreadsheet's 0.942 shown as 94.2 % is 94.2. */
export const readPercent = (cell: Cell): Read<number> => {
  const text = cellText(cell).replace('%', '').trim();
  const number = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  const percent = typeof cell === 'number' && number <= 1 ? number * 100 : number;
  return percent >= 0 && percent <= 100 ? { value: Math.round(percent * 100) / 100 } : { fault: 'Not a percentage from 0 to 100' };
};

/** A count of days, sessions or hours: 0 to 400, halves and quarters allowed. */
export const readCount = (cell: Cell): Read<number> => {
  const text = cellText(cell).trim();
  const number = /^\d+(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return number >= 0 && number <= 400 ? { value: number } : { fault: 'Not a number from 0 to 400' };
};

export type RemovalKind = 'suspension' | 'exclusion' | 'in-school' | 'lunchtime';

const REMOVALS: readonly (readonly [RegExp, RemovalKind])[] = [
  [/^(?:perm|pex|permanent.*|expul.*)$/, 'exclusion'],
  [/^(?:lnch|lunch.*)$/, 'lunchtime'],
  [/^(?:iss|in school.*)$/, 'in-school'],
  [/^(?:susp.*|fix.*|fte|fp|oss|out of school.*|temporary.*)$/, 'suspension'],
];

/** What kind of removal from school it was. */
export const readRemoval = (text: string): Read<RemovalKind> => {
  const kind = REMOVALS.find(([pattern]) => pattern.test(plain(text)))?.[1];
  return kind ? { value: kind } : { fault: 'Not a kind of removal: use suspension, permanent exclusion, in-school or lunchtime' };
};

/** Given name and surname of `Reid, Callum` or `Callum Reid`; `sure` is false where a name of three words without a comma was cut. */
export const splitName = (text: string): { readonly givenName: string; readonly surname: string; readonly sure: boolean } => {
  const [surname = '', ...given] = text.split(',').map((part) => part.trim());
  if (given.length > 0) return { givenName: given.join(' '), surname, sure: given.length === 1 };
  const words = text.trim().split(/\s+/);
  return { givenName: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '', sure: words.length === 2 };
};
