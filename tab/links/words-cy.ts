import { dayInLanguage, timeInLanguage } from '#domain/calendar/in-language.ts';
import type { Words } from './words.ts';

const PARTS: Readonly<Record<string, string>> = {
  health: 'Y therapydd',
  'social-care': 'Gofal cymdeithasol',
  agency: 'Un cynghorydd',
  authority: 'Swyddog y cyngor',
  school: 'Un aelod o’r staff',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'Un person';
const day: Words['day'] = (given) => dayInLanguage(given, 'cy-GB');

/** The questions that requests ask in Waymark's own words, by those words. */
const ASKED: Readonly<Record<string, string>> = {
  'What goes well?': 'Beth sy’n mynd yn dda?',
  'What is hard, when and where?': 'Beth sy’n anodd, pryd a ble?',
  'What has been tried, and what came of it?': 'Beth sydd wedi’i drio, a beth ddaeth ohono?',
  'What else should we know?': 'Beth arall ddylem ni ei wybod?',
  'What has moved on since the last review?': 'Beth sydd wedi gwella ers yr adolygiad diwethaf?',
  'What helps, and should go on?': 'Beth sy’n helpu, ac a ddylai barhau?',
  'What should happen next?': 'Beth ddylai ddigwydd nesaf?',
  'How far are the outcomes in the plan met? Give examples.': 'I ba raddau y cyrhaeddwyd nodau’r cynllun? Rhowch enghreifftiau.',
  'What should change in the plan?': 'Beth ddylai newid yn y cynllun?',
  'What help is given now, how long and how often?': 'Pa help sy’n cael ei roi nawr, am ba hyd a pha mor aml?',
  'What difference has it made?': 'Pa wahaniaeth mae wedi’i wneud?',
  'What else may be needed?': 'Beth arall all fod ei angen?',
};

/** Welsh, not checked by a speaker yet: the page says so, and English is one press away. */
export const welsh: Words = {
  lang: 'cy',
  dir: 'ltr',
  name: 'Cymraeg',
  unchecked: 'Nid yw siaradwr Cymraeg wedi gwirio’r cyfieithiad hwn eto.',
  loading: 'Un eiliad',
  noConnection: 'Does dim cysylltiad. Mae’r hyn a ysgrifennoch yma o hyd; rhowch gynnig arall arni.',
  notFound: 'Dyw’r ddolen hon ddim yn gweithio. Agorwch y llythyr diweddaraf gennym, neu ffoniwch yr ysgol.',
  ended: 'Mae’r ddolen hon wedi dod i ben. Os oes ei hangen o hyd, ffoniwch yr ysgol: gallwn anfon un newydd.',
  doorTitle: 'Mae’r ysgol wedi anfon tudalen breifat atoch',
  doorWords: (sentTo) => `Er mwyn ei chadw’n breifat, rydym yn anfon cod yn gyntaf at ${sentTo}.`,
  sendCode: 'Anfonwch y cod ataf',
  sending: 'Yn anfon',
  codeSent: (sentTo, minutes) => `Rydym wedi anfon cod at ${sentTo}. Mae’n gweithio am ${minutes} munud. Gall gymryd munud i gyrraedd.`,
  codeLabel: 'Y cod, chwe ffigur',
  codeWrong: 'Teipiwch chwe ffigur y cod.',
  codeOnPaper: 'Teipiwch y cod o’ch llythyr, neu’r un rydym newydd ei ddarllen i chi ar y ffôn.',
  newCodeByPhone: 'Mae cod yn gweithio unwaith. I gael un newydd, ffoniwch yr ysgol.',
  keyTitle: 'Gawsoch chi lythyr gan eich ysgol?',
  keyWords: 'Teipiwch yr allwedd sydd yn y llythyr. Does dim gwahaniaeth ai llythrennau bach neu fawr.',
  keyLabel: 'Yr allwedd, 28 o lythrennau a ffigurau',
  keyWrong: 'Nid allwedd yw honna. Mae ganddi saith grŵp o bedair llythyren a ffigur.',
  goOn: 'Ymlaen',
  newCode: 'Anfon cod newydd',
  runOut: 'Er mwyn cadw’r dudalen hon yn breifat, mae eich ymweliad wedi dod i ben. Gofynnwch am god newydd i fynd ymlaen.',
  hello: (name) => `Helo ${name}`,
  title: ({ purpose, child, reading }) => {
    if (purpose === 'time') return `Dewiswch amser ar gyfer y cyfarfod am ${child}`;
    if (purpose === 'read') return `${reading?.title ?? 'I’w ddarllen'}: ${child}`;
    return purpose === 'advice' ? `Eich cyngor am ${child}` : `Eich barn am ${child}`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `${minutes === 60 ? 'Tuag awr' : `Tua ${minutes} munud`}, ${room ? `yn ${room} neu ar fideo` : 'ar fideo'}.`,
      interpreter ? 'Mae cyfieithydd wedi’i ofyn amdano.' : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'Gall pawb arall ddod',
      writes: `${who(hint.part)}: bydd yn ysgrifennu yn lle dod`,
      'may-not': `${who(hint.part)}: efallai na fydd yn dod`,
      cannot: `${who(hint.part)}: methu dod`,
      'not-known': 'Dydyn ni ddim yn gwybod eto pwy arall all ddod',
    };
    return say[hint.kind];
  },
  day,
  times: (from, to) => `${timeInLanguage(from, 'cy-GB')} i ${timeInLanguage(to, 'cy-GB')}`,
  timesLegend: 'Pa amser sy’n addas i chi?',
  phoneMe: 'Dim un o’r rhain. Ffoniwch fi',
  questionTitle: ({ purpose }) => (purpose === 'advice' ? 'Eich cyngor' : 'Eich barn'),
  question: ({ child }) => `Beth sy’n mynd yn dda i ${child}? Beth ddylai newid?`,
  asked: ({ words }) => ASKED[words] ?? words,
  answerBy: (given) => `Mae’r ysgol yn gofyn am eich ateb erbyn ${day(given)}.`,
  oneIsEnough: 'Mae un ateb yn ddigon; gadewch y lleill yn wag. Yn eich geiriau eich hun, mewn unrhyw iaith.',
  nothingAnswered: 'Atebwch o leiaf un cwestiwn yn gyntaf.',
  placeholder: 'Yn eich geiriau eich hun, mewn unrhyw iaith',
  send: 'Anfon',
  nothingChosen: 'Dewiswch amser neu ysgrifennwch rywbeth yn gyntaf.',
  until: (given) => `Gallwch newid eich ateb tan ${day(given)}. I chi yn unig mae’r ddolen hon, ac mae’n peidio â gweithio wedyn.`,
  who: (count) => `Pwy fydd yno (${count})`,
  sent: 'Diolch. Mae wedi cyrraedd.',
  chosen: (when) => `Yr amser yw ${when}. Bydd gwahoddiad yn dilyn drwy e-bost.`,
  join: 'Ymuno ar fideo',
  willPhone: 'Byddwn yn eich ffonio i ddod o hyd i amser arall.',
  viewKept: 'Yr hyn a ysgrifennoch',
  change: 'Newid yr hyn a ysgrifennais',
  askPhone: (person) => (person ? `Cwestiwn? Ffoniwch ${person}` : 'Cwestiwn? Ffoniwch yr ysgol'),
};
