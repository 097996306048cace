import type { ShownProfile } from '#contract/classes.ts';
import { button, buttons, type Card, card, container, fitting, heading, link, moreInWaymark, plain, quiet, small, text } from './card.ts';

/** A one-page profile: what people like, what matters, how to help; the paper itself is taken from the pupil's page. */
export const profileCard = (profile: ShownProfile, openTab: string | null): Card =>
  fitting(
    profile.sections,
    (shown, left) =>
      card(`One-page profile of ${profile.caseRef ?? 'this pupil'}.`, [
        heading('One-page profile'),
        quiet(plain([profile.name, profile.below, profile.caseRef].filter(Boolean).join(' · '))),
        ...shown.map(({ heading: words, lines, none }) =>
          container([
            text(`**${plain(words)}**`),
            ...(lines.length ? lines.map((line) => text(plain(line), { spacing: 'none' })) : [small(none)]),
          ]),
        ),
        ...moreInWaymark(left),
        small(plain(profile.words)),
        buttons(button('Who to contact', { verb: 'contacts', pupil: profile.id }), link('Open in Waymark', openTab)),
      ]),
    6,
  );
