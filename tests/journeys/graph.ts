import { readFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:https';
import path from 'node:path';
import { LOCAL_CLIENT } from '#server/local-values.ts';
import type { Suite } from './suite.ts';

/** An event as the mailbox of the SEND team holds it. */
export type GraphEvent = {
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
};

/** A file in a case folder. */
export type GraphFile = { readonly name: string; readonly eTag: string; readonly size: number };

/** The made-up tenant as Graph shows it, asked by the story itself and not by Waymark. */
export type GraphReader = {
  events(): Promise<readonly GraphEvent[]>;
  filesOf(caseRef: string): Promise<readonly GraphFile[]>;
  /** The bytes of a file in a case folder. */
  fileOf(caseRef: string, name: string): Promise<Buffer>;
};

type Reply = { readonly status: number; readonly location: string | undefined; readonly body: Buffer };

const ask = (url: string, options: RequestOptions, body = ''): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(url, options, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part) => parts.push(part));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, location: reply.headers.location, body: Buffer.concat(parts) }));
    });
    sent.once('error', reject);
    sent.end(body);
  });

type Running = {
  readonly tenant: { readonly tenantId: string; readonly origin: string; readonly sendSite: string; readonly sendMailbox: string };
};

/** Opens the tenant of a suite of one's own, with Waymark's own application permissions. */
export const graphOf = async ({ data }: NonNullable<Suite['own']>): Promise<GraphReader> => {
  const { tenant } = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')) as Running;
  const { clientSecret } = JSON.parse(readFileSync(path.join(data, 'local-values.json'), 'utf8')) as { clientSecret: string };
  const ca = readFileSync(path.join(data, 'tenant', 'ca.pem'));
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: LOCAL_CLIENT,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const signedIn = await ask(`${tenant.origin}/${tenant.tenantId}/oauth2/v2.0/token`, { method: 'POST', ca, headers }, form.toString());
  const token = JSON.parse(signedIn.body.toString()).access_token as string;

  const get = async (address: string): Promise<Reply> => {
    const found = await ask(`${tenant.origin}/v1.0${address}`, { ca, headers: { authorization: `Bearer ${token}` } });
    if (found.status >= 400) throw new Error(`Graph answered ${found.status} to ${address}`);
    return found;
  };
  const listOf = async <T>(address: string): Promise<readonly T[]> => JSON.parse((await get(address)).body.toString()).value;
  const drive = async (): Promise<string> => JSON.parse((await get(`/sites/${tenant.sendSite}/drive?$select=id`)).body.toString()).id;

  return {
    events: () =>
      listOf(
        `/users/${encodeURIComponent(tenant.sendMailbox)}/events?$select=subject,start,isOnlineMeeting,onlineMeeting,attendees&$top=50`,
      ),
    filesOf: async (caseRef) => listOf(`/drives/${await drive()}/root:/${caseRef}:/children?$select=name,eTag,size&$top=200`),
    fileOf: async (caseRef, name) => {
      const { location = '' } = await get(`/drives/${await drive()}/root:/${caseRef}/${encodeURIComponent(name)}:/content`);
      return (await ask(location, { ca })).body;
    },
  };
};
