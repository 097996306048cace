import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Plain } from '../plain.ts';
import { type Asked, filled, type Made } from '../registration/asked.ts';
import { type Files, filesFor, namedFiles, settingsOf } from '../registration/files.ts';
import { type AdminRequest, requestsFor } from '../registration/requests.ts';
import { type Carrier, carryOut, type Desk, send } from '../registration/send.ts';
import type { Answer } from './answer.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

const origin = z
  .url({ protocol: /^https?$/, error: '--origin is not an address such as https://waymark.example.org' })
  .transform((address) => address.replace(/\/+$/, ''))
  .refine((address) => URL.canParse(address) && new URL(address).origin === address, '--origin is an address without a path')
  .refine(
    (address) => address.startsWith('https://') || (URL.canParse(address) && LOOPBACK.has(new URL(address).hostname)),
    '--origin must be https: Teams and Word open nothing else',
  );

const asked = z.object({
  origin,
  tenantId: z.guid({ error: '--tenant is not the id of an Entra tenant' }),
  mailbox: z.email({ error: '--mailbox is not the address of the shared SEND mailbox' }),
  site: z
    .url({ protocol: /^https$/, error: '--site is not an address such as https://school.sharepoint.com/sites/SEND' })
    .refine(
      (address) => URL.canParse(address) && new URL(address).pathname.length > 1,
      '--site names no site: it ends as in /sites/SEND, for the root site holds more than casework',
    ),
});

const checked = (given: unknown): Asked => {
  const read = asked.safeParse(given);
  if (!read.success) throw new Plain(`${read.error.issues.map(({ message }) => message).join('; ')}.`);
  return read.data;
};

const write = async (folder: string, files: Files): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
};

const exists = async (file: string): Promise<boolean> => (await stat(file).catch(() => null)) !== null;

type RegisterOptions = { origin: string; tenant: string; mailbox: string; site: string; out: string };

/** `register`: writes the files of a registration to read. Nothing is sent anywhere. */
export const registerCommand = async (options: RegisterOptions): Promise<Answer> => {
  const given = checked({ origin: options.origin, tenantId: options.tenant, mailbox: options.mailbox, site: options.site });
  if (await exists(path.join(options.out, 'made.json')))
    throw new Plain(`${options.out} belongs to a registration that was begun. Choose another folder with --out, or undo that one first.`);
  const files = filesFor(given);
  await write(options.out, files);
  return {
    code: 0,
    lines: [`${Object.keys(files).length} files in ${options.out}. Nothing was sent: read them, then follow docs/install.md.`],
    json: { folder: options.out, files: Object.keys(files) },
  };
};

const deskOf = (options: { graph: string }, carrier: Carrier): Desk => {
  const token = process.env.GRAPH_TOKEN?.trim();
  if (!token)
    throw new Plain(
      'GRAPH_TOKEN is missing: the Graph token of an administrator. docs/install.md, step 4, says how to take one; entra.ps1 does without.',
    );
  return { graph: options.graph.replace(/\/+$/, ''), token, carrier };
};

const read = async <T>(folder: string, name: string, otherwise: T): Promise<T> => {
  const text = await readFile(path.join(folder, name), 'utf8').catch(() => null);
  return text === null ? otherwise : (JSON.parse(text) as T);
};

const askedIn = async (folder: string): Promise<Asked> => {
  const found = await read<unknown>(folder, 'asked.json', null);
  if (found === null) throw new Plain(`${folder} holds no registration. Write one first: npm run -s waymark -- register --help.`);
  return checked(found);
};

const isDone = ({ keep }: AdminRequest, made: Made): boolean => keep !== undefined && Object.keys(keep).every((name) => name in made);

/** A secret is never kept beside the ids; that it was made is. */
const withoutSecret = (kept: Record<string, string>, secret: boolean): Record<string, string> =>
  secret ? { ...kept, clientSecret: 'in waymark.env' } : kept;

/**
 * `register apply`: sends the requests one after another and keeps, after each, what came back. Run again after a refusal it goes on
 * where it stopped. Exit 1 at the first refusal, with Microsoft's words and the cure.
 */
export const applyCommand = async (folder: string, options: { graph: string }, carrier: Carrier = fetch): Promise<Answer> => {
  const given = await askedIn(folder);
  const desk = deskOf(options, carrier);
  let made: Made = await read<Made>(folder, 'made.json', {});
  const lines: string[] = [];
  for (const request of requestsFor(given)) {
    if (isDone(request, made)) continue;
    const kept = await carryOut(desk, request, made).catch((fault: Error) => {
      if (!(fault instanceof Plain)) throw fault;
      throw new Plain([...lines, fault.message].join('\n'));
    });
    if (request.secret) {
      const file = path.join(folder, 'waymark.env');
      await writeFile(file, settingsOf(given, made, kept.clientSecret ?? ''), { mode: 0o600 });
    }
    made = { ...made, ...withoutSecret(kept, request.secret ?? false) };
    await write(folder, { 'made.json': `${JSON.stringify(made, null, 2)}\n`, ...namedFiles(given, made) });
    lines.push(`Done: ${request.does}.`);
  }
  const env = path.join(folder, 'waymark.env');
  return {
    code: 0,
    lines: [...lines, `Registered as ${made.clientId}. The settings are in ${env}; exchange.ps1 and bot.json now name the ids.`],
    json: { made, settings: env },
  };
};

/** `register undo`: takes back what `apply` did, the last first. What is gone already counts as taken back. */
export const undoCommand = async (folder: string, options: { graph: string }, carrier: Carrier = fetch): Promise<Answer> => {
  const given = await askedIn(folder);
  const desk = deskOf(options, carrier);
  const made = await read<Made>(folder, 'made.json', {});
  const lines: string[] = [];
  for (const { does, undo } of [...requestsFor(given)].reverse()) {
    const address = undo && filled(undo, made);
    if (!address || address.includes('{{')) continue;
    const { status } = await send(desk, 'DELETE', address);
    if (status >= 400 && status !== 404)
      throw new Plain([...lines, `${does}: could not be taken back (${status}). Run the same command again.`].join('\n'));
    lines.push(`Taken back: ${does}.`);
  }
  await rm(path.join(folder, 'made.json'), { force: true });
  await write(folder, namedFiles(given, {}));
  return {
    code: 0,
    lines: lines.length > 0 ? lines : ['Nothing of this registration was done, so nothing is taken back.'],
    json: { undone: lines.length },
  };
};
