import { z } from 'zod';
import { PAIR_SUBJECTS, PAIR_WORDS } from '@/lib/measure';
import { judgePair, takeBackPair } from '../pairs';
import { id, optionalText } from './fields';
import { operation } from './operation';
import { named } from './outputs';

/** Left out, the question is meant. */
const about = z
  .enum(PAIR_SUBJECTS)
  .optional()
  .transform((subject) => subject ?? 'question');

export const pairOperations = [
  operation({
    id: 'pairs.judge',
    summary: 'Say whether two claims answer the same question, or report the same utterance or occasion',
    who: 'reviewer',
    path: 'claims/{id}/pairs',
    input: z.strictObject({ id, other: id, about, word: z.enum(PAIR_WORDS), reason: optionalText }),
    output: named.extend({ followed: z.boolean(), waits: z.boolean() }),
    draft: 'kept',
    undo: ({ db, actor, now }, { after }) => takeBackPair(db, { id: String(after?.id) }, actor, now),
    run: ({ db, actor, now }, input) => judgePair(db, input, actor, now),
  }),
  operation({
    id: 'pairs.take-back',
    summary: 'Take back a word on two claims',
    who: 'reviewer',
    provided: 'one’s own word; an administrator anybody’s',
    path: 'pairs/{id}/take-back',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: { instead: 'Say your word again, on the page of one of the two claims.' },
    run: ({ db, actor, now }, input) => takeBackPair(db, input, actor, now),
  }),
];
