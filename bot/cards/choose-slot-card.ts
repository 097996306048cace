import type { Proposal } from '#contract/meetings.ts';
import { button, buttons, type Card, card, heading, link, plain, primary, row, small, text } from './card.ts';

/** Three dates that can work, each with its verdict; the first button is the best one. Only for the asker: it names the pupil. */
export const chooseSlotCard = (proposal: Proposal, dayWords: (day: string) => string, openTab: string | null, notice?: string): Card => {
  const by = proposal.invitationsBy ? ` Invitations must go by **${dayWords(proposal.invitationsBy)}**.` : '';
  const slots = proposal.slots.map((slot) => `${dayWords(slot.day)} ${slot.from}`).join(', ');
  return card(`${titleOf(proposal)}. ${slots ? `Dates that can work: ${slots}.` : 'No date works for all.'}`, [
    ...(notice ? [text(plain(notice), { color: 'warning', weight: 'bolder' })] : []),
    heading(plain(titleOf(proposal))),
    text(`${plain(proposal.window.words)}${/[.!?]$/.test(proposal.window.words) ? '' : '.'}${by}`, { isSubtle: true, spacing: 'none' }),
    ...proposal.slots.map((slot) =>
      row(
        [text(`**${dayWords(slot.day)}, ${slot.from}**`), small(plain(verdictOf(slot)))],
        [
          buttons(
            button(
              'Choose',
              { verb: 'choose-slot', meeting: proposal.meeting, version: proposal.version, slot: slot.id },
              slot.best ? primary : {},
            ),
          ),
        ],
      ),
    ),
    ...(proposal.slots.length === 0 ? [text('No date in the window works. Open Waymark to see who is missing on which day.')] : []),
    text(plain(proposal.notInvited), { isSubtle: true, size: 'small', spacing: 'medium' }),
    buttons(button('Who to contact', { verb: 'contacts', pupil: proposal.pupil.id }), link('Open in Waymark', openTab)),
  ]);
};

/** `One cannot: Joanna Tse, clinic.` and `All staff and agencies can. No lesson needs cover.` */
const verdictOf = ({ verdict, reason, urgency }: Proposal['slots'][number]): string => {
  if (!reason) return verdict;
  if (/[.:!?]$/.test(verdict)) return `${verdict} ${reason}`;
  return `${verdict}${urgency === 'near' || urgency === 'late' ? ':' : '.'} ${reason}`;
};

const PURPOSES: Record<Proposal['purpose'], string> = {
  'annual-review': 'Annual review',
  'support-review': 'Support review',
  'parent-meeting': 'Parent meeting',
};

/** `Annual review, Ayaan Malik`. */
const titleOf = ({ purpose, pupil }: Proposal): string => `${PURPOSES[purpose]}, ${pupil.name}`;
