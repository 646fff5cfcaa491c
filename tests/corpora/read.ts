import { readFileSync } from 'node:fs';
import { divide } from '@/lib/base';
import { type Quantity, readQuantities, unitKey } from '@/lib/quantity';

/** Characters one cannot see are written as \u and four hexadecimal digits. */
const unescaped = (line: string): string =>
  line.replace(/\\u([0-9a-f]{4})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));

interface Row {
  line: string;
  /** Where it stands, to be named in what is said of it: "quantities.txt:12". */
  at: string;
}

/** Lines of a corpus file without comments and empty ones. */
const rowsOf = (name: string): Row[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .map((line, k) => ({ line: unescaped(line), at: `${name}:${k + 1}` }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('# '));
const linesOf = (name: string): string[] => rowsOf(name).map(({ line }) => line);

const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?(?:\/\d+)?|∞)`;
const MEANING = new RegExp(
  `^(?:rising |falling )?(?:about |nearly |vague |up to )?(?:${NUMBER}|[[(]${NUMBER},${NUMBER}[\\])])(?: \\S.*)?$`,
);

/** The meaning in the notation of the head of the file, or an error that names the line and what is wrong with it. */
function checkedMeaning(said: string, at: string): string {
  const wrong = said.split(' ; ').find((one) => !MEANING.test(one));
  if (wrong !== undefined)
    throw new Error(`${at}: "${wrong}" is no meaning; write it like "83 bridges", "[70,110] climbers" or "about 5 km".`);
  return said;
}

/** Rows of quantities.txt: each phrase with the meaning it stands under, or behind. */
export const meanings = (): { meaning: string; phrase: string }[] => meaningsIn(rowsOf('quantities.txt'));

export function meaningsIn(rows: readonly Row[]): { meaning: string; phrase: string }[] {
  let meaning = '';
  return rows.flatMap(({ line, at }, k) => {
    if (line.startsWith('  ')) return [{ meaning, phrase: line.trim() }];
    if (/^\s/.test(line)) throw new Error(`${at}: a phrase is indented by two blanks, not by a tab or one blank.`);
    const [own, phrase] = line.split(' | ') as [string, string | undefined];
    if (phrase !== undefined) return [{ meaning: checkedMeaning(own.trim(), at), phrase }];
    meaning = checkedMeaning(own.trim(), at);
    if (!rows[k + 1]?.line.startsWith(' ') && !rows[k + 1]?.line.startsWith('\t'))
      throw new Error(`${at}: no phrase stands under "${meaning}"; put some below it, indented by two blanks, or one behind " | ".`);
    return [];
  });
}

/** Rows of not-quantities.txt: each phrase with the reason it counts nothing. */
export const nothings = (): { reason: string; phrase: string }[] =>
  linesOf('not-quantities.txt').map((line) => ({ reason: line.slice(0, line.indexOf(':')), phrase: line.slice(line.indexOf(':') + 2) }));

/** Sentences that the reader was never mended on, each with what it was taken to mean before it was read. */
export const heldOut = (): { meaning: string; phrase: string }[] => meaningsIn(rowsOf('held-out.txt'));

/** Texts that programs choke on, one a line. */
export const naughty = (): string[] => linesOf('naughty.txt');

/** A quantity in the notation of the corpus. */
export function meaningOf({ low, high, lowInclusive, highInclusive, hedge, trend, unit, noun }: Quantity): string {
  const interval =
    low !== null && low === high ? low : `${lowInclusive ? '[' : '('}${low ?? '-∞'},${high ?? '∞'}${highInclusive ? ']' : ')'}`;
  const words = hedge === 'about' || hedge === 'nearly' || hedge === 'vague' ? `${hedge} ` : hedge === 'up-to' ? 'up to ' : '';
  const change = trend === 'up' ? 'rising ' : trend === 'down' ? 'falling ' : '';
  return `${change}${words}${interval} ${unit ?? noun ?? ''}`.trim();
}

const FIGURE = /^(?:rising |falling )?(?:about |nearly |vague |up to )?\S+/;
const thirds = (figure: string): string => figure.replace(/(\d+)\/(\d+)/g, (_all, part, whole) => divide(part, whole));

/** One spelling of a meaning: a third as its decimals, each unit by its shortest name, all in lower case. */
export function plainMeaning(meaning: string): string {
  const figure = FIGURE.exec(meaning)?.[0] ?? '';
  const thing = meaning.slice(figure.length).trim().replaceAll('-', ' ');
  // An age is a number of years, said or not.
  const units = unitKey(thing.replace(/^(year|month|week|day) old$/, '$1'));
  return `${thirds(figure)} ${units}`.trim().toLowerCase();
}

/** A multiple ("doubled") is read like any other quantity, though it asserts nothing that could be compared by itself. */
export const isCounted = ({ excluded }: Quantity): boolean => excluded === null || excluded === 'multiple';

/** What the reader takes a phrase to mean, in the notation of the corpus. */
export const readingOf = (phrase: string): string =>
  readQuantities(phrase).quantities.filter(isCounted).map(meaningOf).join(' ; ') || 'nothing';

export const sameMeaning = (one: string, other: string): boolean =>
  one.split(' ; ').map(plainMeaning).join(' ; ') === other.split(' ; ').map(plainMeaning).join(' ; ');

/** The sentence, the span underlined, and the readers that made it: what a failing row prints. */
export function underlined(text: string, quantities: readonly Quantity[] = readQuantities(text).quantities): string {
  const flat = text.replace(/\s/g, ' ');
  const marks = quantities.map(({ span, mention, readers, excluded }) => {
    const line = ' '.repeat(mention.start) + '~'.repeat(span.start - mention.start) + '^'.repeat(span.end - span.start);
    return `${line}  ${readers.join(' + ')}${excluded ? ` (${excluded})` : ''}`;
  });
  return ['', flat, ...marks].join('\n');
}
