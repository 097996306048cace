/** Writes the pages under docs/ that are made from code; tests hold the files to what this writes. Run it as `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { permissionsPage } from '#api/graph/permissions-page.ts';
import { accessPage } from '#domain/access/access-page.ts';
import { faultsPage } from '#domain/faults/faults-page.ts';
import { clocksPage } from '#domain/timelines/clocks-page.ts';
import { casedRules } from '#tests/domain/timelines/cases.ts';
import { asvsPage } from './asvs-page.ts';

const pages = {
  'permissions.md': permissionsPage,
  'access.md': accessPage,
  'asvs.md': asvsPage,
  'faults.md': faultsPage,
  'clocks.md': () => clocksPage(casedRules),
} as const;

for (const [name, page] of Object.entries(pages)) writeFileSync(new URL(`../../docs/${name}`, import.meta.url), page());
