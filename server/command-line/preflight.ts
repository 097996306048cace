import type { PermissionTried, Preflight } from '#contract/settings.ts';
import type { Answer } from './answer.ts';

const WORDS: Record<PermissionTried['outcome'], string> = {
  works: 'works',
  missing: 'MISSING',
  'refused-as-it-should': 'refused, as it should be',
  off: 'off',
  'not-reached': 'not tried',
};

const linesOf = (tried: PermissionTried): string[] => [
  `${tried.name} (${tried.kind}): ${WORDS[tried.outcome]}. ${tried.forWhat}. ${tried.detail}`,
  ...(tried.outcome === 'missing' ? [`  Without it: ${tried.without}.`, `  Do this: ${tried.cure}`] : []),
];

/** What `preflight` says: a line a permission, and under each that is missing the step that mends it. Exit 1 where one is missing. */
export const preflightAnswer = (found: Preflight): Answer => ({
  code: found.permissions.some((one) => one.outcome === 'missing') ? 1 : 0,
  lines: found.permissions.flatMap(linesOf),
  json: found,
});
