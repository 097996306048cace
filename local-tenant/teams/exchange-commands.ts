/**
 * Exchange's own grant of mailboxes to an application (RBAC for Applications), as far as a script of PowerShell can give and take it: the
 * script itself is read here, one cmdlet a line, so that what an administrator runs at Microsoft can be tried on this machine.
 */
import { registrationsIn } from '../state/registrations.ts';
import type { Tenant } from '../tenant.ts';

/** A line that Exchange does not take, in its words. */
export class ExchangeRefusal extends Error {}

type Given = Readonly<Record<string, string>>;

const ROLES = ['Application Calendars.ReadWrite', 'Application Mail.Send'];

const needed = (given: Given, ...names: readonly string[]): void => {
  const missing = names.find((name) => !given[name]);
  if (missing) throw new ExchangeRefusal(`Cannot process command because of one or more missing mandatory parameters: ${missing}.`);
};

const gone = (what: string, name: string | undefined) =>
  new ExchangeRefusal(`The ${what} "${name}" wasn't found. Make sure you've typed it correctly.`);

type Cmdlet = (tenant: Tenant, given: Given) => string;

const newPrincipal: Cmdlet = (tenant, given) => {
  needed(given, 'AppId', 'ObjectId');
  const all = registrationsIn(tenant.store);
  const principal = all.principals.get(given.ObjectId ?? '');
  if (!principal || principal.appId !== given.AppId) throw gone('service principal of Entra', given.ObjectId);
  all.exchangePrincipals.put(principal.id, { id: principal.id, appId: principal.appId });
  return `${given.DisplayName ?? given.AppId}: known to Exchange`;
};

const newScope: Cmdlet = (tenant, given) => {
  needed(given, 'Name', 'RecipientRestrictionFilter');
  const addresses = [...(given.RecipientRestrictionFilter ?? '').matchAll(/PrimarySmtpAddress\s+-eq\s+'([^']+)'/gi)].map(
    ([, address]) => address ?? '',
  );
  if (addresses.length === 0) throw new ExchangeRefusal('The recipient filter could not be read.');
  registrationsIn(tenant.store).mailboxScopes.put(given.Name ?? '', { name: given.Name ?? '', mailboxes: addresses });
  return `${given.Name}: ${addresses.join(', ')}`;
};

const newAssignment: Cmdlet = (tenant, given) => {
  needed(given, 'App', 'Role');
  const all = registrationsIn(tenant.store);
  if (!all.exchangePrincipals.get(given.App ?? '')) throw gone('service principal', given.App);
  if (!ROLES.includes(given.Role ?? '')) throw gone('management role', given.Role);
  // Without a scope the role reaches every mailbox of the organisation. Exchange lets that pass; nobody who follows the guide wants it.
  if (!given.CustomResourceScope)
    throw new ExchangeRefusal('The local tenant takes no role without a scope: it would reach every mailbox.');
  if (!all.mailboxScopes.get(given.CustomResourceScope)) throw gone('management scope', given.CustomResourceScope);
  const name = given.Name ?? `${given.Role}-${given.App}`;
  all.mailboxRoles.put(name, { name, principalId: given.App ?? '', role: given.Role ?? '', scope: given.CustomResourceScope });
  return `${name}: ${given.Role} in ${given.CustomResourceScope}`;
};

const test: Cmdlet = (tenant, given) => {
  needed(given, 'Identity');
  const all = registrationsIn(tenant.store);
  const rows = all.mailboxRoles.all().filter(({ principalId }) => principalId === given.Identity);
  if (rows.length === 0) return 'No role is assigned.';
  return rows
    .map(({ role, scope }) => {
      const inScope = all.mailboxScopes.get(scope)?.mailboxes.some((one) => one.toLowerCase() === given.Resource?.toLowerCase()) ?? false;
      return `${role} | ${scope} | InScope: ${inScope ? 'True' : 'False'}`;
    })
    .join('\n');
};

const removeBy =
  (table: 'mailboxRoles' | 'mailboxScopes' | 'exchangePrincipals', what: string): Cmdlet =>
  (tenant, given) => {
    needed(given, 'Identity');
    const rows = registrationsIn(tenant.store)[table];
    if (!rows.get(given.Identity ?? '')) throw gone(what, given.Identity);
    rows.remove(given.Identity ?? '');
    return `${given.Identity}: removed`;
  };

const CMDLETS: Readonly<Record<string, Cmdlet>> = {
  'connect-exchangeonline': () => 'Connected to the made-up Exchange',
  'new-serviceprincipal': newPrincipal,
  'new-managementscope': newScope,
  'new-managementroleassignment': newAssignment,
  'test-serviceprincipalauthorization': test,
  'remove-managementroleassignment': removeBy('mailboxRoles', 'management role assignment'),
  'remove-managementscope': removeBy('mailboxScopes', 'management scope'),
  'remove-serviceprincipal': removeBy('exchangePrincipals', 'service principal'),
};

const parametersOf = (text: string): Given =>
  Object.fromEntries(
    [...text.matchAll(/-(\w+)(?::(\$\w+)|\s+"([^"]*)"|\s+(\S+))/g)].map(([, name = '', flag, quoted, bare]) => [
      name,
      quoted ?? bare ?? flag ?? '',
    ]),
  );

/** Runs a script line by line and answers what each line said; the first one that is refused ends it. */
export const runExchange = (tenant: Tenant, script: string): readonly string[] => {
  const said: string[] = [];
  for (const line of script.split(/\r?\n/)) {
    const [cmdlet = '', ...rest] = line.trim().split(/\s+/);
    if (cmdlet === '' || cmdlet.startsWith('#')) continue;
    const known = CMDLETS[cmdlet.toLowerCase()];
    if (!known) throw new ExchangeRefusal(`The term '${cmdlet}' is not recognized as a name of a cmdlet.`);
    said.push(known(tenant, parametersOf(rest.join(' '))));
  }
  return said;
};
