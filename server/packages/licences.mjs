/** Licences under which a package may be part of Waymark, which is under MIT itself. */
export const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]);

/** Packages under other terms, each with why it may be here all the same. */
export const EXCEPTIONS = [
  {
    name: /^@microsoft\/office-js$/,
    because: 'Microsoft’s own terms: for apps that work with Microsoft 365, which Waymark is. In production Word loads it from Microsoft.',
  },
  {
    name: /^lightningcss(-|$)/,
    because: 'MPL-2.0, which binds changes to its own files. It is used unchanged, at build time, and is in nothing that is served.',
  },
  { name: /^png-js$/, because: 'Names no licence in package.json; its LICENSE file is MIT.' },
];

/** Whether an SPDX expression can be met out of the allowed licences: one side of an OR is enough, of an AND each is needed. */
export const isAllowed = (licence) => {
  const bare = licence.replace(/[()]/g, ' ').trim();
  if (/ OR /i.test(bare)) return bare.split(/ OR /i).some((one) => isAllowed(one));
  if (/ AND /i.test(bare)) return bare.split(/ AND /i).every((one) => isAllowed(one));
  return ALLOWED.has(bare);
};

/** Packages that may not be part of Waymark: neither their licence nor an exception lets them in. */
export const refusedOf = (packages) =>
  packages.filter(({ name, licence }) => !isAllowed(licence) && !EXCEPTIONS.some((one) => one.name.test(name)));
