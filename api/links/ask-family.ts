import type { FamilyAsked } from '#contract/visits.ts';
import { usualEnd } from '#domain/access/link.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { listed } from '#domain/meetings/slot-words.ts';
import { permit } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import { familyToWriteTo } from '../meetings/letter-records.ts';
import { meetingRow } from '../meetings/meeting-records.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { askContribution } from './contribution-records.ts';
import { familyOfMeeting } from './family-records.ts';
import { sendOut } from './send-link.ts';

/**
 * Offers the times of a proposal to the family: each of those who are asked and may be written to gets a link to choose one and to give a
 * view. Who has no e-mail address gets the link on paper, once somebody prints
 * its letter. Who must not be reached gets nothing, and is not counted among those asked.
 */
export const askFamily =
  (parts: Parts): Casework['askFamily'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<FamilyAsked> => {
      const { organisation } = actor.scope;
      const meeting = await meetingRow(tx, organisation, ask.meeting, true);
      if (!meeting) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'send-link', meeting.pupilId, today);
      if (meeting.state !== 'proposed' || !meeting.proposal) throw new Refusal('not-ready', 'This review has its time already.');
      if (meeting.version !== ask.version) throw new Refusal('changed-meanwhile', 'The dates have changed meanwhile. Look at them again.');
      const last = meeting.proposal.slots
        .map((slot) => slot.day)
        .sort()
        .at(-1);
      if (!last) throw new Refusal('not-ready', 'There is no time to offer. Look for other days first.');
      const family = await familyOfMeeting(tx, organisation, ask.meeting);
      const hasEmail = new Set((await familyToWriteTo(tx, organisation, ask.meeting)).filter(({ email }) => email).map(({ id }) => id));
      const [asked, onPaper] = [family.filter(({ id }) => hasEmail.has(id)), family.filter(({ id }) => !hasEmail.has(id))];
      const forWhat = purposeFacts(meeting.purpose).title;
      for (const { id, contact, nameWords } of family) {
        const view = {
          id: parts.ids.next(),
          pupil: meeting.pupilId,
          askedOf: nameWords,
          contact,
          person: null,
          kind: 'parent-view',
          forWhat,
          on: today,
          due: last,
          by: actor.person,
          at: parts.clock.now(),
        } as const;
        await askContribution(tx, organisation, view);
        await sendOut(tx, parts, actor, {
          id: parts.ids.next(),
          pupil: meeting.pupilId,
          contact,
          person: null,
          purpose: 'time',
          about: meeting.id,
          aboutWords: `Choose a time for ${purposeFacts(meeting.purpose).named}`,
          madeBy: actor.person,
          madeAt: parts.clock.now(),
          endsOn: usualEnd(today, last),
          way: hasEmail.has(id) ? 'email' : 'letter',
        });
      }
      const notAsked = onPaper.map(({ name }) => name);
      const at = localTimeOf(parts.clock.now(), actor.timeZone).time;
      return {
        asked: asked.map(({ name }) => name),
        notAsked,
        words: wordsOf(
          asked.map(({ name }) => name),
          notAsked,
          `${dayWords(today, today)} ${at}`,
        ),
      };
    });
  };

const wordsOf = (asked: readonly string[], notAsked: readonly string[], at: string): string => {
  const telephone =
    notAsked.length > 0
      ? ` ${listed(notAsked)} ${notAsked.length === 1 ? 'has' : 'have'} no e-mail address: telephone, or print the letter with the link from “Who may see this”.`
      : '';
  return asked.length > 0 ? `Asked ${at}: ${listed(asked)}.${telephone}` : `Nobody was asked.${telephone}`;
};
