/** Who has an account in the tenant, and the classes they are in. */
import type { Store, Table } from './store.ts';

export type Account = {
  readonly id: string;
  readonly key: string;
  readonly kind: 'staff' | 'pupil' | 'mailbox';
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  readonly principalName: string;
  readonly mail: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  readonly role: string;
  readonly birthday?: string;
  readonly yearGroup?: number;
  /** The number a school's own system knows the person by. */
  readonly externalId: string;
  readonly enabled: boolean;
  /** Whom the school's own system names as the family; the directory calls them related contacts. */
  readonly contacts?: readonly FamilyContact[];
  /** When this last changed, in the store's order; what delta links count by. */
  readonly changed: number;
  readonly removed?: true;
};

export type FamilyContact = {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly relation: 'parent' | 'relative' | 'aide' | 'doctor' | 'guardian' | 'other';
};

/** Who is in a class, one row a person; kept beside the class so that a delta can tell who left it. */
export type ClassMember = {
  readonly id: string;
  readonly class: string;
  readonly person: string;
  readonly changed: number;
  readonly removed?: true;
};

/** A further school of the same tenant, and one row for each person and class that belongs to a school. */
export type DirectorySchool = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly changed: number;
  readonly removed?: true;
};
export type Placement = {
  readonly id: string;
  readonly school: string;
  readonly of: string;
  readonly what: 'people' | 'classes';
  readonly changed: number;
  readonly removed?: true;
};

export type SchoolClass = {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly yearGroup: number;
  readonly teachers: readonly string[];
  readonly pupils: readonly string[];
  readonly changed: number;
  readonly removed?: true;
};

export type Directory = {
  readonly accounts: Table<Account>;
  readonly classes: Table<SchoolClass>;
  readonly members: Table<ClassMember>;
  readonly schools: Table<DirectorySchool>;
  readonly placements: Table<Placement>;
  /** By object id, principal name or mail address, whatever the case. */
  account(reference: string): Account | undefined;
  /** Everyone with an account, without those removed. */
  people(): Account[];
  readonly coordinators: () => Account[];
};

export const directoryIn = (store: Store): Directory => {
  const accounts = store.table<Account>('accounts');
  const classes = store.table<SchoolClass>('classes');
  const members = store.table<ClassMember>('class-members');
  const schools = store.table<DirectorySchool>('schools');
  const placements = store.table<Placement>('placements');
  const byName = new Map<string, string>();
  for (const account of accounts.all()) {
    byName.set(account.principalName.toLowerCase(), account.id);
    byName.set(account.mail.toLowerCase(), account.id);
  }
  const present = (account: Account | undefined) => (account?.removed ? undefined : account);
  return {
    accounts,
    classes,
    members,
    schools,
    placements,
    account: (reference) =>
      present(accounts.get(reference.toLowerCase())) ?? present(accounts.get(byName.get(reference.toLowerCase()) ?? '')),
    people: () => accounts.all().filter((account) => !account.removed),
    coordinators: () => accounts.all().filter((account) => account.role === 'coordinator' && !account.removed),
  };
};
