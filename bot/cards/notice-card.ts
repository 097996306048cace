import { buttons, type Card, type CardButton, card, heading, plain, text } from './card.ts';

/** A plain sentence with, at most, the next step. */
export const noticeCard = (title: string, words: string, ...actions: readonly (CardButton | null)[]): Card =>
  card(`${title}. ${words}`, [heading(plain(title)), text(plain(words)), buttons(...actions)]);

/** Something broke: what the person needs to know and what to quote. Nothing about the inside. */
export const faultCard = (reference: string): Card =>
  noticeCard('That did not work', `Nothing was changed that you would have to undo. Quote ${reference} when you ask about it.`);
