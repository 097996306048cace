import type { Phrases } from '#domain/letters/phrases/english.ts';

/**
 * Polish, in the polite form. Names stand where they need no ending. No native speaker has checked it for us: letters say so until a school
 * says that one has.
 */
export const polish: Phrases = {
  greeting: 'Szanowni Państwo ({addressee}),',
  reference: 'Nasz numer sprawy: {reference}',
  fromTo: 'od {from} do {to}',
  questions: 'Jeśli mają Państwo pytanie, proszę zadzwonić do szkoły ({school}): {telephone}. Osoba do kontaktu: {coordinator}.',
  questionsWithoutNumber: 'Jeśli mają Państwo pytanie, proszę zgłosić się do szkoły ({school}). Osoba do kontaktu: {coordinator}.',
  closing: 'Z poważaniem,',
  asWritten: 'Te słowa są po angielsku, tak jak zostały napisane. Nie przetłumaczono ich.',
  notReviewed:
    'Ten list składa się z gotowych zdań. Nie sprawdziła ich jeszcze osoba, dla której polski jest językiem ojczystym. Jeśli coś jest niejasne, proszę nas o to zapytać.',

  'invitation.title': 'Zaproszenie na spotkanie',
  'invitation.annual':
    'Zapraszamy Państwa na spotkanie. Dotyczy ono ucznia: {child}. To coroczny przegląd planu edukacji, zdrowia i opieki (EHC plan).',
  'invitation.support': 'Zapraszamy Państwa na spotkanie. Dotyczy ono ucznia: {child}. Omówimy dodatkową pomoc w szkole.',
  'invitation.parent': 'Chcemy spotkać się z Państwem i porozmawiać. Rozmowa dotyczy ucznia: {child}.',
  'invitation.iep':
    'Zapraszamy Państwa na spotkanie w sprawie IEP. Dotyczy ono ucznia: {child}. IEP to plan nauki. Są Państwo częścią zespołu.',
  'invitation.purpose': 'Porozmawiamy o tym, co idzie dobrze, co jest trudne i co trzeba zmienić.',
  'invitation.learnerPurpose': 'To jest Twoje spotkanie. Chcemy wiedzieć, co myślisz i na co masz nadzieję.',
  'invitation.when': 'Kiedy',
  'invitation.where': 'Gdzie',
  'invitation.online': 'Udział przez internet',
  'invitation.people': 'Kto jest zaproszony',
  'invitation.papers': 'Dokumenty wyślemy najpóźniej w tym dniu: {papersBy}.',
  'invitation.view': 'Państwa zdanie jest ważne. Można je napisać przed spotkaniem albo powiedzieć na miejscu.',
  'invitation.bring': 'Można przyjść z kimś bliskim albo z kimś, kto dobrze zna ucznia: {child}.',
  'invitation.cannotCome': 'Jeśli ten termin Państwu nie pasuje, proszę szybko dać nam znać. Znajdziemy inny.',
  'invitation.interpreter': 'Na miejscu będzie tłumacz. Język: {interpreterFor}.',
  'invitation.askInterpreter': 'Czy potrzebują Państwo tłumacza? Proszę nam powiedzieć, znajdziemy go. To nic nie kosztuje.',

  'decision.title': 'Co postanowiono',
  'decision.intro': 'Piszemy, żeby powiedzieć Państwu, co postanowiono w sprawie pomocy w szkole. Dotyczy ucznia: {child}.',
  'decision.heldOn': 'Postanowiono to na spotkaniu. Data: {heldOn}.',
  'decision.supportStarts': 'Uczeń: {child}. Dodatkowa pomoc w szkole trwa od dnia: {supportSince}. Nazywa się „SEN Support”.',
  'decision.list': 'Co postanowiono',
  'decision.help': 'Pomoc w szkole',
  'decision.why': 'Dlaczego',
  'decision.next': 'Omówimy to z Państwem ponownie. Data: {nextMeeting}.',
  'decision.disagree': 'Jeśli się Państwo nie zgadzają, proszę nam powiedzieć. Wysłuchamy Państwa i omówimy to jeszcze raz.',

  'record.title': 'O czym rozmawialiśmy',
  'record.intro': 'To jest zapis naszego spotkania. Dotyczyło ono ucznia: {child}. Data: {heldOn}.',
  'record.number':
    'Spotykamy się z rodzicami co najmniej trzy razy w roku szkolnym. Liczba spotkań w tym roku do tej pory: {meetingNumber}.',
  'record.people': 'Kto był obecny',
  'record.views': 'Co powiedziano',
  'record.decisions': 'Co postanowiono',
  'record.disagreements': 'W czym nie było zgody',
  'record.actions': 'Kto co robi',
  'record.more': 'Co chcemy dodać',
  'record.next': 'Spotkamy się ponownie. Data: {nextMeeting}.',
  'record.noNext': 'Wkrótce napiszemy do Państwa i podamy datę następnego spotkania.',
  'record.wrong': 'Jeśli pamiętają to Państwo inaczej, proszę nam powiedzieć. Dodamy Państwa słowa.',

  'consent.title': 'Czy wyrażają Państwo zgodę?',
  'consent.intro': 'Chcemy coś zrobić, aby pomóc. Dotyczy to ucznia: {child}. Najpierw musimy wiedzieć, czy mówią Państwo „tak” czy „nie”.',
  'consent.what': 'O co prosimy',
  'consent.why': 'Dlaczego o to prosimy',
  'consent.evaluation':
    'Chcemy sprawdzić, jak przebiega nauka. Uczeń: {child}. Zgoda na badania nie jest zgodą na usługi. O zgodę na usługi zapytamy osobno.',
  'consent.services': 'Chcemy rozpocząć usługi edukacji specjalnej. Uczeń: {child}. Zaczną się tylko wtedy, gdy się Państwo zgodzą.',
  'consent.sharing': 'Chcemy przekazać informacje komuś spoza szkoły. Dotyczą ucznia: {child}.',
  'consent.assessment': 'Chcemy, aby specjalista spotkał się z uczniem i sprawdził, co pomaga. Uczeń: {child}.',
  'consent.other': 'Proszę przeczytać poniżej, o co prosimy. Potem proszę powiedzieć, czy się Państwo zgadzają.',
  'consent.free':
    'Można powiedzieć „nie”. W każdej chwili można zmienić zdanie: proszę nam powiedzieć, a przestaniemy. To, co zrobiono wcześniej, pozostaje.',
  'consent.yes': 'Tak, zgadzam się.',
  'consent.no': 'Nie, nie zgadzam się.',
  'consent.talk': 'Najpierw chcę o tym porozmawiać.',
  'consent.name': 'Imię i nazwisko',
  'consent.signature': 'Podpis',
  'consent.date': 'Data',
  'consent.return': 'Proszę oddać tę stronę szkole.',
  'consent.keep': 'Pozostałe strony proszę zachować.',

  'rights.title': 'Prawa, które przechodzą na młodą osobę',
  'rights.usFamily':
    'Uczeń: {child}. Data ukończenia {ageOfRights} lat: {rightsOn}. Od tego dnia Państwa prawa w edukacji specjalnej przechodzą na ucznia.',
  'rights.usLearner': 'W tym dniu kończysz {ageOfRights} lat: {rightsOn}. Od tego dnia prawa rodziców w edukacji specjalnej są Twoje.',
  'rights.usNotice': 'Zawiadomienia, których wymaga prawo, będziemy nadal wysyłać także rodzicom.',
  'rights.englandFamily':
    'Uczeń: {child}. Od tego dnia jest to w świetle prawa młoda osoba: {rightsOn}. Decyzje o specjalnych potrzebach i o planie EHC należą wtedy do niej.',
  'rights.englandLearner':
    'Od tego dnia jesteś w świetle prawa młodą osobą: {rightsOn}. Decyzje o Twoich specjalnych potrzebach i o planie EHC należą wtedy do Ciebie.',
  'rights.meansFamily':
    'Od tego czasu piszemy najpierw do ucznia: {child}. Nadal mogą Państwo pomagać, jeśli młoda osoba się na to zgadza.',
  'rights.meansLearner': 'Od tego czasu piszemy najpierw do Ciebie. Rodzina może Ci nadal pomagać, jeśli się na to zgadzasz.',
  'rights.help': 'Jeśli te decyzje są trudne, proszę nam powiedzieć. Porozmawiamy o tym, kto może pomóc.',

  'notice.title': 'Zawiadomienie, zanim zaczniemy działać',
  'notice.intro':
    'Prawo mówi, że musimy do Państwa napisać, zanim coś zmienimy albo odmówimy zmiany. To jest ten list. Dotyczy ucznia: {child}.',
  'notice.proposes': 'Chcemy wprowadzić zmianę.',
  'notice.refuses': 'Nie chcemy wprowadzić zmiany, o którą proszono.',
  'notice.action': '1. Co chcemy zrobić albo czego nie zrobimy',
  'notice.why': '2. Dlaczego',
  'notice.used': '3. Na czym się oparliśmy',
  'notice.safeguards': '4. Państwa prawa',
  'notice.safeguardsText':
    'Mają Państwo prawa, które chronią Państwa i ucznia: {child}. Są opisane w dokumencie „Procedural Safeguards”. Kopię można dostać w szkole ({school}). Osoba do kontaktu: {coordinator}. Jest bezpłatna.',
  'notice.help': '5. Kto może pomóc zrozumieć ten list',
  'notice.options': '6. Co jeszcze braliśmy pod uwagę i dlaczego tego nie wybraliśmy',
  'notice.factors': '7. Co jeszcze było ważne',

  'safeguards.title': 'Państwa prawa w edukacji specjalnej',
  'safeguards.intro':
    'Z tym listem otrzymują Państwo dokument „Procedural Safeguards”. Mówi on, jakie mają Państwo prawa i co można zrobić, jeśli się Państwo z nami nie zgadzają. Dotyczy ucznia: {child}.',
  'safeguards.year': 'Dajemy go Państwu raz w każdym roku szkolnym.',
  'safeguards.request': 'Dajemy go Państwu, ponieważ ktoś poprosił o badania. Uczeń: {child}.',
  'safeguards.complaint': 'Dajemy go Państwu, ponieważ złożyli Państwo skargę.',
  'safeguards.discipline': 'Dajemy go Państwu z powodu zakazu przychodzenia do szkoły. Uczeń: {child}.',
  'safeguards.asked': 'Dajemy go Państwu, ponieważ o niego Państwo prosili.',
  'safeguards.talk': 'Możemy przeczytać go razem z Państwem i wyjaśnić, co znaczy. Proszę nam powiedzieć, jeśli Państwo tego chcą.',
  'safeguards.received': 'Potwierdzam otrzymanie tego dokumentu.',

  'link.time': '{school} prosi o wybranie terminu spotkania. Chcemy też poznać Państwa zdanie.',
  'link.view': '{school} chce poznać Państwa zdanie.',
  'link.read': '{school} ma dla Państwa coś do przeczytania.',
  'link.contribution': '{school} zadaje Państwu kilka pytań.',
  'link.again': 'Nie mamy jeszcze Państwa odpowiedzi.',
  'link.open': 'Proszę otworzyć tę stronę: {page}',
  'link.code': 'Strona najpierw wysyła sześciocyfrowy kod na ten sam adres. Dzięki temu nikt inny jej nie przeczyta.',
  'link.alone': 'Konto nie jest potrzebne. Link jest tylko dla Państwa. Działa do dnia: {until}.',
  'link.minutes': 'Czy pamiętają Państwo coś z protokołu inaczej? Proszę nam to powiedzieć w ciągu dwóch tygodni. Dodamy Państwa słowa.',
  'link.codeSubject': '{school}: Państwa kod',
  'link.yourCode': 'Państwa kod to {code}. Działa przez {minutes} minut.',
  'link.keepCode': 'Nikt ze szkoły nigdy o niego nie zapyta. Jeśli to nie Państwo otworzyli teraz naszą stronę, nie trzeba nic robić.',
  'link.paperOpen': '1. Na telefonie lub komputerze proszę otworzyć tę stronę: {page}',
  'link.paperKey': '2. Proszę wpisać ten klucz. Małe i wielkie litery nie mają znaczenia.',
  'link.paperCode': '3. Proszę wpisać ten kod. Działa jeden raz. Potem strona pozostaje otwarta przez godzinę.',
  'link.paperLater': 'Aby wrócić później, proszę zadzwonić: {coordinator}, {telephone}. Przeczytamy nowy kod.',
  'link.paperLaterWithoutNumber': 'Aby wrócić później, proszę poprosić o nowy kod: {coordinator}.',
  'link.paperCall':
    '3. Proszę zadzwonić: {coordinator}, {telephone}. Przeczytamy sześciocyfrowy kod. Działa jeden raz, przez {minutes} minut.',
  'link.paperCallWithoutNumber': '3. Proszę poprosić o sześciocyfrowy kod: {coordinator}. Działa jeden raz, przez {minutes} minut.',
  'link.paperAlone': 'Nie trzeba mieć konta ani adresu e-mail. List jest tylko dla Państwa. Działa do dnia: {until}.',
};
