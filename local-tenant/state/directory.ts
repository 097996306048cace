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
  /** When this last changed, in the store's order; what delta links count by. */
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
  /** By object id, principal name or mail address, whatever the case. */
  account(reference: string): Account | undefined;
  /** Everyone with an account, without those removed. */
  people(): Account[];
  readonly coordinators: () => Account[];
};

export const directoryIn = (store: Store): Directory => {
  const accounts = store.table<Account>('accounts');
  const classes = store.table<SchoolClass>('classes');
  const byName = new Map<string, string>();
  for (const account of accounts.all()) {
    byName.set(account.principalName.toLowerCase(), account.id);
    byName.set(account.mail.toLowerCase(), account.id);
  }
  const present = (account: Account | undefined) => (account?.removed ? undefined : account);
  return {
    accounts,
    classes,
    account: (reference) =>
      present(accounts.get(reference.toLowerCase())) ?? present(accounts.get(byName.get(reference.toLowerCase()) ?? '')),
    people: () => accounts.all().filter((account) => !account.removed),
    coordinators: () => accounts.all().filter((account) => account.role === 'coordinator' && !account.removed),
  };
};
