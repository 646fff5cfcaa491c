import { z } from 'zod';
import { REPORT_KINDS, REPORT_OUTCOMES } from '../report-table';
import { answerReport, sendReport } from '../reports';
import { id, optionalText, text } from './fields';
import { operation } from './operation';
import { named } from './outputs';

export const reportOperations = [
  operation({
    id: 'reports.send',
    summary: 'Report an error, a missing number, or one’s own side of a page',
    who: 'anyone',
    path: 'reports',
    input: z.strictObject({ page: text, what: z.enum(REPORT_KINDS), words: text, contact: optionalText }),
    output: z.strictObject({ code: z.string() }),
    draft: 'none',
    limit: 'reports',
    run: ({ db, actor, now }, { page, what, ...said }) => sendReport(db, { about: page, kind: what, ...said }, actor, now),
  }),
  operation({
    id: 'reports.answer',
    summary: 'Answer the report of a reader',
    who: 'reviewer',
    path: 'reports/{id}/answer',
    input: z.strictObject({ id, outcome: z.enum(REPORT_OUTCOMES), answer: text }),
    output: named,
    draft: 'kept',
    undo: { instead: 'Its sender may have read it. Tell what came of it since under corrections.' },
    run: ({ db, actor, now }, input) => answerReport(db, input, actor, now),
  }),
];
