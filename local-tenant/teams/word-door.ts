/**
 * Addresses of the room that plays Word, on the plain listener. Word is Microsoft's own application: it reaches the library as the
 * person who sits at it, with all that person's rights and no others, so a teacher finds here only what was granted to them.
 */
import { itemAddress } from '../graph/addresses.ts';
import type { GraphCall } from '../graph/call.ts';
import { authorOf, checkTags, itemAt, shelfOf } from '../graph/drive-access.ts';
import { driveIdOf, eTagOf } from '../graph/drive-entities.ts';
import { driveChanged } from '../graph/files.ts';
import { GraphError } from '../graph/graph-errors.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';

const WORD = 'd3590ed6-52b3-4102-aeff-aad2292ab01c';
const DOCX = /\.docx$/i;

/** A Graph call as Word makes it for this person; an unknown person opens nothing. */
const callOf = (tenant: Tenant, person: Account, item: string, request: Request, bytes: Uint8Array): GraphCall => ({
  tenant,
  caller: { clientId: WORD, person, permissions: new Set(['Files.ReadWrite.All']) },
  method: request.method,
  url: new URL(request.url),
  params: { drive: driveIdOf(tenant), item: itemAddress(item) },
  query: new URLSearchParams(),
  headers: request.headers,
  bytes,
});

const may = (call: GraphCall, access: 'read' | 'write'): boolean => {
  try {
    return itemAt(call, access).kind !== 'folder';
  } catch (fault) {
    if (fault instanceof GraphError) return false;
    throw fault;
  }
};

const documents = (tenant: Tenant, person: Account, request: Request): Response => {
  const shelf = shelfOf(tenant);
  const open = shelf.items
    .all()
    .filter((item) => !item.deleted && DOCX.test(item.name) && may(callOf(tenant, person, item.id, request, new Uint8Array()), 'read'))
    .sort((a, b) => b.modified.localeCompare(a.modified));
  return Response.json({
    documents: open.map((item) => ({
      id: item.id,
      name: item.name,
      folder: item.parent === null ? '' : (shelf.item(item.parent)?.name ?? ''),
      changedAt: item.modified,
      changedBy: item.modifiedBy.name,
    })),
  });
};

const read = async (call: GraphCall): Promise<Response> => {
  const item = itemAt(call, 'read');
  const bytes = await call.tenant.bytes.read(item.digest ?? '');
  const access = may(call, 'write') ? 'write' : 'read';
  return new Response(new Uint8Array(bytes), {
    headers: { etag: eTagOf(item), 'x-access': access, 'content-type': 'application/octet-stream' },
  });
};

const save = async (call: GraphCall): Promise<Response> => {
  const item = itemAt(call, 'write');
  checkTags(call, item);
  const digest = await call.tenant.bytes.keep(call.bytes);
  const stored = shelfOf(call.tenant).change(item, { by: authorOf(call), content: { digest, size: call.bytes.byteLength } });
  driveChanged(call);
  return new Response(null, { status: 204, headers: { etag: eTagOf(stored) } });
};

const config = (tenant: Tenant): Response => {
  const bot = tenant.controls.now().botEndpoint;
  return Response.json({
    waymark: bot ? new URL(bot).origin : tenant.addresses.plainOrigin,
    tenant: tenant.addresses.origin,
    people: tenant.directory
      .people()
      .filter(({ kind }) => kind === 'staff')
      .map(({ id, key, displayName, jobTitle, principalName }) => ({ id, key, name: displayName, jobTitle, upn: principalName })),
  });
};

const refused = (fault: unknown): Response => {
  if (!(fault instanceof GraphError)) throw fault;
  const words: Record<number, string> = {
    403: 'You may read this document but not change it.',
    404: 'There is no such document, or it is not open to you.',
    412: 'Somebody saved this document in the meantime. Open it again to see both.',
  };
  return Response.json({ error: { message: words[fault.status] ?? fault.message } }, { status: fault.status });
};

const item = async (tenant: Tenant, person: Account, id: string, request: Request): Promise<Response> => {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const call = callOf(tenant, person, id, request, bytes);
  return request.method === 'PUT' ? save(call) : read(call);
};

/** Answers the Word room; undefined for addresses that are not its. */
export const answerWord = async (tenant: Tenant, request: Request): Promise<Response | undefined> => {
  const { pathname } = new URL(request.url);
  if (pathname === '/rooms/config') return config(tenant);
  const found = /^\/rooms\/documents(?:\/([^/]+))?$/.exec(pathname);
  if (!found || !['GET', 'PUT'].includes(request.method)) return undefined;
  const key = request.headers.get('x-person') ?? '';
  const person = tenant.directory.people().find((one) => one.key === key);
  if (!person) return Response.json({ error: { message: 'There is no such person here.' } }, { status: 404 });
  try {
    const reply = found[1] ? await item(tenant, person, decodeURIComponent(found[1]), request) : documents(tenant, person, request);
    await tenant.store.settled();
    return reply;
  } catch (fault) {
    return refused(fault);
  }
};
