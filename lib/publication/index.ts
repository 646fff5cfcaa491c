/**
 * publication knows what the public sees, as plain data: pages, charts, ratings, feeds and rows made from one record of a measure.
 * It refuses to know where records are kept, who may see them and how pages are drawn.
 */
// Pages take all their words from this door, those of the rooms below too.
export { dayWords, groupedDigits } from '@/lib/base';
export { HEDGE_WORDS } from '@/lib/quantity';
export { type Answer, type AnswerFigure, type Phrase, phraseText } from './answer';
export { type ArticlePage, articlePage } from './article-page';
export type { ByHandView } from './by-hand';
export { CHANGE_WORDS, type Change, changesOf, type GatheredChange, gatheredChanges, joinedChanges } from './changes';
export type { ChartModel, Joint, Mark, MarkForm, SourceSlot } from './chart';
export { type ClaimPage, claimPage, type ReadingLine } from './claim-page';
export { appearance, type ClaimReview, claimReview, claimReviewed, type Site } from './claim-review';
export { compareEditions, type EditionChange } from './compare';
export { BASIS_WORDS, instantWords } from './days';
export type { CorrectionView, Decision, DismissalView, RulingView } from './decision';
export { type Compared, type ComparedInFull, DESK_FIELDS, type Difference, differencesOf, type Field, PUBLIC_FIELDS } from './differences';
export { type Around, changedParts, changeWords, type EditionMark, namedIn, type Parts, partsOf, recordOf, shownToday } from './edition';
export { atomFeed } from './feed';
export {
  type Figure,
  figureWithNoun,
  figureWords,
  type Gap,
  gapAcross,
  numberWords,
  percentWords,
} from './figures';
export { liveLink } from './live-link';
export { type CheckView, type MeasurePage, measurePage, measurePath, type RelationView, type Why } from './measure-page';
export { type Moments, momentsAsked, momentWords, recordAsOf } from './moments';
export { reportedIn, reportedWords } from './origins';
export { excerptSpans, markedPieces, type Passage, type Piece, passageOf } from './passage';
export type { PositionView } from './positions';
export { type ReadingWords, readingWords } from './reading-words';
export type * from './record';
export { byTime, type ClaimRow, unique } from './rows';
export { sharedQuotes } from './shared-quotes';
export { slugOf } from './slug';
export { speakerKind } from './speaker-kind';
export { type CaseStory, publicLife } from './standing';
export { chartSummary } from './summary';
export { guardedCell, measureCsv, measureJson, withdrawalJson } from './twins';
export {
  AGGREGATION_WORDS,
  actorWords,
  CERTAINTY_WORDS,
  countWords,
  KIND_WORDS,
  listWords,
  REACHED_WORDS,
  REASON_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
  type Status,
  VERDICT_WORDS,
} from './vocabulary';
