import { z } from 'zod';
import { setDeskReview, setMeasureReview } from '../review-mode';
import { id } from './fields';
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
    run: ({ db, actor, now }, input) => setDeskReview(db, input, actor, now),
  }),
  operation({
    id: 'measures.set-review',
    summary: 'The same for the cases of one measure',
    who: 'reviewer',
    path: 'measures/{id}/review',
    input: z.strictObject({ id, review }),
    output: named.extend({ review: chosen }),
    draft: 'none',
    run: ({ db, actor, now }, input) => setMeasureReview(db, input, actor, now),
  }),
];
