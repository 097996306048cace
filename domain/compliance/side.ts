import type { Owner } from '#domain/timelines/rule.ts';

/** Who owes a clock, as a school sees it: itself, the authority, agencies and others outside, the family. */
export type Side = 'ours' | 'authority' | 'agencies' | 'families';

export const SIDES: readonly Side[] = ['ours', 'authority', 'agencies', 'families'];

const SIDE_OF: Readonly<Record<Owner, Side>> = {
  school: 'ours',
  district: 'ours',
  'local-authority': 'authority',
  state: 'authority',
  agency: 'agencies',
  'health-commissioner': 'agencies',
  'mediation-adviser': 'agencies',
  tribunal: 'agencies',
  family: 'families',
};

/** The side that owes what this owner owes. A US district runs its schools: what it owes is ours. */
export const sideOf = (owner: Owner): Side => SIDE_OF[owner];

const ONE_OF: Readonly<Record<Side, string>> = {
  ours: 'ours',
  authority: 'the authority’s',
  agencies: 'an agency’s',
  families: 'a family’s',
};
const MANY_OF: Readonly<Record<Side, string>> = {
  ours: 'ours',
  authority: 'the authority’s',
  agencies: 'agencies’',
  families: 'families’',
};

/** `1 ours`, `2 agencies’`: how many of something are whose. */
export const countOfSide = (side: Side, count: number): string => `${count} ${count === 1 ? ONE_OF[side] : MANY_OF[side]}`;
