/**
 * The only reads of pages, feeds, twins and search: what is not public is not even loaded beyond this folder.
 * What that is stands in visible.ts.
 */
export { type ArticleRecord, articleRecord } from './article-record';
export { type AskedMeasure, measureAsked } from './asked';
export { claimList } from './claim-list';
export { type ClaimGone, claimGone, claimRecord } from './claim-record';
export { lastPublic, publicCounts } from './counts';
export { cursorOf, openCursor } from './cursor';
export { type Edition, editionNow, editionRecord, editionsOf, type ListedEdition, lastTitle } from './editions';
export { type FilterTold, filtersTold } from './filter-names';
export { type Found, foundRecords, type SearchFound, searchChanges, searchFound } from './found';
export type { NameHit } from './found-names';
export { publicHead } from './head';
export { caseMeasure, changedMeasures, correctedMeasures, type Page, settledAndOpen } from './lists';
export { type CountedPage, caseList, type MeasureOrder, measureList } from './measure-lists';
export { nearestTitles } from './nearest';
export { checkedArticle, checkedText, LONGEST_CHECK } from './on-record';
export { askedAlike, measureRecord, measureRecords, measureToday } from './records';
export { type Mended, type SearchAnswer, type SearchAsked, type SearchHit, searchFor, searchPublic } from './search';
export { listedSources, type SourceRecord, sourceRecord, sourceToday } from './sources';
export { listedSpeakers, type SpeakerRecord, speakerRecord, speakerToday } from './speakers';
export { type SubjectKind, type SubjectLine, type SubjectRecord, subjectList, subjectRecord } from './subjects';
