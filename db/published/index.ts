/**
 * The only reads of pages, feeds, twins and search: what is not public is not even loaded beyond this folder.
 * What that is stands in visible.ts.
 */
export { type ArticleRecord, articleRecord } from './article-record';
export { type Asked, articleAsked, caseAsked, claimAsked, measureAsked } from './asked';
export { type ClaimGone, claimGone, claimRecord } from './claim-record';
export { lastPublic, publicCounts } from './counts';
export { type Edition, editionNow, editionRecord, editionsOf, type ListedEdition, lastTitle } from './editions';
export { type Found, foundRecords } from './found';
export { publicHead } from './head';
export { type ClaimStep, caseVersion, caseVersions, claimSteps } from './histories';
export { caseMeasure, changedMeasures, correctedMeasures, listedCases, listedMeasures, type Page, settledAndOpen } from './lists';
export { casesAsked, claimsAsked, measuresAsked } from './lists-then';
export { nearestTitles } from './nearest';
export { checkedArticle, checkedText, LONGEST_CHECK } from './on-record';
export { askedAlike, measureRecord, measureRecords, measureToday } from './records';
export { type SearchHit, searchPublic } from './search';
export { type ListedSnapshot, type SnapshotsCompared, snapshotsCompared, snapshotsOf } from './snapshots';
export { listedSources, type SourceRecord, sourceRecord, sourceToday } from './sources';
export { listedSpeakers, type SpeakerRecord, speakerRecord, speakerToday } from './speakers';
export { listedTopics } from './topic-list';
