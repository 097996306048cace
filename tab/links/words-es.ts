import { dayInLanguage, timeInLanguage } from '#domain/calendar/in-language.ts';
import type { Words } from './words.ts';

const PARTS: Readonly<Record<string, string>> = {
  health: 'El terapeuta',
  'social-care': 'Servicios sociales',
  agency: 'Un asesor',
  authority: 'La persona del ayuntamiento',
  school: 'Una persona de la escuela',
};
const who = (part: string | null): string => PARTS[part ?? ''] ?? 'Una persona';
const day: Words['day'] = (given) => dayInLanguage(given, 'es-ES');

/** The questions that requests ask in Waymark's own words, by those words. */
const ASKED: Readonly<Record<string, string>> = {
  'What goes well?': '¿Qué va bien?',
  'What is hard, when and where?': '¿Qué le cuesta, cuándo y dónde?',
  'What has been tried, and what came of it?': '¿Qué se ha probado y qué resultado dio?',
  'What else should we know?': '¿Qué más debemos saber?',
  'What has moved on since the last review?': '¿Qué ha mejorado desde la última revisión?',
  'What helps, and should go on?': '¿Qué ayuda y debe seguir?',
  'What should happen next?': '¿Qué debe pasar ahora?',
  'How far are the outcomes in the plan met? Give examples.': '¿Hasta qué punto se han logrado las metas del plan? Dé ejemplos.',
  'What should change in the plan?': '¿Qué debe cambiar en el plan?',
  'What help is given now, how long and how often?': '¿Qué ayuda recibe ahora, cuánto tiempo y cada cuánto?',
  'What difference has it made?': '¿Qué ha cambiado gracias a ella?',
  'What else may be needed?': '¿Qué más puede hacer falta?',
};

/** Spanish, not checked by a speaker yet: the page says so, and English is one press away. */
export const spanish: Words = {
  lang: 'es',
  dir: 'ltr',
  name: 'Español',
  unchecked: 'Traducción todavía no revisada por un hablante nativo.',
  loading: 'Un momento',
  noConnection: 'No hay conexión. Lo que escribió sigue aquí; inténtelo otra vez.',
  notFound: 'Este enlace no funciona. Abra la última carta que le enviamos o llame a la escuela.',
  ended: 'Este enlace ha terminado. Si todavía lo necesita, llame a la escuela: podemos enviarle otro.',
  doorTitle: 'La escuela le ha enviado una página privada',
  doorWords: (sentTo) => `Para que siga siendo privada, primero enviamos un código a ${sentTo}.`,
  sendCode: 'Enviarme el código',
  sending: 'Enviando',
  codeSent: (sentTo, minutes) => `Hemos enviado un código a ${sentTo}. Sirve durante ${minutes} minutos. Puede tardar un minuto en llegar.`,
  codeLabel: 'El código, seis cifras',
  codeWrong: 'Escriba las seis cifras del código.',
  codeOnPaper: 'Escriba el código de su carta, o el que acabamos de leerle por teléfono.',
  newCodeByPhone: 'Un código sirve una vez. Para uno nuevo, llame a la escuela.',
  keyTitle: '¿Ha recibido una carta de la escuela?',
  keyWords: 'Escriba la clave que está en la carta. Da igual en mayúsculas o minúsculas.',
  keyLabel: 'La clave, 28 letras y cifras',
  keyWrong: 'Eso no es una clave. Tiene siete grupos de cuatro letras y cifras.',
  goOn: 'Seguir',
  newCode: 'Enviar un código nuevo',
  runOut: 'Para que esta página siga siendo privada, su visita ha terminado. Pida un código nuevo para seguir.',
  hello: (name) => `Hola, ${name}`,
  title: ({ purpose, child, reading }) => {
    if (purpose === 'time') return `Elija una hora para la reunión sobre ${child}`;
    if (purpose === 'read') return `${reading?.title ?? 'Para leer'}: ${child}`;
    return purpose === 'advice' ? `Su informe sobre ${child}` : `Su opinión sobre ${child}`;
  },
  about: ({ minutes, room, interpreter }) =>
    [
      `${minutes === 60 ? 'Una hora más o menos' : `Unos ${minutes} minutos`}, ${room ? `en ${room} o por vídeo` : 'por vídeo'}.`,
      interpreter ? 'Se ha pedido un intérprete.' : '',
    ]
      .join(' ')
      .trim(),
  hint: ({ hint }) => {
    const say = {
      everyone: 'Todos los demás pueden venir',
      writes: `${who(hint.part)} enviará su opinión por escrito`,
      'may-not': `${who(hint.part)} quizá no pueda venir`,
      cannot: `${who(hint.part)} no puede venir`,
      'not-known': 'Aún no sabemos quién más puede venir',
    };
    return say[hint.kind];
  },
  day,
  times: (from, to) => `de ${timeInLanguage(from, 'es-ES')} a ${timeInLanguage(to, 'es-ES')}`,
  timesLegend: '¿Qué hora le viene bien?',
  phoneMe: 'Ninguna. Llámenme por teléfono',
  questionTitle: ({ purpose }) => (purpose === 'advice' ? 'Su informe' : 'Su opinión'),
  question: ({ child }) => `¿Qué le va bien a ${child}? ¿Qué debe cambiar?`,
  asked: ({ words }) => ASKED[words] ?? words,
  answerBy: (given) => `La escuela le pide su respuesta antes de que termine el ${day(given)}.`,
  oneIsEnough: 'Basta con una respuesta; deje las demás en blanco. Con sus palabras, en cualquier idioma.',
  nothingAnswered: 'Responda primero al menos a una pregunta.',
  placeholder: 'Con sus palabras, en cualquier idioma',
  send: 'Enviar',
  nothingChosen: 'Elija primero una hora o escriba algo.',
  until: (given) => `Puede cambiar su respuesta hasta el ${day(given)}. Este enlace es solo para usted y después deja de funcionar.`,
  who: (count) => `Quién estará (${count})`,
  sent: 'Gracias. Lo hemos recibido.',
  chosen: (when) => `La hora es: ${when}. Le llegará una invitación por correo electrónico.`,
  join: 'Entrar por vídeo',
  willPhone: 'Le llamaremos para buscar otra hora.',
  viewKept: 'Lo que escribió',
  change: 'Cambiar lo que escribí',
  askPhone: (person) => (person ? `¿Una pregunta? Llame a ${person}` : '¿Una pregunta? Llame a la escuela'),
};
