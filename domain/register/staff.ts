/** Someone on the staff who may be named as a key worker. */
export type StaffMember = { readonly id: string; readonly givenName: string; readonly surname: string; readonly email: string | null };

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|sir|rev)\.?\s+/;

/**
 * The one member of staff whom a register means by `G Pugh`, `Mr Pugh`, `Pugh, Gareth`, `Gareth Pugh` or an e-mail address. Null where it
 * could be nobody or several: staff may share a surname.
 */
export const staffNamed = (text: string, staff: readonly StaffMember[]): StaffMember | null => {
  const [last, first] = text.includes(',') ? text.split(',', 2) : [text, ''];
  const wanted = plain(`${first} ${last}`).replace(TITLES, '');
  const fits = staff.filter(({ givenName, surname, email }) => {
    const [given, family] = [plain(givenName), plain(surname)];
    const names = [`${given} ${family}`, `${given[0] ?? ''} ${family}`, `${given[0] ?? ''}. ${family}`, family, `${family} ${given}`];
    return names.includes(wanted) || (email !== null && email.toLowerCase() === text.trim().toLowerCase());
  });
  const exact = fits.filter(({ givenName, surname }) => plain(`${givenName} ${surname}`) === wanted);
  const [only, ...others] = exact.length > 0 ? exact : fits;
  return only && others.length === 0 ? only : null;
};
