import { isPlural } from '../plural';
import { type Chain, chainAt, chainBefore, hasFigure, NOTHING, verbBehind } from './chain';
import { type Chunk, chunkAt } from './chunk';

/** What stood around a quantity when its clause had been read up to it. */
export interface Place {
  /** Index of the quantity's chunk. */
  at: number;
  subject: Chain;
  /** The clause's verb before the quantity, if any. */
  verb: Chunk | null;
  /** The noun phrase behind that verb. */
  object: Chain;
}

interface Clause {
  subject: Chain;
  verb: Chunk | null;
  object: Chain;
  /** The clause that goes on behind this one ("the firm, which sells tea, grew"), or lends it its subject ("while losing 5 %"). */
  parent: Clause | null;
}

const clauseOf = (subject: Chain, parent: Clause | null): Clause => ({ subject, verb: null, object: NOTHING, parent });

/** Reads the clauses of a sentence from left to right and notes for each quantity the subject, verb and object it stands with. */
export function placesOf(chunks: readonly Chunk[]): Place[] {
  const places: Place[] = [];
  let clause = clauseOf(NOTHING, null);
  /** What the sentence spoke of last, and whether a pronoun or "there" has left it. */
  let topic = NOTHING;
  let left = false;
  /** What the sentences before spoke of first: one without a subject goes on with it. */
  let lead = NOTHING;
  for (let at = 0; at < chunks.length; at += 1) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind === 'quantity') {
      const opens = opensWithFigure(chunks, at, clause);
      if (opens) clause = clauseOf(NOTHING, null);
      const subject = known(clause);
      places.push({ at, subject: subject.length > 0 || left || opens ? subject : topic, verb: clause.verb, object: clause.object });
      if (isSubject(chunks, at, clause)) clause.subject = chainAt(chunks, at, true);
    } else if (chunk.kind === 'stop') {
      if (lead.length === 0) lead = topic;
      [clause, topic, left] = [clauseOf(NOTHING, null), lead, false];
    } else clause = step(chunks, at, chunk, clause, topic);
    if (chunk.kind === 'pron' || chunk.kind === 'there') left = clause.subject.length === 0;
    else if (chunk.kind === 'noun') {
      left &&= clause.subject.length === 0;
      topic = [clause.subject, clause.object, topic].find((chain) => chain.length > 0) ?? NOTHING;
    }
  }
  return places;
}

/** The clause in which the sentence goes on behind a chunk. */
function step(chunks: readonly Chunk[], at: number, chunk: Chunk, clause: Clause, topic: Chain): Clause {
  switch (chunk.kind) {
    case 'noun':
      return readNoun(chunks, at, clause);
    case 'verb':
      return readVerb(chunks, at, chunk, clause);
    case 'pron':
      if (chunkAt(chunks, at - 1)?.kind === 'verb' && verbBehind(chunks, at) < 0) return clause;
      return clauseOf(meant(chunks, chunk.word, known(clause).length > 0 ? known(clause) : topic), null);
    case 'there':
      return clauseOf(NOTHING, null);
    case 'rel':
      return clauseOf(chainBefore(chunks, at), clause);
    case 'sub':
      return clauseOf(NOTHING, { ...clause, subject: known(clause) });
    default:
      return clause;
  }
}

/** The subject of this clause or of the nearest one around it that has one. */
function known(clause: Clause): Chain {
  let at: Clause | null = clause;
  for (let steps = 0; at !== null && steps < 4; steps += 1) {
    if (at.subject.length > 0) return at.subject;
    at = at.parent;
  }
  return NOTHING;
}

/** The subject named before that a pronoun takes up: "it" means one, "they" may mean anybody. */
function meant(chunks: readonly Chunk[], pronoun: string, subject: Chain): Chain {
  if (!TAKES_UP.has(pronoun)) return NOTHING;
  const head = chunks[subject[0] ?? -1];
  return pronoun !== 'they' && head && !head.named && isPlural(head.word) ? NOTHING : subject;
}
const TAKES_UP: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);

function readNoun(chunks: readonly Chunk[], at: number, clause: Clause): Clause {
  // "a 5 % tax": the noun stands where its quantity stands.
  const role = chunks[at - (followsFigure(chunks, at) ? 2 : 1)]?.kind;
  if (opensClause(chunks, at, clause)) return clauseOf(chainAt(chunks, at, true), clause.parent);
  // "…, the Fjord index down 4 points": the verb is understood from the clause before.
  if (clause.verb !== null && elliptical(chunks, at)) return { ...clauseOf(chainAt(chunks, at, true), clause.parent), verb: clause.verb };
  // "the county's 12 clinics": the owner is not the subject.
  if (chunks[at + 1]?.kind === 'quantity' && chunks[at]?.word.endsWith("'s")) return clause;
  if (role === 'prep' || (role === 'and' && chunkAt(chunks, at - 2)?.kind === 'noun' && clause.verb === null && clause.subject === NOTHING))
    return clause;
  if (clause.verb !== null) {
    if (role === 'verb' || (role === 'quantity' && clause.object === NOTHING)) clause.object = chainAt(chunks, at, false);
    return clause;
  }
  if (role === 'rel') return clauseOf(chainAt(chunks, at, true), clause.parent);
  if (clause.subject === NOTHING || role === undefined || role === 'sub') clause.subject = chainAt(chunks, at, true);
  return clause;
}

/** Behind a comma or "and" a noun phrase with a figure of its own, but no verb. */
function elliptical(chunks: readonly Chunk[], at: number): boolean {
  const before = chunkAt(chunks, at - 1)?.kind;
  if ((before !== 'comma' && before !== 'and') || !hasFigure(chunks, at)) return false;
  return chunks[at + 1]?.kind === 'prep' || before === 'and' || chunkAt(chunks, at - 2)?.kind === 'quantity';
}

const followsFigure = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.kind === 'noun' && chunkAt(chunks, at - 1)?.kind === 'quantity' && chunkAt(chunks, at - 1)?.to === chunks[at]?.from;

/** A noun phrase with a verb of its own behind it: "…, while shares fell", "said profits rose", "after prices fell". */
function opensClause(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const before = chunkAt(chunks, at - 1);
  if (before?.kind === 'quantity' || (before?.kind === 'prep' && !JOINING.has(before.word))) return false;
  // "the crew that left the harbour of Lima was saved": an object, not a new subject.
  if (before?.kind === 'verb' && awaits(clause.parent)) return false;
  // "LIMA, 4 May – Peru sold", "In Europe, sales fell": what stood before the break was no subject.
  if (clause.verb === null && before?.kind !== 'prep' && !BREAKS.has(before?.kind ?? '')) return false;
  return verbBehind(chunks, at) >= 0;
}
const BREAKS: ReadonlySet<string> = new Set(['comma', 'time', 'close', 'colon', 'noun']);
/** Prepositions that may join a whole clause. */
const JOINING: ReadonlySet<string> = new Set('after before since until till as than except'.split(' '));

/** "said 12 were hurt", "after 40 miners stopped work": the quantity is the subject of a clause of its own. */
function opensWithFigure(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const before = chunks[chunkAt(chunks, at - 1)?.word === 'between' ? at - 2 : at - 1];
  if (before === undefined || verbBehind(chunks, at) < 0) return false;
  if (before.kind === 'prep') return JOINING.has(before.word);
  return before.kind === 'sub' || before.kind === 'comma' || (clause.verb !== null && before.kind === 'verb' && SAYING.has(before.word));
}
const SAYING: ReadonlySet<string> = new Set(
  'said say says added reported told claimed estimated believed believe thought think feared announced shows showed'.split(' '),
);

/** The quantity itself is what the clause speaks of: not "a 5 % tax fell", of which the tax is. */
const isSubject = (chunks: readonly Chunk[], at: number, clause: Clause): boolean =>
  clause.verb === null &&
  clause.subject === NOTHING &&
  chunkAt(chunks, at - 1)?.kind !== 'prep' &&
  !followsFigure(chunks, at + 1) &&
  verbBehind(chunks, at) >= 0;

/** The clause around is still without its verb. */
const awaits = (clause: Clause | null): boolean => clause !== null && clause.verb === null;

function readVerb(chunks: readonly Chunk[], at: number, chunk: Chunk, clause: Clause): Clause {
  const before = chunkAt(chunks, at - 1)?.kind;
  const { parent } = clause;
  if (chunk.form === 'open') {
    // "customers looking for": of the noun before; "…, lifting sales", "needs pumps to drain": of the subject.
    const within = clause.verb !== null && chunkAt(chunks, at - 2)?.kind === 'prep';
    if (before === 'noun' && chunk.word.endsWith('ing') && !within) return { ...clauseOf(chainBefore(chunks, at), clause), verb: chunk };
  } else if (before === 'noun' && clause.verb !== null && chunk.to === chunk.from + 1 && chunk.word.endsWith('ed') && !awaits(parent)) {
    // "an issue of shares valued at $5"
    return { ...clauseOf(chainBefore(chunks, at), clause), verb: chunk };
  } else if (parent && before === 'and' && clause.verb?.form === 'open') {
    parent.object = NOTHING;
    parent.verb = chunk;
    return parent;
  } else if (parent && clause.verb && clause.verb.form !== 'open' && awaits(parent) && before !== 'and') {
    // A relative clause that has its verb is over when another one follows.
    parent.verb = chunk;
    return parent;
  }
  clause.verb = chunk;
  clause.object = NOTHING;
  return clause;
}
