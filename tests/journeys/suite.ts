import { spawn } from 'node:child_process';
import path from 'node:path';
import { browserConfig } from '#contract/people.ts';
import { aCheckout, type Checkout } from '#tests/builders/checkout.ts';
import { CannotBePlayed, mustBePlayable } from './found-suite.ts';

/** How a command of the administrator's command line ended. */
export type Commanded = { readonly code: number | null; readonly said: string; readonly complained: string };

/** A suite that a story is played in: one of its own, or one that somebody runs already. */
export type Suite = {
  /** `http://localhost:PORT/` of the service. */
  readonly address: string;
  /** `http://localhost:PORT` of the rooms. */
  readonly rooms: string;
  /** Everything this machine keeps for the suite, and where its Graph writes down each exchange; null for a suite that others run. */
  readonly own: { readonly data: string; readonly graphLog: string } | null;
  /** `npm run -s waymark -- …` in the suite's own folder. */
  waymark(...words: string[]): Promise<Commanded>;
  /** Stops and starts again at a later moment of the story. A suite that others run stays where it is. */
  moveOnTo(moment: string): Promise<void>;
  stop(): Promise<void>;
};

/** The morning on which every story of the made-up school is told: Monday 23 November 2026. */
export const STORY_BEGINS = '2026-11-23T08:40:00Z';

const roomsOf = async (address: string): Promise<string> => {
  const reply = await fetch(`${address}config.json`).catch(() => null);
  if (!reply?.ok) throw new CannotBePlayed(`Nothing answers at ${address}. Start Waymark first: npm start.`);
  const config = browserConfig.parse(await reply.json());
  if (!config.teamsRoom)
    throw new CannotBePlayed(`The suite at ${address} runs with a real tenant: a journey belongs to the made-up school.`);
  return new URL(config.teamsRoom).origin;
};

const command = (file: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Commanded> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    child.stderr.on('data', (text) => {
      complained += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said, complained }));
  });

/** What a checkout's processes are given: the environment without this run's own settings, and the checkout's ports. */
const environmentOf = (made: Checkout, settings: Record<string, string>): Record<string, string> => ({
  ...(Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(WAYMARK_|NODE_|DATABASE_)/.test(name))) as Record<
    string,
    string
  >),
  ...Object.fromEntries(Object.entries(made.ports).map(([name, port]) => [name, String(port)])),
  ...settings,
});

/** Starts the built suite with a fresh record, as a newcomer would, on the story's morning or at another moment. */
export const startSuite = async (at: string = STORY_BEGINS): Promise<Suite> => {
  const made = await aCheckout();
  const graphLog = path.join(made.folder, 'graph.jsonl');
  const settingsAt = (moment: string) => ({ WAYMARK_LOCAL_NOW: moment, WAYMARK_GRAPH_LOG: graphLog });
  let now = at;
  let start = made.start({ env: settingsAt(now) });
  const stop = async (): Promise<void> => {
    start.process.kill('SIGTERM');
    await start.ended();
  };
  try {
    const address = await start.ready();
    return {
      address,
      rooms: await roomsOf(address),
      own: { data: made.data, graphLog },
      waymark: (...words) => command(path.join(made.folder, 'server', 'waymark.mjs'), words, environmentOf(made, settingsAt(now))),
      moveOnTo: async (moment) => {
        await stop();
        now = moment;
        start = made.start({ env: settingsAt(now) });
        await start.ready();
      },
      stop: async () => {
        await stop();
        await made.remove();
      },
    };
  } catch (fault) {
    await made.remove();
    throw fault;
  }
};

/**
 * A suite that runs already, such as `npm start` in another window, on the story's morning and not yet played on. What it keeps and what
 * it writes down is not this run's to read.
 */
export const suiteAt = async (at: string): Promise<Suite> => {
  const address = new URL('/', at).href;
  const root = path.resolve(import.meta.dirname, '../..');
  const rooms = await roomsOf(address);
  await mustBePlayable(address, rooms, root);
  return {
    address,
    rooms,
    own: null,
    waymark: (...words) => command(path.join(root, 'server', 'waymark.mjs'), words, process.env),
    moveOnTo: async () => undefined,
    stop: async () => undefined,
  };
};
