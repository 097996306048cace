import { extensionItem, extensionQuery, linkQuery, messageAction, sender } from '#contract/activities.ts';
import type { Actor } from '#domain/access/actor.ts';
import { keepFault, stranger } from './answering.ts';
import { askToKeep, type DialogAnswer, keepIt } from './keep-message.ts';
import { ADAPTIVE, type ExtensionAnswer, type Item, inBox, postPupil, searchPupils, unfurl } from './message-extension.ts';
import type { BotParts } from './parts.ts';
import { refusalOf } from './refusals.ts';

/** What a dialog is answered: a form to show in it, or a last sentence. */
type TaskAnswer = {
  readonly task:
    | { readonly type: 'message'; readonly value: string }
    | {
        readonly type: 'continue';
        readonly value: { readonly title: string; readonly width: 'medium'; readonly height: 'medium'; readonly card: Item };
      };
};

/** An invoke of the message extension, as far as it is looked at. */
type Invoked = { readonly name?: string | undefined; readonly value?: unknown };

/**
 * Answers what Teams asks of the message extension; null where it asks something else. Whoever Waymark does not know is told so where they
 * asked, and a pasted address stays an address. A refusal is answered in its own words, a fault with the reference under which it was logged.
 */
export const answerExtension = async (parts: BotParts, activity: Invoked): Promise<ExtensionAnswer | TaskAnswer | null> => {
  const ask = ASKS[activity.name ?? ''];
  if (!ask) return null;
  try {
    const read = sender.safeParse(activity);
    const actor = read.success ? await parts.actorFor({ ...read.data, door: 'bot' }) : null;
    if (!actor) return ask.said(stranger.speak);
    parts.holdToLimits(actor);
    return await ask.answer(parts, actor, activity.value);
  } catch (fault) {
    const refusal = refusalOf(fault);
    return ask.said(
      refusal?.message ?? `That did not work, and nothing was changed. Quote ${keepFault(parts, fault)} when you ask about it.`,
    );
  }
};

type Ask = {
  readonly answer: (parts: BotParts, actor: Actor, value: unknown) => Promise<ExtensionAnswer | TaskAnswer>;
  /** How a sentence is said here in the place of an answer. */
  readonly said: (sentence: string) => ExtensionAnswer | TaskAnswer;
};

const inDialog = (value: string): TaskAnswer => ({ task: { type: 'message', value } });
const nothing = (): ExtensionAnswer => ({});

const UNREADABLE = 'This message could not be read. Nothing was kept.';

const dialog =
  (work: (parts: BotParts, actor: Actor, ask: Parameters<typeof keepIt>[2]) => DialogAnswer | Promise<DialogAnswer>): Ask['answer'] =>
  async (parts, actor, value) => {
    const read = messageAction.safeParse(value);
    if (!read.success) return inDialog(UNREADABLE);
    const answer = await work(parts, actor, read.data);
    if ('sentence' in answer) return inDialog(answer.sentence);
    const shown = {
      title: 'Add as evidence',
      width: 'medium',
      height: 'medium',
      card: { contentType: ADAPTIVE, content: answer.form },
    } as const;
    return { task: { type: 'continue', value: shown } };
  };

const ASKS: Readonly<Record<string, Ask>> = {
  'composeExtension/query': {
    said: inBox,
    answer: async (parts, actor, value) => {
      const read = extensionQuery.safeParse(value);
      const words = read.success ? read.data.parameters.find(({ name }) => name === 'words')?.value : undefined;
      return searchPupils(parts, actor, typeof words === 'string' ? words : '');
    },
  },
  'composeExtension/selectItem': {
    said: inBox,
    answer: async (parts, actor, value) => {
      const read = extensionItem.safeParse(value);
      return read.success ? postPupil(parts, actor, read.data.pupil) : inBox('This choice is from an older list. Search again.');
    },
  },
  // a link that somebody pastes is theirs: where there is nothing to show, it stays as it is, without a word
  'composeExtension/queryLink': {
    said: nothing,
    answer: async (parts, actor, value) => {
      const read = linkQuery.safeParse(value);
      return read.success ? unfurl(parts, actor, read.data.url) : {};
    },
  },
  'composeExtension/fetchTask': { said: inDialog, answer: dialog(askToKeep) },
  'composeExtension/submitAction': { said: inDialog, answer: dialog(keepIt) },
};
