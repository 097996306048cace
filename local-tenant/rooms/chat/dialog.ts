import { type CardPress, drawCard } from './draw-card.ts';
import type { Theme } from './host-config.ts';
import type { BotAnswer } from './teams.ts';

/** What a bot says to a dialog: a card to show in it, or a last sentence. */
type Task = {
  readonly task?: {
    readonly type: string;
    readonly value?: string | { readonly title?: string; readonly card?: { readonly content: unknown } };
  };
};

/** Plays Teams' dialog over a message: shows what the bot answers, sends what is filled in, until the bot has nothing more to ask. */
export const openDialog = async (theme: Theme, ask: (data?: unknown) => Promise<BotAnswer>, follow: CardPress['follow']): Promise<void> => {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  const show = ({ bot }: BotAnswer): void => {
    const task = bot?.status === 200 ? (bot.body as Task | null)?.task : undefined;
    const title = document.createElement('h2');
    const inside = document.createElement('div');
    inside.setAttribute('role', 'status');
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.textContent = 'Close';
    shut.addEventListener('click', () => dialog.close());
    if (task?.type === 'continue' && typeof task.value === 'object') {
      title.textContent = task.value.title ?? 'Waymark';
      const press: CardPress['press'] = ({ data }) => void ask(data ?? {}).then(show, () => show({ bot: null }));
      inside.append(drawCard(task.value.card?.content, theme, { press, follow }));
    } else {
      title.textContent = 'Waymark';
      inside.textContent = typeof task?.value === 'string' ? task.value : 'Waymark did not answer.';
    }
    dialog.replaceChildren(title, inside, shut);
    inside.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };
  dialog.setAttribute('aria-label', 'Add as evidence');
  dialog.showModal();
  show(await ask());
};
