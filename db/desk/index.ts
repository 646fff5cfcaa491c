/**
 * desk knows what reviewers see: everything in the record, published or not. No public page, feed or export may read through it.
 * It refuses to know how things are shown and to write anything.
 */
export { type ArticleSheet, outletNames, readArticleSheet, type SheetClaim } from './article';
export { type BesideSheet, readBeside } from './beside';
export { type CaseSheet, type MemberClaim, readCaseSheet, type SheetRuling, type Step } from './case';
export { type LogLine, readLog } from './log';
export { type Effects, mergeEffects, splitEffects } from './measure-effects';
export { listDeskMeasures, type MeasureSheet, type MemberLine, measureMembers, readMeasure } from './measures';
export { type Candidate, listNamed, type NamedLine, namedPath } from './named';
export { type NamedSheet, type RevisionLine, readNamed } from './named-sheet';
export { type NewerReading, newerReadings, READINGS_A_PAGE } from './newer';
export { type PairView, type SaidWord, type SayingView, viewPairs } from './pair';
export {
  type ArticleLine,
  type CaseLine,
  type CaseSplit,
  type QueueCounts,
  queueArticles,
  queueCases,
  queueCounts,
  SPLITS,
  type Split,
} from './queue';
export {
  type ClashStep,
  type ClashView,
  lastWordsOf,
  openSuggestions,
  PAIRS_A_PAGE,
  readClashes,
  type WaitingPair,
} from './suggestions';
