import { type Agent, request } from 'node:http';

/** Posts JSON and answers how long it took, in milliseconds. Rejects where the answer is not 200. */
export const post = (agent: Agent, port: number, path: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const call = request(
      { agent, port, path, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (reply) => {
        reply.resume();
        reply.once('end', () =>
          reply.statusCode === 200 ? resolve(performance.now() - started) : reject(new Error(`answered ${reply.statusCode}`)),
        );
      },
    );
    call.once('error', reject);
    call.end(body);
  });
