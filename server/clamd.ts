import { connect, type Socket } from 'node:net';
import type { Scan, Scanned } from '#api/scanning.ts';

/** Where clamd listens: the path of its socket, or a host and port, `clamd:3310`. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

const PATIENCE = 30_000;
/** clamd takes a stream in pieces, each led by its length. */
const PIECE = 65_536;

/** Reads an address as the settings write it; undefined where it is none. */
export const clamdAddress = (text: string): ClamdAddress | undefined => {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^(\[[0-9a-f:]+\]|[^\s:/]+):(\d{1,5})$/i.exec(text) ?? [];
  return host && port && Number(port) < 65_536 ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : undefined;
};

const lengthOf = (piece: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
};

/** clamd's session for one stream (its manual, INSTREAM): the command, pieces, an empty piece. */
const send = (socket: Socket, bytes: Uint8Array): void => {
  socket.write('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(lengthOf(new Uint8Array()));
};

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; everything else is no verdict. */
const verdictOf = (reply: string): Scanned => {
  const said = reply.replaceAll('\0', '').trim();
  if (said === 'stream: OK') return { clean: true };
  const [, found] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (found) return { clean: false, found };
  throw new Error(said === '' ? 'clamd closed without a word' : `clamd says: ${said.slice(0, 200)}`);
};

/** A scanner that asks a clamd of one's own. Nothing leaves for anywhere else. */
export const clamdAt =
  (address: ClamdAddress, patience = PATIENCE): Scan =>
  (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect(address);
      let reply = '';
      // Counted from the last sign of life in either direction.
      socket.setTimeout(patience, () => socket.destroy(new Error('clamd says nothing')));
      socket.once('connect', () => send(socket, bytes));
      socket.on('data', (said) => {
        reply += said.toString('latin1');
      });
      socket.once('error', (fault) => {
        // clamd hangs up in the middle of a stream that is longer than it takes, after it has said so.
        if (reply === '') reject(fault);
      });
      socket.once('close', () => {
        try {
          resolve(verdictOf(reply));
        } catch (fault) {
          reject(fault as Error);
        }
      });
    });
