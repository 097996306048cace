import { begin } from '#api/people/begin.ts';
import type { Role } from '#domain/access/actor.ts';
import { WrongUse } from '../plain.ts';
import type { Answer } from './answer.ts';
import type { OpenParts } from './workbench.ts';

export type BeginOptions = {
  readonly school: string;
  readonly rules: string;
  readonly timeZone: string;
  readonly coordinator: readonly string[];
  readonly administrator: readonly string[];
};

const withRole = (addresses: readonly string[], role: Role) => addresses.map((address) => ({ address, role }));

/** `begin`: writes the first school of a tenant and lets its coordinator and administrator in. Exit 1 where it has begun already. */
export const beginCommand = async ({ parts, tenantId }: OpenParts, options: BeginOptions): Promise<Answer> => {
  const { school, rules: jurisdiction, timeZone } = options;
  if (options.coordinator.length === 0) throw new WrongUse('Name who coordinates: --coordinator ruth.okafor@school.example.');
  const people = [...withRole(options.coordinator, 'coordinator'), ...withRole(options.administrator, 'administrator')];
  const done = await begin(parts, { tenantId, school, jurisdiction, timeZone, people });
  return {
    code: 0,
    lines: [
      `${done.school} has a record now, and nobody is in it yet.`,
      ...done.people.map(({ name, role }) => `${name} is let in as ${role}.`),
    ],
    json: done,
  };
};
