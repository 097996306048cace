import { randomUUID } from 'node:crypto';
import { casework } from '#api/compose.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload } from './big-caseload.ts';

const PUPILS = 30;
const ROUNDS = 15;

const round = (value: number): number => Math.round(value * 100) / 100;

/** A class of thirty, all on the register, each with what helps; its sheet is opened, laid out and written. */
export const benchClassSheet = async (): Promise<Measured[]> => {
  const { world, clone, ruth, close } = await aBigCaseload();
  const { organisation, schools } = ruth.scope;
  const id = randomUUID();
  await clone.sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '9 Thirty')", [
    organisation,
    id,
    schools[0],
  ]);
  await clone.sql(
    `insert into waymark.class_pupil (organisation_id, class_id, pupil_id, from_day)
       select $1, $2, id, '2026-09-01' from waymark.pupil where organisation_id = $1 and stage <> 'none' and left_on is null order by id limit ${PUPILS}`,
    [organisation, id],
  );
  const deeds = casework(world.parts);
  const measured: Measured[] = [];
  for (const format of ['docx', 'pdf'] as const) {
    const times: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const from = performance.now();
      await deeds.takeClassSheet(ruth, { class: id, format });
      times.push(performance.now() - from);
    }
    const [first = 0] = times;
    const median = times.slice(1).sort((a, b) => a - b)[Math.floor((ROUNDS - 1) / 2)] ?? 0;
    measured.push({ name: `class sheet of ${PUPILS} pupils as ${format}`, value: round(median), unit: 'ms', bar: '≤ 300 ms' });
    measured.push({ name: `the first of a process as ${format}`, value: round(first), unit: 'ms' });
  }
  await close();
  return measured;
};
