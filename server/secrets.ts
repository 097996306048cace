import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment.ts';
import { root } from './root.ts';

/** Settings that let somebody in, or open what is encrypted. Each may stand in a file of its own, which its name with `_FILE` behind it names. */
export const SECRETS = ['DATABASE_URL', 'WAYMARK_CLIENT_SECRET', 'WAYMARK_TOKEN_KEY'] as const;

const isSet = (environment: Environment, name: string): boolean => (environment[name] ?? '').trim() !== '';

/** The settings with each secret read out of its file, and what stands against that. No value of a secret is ever in what stands against it. */
export const withSecretFiles = (environment: Environment): { readonly environment: Environment; readonly faults: readonly string[] } => {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of SECRETS) {
    const file = (environment[`${name}_FILE`] ?? '').trim();
    if (!file) continue;
    if (isSet(environment, name)) {
      faults.push(`only one of ${name} and ${name}_FILE may be set`);
      continue;
    }
    try {
      read[name] = readFileSync(path.resolve(root, file), 'utf8').trim();
      if (!read[name]) faults.push(`the file of ${name}_FILE is empty`);
    } catch {
      faults.push(`the file of ${name}_FILE cannot be read`);
    }
  }
  return { environment: { ...environment, ...read }, faults };
};

/** An address of a database is a secret where a password stands in it. */
const holdsSecret = (name: string, value: string): boolean =>
  name !== 'DATABASE_URL' || !URL.canParse(value) || new URL(value).password !== '';

/**
 * What stands against a secret in the process’s own environment, where every program it starts and every crash report can read it. A vault’s
 * reference arrives there too (Azure’s Key Vault references do), and whoever uses one says so: `WAYMARK_SECRETS=vault`.
 */
export const secretsInTheOpen = (own: Environment): readonly string[] =>
  own.WAYMARK_SECRETS === 'vault'
    ? []
    : SECRETS.filter((name) => isSet(own, name) && holdsSecret(name, own[name] ?? '')).map(
        (name) =>
          `${name} stands in the environment: put it into a file that only Waymark reads and name that in ${name}_FILE, or say WAYMARK_SECRETS=vault where a vault puts it there`,
      );

/** Takes the secrets out of this process’s environment once they are known: what it starts has no use for them. */
export const forgetSecrets = (): void => {
  for (const name of SECRETS) delete process.env[name];
};
