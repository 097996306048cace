/** What a file of a case folder is, out of its name: `WM-0271 careers advice 2026-11-20.docx` is *Careers advice*. */
export const documentTitle = (fileName: string): string => {
  const title = fileName
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/^[A-Z]{2,4}-\d{4,6}\s+/, '')
    .replace(/\s+\d{4}-\d{2}-\d{2}$/, '')
    .trim();
  return title === '' ? '' : `${title[0]!.toUpperCase()}${title.slice(1)}`;
};
