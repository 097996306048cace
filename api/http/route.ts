import { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import type { Casework } from '../casework.ts';
import { accept } from './field-faults.ts';
import { versionIn } from './version-needed.ts';

/** What came over the wire, before anything about it is believed. */
export type Wire = { readonly path: unknown; readonly query: unknown; readonly body: unknown; readonly ifMatch?: unknown };

/** The shapes of one address: ids in its path, fields of its query text, fields of its body. What is not named must be empty. */
type Shapes<P, Q, B> = { readonly path?: z.ZodType<P>; readonly query?: z.ZodType<Q>; readonly body?: z.ZodType<B> };

/** How much an address takes, whether as JSON or as a file, and whether it asks for the version that was seen (`If-Match`). */
export type Limits = { readonly bytes?: true; readonly limit?: number; readonly ifMatch?: true };

/** One address: parse, call one deed. The reply is parsed by the server that mounts it; the shapes are what its description is made from. */
export type Route<Answer> = Limits & {
  readonly shapes: Shapes<unknown, unknown, unknown>;
  answer(casework: Casework, actor: Actor, wire: Wire): Promise<Answer>;
};

const nothing = z.strictObject({}) as z.ZodType<unknown>;

/** A route from its shapes to its deed, which is given the fields of path, query and body as one ask. */
export const to = <Answer, P extends object = object, Q extends object = object, B extends object = object>(
  shapes: Shapes<P, Q, B>,
  deed: (casework: Casework, actor: Actor, ask: P & Q & B) => Promise<Answer>,
  limits: Limits = {},
): Route<Answer> => ({
  ...limits,
  shapes,
  answer: (casework, actor, wire) => {
    const path = accept(shapes.path ?? (nothing as z.ZodType<P>), wire.path ?? {});
    const query = accept(shapes.query ?? (nothing as z.ZodType<Q>), wire.query ?? {});
    const body = accept(shapes.body ?? (nothing as z.ZodType<B>), limits.bytes ? { bytes: wire.body } : (wire.body ?? {}));
    return deed(casework, actor, { ...path, ...query, ...body });
  },
});

/** A route to a deed that changes something as the person saw it: the version they saw comes in `If-Match`, and the deed is given it. */
export const toSeen = <Answer, P extends object = object, B extends object = object>(
  shapes: Shapes<P, object, B>,
  deed: (casework: Casework, actor: Actor, ask: P & B & { readonly version: number }) => Promise<Answer>,
): Route<Answer> => ({
  ifMatch: true,
  shapes,
  answer: async (casework, actor, wire) => {
    const version = versionIn(wire.ifMatch);
    return to<Answer, P, object, B>(shapes, (all, who, ask) => deed(all, who, { ...ask, version })).answer(casework, actor, wire);
  },
});
