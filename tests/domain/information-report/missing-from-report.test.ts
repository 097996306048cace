import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { missingFromReport, type WrittenItem } from '#domain/information-report/missing-from-report.ts';
import { unexplainedIn } from '#domain/information-report/plain-words.ts';
import { reportItems } from '#domain/information-report/report-rules.ts';
import { linkedPieces, reportBlocks } from '#domain/information-report/report-text.ts';

const today = '2026-11-23' as Day;
const items = reportItems('england');

const whole = (changed: Readonly<Record<string, Partial<WrittenItem>>> = {}) =>
  new Map(
    items.map(({ id }) => [
      id,
      {
        words: 'We help all children. Ring 01632 960 100 or see https://www.westmere.example/offer.',
        confirmedOn: '2026-09-10' as Day,
        reading: { age: 9, longest: 9 },
        ...changed[id],
      },
    ]),
  );

describe('the SEN information report', () => {
  it('asks for the thirteen items of the Schedule, the third in seven parts, and four things of section 69', () => {
    expect(items.map(({ number }) => number)).toEqual('1 2 3a 3b 3c 3d 3e 3f 3g 4 5 6 7 8 9 10 11 12 13 69a 69b 69c 69d'.split(' '));
    for (const { citation, sourceLink } of items) {
      expect(citation).toMatch(/reg 51, Sch 1 item \d+|s\.69/);
      expect(sourceLink).toMatch(/^https:\/\/www\.legislation\.gov\.uk/);
    }
  });

  it('is not asked of schools in the United States', () => {
    expect(reportItems('idea')).toEqual([]);
  });

  it('lacks every item while nothing is written, each with its law', () => {
    const gaps = missingFromReport(items, new Map(), today);
    expect(gaps).toHaveLength(items.length);
    expect(gaps[0]).toMatchObject({ item: 'eng.report.1', weight: 'must', words: 'Nothing is written here yet.' });
  });

  it('lacks nothing where every item is written, confirmed this school year, and easy to read', () => {
    expect(missingFromReport(items, whole(), today)).toEqual([]);
  });

  it('asks for a telephone number or an address of the SENCO, and for the web address of the Local Offer', () => {
    const gaps = missingFromReport(
      items,
      whole({ 'eng.report.4': { words: 'Ruth Okafor.' }, 'eng.report.13': { words: 'At the council.' } }),
      today,
    );
    expect(gaps.map(({ item, words, weight }) => [item, words, weight])).toEqual([
      ['eng.report.4', 'No telephone number or e-mail address is given.', 'must'],
      ['eng.report.13', 'No web address is given.', 'must'],
    ]);
  });

  it('asks to read again what was last confirmed in another school year', () => {
    const [gap] = missingFromReport(items, whole({ 'eng.report.2': { confirmedOn: '2026-08-31' as Day } }), today);
    expect(gap).toMatchObject({ weight: 'think', words: 'Last confirmed Mon 31 Aug 2026. Read it again this school year.' });
  });

  it('says what a family would find hard to read, and does not stop the report for it', () => {
    const gaps = missingFromReport(
      items,
      whole({ 'eng.report.5': { words: 'Staff hold ELSA training. The EP visits.', reading: { age: 16.2, longest: 41 } } }),
      today,
    );
    expect(gaps.map(({ words }) => words)).toEqual([
      'Reads easily from about age 16; shorter words would help.',
      'The longest sentence has 41 words.',
      'Not explained anywhere in the report: ELSA or EP.',
    ]);
    expect(gaps.every(({ weight }) => weight === 'think')).toBe(true);
  });

  it('takes an abbreviation as explained that stands in brackets anywhere in the report', () => {
    const report = 'We work with an educational psychologist (EP). The EPs visit.';
    expect(unexplainedIn('The EPs and the NHS visit. TAs help.', report)).toEqual(['TAs']);
  });
});

describe('the text of an item', () => {
  it('has paragraphs at blank lines and a list where lines begin with a dash', () => {
    expect(reportBlocks('We help with:\n- reading\n- talking\n\nAsk us.\nAny time.')).toEqual([
      { kind: 'paragraph', text: 'We help with:' },
      { kind: 'list', lines: ['reading', 'talking'] },
      { kind: 'paragraph', text: 'Ask us. Any time.' },
    ]);
  });

  it('makes addresses into links and leaves the full stop behind them out', () => {
    expect(linkedPieces('See https://westmere.example/offer. Or write to senco@hollinbank.example.')).toEqual([
      { text: 'See ' },
      { text: 'https://westmere.example/offer', link: 'https://westmere.example/offer' },
      { text: '. Or write to ' },
      { text: 'senco@hollinbank.example', link: 'mailto:senco@hollinbank.example' },
      { text: '.' },
    ]);
  });
});
