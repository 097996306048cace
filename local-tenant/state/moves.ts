/** What an administrator, or the school's own system, does in the directory while Waymark looks away: people come, go and move. */
import type { Tenant } from '../tenant.ts';
import type { Account, ClassMember, DirectorySchool, Placement, SchoolClass } from './directory.ts';

type House = Pick<Tenant, 'store' | 'directory'>;

/** Changes an account, brings one back that was deleted, or makes a new one. */
export const putAccount = ({ store, directory }: House, id: string, change: Partial<Account>): Account => {
  const { removed: _removed, ...before } = directory.accounts.get(id) ?? ({ id } as Account);
  return directory.accounts.put(id, { ...before, ...change, changed: store.nextSequence() });
};

/** Deletes an account; its groups let it go too. */
export const deleteAccount = (house: House, id: string): void => {
  const { store, directory } = house;
  const before = directory.accounts.get(id);
  if (!before || before.removed) return;
  directory.accounts.put(id, { ...before, removed: true, changed: store.nextSequence() });
  for (const taught of directory.classes.all())
    if (taught.pupils.includes(id) || taught.teachers.includes(id)) putInClass(house, taught.id, [], [id]);
};

/** Changes a class, or makes a new one. */
export const putClass = ({ store, directory }: House, id: string, change: Partial<SchoolClass>): SchoolClass => {
  const { removed: _removed, ...before } =
    directory.classes.get(id) ?? ({ id, name: id, subject: '', yearGroup: 0, teachers: [], pupils: [] } as unknown as SchoolClass);
  return directory.classes.put(id, { ...before, ...change, changed: store.nextSequence() });
};

/** Deletes a class and with it who was in it. */
export const deleteClass = (house: House, id: string): void => {
  const before = house.directory.classes.get(id);
  if (!before) return;
  putInClass(house, id, [], [...before.teachers, ...before.pupils]);
  const emptied = house.directory.classes.get(id) ?? before;
  house.directory.classes.put(id, { ...emptied, removed: true, changed: house.store.nextSequence() });
};

const memberOf = (classId: string, person: string, changed: number): ClassMember => ({
  id: `${classId} ${person}`,
  class: classId,
  person,
  changed,
});

/** Puts people into a class and takes others out, as what they are in the school. */
export const putInClass = ({ store, directory }: House, classId: string, come: readonly string[], go: readonly string[] = []): void => {
  const before = directory.classes.get(classId);
  if (!before) return;
  const teaches = (id: string) => directory.accounts.get(id)?.kind === 'staff';
  const kept = (ids: readonly string[]) => ids.filter((id) => !go.includes(id));
  const joined = (ids: readonly string[], fresh: readonly string[]) => [...new Set([...kept(ids), ...fresh])];
  directory.classes.put(classId, {
    ...before,
    teachers: joined(before.teachers, come.filter(teaches)),
    pupils: joined(
      before.pupils,
      come.filter((id) => !teaches(id)),
    ),
  });
  for (const id of come) directory.members.put(`${classId} ${id}`, memberOf(classId, id, store.nextSequence()));
  for (const id of go) {
    const member = directory.members.get(`${classId} ${id}`);
    if (member && !member.removed) directory.members.put(member.id, { ...member, removed: true, changed: store.nextSequence() });
  }
};

/** Opens a further school of the tenant, or changes one. */
export const putSchool = ({ store, directory }: House, id: string, change: Pick<DirectorySchool, 'name' | 'code'>): DirectorySchool =>
  directory.schools.put(id, { id, ...change, changed: store.nextSequence() });

/** Puts people or classes into a school and takes others out of it. */
export const putInSchool = (
  { store, directory }: House,
  school: string,
  what: Placement['what'],
  come: readonly string[],
  go: readonly string[] = [],
): void => {
  for (const of of come)
    directory.placements.put(`${school} ${of}`, { id: `${school} ${of}`, school, of, what, changed: store.nextSequence() });
  for (const of of go) {
    const before = directory.placements.get(`${school} ${of}`);
    if (before && !before.removed) directory.placements.put(before.id, { ...before, removed: true, changed: store.nextSequence() });
  }
};
