import type { FastifyInstance } from 'fastify';
import type { Casework } from '#api/casework.ts';
import { issuerKeys } from '#api/http/issuer-keys.ts';
import { buildServer, type ServerOptions } from '#api/http/server.ts';
import { signIn } from '#api/http/sign-in.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { World } from '#tests/world-of.ts';
import { anIssuer, type Issuer } from './issuer.ts';

export const CLIENT = '1b9f3ad3-6a4e-4a3c-8c52-92a6c2f3a111';

/** The HTTP door of a world, with one person who can sign in at it. */
export type HttpDoor = {
  readonly server: FastifyInstance;
  readonly issuer: Issuer;
  readonly actor: Actor;
  /** Headers of a signed-in request. */
  headers(claims?: Record<string, unknown>): Promise<Record<string, string>>;
  close(): Promise<void>;
};

/** Opens the door of a world for an actor; `casework` and further options take the place of the real ones where a test is about the door alone. */
export const aDoor = async (
  world: World,
  actor: Actor,
  change: Partial<ServerOptions> & { readonly pause?: number } = {},
): Promise<HttpDoor> => {
  const [row] = await world.sql<{ oid: string }>('select entra_id as oid from waymark.person where id = $1', [actor.person]);
  const issuer = await anIssuer({ tenantId: world.organisation, clientId: CLIENT, oid: row?.oid ?? '' });
  const keys = issuerKeys(issuer.keysAddress, change.pause ?? 0);
  const settings = { tenantId: world.organisation, issuer: issuer.issuer, audiences: [CLIENT, `api://waymark.example/${CLIENT}`], keys };
  const server = await buildServer({
    casework: world.casework,
    signIn: signIn(settings, world.parts),
    log: world.parts.log,
    looks: {},
    browserConfig: {
      clientId: CLIENT,
      tenantId: world.organisation,
      authority: 'https://login.microsoftonline.com/x',
      scope: `api://waymark.example/${CLIENT}/access_as_user`,
      knownAuthorities: [],
      authorityMetadata: null,
      teamsRoom: null,
      officeScript: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      madeUp: false,
    },
    pages: [],
    startPage: '/tab/',
    ...change,
  });
  return {
    server,
    issuer,
    actor,
    headers: async (claims) => ({ authorization: `Bearer ${await issuer.sign(claims)}` }),
    close: async () => {
      await server.close();
      await issuer.close();
    },
  };
};

/** A casework whose named deeds are the test's own; any other fails the test. */
export const onlyDeeds = (deeds: Partial<Casework>): Casework =>
  new Proxy(deeds as Casework, {
    get: (made, name) => Reflect.get(made, name) ?? (() => Promise.reject(new Error(`the deed ${String(name)} was not expected`))),
  });
