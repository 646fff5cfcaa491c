import { z } from 'zod';
import { itemOf } from '../acts';
import { retractArticle, unretractArticle } from '../retracting';
import { restoreArticle, withholdArticle } from '../withholding';
import { id, optionalText, text } from './fields';
import { operation } from './operation';
import { named } from './outputs';

const reasoned = z.strictObject({ id, reason: text });
const TAKEN_BACK = 'This was taken back in the list of what was done.';

/** What is noted on an article after it was read, each with the act that takes it back. */
export const noticeOperations = [
  operation({
    id: 'articles.retract',
    summary: 'Note that a source took its article back',
    who: 'reviewer',
    provided: 'an editor, or any reviewer where the desk has no editor',
    path: 'articles/{id}/retraction',
    input: reasoned.extend({ day: text, url: optionalText }),
    output: named,
    draft: 'kept',
    undo: ({ db, actor, now }, act) => unretractArticle(db, { id: itemOf(act), reason: TAKEN_BACK }, actor, now),
    run: ({ db, actor, now }, input) => retractArticle(db, input, actor, now),
  }),
  operation({
    id: 'articles.unretract',
    summary: 'Take back that a source took its article back',
    who: 'reviewer',
    provided: 'an editor, or any reviewer where the desk has no editor',
    path: 'articles/{id}/retraction/end',
    input: reasoned,
    output: named,
    draft: 'kept',
    undo: { instead: 'Note it again, with its day and its link.' },
    run: ({ db, actor, now }, input) => unretractArticle(db, input, actor, now),
  }),
  operation({
    id: 'articles.withhold',
    summary: 'Withhold the text of an article for legal reasons',
    who: ['editor', 'admin'],
    path: 'articles/{id}/withholding',
    input: reasoned,
    output: named,
    draft: 'kept',
    undo: ({ db, actor, now }, act) => restoreArticle(db, { id: itemOf(act), reason: TAKEN_BACK }, actor, now),
    run: ({ db, actor, now }, input) => withholdArticle(db, input, actor, now),
  }),
  operation({
    id: 'articles.restore',
    summary: 'Show the text of an article again that was withheld',
    who: ['editor', 'admin'],
    path: 'articles/{id}/withholding/end',
    input: reasoned,
    output: named,
    draft: 'kept',
    undo: ({ db, actor, now }, act) => withholdArticle(db, { id: itemOf(act), reason: TAKEN_BACK }, actor, now),
    run: ({ db, actor, now }, input) => restoreArticle(db, input, actor, now),
  }),
];
