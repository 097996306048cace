/**
 * The categories of IDEA (34 CFR 300.8) as Ed-Fi's descriptors name them, each with a short code. A name that is no federal
 * category (a State's own, or a descriptor wider than one category) is kept as it is written: a category is not guessed.
 */
const CATEGORIES: Readonly<Record<string, string>> = {
  'Autism Spectrum Disorders': 'AUT',
  'Deaf-Blindness': 'DB',
  Deafness: 'DEAF',
  'Serious Emotional Disability': 'ED',
  'Hearing Impairment, including Deafness': 'HI',
  'Intellectual Disability': 'ID',
  'Multiple Disabilities': 'MD',
  'Orthopedic Impairment': 'OI',
  'Other Health Impairment': 'OHI',
  'Specific Learning Disability': 'SLD',
  'Speech or Language Impairment': 'SLI',
  'Traumatic Brain Injury': 'TBI',
  'Visual Impairment, including Blindness': 'VI',
  'Developmental Delay': 'DD',
};

/** The code of a disability as a roster names it: a category's, or `OTHER` with the name kept beside it. */
export const categoryOf = (disability: string): string => CATEGORIES[disability] ?? 'OTHER';
