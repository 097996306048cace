import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { paperAsMarkdown } from '#domain/privacy/papers/as-markdown.ts';
import type { PaperFacts } from '#domain/privacy/papers/paper.ts';
import { privacyPaper } from '#domain/privacy/papers/papers.ts';
import { retentionRuleOf } from '#domain/privacy/retention.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { permissionsOf } from '../graph/permissions.ts';
import type { Parts } from '../parts.ts';
import { paperDocument } from './paper-document.ts';
import { organisationNamed, tablesOf } from './paper-records.ts';
import { privacySettingOf } from './subject-records.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const;

/** What the papers say of permissions is what the manifest, the preflight and docs/permissions.md say; no mailbox or site is named. */
const permissions = (): PaperFacts['permissions'] =>
  permissionsOf('', '', 0).map(({ name, kind, forWhat }) => ({ name, kind, forWhat: forWhat.replace(/ \(.*\)$/, '') }));

/** A privacy paper of this organisation, filled from what the code and the database say of themselves. It holds nothing about one person. */
export const takePrivacyPaper =
  (parts: Parts): Casework['takePrivacyPaper'] =>
  async (actor, { paper: name, as }) => {
    permitInHouse(actor, 'take-privacy-papers');
    const { organisation } = actor.scope;
    const today = parts.clock.today(actor.timeZone);
    const facts = await parts.database.within(actor.scope, async (tx): Promise<PaperFacts> => {
      const { jurisdiction, years } = await privacySettingOf(tx, organisation);
      const rule = retentionRuleOf(jurisdiction);
      await note(tx, parts, actor, 'take-privacy-paper', undefined, { paper: name, as });
      return {
        organisation: await organisationNamed(tx, organisation),
        jurisdiction: nationOf(jurisdiction),
        on: dayWordsWithYear(today),
        tables: await tablesOf(tx),
        permissions: permissions(),
        ownYears: (rule && years[rule.id]) ?? null,
      };
    });
    const paper = privacyPaper(name, facts);
    const foot = `${facts.organisation}: ${paper.title}, made by Waymark on ${facts.on}. A template, not legal advice`;
    const bytes = as === 'docx' ? await paperDocument(paper, foot) : new TextEncoder().encode(paperAsMarkdown(paper, foot));
    return {
      name: `${paper.title}.${as}`,
      type: TYPES[as],
      content: Buffer.from(bytes).toString('base64'),
      words: `${paper.title}, as of today. What only you can say stands in square brackets.`,
    };
  };
