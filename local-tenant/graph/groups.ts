/** Groups, as far as classes are groups: Microsoft 365 keeps the members of a class in the group that has the class's own id. */
import type { Group } from '@microsoft/microsoft-graph-types';
import type { ClassMember, SchoolClass } from '../state/directory.ts';
import type { GraphCall, GraphRoute } from './call.ts';
import { deltaOf, type Round } from './delta.ts';
import type { Entity, EntityKind } from './odata.ts';

const GROUP: EntityKind = {
  context: 'groups',
  type: 'microsoft.graph.group',
  properties: ['id', 'displayName', 'description', 'mailNickname', 'groupTypes', 'visibility', 'members'],
  pageSize: 100,
  maxTop: 999,
  directory: true,
};

const READ = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];

/** A group that has not changed itself is told again when somebody came or went. */
const groupsOf = ({ tenant }: GraphCall) => {
  const newest = new Map<string, number>();
  for (const one of tenant.directory.members.all()) newest.set(one.class, Math.max(newest.get(one.class) ?? 0, one.changed));
  return tenant.directory.classes.all().map((group) => ({ ...group, changed: Math.max(group.changed, newest.get(group.id) ?? 0) }));
};

const memberEntry = ({ person, removed }: ClassMember) => ({
  '@odata.type': '#microsoft.graph.user',
  id: person,
  ...(removed ? { '@removed': { reason: 'deleted' } } : {}),
});

const groupEntity =
  ({ tenant }: GraphCall) =>
  ({ id, name, subject }: SchoolClass, { since, upTo }: Round) => {
    const told = tenant.directory.members
      .all()
      .filter((one) => one.class === id && one.changed > since && one.changed <= upTo && !(one.removed && since === 0));
    return {
      id,
      displayName: name,
      description: subject,
      mailNickname: name.replace(/[^A-Za-z0-9]/g, ''),
      groupTypes: ['Unified'],
      visibility: 'HiddenMembership',
      ...(told.length > 0 ? { 'members@delta': told.map(memberEntry) } : {}),
    } satisfies Group & Entity;
  };

export const groupRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/groups/delta',
    needs: { delegated: READ, application: READ },
    handle: (call) => deltaOf(call, { kind: GROUP, rows: groupsOf(call), entity: groupEntity(call) }),
  },
];
