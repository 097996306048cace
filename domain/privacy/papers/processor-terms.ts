import { keptBlocks } from './kept.ts';
import { lawOf } from './law.ts';
import { fillIn, heading, list, type Paper, type PaperFacts, table, text } from './paper.ts';
import { MEASURES } from './processing-record.ts';
import { recipients } from './recipients.ts';

/** Terms between the school and whoever runs Waymark for it; no processor is needed where the school runs it itself. */
export const processorTerms = (facts: PaperFacts): Paper => {
  const law = lawOf(facts);
  return {
    title: 'Processor terms',
    about: `A draft under ${law.processor} between ${facts.organisation} (the controller) and ${fillIn('who runs Waymark')} (the processor). Have it read by a lawyer.`,
    blocks: [
      heading('1. What is processed'),
      text(
        `Casework for pupils with special educational needs, for as long as the controller uses Waymark, of the people and kinds named in the record of processing. ${law.special}`,
      ),
      heading('2. The processor'),
      list(
        'acts on the controller’s written instructions alone; the settings and deeds of Waymark are such instructions;',
        'binds everybody who has access to confidence;',
        'keeps the measures of section 4 and tells the controller before weakening one;',
        'takes a further processor only with the controller’s agreement, under the same terms;',
        'helps to answer people who ask to see, correct or erase their data: Waymark gathers, redacts and erases by deeds of its own;',
        'tells the controller of a breach without delay, and at the latest within [24] hours of knowing;',
        'at the end hands back everything and deletes it, backups included, within [30] days, and says so in writing;',
        'shows what is needed to check all this, and lets the controller audit.',
      ),
      heading('3. Further processors and recipients'),
      table(
        ['Who', 'For what', 'Where'],
        [
          [
            'Microsoft (Microsoft 365)',
            'Accounts, calendars, mail, documents, Teams: in the controller’s own tenant, under the controller’s own terms with Microsoft',
            fillIn('region of the tenant'),
          ],
          [fillIn('hosting provider'), 'Machines and database', fillIn('region')],
        ],
      ),
      text(
        `Data goes to these and no others: ${recipients()
          .map(({ who }) => who)
          .join('; ')}.`,
      ),
      heading('4. Measures'),
      table(['Measure', 'Where it can be checked'], MEASURES),
      heading('5. How long data is kept'),
      ...keptBlocks(facts),
      heading('6. Signed'),
      table(['For the controller', 'For the processor'], [[fillIn('name, date'), fillIn('name, date')]]),
    ],
  };
};
