import type { Found } from '#contract/caseload.ts';
import { buttons, type Card, card, type Execute, fitting, heading, plain, quiet, row, small, text } from './card.ts';

/** Several pupils answer to the words; the button goes on with the same command. */
export const pupilChoiceCard = (words: string, found: Found['pupils'], press: (pupil: string) => Execute): Card =>
  fitting(
    found,
    (pupils, left) =>
      card(`${found.length} pupils match. Choose one.`, [
        heading('Which pupil?'),
        quiet(`${found.length} match “${plain(words)}”.`),
        ...pupils.map((pupil) =>
          row(
            [text(`**${plain(pupil.name)}**`), small([pupil.className, pupil.caseRef].filter(Boolean).map(String).map(plain).join(' · '))],
            [buttons(press(pupil.id))],
          ),
        ),
        ...(left > 0 ? [small(`${left} more. Add the class or the surname.`)] : []),
      ]),
    8,
  );
