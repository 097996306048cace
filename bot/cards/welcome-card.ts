import { button, buttons, type Card, card, heading, link, primary, quiet, text } from './card.ts';

/** The first card in a chat. In a group it says what will not be shown there. */
export const welcomeCard = (group: boolean, openTab: string | null): Card =>
  card('Waymark is here. Type help to see what you can ask.', [
    heading('Waymark is here'),
    quiet(
      group
        ? 'Pupils appear here by case and initials only. What you may see of a case is shown to you alone, in the same card.'
        : 'Your caseload, what is due, and meetings that book and record themselves.',
    ),
    text(
      group ? 'Mention me with **record** when the meeting starts.' : 'Type **my caseload**, **due**, or **review** and a pupil’s name.',
    ),
    buttons(
      button('Help', { verb: 'help' }, primary),
      !group && button('My caseload', { verb: 'caseload' }),
      link('Open in Waymark', group ? null : openTab),
    ),
  ]);
