/** What XML 1.0 lets no document hold, escaped or not: controls, halves of pairs, two non-characters. One of them breaks a whole file. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text without what no file of XML may hold. */
export const legible = (text: string): string => text.replace(FORBIDDEN, '');

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in XML, between tags and in attributes. */
const escaped = (text: string): string => legible(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** A piece of XML or HTML that `xml` made: every text in it is escaped, so it may stand in another piece as it is. */
export class Markup {
  constructor(private readonly written: string) {}

  toString(): string {
    return this.written;
  }
}

type Part = Markup | Markup[] | string | number | null | false;

const partOf = (part: Part): string => {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return String(part);
  return Array.isArray(part) ? part.join('') : typeof part === 'number' ? String(part) : escaped(part);
};

/** Markup by a template: what is put in is escaped, unless it is markup itself. `null` and `false` are nothing. */
export function xml(parts: TemplateStringsArray, ...values: Part[]): Markup {
  let written = parts[0]!;
  for (const [index, value] of values.entries()) written += partOf(value) + parts[index + 1]!;
  return new Markup(written);
}

/** One element with what is in it, where its name is known only when it is written. Names are our own; another is a mistake of ours. */
export function element(name: string, inside: Part): Markup {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`not the name of an element: ${name}`);
  return new Markup(`<${name}>${partOf(inside)}</${name}>`);
}
