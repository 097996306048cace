/** The languages that family letters exist in: their codes, what English calls them, what they call themselves. */
export const LANGUAGES = {
  en: { name: 'English', own: 'English', direction: 'ltr', england: 'en-GB', us: 'en-US' },
  es: { name: 'Spanish', own: 'Español', direction: 'ltr', england: 'es-ES', us: 'es-US' },
  cy: { name: 'Welsh', own: 'Cymraeg', direction: 'ltr', england: 'cy-GB', us: 'cy-GB' },
  pl: { name: 'Polish', own: 'Polski', direction: 'ltr', england: 'pl-PL', us: 'pl-PL' },
  ur: { name: 'Urdu', own: 'اردو', direction: 'rtl', england: 'ur-PK', us: 'ur-PK' },
  ar: { name: 'Arabic', own: 'العربية', direction: 'rtl', england: 'ar', us: 'ar' },
} as const;

export type LetterLanguage = keyof typeof LANGUAGES;
export type Nation = 'england' | 'us';

export const letterLanguages = Object.keys(LANGUAGES) as readonly LetterLanguage[];

/** The language of a contact as a letter knows it; null where it is not known, or where there are no phrases in it. */
export const languageNamed = (name: string | null): LetterLanguage | null => {
  const wanted = name?.trim().toLowerCase();
  return (
    letterLanguages.find((code) => [code, LANGUAGES[code].name, LANGUAGES[code].own].some((word) => word.toLowerCase() === wanted)) ?? null
  );
};

/** How the language writes dates in this nation. */
export const localeOf = (language: LetterLanguage, nation: Nation): string => LANGUAGES[language][nation];

export type LanguageProposal = { readonly language: LetterLanguage; readonly words: string };

/** The language to write to a contact in, and why: theirs where there are phrases in it, else English, and it says so. */
export const proposeLanguage = (contact: string | null): LanguageProposal => {
  const language = languageNamed(contact);
  if (language) return { language, words: `${LANGUAGES[language].name}: the language of the contact.` };
  if (!contact) return { language: 'en', words: 'English: no language is recorded for this contact.' };
  return { language: 'en', words: `English: there are no phrases in ${contact}. Ask for an interpreter or a translation.` };
};
