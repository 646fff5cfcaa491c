import { and, eq } from 'drizzle-orm';
import { ok, type Result } from '@/lib/base';
import { handRevisions } from './by-hand';
import type { ClaimRow } from './codec';
import { readColumns } from './hand-columns';
import { type HandRow, handsOn } from './hand-record';
import type { Reads } from './open';
import { movedOn } from './refused';
import { claims } from './schema';
import { isAmong } from './statement';

/** A reading as somebody saw it: with how many acts of people on what it says. */
export interface SeenReading {
  id: string;
  revision: number;
}

/** Every act on a claim, where nobody read it otherwise since it was seen; else 409 `VersionConflict` with what it says now. */
export async function seenReading(from: Reads, claim: ClaimRow, seen: { revision: number }): Promise<Result<HandRow[]>> {
  const hands = await handsOn(from, claim.id);
  const { revision, by, at } = hands.at(-1) ?? { revision: 0, by: null, at: null };
  if (revision === seen.revision) return ok(hands);
  return movedOn(
    seen,
    { revision, by, at, reading: readColumns(claim) },
    `Somebody else changed this reading meanwhile: it says “${claim.text}” now.`,
    'Look at both, then send yours again if it still holds.',
  );
}

/**
 * Whether readings of an article say what somebody saw: of those that wait still, nobody read one otherwise, neither by hand nor with a later engine. Else
 * 409 `VersionConflict` with what they say now.
 */
export async function seenReadings(from: Reads, articleId: string, seen: readonly SeenReading[]): Promise<Result<null>> {
  const ids = seen.map(({ id }) => id);
  const columns = { id: claims.id, text: claims.text, status: claims.status };
  const rows = await from
    .select(columns)
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isAmong(claims.id, ids)));
  const [byId, revisions] = [new Map(rows.map((row) => [row.id, row])), await handRevisions(from, ids)];
  const moved = seen.flatMap(({ id, revision }) => {
    const [row, now] = [byId.get(id), revisions.get(id) ?? 0];
    // What somebody judged meanwhile keeps their word.
    const isSame =
      row === undefined || row.status === 'accepted' || row.status === 'rejected' || (row.status === 'read' && now === revision);
    return isSame ? [] : [{ yours: { id, revision }, current: { ...row, revision: now } }];
  });
  if (moved.length === 0) return ok(null);
  const words = moved.map(({ current: { status, text } }) =>
    status === 'superseded' ? `“${text}” was read anew` : `one says “${text}” now`,
  );
  return movedOn(
    { readings: moved.map(({ yours }) => yours) },
    { readings: moved.map(({ current }) => current) },
    `Readings of this article were changed meanwhile: ${words.slice(0, 3).join('; ')}${words.length > 3 ? ` and ${words.length - 3} more` : ''}.`,
    'Nothing was accepted. Look at them, then accept what holds.',
  );
}
