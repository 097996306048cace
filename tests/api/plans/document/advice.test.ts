import { describe, expect, it } from '@jest/globals';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { readAdvice } from '#api/plans/document/read-advice.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import { recommendationsIn, type StoredAdvice, type StoredContribution, viewIn } from '#domain/plans/stored.ts';
import { shipped } from '#tests/api/plans/document/shipped.ts';
import { callum, day, speechAdvice } from '#tests/domain/plans/callum.ts';

const bytesOf = async (children: (Paragraph | Table)[]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));

const sectionsOf = async (children: (Paragraph | Table)[]) => {
  const read = readAdvice(await bytesOf(children));
  if (!read.ok) throw new Error(read.words);
  return read.sections;
};

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

describe('What others wrote is read in their own words', () => {
  it('a therapist’s recommendations reach the plan with the file as their source', async () => {
    const sections = await sectionsOf([
      new Paragraph({ text: 'Speech and language report', heading: HeadingLevel.TITLE }),
      new Paragraph({ text: 'Findings', heading: HeadingLevel.HEADING_1 }),
      new Paragraph('Callum follows one-step instructions.'),
      new Paragraph({ text: 'Recommendations', heading: HeadingLevel.HEADING_1 }),
      new Paragraph('Give one step at a time & show it.'),
      new Paragraph('Ask him to show, not to tell.'),
    ]);
    const advice: StoredAdvice = { kind: 'advice', file: speechAdvice, by: 'Joanna Tse', sections };
    expect(recommendationsIn(advice)).toEqual(['Give one step at a time & show it.', 'Ask him to show, not to tell.']);
    const blocks = draftPlan(callum, [advice], shipped('england-sen-support').mapping);
    const advised = blocks.filter((block) => block.field === 'advice.text');
    expect(advised.map((block) => block.text)).toEqual(['Give one step at a time & show it.', 'Ask him to show, not to tell.']);
    expect(advised.flatMap((block) => block.sources)).toEqual([speechAdvice, speechAdvice]);
  });

  it('the title, the case line, findings and when the therapist can come are no recommendations', () => {
    const sections = [
      { heading: 'Speech and language advice', paragraphs: ['Case WM-0412'] },
      { heading: 'About this advice', paragraphs: ['Seen in class and alone on two mornings.'] },
      { heading: 'What I found', paragraphs: ['Understands one step.'] },
      { heading: 'Recommendations', paragraphs: ['Date of birth: 14 March 2016', 'Show a picture of the finished task first.'] },
      { heading: 'Next steps', paragraphs: ['I will see Callum again in March.', 'School to keep a log of changes until Christmas.'] },
    ];
    expect(recommendationsIn({ kind: 'advice', file: speechAdvice, by: 'Joanna Tse', sections })).toEqual([
      'Show a picture of the finished task first.',
      'School to keep a log of changes until Christmas.',
    ]);
  });

  it('a short bold line is taken for the heading it looks like', async () => {
    const sections = await sectionsOf([
      new Paragraph({ children: [new TextRun({ text: 'Advice for the classroom', bold: true })] }),
      new Paragraph('Seat him near the door.'),
    ]);
    expect(sections).toEqual([{ heading: 'Advice for the classroom', paragraphs: ['Seat him near the door.'] }]);
  });

  it('a form of two columns is questions and answers', async () => {
    const rows = [
      ['What does your child like?', 'Trains.'],
      ['What worries you?', 'The bell.'],
    ].map((texts) => new TableRow({ children: texts.map(cell) }));
    expect(await sectionsOf([new Table({ rows })])).toEqual([
      { heading: 'What does your child like?', paragraphs: ['Trains.'] },
      { heading: 'What worries you?', paragraphs: ['The bell.'] },
    ]);
  });

  it('a mother’s letter in the folder closes the gap, word for word', async () => {
    const sections = await sectionsOf([new Paragraph('He talks about school at tea now.'), new Paragraph('He never did.')]);
    const file = {
      ...speechAdvice,
      driveItemId: 'letter',
      name: 'WM-0412 letter.docx',
      words: 'Letter, Fiona Reid',
      on: day('2026-11-19'),
    };
    const letter: StoredContribution = { kind: 'contribution', file, by: 'Fiona Reid', role: 'parent', sections };
    expect(viewIn(letter)).toBe('He talks about school at tea now.\nHe never did.');
    const view = draftPlan(callum, [letter], shipped('england-sen-support').mapping).find((block) => block.field === 'parent.view');
    expect(view).toMatchObject({ kind: 'text', text: '“He talks about school at tea now.\nHe never did.”', sources: [file] });
  });

  it('a letter from somebody else of the same role does not speak for her', () => {
    const letter: StoredContribution = {
      kind: 'contribution',
      file: speechAdvice,
      by: 'Darren Reid',
      role: 'parent',
      sections: [{ heading: '', paragraphs: ['No.'] }],
    };
    const view = draftPlan(callum, [letter], shipped('england-sen-support').mapping).find((block) => block.field === 'parent.view');
    expect(view?.kind).toBe('gap');
  });
});
