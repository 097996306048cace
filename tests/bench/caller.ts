/** Opens an address over and over as a browser would, so many people at once for so many seconds, in a process of its own; prints what it measured. */
import { Agent, get } from 'node:http';

const [address = '', authorization = '', people = '1', seconds = '5'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(people) });

const open = () =>
  new Promise<void>((resolve, reject) => {
    get(address, { agent, headers: { authorization, 'accept-encoding': 'gzip' } }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`The address answered ${reply.statusCode}.`));
      reply.on('end', resolve).resume();
    }).on('error', reject);
  });

const took: number[] = [];
const from = performance.now();
const until = from + Number(seconds) * 1000;
const person = async () => {
  while (performance.now() < until) {
    const begun = performance.now();
    await open();
    took.push(performance.now() - begun);
  }
};
await Promise.all(Array.from({ length: Number(people) }, person));
const perSecond = (took.length * 1000) / (performance.now() - from);
took.sort((a, b) => a - b);
console.log(JSON.stringify({ perSecond, median: took[Math.floor(took.length / 2)], calls: took.length }));
process.exit(0);
