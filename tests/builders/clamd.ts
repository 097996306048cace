import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A clamd that knows one harmful word and nothing else, on a port of its own: it takes streams as clamd's manual says, up to a limit. */
export type Clamd = {
  readonly address: { readonly host: string; readonly port: number };
  readonly looked: Buffer[];
  close(): Promise<void>;
};

/** What the one harmful file holds. */
export const HARMFUL = 'X5O!HARMFUL-TEST-FILE!';

const COMMAND = 'zINSTREAM\0';

/** The pieces of a stream once its empty piece has come; undefined before. */
const whole = (heard: Buffer): Buffer | undefined => {
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

export const aClamd = async (limit = 1_000_000): Promise<Clamd> => {
  const looked: Buffer[] = [];
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    let heard = Buffer.alloc(0);
    lines.add(line);
    line.on('error', () => undefined);
    line.on('data', (more) => {
      heard = Buffer.concat([heard, more]);
      if (heard.length >= COMMAND.length && !heard.toString('latin1').startsWith(COMMAND)) return void line.end('UNKNOWN COMMAND\0');
      if (heard.length > limit) return void line.end('INSTREAM size limit exceeded. ERROR\0');
      const stream = whole(heard);
      if (!stream) return;
      looked.push(stream);
      line.end(stream.includes(HARMFUL) ? 'stream: Harmful-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    looked,
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
};
