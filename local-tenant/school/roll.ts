import { addDays, asDay, type Day, daysBetween } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Form, hollinBankForms } from './forms.ts';
import { madeUpId } from './made-up-id.ts';
import { NAMED_PUPILS } from './named-pupils.ts';
import { addressWord, namesWithoutRepeat } from './names.ts';
import type { RollPupil } from './school.ts';
import type { StoryDays } from './story-days.ts';

type Entry = {
  readonly givenName: string;
  readonly surname: string;
  readonly sex: RollPupil['sex'];
  readonly birthday: Day;
  readonly form: Form;
};

/** About 1,200 pupils, form by form, in the order of the register: 28 in a primary class, 30 in a secondary form. */
export const hollinBankRoll = (days: StoryDays): RollPupil[] => {
  const chance = chanceFrom('roll');
  const nameFor = namesWithoutRepeat(
    chance,
    NAMED_PUPILS.map(([givenName, surname]) => `${givenName} ${surname}`),
  );
  const entries = hollinBankForms().flatMap((form) => {
    const named = NAMED_PUPILS.filter(([, , className]) => className === form.name).map((line) => namedEntry(line, form, days));
    const size = form.yearGroup < 7 ? 28 : 30;
    const others = Array.from({ length: size - named.length }, () => otherEntry(chance, nameFor, form, days));
    return [...named, ...others].sort((a, b) => a.surname.localeCompare(b.surname, 'en') || a.givenName.localeCompare(b.givenName, 'en'));
  });
  return entries.map(onRoll);
};

const namedEntry = ([givenName, surname, , sex, birthday]: (typeof NAMED_PUPILS)[number], form: Form, days: StoryDays): Entry => ({
  givenName,
  surname,
  sex: sex === 'f' ? 'female' : 'male',
  birthday: days.inSchoolYear(birthday),
  form,
});

const otherEntry = (chance: Chance, nameFor: ReturnType<typeof namesWithoutRepeat>, form: Form, days: StoryDays): Entry => {
  const sex = chance.percent(50) ? 'female' : 'male';
  const firstBirthday = asDay(`${yearOf(schoolYearOf(days.today).from) - 5 - form.yearGroup}-09-01`);
  const lastBirthday = asDay(`${yearOf(firstBirthday) + 1}-08-31`);
  return { ...nameFor(sex), sex, birthday: addDays(firstBirthday, chance.between(0, daysBetween(firstBirthday, lastBirthday))), form };
};

const onRoll = ({ givenName, surname, sex, birthday, form }: Entry, index: number): RollPupil => {
  const key = `${addressWord(givenName)}.${addressWord(surname)}`;
  return {
    key,
    id: madeUpId(`account ${key}`),
    givenName,
    surname,
    upn: pupilNumber(yearOf(birthday), index),
    birthday,
    sex,
    yearGroup: form.yearGroup,
    className: form.name,
  };
};

/** A unique pupil number with a right check letter, from a council number (990) that no council has. */
const pupilNumber = (bornIn: number, index: number): string => {
  const digits = `9904016${String((bornIn + 4) % 100).padStart(2, '0')}${String(index % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]}${digits}`;
};
