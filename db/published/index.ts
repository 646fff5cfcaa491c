/**
 * The only reads of pages, feeds, twins and search: what is not public is not even loaded beyond this folder.
 * A claim is public once accepted, an open case once all its claims are, a ruling by its publication and by nothing else.
 */
export { type ArticleRecord, articleRecord } from './article-record';
export { claimRecord } from './claim-record';
export { type Found, foundRecords } from './found';
export { caseMeasure, changedMeasures, listedCases, listedMeasures, type Page, settledAndOpen } from './lists';
export { nearestTitles } from './nearest';
export { measureRecord, measureRecords } from './records';
export { type SearchHit, searchPublic } from './search';
export { listedSources, type SourceRecord, sourceRecord } from './sources';
