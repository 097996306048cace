import { lawOf } from './law.ts';
import { fillIn, heading, list, type Paper, type PaperFacts, table, text } from './paper.ts';

/** What to do when data may have gone where it should not: in the order of the clock, with what Waymark can tell. */
export const breachSteps = (facts: PaperFacts): Paper => {
  const law = lawOf(facts);
  return {
    title: 'Steps after a breach',
    about: `For whoever is called first. ${law.breach}: ${law.authority} is told within ${law.tellWithin} of knowing, unless nobody can come to harm.`,
    blocks: [
      heading('The first hour: stop it'),
      list(
        'Write down when you knew, from whom, and what is said to have happened. The clock starts there.',
        'An account in the wrong hands: block sign-in in Entra. Waymark lets nobody in with it from the next token on; end the role in Settings, People and roles.',
        'A link in the wrong hands: open the pupil’s page, Who may see this, and withdraw the link. It opens nothing from that moment.',
        'A document shared too widely: take the sharing away in SharePoint; Waymark makes no organisation-wide link.',
        'A secret or key: make a new one in Entra and start Waymark with it; the old one is deleted there. Sign-ins kept encrypted are forgotten when WAYMARK_TOKEN_KEY changes.',
        'Put a hold on each record concerned, so that nothing of it is erased meanwhile.',
        `Call: data protection officer ${fillIn('name, telephone')}; head ${fillIn('telephone')}; who runs Waymark ${fillIn('telephone')}.`,
      ),
      heading('The first day: find out'),
      table(
        ['Question', 'Where Waymark answers'],
        [
          ['Who has seen this pupil’s record, when, by which door', 'Pupil’s page, Who may see this, Who has seen: as Word or CSV'],
          ['What one person did', 'The audit trail, by their id; ids and no names'],
          ['Whether the trail is whole', 'npm run -s waymark -- audit verify'],
          ['What a request did, by the reference that somebody saw', 'The log, by reference (docs/operations.md)'],
          ['Which letters and links went to whom', 'Pupil’s page, Letters, and Who may see this'],
          ['What data could have been in it', 'The data map'],
          ['What was taken out as files', 'The audit trail: each export is noted'],
        ],
      ),
      heading(`Within ${law.tellWithin}: tell`),
      list(
        `${law.authority.replace(/^./, (letter) => letter.toUpperCase())}: what happened, whose data and how many people, what it may lead to, what was done, who can be asked.`,
        'The people themselves, in plain words, where they may come to harm: what happened, what it may mean for them, what they can do.',
        `The local authority or trust, where your own rules say so: ${fillIn('who')}.`,
      ),
      heading('Afterwards'),
      list(
        'Write down what happened, what it led to and what was done, also where nobody had to be told.',
        'Lift the holds, with the reason.',
        'Look at the impact assessment again.',
      ),
      heading('Which data is graver'),
      text(law.special),
      table(
        ['Table', 'Why it is graver'],
        facts.tables.filter(({ name }) => name in GRAVER).map(({ name }) => [name, GRAVER[name] ?? '']),
      ),
    ],
  };
};

/** Tables of which a glance can do harm; each stands in the data map as well. */
const GRAVER: Readonly<Record<string, string>> = {
  contact: 'Addresses of families, and who must not be reached',
  concern: 'Worries about a child, some of them about safety',
  need: 'Disability and health',
  assessment: 'Scores and diagnoses',
  removal: 'Suspensions and their reasons',
  log_entry: 'Notes, restricted ones among them',
  reflection: 'Private reflections of colleagues',
  token_cache: 'Sign-ins, encrypted',
};
