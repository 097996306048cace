/** Upload sessions: large files in ranges of 320 KiB multiples, each at a pre-authenticated address. */
import { randomBytes } from 'node:crypto';
import type { Tenant } from '../tenant.ts';
import type { Caller, GraphCall, GraphRoute } from './call.ts';
import { contextOf, jsonBody, ok } from './call.ts';
import { checkTags, driveAt, type Place, placeAt, WRITE_FILES } from './drive-access.ts';
import { conflictOf, type OnConflict, storeContent } from './file-content.ts';
import { answered, entityOf } from './files.ts';
import { errorBody, GraphError, invalidRequest, newRequestId } from './graph-errors.ts';

type SessionInput = { readonly item: { readonly '@microsoft.graph.conflictBehavior'?: string; readonly name?: string } };
type Piece = { readonly from: number; readonly digest: string; readonly size: number };
type Session = {
  readonly id: string;
  readonly place: { readonly parent: string; readonly name: string };
  readonly onConflict: OnConflict;
  readonly caller: { readonly clientId: string; readonly person: string | null };
  readonly pieces: readonly Piece[];
  readonly received: number;
  readonly ends: string;
};

const UNIT = 320 * 1024;
const MOST = 60 * 1024 * 1024;
const DAY = 86_400_000;

const sessionsOf = ({ store }: Tenant) => store.table<Session>('uploads');

const createSession = (call: GraphCall) => {
  const place = placeAt(call);
  checkTags(call, place.existing);
  const { item } = jsonBody<SessionInput>(call);
  const session: Session = {
    id: randomBytes(24).toString('base64url'),
    place: { parent: place.parent.id, name: place.name },
    onConflict: conflictOf(item?.['@microsoft.graph.conflictBehavior'] ?? 'fail'),
    caller: { clientId: call.caller.clientId, person: call.caller.person?.id ?? null },
    pieces: [],
    received: 0,
    ends: new Date(Date.now() + DAY).toISOString(),
  };
  if (place.existing && session.onConflict === 'fail')
    throw new GraphError(409, 'nameAlreadyExists', 'The specified item name already exists.');
  sessionsOf(call.tenant).put(session.id, session);
  return ok({
    '@odata.context': contextOf(call, 'microsoft.graph.uploadSession'),
    uploadUrl: `${call.tenant.addresses.filesOrigin}/upload/${session.id}`,
    expirationDateTime: session.ends,
    nextExpectedRanges: ['0-'],
  });
};

export const uploadRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/drives/{drive}/at/{item}/createUploadSession', needs: WRITE_FILES, handle: createSession },
];

/** Takes a range, tells what is still missing, or ends the session. */
export const answerUpload = async (tenant: Tenant, request: Request, id: string, bytes: Uint8Array): Promise<Response> => {
  try {
    const session = sessionsOf(tenant).get(id);
    if (!session || session.ends < new Date().toISOString()) throw new GraphError(404, 'itemNotFound', 'The upload session was not found.');
    if (request.headers.has('authorization'))
      throw new GraphError(401, 'unauthenticated', 'The upload address is pre-authenticated and takes no Authorization header.');
    if (request.method === 'GET') return progressOf(session, 200);
    if (request.method === 'DELETE') return await abandon(tenant, session);
    if (request.method !== 'PUT') throw new GraphError(405, 'invalidRequest', 'Only GET, PUT and DELETE are allowed here.');
    return await takePiece(tenant, session, request.headers.get('content-range'), bytes);
  } catch (fault) {
    if (!(fault instanceof GraphError)) throw fault;
    const ids = { request: newRequestId(), client: newRequestId() };
    return Response.json(errorBody(fault, ids, new Date()), { status: fault.status });
  }
};

const abandon = async (tenant: Tenant, session: Session) => {
  sessionsOf(tenant).remove(session.id);
  await tenant.store.settled();
  return new Response(null, { status: 204 });
};

const progressOf = (session: Session, status: number) =>
  Response.json({ expirationDateTime: session.ends, nextExpectedRanges: [`${session.received}-`] }, { status });

const takePiece = async (tenant: Tenant, session: Session, header: string | null, bytes: Uint8Array) => {
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header ?? '');
  if (!range) throw invalidRequest('The Content-Range header is missing or malformed.');
  const [from, to, total] = range.slice(1).map(Number) as [number, number, number];
  if (to - from + 1 !== bytes.byteLength) throw invalidRequest('The Content-Range header does not match the bytes that were sent.');
  if (bytes.byteLength > MOST) throw new GraphError(413, 'invalidRequest', 'The maximum bytes in a request is 60 MiB.');
  if (to < total - 1 && bytes.byteLength % UNIT !== 0)
    throw invalidRequest('The size of each part but the last must be a multiple of 320 KiB.');
  if (from !== session.received) throw new GraphError(416, 'invalidRange', `Fragment overlap or gap: expected ${session.received}-.`);
  const digest = await tenant.bytes.keep(bytes);
  const next: Session = { ...session, pieces: [...session.pieces, { from, digest, size: bytes.byteLength }], received: to + 1 };
  if (next.received < total) {
    sessionsOf(tenant).put(session.id, next);
    await tenant.store.settled();
    return progressOf(next, 202);
  }
  return finish(tenant, next, total);
};

const finish = async (tenant: Tenant, session: Session, total: number) => {
  const parts = await Promise.all(session.pieces.map(({ digest }) => tenant.bytes.read(digest)));
  const digest = await tenant.bytes.keep(Buffer.concat(parts));
  const call = callOf(tenant, session);
  const place = placeOf(call, session);
  const stored = storeContent(call, place, { digest, size: total }, session.onConflict);
  sessionsOf(tenant).remove(session.id);
  await tenant.store.settled();
  const status = place.existing ? 200 : 201;
  const reply = answered(call, stored, status);
  return Response.json(entityOf(call, stored), { status, headers: reply.headers });
};

/** The session speaks for whoever opened it. */
const callOf = (tenant: Tenant, session: Session): GraphCall => {
  const person = session.caller.person === null ? undefined : tenant.directory.account(session.caller.person);
  const caller: Caller = { clientId: session.caller.clientId, permissions: new Set(), ...(person ? { person } : {}) };
  const url = new URL(tenant.addresses.origin);
  return { tenant, caller, method: 'PUT', url, params: {}, query: url.searchParams, headers: new Headers(), bytes: new Uint8Array() };
};

const placeOf = (call: GraphCall, { place, onConflict }: Session): Place => {
  const shelf = driveAt(call);
  const parent = shelf.item(place.parent) ?? (place.parent === shelf.root.id ? shelf.root : undefined);
  if (!parent) throw new GraphError(409, 'nameAlreadyExists', 'The folder of the upload is gone.');
  const existing = shelf.childNamed(parent.id, place.name);
  if (existing && onConflict === 'fail') throw new GraphError(409, 'nameAlreadyExists', 'The specified item name already exists.');
  return existing ? { parent, name: place.name, existing } : { parent, name: place.name };
};
