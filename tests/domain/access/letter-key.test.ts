import { describe, expect, it } from '@jest/globals';
import { letterKey, printedKey, readLetterKey } from '#domain/access/letter-key.ts';

const key = letterKey(Uint8Array.from({ length: 28 }, (_, at) => at * 7));

describe('a key on paper', () => {
  it('is printed in seven groups of four and read back as it was', () => {
    expect(printedKey(key)).toMatch(/^\w{4}(-\w{4}){6}$/);
    expect(readLetterKey(printedKey(key))).toBe(key);
  });

  it('is read whatever letters, blanks and dashes it is typed with, and with O for 0, I or l for 1', () => {
    expect(readLetterKey(' o1l2–3456 789a bcde ')).toBe('01123456789ABCDE');
  });

  it('of a letter that was printed when keys were shorter is read as well', () => {
    expect(readLetterKey('7KQM-2F9X-04TB-WZ3H')).toBe('7KQM2F9X04TBWZ3H');
  });

  it('holds more than 128 bits', () => {
    expect(key.length * Math.log2(32)).toBeGreaterThan(128);
  });

  it('has no sign that is taken for another', () => {
    const all = letterKey(Uint8Array.from({ length: 16 }, (_, at) => at)) + letterKey(Uint8Array.from({ length: 16 }, (_, at) => at + 16));
    expect(all).not.toMatch(/[ILOU]/);
    expect(new Set(all).size).toBe(32);
  });

  it.each(['', '1234', '0123456789ABCDEU', '0123456789ABCDEF0', '0123456789ABCDEF0123456789A', '0123456789ABCDE!'])(
    '%j is none',
    (typed) => {
      expect(readLetterKey(typed)).toBeUndefined();
    },
  );
});
