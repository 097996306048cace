import type { Ideas } from '#contract/guidance.ts';
import { barriersOf, ideasFor } from '#domain/guidance/ideas.ts';
import { barrierWords, EVIDENCE_WORDS, sortWords } from '#domain/guidance/strategy.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { nationWhere } from '../register/known-records.ts';
import { guidanceOf, ideaFacts } from './guidance-records.ts';
import { libraryOf } from './guidance-reply.ts';

/** At most three strategies for what was asked, each tied to a barrier of the pupil (duty 4: advice usable tomorrow, its barrier named). */
export const openIdeas =
  (parts: Parts): Casework['openIdeas'] =>
  async (actor, { pupil, words }): Promise<Ideas> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'open-pupil', pupil, today);
      const { organisation } = actor.scope;
      const facts = await ideaFacts(tx, organisation, pupil, today);
      if (!facts) throw noSuchCase();
      const nation = await nationWhere(tx, organisation);
      const barriers = barriersOf(facts.named, facts.needCodes);
      const found = ideasFor(libraryOf(await guidanceOf(tx, organisation)), { barriers, already: facts.strategies, words });
      await note(tx, parts, actor, 'open-ideas', pupil, { ideas: found.map(({ entry }) => entry.id) });
      return {
        pupil: { id: pupil, name: facts.name, caseRef: facts.caseRef },
        sentence: sentenceFor(
          barriers.map(({ barrier }) => barrierWords(barrier).toLowerCase()),
          words,
          found.map(({ barrier }) => barrierWords(barrier).toLowerCase()),
        ),
        ideas: found.map(({ entry, barrier, why }) => ({
          strategy: { ...entry },
          barrierWords: barrierWords(barrier),
          why,
          sortWords: sortWords(entry.sort, nation),
          evidenceWords: EVIDENCE_WORDS[entry.evidence],
        })),
      };
    });
  };

/** What is on record; and where nothing in the library is for the barrier that was asked about, that the ideas are for others. */
const sentenceFor = (barriers: readonly string[], words: string, found: readonly string[]): string => {
  const asked = words.trim();
  if (found.length === 0)
    return asked === ''
      ? 'No need or barrier is on record. Say what it is for: writing, reading, tests.'
      : `Nothing in the library is for “${asked}”. Try one word: writing, reading, tests.`;
  if (barriers.length === 0) return 'No barrier is on record; these fit what was asked.';
  const subject = barriers.find((barrier) => barrier === asked.toLowerCase());
  const missing =
    subject && !found.includes(subject) ? ` Nothing more in the library is for ${subject}; these are for what else is on record.` : '';
  return `On record: ${barriers.join(', ')}.${missing}`;
};
