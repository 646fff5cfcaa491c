/**
 * desk knows what reviewers see: everything in the record, published or not. No public page, feed or export may read through it.
 * It refuses to know how things are shown and to write anything.
 */
export { ACTS_A_PAGE, type ActLine, readActs } from './activity';
export { type ArticleSheet, outletNames, readArticleSheet, type SheetClaim } from './article';
export { type BesideSheet, readBeside } from './beside';
export { type CaseSheet, type MemberClaim, readCaseSheet, type SheetRuling, type Step } from './case';
export { type LogLine, readLog } from './log';
export { type EffectLine, lookAhead } from './look-ahead';
export { type NewerReading, newerReadings, READINGS_A_PAGE } from './newer';
export { type PairView, type SaidWord, type SayingView, viewPairs } from './pair';
export { nextItem, type QueueCounts, type QueuePage, queueCounts, queuePage } from './queue';
export { type ArticleLine, type CaseLine, linesOf, type MeasureLine, type QueueLine } from './queue-lines';
export { type ItemSplit, isDrawn, isItemSplit, SPLITS, type Split } from './splits';
export {
  type ClashStep,
  type ClashView,
  lastWordsOf,
  openSuggestions,
  PAIRS_A_PAGE,
  readClashes,
  type WaitingPair,
} from './suggestions';
