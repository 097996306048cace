import { setTimeout as pause } from 'node:timers/promises';
import type { BotParts } from './parts.ts';

/** An activity as far as it can be told from every other. */
type Told = {
  readonly id?: string | undefined;
  readonly conversation?: { readonly id?: string | undefined } | undefined;
};

/** Another process answers this one just now; Teams sends it again. */
export class BeingAnswered extends Error {
  override readonly name = 'BeingAnswered';
}

const LOOK_AGAIN = 500;
/** Together ten seconds: Teams waits fifteen. */
const LOOKS = 20;

/**
 * Runs the work of a press once, however often it arrives: again from Teams because an answer was late, or from somebody who caught it.
 * Answers false where it was answered before. While another process has it in hand it is waited for; throws {@link BeingAnswered} where that
 * takes too long.
 */
export const once = async (
  { conversations, ids, log, settings }: Pick<BotParts, 'conversations' | 'ids' | 'log' | 'settings'>,
  told: Told,
  work: () => Promise<void>,
): Promise<boolean> => {
  const [activity, chat] = [told.id, told.conversation?.id?.split(';')[0]];
  // Microsoft's test client names some of its activities not at all; Teams names each.
  if (!activity || !chat) {
    if (settings.auth === 'on') return false;
    await work();
    return true;
  }
  const key = { chat: chat.slice(0, 500), activity: activity.slice(0, 500) };
  const by = ids.next();
  for (let looks = 0; ; looks += 1) {
    const state = await conversations.beginPress(settings.tenantId, { ...key, by });
    if (state === 'answered') {
      log.warn({ activity }, 'an activity came again and was not answered a second time');
      return false;
    }
    if (state === 'mine') break;
    if (looks === LOOKS) throw new BeingAnswered('this activity is being answered');
    await pause(LOOK_AGAIN);
  }
  await work();
  await conversations
    .settlePress(settings.tenantId, key.chat, key.activity)
    .catch((fault: unknown) => log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'the end of a turn was not noted'));
  return true;
};
