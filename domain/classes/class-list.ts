/** A class as a list shows it. */
export type ListedClass = { readonly name: string; readonly subject: string | null; readonly teachers: string };

const collator = new Intl.Collator('en-GB', { numeric: true });

/** Which of two classes stands first: as a school counts, `2 Elm` before `10 Ash`. */
export const compareClasses = (one: Pick<ListedClass, 'name'>, other: Pick<ListedClass, 'name'>): number =>
  collator.compare(one.name, other.name);

/** What is taught, unless the name of the class says so already: `8 B Maths` needs no second *Maths*. */
export const subjectBeside = ({ name, subject }: Pick<ListedClass, 'name' | 'subject'>): string =>
  subject && !plain(name).includes(plain(subject)) ? subject : '';

/** Small letters without accents: what a person types is looked for in these. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Classes whose name, subject or teachers hold each of the words. */
export const classesFound = <Row extends ListedClass>(rows: readonly Row[], words: string): readonly Row[] => {
  const said = plain(words).split(/\s+/).filter(Boolean);
  return rows.filter(({ name, subject, teachers }) => {
    const about = plain(`${name} ${subject ?? ''} ${teachers}`);
    return said.every((word) => about.includes(word));
  });
};
