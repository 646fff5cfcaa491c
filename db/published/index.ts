/**
 * The only reads of pages, feeds, twins and search: what is not public is not even loaded beyond this folder.
 * What that is stands in visible.ts.
 */
export { addressed } from './addressed';
export { type ArticleRecord, articleRecord } from './article-record';
export { publicArticlesBehind } from './articles';
export { type Asked, articleAsked, caseAsked, claimAsked, measureAsked } from './asked';
export { claimList } from './claim-list';
export { type ClaimGone, claimGone, claimRecord } from './claim-record';
export { lastPublic, publicCounts } from './counts';
export { cursorOf, openCursor } from './cursor';
export { differencePath, type Edition, editionNow, editionRecord, editionsOf, type ListedEdition, lastTitle } from './editions';
export { type Feed, listedFeeds, listFeed, sourceFeed, speakerFeed } from './feed-lists';
export { type FilterTold, filtersTold } from './filter-names';
export { type Found, foundRecords, type SearchFound, searchChanges, searchFound } from './found';
export type { NameHit } from './found-names';
export { publicHead, publicMoves } from './head';
export { type ClaimStep, caseVersion, caseVersions, claimSteps } from './histories';
export { caseMeasure, changedMeasures, correctedMeasures, type Page, settledAndOpen } from './lists';
export { casesAsked, claimsAsked, measuresAsked } from './lists-then';
export { type CountedPage, caseList, type MeasureOrder, measureList } from './measure-lists';
export { nearestTitles } from './nearest';
export { type Neighbours, neighboursOf } from './neighbours';
export { checkedArticle, checkedText, LONGEST_CHECK } from './on-record';
export { claimPlace } from './places';
export { type Receipt, receiptOf, reportCounts } from './receipts';
export { askedAlike, measureRecord, measureRecords, measureToday } from './records';
export { type Mended, type SearchAnswer, type SearchAsked, type SearchHit, searchFor, searchPublic } from './search';
export { sitemapPart, sitemapParts } from './sitemap';
export { type ListedSnapshot, type SnapshotsCompared, snapshotsCompared, snapshotsOf } from './snapshots';
export { listedSources, type SourceRecord, sourceRecord, sourceToday } from './sources';
export { listedSpeakers, type SpeakerRecord, speakerRecord, speakerToday } from './speakers';
export { type SubjectKind, type SubjectLine, type SubjectRecord, subjectList, subjectRecord } from './subjects';
export { toldChanges } from './told';
export { type Trust, trustOf } from './trust';
