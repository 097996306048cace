/** A pupil whose name must not stand in somebody else's plan. */
export type NamedPupil = { readonly caseRef: string; readonly givenName: string; readonly familyName: string };

const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * The other pupils whose whole name stands in a text: copied from another plan, most often. Case, accents and hyphens do not matter.
 * A given name alone is not enough, or every plan would name a friend.
 */
export function otherPupilsNamed(text: string, caseRef: string, pupils: readonly NamedPupil[]): readonly NamedPupil[] {
  const words = plain(text);
  return pupils.filter((pupil) => pupil.caseRef !== caseRef && words.includes(plain(`${pupil.givenName} ${pupil.familyName}`)));
}
