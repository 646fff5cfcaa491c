import { eq } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type ReadingWords, readingWords } from '@/lib/publication';
import { handInForce, handsByClaim } from '../by-hand';
import type { ClaimRow } from '../codec';
import { claimOfColumns, type ReadColumns } from '../hand-columns';
import type { HandRow } from '../hand-record';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { articles, claims } from '../schema';
import { namesOf } from './names';

/** That a person read a claim by hand: what the lists of the desk say of it. */
export interface HandMark {
  act: 'added' | 'corrected';
  by: string;
  at: Instant;
}

/** One act of a person on what a claim says. */
export interface HandStep extends Pick<HandRow, 'revision' | 'act' | 'changed' | 'reason' | 'at'> {
  by: { id: string; name: string };
  words: ReadingWords;
  /** What the claim said before, as the fields of a form; null where it was added. */
  before: ReadFields | null;
  /** What the claim says today. */
  inForce: boolean;
}

/** What a person may write of a claim, beside the words of its number. */
export type ReadFields = Pick<ClaimRow, 'speakerName' | 'speakerRole' | 'asOf' | 'noun'> & { scope: string[] };

/** Everything that is needed to read a claim by hand. */
export interface HandSheet {
  articleId: string;
  status: ClaimRow['status'];
  language: string | null;
  revision: number;
  /** What it says today: in words, and as the fields of a form. */
  words: ReadingWords;
  row: Pick<ClaimRow, 'start' | 'end' | 'text'> & ReadFields;
  /** What the machine had read; null where it read no claim. */
  machine: ReadingWords | null;
  steps: HandStep[];
  /** A stretch of the stored text that holds the claim, and where it begins. */
  stretch: { text: string; start: number; whole: boolean };
  /** The text is withheld for legal reasons, and the stretch is the figure alone. */
  withheld: boolean;
}

/** Characters that are shown around the claim, and most that are shown at all: from a longer text words are pasted. */
const AROUND = 700;
export const MOST_SHOWN = 200_000;

/** Null where there is no such claim. @param whole the whole text, as far as a page can show it. */
export async function readHands(from: Reads, id: string, whole: boolean): Promise<HandSheet | null> {
  const found = await from
    .select({ claim: claims, text: articles.text, language: articles.language, withheld: isNoted('withheld', articles.id) })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(eq(claims.id, id))
    .get();
  if (!found) return null;
  const { claim: row, text, language } = found;
  const withheld = Number(found.withheld) === 1;
  const hands = (await handsByClaim(from, [id])).get(id) ?? [];
  const names = await namesOf(
    from,
    hands.map(({ by }) => by),
  );
  const last = handInForce(hands);
  const first = hands[0];
  const { start, end, text: words } = row;
  return {
    ...{ articleId: row.articleId, status: row.status, language },
    revision: hands.at(-1)?.revision ?? 0,
    words: readingWords(claimOfColumns(row)),
    row: { start, end, text: words, ...readFields(row) },
    machine: first === undefined ? readingWords(claimOfColumns(row)) : first.before && readingWords(claimOfColumns(first.before)),
    steps: hands.map(({ revision, act, changed, reason, at, by, reading, before }) => ({
      ...{ revision, act, changed, reason, at, by: { id: by, name: names.get(by) ?? 'somebody' } },
      words: readingWords(claimOfColumns(reading)),
      before: before && readFields(before),
      inForce: revision === last?.revision,
    })),
    stretch: withheld ? { text: row.text, start: row.start, whole: true } : stretchAround(text, row, whole ? MOST_SHOWN / 2 : AROUND),
    withheld,
  };
}

const readFields = ({ speakerName, speakerRole, asOf, noun, frame }: ReadColumns): ReadFields => ({
  ...{ speakerName, speakerRole, asOf, noun, scope: frame.scope },
});

/** Cut at blanks, so that no word and no pair of code units is parted. */
function stretchAround(text: string, { start, end }: Pick<ClaimRow, 'start' | 'end'>, around: number): HandSheet['stretch'] {
  const [least, most] = [Math.max(0, start - around), Math.min(text.length, end + around)];
  const from = least === 0 ? 0 : Math.min(start, text.indexOf(' ', least) + 1 || start);
  const to = most === text.length ? most : Math.max(end, text.lastIndexOf(' ', most));
  return { text: text.slice(from, to), start: from, whole: from === 0 && to === text.length };
}

/** Who read which of these claims by hand, as it counts today. */
export async function handMarks(from: Reads, claimIds: readonly string[]): Promise<Map<string, HandMark>> {
  const hands = await handsByClaim(from, claimIds);
  const standing = [...hands].flatMap(([id, own]) => {
    const last = handInForce(own);
    return last ? [{ id, act: own[0]?.act === 'added' ? ('added' as const) : ('corrected' as const), by: last.by, at: last.at }] : [];
  });
  const names = await namesOf(
    from,
    standing.map(({ by }) => by),
  );
  return new Map(standing.map(({ id, act, by, at }) => [id, { act, by: names.get(by) ?? 'somebody', at }]));
}
