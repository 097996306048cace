import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from '@swc/core';

/** What a page asks a server for, one by one, when it runs our modules as they are written. */
export type PageReply = { readonly body: string; readonly contentType: string };

const root = path.resolve(import.meta.dirname, '..');
const SCRIPT = 'text/javascript';

/** Packages that our modules ask for by name, and where they stand. */
const IMPORTS = {
  '@azure/msal-browser': '/node_modules/@azure/msal-browser/dist/index.mjs',
  '@azure/msal-common/browser': '/node_modules/@azure/msal-common/dist-browser/index-browser.mjs',
  '@microsoft/teams-js': '/node_modules/@microsoft/teams-js/dist/esm/packages/teams-js/src/index.js',
  '#contract/': '/contract/',
};

/** An empty page that knows where modules stand. */
export const emptyPage = (title: string): PageReply => ({
  body: `<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script><title>${title}</title>`,
  contentType: 'text/html',
});

/** A module of ours, made plain JavaScript, or a file of a package as it was published. */
export const moduleAt = async (pathname: string): Promise<PageReply> => {
  const source = await readFile(path.join(root, pathname), 'utf8');
  if (pathname.startsWith('/node_modules/')) return { body: source, contentType: SCRIPT };
  const { code } = await transform(source, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } });
  return { body: code, contentType: SCRIPT };
};
