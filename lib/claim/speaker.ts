import type { Token } from '@/lib/base';
import { type Attribution, attributionsIn } from './attribution';
import { type Named, namedIn } from './naming';
import { ROLES } from './saying';
import type { Speaker } from './types';
import { type ArticleView, capitalAt, type Mention, markAt, quoteAt, type SentenceView, wordAt } from './view';

/** Attributions of an article with every pronoun and short name filled in, by sentence. */
export interface Speakers {
  bySentence: readonly (readonly Resolved[])[];
}
export interface Resolved extends Attribution {
  speaker: Speaker | null;
}

/** Reads who speaks in each sentence. Surnames stand for the last full name that has them, "he" for the last person who spoke. */
export function speakersOf(view: ArticleView): Speakers {
  const people: Named[] = [];
  const last: Last = { person: null, body: null };
  const raw = view.sentences.map((sentence) => attributionsIn(view, sentence));
  // Full names anywhere in the text explain short ones, wherever they stand.
  const titled = titledIn(view);
  const full = fullNames([...raw.flat().map(({ who }) => who), ...titled.map(({ who }) => who)]);
  const bySentence = raw.map((attributions) =>
    attributions.map((attribution): Resolved => {
      // Nobody has spoken yet: "he" is whom the text named last with a post.
      if (attribution.who.pronoun !== null)
        last.person ??=
          titled.findLast(({ who, to }) => to <= attribution.at && (who.role?.length ?? 0) > 2 && !/['’]s?$/.test(who.name))?.who ?? null;
      const who = resolve(attribution.who, people, full, last);
      if (who) remember(who, people, last);
      return { ...attribution, speaker: who && !who.document ? { name: who.name, role: who.role, inferred: false } : null };
    }),
  );
  return { bySentence };
}

/** The first full name of a text for each word that occurs in one. */
function fullNames(named: readonly Named[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const one of named) {
    if (!one.person || !one.name.includes(' ')) continue;
    for (const word of one.name.toLowerCase().split(' ')) if (!names.has(word)) names.set(word, one);
  }
  return names;
}

/** "Tram chief Rosa Lind" anywhere in the text, whether or not a verb of saying stands beside it. */
function titledIn(view: ArticleView): { who: Named; to: number }[] {
  const { tokens } = view;
  const found: { who: Named; to: number }[] = [];
  for (let k = 0; k < tokens.length && found.length < 200; k += 1) {
    if (!ROLES.has(wordAt(tokens, k)) || !capitalAt(tokens, k + 1) || !capitalAt(tokens, k + 2) || ROLES.has(wordAt(tokens, k + 1)))
      continue;
    let from = k;
    while (
      from > 0 &&
      k - from < 4 &&
      tokens[from]?.gap === 'space' &&
      (capitalAt(tokens, from - 1) || ROLES.has(wordAt(tokens, from - 1)))
    )
      from -= 1;
    let to = k + 3;
    while (capitalAt(tokens, to) && tokens[to]?.gap === 'space' && to < k + 5) to += 1;
    const named = namedIn(view.text, tokens, from, to);
    if (named?.person) found.push({ who: named, to });
  }
  return found;
}

/** Who spoke last: one person, and one body or group. "he" is a person or somebody known by a post alone; "they" and "it" never are. */
interface Last {
  person: Named | null;
  body: Named | null;
}

function remember(who: Named, people: Named[], last: Last): void {
  const post =
    who.role === null &&
    (/(?:man|woman|person|official|minister|officer|chief|president|director|leader|expert|analyst|doctor)$/i.test(who.name) ||
      (/[^s]$/.test(who.name) && ROLES.has(who.name.toLowerCase().split(' ').at(-1) as string)));
  if (who.person || post) last.person = who;
  else last.body = who;
  // The texts of hostile inputs may name thousands; only the nearest matter.
  if (who.person) people.unshift(who);
  if (people.length > 60) people.length = 60;
}

function resolve(who: Named, people: readonly Named[], full: ReadonlyMap<string, Named>, last: Last): Named | null {
  if (who.pronoun !== null) return who.pronoun === 'he' || who.pronoun === 'she' ? last.person : last.body;
  if (who.definite && !who.person) {
    const post = who.name.toLowerCase().split(' ').at(-1) as string;
    return people.find((one) => one.role?.toLowerCase().includes(stemOf(post))) ?? who;
  }
  if (!who.person) return who;
  const lower = ` ${who.name.toLowerCase()} `;
  const whole = full.get(who.name.toLowerCase().split(' ').at(-1) as string);
  const holds = (one: Named): boolean => one.name.length > who.name.length && searchable(one).includes(lower);
  if (who.name.includes(' ')) {
    const longer = people.find(holds) ?? (whole && holds(whole) ? whole : undefined);
    const known = longer ?? people.find((one) => one.name === who.name && one.role !== null);
    return known ? { ...who, name: known.name, role: who.role ?? known.role } : who;
  }
  const named = people.find((one) => one.name.includes(' ') && holds(one)) ?? (whole && holds(whole) ? whole : undefined);
  return named ? { ...named, role: named.role ?? who.role } : who;
}

const lowered = new WeakMap<Named, string>();
/** The name of somebody in lower case between blanks: it is looked through for every short name that comes later. */
function searchable(one: Named): string {
  const known = lowered.get(one) ?? ` ${one.name.toLowerCase()} `;
  lowered.set(one, known);
  return known;
}

/** "spokesperson" and "spokesman" are one post. */
const stemOf = (post: string): string => (post.startsWith('spokes') ? 'spokes' : post);

/** Who makes the claim of a mention; null for the outlet's own voice. */
export function speakerFor(view: ArticleView, speakers: Speakers, mention: Mention): Speaker | null {
  const own = speakers.bySentence[mention.sentence.index] as readonly Resolved[];
  const here = within(view, own, mention);
  if (here) return here.speaker;
  if (own.some(({ kind }) => kind === 'according')) return null;
  return quotedOn(view, speakers, mention) ?? inferred(view, speakers, mention);
}

/** The attribution whose reach holds the mention: the last one before it, else the first behind it; speech before written sources. */
function within(view: ArticleView, own: readonly Resolved[], mention: Mention): Resolved | null {
  // "80% were late, against 50% according to the operator"
  const against = /^(against|versus|but|while)$/.test(wordAt(view.tokens, mention.from - 1));
  const beside = against ? own.find(({ kind, at }) => kind === 'according' && at === mention.to) : undefined;
  if (beside) return beside;
  const said = own.filter(({ kind }) => kind === 'say');
  const pool = said.length > 0 ? said : own.filter(({ kind }) => kind === 'according');
  const before = pool.filter(({ at }) => at < mention.figure).at(-1);
  if (before) return before;
  const behind = pool.find(({ at }) => at >= mention.to) ?? pool[0] ?? null;
  return behind && opensAnother(view, mention, behind) ? null : behind;
}

const TURNS = /^(?:but|while|whereas|though|although|yet)$/;

/** "40 lamps were out; the mayor said 12": who opens a clause of their own, and goes on, has not said what stands before it. */
function opensAnother({ tokens }: ArticleView, { to, sentence }: Mention, { at, kind }: Resolved): boolean {
  if (kind !== 'say' || at < to || at + 1 >= sentence.to || /^[.,;]$/.test(markAt(tokens, at + 1))) return false;
  for (let k = at - 1; k >= to; k -= 1) {
    if (markAt(tokens, k) === ';') return true;
    if (markAt(tokens, k) === ',') return TURNS.test(wordAt(tokens, k + 1));
  }
  return false;
}

/** A quotation that goes on over several sentences belongs to whoever is named with an earlier or the next part of its paragraph. */
function quotedOn(view: ArticleView, speakers: Speakers, mention: Mention): Speaker | null {
  if (!quoteAt(view, mention.quantity.figure.start)) return null;
  for (const step of [-1, 1])
    for (let k = mention.sentence.index + step, far = 0; far < 3; k += step, far += 1) {
      const sentence = view.sentences[k];
      if (!sentence || sentence.block !== mention.sentence.block) break;
      const found = speakers.bySentence[k]?.find(({ kind }) => kind === 'say')?.speaker;
      if (found) return { ...found, inferred: sentence.paragraph !== mention.sentence.paragraph };
    }
  return null;
}

const GOES_ON = /^(also|meantime|addition|meanwhile|moreover|furthermore|besides)$/;

/**
 * A sentence without a speaker between sentences of one: inferred when it goes on from its neighbours in words ("in the meantime", "also")
 * and the next one names a person who spoke, or when it stands inside one paragraph behind the speaker. Everything else is the outlet's voice.
 */
function inferred(view: ArticleView, speakers: Speakers, mention: Mention): Speaker | null {
  const { sentence } = mention;
  if (sentence.fragment) return null;
  const neighbour = (step: number): { sentence: SentenceView; said: Resolved | undefined } | null => {
    const other = view.sentences[sentence.index + step];
    return other && other.block === sentence.block
      ? { sentence: other, said: speakers.bySentence[other.index]?.find(({ kind }) => kind === 'say') }
      : null;
  };
  const next = neighbour(1);
  if (next?.said?.speaker && next.said.who.person && opensOn(view.tokens, sentence)) return { ...next.said.speaker, inferred: true };
  const previous = neighbour(-1);
  const same = previous?.sentence.paragraph === sentence.paragraph;
  return same && previous?.said?.speaker && previous.said.who.person ? { ...previous.said.speaker, inferred: true } : null;
}

function opensOn(tokens: readonly Token[], sentence: SentenceView): boolean {
  for (let k = sentence.from; k < Math.min(sentence.to, sentence.from + 8); k += 1) if (GOES_ON.test(wordAt(tokens, k))) return true;
  return false;
}
