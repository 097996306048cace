import { permissionsOfKind } from '../../graph/permission-names.ts';

/** What Waymark may do, as boxes: one whose tick is taken away is a permission withdrawn. */
export type PermissionBoxes = {
  show(withdrawn: readonly string[]): void;
  withdrawn(): string[];
};

const KINDS = ['delegated', 'application'] as const;

const box = (kind: (typeof KINDS)[number], name: string): HTMLElement => {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = 'granted';
  input.value = `${kind}:${name}`;
  label.append(input, name);
  return label;
};

/** Fills the groups of the page, one for each kind. Names that no box stands for, as settings may give them, are left as they are. */
export const permissionBoxes = (form: HTMLFormElement): PermissionBoxes => {
  for (const kind of KINDS) form.querySelector(`#${kind}`)?.append(...permissionsOfKind(kind).map((name) => box(kind, name)));
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=granted]')];
  const known = new Set(boxes.flatMap(({ value }) => [value, value.slice(value.indexOf(':') + 1)]));
  let others: readonly string[] = [];
  return {
    show: (withdrawn) => {
      // a name without its kind takes away both
      for (const one of boxes) one.checked = !withdrawn.some((name) => name === one.value || one.value.endsWith(`:${name}`));
      others = withdrawn.filter((name) => !known.has(name));
    },
    withdrawn: () => [...boxes.filter(({ checked }) => !checked).map(({ value }) => value), ...others],
  };
};
