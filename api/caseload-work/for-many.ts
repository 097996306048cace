import type { DoneForMany } from '#contract/caseload-work.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { PupilDeed } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { permitEach } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import { holdPupils, type OneOfMany } from './many-records.ts';

/** What is to become of one pupil: it is so already, it cannot be (and why), or it is to be done. */
export type Verdict = 'already' | 'do' | { readonly why: string };

/** Work on several pupils at once: each is judged alone, so that what fails for three is done for the rest. */
type Work = {
  readonly deed: PupilDeed;
  readonly pupils: readonly string[];
  readonly today: Day;
  judge(pupil: OneOfMany): Verdict;
  write(pupils: readonly string[]): Promise<void>;
};

/** Does the work where it can be done, and answers what became of each pupil, named only to who may know of them. */
export const forMany = async (tx: Transaction, actor: Actor, work: Work): Promise<DoneForMany> => {
  const asked = [...new Set(work.pupils)];
  const refused = await permitEach(tx, actor, work.deed, asked, work.today);
  const held = await holdPupils(
    tx,
    actor.scope.organisation,
    asked.filter((pupil) => !refused.has(pupil)),
  );
  const judged = held.map((pupil) => ({ pupil, verdict: verdictOn(pupil, work) }));
  const are = (wanted: Verdict): string[] => judged.filter(({ verdict }) => verdict === wanted).map(({ pupil }) => pupil.id);
  const [done, already] = [are('do'), are('already')];
  if (done.length > 0) await work.write(done);
  const not = [
    ...judged.flatMap(({ pupil, verdict }) =>
      typeof verdict === 'object' ? [{ pupil: pupil.id, name: pupil.name, why: verdict.why }] : [],
    ),
    ...[...refused].map(([pupil, { message }]) => ({ pupil, name: '', why: message })),
  ];
  return { done, already, not, sentence: sentenceOf(done.length, already.length, not.length) };
};

const verdictOn = (pupil: OneOfMany, { judge, today }: Work): Verdict =>
  pupil.leftOn && pupil.leftOn <= today ? { why: `left the school on ${dayWords(pupil.leftOn, today)}` } : judge(pupil);

const sentenceOf = (done: number, already: number, not: number): string =>
  [
    done > 0 || already + not === 0 ? `Done for ${countWords(done, 'pupil')}` : 'Nothing was changed',
    ...(already > 0 ? [`${already} had it already`] : []),
    ...(not > 0 ? [`not done for ${not}`] : []),
  ]
    .join(', ')
    .concat('.');
