import type { Choice } from '#domain/record/kind.ts';

/** The four broad areas of need of England's Code (6.28 to 6.35), as plans and lists name them; the United States group otherwise. */
export const AREAS: readonly Choice[] = [
  { value: 'Communication and interaction', words: 'Communication and interaction' },
  { value: 'Cognition and learning', words: 'Cognition and learning' },
  { value: 'Social, emotional and mental health', words: 'Social, emotional and mental health' },
  { value: 'Sensory and physical', words: 'Sensory and physical' },
];

/** SEN types of the January census (england.md 7) and the categories of 34 CFR 300.8 (idea.md 5). */
export const NEED_CODES: readonly Choice[] = [
  { value: 'SPLD', words: 'Specific learning difficulty', onlyIn: 'england' },
  { value: 'MLD', words: 'Moderate learning difficulty', onlyIn: 'england' },
  { value: 'SLD', words: 'Severe learning difficulty', onlyIn: 'england' },
  { value: 'PMLD', words: 'Profound and multiple learning difficulty', onlyIn: 'england' },
  { value: 'SEMH', words: 'Social, emotional and mental health', onlyIn: 'england' },
  { value: 'SLCN', words: 'Speech, language and communication needs', onlyIn: 'england' },
  { value: 'ASD', words: 'Autistic spectrum disorder', onlyIn: 'england' },
  { value: 'HI', words: 'Hearing impairment', onlyIn: 'england' },
  { value: 'VI', words: 'Vision impairment', onlyIn: 'england' },
  { value: 'MSI', words: 'Multi-sensory impairment', onlyIn: 'england' },
  { value: 'PD', words: 'Physical disability', onlyIn: 'england' },
  { value: 'DS', words: 'Down syndrome', onlyIn: 'england' },
  { value: 'OTH', words: 'Other difficulty', onlyIn: 'england' },
  { value: 'NSA', words: 'No specialist assessment of type', onlyIn: 'england' },
  { value: 'AUT', words: 'Autism', onlyIn: 'idea' },
  { value: 'DB', words: 'Deaf-blindness', onlyIn: 'idea' },
  { value: 'DEAF', words: 'Deafness', onlyIn: 'idea' },
  { value: 'ED', words: 'Emotional disturbance', onlyIn: 'idea' },
  { value: 'HI', words: 'Hearing impairment', onlyIn: 'idea' },
  { value: 'ID', words: 'Intellectual disability', onlyIn: 'idea' },
  { value: 'MD', words: 'Multiple disabilities', onlyIn: 'idea' },
  { value: 'OI', words: 'Orthopedic impairment', onlyIn: 'idea' },
  { value: 'OHI', words: 'Other health impairment', onlyIn: 'idea' },
  { value: 'SLD', words: 'Specific learning disability', onlyIn: 'idea' },
  { value: 'SLI', words: 'Speech or language impairment', onlyIn: 'idea' },
  { value: 'TBI', words: 'Traumatic brain injury', onlyIn: 'idea' },
  { value: 'VI', words: 'Visual impairment including blindness', onlyIn: 'idea' },
  { value: 'DD', words: 'Developmental delay', onlyIn: 'idea' },
  { value: 'OTHER', words: 'Another category, as the State names it', onlyIn: 'idea' },
];

/** What makes learning hard, in words a class teacher uses; advice names the barrier it addresses (duty 4 A4). */
export const BARRIERS: readonly Choice[] = [
  { value: 'attention', words: 'Attention' },
  { value: 'working-memory', words: 'Working memory' },
  { value: 'reading-load', words: 'Reading load' },
  { value: 'writing', words: 'Writing' },
  { value: 'language', words: 'Language' },
  { value: 'sensory', words: 'Sensory' },
  { value: 'motor', words: 'Movement' },
  { value: 'anxiety', words: 'Anxiety' },
  { value: 'other', words: 'Something else' },
];
