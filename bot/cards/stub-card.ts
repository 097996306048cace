import { type Card, card, quiet } from './card.ts';

/** What stays of a card after its time: nothing of what it said. */
export const stubCard = (): Card =>
  card('This card has been taken back. What it said stands in Waymark.', [
    quiet('This card has been taken back. What it said stands in Waymark.'),
  ]);
