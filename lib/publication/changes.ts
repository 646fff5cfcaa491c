import { dayOf, type Instant } from '@/lib/base';
import { figureWithNoun } from './figures';
import { acceptedLabel, positionViews } from './positions';
import type { MeasureRecord, PublicClaim } from './record';
import { claimRows, sourceName, unique } from './rows';
import { countWords, listWords, REASON_WORDS } from './vocabulary';

/** One public event: what a history lists, a front page shows and a feed carries, under one identity. */
export interface Change {
  /** Stable for ever: feeds tell readers by it what they have seen. */
  urn: string;
  at: Instant;
  kind: 'reported' | 'opened' | 'published' | 'corrected' | 'reopened' | 'dismissed';
  /** States the figures: "New disagreement: 31 villages / 37 villages". */
  title: string;
  summary: string;
  path: string;
}

export const CHANGE_WORDS: Record<Change['kind'], string> = {
  reported: 'Claims added',
  opened: 'Disagreement',
  published: 'Ruling published',
  corrected: 'Correction',
  reopened: 'Under review again',
  dismissed: 'Not a conflict',
};

/** Everything public that happened to one measure, newest first. */
export function changesOf(record: MeasureRecord): Change[] {
  return [...reported([record]), ...caseChanges(record)].sort(newestFirst);
}

/** The same over many measures. Accepting the readings of an article is one act, so it is one change, however many questions it answers. */
export function joinedChanges(records: MeasureRecord[]): Change[] {
  return [...reported(records), ...records.flatMap(caseChanges)].sort(newestFirst);
}

const RANK: Record<Change['kind'], number> = { corrected: 0, published: 1, reopened: 2, dismissed: 3, opened: 4, reported: 5 };
const newestFirst = (a: Change, b: Change): number => b.at.localeCompare(a.at) || RANK[a.kind] - RANK[b.kind] || a.urn.localeCompare(b.urn);

function reported(records: MeasureRecord[]): Change[] {
  const acts = new Map<string, { claim: PublicClaim; measure: MeasureRecord }[]>();
  for (const measure of records) {
    for (const claim of measure.claims) {
      const key = `${claim.article.id}:${claim.acceptedAt}`;
      acts.set(key, [...(acts.get(key) ?? []), { claim, measure }]);
    }
  }
  return [...acts.values()].map((members) => {
    const claims = members.map((member) => member.claim).sort((a, b) => a.ordinal - b.ordinal);
    const { article, acceptedAt } = claims[0]!;
    const measures = unique(members.map((member) => member.measure.title));
    const more = claims.length > 3 ? ` and ${claims.length - 3} more` : '';
    return {
      urn: `urn:countercheck:article:${article.id}:accepted:${acceptedAt}`,
      at: acceptedAt,
      kind: 'reported',
      title: `${sourceName(claims[0]!)}: ${more ? claims.slice(0, 3).map(figureWithNoun).join(', ') : listWords(claims.map(figureWithNoun))}${more}`,
      summary: `${countWords(claims.length, 'claim')} from “${article.title ?? 'an article without a title'}”, answering: ${measures.slice(0, 3).join(' ')}`,
      path: claims.length === 1 ? `/claims/${claims[0]!.id}` : `/articles/${article.id}`,
    };
  });
}

function caseChanges(record: MeasureRecord): Change[] {
  const held = record.case;
  if (!held) return [];
  const urn = `urn:countercheck:case:${held.id}`;
  const path = `/cases/${held.id}`;
  const rows = claimRows(record);
  const positions = positionViews(record, rows);
  const figures = positions.map((position) => position.label).join(' / ');
  const changes: Change[] = [];
  if (figures || held.publications.length > 0) {
    changes.push({
      urn: `${urn}:opened`,
      at: held.openedAt,
      kind: 'opened',
      title: figures ? `New disagreement: ${figures}` : `New disagreement: ${record.title}`,
      summary: held.current?.explanation ?? record.title,
      path,
    });
  }
  for (const publication of held.publications) {
    const ruling = publication.ruling;
    const accepted = acceptedLabel(ruling, rows);
    changes.push({
      urn: `urn:countercheck:publication:${publication.id}`,
      at: publication.at,
      kind: publication.kind === 'correction' ? 'corrected' : 'published',
      title: `${publication.kind === 'correction' ? 'Corrected ruling' : 'Ruling'}${accepted ? `: ${accepted}` : ''} — ${record.title}`,
      summary: publication.notice ?? `${REASON_WORDS[ruling.reasonCode]}. ${ruling.rationale}`,
      path,
    });
  }
  if (held.standing.status === 'reopened') {
    changes.push({
      urn: `${urn}:reopened:${held.standing.at}`,
      at: held.standing.at,
      kind: 'reopened',
      title: `Under review again: ${record.title}`,
      summary: `The last publication stays visible until a new one replaces it. Reopened on ${dayOf(held.standing.at)}.`,
      path,
    });
  }
  if (held.standing.status === 'dismissed') {
    changes.push({
      urn: `${urn}:dismissed:${held.standing.at}`,
      at: held.standing.at,
      kind: 'dismissed',
      title: `Not a conflict: ${record.title}`,
      summary: held.standing.reason,
      path,
    });
  }
  return changes;
}
