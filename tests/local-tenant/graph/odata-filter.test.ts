import { describe, expect, it } from '@jest/globals';
import { GraphError } from '#local-tenant/graph/graph-errors.ts';
import { parseFilter } from '#local-tenant/graph/odata-filter.ts';

const people = [
  {
    id: '1',
    displayName: 'Ruth Okafor',
    department: null,
    accountEnabled: true,
    visits: 3,
    start: { dateTime: '2026-11-23T09:00:00.0000000' },
  },
  {
    id: '2',
    displayName: "Siobhan O'Neill",
    department: '6 Oak',
    accountEnabled: false,
    visits: 12,
    start: { dateTime: '2026-11-24T09:00:00.0000000' },
  },
];
const known = new Set(['id', 'displayName', 'department', 'accountEnabled', 'visits', 'start']);
const found = (clause: string) => people.filter(parseFilter(clause, known)).map(({ id }) => id);

describe('a filter', () => {
  it.each([
    ["displayName eq 'ruth okafor'", ['1']],
    ["displayName eq 'Siobhan O''Neill'", ['2']],
    ["startswith(displayName,'r')", ['1']],
    ["contains(displayName, 'NEILL')", ['2']],
    ["endswith(displayName,'r') and accountEnabled eq true", ['1']],
    ['department eq null', ['1']],
    ['department ne null', ['2']],
    ['visits gt 3', ['2']],
    ['visits ge 3 and visits lt 12', ['1']],
    ["id in ('2','3')", ['2']],
    ["not startswith(displayName,'R')", ['2']],
    ['(visits eq 3 or visits eq 12) and accountEnabled eq false', ['2']],
    ["start/dateTime ge '2026-11-24'", ['2']],
  ])('%s', (clause, ids) => {
    expect(found(clause)).toEqual(ids);
  });

  it.each([
    "starSign eq 'lion'",
    'displayName eq',
    "displayName like 'x'",
    'accountEnabled eq true and',
    "startswith(displayName,'x'",
    '# or 1=1',
  ])('refuses %s as Graph does', (clause) => {
    expect(() => parseFilter(clause, known)).toThrow(GraphError);
  });
});
