import { describe, expect, it } from '@jest/globals';
import { asDay, type Instant } from '#domain/calendar/day.ts';
import { filtersOf, narrow } from '#tab/caseload/filters.ts';
import { hardest } from '#tab/caseload/hardest.ts';
import { nextStand } from '#tab/caseload/use-row-focus.ts';
import { beginningsOf, rowAt, wholeRows } from '#tab/caseload/use-window.ts';
import { clockTime, dayAt, weekdayTime } from '#tab/kit/moment.ts';
import { wordAddress } from '#tab/kit/office-links.ts';
import { standingOn, standingWords } from '#tab/pupil/goal/goal-aim.ts';
import { emptyEntry, whatIsMissing } from '#tab/pupil/log-entry.ts';
import { filesProblem } from '#tab/settings/read-files.ts';
import { endOf, keepToken } from '#tab/shell/session.ts';
import { grouped } from '#tab/today/groups.ts';
import { caseloadOf } from './fixture/caseload.ts';
import { tokenOf } from './fixture/people.ts';
import { todayOf } from './fixture/today.ts';

const at = (text: string) => text as Instant;

describe('times at the school', () => {
  it('a moment in summer is shown an hour later in London than in UTC, and the day follows', () => {
    expect(clockTime(at('2026-06-30T23:30:00.000Z'), 'Europe/London')).toBe('00:30');
    expect(dayAt(at('2026-06-30T23:30:00.000Z'), 'Europe/London')).toBe('2026-07-01');
    expect(weekdayTime(at('2026-11-20T16:52:00.000Z'), 'Europe/London')).toBe('Fri 16:52');
  });
});

describe('filters of the caseload', () => {
  const { rows } = caseloadOf(25);
  it('one filter with two values takes either; two filters take both', () => {
    expect(narrow(rows, filtersOf(new URLSearchParams('year=9~11')), 'england').map((row) => row.surname)).toEqual([
      'Malik',
      'Carter',
      'Mensah',
      'Singh',
    ]);
    expect(narrow(rows, filtersOf(new URLSearchParams('year=9~11&stage=support')), 'england').map((row) => row.surname)).toEqual([
      'Carter',
    ]);
  });
  it('the hardest filter is the one without which most would be left', () => {
    expect(hardest(rows, filtersOf(new URLSearchParams('year=12&stage=support')), 'england')).toBe('year');
  });
});

describe('moving in the table', () => {
  const table = { rows: 100, cells: 11, page: 20 };
  it('arrows stop at the ends, and up from the first row is the head', () => {
    expect(nextStand({ row: 0, cell: -1 }, 'ArrowUp', table)).toEqual({ row: -1, cell: 0 });
    expect(nextStand({ row: -1, cell: 3 }, 'ArrowUp', table)).toEqual({ row: -1, cell: 3 });
    expect(nextStand({ row: 99, cell: 2 }, 'ArrowDown', table)).toEqual({ row: 99, cell: 2 });
  });
  it('right from the whole row is the first cell, and left from it the row again', () => {
    expect(nextStand({ row: 5, cell: -1 }, 'ArrowRight', table)).toEqual({ row: 5, cell: 0 });
    expect(nextStand({ row: 5, cell: 0 }, 'ArrowLeft', table)).toEqual({ row: 5, cell: -1 });
  });
});

describe('the window over the rows', () => {
  it('finds the row at a height, also where rows differ', () => {
    const beginnings = beginningsOf(4, (index) => (index % 2 ? 84 : 104));
    expect([...beginnings]).toEqual([0, 104, 188, 292, 376]);
    expect([0, 103, 104, 187, 188, 375, 9999].map((height) => rowAt(beginnings, height))).toEqual([0, 0, 1, 1, 2, 3, 3]);
  });

  it('counts as shown only the rows that can be read whole', () => {
    const beginnings = beginningsOf(10, () => 32);
    expect(wholeRows(beginnings, 0, 320)).toEqual({ first: 0, last: 9 });
    expect(wholeRows(beginnings, 0, 100)).toEqual({ first: 0, last: 2 });
    expect(wholeRows(beginnings, 16, 128)).toEqual({ first: 1, last: 3 });
    expect(wholeRows(beginnings, 10, 30)).toEqual({ first: 0, last: 0 });
  });
});

describe('Today in groups', () => {
  it('what is mine comes before what others owe, then the nearest', () => {
    const groups = grouped(todayOf().rows, asDay('2026-11-23'));
    expect(groups.map(({ title, rows }) => `${title} ${rows.length}`)).toEqual([
      'Late 2',
      'Today and tomorrow 2',
      'Rest of this week 3',
      'Next 14 days 3',
    ]);
    expect(groups[0]?.rows.map((row) => row.title)).toEqual(['Send the annual review report', 'Speech and language advice']);
  });
});

describe('a score beside the aimline', () => {
  const aim = { from: asDay('2026-09-08'), to: asDay('2027-03-26'), baseline: 22, target: 60 };
  it('expects 35 words on 17 November, so that 41 is 6 above', () => {
    const on = asDay('2026-11-17');
    expect(standingOn(aim, on, 41).aim).toBe(35);
    expect(standingWords(standingOn(aim, on, 41))).toBe('6 above');
    expect(standingWords(standingOn(aim, on, 35))).toBe('on the line');
  });

  it('of a few lessons is never a tenth of one away from the line, and says all the same on which side it is', () => {
    const few = { from: asDay('2026-09-11'), to: asDay('2027-03-26'), baseline: 1, target: 4 };
    expect(standingWords(standingOn(few, asDay('2026-11-20'), 2))).toBe('just below');
    expect(standingWords(standingOn(few, asDay('2026-11-20'), 1))).toBe('1 below');
  });
});

describe('what a log still needs', () => {
  it('a promise needs its date, and a score is a number', () => {
    const entry = emptyEntry({ kind: 'call' }, asDay('2026-11-23'));
    expect(whatIsMissing({ ...entry, words: 'x', promise: 'ring' })).toEqual(['by when it was promised']);
    expect(whatIsMissing({ ...entry, kind: 'score', goal: 'g', value: 'many' })).toEqual(['the score as a number']);
  });
});

describe('the token', () => {
  it('is asked for once for calls that come together, kept while it lasts, and again when it was refused', async () => {
    let asked = 0;
    const token = keepToken(async () => {
      asked += 1;
      return tokenOf('ruth.okafor');
    });
    await Promise.all([token(false), token(false), token(false)]);
    await token(false);
    expect(asked).toBe(1);
    await token(true);
    expect(asked).toBe(2);
  });
  it.each([
    ['two hours ahead', 7_200],
    ['two hours behind', -7_200],
    ['right', 0],
  ])('is kept on a device whose clock is %s, and renewed when it is about to end', async (_, off) => {
    const part = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    let [asked, real] = [0, 1_800_000_000];
    const token = keepToken(
      async () => {
        asked += 1;
        return part({ iat: real, exp: real + 3_600 });
      },
      () => real + off,
    );
    for (let call = 0; call < 3; call += 1) await token(false);
    expect(asked).toBe(1);
    real += 3_550;
    await token(false);
    expect(asked).toBe(2);
  });
  it('that cannot be read counts as ended', () => {
    expect(endOf('nonsense')).toBe(0);
    expect(endOf(tokenOf('ruth.okafor'))).toBe(4_102_444_800);
  });
});

describe('where a document opens', () => {
  it('in Word with a real tenant, in the room that plays Word locally, nowhere when it is not a Word document there', () => {
    expect(wordAddress('https://school.sharepoint.com/a.docx', null)).toBe('ms-word:ofe|u|https://school.sharepoint.com/a.docx');
    expect(wordAddress(null, 'http://localhost:1/rooms/word', 'item 1')).toBe('http://localhost:1/rooms/word?item=item%201');
    expect(wordAddress('https://school.sharepoint.com/a.pdf', 'http://localhost:1/rooms/word')).toBeNull();
  });
});

describe('files of a roster', () => {
  it('over 20 MB are sent to the command line, which streams', () => {
    const large = { name: 'users.csv', size: 21_000_000 } as File;
    expect(filesProblem([large])).toMatch(/^The files are 21 MB together\./);
  });
});
