import { buttons, type Card, card, type Execute, heading, quiet } from './card.ts';

/**
 * What a group sees of an answer meant for one person: that it was given. The asker's own client asks for the content by itself
 * (`refresh`, Action.Execute); a client that cannot shows the button.
 */
export const veilCard = (title: string, look: Execute, account: string): Card =>
  card(
    `${title}. Only the person who asked sees it.`,
    [heading(title), quiet('Only the person who asked sees it.'), buttons({ ...look, title: 'Show me' })],
    {
      action: look,
      userIds: [account],
    },
  );
