/** Every request to the tenant, `Request` in and `Response` out. Both listeners and in-process tests stand in front of this one function. */

import { answerGraph } from './graph/door.ts';
import { answerDownload } from './graph/downloads.ts';
import { answerUpload } from './graph/uploads.ts';
import { issuerFor } from './identity/issuer.ts';
import { roomFile } from './rooms-files.ts';
import { answerAdmin } from './teams/admin-door.ts';
import { answerConnector } from './teams/connector.ts';
import { answerRooms } from './teams/rooms-door.ts';
import { answerTokenService, channelMetadata } from './teams/token-service.ts';
import { answerWord } from './teams/word-door.ts';
import type { Tenant } from './tenant.ts';

export type Handler = (request: Request) => Promise<Response>;

/** The secure side: identity, Graph, file bytes, connector, bot token service. */
export const secureHandler = (tenant: Tenant): Handler => {
  const identity = issuerFor(tenant);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (/^\/(v1\.0|beta)(\/|$)/i.test(pathname)) return logged(tenant, request, (bytes) => answerGraph(tenant, request, bytes));
    const files = /^\/(download|upload)\/([^/]+)$/.exec(pathname);
    if (files?.[1] === 'download') return logged(tenant, request, () => answerDownload(tenant, request, files[2] ?? ''));
    if (files?.[1] === 'upload') return logged(tenant, request, (bytes) => answerUpload(tenant, request, files[2] ?? '', bytes));
    if (pathname.startsWith('/teams/')) return answerConnector(tenant, request, await bytesOf(request));
    const botService = channelMetadata(tenant, pathname) ?? (await answerTokenService(tenant, request));
    if (botService) return botService;
    return (await settledIdentity(tenant, identity, request)) ?? unknown();
  };
};

/** The plain side: sign-in pages without a certificate warning, and what the rooms need. */
export const plainHandler = (tenant: Tenant): Handler => {
  const identity = issuerFor(tenant);
  const { roomsDir } = tenant.settings;
  const page = async (request: Request) =>
    roomsDir && request.method === 'GET' ? roomFile(roomsDir, new URL(request.url).pathname) : undefined;
  return async (request) =>
    (await answerWord(tenant, request)) ??
    (await answerAdmin(tenant, request)) ??
    (await answerRooms(tenant, request)) ??
    (await settledIdentity(tenant, identity, request)) ??
    (await page(request)) ??
    unknown();
};

const settledIdentity = async (tenant: Tenant, identity: (request: Request) => Promise<Response | undefined>, request: Request) => {
  const response = await identity(request);
  if (response) await tenant.store.settled();
  return response;
};

const unknown = () =>
  new Response('Nothing stands at this address of the local tenant.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

const bytesOf = async (request: Request) => new Uint8Array(await request.arrayBuffer());

const logged = async (tenant: Tenant, request: Request, answer: (bytes: Uint8Array) => Promise<Response>): Promise<Response> => {
  const bytes = await bytesOf(request);
  const response = await answer(bytes);
  if (!tenant.log.wanted) return response;
  const responseBytes = new Uint8Array(await response.clone().arrayBuffer());
  tenant.log.write({
    method: request.method,
    url: request.url,
    requestHeaders: request.headers,
    requestBytes: bytes,
    response,
    responseBytes,
  });
  return response;
};
