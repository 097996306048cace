import { z } from 'zod';
import { linkState, opens } from '#domain/access/link.ts';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';
import { linkLetter, writingOf } from './letters.ts';
import { linkOf, markLinkSent, setDigest } from './link-records.ts';
import { digestOf, newSecret, tokenText } from './secrets.ts';

const payload = z.object({ organisation: z.guid(), link: z.guid() });

/**
 * Sends the letter with the link. The secret is made here, so that it lies neither in the record nor in the queue; if the job runs again,
 * a new secret takes the place of one that perhaps never arrived. Whoever must not be reached by now gets nothing.
 */
export const sendLinkTask: Task = (parts: Parts) => async (given) => {
  const { organisation, link: id } = payload.parse(given);
  const scope = { organisation, schools: [] };
  const secret = newSecret();
  const link = await parts.database.within(scope, async (tx) => {
    const found = await linkOf(tx, organisation, id, true);
    const state = found && linkState(found, parts.clock.today(found.zone));
    if (!found || !state || (state !== 'being-sent' && !opens(state)) || found.sentAt) return null;
    await setDigest(tx, organisation, id, digestOf(secret));
    return { ...found, writing: await writingOf(tx, organisation, found) };
  });
  if (!link?.email) return;
  const address = `${parts.origin ?? ''}/link/#${tokenText({ organisation, link: id, secret })}`;
  await parts.graph.mail.send({
    to: [{ name: link.name, email: link.email }],
    subject: subjectOf(link.school, link.caseRef),
    text: linkLetter(link, link.writing, address),
  });
  await parts.database.within(scope, (tx) => markLinkSent(tx, organisation, id, parts.clock.now()));
};

/** The case and the school, never a name. */
export const subjectOf = (school: string, caseRef: string | null): string => (caseRef ? `${school}, ${caseRef}` : school);
