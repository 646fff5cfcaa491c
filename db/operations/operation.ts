import type { z } from 'zod';
import type { FieldFault, Instant, Result } from '@/lib/base';
import type { Actor, Role } from '../actor';
import type { Act } from '../acts';
import type { Fields } from '../drafts';
import type { Mail } from '../mail';
import type { Database } from '../open';
import { inputOfFields } from './form';

/**
 * Who may: everybody, signed in or not; whoever holds the role (see `holds`), or one of several; the operator at the command line
 * alone. What an administrator may, the operator may too.
 */
export type Who = 'anyone' | 'owner' | Role | readonly Role[];

export interface OperationContext {
  db: Database;
  actor: Actor;
  now: Instant;
  /** Where the request came from ("203.0.113.0/24"), and the session it came by, as it is stored. Neither at the command line. */
  network?: string;
  session?: string | null;
  /** Carries letters, where this runs in a server. */
  post?: Post;
}

/** The address of the site, for links in letters; and what sends a letter. Nobody has to wait for it; whoever does is told false where it could not be sent. */
export interface Post {
  site: string;
  send(mail: Mail): unknown;
}

/**
 * The verb that does the opposite of an act, which refuses where the world moved on, given the act with what was before and after. It runs in
 * one transaction with the fact that says so.
 */
export type Undone = (context: OperationContext, act: Act) => Promise<Result<unknown>>;

/** How an act of an operation is taken back, or the words that say what to do in its place. */
export type Undo = Undone | { instead: string };

/** One thing that can be done, declared once: forms, routes, documents and commands are made from this. */
export interface Operation<I = unknown, O = unknown> {
  id: string;
  /** One line for people, in the imperative. */
  summary: string;
  who: Who;
  /** What besides the role decides whether somebody may, in words for the table of who may what: "where …", "of …". */
  provided?: string;
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
  /** Asked for every few seconds by an open page, and nothing to look for later: the server writes no line for it. */
  passing?: true;
  /** Open to everybody and kept: a network may send so many in a minute. */
  limit?: 'reports';
  /** What it gives back lets somebody in: it is told once, and kept nowhere. */
  secret?: true;
  /** Left out where nothing is to be taken back. Whoever may do it may take it back. */
  undo?: Undo;
  run(context: OperationContext, input: I): Promise<Result<O>>;
}

/** Lets each declaration infer its own input and output. */
export const operation = <I, O>(declared: Omit<Operation<I, O>, 'form'>): Operation<I, O> => ({ ...declared, form: inputOfFields });
