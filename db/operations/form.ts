import type { Fields } from '../drafts';

/** Deep and wide enough for every form there is. */
const DEPTH = 5;
const MOST_ITEMS = 1000;

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

/** The same, back: what of an input a form can show again. */
export function fieldsOfInput(input: unknown, prefix = ''): Fields {
  if (input === null || input === undefined) return {};
  if (typeof input !== 'object') return prefix === '' ? {} : { [prefix]: String(input) };
  const fields: Fields = Object.create(null);
  for (const [key, value] of Object.entries(input)) {
    Object.assign(fields, fieldsOfInput(value, prefix === '' ? key : `${prefix}.${key}`));
  }
  return { ...fields };
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
