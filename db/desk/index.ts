/**
 * desk knows what reviewers see: everything in the record, published or not. No public page, feed or export may read through it.
 * It refuses to know how things are shown and to write anything.
 */
export { type ArticleSheet, outletNames, readArticleSheet, type SheetClaim } from './article';
export { type CaseSheet, type MemberClaim, readCaseSheet, type SheetRuling, type Step } from './case';
export { type LogLine, readLog } from './log';
export { type ArticleLine, type CaseLine, type QueueCounts, queueArticles, queueCases, queueCounts, SPLITS, type Split } from './queue';
