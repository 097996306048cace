import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '#server/root.ts';
import { aCheckout, type Checkout } from '#tests/builders/checkout.ts';

/* docs/install.md is followed line by line, as somebody would who knows Entra and not Waymark, in a bare tenant and an empty record. */

const MINUTES = 240_000;
const guide = readFileSync(path.join(root, 'docs', 'install.md'), 'utf8');

/** The steps of the guide with the commands of their boxes. */
const steps = guide
  .split(/^## (?=\d+\. )/m)
  .slice(1)
  .map((text) => ({
    title: text.split('\n')[0] ?? '',
    boxes: [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, box]) => (box ?? '').trim()),
  }));

type Said = { readonly code: number | null; readonly text: string };

let made: Checkout;
let environment: Record<string, string>;
let suite: ChildProcess | undefined;

const ownPorts = (text: string): string =>
  text
    .replaceAll('localhost:3978', `localhost:${made.ports.PORT}`)
    .replaceAll('localhost:3979', `localhost:${made.ports.WAYMARK_TENANT_PORT}`)
    .replaceAll('localhost:3980', `localhost:${made.ports.WAYMARK_ROOMS_PORT}`);

/** A box as it stands, in one shell; what it exports holds for the next box too, as in one window. */
const shell = (box: string): Promise<Said> =>
  new Promise((resolve) => {
    const child = spawn('bash', ['-c', `${ownPorts(box)}\ncode=$?\nenv -0 > .environment\nexit $code`], {
      cwd: made.folder,
      env: environment,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (more) => {
        text += more;
      });
    child.once('close', (code) => {
      const kept = readFileSync(path.join(made.folder, '.environment'), 'utf8').split('\0').filter(Boolean);
      environment = Object.fromEntries(kept.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]));
      resolve({ code, text });
    });
  });

/** A box of the first window, whose last line stays at work; answers what it said once it is ready. */
const start = async (number: number, box: number): Promise<string> => {
  const lines = boxOf(number, box).split('\n');
  const last = lines.pop() ?? '';
  if (lines.length > 0) await shell(lines.join('\n'));
  return new Promise((resolve, reject) => {
    // in a group of its own, to which Ctrl-C goes as a whole
    const child = spawn('bash', ['-c', last], { cwd: made.folder, env: environment, detached: true });
    suite = child;
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (more) => {
        text += more;
        if (/ is ready: /.test(text)) resolve(text);
      });
    child.once('close', () => reject(new Error(text)));
  });
};

/** Ctrl-C in the first window. */
const stop = async (): Promise<void> => {
  const running = suite;
  if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return;
  const ended = new Promise((resolve) => running.once('close', resolve));
  process.kill(-running.pid, 'SIGINT');
  await ended;
};

const boxOf = (number: number, box: number): string => steps[number - 1]?.boxes[box] ?? 'false';
const play = async (number: number, box = 0): Promise<Said> => shell(boxOf(number, box));

beforeAll(async () => {
  made = await aCheckout();
  mkdirSync(path.join(made.folder, 'docs', 'samples'), { recursive: true });
  for (const one of ['docs/samples/register.csv', 'dist/.stamps'])
    cpSync(path.join(root, one), path.join(made.folder, one), { recursive: true });
  const inherited = Object.entries(process.env).filter(([name]) => !/^(WAYMARK_|NODE_|DATABASE_|npm_)/.test(name));
  environment = {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    ...Object.fromEntries(Object.entries(made.ports).map(([name, port]) => [name, String(port)])),
  };
}, MINUTES);

afterAll(async () => {
  await stop();
  await made?.remove();
}, MINUTES);

describe('docs/install.md', () => {
  it(
    'leads from nothing to the first caseload, through each refusal and its cure',
    async () => {
      expect(await start(1, 0)).toContain('The bare tenant is ready');
      expect(environment.WAYMARK_TENANT_BARE).toBe('1');

      expect(await play(3)).toMatchObject({ code: 0, text: expect.stringContaining('Nothing was sent') });
      const refused = await play(4, 0);
      expect(refused).toMatchObject({ code: 1, text: expect.stringMatching(/Find the SEND site: refused[\s\S]*Azure CLI hands none out/) });
      const registered = await play(4, 1);
      expect(registered).toMatchObject({ code: 0, text: expect.stringMatching(/^Registered as [0-9a-f-]{36}/m) });
      expect(registered.text).not.toContain('Done: Register Waymark.');
      expect((await play(5)).text.match(/InScope: True/g)).toHaveLength(2);
      expect((await play(6)).text).toContain('/api/messages');

      await play(7, 0);
      await stop();
      expect(await start(7, 1)).toContain('Waymark is ready');
      const begun = await play(8);
      expect(begun.text).toContain('Ruth Okafor is let in as coordinator.');
      expect(begun.text.match(/\(application\): works/g)).toHaveLength(6);
      expect(begun.text).not.toContain('MISSING');
      expect(begun.code).toBe(0);

      const brought = await play(9);
      expect(brought.text).toMatch(/pupils/);
      expect(brought.text).toContain('3 rows: 0 new, 3 changed');
      const caseload = readFileSync(path.join(made.folder, 'caseload.csv'), 'utf8');
      expect(caseload).toMatch(/Reid/);
      expect(caseload.trim().split('\n')).toHaveLength(4);

      const packed = await play(10);
      expect(packed.code).toBe(0);
      for (const file of ['waymark.zip', 'waymark-word.xml']) {
        expect(packed.text).toContain(file);
        expect(existsSync(path.join(made.folder, 'dist', 'manifest', file))).toBe(true);
      }
    },
    MINUTES,
  );

  it('has no box that is not typed here', () => {
    expect(steps.map(({ boxes }) => boxes.length)).toEqual([1, 0, 1, 2, 1, 1, 2, 1, 1, 1]);
  });

  it('numbers its steps, says what each shows and how it is taken back, and links pages that are there', () => {
    expect(steps.map(({ title }) => Number.parseInt(title, 10))).toEqual(steps.map((_, at) => at + 1));
    for (const { title } of steps.slice(1))
      expect(guide.split(`## ${title}`)[1]?.split('\n## ')[0]).toMatch(/\*Undo:?\*|takes an import back|`begin` is refused/);
  });
});
