import type { StrategyUsed } from '#contract/guidance.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { barriersOf } from '#domain/guidance/ideas.ts';
import { barrierWords, type LibraryEntry } from '#domain/guidance/strategy.ts';
import { inALine, isAlready } from '#domain/guidance/used.ts';
import { standingTo } from '../access/access-records.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { log } from '../pupils/log.ts';
import { recordEntry } from '../record/record-entry.ts';
import { guidanceOf, ideaFacts } from './guidance-records.ts';
import { libraryOf, noSuchGuidance } from './guidance-reply.ts';

type Ready = {
  readonly entry: LibraryEntry;
  readonly barrier: string;
  readonly keeps: boolean;
  readonly already: boolean;
  readonly name: string;
};

/**
 * Uses a strategy for a pupil. Whoever answers for the case puts it among the pupil's strategies (a modification among the modifications,
 * kept apart); a teacher says in the log that it is being tried, for the coordinator to take up. `request` makes a second press harmless.
 */
export const useStrategy = (parts: Parts): Casework['useStrategy'] => {
  const add = recordEntry(parts);
  const noteInLog = log(parts);
  return async (actor, ask): Promise<StrategyUsed> => {
    const { pupil, request } = ask;
    const today = parts.clock.today(actor.timeZone);
    const { entry, barrier, keeps, already, name } = await ready(parts, actor, ask);
    if (already) return { kept: 'already', words: `“${entry.title}” is among the strategies of ${name} already.` };
    const line = inALine(entry);
    if (!keeps) {
      const words = `Trying: ${line} For ${barrierWords(barrier).toLowerCase()}; out of the strategy library.`;
      await noteInLog(actor, { pupil, request, kind: 'note', on: today, words });
      return {
        kept: 'log',
        words: `“${entry.title}” stands in the log of ${name} as tried. The coordinator decides whether it joins the strategies.`,
      };
    }
    if (entry.sort === 'modification') {
      await add(actor, {
        pupil,
        kind: 'accommodation',
        id: request,
        values: { sort: 'modification', words: line, places: ['lessons'], barrier, from: today },
      });
      return { kept: 'modifications', words: `“${entry.title}” stands among the modifications of ${name}: it changes what is expected.` };
    }
    const values = { sort: 'strategy', words: line, barrier, saidBy: 'Strategy library', on: today };
    await add(actor, { pupil, kind: 'profile-line', id: request, values });
    return {
      kept: 'strategies',
      words: `“${entry.title}” is among the strategies of ${name}, and on the class sheet as far as there is room.`,
    };
  };
};

const ready = async (parts: Parts, actor: Actor, { pupil, strategy }: { pupil: string; strategy: string }): Promise<Ready> => {
  const today = parts.clock.today(actor.timeZone);
  return parts.database.within(actor.scope, async (tx) => {
    await permit(tx, actor, 'log', pupil, today);
    const { organisation } = actor.scope;
    const [standing, facts] = [await standingTo(tx, actor, pupil, today), await ideaFacts(tx, organisation, pupil, today)];
    if (!standing || !facts) throw noSuchCase();
    const entry = libraryOf(await guidanceOf(tx, organisation)).find(({ id }) => id === strategy);
    if (!entry) throw noSuchGuidance();
    const known = barriersOf(facts.named, facts.needCodes).find(({ barrier }) => entry.barriers.includes(barrier));
    return {
      entry,
      barrier: known?.barrier ?? entry.barriers[0] ?? 'other',
      keeps: mayDo('keep-record', standing.roles, standing.relations),
      already: isAlready(entry, facts.strategies),
      name: facts.name,
    };
  });
};
