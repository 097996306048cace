/*
 * A key for paper: what somebody copies from a letter onto a page. Letters and figures that are taken for one another are not in it
 * (no I, L, O or U), and typed by mistake they are read as what was meant. Twenty-eight signs of 32 are 140 bits: nobody guesses one.
 */

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many signs a key has. */
export const KEY_LENGTH = 28;

/** Keys of letters that were printed before had fewer; they open until their links have ended. */
const EARLIER_LENGTH = 16;

/** A key out of as many random bytes; five bits of each are used. */
export const letterKey = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, KEY_LENGTH), (byte) => SIGNS[byte & 31]).join('');

/** The key as it is printed and read aloud, in groups of four: `7KQM-2F9X-…`. */
export const printedKey = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed, as the key it means: small letters, blanks and dashes do not matter, nor do O for 0, I and L for 1. Undefined where it is none. */
export const readLetterKey = (typed: string): string | undefined => {
  const key = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const wholeKey = key.length === KEY_LENGTH || key.length === EARLIER_LENGTH;
  return wholeKey && [...key].every((sign) => SIGNS.includes(sign)) ? key : undefined;
};
