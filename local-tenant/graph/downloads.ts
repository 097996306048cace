/** Pre-authenticated addresses on another host than Graph: whoever holds one may fetch those bytes for an hour, and no token goes with it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LibraryItem } from '../state/library.ts';
import type { Tenant } from '../tenant.ts';
import { mimeTypeOf } from './drive-entities.ts';

type Ticket = { readonly digest: string; readonly name: string; readonly ends: number };
const HOUR = 3_600_000;

export const downloadUrlOf = (tenant: Tenant, { digest = '', name }: Pick<LibraryItem, 'digest' | 'name'>) => {
  const body = Buffer.from(JSON.stringify({ digest, name, ends: Date.now() + HOUR } satisfies Ticket)).toString('base64url');
  return `${tenant.addresses.filesOrigin}/download/${body}.${sealOf(tenant, body)}`;
};

const sealOf = ({ secret }: Tenant, body: string) => createHmac('sha256', secret).update(body).digest('base64url');

const opened = (tenant: Tenant, text: string): Ticket | undefined => {
  const [body = '', seal = ''] = text.split('.');
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(tenant, body))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const ticket: Ticket = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  return ticket.ends > Date.now() ? ticket : undefined;
};

/** Gives the bytes, whole or the asked-for range. A bearer token here is a mistake of the caller, and SharePoint refuses it. */
export const answerDownload = async (tenant: Tenant, request: Request, text: string): Promise<Response> => {
  if (request.headers.has('authorization'))
    return new Response('A pre-authenticated address takes no Authorization header.', { status: 401 });
  const ticket = opened(tenant, text);
  if (!ticket) return new Response('The address is not valid any more.', { status: 401 });
  const bytes = await tenant.bytes.read(ticket.digest);
  const headers = {
    'content-type': mimeTypeOf(ticket.name),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(ticket.name)}`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
  };
  const range = rangeOf(request.headers.get('range'), bytes.length);
  if (!range) return new Response(bytes, { headers });
  const part = bytes.subarray(range.from, range.to + 1);
  return new Response(part, { status: 206, headers: { ...headers, 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` } });
};

const rangeOf = (header: string | null, length: number) => {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!found) return undefined;
  const from = Number(found[1]);
  const to = Math.min(found[2] ? Number(found[2]) : length - 1, length - 1);
  return from <= to ? { from, to } : undefined;
};
