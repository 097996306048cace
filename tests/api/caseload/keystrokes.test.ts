import { beforeAll, describe, expect, it } from '@jest/globals';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';

let school: HollinBank;
beforeAll(async () => {
  school = await theHollinBank();
}, 60_000);

type Pupil = { readonly id: string; readonly given: string; readonly surname: string; readonly ref: string };

/** What somebody who knows a pupil types first: the surname, the first name, initial and surname in one word or two. */
const names = ({ given, surname }: Pupil): readonly string[] => [
  surname,
  given,
  `${given.slice(0, 1)}${surname}`,
  `${given.slice(0, 1)} ${surname}`,
];

/** The case's number without its prefix, as people say it. */
const number = ({ ref }: Pupil): readonly string[] => [ref.replace(/^WM-0*/, '')];

/** A register of 250: the made-up school's own, and as many more of its roll as are wanting. */
const registerOf250 = async (): Promise<readonly Pupil[]> => {
  const { organisation } = school.actor('ruth.okafor').scope;
  await school.world.sql(
    `update waymark.pupil p set stage = 'support', case_ref = 'WM-' || (1000 + n.place) from
       (select id, row_number() over (order by surname, given_name, id) as place from waymark.pupil where organisation_id = $1 and stage = 'none' and left_on is null) n
      where p.organisation_id = $1 and p.id = n.id
        and n.place <= 250 - (select count(*) from waymark.pupil where organisation_id = $1 and stage <> 'none' and left_on is null)`,
    [organisation],
  );
  return school.world.sql<Pupil>(
    `select id, coalesce(known_as, given_name) as given, surname, case_ref as ref from waymark.pupil
      where organisation_id = $1 and left_on is null and stage <> 'none'`,
    [organisation],
  );
};

const known = new Map<string, Promise<string | undefined>>();

/** Whom Enter opens when just these letters are typed. */
const opened = (letters: string): Promise<string | undefined> => {
  const asked =
    known.get(letters) ?? school.casework.findPupil(school.actor('ruth.okafor'), { words: letters }).then(({ pupils }) => pupils[0]?.id);
  known.set(letters, asked);
  return asked;
};

/** The fewest letters after which Enter opens the pupil, at most four; the find box asks from the second letter on. */
const lettersNeeded = async (pupil: Pupil, typed: readonly string[]): Promise<number> => {
  for (let letters = 2; letters <= 4; letters += 1)
    for (const words of typed) if ((await opened(words.slice(0, letters).toLowerCase())) === pupil.id) return letters;
  return Number.POSITIVE_INFINITY;
};

const middle = (letters: readonly number[]): number | undefined => [...letters].sort((a, b) => a - b)[Math.floor(letters.length / 2)];

describe('a register of 250 among a roll of 1,204, a few letters and Enter', () => {
  let pupils: readonly Pupil[];
  beforeAll(async () => {
    pupils = await registerOf250();
    expect(pupils).toHaveLength(250);
  });

  it('opens each of them after at most four letters of a name or case, the middle one after three', async () => {
    const letters: number[] = [];
    for (const pupil of pupils) letters.push(await lettersNeeded(pupil, [...names(pupil), ...number(pupil)]));
    expect(Math.max(...letters)).toBeLessThanOrEqual(4);
    expect(middle(letters)).toBeLessThanOrEqual(3);
  }, 60_000);

  it('opens the middle one after three letters by names alone', async () => {
    const letters: number[] = [];
    for (const pupil of pupils) letters.push(await lettersNeeded(pupil, names(pupil)));
    expect(middle(letters)).toBeLessThanOrEqual(3);
    expect(letters.filter((needed) => needed <= 4).length).toBeGreaterThanOrEqual(225);
  }, 60_000);
});
