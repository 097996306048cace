import { spawn } from 'node:child_process';
import path from 'node:path';
import { Plain } from '../plain.ts';
import { root } from '../root.ts';
import type { ExitCode } from './answer.ts';

/** Starts the suite quietly and answers how to stop it. Rejects with the sentence that the start ended with. */
const startForNow = (): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const suite = spawn(process.execPath, [path.join(root, 'server', 'start.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    suite.stderr.on('data', (text) => {
      said += text;
    });
    const ended = new Promise<void>((done) => suite.once('exit', () => done()));
    const stop = async (): Promise<void> => {
      suite.kill('SIGTERM');
      await ended;
    };
    suite.stdout.on('data', (text) => {
      if (String(text).includes('Waymark is ready')) resolve(stop);
    });
    ended.then(() => reject(new Plain(said.trim() || 'Waymark did not start.')));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => suite.kill('SIGTERM'));
  });

/** This same command in a process that trusts the local tenant's authority, which Node reads only when a process begins. */
const again = (folder: string): Promise<ExitCode> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: path.join(folder, 'tenant', 'ca.pem') };
    const command = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env });
    command.once('exit', (code) => resolve(code === 0 || code === 2 ? code : 1));
  });

/** Runs this command beside a suite that is started for it and stopped afterwards. Answers how the command ended. */
export const besideSuiteForNow = async (folder: string): Promise<ExitCode> => {
  console.error('Waymark is not running here: starting it for this command.');
  const stop = await startForNow();
  try {
    return await again(folder);
  } finally {
    await stop();
  }
};
