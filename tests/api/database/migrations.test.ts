import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** What a process of the version before, still running or started again, would stumble over. */
const CONTRACTING: readonly (readonly [string, RegExp])[] = [
  ['drops a table, column, function or type', /\bdrop\s+(table|column|view|function|procedure|type|schema|policy)\b/i],
  ['renames', /\brename\s+(to|column|constraint)\b/i],
  ['narrows a column', /\balter\s+(column\s+)?\w+\s+(set\s+not\s+null|(set\s+data\s+)?type\b)/i],
  [
    'adds a column that older code does not fill',
    /\badd\s+column\s+(if\s+not\s+exists\s+)?\w+\s+(?:(?!default|generated)[^,;])*\bnot\s+null\b(?:(?!default|generated)[^,;])*[,;]/i,
  ],
  ['takes rows away', /^\s*(truncate|delete\s+from)\b/im],
  ['takes a right away from the role of the deeds', /\brevoke\b[^;]*\bfrom\s+waymark_app\b/i],
];

const MARK = /^-- contracts: not read since \d+\.\d+\.\d+$/m;

/** From before anyone ran a version of Waymark beside another. */
const BEFORE_ANY_RELEASE = new Set(['0140-plan-editions.sql', '0161-absences-by-hand.sql', '0175-find.sql']);

/** Bodies of functions and comments change nothing by standing there. */
const statementsOf = (text: string): string => text.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''").replace(/--.*$/gm, '');

/** What a migration does that the version before cannot live with, where it does not say so. */
const unmarked = (text: string): string[] =>
  MARK.test(text) ? [] : CONTRACTING.filter(([, pattern]) => pattern.test(statementsOf(text))).map(([words]) => words);

const folder = path.resolve('api/database/migrations');

describe('a migration runs while the version before still serves', () => {
  it('and takes nothing away from it, unless it says which version no longer reads that', () => {
    const strays = readdirSync(folder)
      .filter((name) => name.endsWith('.sql') && !BEFORE_ANY_RELEASE.has(name))
      .map((name) => [name, unmarked(readFileSync(path.join(folder, name), 'utf8'))] as const)
      .filter(([, found]) => found.length > 0);
    expect(strays).toEqual([]);
  });

  it.each([
    ['alter table waymark.goal drop column area;', 1],
    ['alter table waymark.goal rename column area to field;', 1],
    ['alter table waymark.goal alter column area set not null;', 1],
    ['alter table waymark.goal alter rank type integer;', 1],
    ['alter table waymark.goal add column kind text not null;', 1],
    ["alter table waymark.goal add column kind text not null default 'usual';", 0],
    ['alter table waymark.goal add column kind text;', 0],
    ['drop table waymark.goal;', 1],
    ['delete from waymark.goal;', 1],
    ['revoke update on waymark.goal from waymark_app;', 1],
    ['create function waymark.tidy() returns void language sql as $$ delete from waymark.goal $$;', 0],
    ['-- contracts: not read since 0.3.0\nalter table waymark.goal drop column area;', 0],
    ['-- contracts: not read since the next one\nalter table waymark.goal drop column area;', 1],
  ])('%j is found out %d times', (text, times) => {
    expect(unmarked(text)).toHaveLength(times);
  });
});
