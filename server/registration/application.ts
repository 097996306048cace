import { permissionsOf } from '#api/graph/permissions.ts';
import type { Role } from '#domain/access/actor.ts';
import type { Asked } from './asked.ts';
import { GRAPH_APP, HOSTS, PERMISSION_IDS, ROLE_IDS, SCOPE } from './known-ids.ts';

/** What Waymark asks for in Entra; mail and calendars without a person go by Exchange's own grant instead and are not in it. */
export const askedInEntra = () => permissionsOf('', '', 0).filter(({ by }) => by !== 'exchange');

const resourceAccess = () =>
  askedInEntra().map(({ kind, name }) => ({ id: PERMISSION_IDS[`${kind} ${name}`], type: kind === 'delegated' ? 'Scope' : 'Role' }));

const WHO: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinates special educational needs: all pupils of the school',
  leader: 'Leads the school: sees and signs, without keeping cases',
  teacher: 'Teaches: the pupils in the classes taught',
  assistant: 'Supports in class: the pupils supported',
  specialist: 'A specialist of the school: the pupils on whose team they are',
  administrator: 'Settings and permissions, never a record',
  auditor: 'Reads the audit trail',
};

const appRoles = () =>
  Object.entries(ROLE_IDS).map(([role, id]) => ({
    id,
    allowedMemberTypes: ['User'],
    displayName: role.replace(/^./, (first) => first.toUpperCase()),
    description: WHO[role as Role],
    value: `Waymark.${role.replace(/^./, (first) => first.toUpperCase())}`,
    isEnabled: true,
  }));

const scope = () => ({
  id: SCOPE.id,
  value: SCOPE.name,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Waymark as the person who is signed in',
  adminConsentDescription: 'Lets Teams and Word open Waymark in the name of whoever is signed in there.',
  userConsentDisplayName: 'Use Waymark as you',
  userConsentDescription: 'Lets Teams and Word open Waymark in your name.',
});

const api = () => ({ requestedAccessTokenVersion: 2, oauth2PermissionScopes: [scope()] });

/** Addresses that Microsoft may hand a token to. The last is for hosts that sign in by themselves (nested app authentication). */
const redirects = (origin: string): readonly string[] => [
  `${origin}/tab/`,
  `${origin}/word/sign-in.html`,
  `brk-multihub://${new URL(origin).host}`,
];

/** The registration as Graph takes it at `POST /applications`: one tenant, version 2 tokens, and exactly the permissions of the code. */
export const application = ({ origin }: Asked) => ({
  displayName: 'Waymark',
  signInAudience: 'AzureADMyOrg',
  groupMembershipClaims: 'SecurityGroup',
  api: api(),
  spa: { redirectUris: [...redirects(origin)] },
  appRoles: appRoles(),
  requiredResourceAccess: [{ resourceAppId: GRAPH_APP, resourceAccess: resourceAccess() }],
});

/** What can be said only once the registration has an id: its name as an API, and which hosts need not ask again. */
export const identity = ({ origin }: Asked) => ({
  identifierUris: [`api://${new URL(origin).host}/{{clientId}}`],
  api: { ...api(), preAuthorizedApplications: HOSTS.map(({ id }) => ({ appId: id, delegatedPermissionIds: [SCOPE.id] })) },
});
