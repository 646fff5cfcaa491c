import type { Kind } from '@/lib/conflict';
import { KIND_WORDS } from '@/lib/publication';

const ALERTING: Kind[] = ['reported-differently', 'part-exceeds-whole', 'cumulative-decrease', 'contradiction'];

/** Kinds that a case is opened by, with their words. */
export const CHECKED_KINDS = ALERTING.map((kind): [string, string] => [kind, KIND_WORDS[kind]]);
