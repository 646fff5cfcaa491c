import { isPlural } from '../words/plural';
import { type Chain, chainAt, chainBefore, join, NOTHING, verbBehind } from './chain';
import { type Chunk, kindAt } from './chunk';
import { type Clause, clauseOf, isSubject, known, opensWithFigure, readNoun, readVerb } from './clause';
import { KINDS } from './kinds';

const { NOUN, PRON, THERE, VERB, PREP, SUB, REL, STOP, QUANTITY } = KINDS;

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

/** What goes on from chunk to chunk. */
interface Course {
  clause: Clause;
  /** What the sentence spoke of last, and whether a pronoun or "there" has left it. */
  topic: Chain;
  left: boolean;
  /** What the sentences before spoke of first: one without a subject goes on with it. */
  lead: Chain;
}

/** Reads the clauses of a sentence from left to right and notes for each quantity the subject, verb and object it stands with. */
export function placesOf(chunks: readonly Chunk[]): Place[] {
  const places: Place[] = [];
  const course: Course = { clause: clauseOf(NOTHING, null), topic: NOTHING, left: false, lead: NOTHING };
  for (let at = 0; at < chunks.length; at += 1) {
    if ((chunks[at] as Chunk).kind === QUANTITY) places.push(placeAt(chunks, at, course));
    else goOn(chunks, at, course);
  }
  return places;
}

function placeAt(chunks: readonly Chunk[], at: number, course: Course): Place {
  const opens = opensWithFigure(chunks, at, course.clause);
  if (opens) course.clause = clauseOf(NOTHING, null);
  const { clause, topic, left } = course;
  const subject = known(clause);
  const place = { at, subject: subject.length > 0 || left || opens ? subject : topic, verb: clause.verb, object: clause.object };
  if (isSubject(chunks, at, clause)) clause.subject = chainAt(chunks, at, true);
  return place;
}

/** Takes in a chunk that is no quantity. */
function goOn(chunks: readonly Chunk[], at: number, course: Course): void {
  const chunk = chunks[at] as Chunk;
  const { clause } = course;
  switch (chunk.kind) {
    case NOUN:
      course.clause = readNoun(chunks, at, clause);
      course.left &&= course.clause.subject.length === 0;
      course.topic = topicOf(course.clause, course.topic);
      break;
    case VERB:
      course.clause = readVerb(chunks, at, chunk, clause);
      break;
    case PRON:
      course.clause = readPronoun(chunks, at, chunk, clause, course.topic);
      course.left = course.clause.subject.length === 0;
      break;
    case THERE:
      course.clause = clauseOf(NOTHING, null);
      course.left = true;
      break;
    case REL:
      course.clause = clauseOf(chainBefore(chunks, at), clause);
      break;
    case SUB:
      course.clause = clauseOf(NOTHING, Object.assign(clauseOf(known(clause), clause.parent, clause.verb), { object: clause.object }));
      break;
    case STOP:
      if (course.lead.length === 0) course.lead = course.topic;
      course.clause = clauseOf(NOTHING, null);
      course.topic = course.lead;
      course.left = false;
  }
}

const topicOf = ({ subject, object }: Clause, before: Chain): Chain => (subject.length > 0 ? subject : object.length > 0 ? object : before);

function readPronoun(chunks: readonly Chunk[], at: number, { word }: Chunk, clause: Clause, topic: Chain): Clause {
  if (kindAt(chunks, at - 1) === VERB && verbBehind(chunks, at) < 0) {
    // "valuing it at $5": what the sentence speaks of
    if (word === 'it' || word === 'them') clause.object = outermost(clause);
    return clause;
  }
  const subject = known(clause);
  return clauseOf(join(contactOf(chunks, at, clause), meant(chunks, word, subject.length > 0 ? subject : topic)), null);
}

/** "a barn he bought for $5": what the clause of the pronoun hangs on. */
function contactOf(chunks: readonly Chunk[], at: number, clause: Clause): Chain {
  if (kindAt(chunks, at - 1) === REL) return clause.subject;
  const opening = kindAt(chunks, 0);
  if (clause.verb === null || (opening & (SUB | PREP)) !== 0 || kindAt(chunks, at - 1) !== NOUN) return NOTHING;
  return [at - 1];
}

function outermost(clause: Clause): Chain {
  let chain = clause.subject;
  for (let at = clause.parent, steps = 0; at !== null && steps < 4; at = at.parent, steps += 1)
    if (at.subject.length > 0) chain = at.subject;
  return chain;
}

/** The subject named before that a pronoun takes up: "it" means one, "they" may mean anybody. */
function meant(chunks: readonly Chunk[], pronoun: string, subject: Chain): Chain {
  if (!TAKES_UP.has(pronoun)) return NOTHING;
  if (pronoun === 'they' || subject.length === 0) return subject;
  const head = chunks[subject[0] as number] as Chunk;
  return !head.named && isPlural(head.word) ? NOTHING : subject;
}
const TAKES_UP: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);
