/**
 * desk knows what reviewers see: everything in the record, published or not. No public page, feed or export may read through it.
 * It refuses to know how things are shown and to write anything.
 */

export type { NotificationLine } from '../notification-lines';
export { type ItemSplit, isDrawn, isItemSplit, isWalked, SPLITS, type Split, type Walked } from '../queue/splits';
export { type Likeness, type StoredAlike, storedAlike } from '../stored-alike';
export { ACTS_A_PAGE, type ActLine, readActs } from './activity';
export { type AgreementLine, type Agreements, readAgreements } from './agreement';
export { type ArticleSheet, outletNames, readArticleSheet, type SheetClaim } from './article';
export { type Audits, readAudits } from './audits';
export { type BesideSheet, type OutsideSheet, readBeside, readOutside } from './beside';
export { type CaseSheet, readCaseSheet, type SheetRuling, type Step } from './case';
export { type HandMark, type HandSheet, type HandStep, MOST_SHOWN, type ReadFields, readHands } from './hands';
export { type LogLine, readLog } from './log';
export { type EffectLine, lookAhead } from './look-ahead';
export { type Effects, mergeEffects, splitEffects } from './measure-effects';
export { listDeskMeasures, type MeasureSheet, type MemberLine, measureMembers, readMeasure } from './measures';
export type { MemberClaim } from './member-claims';
export { type Candidate, listNamed, type NamedLine, namedPath } from './named';
export { type NamedSheet, type RevisionLine, readNamed } from './named-sheet';
export { namesOf } from './names';
export { countOlderReadings, type NewerReading, newerReadings, READINGS_A_PAGE } from './newer';
export { isByChance, itemBefore, itemsAfter, nextItem, type Standing, waitingReading } from './next';
export { countUnseenMentions, type MentionLine, type NoteLine, notePlaces, readMentions, readNotes } from './notes';
export { readFollows, readNotifications, unreadCount } from './notifications';
export { type PairView, type SaidWord, type SayingView, viewPairs } from './pair';
export { type QueueCounts, type QueuePage, queueCounts, queuePage } from './queue';
export { type ArticleLine, type CaseLine, linesOf, lineTitle, type MeasureLine, type QueueLine } from './queue-lines';
export { readSitting, type Sitting } from './sitting';
export {
  type ClashStep,
  type ClashView,
  lastWordsOf,
  openSuggestions,
  PAIRS_A_PAGE,
  readClashes,
  type WaitingPair,
} from './suggestions';
