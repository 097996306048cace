import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A .docx held open: its parts as bytes, and those that were looked into as XML documents. */
export type OpenPackage = {
  readonly parts: Record<string, Uint8Array>;
  /** The XML of a part; the same object each time, so that changes are kept. `null` where the part is absent. */
  xml(name: string): XMLDocument | null;
  names(): string[];
  /** The package with every change, as bytes. */
  save(): Uint8Array;
};

/** Opens a .docx. Throws where the bytes are no zip. */
export const openPackage = (bytes: Uint8Array): OpenPackage => {
  const parts = unzipSync(bytes);
  const open = new Map<string, XMLDocument>();
  const xml = (name: string): XMLDocument | null => {
    const part = parts[name];
    if (!part) return null;
    const known = open.get(name) ?? new DOMParser().parseFromString(strFromU8(part), 'application/xml');
    open.set(name, known);
    return known;
  };
  const save = (): Uint8Array => {
    const changed = [...open].map(([name, tree]) => [name, strToU8(new XMLSerializer().serializeToString(tree))] as const);
    return zipSync({ ...parts, ...Object.fromEntries(changed) }, { level: 6 });
  };
  return { parts, xml, names: () => Object.keys(parts), save };
};
