import type { PupilPage } from '#contract/pupils.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  fitting,
  heading,
  link,
  moreInWaymark,
  plain,
  quiet,
  row,
  small,
  text,
} from './card.ts';

/** Who to contact about a pupil: a restriction comes first and is never softened; then family, then the team. */
export const contactsCard = (pupil: PupilPage, openTab: string | null): Card => {
  const restricted = pupil.contacts.filter((contact) => contact.restriction);
  const reachable = pupil.contacts.filter((contact) => !contact.restriction);
  const lines = [
    ...reachable.map((contact) => ({
      name: contact.name,
      words: [contact.relation, contact.responsibility ? 'parental responsibility' : '', contact.detail].filter(Boolean).join(' · '),
    })),
    ...pupil.team.map((member) => ({ name: member.name, words: member.words })),
  ];
  return fitting(
    lines,
    (shown, left) =>
      card(`Who to contact about ${pupil.caseRef ?? 'this pupil'}.`, [
        heading('Who to contact'),
        quiet(plain([pupil.name, pupil.className, pupil.caseRef].filter(Boolean).join(' · '))),
        ...restricted.map((contact) =>
          container([text(`**Do not contact ${plain(contact.name)}**`, { color: 'attention' }), small(plain(contact.restriction ?? ''))], {
            style: 'attention',
          }),
        ),
        ...shown.map((line) => row([text(`**${plain(line.name)}**`), small(plain(line.words))], [])),
        ...(lines.length === 0 ? [text('No contact is recorded.')] : []),
        ...moreInWaymark(left),
        buttons(
          pupil.can.includes('log') && button('Log', { verb: 'log', pupil: pupil.id }),
          pupil.can.includes('find-a-date') && button('Find a date', { verb: 'review', pupil: pupil.id }),
          link('Open in Waymark', openTab),
        ),
      ]),
    14,
  );
};
