import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { permissionsOf } from '#api/graph/permissions.ts';
import { type Actor, ROLES } from '#domain/access/actor.ts';
import { type PrivacyPaper, privacyPapers } from '#domain/privacy/papers/names.ts';
import { RETENTION_RULES } from '#domain/privacy/retention.ts';
import { OUTSIDE_PARTS } from '#domain/status/outside.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let administrator: Actor;

const paper = async (name: PrivacyPaper, of = world, who = administrator): Promise<string> => {
  const { content } = await of.casework.takePrivacyPaper(who, { paper: name, as: 'md' });
  return Buffer.from(content, 'base64').toString('utf8');
};

/** What is missing from a paper, so that a failure names it. */
const missing = (words: readonly string[], text: string): string[] => words.filter((one) => !text.includes(one));

beforeAll(async () => {
  world = await aWorld();
  administrator = await world.actorFor('administrator');
  await world.enrol({ givenName: 'Tamsin', surname: 'Quill', caseRef: 'WM-7002' });
});

describe('the privacy papers', () => {
  it('map every table of the database, each with what it holds', async () => {
    const tables = await world.sql<{ name: string }>("select tablename as name from pg_tables where schemaname = 'waymark'");
    const map = await paper('data-map');
    expect(
      missing(
        tables.map(({ name }) => `| ${name} | `),
        map,
      ),
    ).toEqual([]);
    expect(map).toContain('| contact | Contacts | Pupil | Yes | With the record |');
    expect(map).toContain('| audit_entry | who did what: kept, with ids and no names | Staff |');
  });

  it('name every permission on Microsoft 365, in the record of processing and in the impact assessment', async () => {
    const permissions = permissionsOf('', '', 0).map(
      ({ name, kind }) => `| ${name} | ${kind === 'delegated' ? 'as the person' : 'by itself'} |`,
    );
    for (const name of ['processing-record', 'impact-assessment'] as const) expect(missing(permissions, await paper(name))).toEqual([]);
  });

  it('name every recipient: each part of Microsoft 365 and each role', async () => {
    const who = [...Object.values(OUTSIDE_PARTS).map(({ title }) => `Microsoft 365: ${title}`), ...ROLES.map((role) => `(role: ${role})`)];
    for (const name of ['data-map', 'processing-record', 'impact-assessment', 'processor-terms'] as const)
      expect(missing(who, await paper(name))).toEqual([]);
  });

  it('say how long is kept in each nation, with the source, and mark what nobody has verified', async () => {
    const text = await paper('processing-record');
    for (const { id, source, unverified } of RETENTION_RULES) {
      expect(text).toContain(id);
      expect(text).toContain(`${source}${unverified ? ` [unverified: ${unverified}]` : ''}`);
    }
  });

  it('say the school’s own length where it set one', async () => {
    const leader = await world.actorFor('leader');
    await world.casework.setRetentionLength(leader, { years: 35, reason: 'Our policy' });
    expect(await paper('data-map')).toContain('35 years, set by the organisation; the source: 31 years');
  });

  it('speak of FERPA and IDEA in the United States, and of no English law', async () => {
    const district = await aWorld({ jurisdiction: 'us-federal', timeZone: 'America/Chicago' });
    const who = await district.actorFor('administrator');
    for (const name of privacyPapers) {
      const text = await paper(name, district, who);
      expect(text).not.toMatch(/UK GDPR|Information Commissioner|Children and Families Act/);
    }
    expect(await paper('processor-terms', district, who)).toContain('FERPA');
  });

  it('hold nothing about any person', async () => {
    for (const name of privacyPapers) expect(await paper(name)).not.toMatch(/Tamsin|Quill|WM-7002|Sam /);
  });

  it('are Word documents with their tables, and each taking is noted', async () => {
    const { content, name } = await world.casework.takePrivacyPaper(administrator, { paper: 'impact-assessment', as: 'docx' });
    const document = Buffer.from(unzipSync(Buffer.from(content, 'base64'))['word/document.xml'] ?? []).toString('utf8');
    expect(name).toBe('Data protection impact assessment.docx');
    expect(document).toContain('A letter reaches somebody who must not know');
    expect(document.match(/<w:tbl>/g)?.length).toBe(4);
    const noted = await world.sql("select from waymark.audit_entry where organisation_id = $1 and deed = 'take-privacy-paper'", [
      world.organisation,
    ]);
    expect(noted.length).toBeGreaterThan(0);
  });

  it('are not for a teacher', async () => {
    await expect(paper('data-map', world, await world.actorFor('teacher'))).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});
