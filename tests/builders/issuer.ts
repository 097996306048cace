import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

type Key = { readonly kid: string; readonly privateKey: CryptoKey; readonly published: object };

/** An issuer that publishes its keys over HTTP as Entra does, and signs whatever a test wants signed. */
export type Issuer = {
  readonly issuer: string;
  readonly keysAddress: string;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  /** A token with these claims over the usual ones; a claim set to undefined is left out. */
  sign(claims?: Record<string, unknown>, key?: CryptoKey): Promise<string>;
  /** From now on signs with a new key; the old one is no longer published. */
  rotate(): Promise<void>;
  close(): Promise<void>;
};

const makeKey = async (kid: string): Promise<Key> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
};

const opened = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export type Usual = { readonly tenantId: string; readonly clientId: string; readonly oid: string };

/** Opens an issuer for one tenant; its tokens are for `clientId` and about `oid` unless a test says otherwise. */
export const anIssuer = async ({ tenantId, clientId, oid }: Usual): Promise<Issuer> => {
  let [key, generation, fetches] = [await makeKey('first'), 1, 0];
  const server = createServer((_, reply) => {
    fetches += 1;
    reply.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key.published] }));
  });
  const port = await opened(server);
  const issuer = `http://127.0.0.1:${port}/${tenantId}/v2.0`;
  return {
    issuer,
    keysAddress: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    sign: (claims = {}, other) => {
      const now = Math.floor(Date.now() / 1_000);
      const usual = {
        iss: issuer,
        aud: clientId,
        tid: tenantId,
        oid,
        scp: 'access_as_user',
        ver: '2.0',
        iat: now,
        nbf: now,
        exp: now + 3_600,
      };
      return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(other ?? key.privateKey);
    },
    rotate: async () => {
      generation += 1;
      key = await makeKey(`number ${generation}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
