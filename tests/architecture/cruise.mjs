/**
 * Holds every import to tests/architecture/dependency-rules.mjs and prints what breaks a rule, with the rule's reason. Exit 1 if anything
 * does. A process of its own, because dependency-cruiser's parser has to be taught .tsx before it is loaded.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import rules, { WITHOUT_TYPES } from './dependency-rules.mjs';

const FOLDERS = ['domain', 'contract', 'api', 'bot', 'tab', 'word-addin', 'manifest', 'local-tenant', 'server', 'tests'];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const swc = createRequire(import.meta.url)('@swc/core');
const parse = swc.parseFileSync;
let typesToo = true;
swc.parseFileSync = (file, options) => {
  const tree = parse(file, { ...options, tsx: file.endsWith('.tsx') });
  return typesToo ? tree : { ...tree, body: tree.body.filter((one) => !one.typeOnly) };
};
const { cruise } = await import('dependency-cruiser');

/** Follows every import below the folders and holds it to the rules; with or without those that are only types. */
const broken = async (withTypes, forbidden) => {
  typesToo = withTypes;
  const { enhancedResolveOptions, ...options } = rules.options;
  const { output } = await cruise(
    FOLDERS.filter((name) => existsSync(name)),
    { ...options, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
  );
  return output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map((step) => step.name).join(' > ') : to,
    because: forbidden.find(({ name }) => name === rule.name)?.comment,
  }));
};

process.chdir(process.argv[2] ? path.resolve(process.argv[2]) : root);
const isLater = ({ name }) => WITHOUT_TYPES.includes(name);
const found = [
  ...(await broken(
    true,
    rules.forbidden.filter((rule) => !isLater(rule)),
  )),
  ...(await broken(false, rules.forbidden.filter(isLater))),
];
console.log(JSON.stringify(found, null, 2));
process.exit(found.length > 0 ? 1 : 0);
