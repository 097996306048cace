/**
 * What letters say, in English. `{child}` and the like are facts of the record; everything else is set. Sentences are short: reading age
 * about nine to eleven, which a test computes. Each other language has the same phrases with the same facts.
 */
export const english = {
  greeting: 'Dear {addressee},',
  reference: 'Our reference: {reference}',
  fromTo: '{from} to {to}',
  questions: 'If you have a question, call {coordinator} at {school}: {telephone}.',
  questionsWithoutNumber: 'If you have a question, ask for {coordinator} at {school}.',
  closing: 'With best wishes,',
  asWritten: 'These words are in English, as they were written. They have not been translated.',
  notReviewed: 'This letter uses set phrases. No native speaker has checked them yet. If a part is not clear, ask us to tell you.',

  'invitation.title': 'Come to a meeting',
  'invitation.annual': 'We would like you to come to a meeting about {child}. It is the yearly review of the EHC plan.',
  'invitation.support': 'We would like you to come to a meeting about {child}. We will look at the extra help at school.',
  'invitation.parent': 'We would like to meet you and talk about {child}.',
  'invitation.iep':
    'We would like you to come to an IEP meeting about {child}. The IEP is the plan for learning. You are part of the team.',
  'invitation.purpose': 'We will talk about what goes well, what is hard and what should change.',
  'invitation.learnerPurpose': 'It is your meeting. We want to hear what you think and what you hope for.',
  'invitation.when': 'When',
  'invitation.where': 'Where',
  'invitation.online': 'Join online',
  'invitation.people': 'Who is asked to come',
  'invitation.papers': 'We will send you the papers by {papersBy}.',
  'invitation.view': 'What you think matters. You can write it down before the meeting, or tell us there.',
  'invitation.bring': 'You can bring a friend, or somebody who knows {child} well.',
  'invitation.cannotCome': 'If this time is not good for you, tell us soon. We will find another time.',
  'invitation.interpreter': 'Somebody who speaks {interpreterFor} will be there to help you.',
  'invitation.askInterpreter': 'Do you need an interpreter? Tell us, and we will find one. You do not pay for it.',

  'decision.title': 'What we decided',
  'decision.intro': 'We are writing to tell you what was decided about help for {child} at school.',
  'decision.heldOn': 'It was decided at the meeting on {heldOn}.',
  'decision.supportStarts': 'Since {supportSince}, {child} gets extra help at school. It is called SEN Support.',
  'decision.list': 'What was decided',
  'decision.help': 'The help at school',
  'decision.why': 'Why',
  'decision.next': 'We will look at this again with you on {nextMeeting}.',
  'decision.disagree': 'If you do not agree, tell us. We will listen, and look at it again with you.',

  'record.title': 'What we talked about',
  'record.intro': 'This is the record of our meeting about {child} on {heldOn}.',
  'record.number': 'We meet parents at least three times in a school year. Meetings so far this year: {meetingNumber}.',
  'record.people': 'Who was there',
  'record.views': 'What was said',
  'record.decisions': 'What was decided',
  'record.disagreements': 'What was not agreed',
  'record.actions': 'Who does what',
  'record.more': 'What we want to add',
  'record.next': 'We will meet again on {nextMeeting}.',
  'record.noNext': 'We will write to you soon with a day for the next meeting.',
  'record.wrong': 'If you remember it in another way, tell us. We will add your words.',

  'consent.title': 'Do you agree?',
  'consent.intro': 'We would like to do something for {child}. We need you to say yes or no first.',
  'consent.what': 'What we ask',
  'consent.why': 'Why we ask',
  'consent.evaluation':
    'We would like to test how {child} learns. Saying yes to tests is not saying yes to services. We will ask you again for those.',
  'consent.services': 'We would like to start special education services for {child}. They start only if you agree.',
  'consent.sharing': 'We would like to share facts about {child} with somebody outside the school.',
  'consent.assessment': 'We would like a specialist to meet {child} and find out what helps.',
  'consent.other': 'Read what we ask below. Then tell us if you agree.',
  'consent.free': 'You can say no. You can change your mind at any time: tell us, and we will stop. What was done before then stays done.',
  'consent.yes': 'Yes, I agree.',
  'consent.no': 'No, I do not agree.',
  'consent.talk': 'I want to talk about it first.',
  'consent.name': 'Your name',
  'consent.signature': 'Sign here',
  'consent.date': 'Date',
  'consent.return': 'Give this page back to the school.',
  'consent.keep': 'Keep the other pages.',

  'rights.title': 'Rights that pass to a young person',
  'rights.usFamily':
    'On {rightsOn}, {child} will be {ageOfRights} years old. From that day, your rights in special education pass to {child}.',
  'rights.usLearner':
    'On {rightsOn} you will be {ageOfRights} years old. From that day, your parents’ rights in special education are yours.',
  'rights.usNotice': 'We will go on sending the notices of the law to parents too.',
  'rights.englandFamily':
    'From {rightsOn}, {child} is a young person in law. Choices about special needs and the EHC plan are then for {child} to make.',
  'rights.englandLearner':
    'From {rightsOn} you are a young person in law. Choices about your special needs and your EHC plan are then yours to make.',
  'rights.meansFamily': 'From then on we write to {child} first. You can still help, if {child} agrees.',
  'rights.meansLearner': 'From then on we write to you first. Your family can still help you, if you agree.',
  'rights.help': 'If it is hard to make these choices, tell us. We will talk about who can help.',

  'notice.title': 'Notice before we act',
  'notice.intro':
    'The law says that we must write to you before we change something for {child}. We must also write before we say no to a change. This is that letter.',
  'notice.proposes': 'We want to make a change.',
  'notice.refuses': 'We do not want to make a change that was asked for.',
  'notice.action': '1. What we want to do, or will not do',
  'notice.why': '2. Why',
  'notice.used': '3. What we looked at',
  'notice.safeguards': '4. Your rights',
  'notice.safeguardsText':
    'You have rights that keep you and {child} safe. They are in a paper called “Procedural Safeguards”. Ask {coordinator} at {school} for a copy. It is free.',
  'notice.help': '5. Who can help you to understand this letter',
  'notice.options': '6. What else we thought about, and why we said no to it',
  'notice.factors': '7. What else mattered',

  'safeguards.title': 'Your rights in special education',
  'safeguards.intro':
    'With this letter you get a paper called “Procedural Safeguards”. It says what rights you have for {child}, and what you can do if you do not agree with us.',
  'safeguards.year': 'We give it to you once in each school year.',
  'safeguards.request': 'We give it to you because somebody asked for tests for {child}.',
  'safeguards.complaint': 'We give it to you because you made a complaint.',
  'safeguards.discipline': 'We give it to you because {child} was told to stay away from school.',
  'safeguards.asked': 'We give it to you because you asked for it.',
  'safeguards.talk': 'We can read it with you and say what it means. Tell us if you would like that.',
  'safeguards.received': 'I have been given this paper.',

  'link.time': '{school} asks you to choose a time for a meeting. We would also like to hear your view.',
  'link.view': '{school} would like to hear your view.',
  'link.read': '{school} has something for you to read.',
  'link.contribution': '{school} asks you a few questions.',
  'link.again': 'We have no answer from you yet.',
  'link.open': 'Open this page: {page}',
  'link.code': 'The page first sends a code of six figures to this same address. So nobody else can read it.',
  'link.alone': 'You need no account. The link is for you alone. It works until {until}.',
  'link.minutes': 'Do you remember something in the minutes in another way? Tell us within two weeks. We will add your words.',
  'link.codeSubject': '{school}: your code',
  'link.yourCode': 'Your code is {code}. It works for {minutes} minutes.',
  'link.keepCode': 'Nobody from the school will ever ask you for it. If you did not open our page just now, you need do nothing.',
  'link.paperOpen': '1. On a telephone or a computer, open this page: {page}',
  'link.paperKey': '2. Type this key. Small or capital letters make no difference.',
  'link.paperCode': '3. Type this code. It works once. The page then stays open for one hour.',
  'link.paperLater': 'To come back later, call {coordinator}: {telephone}. We will read you a new code.',
  'link.paperLaterWithoutNumber': 'To come back later, ask {coordinator} for a new code.',
  'link.paperCall': '3. Call {coordinator}: {telephone}. We will read you a code of six figures. It works once, for {minutes} minutes.',
  'link.paperCallWithoutNumber': '3. Ask {coordinator} for a code of six figures. It works once, for {minutes} minutes.',
  'link.paperAlone': 'You need no account and no e-mail address. The letter is for you alone. It works until {until}.',
} as const;

export type FamilyPhrase = keyof typeof english;

/** The phrases of one language. */
export type Phrases = Readonly<Record<FamilyPhrase, string>>;
