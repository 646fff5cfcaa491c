/**
 * publication knows what the public sees, as plain data: pages, charts, ratings, feeds and rows made from one record of a measure.
 * It draws charts, as they go into files, too, and refuses to know where records are kept, who may see them and how pages are laid out.
 */
// Pages take all their words from this door, those of the rooms below too.
export { dayWords, groupedDigits } from '@/lib/base';
export { HEDGE_WORDS } from '@/lib/quantity';
export { type Answer, type AnswerFigure, type Phrase, phraseText } from './answer';
export { type ComparedPiece, type ComparedTexts, compareTexts, type NumberChange, type SnapshotText } from './article-compare';
export { type ArticlePage, articlePage } from './article-page';
export { type AskedFigure, type AskedRange, type AskedSearch, type AskedWord, askedSearch, isWithin, LONGEST_SEARCH } from './asked-search';
export type { ByHandView } from './by-hand';
export { CHANGE_WORDS, type Change, changesOf, type GatheredChange, gatheredChanges, joinedChanges, narrowedChanges } from './changes';
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
export { casesOnly, changesAbout, correctionsOnly } from './chosen-changes';
export { type ClaimPage, claimPage, type ReadingLine } from './claim-page';
export { appearance, type ClaimReview, claimReview, claimReviewed, type Site } from './claim-review';
export { CODES } from './codes';
export { compareEditions, type EditionChange } from './compare';
export { type ConflictView, conflictId, conflictsOf, failedSums } from './conflicts';
export { BASIS_WORDS, instantWords } from './days';
export type { CorrectionView, Decision, DismissalView, RulingView } from './decision';
export {
  type Compared,
  type ComparedInFull,
  DESK_FIELDS,
  type Difference,
  differencesOf,
  type Field,
  type Likeness,
  PUBLIC_FIELDS,
} from './differences';
export {
  type Around,
  changedParts,
  changeWords,
  claimsIn,
  type EditionMark,
  namedIn,
  type Parts,
  partsOf,
  recordOf,
  shownToday,
} from './edition';
export { type Age, ageOf, ageOfAnswer, embedSnippet, reviewDue } from './embed';
export { type Facets, facetsOf } from './facets';
export { EVERYTHING, type FeedEnd, type FeedSubject, feedOf, isFeed } from './feed';
export {
  type Figure,
  figureWithNoun,
  figureWords,
  type Gap,
  gapAcross,
  numberWords,
  percentWords,
} from './figures';
export { FILTER_WORDS, type FilterName, type Filters, filtersIn } from './filters';
export { foundJson, subjectJson } from './found-json';
export { type Lag, lagOf, lagStrip, type TakenBack } from './lag';
export { writtenIn } from './language';
export { CODE_LICENCE, LICENCE } from './licence';
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
  snapshotLine,
} from './machine';
export { type MarkedRun, marked, markedQuote } from './marked';
export { type CheckView, type MeasurePage, measurePage, measurePath, type RelationView, type Why } from './measure-page';
export {
  type Moments,
  momentQuery,
  momentsAsked,
  momentWords,
  nothingThenWords,
  notOnRecordThen,
  recordAsOf,
  speaksBy,
  type WhyNothing,
} from './moments';
export { rolesOverTime, type VerdictCounts, verdictCounts } from './named-page';
export { type Embedded, embeddedAt, oembed, oembedXml } from './oembed';
export { type CheckedFigure, type CheckedText, type CheckedView, checkedJson, checkedView } from './on-record';
export { reportedIn, reportedWords } from './origins';
export { excerptSpans, markedPieces, type Passage, type Piece, passageOf } from './passage';
export type { PositionView } from './positions';
export { READING_QUALITY } from './quality';
export { type Range, type RangeEnd, rangeOf } from './range';
export { type ReadingWords, readingWords } from './reading-words';
export type * from './record';
export { byTime, type ClaimRow, unique } from './rows';
export { rowsShown } from './rows-shown';
export { sharedQuotes } from './shared-quotes';
export { type Followers, followedDays, type Silence, silenceOf } from './silence';
export { nearWords, slipsOf, wordsIn } from './slips';
export { slugOf } from './slug';
export { speakerKind } from './speaker-kind';
export { type CaseStory, publicLife } from './standing';

export { chartSummary } from './summary';
export { type TrustLine, trustLines } from './trust';
export { claimJsonLd } from './twin/annotation';
export { bibtex, type Citation, type Cited, citationsOf, citedCase, citedClaim, citedMeasure, cslJson, ris } from './twin/cite';
export { CLAIM_COLUMNS, type Column } from './twin/columns';
export { copiedClaim, copiedMeasure } from './twin/copied';
export { datasetOf, daysCovered, measureJsonLd } from './twin/dataset';
export { dictionaryMd, KIND_OF_CELL, licenceMd } from './twin/dictionary';
export type { Table } from './twin/dump-table';
export { MEASURE_TABLES, TABLES } from './twin/dump-tables';
export { ARTICLE_TABLE, SOURCE_TABLE, SPEAKER_TABLE } from './twin/dump-things';
export { articleMd, caseMd, claimMd, measureMd } from './twin/markdown';
export { type FeedGroup, LIST_FEEDS, opml } from './twin/opml';
export { type End, type TwinLink, type Twinned, twinAsked, twinPath, twinsOf, typeOf, type Use } from './twin/registry';
export { SITEMAP_PART, type SitemapLine, sitemap, sitemapIndex } from './twin/sitemap';
export { csvRow, csvTable, guardedCell, type SheetCell, sheetRows } from './twin/table';
export { claimsCsv, measureCsv, measureJson, withdrawalJson } from './twins';
export {
  AGGREGATION_WORDS,
  actorWords,
  CERTAINTY_WORDS,
  countWords,
  KIND_WORDS,
  listWords,
  REACHED_WORDS,
  REASON_WORDS,
  REPORT_KIND_WORDS,
  REPORT_OUTCOME_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
  type Status,
  VERDICT_WORDS,
  WOULD_CHANGE_WORDS,
} from './vocabulary';
export type { Markup } from './xml';
