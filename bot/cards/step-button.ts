import type { DueRow } from '#contract/caseload.ts';
import type { TabPage } from '../turn.ts';
import { button, type CardButton, link } from './card.ts';

/** Where the tab's pages are; null where there is no tab to open. */
export type TabLink = (page: TabPage) => string | null;

/** The one step of a date, called as the tab calls it: a button where the bot can take it, else a link to the place where it is taken. */
export const stepButton = (
  { step, pupil }: { readonly step: DueRow['step']; readonly pupil: { readonly id: string } | null },
  tabLink: TabLink,
): CardButton | null => {
  const { deed, words, target } = step;
  if (deed === 'mark-done') return button(words, { verb: 'done', action: target });
  if (deed === 'promise-kept') return button(words, { verb: 'promise-kept', entry: target });
  if (deed === 'chase-request') return button(words, { verb: 'chase-request', request: target });
  if (deed === 'open-meeting') return link(words, tabLink({ meeting: target }));
  if (!pupil) return null;
  if (deed === 'find-a-date') return button(words, { verb: 'review', pupil: pupil.id });
  if (deed === 'log-a-call') return button(words, { verb: 'log', pupil: pupil.id });
  // the tab explains a date over the page it stands on; from here the way is the pupil's page
  return link(deed === 'explain' ? 'Open' : words, tabLink({ pupil: pupil.id }));
};
