import { dayInLanguage, timeInLanguage } from '#domain/calendar/in-language.ts';
import type { Words } from './words.ts';

const PARTS: Readonly<Record<string, string>> = {
  health: 'Terapeuta',
  'social-care': 'Opieka społeczna',
  agency: 'Jeden z doradców',
  authority: 'Pracownik urzędu',
  school: 'Jeden z pracowników szkoły',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'Jedna osoba';
const day: Words['day'] = (given) => dayInLanguage(given, 'pl-PL');

/** The questions that requests ask in Waymark's own words, by those words. */
const ASKED: Readonly<Record<string, string>> = {
  'What goes well?': 'Co idzie dobrze?',
  'What is hard, when and where?': 'Co jest trudne, kiedy i gdzie?',
  'What has been tried, and what came of it?': 'Czego próbowano i co to dało?',
  'What else should we know?': 'O czym jeszcze powinniśmy wiedzieć?',
  'What has moved on since the last review?': 'Co się poprawiło od ostatniego przeglądu?',
  'What helps, and should go on?': 'Co pomaga i powinno trwać dalej?',
  'What should happen next?': 'Co powinno się stać teraz?',
  'How far are the outcomes in the plan met? Give examples.': 'Na ile osiągnięto cele planu? Proszę podać przykłady.',
  'What should change in the plan?': 'Co powinno się zmienić w planie?',
  'What help is given now, how long and how often?': 'Jaka pomoc jest teraz udzielana, jak długo i jak często?',
  'What difference has it made?': 'Co się dzięki niej zmieniło?',
  'What else may be needed?': 'Co jeszcze może być potrzebne?',
};

/** Polish, not checked by a speaker yet: the page says so, and English is one press away. */
export const polish: Words = {
  lang: 'pl',
  dir: 'ltr',
  name: 'Polski',
  unchecked: 'Tego tłumaczenia nie sprawdził jeszcze nikt, kto mówi po polsku.',
  loading: 'Chwileczkę',
  noConnection: 'Brak połączenia. To, co Państwo napisali, nadal tu jest; proszę spróbować jeszcze raz.',
  notFound: 'Ten link nie działa. Proszę otworzyć nasz najnowszy list albo zadzwonić do szkoły.',
  ended: 'Ten link wygasł. Jeśli jest jeszcze potrzebny, proszę zadzwonić do szkoły: możemy wysłać nowy.',
  doorTitle: 'Szkoła przesłała Państwu prywatną stronę',
  doorWords: (sentTo) => `Aby pozostała prywatna, najpierw wysyłamy kod na adres ${sentTo}.`,
  sendCode: 'Wyślij mi kod',
  sending: 'Wysyłanie',
  codeSent: (sentTo, minutes) => `Wysłaliśmy kod na adres ${sentTo}. Działa przez ${minutes} minut. Może przyjść po minucie.`,
  codeLabel: 'Kod, sześć cyfr',
  codeWrong: 'Proszę wpisać sześć cyfr kodu.',
  codeOnPaper: 'Proszę wpisać kod z listu albo ten, który właśnie podaliśmy przez telefon.',
  newCodeByPhone: 'Kod działa tylko raz. Po nowy proszę zadzwonić do szkoły.',
  keyTitle: 'Czy dostali Państwo list ze szkoły?',
  keyWords: 'Proszę wpisać klucz z listu. Wielkość liter nie ma znaczenia.',
  keyLabel: 'Klucz, 28 liter i cyfr',
  keyWrong: 'To nie jest klucz. Ma on siedem grup po cztery litery i cyfry.',
  goOn: 'Dalej',
  newCode: 'Wyślij nowy kod',
  runOut: 'Aby ta strona pozostała prywatna, wizyta wygasła. Proszę poprosić o nowy kod.',
  hello: (name) => `Dzień dobry, ${name}`,
  title: ({ purpose, child, reading }) => {
    if (purpose === 'time') return `Wybór terminu spotkania: ${child}`;
    if (purpose === 'read') return `${reading?.title ?? 'Do przeczytania'}: ${child}`;
    return purpose === 'advice' ? `Państwa opinia specjalistyczna: ${child}` : `Państwa opinia: ${child}`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `${minutes === 60 ? 'Około godziny' : `Około ${minutes} minut`}, ${room ? `w sali ${room} albo przez wideo` : 'przez wideo'}.`,
      interpreter ? 'Poproszono o tłumacza.' : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'Wszyscy inni mogą przyjść',
      writes: `${who(hint.part)}: zamiast przyjść, przyśle opinię na piśmie`,
      'may-not': `${who(hint.part)}: może nie przyjść`,
      cannot: `${who(hint.part)}: nie może przyjść`,
      'not-known': 'Jeszcze nie wiemy, kto oprócz tego może przyjść',
    };
    return say[hint.kind];
  },
  day,
  times: (from, to) => `od ${timeInLanguage(from, 'pl-PL')} do ${timeInLanguage(to, 'pl-PL')}`,
  timesLegend: 'Który termin Państwu odpowiada?',
  phoneMe: 'Żaden z nich. Proszę do mnie zadzwonić',
  questionTitle: ({ purpose }) => (purpose === 'advice' ? 'Opinia specjalistyczna' : 'Państwa opinia'),
  question: ({ child }) => `Co idzie dobrze (${child})? Co powinno się zmienić?`,
  asked: ({ words }) => ASKED[words] ?? words,
  answerBy: (given) => `Szkoła prosi o odpowiedź do: ${day(given)}.`,
  oneIsEnough: 'Wystarczy jedna odpowiedź; pozostałe można zostawić puste. Własnymi słowami, w dowolnym języku.',
  nothingAnswered: 'Najpierw proszę odpowiedzieć na co najmniej jedno pytanie.',
  placeholder: 'Własnymi słowami, w dowolnym języku',
  send: 'Wyślij',
  nothingChosen: 'Najpierw proszę wybrać termin albo coś napisać.',
  until: (given) => `Odpowiedź można zmienić do: ${day(given)}. Ten link jest tylko dla Państwa i potem przestaje działać.`,
  who: (count) => `Kto będzie (${count})`,
  sent: 'Dziękujemy. Mamy to.',
  chosen: (when) => `Termin: ${when}. Zaproszenie przyjdzie e-mailem.`,
  join: 'Dołącz przez wideo',
  willPhone: 'Zadzwonimy, aby znaleźć inny termin.',
  viewKept: 'To, co Państwo napisali',
  change: 'Zmień to, co napisano',
  askPhone: (person) => (person ? `Pytanie? Proszę zadzwonić: ${person}` : 'Pytanie? Proszę zadzwonić do szkoły'),
};
