import type { z } from 'zod';
import type { FieldFault, Instant, Result } from '@/lib/base';
import type { Actor } from '../actor';
import type { Act } from '../acts';
import type { Fields } from '../drafts';
import type { Database } from '../open';
import { inputOfFields } from './form';

/** Who may: everybody, a reviewer or an administrator, an administrator (or the operator), the operator at the command line alone. */
export type Who = 'anyone' | 'reviewer' | 'admin' | 'owner';

export interface OperationContext {
  db: Database;
  actor: Actor;
  now: Instant;
}

/**
 * How an act of an operation is taken back: the verb that does the opposite, which refuses where the world moved on, given the act with what was
 * before and after; or the words that say what to do in its place. It runs in one transaction with the fact that says so.
 */
export type Undo = ((context: OperationContext, act: Act) => Promise<Result<unknown>>) | { instead: string };

/** One thing that can be done, declared once: forms, routes, documents and commands are made from this. */
export interface Operation<I = unknown, O = unknown> {
  id: string;
  /** One line for people, in the imperative. */
  summary: string;
  who: Who;
  /** Template of the POST address under /api/v1. A name in braces is a field of the input. */
  path: string;
  /** Strict: an unknown field is refused. */
  input: z.ZodType<I>;
  /** What it gives back when it is done, strict too: documents are made from it, and the tests hold real answers against it. */
  output: z.ZodType<O>;
  /** What else is wrong with an input that cannot be read as a whole: whoever filled in the form is told all of it at once. */
  besides?: (raw: unknown) => FieldFault[];
  /** The fields of an HTML form as the input they mean. */
  form: (fields: Fields) => unknown;
  /** "kept": what was typed is kept as a draft of this operation and its id whenever it is refused. */
  draft: 'kept' | 'none';
  /** Left out where nothing is to be taken back. Whoever may do it may take it back. */
  undo?: Undo;
  run(context: OperationContext, input: I): Promise<Result<O>>;
}

/** Lets each declaration infer its own input and output. */
export const operation = <I, O>(declared: Omit<Operation<I, O>, 'form'>): Operation<I, O> => ({ ...declared, form: inputOfFields });
