/** The SEND library as the room sees it: as the person who sits at this Word, with their own rights and no others. */
export type LibraryFile = {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly changedAt: string;
  readonly changedBy: string | null;
};

/** A refusal of the library, in words; 412 where somebody saved in between. */
export class LibraryRefused extends Error {
  readonly status: number;
  constructor(words: string, status: number) {
    super(words);
    this.status = status;
  }
}

const sent = async (address: string, person: string, more: RequestInit = {}): Promise<Response> => {
  const reply = await fetch(address, { ...more, headers: { ...more.headers, 'x-person': person } });
  if (reply.ok) return reply;
  const words = (await reply.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new LibraryRefused(words?.error?.message ?? `The library answered ${reply.status}.`, reply.status);
};

/** Documents this person may open, newest first. */
export const documentsOf = async (person: string): Promise<LibraryFile[]> =>
  ((await (await sent('/rooms/documents', person)).json()) as { documents: LibraryFile[] }).documents;

type Read = { readonly bytes: Uint8Array; readonly eTag: string; readonly mayChange: boolean };

/** A document's bytes, the ETag they were read under, and whether this person may change it. */
export const readDocument = async (person: string, id: string): Promise<Read> => {
  const reply = await sent(`/rooms/documents/${encodeURIComponent(id)}`, person);
  return {
    bytes: new Uint8Array(await reply.arrayBuffer()),
    eTag: reply.headers.get('etag') ?? '',
    mayChange: reply.headers.get('x-access') === 'write',
  };
};

/** The ETag of a document as it stands now. */
export const newestTag = async (person: string, id: string): Promise<string> => (await readDocument(person, id)).eTag;

/** Saves a document over the version that was read; refused where someone saved in between. */
export const saveDocument = async (person: string, id: string, bytes: Uint8Array, eTag: string): Promise<string> => {
  const reply = await sent(`/rooms/documents/${encodeURIComponent(id)}`, person, {
    method: 'PUT',
    headers: { 'if-match': eTag, 'content-type': 'application/octet-stream' },
    body: bytes as BodyInit,
  });
  return reply.headers.get('etag') ?? '';
};
