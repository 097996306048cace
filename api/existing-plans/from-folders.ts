import { permit, permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { bring } from './bring-plan.ts';
import { itemsBroughtIn, namesOf, pupilsToMatch } from './existing-plan-records.ts';

/** Names that a plan's file has, and those that say that it is something else. */
const IS_PLAN = /\b(ehc ?p|ehc plan|plan|iep|individual(ized)? education)\b/i;
const IS_OTHER = /\b(minutes|advice|report|view|views|contribution|letter|invitation|draft)\b/i;

const couldBePlan = ({ name, size }: StoredFile): boolean =>
  /\.(docx|pdf)$/i.test(name) && IS_PLAN.test(name) && !IS_OTHER.test(name) && size > 0;

/** Plans that lie in the case folders and were not brought in: one request for the whole library, page by page. */
export const lookForPlans =
  (parts: Parts): Casework['lookForPlans'] =>
  async (actor) => {
    permitInHouse(actor, 'bring-in-plans');
    const { organisation, schools } = actor.scope;
    const { pupils, known } = await parts.database.within(actor.scope, async (tx) => ({
      pupils: await pupilsToMatch(tx, organisation, schools),
      known: await itemsBroughtIn(tx, organisation),
    }));
    const cases = new Map(pupils.flatMap((pupil) => (pupil.caseRef ? [[pupil.caseRef, pupil] as const] : [])));
    const library = await parts.graph.files.library(actor);
    const files = library
      .filter(({ folder, file }) => cases.has(folder) && couldBePlan(file) && !known.has(file.itemId))
      .map(({ folder, file }) => {
        const pupil = cases.get(folder);
        return {
          pupil: pupil?.id ?? '',
          pupilName: `${pupil?.givenName} ${pupil?.surname}`,
          caseRef: folder,
          driveId: file.driveId,
          itemId: file.itemId,
          name: file.name,
          size: file.size,
          changedAt: file.changedAt,
        };
      });
    return { files, folders: new Set(library.map(({ folder }) => folder).filter((folder) => cases.has(folder))).size };
  };

/** Brings in a plan from a case folder. The folder says whose it should be; where the plan names somebody else it stops there. */
export const bringPlanFromFolder =
  (parts: Parts): Casework['bringPlanFromFolder'] =>
  async (actor, { pupil, driveId, itemId }) => {
    const caseRef = await parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'keep-record', pupil, parts.clock.today(actor.timeZone));
      await note(tx, parts, actor, 'read-case-folder', pupil);
      return (await namesOf(tx, actor.scope.organisation, [pupil])).get(pupil)?.caseRef ?? null;
    });
    const listed = caseRef ? await parts.graph.files.list(actor, caseRef) : [];
    const file = listed.find((one) => one.itemId === itemId && one.driveId === driveId);
    if (!file) throw new Refusal('not-found', 'This file is not in the case folder any more.');
    const bytes = await parts.graph.files.read(actor, file);
    return bring(parts, actor, { name: `${file.name.startsWith(caseRef ?? '') ? '' : `${caseRef} `}${file.name}`, bytes, file, pupil });
  };
