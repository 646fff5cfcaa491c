import type { PublicClaim } from '@/lib/publication';
import { nameKey } from '../name-key';
import type { Reads } from '../open';
import { ask, words } from '../statement';

/** A source or a speaker whose name was looked for. */
export interface NameHit {
  kind: 'source' | 'speaker';
  id: string;
  name: string;
}

const MOST = 4;
/** So many names that begin alike are looked at for those with something public. */
const MOST_LOOKED_AT = 100;

const FAMILY_OF_SOURCE = words`(SELECT id FROM sources n WHERE n.id = t.id OR n.standing_id = t.id)`;
const FAMILY_OF_SPEAKER = words`(SELECT id FROM speakers n WHERE n.id = t.id OR n.standing_id = t.id)`;

/** Sources and speakers with something public whose name begins with what was typed. */
export async function namesFor(from: Reads, typed: string): Promise<NameHit[]> {
  const key = nameKey(typed);
  if (key.length < 3) return [];
  const end = `${key}\u{10ffff}`;
  const sources = await ask<NameHit>(
    from,
    words`SELECT DISTINCT 'source' AS kind, t.id, t.name FROM
        (SELECT id, standing_id FROM sources WHERE name_key >= ${key} AND name_key < ${end} ORDER BY name_key LIMIT ${MOST_LOOKED_AT}) s
        JOIN sources t ON t.id = coalesce(s.standing_id, s.id)
      WHERE EXISTS (SELECT 1 FROM public_sources p WHERE p.source_id IN ${FAMILY_OF_SOURCE})
        OR EXISTS (SELECT 1 FROM public_articles p WHERE p.agency_id IN ${FAMILY_OF_SOURCE} AND p.agency_id <> '') LIMIT ${MOST}`,
  );
  const speakers = await ask<NameHit>(
    from,
    words`SELECT DISTINCT 'speaker' AS kind, t.id, CASE WHEN t.revision > 0 THEN t.name ELSE coalesce(
          (SELECT v.name FROM public_voices v WHERE v.speaker_id IN ${FAMILY_OF_SPEAKER} AND v.name = t.name LIMIT 1),
          (SELECT v.name FROM public_voices v WHERE v.speaker_id IN ${FAMILY_OF_SPEAKER} ORDER BY v.claims DESC LIMIT 1)) END AS name FROM
        (SELECT id, standing_id FROM speakers WHERE name_key >= ${key} AND name_key < ${end} AND kind <> 'role' ORDER BY name_key LIMIT ${MOST_LOOKED_AT}) s
        JOIN speakers t ON t.id = coalesce(s.standing_id, s.id)
      WHERE EXISTS (SELECT 1 FROM public_voices v WHERE v.speaker_id IN ${FAMILY_OF_SPEAKER}) LIMIT ${MOST}`,
  );
  return [...sources, ...speakers];
}

/** Those named by the claims that were found, whose name holds all of the words. */
export function namesAmong(claims: readonly PublicClaim[], typed: string): NameHit[] {
  const sought = nameKey(typed).split(' ');
  const holds = (name: string) => {
    const own = nameKey(name).split(' ');
    return sought.every((word) => own.includes(word));
  };
  const found = claims.flatMap((claim): NameHit[] => [
    ...[claim.article.source, claim.article.agency].flatMap((source) => (source ? [{ kind: 'source' as const, ...source }] : [])),
    ...(claim.speaker && claim.speakerId && /\p{Lu}/u.test(claim.speaker.name)
      ? [{ kind: 'speaker' as const, id: claim.speakerId, name: claim.speaker.name }]
      : []),
  ]);
  return found.filter(({ name }) => holds(name));
}
