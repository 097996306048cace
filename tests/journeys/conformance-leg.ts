import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { reference } from '#tests/reference-folder.ts';
import { exchangesIn } from './exchanges.ts';
import { hold, same } from './expect.ts';
import type { Story } from './story.ts';

const CHECKER = reference('graph-conformance.mjs');

/** Every exchange of this telling held against Graph's published description. */
export const conformanceLeg = async (story: Story): Promise<void> => {
  const { own } = story.suite;
  if (!own) return story.leaveOut('Graph’s description: what another suite writes down is not ours to read');
  if (!existsSync(CHECKER)) return story.leaveOut('Graph’s description: no reference folder beside the project');
  const count = exchangesIn(own.graphLog).length;
  await story.step(`all ${count} exchanges with Graph fit Microsoft’s published description`, async () => {
    const held = spawnSync(process.execPath, [CHECKER, own.graphLog], { encoding: 'utf8', cwd: process.cwd() });
    hold(held.status === 0, `${held.stdout.trim().slice(-2_000)}${held.stderr.trim().slice(-500)}`);
    same(/(\d+) violations/.exec(held.stdout)?.[1], '0', 'violations');
  });
};
