/**
 * publication knows what the public sees, as plain data: pages, charts, ratings, feeds and rows made from one record of a measure.
 * It draws charts, as they go into files, too, and refuses to know where records are kept, who may see them and how pages are laid out.
 */
// Pages take all their words from this door, those of the rooms below too.
export { dayWords, groupedDigits } from '@/lib/base';
export { HEDGE_WORDS } from '@/lib/quantity';
export { type Answer, type AnswerFigure, type Phrase, phraseText } from './answer';
export { type ArticlePage, articlePage } from './article-page';
export type { ByHandView } from './by-hand';
export { CHANGE_WORDS, type Change, changesOf, type GatheredChange, gatheredChanges, joinedChanges } from './changes';
export { chartModel } from './chart';
export { CARD, cardFile, cardWords } from './chart/card';
export { chartOnPage } from './chart/draw';
export { LIT_ROWS } from './chart/draw-marks';
export { chartFile } from './chart/file';
export { chartKey } from './chart/key';
export type { ChartModel, Mark, SourceSlot } from './chart/model';
export { COLOURS, pageLook, type Theme } from './chart/paint';
export { sparkFile, sparkline } from './chart/spark';
export { SYMBOLS } from './chart/symbols';
export { type ClaimPage, claimPage, type ReadingLine } from './claim-page';
export { appearance, type ClaimReview, claimReview, claimReviewed, type Site } from './claim-review';
export { CODES } from './codes';
export { compareEditions, type EditionChange } from './compare';
export { BASIS_WORDS, instantWords } from './days';
export type { CorrectionView, Decision, DismissalView, RulingView } from './decision';
export { type Compared, type ComparedInFull, DESK_FIELDS, type Difference, differencesOf, type Field, PUBLIC_FIELDS } from './differences';
export { type Around, changedParts, changeWords, type EditionMark, namedIn, type Parts, partsOf, recordOf, shownToday } from './edition';
export { type Age, ageOf, ageOfAnswer, embedSnippet } from './embed';
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
export { writtenIn } from './language';
export { liveLink } from './live-link';
export {
  articleFull,
  articleLine,
  caseFull,
  caseLine,
  claimFull,
  claimLine,
  claimsOf,
  comparedSources,
  measureLine,
  namedLine,
  seriesOf,
} from './machine';
export { type CheckView, type MeasurePage, measurePage, measurePath, type RelationView, type Why } from './measure-page';
export { type Moments, momentsAsked, momentWords, recordAsOf } from './moments';
export { type Embedded, embeddedAt, oembed, oembedXml } from './oembed';
export { type CheckedFigure, type CheckedText, type CheckedView, checkedJson, checkedView } from './on-record';
export { reportedIn, reportedWords } from './origins';
export { excerptSpans, markedPieces, type Passage, type Piece, passageOf } from './passage';
export type { PositionView } from './positions';
export { type ReadingWords, readingWords } from './reading-words';
export type * from './record';
export { byTime, type ClaimRow, unique } from './rows';
export { rowsShown } from './rows-shown';
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
export type { Markup } from './xml';
