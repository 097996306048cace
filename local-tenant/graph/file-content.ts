/** Bytes of files: small ones in one request, reading by redirect, and conversion to PDF. */

import type { LibraryItem } from '../state/library.ts';
import type { GraphCall, GraphReply, GraphRoute } from './call.ts';
import { downloadUrlOf } from './downloads.ts';
import { authorOf, checkTags, driveAt, itemAt, type Place, placeAt, READ_FILES, WRITE_FILES } from './drive-access.ts';
import { answered, driveChanged, freeName } from './files.ts';
import { GraphError, invalidRequest, itemNotFound, nameTaken } from './graph-errors.ts';
import { convertToPdf } from './pdf.ts';

const SMALL = 4 * 1024 * 1024;
export type OnConflict = 'fail' | 'replace' | 'rename';

const putContent = async (call: GraphCall) => {
  if (call.bytes.byteLength > SMALL)
    throw new GraphError(413, 'invalidRequest', 'The request is too large for a single upload. Use an upload session.');
  const place = placeAt(call);
  checkTags(call, place.existing);
  const onConflict = conflictOf(call.query.get('@microsoft.graph.conflictBehavior') ?? 'replace');
  if (place.existing && onConflict === 'fail') throw nameTaken();
  const digest = await call.tenant.bytes.keep(call.bytes);
  const fresh = await stillThere(call, place);
  const stored = storeContent(call, fresh, { digest, size: call.bytes.byteLength }, onConflict);
  return answered(call, stored, fresh.existing && onConflict === 'replace' ? 200 : 201);
};

/** Somebody may have written while the bytes were being kept: the tags are held against what is there now. */
const stillThere = async (call: GraphCall, place: Place): Promise<Place> => {
  const now = driveAt(call).childNamed(place.parent.id, place.name);
  checkTags(call, now);
  return now ? { ...place, existing: now } : { parent: place.parent, name: place.name };
};

export const storeContent = (
  call: GraphCall,
  { parent, name, existing }: Place,
  content: { digest: string; size: number },
  onConflict: OnConflict,
): LibraryItem => {
  const shelf = driveAt(call);
  const by = authorOf(call);
  const stored =
    existing && onConflict === 'replace'
      ? shelf.change(existing, { by, content })
      : shelf.add({ name: existing ? freeName(call, parent, name) : name, parent: parent.id, by, content });
  driveChanged(call);
  return stored;
};

export const conflictOf = (text: string): OnConflict => {
  if (text === 'fail' || text === 'replace' || text === 'rename') return text;
  throw invalidRequest(`'${text}' is not a conflict behaviour.`);
};

const getContent = async (call: GraphCall): Promise<GraphReply> => {
  const item = itemAt(call, 'read');
  if (item.kind === 'folder') throw invalidRequest('The resource is a folder and has no content.');
  const format = call.query.get('format');
  if (format === null) return redirect(downloadUrlOf(call.tenant, item));
  if (format !== 'pdf') throw new GraphError(406, 'notSupported', `The conversion to '${format}' is not supported.`);
  const digest = await pdfOf(call, item);
  return redirect(downloadUrlOf(call.tenant, { digest, name: item.name.replace(/\.[^.]*$/, '.pdf') }));
};

/** A conversion is kept under the digest of what it was made from. */
const pdfOf = async ({ tenant }: GraphCall, item: LibraryItem) => {
  const known = tenant.store.table<string>('conversions');
  const source = item.digest ?? '';
  const kept = known.get(source);
  if (kept) return kept;
  const digest = await tenant.bytes.keep(await convertToPdf(await tenant.bytes.read(source), item.name));
  return known.put(source, digest);
};

const versionContent = (call: GraphCall) => {
  const item = itemAt(call, 'read');
  const version = driveAt(call)
    .versions(item.id)
    .find(({ label }) => label === call.params.version);
  if (!version) throw itemNotFound();
  return redirect(downloadUrlOf(call.tenant, { digest: version.digest, name: item.name }));
};

const redirect = (location: string): GraphReply => ({ status: 302, headers: { location } });

export const contentRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/drives/{drive}/at/{item}/content', needs: READ_FILES, handle: getContent },
  { method: 'PUT', path: '/drives/{drive}/at/{item}/content', needs: WRITE_FILES, handle: putContent },
  { method: 'GET', path: '/drives/{drive}/at/{item}/versions/{version}/content', needs: READ_FILES, handle: versionContent },
];
