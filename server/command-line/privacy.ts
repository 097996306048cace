import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { day } from '#contract/fields.ts';
import type { Erasure, RecordsRequest } from '#contract/privacy.ts';
import { Plain, WrongUse } from '../plain.ts';
import type { Answer } from './answer.ts';
import { pupilOf } from './draft.ts';
import type { Workbench } from './workbench.ts';

const A_LOOK = 500;
const LONGEST = 10 * 60_000;

const dayOf = (given: string, option: string) => {
  const read = day.safeParse(given);
  if (!read.success) throw new WrongUse(`${option} is not a day such as 2026-11-23.`);
  return read.data;
};

/** Looks until the queue of the running service has done its part. */
const settled = async (look: () => Promise<RecordsRequest>): Promise<RecordsRequest> => {
  for (let waited = 0; ; waited += A_LOOK) {
    const request = await look();
    if (request.state !== 'gathering' && request.state !== 'building') return request;
    if (waited >= LONGEST) throw new Plain(request.trouble ?? 'The queue has not come to it yet. Look again later.');
    await pause(A_LOOK);
  }
};

/** `privacy export CASE`: writes the request down and gathers; with everything decided in the tab, `--request ID --out FILE` builds and fetches. */
export const exportCommand = async (
  bench: Workbench,
  given: string | undefined,
  options: { askedBy?: string; received?: string; request?: string; out?: string },
): Promise<Answer> => {
  const { deeds, actor } = bench;
  if (!options.request) {
    if (!given || !options.askedBy || !options.received) throw new WrongUse('Give the case, --asked-by and --received, or --request.');
    const ask = {
      id: randomUUID(),
      askedBy: options.askedBy,
      askedAs: 'parent',
      contact: null,
      receivedOn: dayOf(options.received, '--received'),
    } as const;
    const made = await deeds.askForRecords(actor, { pupil: await pupilOf(bench, given), ...ask });
    const request = await settled(() => deeds.openRecordsRequest(actor, { request: made.id }));
    const lines = [`Request ${request.id}, due ${request.due}.`, `${request.undecided} to decide in the tab, under Settings, Privacy.`];
    return { code: 0, lines, json: request };
  }
  const { request: id, out } = options;
  const before = await deeds.openRecordsRequest(actor, { request: id });
  if (before.state === 'to-decide') await deeds.buildRecords(actor, { request: id });
  const request = await settled(() => deeds.openRecordsRequest(actor, { request: id }));
  if (!request.archive) return { code: 1, lines: [`${request.words}. ${request.undecided} to decide.`], json: request };
  const pieces: Buffer[] = [];
  for (let piece = 0; piece < request.archive.pieces; piece += 1)
    pieces.push(Buffer.from((await deeds.downloadRecords(actor, { request: id, piece })).bytes, 'base64'));
  const file = out ?? request.archive.fileName;
  await writeFile(file, Buffer.concat(pieces), { mode: 0o600 });
  return { code: 0, lines: [`Written: ${file}`], json: request };
};

/** `privacy retention`: records whose last day has come or comes within a year. */
export const retentionCommand = async ({ deeds, actor }: Workbench): Promise<Answer> => {
  const page = await deeds.openPrivacy(actor);
  const lines = page.due.map(({ caseRef, state, due, why }) => `${caseRef ?? 'no case'}  ${state}  ${due ?? ''}  ${why}`);
  return { code: 0, lines: [...lines, `${page.counted} records counted, ${page.dueCount} to decide.`], json: page };
};

const erasureLines = ({ id, words, cannotConfirm, steps }: Erasure): string[] => [
  `Erasure ${id}: ${words}.`,
  ...(cannotConfirm ? [cannotConfirm] : []),
  ...steps.map(({ words: copy, outcome, outcomeWords }) => `${outcome ?? 'to do'}  ${copy}${outcomeWords ? `  ${outcomeWords}` : ''}`),
];

/** `privacy erase`: lists every copy; `--ask GROUND --reason WORDS` asks; `--confirm ID` confirms; `--look ID` tells how far it is. */
export const eraseCommand = async (
  bench: Workbench,
  given: string | undefined,
  options: { ask?: string; reason?: string; told?: string; confirm?: string; look?: string },
): Promise<Answer> => {
  const { deeds, actor } = bench;
  const told = (erasure: Erasure): Answer => ({ code: 0, lines: erasureLines(erasure), json: erasure });
  if (options.confirm) return told(await deeds.confirmErasure(actor, { erasure: options.confirm }));
  if (options.look) return told(await deeds.openErasure(actor, { erasure: options.look }));
  if (!given) throw new WrongUse('Give the case, or --confirm or --look with the id of an erasure.');
  const pupil = await pupilOf(bench, given);
  const copies = await deeds.listCopies(actor, { pupil });
  if (!options.ask) {
    const lines = copies.copies.map(({ words, outcomeWords }) => (outcomeWords ? `${words}: ${outcomeWords}` : words));
    return { code: copies.cannot ? 1 : 0, lines: [...lines, ...(copies.cannot ? [copies.cannot] : [])], json: copies };
  }
  const ground = (['retention', 'asked', 'mistake'] as const).find((one) => one === options.ask);
  if (!ground || !options.reason) throw new WrongUse('--ask is retention, asked or mistake, and --reason says why.');
  const toldOn = options.told ? dayOf(options.told, '--told') : null;
  return told(
    await deeds.askErasure(actor, { pupil, id: randomUUID(), ground, reason: options.reason, keepRoll: copies.keepRoll.proposed, toldOn }),
  );
};

/** `privacy hold CASE --reason WORDS`: puts the record under a hold; with `--lift` lifts the one in force. */
export const holdCommand = async (bench: Workbench, given: string, options: { reason: string; lift?: boolean }): Promise<Answer> => {
  const { deeds, actor } = bench;
  const pupil = await pupilOf(bench, given);
  if (!options.lift) {
    const hold = await deeds.setHold(actor, { pupil, reason: options.reason });
    return { code: 0, lines: [`${given} is under a hold.`], json: hold };
  }
  const { hold } = await deeds.openPupilPrivacy(actor, { pupil });
  if (!hold) throw new Plain(`${given} is under no hold.`);
  const lifted = await deeds.liftHold(actor, { hold: hold.id, reason: options.reason });
  return { code: 0, lines: [`The hold on ${given} is lifted.`], json: lifted };
};
