import { readFileSync } from 'node:fs';
import { GIVEN } from '#domain/access/access-page.ts';
import type { Relation, Role } from '#domain/access/actor.ts';
import type { HouseDeed, PupilDeed } from '#domain/access/deeds.ts';

/** docs/access.md as it lies in the repository: what people read, and what the service is held to. */
export const writtenPage = readFileSync(new URL('../../../docs/access.md', import.meta.url), 'utf8');

/** One cell of the page: this role or relation, this deed, given or not. */
export type Cell<Deed, By> = { readonly deed: Deed; readonly by: By; readonly given: boolean };

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const table = <Deed, By>(heading: string): readonly Cell<Deed, By>[] => {
  const part = writtenPage.split('\n## ').find((one) => one.startsWith(heading)) ?? '';
  const [head = '', , ...rows] = part.split('\n').filter((line) => line.startsWith('|'));
  const columns = cellsOf(head).slice(1);
  return rows.flatMap((line) => {
    const [first = '', ...cells] = cellsOf(line);
    const deed = /^`([a-z-]+)`/.exec(first)?.[1] as Deed;
    return cells.map((cell, at) => ({ deed, by: columns[at] as By, given: cell === GIVEN }));
  });
};

export const byRole = table<PupilDeed, Role>('On a pupil’s record: by role');
export const byRelation = table<PupilDeed, Relation>('On a pupil’s record: by relation');
export const inHouse = table<HouseDeed, Role>('Deeds of the house');
