import { z } from 'zod';
import type { Instant } from '@/lib/base';
import { itemOf } from '../acts';
import { ID_PATTERN } from '../ids';
import { assignItem, flagItem, restore, snoozeItem, wakeItem } from '../queue/acts';
import { askSecondLook, askSource, sourceAnswered } from '../queue/asks';
import { BATCH_ACTS, runBatch } from '../queue/batch';
import { drawItem } from '../queue/draw';
import { lookedAt } from '../queue/looked';
import { setQueue, unsetQueue } from '../queue/order';
import { FACETS, type Facet } from '../queue/places';
import { ORDERS } from '../queue/setting';
import { DRAWN } from '../queue/splits';
import { dropView, keepViewAgain, saveView } from '../queue/views';
import { box, id, optionalText, said, text, whole } from './fields';
import { operation, type Undo } from './operation';
import { named } from './outputs';

const restored: Undo = ({ db, actor, now }, act) => restore(db, act, actor, now);

/** A day, or a time from now on. */
const TERMS = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 } as const;
const term = z.enum(['hour', 'day', 'week', 'month', '']).optional();
const untilOf = (until: string | null, lasting: z.infer<typeof term>, now: Instant): string =>
  until ?? (lasting ? new Date(Date.parse(now) + TERMS[lasting]).toISOString() : '');

/** A row by its id, or with how it stood where it was seen: "k3v9m2qd4x@3". See `standingFor`. */
const row = z
  .string()
  .refine((one) => ID_PATTERN.test(one.split('@', 1)[0] as string), 'This is no id of ours.')
  .transform((one) => {
    const at = one.indexOf('@');
    return at < 0 ? { id: one, seen: null } : { id: one.slice(0, at), seen: one.slice(at + 1) };
  });
const many = z
  .union([z.array(row), row.transform((one) => [one])])
  .optional()
  .transform((rows) => rows ?? []);

/** What a list is narrowed to, as in its address. */
const narrowed = {
  ...(Object.fromEntries(FACETS.map((facet) => [facet, optionalText])) as Record<Facet, typeof optionalText>),
  ...{ severity: z.enum(['high', 'normal']).optional(), age: whole(1, 9999).optional() },
};

export const queueOperations = [
  operation({
    id: 'queue.assign',
    summary: 'Assign something in the queue to somebody, or to nobody',
    who: 'reviewer',
    path: 'queue/{id}/assign',
    input: z.strictObject({ id, to: optionalText, from: said }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, input) => assignItem(db, input, actor, now),
  }),
  operation({
    id: 'queue.snooze',
    summary: 'Put something in the queue aside for a time',
    who: 'reviewer',
    path: 'queue/{id}/snooze',
    input: z.strictObject({ id, until: optionalText, lasting: term, reason: text.optional(), from: said }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, { id: item, until, lasting, reason, from }) =>
      snoozeItem(db, { id: item, until: untilOf(until, lasting, now), reason: reason ?? '', from }, actor, now),
  }),
  operation({
    id: 'queue.wake',
    summary: 'Bring something back that was put aside',
    who: 'reviewer',
    path: 'queue/{id}/wake',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, input) => wakeItem(db, input, actor, now),
  }),
  operation({
    id: 'queue.look',
    summary: 'Say that an old measure was looked at, and is right as it stands',
    who: 'reviewer',
    path: 'queue/{id}/looked',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, input) => lookedAt(db, input, actor, now),
  }),
  operation({
    id: 'queue.flag',
    summary: 'Mark something in the queue with a word',
    who: 'reviewer',
    path: 'queue/{id}/flag',
    input: z.strictObject({ id, flag: optionalText, from: said }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, input) => flagItem(db, input, actor, now),
  }),
  operation({
    id: 'queue.ask-source',
    summary: 'Say that a case waits for the answer of a source',
    who: 'reviewer',
    path: 'queue/{id}/source',
    input: z.strictObject({ id, of: text, on: optionalText, from: said }),
    output: named,
    draft: 'kept',
    undo: restored,
    run: ({ db, actor, now }, input) => askSource(db, input, actor, now),
  }),
  operation({
    id: 'queue.source-answered',
    summary: 'Say that a source has answered',
    who: 'reviewer',
    path: 'queue/{id}/source/answered',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, input) => sourceAnswered(db, input, actor, now),
  }),
  operation({
    id: 'queue.second-look',
    summary: 'Ask a colleague, or anybody, for a second look at a case',
    who: 'reviewer',
    path: 'queue/{id}/second-look',
    input: z.strictObject({ id, to: optionalText, text: optionalText, from: said, lookBy: said }),
    output: named,
    draft: 'kept',
    undo: restored,
    run: ({ db, actor, now }, input) => askSecondLook(db, input, actor, now),
  }),
  operation({
    id: 'queue.draw',
    summary: 'Be given the next thing that nobody has',
    who: 'reviewer',
    path: 'queue/draw',
    input: z.strictObject({ split: z.enum(DRAWN), ...narrowed }),
    output: named.extend({ kind: z.enum(['case', 'article', 'measure']) }),
    draft: 'none',
    undo: restored,
    run: ({ db, actor, now }, { split, ...told }) => {
      const given = Object.entries(told).filter(([, value]) => value !== null && value !== undefined);
      return drawItem(db, { split, filters: Object.fromEntries(given) }, actor, now);
    },
  }),
  operation({
    id: 'queue.batch',
    summary: 'Do one thing to many in the queue',
    who: 'reviewer',
    path: 'queue/batch',
    input: z.strictObject({
      ...{ act: z.enum(BATCH_ACTS), item: many, to: optionalText, until: optionalText, lasting: term },
      ...{ reason: text.optional(), flag: optionalText },
    }),
    output: named.extend({ changed: z.int(), refused: z.array(z.strictObject({ id: z.string(), cause: z.string() })) }),
    // What was typed is for these rows and this act alone: the form names its draft by both.
    draft: 'none',
    run: ({ db, actor, now }, { act, item, to, until, lasting, reason, flag }) =>
      runBatch(db, { act, items: item, to, until: untilOf(until, lasting, now), reason: reason ?? '', flag }, actor, now),
  }),
  operation({
    id: 'queue.save-view',
    summary: 'Keep filters of the queue under a name',
    who: 'reviewer',
    path: 'queue/views',
    input: z.strictObject({ name: text, shared: box, query: text.max(1000) }),
    output: named,
    draft: 'none',
    undo: ({ db, actor, now }, act) => dropView(db, { id: itemOf(act) }, actor, now),
    run: ({ db, actor, now }, input) => saveView(db, input, actor, now),
  }),
  operation({
    id: 'queue.drop-view',
    summary: 'Drop filters that were kept',
    who: 'reviewer',
    path: 'queue/views/{id}/drop',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: ({ db, actor, now }, act) => keepViewAgain(db, act, actor, now),
    run: ({ db, actor, now }, input) => dropView(db, input, actor, now),
  }),
  operation({
    id: 'queue.set',
    summary: 'Set how the desk gives out its work',
    who: 'admin',
    path: 'queue/setting',
    input: z.strictObject({ order: z.enum(ORDERS), band: whole(1, 1000), staleDays: whole(1, 3650) }),
    output: z.strictObject({ order: z.enum(ORDERS), band: z.int(), staleDays: z.int() }),
    draft: 'none',
    undo: ({ db, actor, now }, act) => unsetQueue(db, act, actor, now),
    run: ({ db, actor, now }, input) => setQueue(db, input, actor, now),
  }),
];
