import { Refusal } from '#api/refusal.ts';
import { CHECKS, type Check, type CheckOptions, NotAsked, NotSo } from '../verification/checks.ts';
import type { Answer } from './answer.ts';
import { preflightAnswer } from './preflight.ts';
import type { Workbench } from './workbench.ts';

type Seen = { readonly check: string; readonly outcome: 'holds' | 'does-not-hold' | 'not-asked'; readonly words: string };

const WORDS: Readonly<Record<Seen['outcome'], string>> = { holds: 'holds', 'does-not-hold': 'DOES NOT HOLD', 'not-asked': 'not tried' };

const seen = async ({ id, run }: Check, bench: Workbench, options: CheckOptions): Promise<Seen> => {
  try {
    return { check: id, outcome: 'holds', words: await run(bench, options) };
  } catch (fault) {
    if (fault instanceof NotAsked) return { check: id, outcome: 'not-asked', words: fault.message };
    if (fault instanceof NotSo || fault instanceof Refusal) return { check: id, outcome: 'does-not-hold', words: fault.message };
    throw fault;
  }
};

/**
 * `verify-tenant`: the permissions, then one by one what only the tenant itself can prove. It books and takes out a meeting, files and deletes
 * a document, and sends one letter to the SEND mailbox itself. Exit 1 where something does not hold; what needs a person stands in
 * docs/unverified.md.
 */
export const verifyTenantCommand = async (bench: Workbench, options: CheckOptions): Promise<Answer> => {
  const permissions = preflightAnswer(await bench.deeds.preflight(bench.actor));
  const found: Seen[] = [];
  for (const check of CHECKS) found.push(await seen(check, bench, options));
  const lines = found.map(({ check, outcome, words }) => `${check}: ${WORDS[outcome]}. ${words}`);
  const failed = permissions.code === 1 || found.some(({ outcome }) => outcome === 'does-not-hold');
  return {
    code: failed ? 1 : 0,
    lines: [
      ...permissions.lines,
      ...lines,
      'What a person must look at in Teams, Word and Outlook stands in docs/unverified.md, row by row.',
    ],
    json: { permissions: permissions.json, checks: found },
  };
};
