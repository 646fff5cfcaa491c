import { words } from '../../base';
import { type Chain, chainAt, chainBefore, hasFigure, join, NOTHING, startsClause, verbBehind } from './chain';
import { type Chunk, chunkAt } from './chunk';
import { isParticiple } from './wordclass';

export interface Clause {
  subject: Chain;
  verb: Chunk | null;
  object: Chain;
  /** The clause that goes on behind this one ("the firm, which sells tea, grew"), or lends it its subject ("while losing 5 %"). */
  parent: Clause | null;
}

export const clauseOf = (subject: Chain, parent: Clause | null, verb: Chunk | null = null): Clause => ({
  subject,
  verb,
  object: NOTHING,
  parent,
});

/** The subject of this clause or of the nearest one around it that has one. */
export function known(clause: Clause): Chain {
  let at: Clause | null = clause;
  for (let steps = 0; at !== null && steps < 4; steps += 1) {
    if (at.subject.length > 0) return at.subject;
    at = at.parent;
  }
  return NOTHING;
}

export function readNoun(chunks: readonly Chunk[], at: number, clause: Clause): Clause {
  // "a 5 % tax": the noun stands where its quantity stands.
  const role = chunkAt(chunks, beforeFigures(chunks, at))?.kind;
  if (opensClause(chunks, at, clause)) return clauseOf(chainAt(chunks, at, true), clause.parent);
  // "…, the Fjord index down 4 points": the verb is understood from the clause before.
  if (clause.verb !== null && elliptical(chunks, at)) return clauseOf(chainAt(chunks, at, true), clause.parent, clause.verb);
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

/** "a 1.5-litre four-valve engine": the place before the figures that stand directly before a noun phrase. */
function beforeFigures(chunks: readonly Chunk[], at: number): number {
  let k = at - 1;
  while (k > at - 4 && chunkAt(chunks, k)?.kind === 'quantity' && chunks[k]?.to === chunks[k + 1]?.from) k -= 1;
  return k;
}
/** A figure that stands directly before a noun phrase or another figure belongs to it. */
const leadsNoun = (chunks: readonly Chunk[], at: number): boolean =>
  (chunks[at + 1]?.kind === 'noun' || chunks[at + 1]?.kind === 'quantity') && chunks[at]?.to === chunks[at + 1]?.from;

/** A noun phrase with a verb of its own behind it: "…, while shares fell", "said profits rose", "after prices fell". */
function opensClause(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const before = chunkAt(chunks, at - 1);
  // "by the look of it the 40-litre tank was full"
  if (before?.kind === 'quantity')
    return (
      startsClause(chunks, at) ||
      (clause.verb !== null && chunkAt(chunks, beforeFigures(chunks, at))?.kind === 'noun' && verbBehind(chunks, at) >= 0)
    );
  if (before?.kind === 'prep' && !JOINING.has(before.word)) return false;
  // "the crew that left the harbour of Lima was saved", "a firm whose brands include Tarn and Beck runs": an object, not a new subject.
  if (awaits(clause.parent) && (before?.kind === 'verb' || (before?.kind === 'and' && chunkAt(chunks, at - 3)?.kind === 'verb')))
    return false;
  // "LIMA, 4 May – Peru sold", "In Europe, sales fell": what stood before the break was no subject.
  if (clause.verb === null && before?.kind !== 'prep' && !BREAKS.has(before?.kind ?? '')) return false;
  return verbBehind(chunks, at) >= 0;
}
const BREAKS: ReadonlySet<string> = new Set(['comma', 'time', 'close', 'colon', 'noun']);
/** Prepositions that may join a whole clause. */
const JOINING = words('after before since until till as than except');

/** "said 12 were hurt", "after 40 miners stopped work": the quantity is the subject of a clause of its own. */
export function opensWithFigure(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const before = chunkAt(chunks, chunkAt(chunks, at - 1)?.word === 'between' ? at - 2 : at - 1);
  if (before === undefined || verbBehind(chunks, at) < 0) return false;
  if (before.kind === 'prep') return JOINING.has(before.word);
  if (before.kind === 'and') return clause.verb !== null;
  return before.kind === 'sub' || before.kind === 'comma' || (clause.verb !== null && before.kind === 'verb' && SAYING.has(before.word));
}
const SAYING = words('said say says added reported told claimed estimated believed believe thought think feared announced shows showed');

/** The quantity itself is what the clause speaks of: not "a 5 % tax fell", of which the tax is. */
export const isSubject = (chunks: readonly Chunk[], at: number, clause: Clause): boolean =>
  clause.verb === null &&
  clause.subject === NOTHING &&
  chunkAt(chunks, at - 1)?.kind !== 'prep' &&
  !leadsNoun(chunks, at) &&
  verbBehind(chunks, at) >= 0;

/** The clause around is still without its verb. */
const awaits = (clause: Clause | null): boolean => clause !== null && clause.verb === null;

/** Who does what a participle behind a noun says: behind a verb and a preposition it may be the noun or the subject, behind "with" the noun. */
function doerOf(chunks: readonly Chunk[], at: number, clause: Clause): Chain {
  const link = chunkAt(chunks, at - 2);
  const noun = chainBefore(chunks, at);
  return clause.verb === null || link?.word === 'with' ? noun : join(noun, known(clause));
}
/** They may hang on the noun before them. */
const HANGING = /ed$|^(?:put|set|held|built|made|paid)$/;
/** What follows in the infinitive is done by the object. */
const ORDERING =
  words(`ask asks asked tell tells told order orders ordered urge urges urged allow allows allowed force forces forced require requires required
  help helps helped want wants wanted expect expects expected enable enables enabled cause causes caused`);

export function readVerb(chunks: readonly Chunk[], at: number, chunk: Chunk, clause: Clause): Clause {
  const before = chunkAt(chunks, at - 1)?.kind;
  const { parent } = clause;
  if (chunk.form === 'open') {
    // "customers looking for": of the noun before; "…, lifting sales", "needs pumps to drain": of the subject.
    if (before === 'noun' && isParticiple(chunk.word)) return clauseOf(doerOf(chunks, at, clause), clause, chunk);
    // "asked for the fee to be", "ordered the mill to pay"
    if (before === 'noun' && chunkAt(chunks, at - 2)?.word === 'for') return clauseOf([at - 1, ...known(clause)], clause, chunk);
    if (before === 'noun' && clause.object !== NOTHING && ORDERING.has(clause.verb?.word ?? ''))
      return clauseOf(join(clause.object, clause.subject), clause, chunk);
    // "took a decision in May to close"
    if (clause.object !== NOTHING && (before === 'noun' || before === 'time') && !isParticiple(chunk.word))
      return clauseOf(join(known(clause), clause.object), clause, chunk);
  } else if (before === 'noun' && clause.verb !== null && chunk.to === chunk.from + 1 && HANGING.test(chunk.word) && !awaits(parent)) {
    // "an issue of shares valued at $5"
    return clauseOf(chainBefore(chunks, at), clause, chunk);
  } else if (parent && before === 'and' && clause.verb?.form === 'open') {
    parent.object = NOTHING;
    parent.verb = chunk;
    return parent;
  } else if (parent && clause.verb && awaits(parent) && before !== 'and') {
    // A relative clause that has its verb is over when another one follows.
    parent.verb = chunk;
    return parent;
  }
  clause.verb = chunk;
  clause.object = NOTHING;
  return clause;
}
