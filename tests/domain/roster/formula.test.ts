import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { looksLikeFormula } from '#domain/roster/formula.ts';
import { itWithReference, reference } from '#tests/reference.ts';

describe('text that a spreadsheet would run', () => {
  it.each(['=1+1', '+1+1', '-2+3', '@SUM(1+1)', " =cmd|' /C calc'!A0", '＝1+1', '"=1+1'])('%s is a formula', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });

  it.each(['-', '-5', '+44 20 7946 0000', '@teacher', '=', '- see note', 'a=b', 'Anne-Marie', "O'Neill", '3-4'])('%s is none', (text) => {
    expect(looksLikeFormula(text)).toBe(false);
  });

  itWithReference('every published payload is found and every look-alike survives', () => {
    const { payloads, benign } = JSON.parse(readFileSync(reference('security', 'csv-injection.json'), 'utf8')) as {
      payloads: string[];
      benign: string[];
    };
    expect(benign.filter(looksLikeFormula)).toEqual([]);
    // Values with a line break of their own are refused as such before anyone asks whether they are formulas.
    expect(payloads.filter((text) => !looksLikeFormula(text) && !/[\n\r\t]/.test(text))).toEqual([]);
  });
});
