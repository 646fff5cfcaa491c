import { z } from 'zod';
import { NAMED, type NamedKind } from '../named';
import { SPEAKER_KINDS } from '../named-tables';
import { mergeNamed, splitNamed } from '../naming';
import { aliasNamed, renameNamed } from '../renaming';
import { id, revision, text } from './fields';
import { operation } from './operation';
import { named } from './outputs';
import { unmerge, unrename, unsplit } from './undo-revisions';

const seen = { id, revision };
const output = named.extend({ revision: z.int() });

/** Left out or empty, it stays what it is. */
const as = z
  .enum([...SPEAKER_KINDS, ''])
  .optional()
  .transform((kind) => kind || null);

/** The same four acts on speakers and on outlets. */
const of = (kind: NamedKind, called: string) => {
  const { acts } = NAMED[kind];
  return [
    operation({
      id: `${acts}.merge`,
      summary: `Merge one ${called} into another`,
      who: ['editor', 'admin'],
      path: `${acts}/{id}/merge`,
      input: z.strictObject({ ...seen, into: id }),
      output,
      draft: 'kept',
      undo: unmerge(kind),
      run: ({ db, actor, now }, input) => mergeNamed(db, kind, input, actor, now),
    }),
    operation({
      id: `${acts}.split`,
      summary: `Split a merged ${called} off again`,
      who: ['editor', 'admin'],
      path: `${acts}/{id}/split`,
      input: z.strictObject(seen),
      output,
      draft: 'none',
      undo: unsplit(kind),
      run: ({ db, actor, now }, input) => splitNamed(db, kind, input, actor, now),
    }),
    operation({
      id: `${acts}.rename`,
      summary: `Give ${called === 'outlet' ? 'an' : 'a'} ${called} another name`,
      who: 'reviewer',
      path: `${acts}/{id}/name`,
      input: kind === 'speaker' ? z.strictObject({ ...seen, name: text, as }) : z.strictObject({ ...seen, name: text }),
      output,
      draft: 'kept',
      undo: unrename(kind),
      run: ({ db, actor, now }, input) => renameNamed(db, kind, { as: null, ...input }, actor, now),
    }),
    operation({
      id: `${acts}.alias`,
      summary: `Add a name that leads to ${called === 'outlet' ? 'an' : 'a'} ${called}`,
      who: 'reviewer',
      path: `${acts}/{id}/aliases`,
      input: z.strictObject({ ...seen, name: text }),
      output,
      draft: 'kept',
      undo: unmerge(kind),
      run: ({ db, actor, now }, input) => aliasNamed(db, kind, input, actor, now),
    }),
  ];
};

export const namedOperations = [...of('speaker', 'speaker'), ...of('source', 'outlet')];
