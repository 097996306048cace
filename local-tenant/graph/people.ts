/** Users of the directory. */

import { groupsOf } from '../school/staff-groups.ts';
import type { Account } from '../state/directory.ts';
import { contextOf, type GraphCall, type GraphRoute, jsonBody, ok } from './call.ts';
import { deltaOf } from './delta.ts';
import { GraphError, personNotFound } from './graph-errors.ts';
import { type EntityKind, listOf, oneOf } from './odata.ts';

const USUAL = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

const USER: EntityKind = {
  context: 'users',
  type: 'microsoft.graph.user',
  properties: [
    ...USUAL,
    'accountEnabled',
    'department',
    'userType',
    'employeeId',
    'proxyAddresses',
    'usageLocation',
    'companyName',
    'mailNickname',
  ],
  usual: USUAL,
  pageSize: 100,
  maxTop: 999,
  directory: true,
};

export const userEntity = (account: Account) => ({
  businessPhones: [],
  displayName: account.displayName,
  givenName: account.givenName || null,
  jobTitle: account.jobTitle,
  mail: account.mail,
  mobilePhone: null,
  officeLocation: account.officeLocation,
  preferredLanguage: 'en-GB',
  surname: account.surname || null,
  userPrincipalName: account.principalName,
  id: account.id,
  accountEnabled: account.enabled,
  department: account.department,
  userType: 'Member',
  employeeId: account.kind === 'staff' ? account.key.slice(0, 16) : null,
  proxyAddresses: [`SMTP:${account.mail}`],
  usageLocation: 'GB',
  companyName: null,
  mailNickname: account.principalName.split('@')[0] ?? account.key,
});

/** The account that an address names, or Graph's not-found. */
export const personAt = ({ tenant }: Pick<GraphCall, 'tenant'>, reference: string): Account => {
  const account = tenant.directory.account(reference);
  if (!account) throw personNotFound(reference);
  return account;
};

const READ_ALL = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const READ_BASIC = ['User.ReadBasic.All', ...READ_ALL];

/** One's own account needs less than anybody else's. */
const readOne = (call: GraphCall) => {
  const reference = call.params.user ?? '';
  const account = personAt(call, reference);
  const own = call.caller.person?.id === account.id;
  const all = call.caller.person ? READ_BASIC : READ_ALL;
  if (!own && !all.some((name) => call.caller.permissions.has(name)))
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return oneOf(call, USER, userEntity(account));
};

export const peopleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/users',
    needs: { delegated: READ_BASIC, application: READ_ALL },
    handle: (call) => listOf(call, USER, call.tenant.directory.people().map(userEntity)),
  },
  {
    method: 'GET',
    path: '/users/$count',
    needs: { delegated: READ_BASIC, application: READ_ALL },
    handle: ({ tenant, headers }) => {
      if (headers.get('consistencylevel')?.toLowerCase() !== 'eventual')
        throw new GraphError(400, 'Request_BadRequest', '$count is not currently supported.');
      return { status: 200, bytes: Buffer.from(String(tenant.directory.people().length)), headers: { 'content-type': 'text/plain' } };
    },
  },
  {
    method: 'GET',
    path: '/users/delta',
    needs: { delegated: READ_ALL, application: READ_ALL },
    handle: (call) => deltaOf(call, { kind: { ...USER, pageSize: 200 }, rows: call.tenant.directory.accounts.all(), entity: userEntity }),
  },
  {
    method: 'GET',
    path: '/users/{user}',
    needs: { delegated: ['User.Read', 'User.ReadWrite', ...READ_BASIC], application: READ_ALL },
    handle: readOne,
  },
  {
    method: 'POST',
    path: '/users/{user}/checkMemberGroups',
    needs: { delegated: ['User.Read', ...READ_BASIC], application: READ_ALL },
    handle: memberGroups,
  },
  {
    method: 'GET',
    path: '/users/{user}/photo',
    needs: { delegated: ['User.Read', 'ProfilePhoto.Read.All', ...READ_BASIC], application: [...READ_ALL, 'ProfilePhoto.Read.All'] },
    handle: noPhoto,
  },
  {
    method: 'GET',
    path: '/users/{user}/photo/$value',
    needs: { delegated: ['User.Read', 'ProfilePhoto.Read.All', ...READ_BASIC], application: [...READ_ALL, 'ProfilePhoto.Read.All'] },
    handle: noPhoto,
  },
  {
    method: 'GET',
    path: '/organization',
    needs: {
      delegated: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
      application: ['Organization.Read.All', 'Directory.Read.All'],
    },
    handle: (call) => {
      const { organisation } = call.tenant.settings.school;
      const domain = {
        name: organisation.domain,
        isDefault: true,
        isInitial: false,
        type: 'Managed',
        capabilities: 'Email, OfficeCommunicationsOnline',
      };
      return ok({
        '@odata.context': contextOf(call, 'organization'),
        value: [{ id: call.tenant.id, displayName: organisation.name, countryLetterCode: 'GB', verifiedDomains: [domain] }],
      });
    },
  },
];

/** Which of at most twenty groups an account is in. */
function memberGroups(call: GraphCall) {
  const account = personAt(call, call.params.user ?? '');
  const { groupIds = [] } = jsonBody<{ groupIds: string[] }>(call);
  if (groupIds.length > 20) throw new GraphError(400, 'Request_BadRequest', 'The number of values specified exceeds the limit of 20.');
  const own = groupsOf(account);
  return ok({ '@odata.context': contextOf(call, 'Collection(Edm.String)'), value: groupIds.filter((id) => own.includes(id)) });
}

function noPhoto(call: GraphCall): never {
  personAt(call, call.params.user ?? '');
  throw new GraphError(
    404,
    'ImageNotFound',
    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  );
}
