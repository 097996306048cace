import type { Action, ActionResult, ObjectPath, RequestBody } from './messages.ts';

/** What the room must be able to do for the proxies: find controls, select, replace text, tell where the cursor is. */
export type PlayedWord = {
  controls(): readonly { readonly index: number; readonly tag: string; readonly label: string }[];
  text(index: number): string;
  setText(index: number, text: string): void;
  select(index: number): void;
  atCursor(): number | null;
  /** Opens a .docx, as base64, as a document of its own. */
  openCopy(base64: string): void;
};

type Thing =
  | { readonly kind: 'document' }
  | { readonly kind: 'collection'; readonly indexes: readonly number[] }
  | { readonly kind: 'control'; readonly index: number }
  | { readonly kind: 'range' }
  | { readonly kind: 'application' }
  | { readonly kind: 'copy'; readonly base64: string }
  | { readonly kind: 'nothing' };

const NOTHING: Thing = { kind: 'nothing' };

const firstOf = (thing: Thing): Thing => {
  const index = thing.kind === 'collection' ? thing.indexes[0] : undefined;
  return index === undefined ? NOTHING : { kind: 'control', index };
};

const methodOn = (word: PlayedWord, parent: Thing, name: string, given: readonly unknown[]): Thing => {
  switch (name) {
    case 'GetByTag':
      return {
        kind: 'collection',
        indexes: word
          .controls()
          .filter((one) => one.tag === given[0])
          .map((one) => one.index),
      };
    case 'GetFirst':
    case 'GetFirstOrNullObject':
      return firstOf(parent);
    case 'GetSelection':
      return { kind: 'range' };
    case 'CreateDocument':
      return { kind: 'copy', base64: String(given[0] ?? '') };
    case 'InsertText':
      if (parent.kind === 'control') word.setText(parent.index, String(given[0] ?? ''));
      return { kind: 'range' };
    default:
      throw new Error(`The room does not play ${name}.`);
  }
};

const propertyOf = (word: PlayedWord, name: string): Thing => {
  if (name === 'ContentControls') return { kind: 'collection', indexes: word.controls().map((one) => one.index) };
  if (name === 'ParentContentControlOrNullObject') {
    const index = word.atCursor();
    return index === null ? NOTHING : { kind: 'control', index };
  }
  throw new Error(`The room does not play ${name}.`);
};

const referenceOf = (name: string): Thing => {
  const [kind, index] = name.split(':');
  return kind === 'control' ? { kind: 'control', index: Number(index) } : NOTHING;
};

/** Resolves object paths, each once in a batch: a method with an effect must not have it twice. */
const resolver = (word: PlayedWord, paths: RequestBody['ObjectPaths']) => {
  const known = new Map<number, Thing>();
  const resolve = (id: number | undefined): Thing => {
    const path = id === undefined ? undefined : paths[id];
    if (!path) return { kind: 'document' };
    const found = known.get(path.Id) ?? one(path);
    known.set(path.Id, found);
    return found;
  };
  const one = (path: ObjectPath): Thing => {
    switch (path.ObjectPathType) {
      case 1:
        return { kind: 'document' };
      case 2:
        return { kind: 'application' };
      case 3:
        return methodOn(word, resolve(path.ParentObjectPathId), path.Name, path.ArgumentInfo?.Arguments ?? []);
      case 4:
        return propertyOf(word, path.Name);
      case 6:
        return referenceOf(path.Name);
      default:
        return NOTHING;
    }
  };
  return resolve;
};

const described = (word: PlayedWord, index: number) => {
  const control = word.controls()[index];
  return { Id: index + 1, Tag: control?.tag ?? '', Title: control?.label ?? '', Text: word.text(index) };
};

/** Only what was asked for, as Word answers: the proxies refuse to read the rest. Without a choice, all. */
const chosen = (properties: Record<string, unknown>, query: Action['QueryInfo']): Record<string, unknown> => {
  const select = query?.Select?.map((name) => name.replace(/^items\//i, '').toLowerCase());
  if (!select || select.length === 0) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => select.includes(name.toLowerCase())));
};

const answerFor = (word: PlayedWord, thing: Thing, action: Action): unknown => {
  const control = (index: number) => ({
    _ReferenceId: `control:${index}`,
    // An object that was only reached has no properties yet; they come when it is loaded.
    ...(action.ActionType === 2 ? chosen(described(word, index), action.QueryInfo) : {}),
  });
  switch (thing.kind) {
    case 'nothing':
      return null;
    case 'control':
      return control(thing.index);
    case 'collection':
      return { _Items: thing.indexes.map(control) };
    default:
      return {};
  }
};

const perform = (word: PlayedWord, action: Action, thing: Thing): unknown => {
  if (action.ActionType === 3) {
    if (action.Name === 'Select' && thing.kind === 'control') word.select(thing.index);
    if (action.Name === 'Open' && thing.kind === 'copy') word.openCopy(thing.base64);
    return null;
  }
  return answerFor(word, thing, action);
};

/** Carries out a batch of the office.js proxies on the played document, in order, and answers each action. */
export const execute = (word: PlayedWord, body: RequestBody): ActionResult[] => {
  const resolve = resolver(word, body.ObjectPaths);
  return body.Actions.map((action) => ({ ActionId: action.Id, Value: perform(word, action, resolve(action.ObjectPathId)) }));
};
