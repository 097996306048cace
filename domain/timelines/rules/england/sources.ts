/** Where the texts stand. Regulations are linked by their number, so that a link opens the paragraph's own page. */
export const regs = (number: number): string => `https://www.legislation.gov.uk/uksi/2014/1530/regulation/${number}`;
export const act = (section: number): string => `https://www.legislation.gov.uk/ukpga/2014/6/section/${section}`;
export const CODE_OF_PRACTICE = 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25';
export const TRIBUNAL_RULES = 'https://www.legislation.gov.uk/uksi/2008/2699';

export const SEND_REGS = 'SEND Regulations 2014 (SI 2014/1530)';
export const CFA = 'Children and Families Act 2014';
export const CODE = 'SEND Code of Practice 2015';
export const FTT_RULES = 'Tribunal Procedure (FtT) (HESC Chamber) Rules 2008 (SI 2008/2699)';

/** The four reasons of regs 5(4), 10(4) and 13(3), by their ids. */
export const COUNCIL_EXCEPTIONS = ['E1', 'E2', 'E4', 'E3'] as const;
