import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What stands before several processes: hands each request to the next of them, and to another where one breaks off in the middle. */
export type Balancer = {
  /** How often a request had to be asked again elsewhere. */
  readonly moved: number;
  close(): Promise<void>;
};

/** A request that broke off at the process on this port, with its body. */
export type BrokenOff = { readonly port: number; readonly url: string; readonly body: string };

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

const bytesOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

const AT_MOST = 200;

const askOne = (port: number, agent: Agent, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent, method, path: url, headers }, (reply) => {
      bytesOf(reply).then((bytes) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: bytes }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });

/** Listens on a port; `ports` answers where the living processes listen at this moment. `heard` is told of each request that broke off. */
export const aBalancer = async (
  port: number,
  ports: () => readonly number[],
  heard: (one: BrokenOff) => void = () => undefined,
): Promise<Balancer> => {
  const agent = new Agent();
  let [turn, moved] = [0, 0];
  const ask = async (incoming: IncomingMessage, body: Buffer): Promise<Reply> => {
    for (let tries = 0; tries < AT_MOST; tries += 1) {
      const living = ports();
      const to = living[turn++ % Math.max(1, living.length)];
      const reply = to === undefined ? undefined : await askOne(to, agent, incoming, body).catch(() => undefined);
      if (reply) return reply;
      if (to !== undefined) heard({ port: to, url: incoming.url ?? '', body: body.toString() });
      moved += 1;
      await wait(100);
    }
    return { status: 502, headers: {}, body: Buffer.alloc(0) };
  };
  const server = createServer(async (incoming, outgoing) => {
    const { status, headers, body } = await ask(incoming, await bytesOf(incoming));
    const { 'transfer-encoding': _, connection: __, ...kept } = headers;
    outgoing.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    get moved() {
      return moved;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
};
