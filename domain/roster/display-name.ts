/**
 * A name that came in one piece, parted: the last word is the surname. It is wrong for some names, which is why whoever keeps the record
 * may put it right and no later reading overwrites that.
 */
export const nameParts = (displayName: string): { readonly givenName: string; readonly surname: string } => {
  const words = displayName.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return { givenName: words[0] ?? '', surname: '' };
  return { givenName: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' };
};
