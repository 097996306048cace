import type { KeptEntry } from '../../casework.ts';

type Said = KeptEntry<string>['values'];

export const arrangement = (values: Said): KeptEntry<string> => ({ kind: 'exam-arrangement', by: 'ruth.okafor', values });

/** What a subject teacher saw, in the teacher's own hand. */
export const seen = (teacher: string, values: Said): KeptEntry<string> => ({
  kind: 'exam-evidence',
  by: teacher,
  values: { ...values, teacher },
});

/** What the school's own assessor found; the certificate is looked at each September before anybody is tested. */
export const score = (values: Said): KeptEntry<string> => ({
  kind: 'exam-score',
  by: 'ruth.okafor',
  values: {
    assessor: 'Eleanor Maddox',
    qualification: 'Certificate in assessing for access arrangements, Level 7, Westmere University',
    seenOn: '2026-09-08',
    ...values,
  },
});

/** The data-protection notice; not back yet where nobody has signed. */
export const notice = (givenOn: string, signed?: { readonly on: string; readonly by: 'pupil' | 'parent' }): KeptEntry<string> => ({
  kind: 'exam-notice',
  by: 'ruth.okafor',
  values: { givenOn, ...(signed ? { signedOn: signed.on, signedBy: signed.by } : {}) },
});
