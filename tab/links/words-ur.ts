import { weekdayOf } from '#domain/calendar/day.ts';
import { dateOf, monthOf } from '#domain/calendar/day-number.ts';
import type { Words } from './words.ts';

const WEEKDAYS = ['پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ', 'اتوار'];
const MONTHS = ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'];

const PARTS: Readonly<Record<string, string>> = {
  health: 'تھراپسٹ',
  'social-care': 'سوشل کیئر',
  agency: 'ایک مشیر',
  authority: 'کونسل کے افسر',
  school: 'اسکول کے ایک رکن',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'ایک شخص';

const clock = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}`;
};
const partOfDay = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  return hour < 12 ? 'صبح' : hour < 15 ? 'دوپہر' : hour < 18 ? 'سہ پہر' : 'شام';
};
const day: Words['day'] = (given) => `${WEEKDAYS[weekdayOf(given) - 1] ?? ''}، ${dateOf(given)} ${MONTHS[monthOf(given) - 1] ?? ''}`;

/** The questions that requests ask in Waymark's own words, by those words. */
const ASKED: Readonly<Record<string, string>> = {
  'What goes well?': 'کیا اچھا ہو رہا ہے؟',
  'What is hard, when and where?': 'کیا مشکل ہے، کب اور کہاں؟',
  'What has been tried, and what came of it?': 'کیا آزمایا گیا، اور اس کا کیا نتیجہ نکلا؟',
  'What else should we know?': 'ہمیں اور کیا معلوم ہونا چاہیے؟',
  'What has moved on since the last review?': 'پچھلے جائزے کے بعد کیا بہتر ہوا؟',
  'What helps, and should go on?': 'کس چیز سے مدد ملتی ہے، جو جاری رہنی چاہیے؟',
  'What should happen next?': 'آگے کیا ہونا چاہیے؟',
  'How far are the outcomes in the plan met? Give examples.': 'منصوبے کے مقاصد کہاں تک پورے ہوئے؟ مثالیں دیں۔',
  'What should change in the plan?': 'منصوبے میں کیا بدلنا چاہیے؟',
  'What help is given now, how long and how often?': 'اب کیا مدد دی جاتی ہے، کتنی دیر اور کتنی بار؟',
  'What difference has it made?': 'اس سے کیا فرق پڑا؟',
  'What else may be needed?': 'اور کیا درکار ہو سکتا ہے؟',
};

/** Urdu, not checked by a speaker yet: the page says so, and English is one press away. */
export const urdu: Words = {
  lang: 'ur',
  dir: 'rtl',
  name: 'اردو',
  unchecked: 'مشینی ترجمہ، ابھی جانچا نہیں گیا۔',
  loading: 'ایک لمحہ',
  noConnection: 'رابطہ نہیں ہے۔ آپ کا لکھا ہوا محفوظ ہے؛ دوبارہ کوشش کریں۔',
  notFound: 'یہ لنک کام نہیں کرتا۔ ہمارا تازہ ترین خط کھولیں یا اسکول کو فون کریں۔',
  ended: 'یہ لنک ختم ہو گیا ہے۔ اگر ضرورت ہو تو اسکول کو فون کریں، ہم نیا بھیج سکتے ہیں۔',
  doorTitle: 'اسکول نے آپ کو ایک نجی صفحہ بھیجا ہے',
  doorWords: (sentTo) => `اسے نجی رکھنے کے لیے ہم پہلے ایک کوڈ بھیجتے ہیں: ${sentTo}`,
  sendCode: 'مجھے کوڈ بھیجیں',
  sending: 'بھیجا جا رہا ہے',
  codeSent: (sentTo, minutes) => `ہم نے کوڈ بھیج دیا ہے: ${sentTo}۔ یہ ${minutes} منٹ تک کام کرے گا۔`,
  codeLabel: 'کوڈ، چھ ہندسے',
  codeWrong: 'کوڈ کے چھ ہندسے لکھیں۔',
  codeOnPaper: 'اپنے خط میں لکھا ہوا کوڈ لکھیں، یا وہ کوڈ جو ہم نے ابھی فون پر بتایا ہے۔',
  newCodeByPhone: 'ایک کوڈ ایک بار کام کرتا ہے۔ نئے کوڈ کے لیے اسکول کو فون کریں۔',
  keyTitle: 'کیا آپ کو اسکول سے خط ملا ہے؟',
  keyWords: 'خط میں لکھی ہوئی کلید لکھیں۔ چھوٹے یا بڑے حروف سے فرق نہیں پڑتا۔',
  keyLabel: 'کلید، 28 حروف اور ہندسے',
  keyWrong: 'یہ کلید نہیں ہے۔ اس میں چار چار حروف اور ہندسوں کے سات حصے ہوتے ہیں۔',
  goOn: 'آگے',
  newCode: 'نیا کوڈ بھیجیں',
  runOut: 'اس صفحے کو نجی رکھنے کے لیے وقت ختم ہو گیا۔ جاری رکھنے کے لیے نیا کوڈ مانگیں۔',
  hello: (name) => `السلام علیکم ${name}`,
  title: ({ purpose, child, reading }) => {
    if (purpose === 'time') return `${child} کے جائزے کے لیے وقت چنیں`;
    if (purpose === 'read') return `${reading?.title ?? ''} ${child}`;
    return `${child} کے بارے میں آپ کی رائے`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `تقریباً ${minutes === 60 ? 'ایک گھنٹہ' : `${minutes} منٹ`}، ${room ? `${room} میں یا ویڈیو کے ذریعے۔` : 'ویڈیو کے ذریعے۔'}`,
      interpreter ? 'مترجم کا انتظام کیا جا رہا ہے۔' : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'باقی سب آ سکتے ہیں',
      writes: `${who(hint.part)} اپنی رائے لکھ کر بھیجیں گے`,
      'may-not': `${who(hint.part)} شاید نہ آ سکیں`,
      cannot: `${who(hint.part)} نہیں آ سکتے`,
      'not-known': 'ابھی معلوم نہیں کہ اور کون آ سکتا ہے',
    };
    return say[hint.kind];
  },
  day,
  times: (from, to) => `${partOfDay(from)} ${clock(from)} سے ${clock(to)} بجے`,
  timesLegend: 'کون سا وقت مناسب ہے؟',
  phoneMe: 'کوئی وقت مناسب نہیں، مجھے فون کریں',
  questionTitle: () => 'آپ کی رائے',
  question: ({ child }) => `${child} کے لیے کیا اچھا ہو رہا ہے؟ کیا بدلنا چاہیے؟`,
  asked: ({ words }) => ASKED[words] ?? words,
  answerBy: (given) => `اسکول ${day(given)} تک آپ کا جواب چاہتا ہے۔`,
  oneIsEnough: 'ایک جواب کافی ہے؛ باقی خالی چھوڑ دیں۔ اپنے الفاظ میں، کسی بھی زبان میں۔',
  nothingAnswered: 'پہلے کم از کم ایک سوال کا جواب دیں۔',
  placeholder: 'اپنے الفاظ میں، کسی بھی زبان میں',
  send: 'بھیجیں',
  nothingChosen: 'پہلے کوئی وقت چنیں یا کچھ لکھیں۔',
  until: (given) => `آپ ${day(given)} تک اپنا جواب بدل سکتے ہیں۔ یہ لنک صرف آپ کے لیے ہے۔`,
  who: (count) => `کون کون ہوگا (${count})`,
  sent: 'شکریہ۔ ہمیں مل گیا۔',
  chosen: (when) => `وقت: ${when}۔ دعوت نامہ ای میل سے آئے گا۔`,
  join: 'ویڈیو کے ذریعے شامل ہوں',
  willPhone: 'ہم دوسرے وقت کے لیے آپ کو فون کریں گے۔',
  viewKept: 'آپ نے لکھا',
  change: 'جو لکھا اسے بدلیں',
  askPhone: (person) => (person ? `کوئی سوال؟ فون کریں: ${person}` : 'کوئی سوال؟ اسکول کو فون کریں'),
};
