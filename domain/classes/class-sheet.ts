/** A strategy with what colleagues say of it now: `Works: Anna Devlin, Mon 9 Nov`; null where nobody has answered. */
export type SheetStrategy = { readonly words: string; readonly said: string | null };

/** What stands on a class sheet about one pupil, before it is held to what may lie on a desk. */
export type SheetFacts = {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly strengths: readonly string[];
  readonly strategies: readonly SheetStrategy[];
  readonly ifWrong: readonly string[];
};

/** One pupil on the sheet: first name and initial, what they are good at, three things to do, what to do if it goes wrong. */
export type SheetRow = {
  readonly id: string;
  readonly name: string;
  readonly goodAt: readonly string[];
  readonly doThis: readonly SheetStrategy[];
  readonly ifWrong: readonly string[];
};

const MOST = 3;
const MOST_IF_WRONG = 2;

/** Names of conditions, as staff write them: none belongs on a sheet that may be left on a desk (duty 4 A2). */
const CONDITIONS =
  /\b(autis\w*|asperger\w*|dyslexi\w*|dyspraxi\w*|dyscalculi\w*|tourette\w*|epilep\w*|seizures?|diabet\w*|down(’s|'s)? syndrome|cerebral palsy|foetal alcohol|attachment disorder|depressi\w*|trauma\w*|medication|diagnos\w*|disorders?|syndrome|(ehc|504) plan)\b/i;

/** The same as letters, and codes of the register: in capitals only, for "add" and "odd" are words of a lesson. */
const LETTERS = /\b(ASD|ASC|ADHD|ADD|ODD|PDA|OCD|PTSD|DCD|FASD|SLCN|SEMH|MLD|SLD|PMLD|SPLD|SpLD|EHCP?|IEP|SEND?)\b/;

/** The family and what surrounds it. */
const FAMILY =
  /\b(mother|father|mum|dad|mom|parents?|step-?(mother|father|mum|dad|brother|sister|parents?)|grand(mother|father|parents?|ma|pa)|gran|nan|sisters?|brothers?|siblings?|uncle|aunt|foster\w*|carers?|adopted|custody|divorc\w*|court order|social (care|worker|services)|child protection|looked after|refugees?|asylum|prison|bereave\w*)\b/i;

/** Whether a line may stand on the sheet: it says what to do, and neither what somebody has nor where they come from. */
export const fitForSheet = (line: string): boolean => !CONDITIONS.test(line) && !LETTERS.test(line) && !FAMILY.test(line);

/** `Callum R.`; a second Callum R. of the class is told apart by one more letter. */
const names = (pupils: readonly SheetFacts[]): ReadonlyMap<string, string> => {
  const short = ({ givenName, surname }: SheetFacts, letters: number) => `${givenName} ${surname.slice(0, letters)}.`;
  const named = (pupil: SheetFacts): string => {
    for (let letters = 1; letters < pupil.surname.length; letters += 1) {
      const mine = short(pupil, letters);
      if (pupils.filter((other) => short(other, letters) === mine).length === 1) return mine;
    }
    return `${pupil.givenName} ${pupil.surname}`;
  };
  return new Map(pupils.map((pupil) => [pupil.id, named(pupil)]));
};

/**
 * The class sheet: pupils in the order of the class list, three lines each, and how many lines were left off because they name a diagnosis
 * or the family. Whoever has no line that may be shown still stands on it, so that nobody is missed.
 */
export const classSheet = (pupils: readonly SheetFacts[]): { readonly rows: readonly SheetRow[]; readonly leftOff: number } => {
  const called = names(pupils);
  const lines = pupils.flatMap(({ strengths, strategies, ifWrong }) => [...strengths, ...strategies.map(({ words }) => words), ...ifWrong]);
  return {
    rows: pupils.map(({ id, givenName, strengths, strategies, ifWrong }) => ({
      id,
      name: called.get(id) ?? givenName,
      goodAt: strengths.filter(fitForSheet).slice(0, MOST),
      doThis: strategies.filter(({ words }) => fitForSheet(words)).slice(0, MOST),
      ifWrong: ifWrong.filter(fitForSheet).slice(0, MOST_IF_WRONG),
    })),
    leftOff: lines.filter((line) => !fitForSheet(line)).length,
  };
};
