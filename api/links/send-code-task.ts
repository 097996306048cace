import { z } from 'zod';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';
import { codeOf, setCodeDigest } from './code-records.ts';
import { codeLetter, codeSubject, writingOf } from './letters.ts';
import { linkOf } from './link-records.ts';
import { codeDigest, newCode, newSalt } from './secrets.ts';

const payload = z.object({ organisation: z.guid(), code: z.guid() });

/** Sends a code. It is made here, so that it lies neither in the record nor in the queue; a job that runs again sends another one. */
export const sendCodeTask: Task = (parts: Parts) => async (given) => {
  const { organisation, code: id } = payload.parse(given);
  const scope = { organisation, schools: [] };
  const [code, salt] = [newCode(), newSalt()];
  const digest = await codeDigest(code, salt);
  const link = await parts.database.within(scope, async (tx) => {
    const asked = await codeOf(tx, organisation, id);
    if (!asked || asked.endsAt <= parts.clock.now()) return null;
    await setCodeDigest(tx, organisation, id, salt, digest);
    const found = await linkOf(tx, organisation, asked.link);
    return found && { ...found, writing: await writingOf(tx, organisation, found) };
  });
  if (!link?.email || link.blocked || link.withdrawnAt) return;
  await parts.graph.mail.send({
    to: [{ name: link.name, email: link.email }],
    subject: codeSubject(link.writing),
    text: codeLetter(link.writing, code),
  });
};
