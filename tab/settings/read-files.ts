import type { RosterUpload } from '#contract/roster.ts';

/** Together about 20 MB of text; larger sets go through the command line, which streams. */
export const LARGEST_BYTES = 20_000_000;

/** Files of a set as text. Byte-order marks stay: the import looks at them itself. */
export const readFiles = async (files: readonly File[]): Promise<RosterUpload['files']> =>
  Promise.all(files.map(async (file) => ({ name: file.name, content: await file.text() })));

/** Why these files cannot be sent from here, in words, or null. */
export const filesProblem = (files: readonly File[]): string | null => {
  if (!files.length) return 'The folder holds no .csv file.';
  if (files.length > 40) return `There are ${files.length} files; a set has at most 40.`;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > LARGEST_BYTES
    ? `The files are ${Math.round(bytes / 1_000_000)} MB together. Sets over 20 MB go through the command line: waymark import roster.`
    : null;
};

/** Only .csv files count; a folder may hold anything else beside them. */
export const csvOf = (files: Iterable<File>): File[] =>
  [...files].filter((file) => /\.csv$/i.test(file.name)).sort((a, b) => a.name.localeCompare(b.name));
