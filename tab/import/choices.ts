import type { RegisterChoicesAsked, RegisterReading, RegisterSheet } from '#contract/register.ts';

/** What a person has chosen so far: sheets with their columns, repairs, decisions, the school of new pupils. */
export type Choices = Omit<RegisterChoicesAsked, 'repairs' | 'decisions'> & {
  readonly repairs: NonNullable<RegisterChoicesAsked['repairs']>;
  readonly decisions: NonNullable<RegisterChoicesAsked['decisions']>;
};

/** One sheet as it was guessed, ready to be changed. */
export const chosenSheet = ({ index, kind, headerRow, columns }: RegisterSheet): Choices['sheets'][number] => ({
  sheet: index,
  kind,
  headerRow,
  map: Object.fromEntries(columns.flatMap(({ field, index: column }) => (field ? [[field, column]] : []))),
});

/** Everything as it was guessed. */
export const choicesOf = ({ sheets, schools }: RegisterReading): Choices => ({
  sheets: sheets.filter(({ take }) => take).map(chosenSheet),
  repairs: [],
  decisions: [],
  ...(schools.length === 1 && schools[0] ? { school: schools[0].id } : {}),
});

/** A file's bytes as base64, read piece by piece by the browser. */
export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
