import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { hostConfigOf, type Theme } from './host-config.ts';
import { htmlOf } from './markdown.ts';
import type { CardAction } from './teams.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text);
  result.didProcess = true;
};

/** What a card's buttons lead to: a deed of the bot, or an address. */
export type CardPress = { readonly press: (action: CardAction) => void; readonly follow: (address: string) => void };

/** Draws a card as Teams would; a press hands over the verb with the button's data and what was filled in. */
export const drawCard = (content: unknown, theme: Theme, { press, follow }: CardPress): HTMLElement => {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfigOf(theme));
  card.parse(content);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url) follow(action.url);
    if (action instanceof SubmitAction && !(action instanceof ExecuteAction)) press({ type: 'Action.Submit', data: action.data ?? {} });
    if (action instanceof ExecuteAction) press({ type: 'Action.Execute', verb: action.verb, data: action.data ?? {} });
  };
  const drawn = card.render() ?? document.createElement('div');
  drawn.classList.add('card');
  return drawn;
};
