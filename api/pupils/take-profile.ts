import type { PaperFile, ShownProfile } from '#contract/classes.ts';
import type { Actor } from '#domain/access/actor.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { type OnePageProfile, onePageProfile } from '#domain/pupils/one-page-profile.ts';
import { type PaperSize, paperSizeOf } from '#domain/pupils/paper-size.ts';
import { yearWords } from '#domain/pupils/year-words.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { asPaper } from '../plans/document/paper.ts';
import { nationWhere } from '../register/known-records.ts';
import { profileDocument } from './profile-document.ts';
import { profilePdf } from './profile-pdf.ts';
import { profileOf, type StoredProfile } from './profile-records.ts';

type Laid = {
  readonly stored: StoredProfile;
  readonly profile: OnePageProfile;
  readonly paper: PaperSize;
  readonly below: string;
  readonly cut: string;
  readonly words: string;
};

/** The profile as it lies on its page, once the reader may have it. */
const laidOut = async (parts: Parts, actor: Actor, pupil: string, deed: string, wanted?: PaperSize): Promise<Laid> => {
  const today = parts.clock.today(actor.timeZone);
  const { organisation } = actor.scope;
  return parts.database.within(actor.scope, async (tx) => {
    await permit(tx, actor, 'take-profile', pupil, today);
    await note(tx, parts, actor, deed, pupil);
    const stored = await profileOf(tx, organisation, pupil, today);
    if (!stored) throw noSuchCase();
    const nation = await nationWhere(tx, organisation);
    const paper = wanted ?? paperSizeOf(nation);
    const profile = onePageProfile(stored, paper);
    const cut = cutWords(profile);
    const words = [cut, emptyWords(stored)].filter(Boolean).join(' ') || 'All of it is on the page.';
    return {
      stored,
      profile,
      paper,
      below: [stored.yearGroup === null ? '' : yearWords(stored.yearGroup, nation), stored.className].filter(Boolean).join(' · '),
      cut,
      words,
    };
  });
};

/** A pupil's one-page profile to read. */
export const openProfile =
  (parts: Parts): Casework['openProfile'] =>
  async (actor, { pupil }): Promise<ShownProfile> => {
    const { stored, profile, below, words } = await laidOut(parts, actor, pupil, 'open-profile');
    const sections = profile.sections.map((section) => ({ ...section, lines: [...section.lines] }));
    return { id: pupil, name: stored.name, caseRef: stored.caseRef, below, sections, words };
  };

/** Takes a pupil's one-page profile as Word or PDF. What found no room on the page is told on it and in the answer. */
export const takeProfile =
  (parts: Parts): Casework['takeProfile'] =>
  async (actor, { pupil, format, paper: wanted }): Promise<PaperFile> => {
    const today = parts.clock.today(actor.timeZone);
    const { stored, profile, paper, below, cut, words } = await laidOut(parts, actor, pupil, 'take-profile', wanted);
    const asked = stored.coordinator && `Questions: ${stored.coordinator}.`;
    const foot = [`From the record on ${dayWordsWithYear(today)}.`, asked, cut].filter(Boolean).join(' ');
    const content = await (format === 'docx' ? profileDocument : profilePdf)(
      profile,
      { name: stored.name, below, school: stored.school, foot },
      paper,
    );
    return asPaper(`${stored.caseRef ?? 'Pupil'} one-page profile ${today}`, format, content, words);
  };

const cutWords = ({ leftOut, shortened }: OnePageProfile): string =>
  [
    shortened > 0 ? `${countWords(shortened, 'line')} ${shortened === 1 ? 'is' : 'are'} shortened.` : '',
    leftOut > 0 ? `${countWords(leftOut, 'line')} found no room on one page: the record has ${leftOut === 1 ? 'it' : 'them'}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

const emptyWords = ({ liked, strengths, important, strategies, view }: StoredProfile): string => {
  const empty = [
    liked.length + strengths.length === 0 && 'what people like',
    important.length === 0 && !view?.trim() && 'what matters to the pupil',
    strategies.length === 0 && 'how to help',
  ].filter(Boolean);
  return empty.length === 0 ? '' : `Not in the record yet: ${empty.join(', ')}. Add it under Needs, strengths.`;
};
