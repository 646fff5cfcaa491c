import type { Fields } from '../drafts';

/** Deep and wide enough for every form there is. */
const DEPTH = 5;
const MOST_ITEMS = 1000;
const MOST_FIELDS = 2000;
const LONGEST_NAME = 200;

/**
 * The fields of an HTML form as an object: a dot goes one level down and a number is a place in a list, so that
 * "verdict.0" and "evidence.0.url" become {verdict: [..], evidence: [{url: ..}]}. Places left out close up.
 */
export function inputOfFields(fields: Fields): unknown {
  const root = node();
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.');
    if (path.length > DEPTH) return fields;
    let at = root;
    for (const part of path.slice(0, -1)) {
      const below = at.get(part) ?? node();
      if (!(below instanceof Map)) return fields;
      at.set(part, below);
      at = below;
    }
    at.set(path.at(-1)!, value);
  }
  return plain(root);
}

/**
 * The same, back: what of an input a form can show again. Deeper, longer or more than any form has is left out, so that a stranger's
 * input costs no more than its own size.
 */
export function fieldsOfInput(input: unknown): Fields {
  const found = new Map<string, string>();
  collect(input, '', 0, found);
  // fromEntries makes own properties: a field called "__proto__" touches nothing.
  return Object.fromEntries(found);
}

function collect(value: unknown, name: string, depth: number, found: Map<string, string>): void {
  if (value === null || value === undefined || name.length > LONGEST_NAME || found.size >= MOST_FIELDS) return;
  if (typeof value !== 'object') {
    if (name !== '') found.set(name, String(value));
    return;
  }
  if (depth === DEPTH) return;
  for (const [key, below] of Object.entries(value)) collect(below, name === '' ? key : `${name}.${key}`, depth + 1, found);
}

type Node = Map<string, Node | string | string[]>;
const node = (): Node => new Map();

function plain(at: Node): unknown {
  const keys = [...at.keys()];
  const values = keys.map((key) => {
    const value = at.get(key)!;
    return value instanceof Map ? plain(value) : value;
  });
  if (keys.length > 0 && keys.length <= MOST_ITEMS && keys.every((key) => /^\d{1,4}$/.test(key))) {
    return keys
      .map((key, index) => ({ place: Number(key), value: values[index] }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }
  // fromEntries makes own properties, so a field called "__proto__" stays an unknown field and touches nothing.
  return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}
