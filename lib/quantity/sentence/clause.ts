import { isListed, words } from '../../base';
import { type Chain, chainAt, chainBefore, hasFigure, join, NOTHING, startsClause, verbBehind } from './chain';
import { type Chunk, chunkAt, kindAt } from './chunk';
import { isParticiple } from './forms';
import { KINDS } from './kinds';

const { NOUN, TIME, VERB, PREP, AND, SUB, REL, COMMA, COLON, CLOSE, QUANTITY } = KINDS;

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
  const role = kindAt(chunks, beforeFigures(chunks, at));
  if (opensClause(chunks, at, clause)) return clauseOf(chainAt(chunks, at, true), clause.parent);
  // "…, the Fjord index down 4 points": the verb is understood from the clause before.
  if (clause.verb !== null && elliptical(chunks, at)) return clauseOf(chainAt(chunks, at, true), clause.parent, clause.verb);
  // "the county's 12 clinics": the owner is not the subject.
  if (kindAt(chunks, at + 1) === QUANTITY && (chunks[at] as Chunk).word.endsWith("'s")) return clause;
  if (role === PREP || (role === AND && kindAt(chunks, at - 2) === NOUN && clause.verb === null && clause.subject === NOTHING))
    return clause;
  if (clause.verb !== null) {
    if (role === VERB || (role === QUANTITY && clause.object === NOTHING)) clause.object = chainAt(chunks, at, false);
    return clause;
  }
  if (role === REL) return clauseOf(chainAt(chunks, at, true), clause.parent);
  if (clause.subject === NOTHING || role === 0 || role === SUB) clause.subject = chainAt(chunks, at, true);
  return clause;
}

/** Behind a comma or "and" a noun phrase with a figure of its own, but no verb. */
function elliptical(chunks: readonly Chunk[], at: number): boolean {
  const before = kindAt(chunks, at - 1);
  if ((before & (COMMA | AND)) === 0 || !hasFigure(chunks, at)) return false;
  return kindAt(chunks, at + 1) === PREP || before === AND || kindAt(chunks, at - 2) === QUANTITY;
}

/** "a 1.5-litre four-valve engine": the place before the figures that stand directly before a noun phrase. */
function beforeFigures(chunks: readonly Chunk[], at: number): number {
  let k = at - 1;
  while (k > at - 4 && kindAt(chunks, k) === QUANTITY && chunks[k]?.to === chunks[k + 1]?.from) k -= 1;
  return k;
}
/** A figure that stands directly before a noun phrase or another figure belongs to it. */
const leadsNoun = (chunks: readonly Chunk[], at: number): boolean =>
  (kindAt(chunks, at + 1) & (NOUN | QUANTITY)) !== 0 && chunks[at]?.to === chunks[at + 1]?.from;

/** A noun phrase with a verb of its own behind it: "…, while shares fell", "said profits rose", "after prices fell". */
function opensClause(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const { kind, spelling } = chunkAt(chunks, at - 1);
  // "by the look of it the 40-litre tank was full"
  if (kind === QUANTITY)
    return (
      startsClause(chunks, at) ||
      (clause.verb !== null && kindAt(chunks, beforeFigures(chunks, at)) === NOUN && verbBehind(chunks, at) >= 0)
    );
  if (kind === PREP && !isListed(spelling, JOINING)) return false;
  // "the crew that left the harbour of Lima was saved", "a firm whose brands include Tarn and Beck runs": an object, not a new subject.
  if (awaits(clause.parent) && (kind === VERB || (kind === AND && kindAt(chunks, at - 3) === VERB))) return false;
  // "LIMA, 4 May – Peru sold", "In Europe, sales fell": what stood before the break was no subject.
  if (clause.verb === null && (kind & (PREP | BREAKS)) === 0) return false;
  return verbBehind(chunks, at) >= 0;
}
const BREAKS = COMMA | TIME | CLOSE | COLON | NOUN;
/** Prepositions that may join a whole clause. */
const JOINING = words('after before since until till as than except');

/** "said 12 were hurt", "after 40 miners stopped work": the quantity is the subject of a clause of its own. */
export function opensWithFigure(chunks: readonly Chunk[], at: number, clause: Clause): boolean {
  const last = chunkAt(chunks, at - 1);
  const { kind, spelling } = last.word === 'between' ? chunkAt(chunks, at - 2) : last;
  if (kind === PREP) return isListed(spelling, JOINING) && verbBehind(chunks, at) >= 0;
  const opens = (kind & (SUB | COMMA)) !== 0 || (clause.verb !== null && (kind === AND || (kind === VERB && isListed(spelling, SAYING))));
  return opens && verbBehind(chunks, at) >= 0;
}
const SAYING = words('said say says added reported told claimed estimated believed believe thought think feared announced shows showed');

/** The quantity itself is what the clause speaks of: not "a 5 % tax fell", of which the tax is. */
export const isSubject = (chunks: readonly Chunk[], at: number, clause: Clause): boolean =>
  clause.verb === null &&
  clause.subject === NOTHING &&
  kindAt(chunks, at - 1) !== PREP &&
  !leadsNoun(chunks, at) &&
  verbBehind(chunks, at) >= 0;

/** The clause around is still without its verb. */
const awaits = (clause: Clause | null): boolean => clause !== null && clause.verb === null;

/** Who does what a participle behind a noun says: behind a verb and a preposition it may be the noun or the subject, behind "with" the noun. */
function doerOf(chunks: readonly Chunk[], at: number, clause: Clause): Chain {
  const link = chunkAt(chunks, at - 2);
  const noun = chainBefore(chunks, at);
  return clause.verb === null || link.word === 'with' ? noun : join(noun, known(clause));
}
/** They may hang on the noun before them. */
const HANGING = /ed$|^(?:put|set|held|built|made|paid)$/;
/** What follows in the infinitive is done by the object. */
const ORDERING =
  words(`ask asks asked tell tells told order orders ordered urge urges urged allow allows allowed force forces forced require requires required
  help helps helped want wants wanted expect expects expected enable enables enabled cause causes caused`);

export function readVerb(chunks: readonly Chunk[], at: number, chunk: Chunk, clause: Clause): Clause {
  const before = kindAt(chunks, at - 1);
  const { parent } = clause;
  if (chunk.form === 'open') {
    // "customers looking for": of the noun before; "…, lifting sales", "needs pumps to drain": of the subject.
    if (before === NOUN && isParticiple(chunk.word)) return clauseOf(doerOf(chunks, at, clause), clause, chunk);
    // "asked for the fee to be", "ordered the mill to pay"
    if (before === NOUN && chunkAt(chunks, at - 2).word === 'for') return clauseOf([at - 1, ...known(clause)], clause, chunk);
    if (before === NOUN && clause.object !== NOTHING && ORDERING.has(clause.verb?.word ?? ''))
      return clauseOf(join(clause.object, clause.subject), clause, chunk);
    // "took a decision in May to close"
    if (clause.object !== NOTHING && (before === NOUN || before === TIME) && !isParticiple(chunk.word))
      return clauseOf(join(known(clause), clause.object), clause, chunk);
  } else if (before === NOUN && clause.verb !== null && chunk.to === chunk.from + 1 && HANGING.test(chunk.word) && !awaits(parent)) {
    // "an issue of shares valued at $5"
    return clauseOf(chainBefore(chunks, at), clause, chunk);
  } else if (parent && before === AND && clause.verb?.form === 'open') {
    parent.object = NOTHING;
    parent.verb = chunk;
    return parent;
  } else if (parent && clause.verb && awaits(parent) && before !== AND) {
    // A relative clause that has its verb is over when another one follows.
    parent.verb = chunk;
    return parent;
  }
  clause.verb = chunk;
  clause.object = NOTHING;
  return clause;
}
