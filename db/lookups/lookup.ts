import type { z } from 'zod';
import type { Instant, Result } from '@/lib/base';
import type { Site } from '@/lib/publication';
import type { Reads } from '../open';

/** The only hands of a lookup: one moment of what is public, and the address of the site for links. */
export interface LookupContext {
  read: Reads;
  site: Site;
  now: Instant;
}

/** What was found, or the path under /api/v1 where it stands today. */
export type Looked = { found: unknown } | { moved: string };

/** So many things of a list, and the id that the next part of it begins behind. */
export interface Part<T> {
  data: T[];
  next: string | null;
}

/**
 * One thing that anybody may ask of what is public, declared once: the address under /api/v1, its document, the tool of assistants and the
 * command `show` are made from this. It reads through db/published alone, and writes nothing.
 */
export interface Lookup<I = unknown> {
  id: string;
  /** One line for people, in the imperative. */
  summary: string;
  /** How it is asked for: by an address alone, or with a body that no address has room for. Neither writes anything. */
  by: 'GET' | 'POST';
  /** Template of the address under /api/v1. A name in braces is a field of the input, and so is each name of the query or of the body. */
  path: string;
  /** Strict: an unknown name is refused. Every value comes as text. */
  input: z.ZodType<I>;
  /** What it gives at least, which the tests hold real answers against: fields may come to it within one version. */
  output: z.ZodType;
  /** An input that finds something in nearly every record, for the samples of the reference page. */
  sample: Record<string, string>;
  /** Its name as a tool of assistants; left out where it is none. */
  tool?: string;
  /**
   * It gives a part of a list: this name of the input is the `next` of the part before, opaque to whoever asks and what stands behind it to
   * `run`. Null where it gives all there is.
   */
  paged: 'after' | 'since' | null;
  /** What it gives may change without a fact of the log, so nobody keeps an answer. */
  live: boolean;
  run(context: LookupContext, input: I): Promise<Result<Looked>>;
}

/** Lets each declaration infer its own input and output. */
export const lookup = <I>(
  declared: Omit<Lookup<I>, 'by' | 'live' | 'paged' | 'sample'> & Partial<Pick<Lookup<I>, 'by' | 'live' | 'paged' | 'sample'>>,
): Lookup<I> => ({ by: 'GET', sample: {}, paged: null, live: false, ...declared });
