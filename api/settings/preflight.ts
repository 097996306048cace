import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';

/** Tries every Graph permission live and says what an administrator does about each that is missing. Shows no record. */
export const preflight =
  (parts: Parts): Casework['preflight'] =>
  async (actor) => {
    permitInHouse(actor, 'preflight');
    const permissions = [...(await parts.graph.preflight(actor))];
    return {
      at: parts.clock.now(),
      ready: permissions.every(({ outcome }) => outcome !== 'missing' && outcome !== 'not-reached'),
      permissions,
    };
  };
