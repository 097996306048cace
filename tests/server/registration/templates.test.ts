import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { configOf } from '#server/config.ts';
import { root } from '#server/root.ts';

/* What Azure, Docker and the toolkit are given cannot be compiled here without their tools; what can be told from the text is held here. */

const read = (...name: string[]) => readFileSync(path.join(root, ...name), 'utf8');
const bicep = read('infra', 'main.bicep');
const bare = bicep.replace(/^\s*\/\/.*$/gm, '').replace(/@description\('(?:[^'\\]|\\.)*'\)/g, '');
const declared = (kind: string) => [...bare.matchAll(new RegExp(`^${kind}\\s+(\\w+)`, 'gm'))].map(([, name]) => name ?? '');

describe('infra/main.bicep', () => {
  it('closes what it opens', () => {
    const text = bare.replace(/'(?:[^'\\]|\\.)*'/g, (words) => (words.includes('${') ? words.replace(/'/g, '') : "''"));
    for (const [open, close] of ['{}', '[]', '()'].map((pair) => pair.split('') as [string, string]))
      expect(text.split(open).length).toBe(text.split(close).length);
  });

  it('uses every parameter, variable and resource that it declares somewhere else, and names each once', () => {
    const names = [...declared('param'), ...declared('var'), ...declared('resource')];
    expect(new Set(names).size).toBe(names.length);
    const alone = [...declared('param'), ...declared('var')].filter(
      (name) => (bare.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2,
    );
    expect(alone).toEqual([]);
  });

  it('points at nothing that it does not declare', () => {
    const names = new Set([...declared('param'), ...declared('var'), ...declared('resource')]);
    const parents = [...bare.matchAll(/^\s*(?:parent|scope): (\w+)$/gm)].map(([, name]) => name ?? '');
    const members = [...bare.matchAll(/\b(\w+)\.(?:id|properties|listKeys)\b/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'subscription');
    expect([...parents, ...members].filter((name) => !names.has(name) && name !== 'properties')).toEqual([]);
  });

  it('gives each resource a type with a released version', () => {
    const types = [...bare.matchAll(/^resource \w+ '([^']+)'/gm)].map(([, type]) => type ?? '');
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !/^Microsoft\.[\w.]+(\/\w+)+@20\d\d-\d\d-\d\d$/.test(type))).toEqual([]);
  });

  it('keeps each secret in the vault, none in a plain variable of the app, and none with a default', () => {
    const secure = [...bare.matchAll(/@secure\(\)[\s\S]*?param (\w+) string(.*)$/gm)];
    expect(secure.map(([, name]) => name)).toEqual(['clientSecret', 'tokenKey', 'databasePassword']);
    expect(secure.every(([, , rest]) => rest === '')).toBe(true);
    const env = bare.slice(bare.indexOf('env: ['), bare.indexOf('probes: ['));
    expect(env).not.toMatch(/value: (clientSecret|tokenKey|databaseUrl|databasePassword)/);
  });

  it('sets settings under which the service starts', () => {
    const env = bare.slice(bare.indexOf('env: ['), bare.indexOf('probes: ['));
    const names = [...env.matchAll(/name: '(\w+)'/g)].map(([, name]) => name ?? '');
    const values: Record<string, string> = {
      WAYMARK_ORIGIN: 'https://waymark.example.org',
      WAYMARK_TENANT_ID: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e5f',
      WAYMARK_CLIENT_ID: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e60',
      WAYMARK_SEND_MAILBOX: 'send@school.example',
      WAYMARK_SEND_SITE: 'school.sharepoint.com,1,2',
      WAYMARK_CLIENT_SECRET: 'a secret',
      WAYMARK_TOKEN_KEY: Buffer.alloc(32).toString('base64'),
      DATABASE_URL: 'postgres://waymark:password@db.example.org/waymark?sslmode=verify-full',
    };
    expect(configOf(Object.fromEntries(names.map((name) => [name, values[name]]))).kind).toBe('real');
  });

  it('allows the extensions that the record is made with', () => {
    const folder = path.join(root, 'api', 'database', 'migrations');
    const made = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/create extension if not exists (\w+)/g)].map(([, name]) =>
        (name ?? '').toUpperCase(),
      ),
    );
    expect(bicep).toContain(`'${[...new Set(made)].sort().join(',')}'`);
  });

  it('is given every parameter by the file of parameters, and no other', () => {
    const { parameters } = JSON.parse(read('infra', 'main.parameters.json')) as { parameters: Record<string, { value: string }> };
    expect(declared('param')).toEqual(expect.arrayContaining(Object.keys(parameters)));
    const needed = [...bare.matchAll(/^param (\w+) \w+$/gm)].map(([, name]) => name ?? '');
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(needed));
  });
});

describe('Dockerfile', () => {
  const docker = read('Dockerfile');
  const stage = docker.slice(docker.lastIndexOf('FROM '));

  it('runs as nobody of rank, in a stage of its own, and ends with the start that cannot load the made-up tenant', () => {
    expect(docker.match(/^FROM /gm)).toHaveLength(2);
    expect(stage).toMatch(/^USER node$/m);
    expect(stage.trimEnd().split('\n').at(-1)).toBe('CMD ["node", "--enable-source-maps", "dist/server/serve.js"]');
  });

  it('carries over what the service reads at run time, and nothing of secrets or tests', () => {
    for (const needed of ['dist', 'node_modules', 'api/database/migrations', 'manifest/icons'])
      expect(stage).toContain(`/waymark/${needed} `);
    expect(existsSync(path.join(root, 'api/database/migrations'))).toBe(true);
    const left = read('.dockerignore').split('\n');
    expect(left).toEqual(expect.arrayContaining(['.env', '.data', 'registration', '.git']));
  });

  it('is built on a Node that package.json allows', () => {
    const [, major] = /FROM node:(\d+)/.exec(docker) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(20);
  });
});

describe('m365agents.yml', () => {
  const file = parse(read('m365agents.yml')) as Record<
    'provision' | 'deploy' | 'publish',
    { uses: string; with: { templates?: { path: string; parameters: string }[] } }[]
  >;

  it('is sound YAML with steps that the toolkit knows, and registers nothing a second time', () => {
    const steps = ['provision', 'deploy', 'publish'].flatMap((phase) => file[phase as keyof typeof file].map(({ uses }) => uses));
    const known = ['arm/deploy', 'script', 'teamsApp/validateAppPackage', 'teamsApp/publishAppPackage'];
    expect(steps.filter((step) => !known.includes(step))).toEqual([]);
    expect(steps).not.toContain('aadApp/create');
  });

  it('names templates that are there', () => {
    for (const template of file.provision.flatMap(({ with: given }) => given.templates ?? [])) {
      expect(existsSync(path.join(root, template.path))).toBe(true);
      expect(existsSync(path.join(root, template.parameters))).toBe(true);
    }
  });
});
