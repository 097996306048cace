import type { Phrases } from '#domain/letters/phrases/english.ts';

/** Spanish, in the polite form. No native speaker has checked it for us: letters say so until a school says that one has. */
export const spanish: Phrases = {
  greeting: 'Estimado/a {addressee}:',
  reference: 'Nuestra referencia: {reference}',
  fromTo: 'de {from} a {to}',
  questions: 'Si tiene alguna pregunta, llame a {coordinator}, de {school}: {telephone}.',
  questionsWithoutNumber: 'Si tiene alguna pregunta, pregunte por {coordinator} en {school}.',
  closing: 'Un cordial saludo,',
  asWritten: 'Estas palabras están en inglés, tal como se escribieron. No se han traducido.',
  notReviewed:
    'Esta carta usa frases preparadas. Todavía no las ha revisado ninguna persona de habla materna española. Si algo no está claro, pídanos que se lo expliquemos.',

  'invitation.title': 'Le invitamos a una reunión',
  'invitation.annual':
    'Nos gustaría que viniera a una reunión sobre {child}. Es la revisión anual del plan de educación, salud y cuidados (EHC plan).',
  'invitation.support': 'Nos gustaría que viniera a una reunión sobre {child}. Veremos la ayuda adicional que recibe en la escuela.',
  'invitation.parent': 'Nos gustaría reunirnos con usted y hablar de {child}.',
  'invitation.iep':
    'Nos gustaría que viniera a una reunión del IEP sobre {child}. El IEP es el plan para su aprendizaje. Usted forma parte del equipo.',
  'invitation.purpose': 'Hablaremos de lo que va bien, de lo que resulta difícil y de lo que debería cambiar.',
  'invitation.learnerPurpose': 'Es tu reunión. Queremos saber qué piensas y qué esperas.',
  'invitation.when': 'Cuándo',
  'invitation.where': 'Dónde',
  'invitation.online': 'Participar por internet',
  'invitation.people': 'A quién se ha invitado',
  'invitation.papers': 'Le enviaremos los documentos a más tardar el {papersBy}.',
  'invitation.view': 'Su opinión importa. Puede escribirla antes de la reunión o decírnosla allí.',
  'invitation.bring': 'Puede traer a un amigo o a alguien que conozca bien a {child}.',
  'invitation.cannotCome': 'Si esta hora no le viene bien, díganoslo pronto. Buscaremos otra.',
  'invitation.interpreter': 'Habrá una persona que habla {interpreterFor} para ayudarle.',
  'invitation.askInterpreter': '¿Necesita un intérprete? Díganoslo y buscaremos uno. No tiene que pagar nada.',

  'decision.title': 'Lo que decidimos',
  'decision.intro': 'Le escribimos para decirle qué se decidió sobre la ayuda para {child} en la escuela.',
  'decision.heldOn': 'Se decidió en la reunión del {heldOn}.',
  'decision.supportStarts': 'Desde el {supportSince}, {child} recibe ayuda adicional en la escuela. Se llama “SEN Support”.',
  'decision.list': 'Qué se decidió',
  'decision.help': 'La ayuda en la escuela',
  'decision.why': 'Por qué',
  'decision.next': 'Lo veremos de nuevo con usted el {nextMeeting}.',
  'decision.disagree': 'Si no está de acuerdo, díganoslo. Le escucharemos y lo veremos de nuevo con usted.',

  'record.title': 'De lo que hablamos',
  'record.intro': 'Este es el resumen de nuestra reunión sobre {child} del {heldOn}.',
  'record.number':
    'Nos reunimos con las familias al menos tres veces en cada curso escolar. Reuniones de este curso hasta ahora: {meetingNumber}.',
  'record.people': 'Quién estuvo',
  'record.views': 'Qué se dijo',
  'record.decisions': 'Qué se decidió',
  'record.disagreements': 'En qué no hubo acuerdo',
  'record.actions': 'Quién hace qué',
  'record.more': 'Lo que queremos añadir',
  'record.next': 'Volveremos a reunirnos el {nextMeeting}.',
  'record.noNext': 'Pronto le escribiremos con una fecha para la próxima reunión.',
  'record.wrong': 'Si usted lo recuerda de otra manera, díganoslo. Añadiremos sus palabras.',

  'consent.title': '¿Está de acuerdo?',
  'consent.intro': 'Nos gustaría hacer algo por {child}. Antes necesitamos que usted diga sí o no.',
  'consent.what': 'Qué pedimos',
  'consent.why': 'Por qué lo pedimos',
  'consent.evaluation':
    'Nos gustaría hacer pruebas para ver cómo aprende {child}. Decir sí a las pruebas no es decir sí a los servicios. Para eso le preguntaremos otra vez.',
  'consent.services': 'Nos gustaría empezar con servicios de educación especial para {child}. Solo empiezan si usted está de acuerdo.',
  'consent.sharing': 'Nos gustaría compartir datos sobre {child} con alguien de fuera de la escuela.',
  'consent.assessment': 'Nos gustaría que un especialista viera a {child} y averiguara qué ayuda.',
  'consent.other': 'Lea abajo lo que pedimos. Después díganos si está de acuerdo.',
  'consent.free':
    'Puede decir que no. Puede cambiar de opinión en cualquier momento: díganoslo y pararemos. Lo que se haya hecho hasta entonces queda hecho.',
  'consent.yes': 'Sí, estoy de acuerdo.',
  'consent.no': 'No, no estoy de acuerdo.',
  'consent.talk': 'Antes quiero hablarlo.',
  'consent.name': 'Su nombre',
  'consent.signature': 'Firme aquí',
  'consent.date': 'Fecha',
  'consent.return': 'Devuelva esta hoja a la escuela. Guarde las demás.',

  'rights.title': 'Derechos que pasan a la persona joven',
  'rights.usFamily':
    'El {rightsOn}, {child} cumplirá {ageOfRights} años. Desde ese día, los derechos que usted tiene en educación especial pasan a {child}.',
  'rights.usLearner':
    'El {rightsOn} cumplirás {ageOfRights} años. Desde ese día, los derechos que tienen tus padres en educación especial son tuyos.',
  'rights.usNotice': 'Seguiremos enviando también a los padres los avisos que exige la ley.',
  'rights.englandFamily':
    'Desde el {rightsOn}, {child} es ante la ley una persona joven. A partir de entonces, {child} toma las decisiones sobre sus necesidades especiales y sobre el plan EHC.',
  'rights.englandLearner':
    'Desde el {rightsOn} eres ante la ley una persona joven. A partir de entonces, tú tomas las decisiones sobre tus necesidades especiales y sobre tu plan EHC.',
  'rights.meansFamily': 'Desde entonces escribimos primero a {child}. Usted puede seguir ayudando, si {child} está de acuerdo.',
  'rights.meansLearner': 'Desde entonces te escribimos primero a ti. Tu familia puede seguir ayudándote, si tú quieres.',
  'rights.help': 'Si estas decisiones resultan difíciles, díganoslo. Hablaremos de quién puede ayudar.',

  'notice.title': 'Aviso antes de actuar',
  'notice.intro':
    'La ley dice que debemos escribirle antes de cambiar algo para {child}, o de decir que no a un cambio. Esta es esa carta.',
  'notice.proposes': 'Queremos hacer un cambio.',
  'notice.refuses': 'No queremos hacer un cambio que se pidió.',
  'notice.action': '1. Lo que queremos hacer, o lo que no haremos',
  'notice.why': '2. Por qué',
  'notice.used': '3. En qué nos basamos',
  'notice.safeguards': '4. Sus derechos',
  'notice.safeguardsText':
    'Usted tiene derechos que les protegen a usted y a {child}. Están en un documento que se llama “Procedural Safeguards”. Pida una copia a {coordinator}, en {school}. Es gratis.',
  'notice.help': '5. Quién puede ayudarle a entender esta carta',
  'notice.options': '6. Qué más pensamos, y por qué no lo elegimos',
  'notice.factors': '7. Qué más fue importante',

  'safeguards.title': 'Sus derechos en la educación especial',
  'safeguards.intro':
    'Con esta carta recibe un documento que se llama “Procedural Safeguards”. Dice qué derechos tiene usted respecto a {child} y qué puede hacer si no está de acuerdo con nosotros.',
  'safeguards.year': 'Se lo damos una vez en cada curso escolar.',
  'safeguards.request': 'Se lo damos porque alguien pidió pruebas para {child}.',
  'safeguards.complaint': 'Se lo damos porque usted presentó una queja.',
  'safeguards.discipline': 'Se lo damos porque {child} no puede venir a la escuela por un tiempo.',
  'safeguards.asked': 'Se lo damos porque usted lo pidió.',
  'safeguards.talk': 'Podemos leerlo con usted y explicarle qué significa. Díganos si lo desea.',
  'safeguards.received': 'He recibido este documento.',
};
