import type { RecordsRequest } from '#contract/privacy.ts';
import type { Answers } from '../kit/answers.ts';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Fetches an archive piece by piece and hands it to the browser as one file. `each` hears how many pieces have come. */
export const fetchArchive = async (answers: Answers, request: RecordsRequest, each: (done: number, of: number) => void): Promise<void> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let piece = 0, of = 1; piece < of; piece += 1) {
    const got = await answers.change('recordsPiece', { path: { request: request.id, piece: String(piece) } });
    of = got.of;
    pieces.push(bytesOf(got.bytes));
    each(piece + 1, of);
  }
  const address = URL.createObjectURL(new Blob(pieces, { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = request.archive?.fileName ?? 'record.zip';
  link.click();
  // The browser takes the bytes on the click; a minute later nobody needs the address any more.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
