import type { ContentKind, ContentRule } from '#domain/plan-content/content-rule.ts';
import { ENGLAND } from '#domain/plan-content/rules/england.ts';
import { IDEA } from '#domain/plan-content/rules/idea.ts';

/** What plans must hold, by nation. Another nation is another line here and a page of data. */
export const CONTENT_RULES: Readonly<Record<string, readonly ContentRule[]>> = { england: ENGLAND, us: IDEA };

/** The rules of a nation about one kind of plan. */
export const contentRules = (nation: string, of: ContentKind): readonly ContentRule[] =>
  (CONTENT_RULES[nation] ?? []).filter((rule) => rule.of === of);
