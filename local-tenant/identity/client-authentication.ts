/** Who is asking at the token endpoint: a secret, a signed assertion, or nothing for public clients. */
import { createPublicKey } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { RegisteredClient } from '../settings.ts';
import type { Tenant } from '../tenant.ts';
import { badAssertionSignature, badSecret, missing, secretMissing, unknownClient } from './entra-errors.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export type Proven = { readonly client: RegisteredClient; readonly proven: boolean };

/** Names the client and says whether it has proven itself; a wrong proof is refused at once. */
export const authenticateClient = async (tenant: Tenant, form: URLSearchParams, authorization: string | null): Promise<Proven> => {
  const basic = basicCredentials(authorization);
  const clientId = basic?.id ?? form.get('client_id') ?? assertedClient(form.get('client_assertion'));
  if (!clientId) throw missing('client_id');
  const client = tenant.client(clientId);
  if (!client) throw unknownClient(clientId);

  const assertion = form.get('client_assertion');
  if (assertion) {
    await checkAssertion(tenant, client, assertion, form.get('client_assertion_type'));
    return { client, proven: true };
  }
  const secret = basic?.secret ?? form.get('client_secret');
  if (secret === null) return { client, proven: false };
  if (client.secret === undefined || secret !== client.secret) throw badSecret(client.clientId);
  return { client, proven: true };
};

export const demandProof = ({ client, proven }: Proven): RegisteredClient => {
  if (!proven) throw secretMissing();
  return client;
};

const basicCredentials = (header: string | null) => {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':').map(decodeURIComponent);
  return { id, secret };
};

const assertedClient = (assertion: string | null) => {
  if (!assertion) return undefined;
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
};

const checkAssertion = async (tenant: Tenant, client: RegisteredClient, assertion: string, type: string | null) => {
  if (type !== ASSERTION_TYPE) throw missing('client_assertion_type');
  if (!client.certificate) throw badAssertionSignature();
  const { origin } = tenant.addresses;
  const audience = [`${origin}/${tenant.id}/oauth2/v2.0/token`, `${origin}/${tenant.id}/v2.0`];
  try {
    await jwtVerify(assertion, createPublicKey(client.certificate), { audience, issuer: client.clientId, algorithms: ['RS256', 'PS256'] });
  } catch {
    throw badAssertionSignature();
  }
};
