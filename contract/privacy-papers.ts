import { z } from 'zod';
import { privacyPapers } from '#domain/privacy/papers/names.ts';

/** GET /api/privacy/papers/:paper?as= */
export const privacyPaperName = z.enum(privacyPapers as [(typeof privacyPapers)[number], ...(typeof privacyPapers)[number][]]);
export const privacyPaperAs = z.enum(['docx', 'md']);
