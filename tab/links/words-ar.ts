import { dayInLanguage, timeInLanguage } from '#domain/calendar/in-language.ts';
import type { Words } from './words.ts';

const PARTS: Readonly<Record<string, string>> = {
  health: 'المعالج',
  'social-care': 'الرعاية الاجتماعية',
  agency: 'أحد المستشارين',
  authority: 'موظف المجلس المحلي',
  school: 'أحد العاملين في المدرسة',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'أحد المدعوين';
const day: Words['day'] = (given) => dayInLanguage(given, 'ar');

/** The questions that requests ask in Waymark's own words, by those words. */
const ASKED: Readonly<Record<string, string>> = {
  'What goes well?': 'ما الذي يسير جيدًا؟',
  'What is hard, when and where?': 'ما الصعب، ومتى وأين؟',
  'What has been tried, and what came of it?': 'ماذا جُرِّب، وماذا كانت النتيجة؟',
  'What else should we know?': 'ماذا ينبغي أن نعرف أيضًا؟',
  'What has moved on since the last review?': 'ما الذي تحسّن منذ المراجعة الأخيرة؟',
  'What helps, and should go on?': 'ما الذي يساعد وينبغي أن يستمر؟',
  'What should happen next?': 'ماذا ينبغي أن يحدث بعد ذلك؟',
  'How far are the outcomes in the plan met? Give examples.': 'إلى أي حد تحققت أهداف الخطة؟ اذكر أمثلة.',
  'What should change in the plan?': 'ما الذي ينبغي أن يتغير في الخطة؟',
  'What help is given now, how long and how often?': 'ما المساعدة التي تُقدَّم الآن، وكم مدتها وكم مرة؟',
  'What difference has it made?': 'ما الفرق الذي أحدثته؟',
  'What else may be needed?': 'ماذا قد يلزم أيضًا؟',
};

/** Arabic, not checked by a speaker yet: the page says so, and English is one press away. */
export const arabic: Words = {
  lang: 'ar',
  dir: 'rtl',
  name: 'العربية',
  unchecked: 'لم يراجع هذه الترجمة بعدُ أحدٌ من الناطقين بالعربية.',
  loading: 'لحظة واحدة',
  noConnection: 'لا يوجد اتصال. ما كتبته ما زال هنا؛ حاول مرة أخرى.',
  notFound: 'هذا الرابط لا يعمل. افتح أحدث رسالة أرسلناها إليك، أو اتصل بالمدرسة.',
  ended: 'انتهى هذا الرابط. إذا كنت ما زلت تحتاج إليه فاتصل بالمدرسة: يمكننا إرسال رابط جديد.',
  doorTitle: 'أرسلت إليك المدرسة صفحة خاصة',
  doorWords: (sentTo) => `حتى تبقى خاصة نرسل أولًا رمزًا إلى ${sentTo}.`,
  sendCode: 'أرسلوا إليّ الرمز',
  sending: 'جارٍ الإرسال',
  codeSent: (sentTo, minutes) => `أرسلنا رمزًا إلى ${sentTo}. يعمل لمدة ${minutes} دقيقة، وقد يصل بعد دقيقة.`,
  codeLabel: 'الرمز، ستة أرقام',
  codeWrong: 'اكتب أرقام الرمز الستة.',
  codeOnPaper: 'اكتب الرمز الموجود في رسالتك، أو الذي قرأناه لك الآن على الهاتف.',
  newCodeByPhone: 'يعمل الرمز مرة واحدة. للحصول على رمز جديد اتصل بالمدرسة.',
  keyTitle: 'هل وصلتك رسالة من المدرسة؟',
  keyWords: 'اكتب المفتاح الموجود في الرسالة. لا فرق بين الحروف الكبيرة والصغيرة.',
  keyLabel: 'المفتاح، 28 حرفًا ورقمًا',
  keyWrong: 'هذا ليس مفتاحًا. المفتاح سبع مجموعات، في كل منها أربعة حروف وأرقام.',
  goOn: 'متابعة',
  newCode: 'إرسال رمز جديد',
  runOut: 'حتى تبقى هذه الصفحة خاصة انتهت زيارتك. اطلب رمزًا جديدًا للمتابعة.',
  hello: (name) => `مرحبًا ${name}`,
  title: ({ purpose, child, reading }) => {
    if (purpose === 'time') return `اختر موعدًا للاجتماع بشأن ${child}`;
    if (purpose === 'read') return `${reading?.title ?? 'للقراءة'}: ${child}`;
    return purpose === 'advice' ? `مشورتك بشأن ${child}` : `رأيك بشأن ${child}`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `${minutes === 60 ? 'نحو ساعة' : `نحو ${minutes} دقيقة`}، ${room ? `في ${room} أو بالفيديو` : 'بالفيديو'}.`,
      interpreter ? 'طُلب مترجم.' : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'يستطيع الجميع الحضور',
      writes: `${who(hint.part)}: سيُرسل الرأي كتابةً`,
      'may-not': `${who(hint.part)}: قد لا يتمكن من الحضور`,
      cannot: `${who(hint.part)}: لا يستطيع الحضور`,
      'not-known': 'لا نعرف بعدُ من يستطيع الحضور أيضًا',
    };
    return say[hint.kind];
  },
  day,
  times: (from, to) => `من ${timeInLanguage(from, 'ar')} إلى ${timeInLanguage(to, 'ar')}`,
  timesLegend: 'أي موعد يناسبك؟',
  phoneMe: 'لا شيء منها. اتصلوا بي',
  questionTitle: ({ purpose }) => (purpose === 'advice' ? 'مشورتك' : 'رأيك'),
  question: ({ child }) => `ما الذي يسير جيدًا مع ${child}؟ وما الذي ينبغي أن يتغير؟`,
  asked: ({ words }) => ASKED[words] ?? words,
  answerBy: (given) => `تطلب المدرسة إجابتك حتى ${day(given)}.`,
  oneIsEnough: 'تكفي إجابة واحدة؛ اترك الأخرى فارغة. بكلماتك، وبأي لغة.',
  nothingAnswered: 'أجب أولًا عن سؤال واحد على الأقل.',
  placeholder: 'بكلماتك، وبأي لغة',
  send: 'إرسال',
  nothingChosen: 'اختر موعدًا أو اكتب شيئًا أولًا.',
  until: (given) => `يمكنك تغيير إجابتك حتى ${day(given)}. هذا الرابط لك وحدك ويتوقف بعد ذلك.`,
  who: (count) => `من سيحضر (${count})`,
  sent: 'شكرًا. وصلتنا إجابتك.',
  chosen: (when) => `الموعد: ${when}. ستصلك دعوة بالبريد الإلكتروني.`,
  join: 'الانضمام بالفيديو',
  willPhone: 'سنتصل بك لإيجاد موعد آخر.',
  viewKept: 'ما كتبته',
  change: 'تغيير ما كتبته',
  askPhone: (person) => (person ? `لديك سؤال؟ اتصل بـ ${person}` : 'لديك سؤال؟ اتصل بالمدرسة'),
};
