/** Why a file was not read, with a sentence fit to show a person. */
export type UnreadablePlan = { readonly ok: false; readonly why: WhyNot; readonly words: string };

export type WhyNot =
  | 'empty'
  | 'too-big'
  | 'not-a-plan'
  | 'old-word'
  | 'password'
  | 'damaged'
  | 'unsafe'
  | 'scanned'
  | 'too-many-pages'
  | 'too-long';

/** More pages than any plan has; the appendices of a bundle are filed, not read. */
export const MOST_PAGES = 120;
export const MOST_BYTES = 25 * 1024 * 1024;

const SENTENCES: Readonly<Record<WhyNot, string>> = {
  empty: 'This file is empty.',
  'too-big': 'This file is larger than 25 MB. Save the plan without its pictures, or without its appendices.',
  'not-a-plan': 'This file is neither a Word document (.docx) nor a PDF.',
  'old-word': 'This is a Word file of the old kind (.doc). Open it in Word and save it as .docx.',
  password: 'This file is protected by a password. Save it without the password and bring it in again.',
  damaged: 'This file is damaged and cannot be read. Open it, save it again, and bring in the new file.',
  unsafe: 'This file is built in a way no plan is built, so it was not opened.',
  scanned:
    'This file holds pictures of pages and no text, so no line can be read from it. Ask the sender for the Word file or a PDF with text.',
  'too-many-pages': `This file has more than ${MOST_PAGES} pages. Save the plan’s own pages as a file of their own.`,
  'too-long':
    'Reading this file took more time or memory than a plan needs, so it was given up. Save it again as a new file, without pictures.',
};

/** The answer for a file that was not read. */
export const unreadablePlan = (why: WhyNot): UnreadablePlan => ({ ok: false, why, words: SENTENCES[why] });

export const isUnreadablePlan = (answer: object): answer is UnreadablePlan => 'ok' in answer && answer.ok === false;
