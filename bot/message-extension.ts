import type { Found } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { buttons, type Card, card, heading, link, plain, quiet } from './cards/card.ts';
import { initialsOf } from './cards/initials.ts';
import type { BotParts } from './parts.ts';

export type Item = { readonly contentType: string; readonly content: unknown };
/** What the compose box is answered. The preview is seen by the searcher alone, the content by everyone in the chat. */
export type ExtensionAnswer = {
  readonly composeExtension?: {
    readonly type: 'result' | 'message';
    readonly attachmentLayout?: 'list';
    readonly attachments?: readonly (Item & { readonly preview: Item })[];
    readonly text?: string;
  };
};

export const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
const PREVIEW = 'application/vnd.microsoft.card.thumbnail';

/** A sentence in the place of results. */
export const inBox = (text: string): ExtensionAnswer => ({ composeExtension: { type: 'message', text } });

/** Pupils that match, for the searcher to choose from. */
export const searchPupils = async (parts: BotParts, actor: Actor, words: string): Promise<ExtensionAnswer> => {
  if (words.trim() === '') return inBox('Type a name, a class or a case reference.');
  const { pupils } = await parts.casework.findPupil(actor, { words: words.trim().slice(0, 100) });
  if (pupils.length === 0) return inBox('No pupil of yours matches.');
  return result(
    pupils.slice(0, 10).map((pupil) => ({ pupil, tap: true })),
    parts,
  );
};

/** The card of the pupil that was chosen. */
export const postPupil = async (parts: BotParts, actor: Actor, pupil: string): Promise<ExtensionAnswer> => {
  const { id, name, caseRef, className, yearGroup, stage } = await parts.casework.openPupil(actor, { pupil });
  return result([{ pupil: { id, name, caseRef, className, yearGroup, stage }, tap: false }], parts);
};

/** A pasted address of the tab: a card with case and initials where the paster may see the pupil, nothing at all otherwise. */
export const unfurl = async (parts: BotParts, actor: Actor, url: string): Promise<ExtensionAnswer> => {
  const pupil = parts.pupilOfLink(url);
  return pupil ? postPupil(parts, actor, pupil) : {};
};

type Pupil = Found['pupils'][number];

const result = (found: readonly { readonly pupil: Pupil; readonly tap: boolean }[], parts: BotParts): ExtensionAnswer => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: found.map(({ pupil, tap }) => ({
      contentType: ADAPTIVE,
      content: caseCard(pupil, parts.tabLink({ pupil: pupil.id })),
      preview: {
        contentType: PREVIEW,
        content: {
          title: pupil.name,
          text: [pupil.className, pupil.caseRef].filter(Boolean).join(' · '),
          ...(tap ? { tap: { type: 'invoke', title: pupil.caseRef ?? 'Post', value: { pupil: pupil.id } } } : {}),
        },
      },
    })),
  },
});

/** What stands in the chat: the case and initials, and a way in for those who may. */
export const caseCard = (pupil: Pick<Pupil, 'name' | 'caseRef'>, url: string | null): Card => {
  const title = [pupil.caseRef, initialsOf(pupil.name)].filter(Boolean).join(', ');
  return card(title, [heading(plain(title)), quiet('Opens for those who work with this pupil.'), buttons(link('Open in Waymark', url))]);
};
