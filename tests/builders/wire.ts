import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';

/**
 * A stretch of wire to a database that a test can spoil: cut it with everything on it (the server restarts), let it fall silent (the host is
 * gone and nobody says so), and lead it to another host, as a name does after a failover.
 */
export type Wire = {
  /** The address with this wire in place of the direct way. */
  readonly url: string;
  /** Ends every connection and takes no new one until mended. */
  cut(): void;
  /** What runs over the wire now hears nothing any more; new connections go to where the wire leads. */
  silence(): void;
  /** Leads new connections to this host from now on. */
  lead(url: string): void;
  mend(): void;
  close(): Promise<void>;
};

type Line = { readonly near: Socket; readonly far: Socket };

const hostOf = (url: string): { host: string; port: number } => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 5432) };
};

export const aWire = async (to: string): Promise<Wire> => {
  let target = hostOf(to);
  let broken = false;
  const lines = new Set<Line>();
  const drop = ({ near, far }: Line): void => {
    near.destroy();
    far.destroy();
  };
  const server = createServer((near) => {
    if (broken) return void near.destroy();
    const far = dial(target);
    const line = { near, far };
    lines.add(line);
    for (const end of [near, far]) {
      end.on('error', () => drop(line));
      end.on('close', () => {
        lines.delete(line);
        drop(line);
      });
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href,
    cut: () => {
      broken = true;
      for (const line of lines) drop(line);
    },
    silence: () => {
      for (const { near, far } of lines) {
        near.unpipe(far);
        far.unpipe(near);
        far.pause();
        near.resume();
      }
    },
    lead: (url) => {
      target = hostOf(url);
    },
    mend: () => {
      broken = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) drop(line);
        server.close(() => resolve());
      }),
  };
};
