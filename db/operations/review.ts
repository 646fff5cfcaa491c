import { z } from 'zod';
import { auditShare, setAuditShare } from '../audit-share';
import { changedSince } from '../refused';
import { setDeskReview, setMeasureReview, unsetReview } from '../review-mode';
import { id, whole } from './fields';
import { operation } from './operation';
import { named } from './outputs';

/** "default" leaves it to what stands above: the desk, or the number of people who may decide. */
const review = z.enum(['blind', 'single', 'default']).transform((mode) => (mode === 'default' ? null : mode));
const chosen = z.enum(['blind', 'single']).nullable();

export const reviewOperations = [
  operation({
    id: 'desk.set-review',
    summary: 'Choose whether one person decides a case, or two who do not see each other’s opinion',
    who: 'admin',
    path: 'desk/review',
    input: z.strictObject({ review }),
    output: z.strictObject({ review: chosen }),
    draft: 'none',
    undo: ({ db, actor, now }, act) => unsetReview(db, act, actor, now),
    run: ({ db, actor, now }, input) => setDeskReview(db, input, actor, now),
  }),
  operation({
    id: 'desk.set-audit',
    summary: 'Set how many of the rulings that two agreed on are audited, in percent',
    who: 'admin',
    path: 'desk/audit',
    input: z.strictObject({ share: whole(0, 100) }),
    output: z.strictObject({ share: z.int() }),
    draft: 'none',
    undo: async ({ db, actor, now }, { before, after }) =>
      (await auditShare(db.read)) === after?.share ? setAuditShare(db, { share: Number(before?.share) }, actor, now) : changedSince(),
    run: ({ db, actor, now }, input) => setAuditShare(db, input, actor, now),
  }),
  operation({
    id: 'measures.set-review',
    summary: 'The same for the cases of one measure',
    who: 'reviewer',
    path: 'measures/{id}/review',
    input: z.strictObject({ id, review }),
    output: named.extend({ review: chosen }),
    draft: 'none',
    undo: ({ db, actor, now }, act) => unsetReview(db, act, actor, now),
    run: ({ db, actor, now }, input) => setMeasureReview(db, input, actor, now),
  }),
];
