import type { Instant } from '@/lib/base';
import { figureWithNoun } from './figures';
import { acceptedLabel, labelFrom } from './positions';
import type { MeasureRecord, PublicCase, PublicClaim, PublicPublication, SeenPosition } from './record';
import { type ClaimRow, claimRows, sourceName, unique } from './rows';
import { countWords, listWords, REASON_WORDS } from './vocabulary';

/** One public event: what a history lists, a front page shows and a feed carries, under one identity. */
export interface Change {
  /** Stable for ever: feeds tell readers by it what they have seen. */
  urn: string;
  at: Instant;
  kind:
    | 'reported'
    | 'reread'
    | 'retracted'
    | 'opened'
    | 'changed'
    | 'published'
    | 'corrected'
    | 'anew'
    | 'withdrawn'
    | 'reopened'
    | 'dismissed';
  /** States the figures: "New disagreement: 31 villages / 37 villages". */
  title: string;
  summary: string;
  /** Why it was withdrawn, opened again or dismissed, as readers are told; part of the summary, too. */
  reason?: string;
  path: string;
}

/** A change that may stand for several. */
export interface GatheredChange extends Change {
  times: number;
}

export const CHANGE_WORDS: Record<Change['kind'], string> = {
  reported: 'Claims added',
  reread: 'Reading corrected',
  retracted: 'Taken back by its source',
  opened: 'Disagreement',
  changed: 'Disagreement changed',
  published: 'Ruling published',
  corrected: 'Correction',
  anew: 'Ruling published anew after a withdrawal',
  withdrawn: 'Ruling withdrawn',
  reopened: 'Under review again',
  dismissed: 'Not a conflict',
};

/** Everything public that happened to one measure, newest first. */
export function changesOf(record: MeasureRecord): Change[] {
  return [...reported([record]), ...retracted([record]), ...reread(record), ...caseChanges(record)].sort(newestFirst);
}

/** The same over many measures. Accepting the readings of an article is one act, so it is one change, however many questions it answers. */
export function joinedChanges(records: MeasureRecord[]): Change[] {
  return [...reported(records), ...retracted(records), ...records.flatMap(reread), ...records.flatMap(caseChanges)].sort(newestFirst);
}

/** Of some measures what happened to their cases, and to those of their claims that are meant. */
export function narrowedChanges(records: MeasureRecord[], isMeant: (claim: PublicClaim) => boolean): Change[] {
  const narrowed = records.map((record) => ({ ...record, claims: record.claims.filter(isMeant) }));
  return [...reported(narrowed), ...retracted(narrowed), ...narrowed.flatMap(reread), ...records.flatMap(caseChanges)].sort(newestFirst);
}

const RANK: Record<Change['kind'], number> = {
  ...{
    withdrawn: 0,
    corrected: 1,
    anew: 1,
    published: 2,
    reopened: 3,
    dismissed: 4,
    changed: 5,
    opened: 6,
    reread: 7,
    retracted: 8,
    reported: 9,
  },
};
const newestFirst = (a: Change, b: Change): number => b.at.localeCompare(a.at) || RANK[a.kind] - RANK[b.kind] || a.urn.localeCompare(b.urn);

/**
 * The same for a list that people read from the top: of one case that changed again and again on one day, or was opened again for one reason, with
 * nothing else about it in between, the last change tells all of them.
 */
export function gatheredChanges(changes: readonly Change[]): GatheredChange[] {
  const gathered: GatheredChange[] = [];
  const latest = new Map<string, GatheredChange>();
  for (const change of changes) {
    if (change.kind === 'reported' || change.kind === 'reread' || change.kind === 'retracted') {
      gathered.push({ ...change, times: 1 });
      continue;
    }
    const after = latest.get(change.path);
    if (after && isTheSame(after, change)) {
      after.times += 1;
      continue;
    }
    const one = { ...change, times: 1 };
    latest.set(change.path, one);
    gathered.push(one);
  }
  return gathered;
}

/** Changed again on one day, or opened again for one reason. */
const isTheSame = (after: Change, change: Change): boolean =>
  (change.kind === 'changed' || change.kind === 'reopened') &&
  after.kind === change.kind &&
  after.reason === change.reason &&
  after.at.slice(0, 10) === change.at.slice(0, 10);

function reported(records: MeasureRecord[]): Change[] {
  const acts = new Map<string, { claim: PublicClaim; measure: MeasureRecord }[]>();
  for (const measure of records) {
    for (const claim of measure.claims) {
      const key = `${claim.article.id}:${claim.acceptedAt}`;
      const members = acts.get(key);
      if (members) members.push({ claim, measure });
      else acts.set(key, [{ claim, measure }]);
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

/** An article that its source took back is one change, however many questions it answered. */
function retracted(records: MeasureRecord[]): Change[] {
  const articles = new Map(records.flatMap(({ claims }) => claims.map((claim) => [claim.article.id, claim] as const)));
  return [...articles.values()].flatMap((claim): Change[] => {
    const { retracted: notice, id, title } = claim.article;
    if (!notice) return [];
    return [
      {
        urn: `urn:countercheck:article:${id}:retracted:${notice.at}`,
        at: notice.at,
        kind: 'retracted',
        title: `${sourceName(claim)} took back ${title === null ? 'an article' : `“${title}”`}`,
        summary: notice.reason,
        path: `/articles/${id}`,
      },
    ];
  });
}

/** Figures that a person read otherwise after readers had seen them: nothing is corrected without a word. */
function reread({ claims }: MeasureRecord): Change[] {
  return claims.flatMap((claim): Change[] => {
    const { byHand, acceptedAt, id } = claim;
    if (byHand?.machine == null || byHand.at <= acceptedAt) return [];
    const [before, after] = [figureWithNoun(byHand.machine), figureWithNoun(claim)];
    return [
      {
        urn: `urn:countercheck:claim:${id}:reread:${byHand.at}`,
        at: byHand.at,
        kind: 'reread',
        title: `${sourceName(claim)}: ${before === after ? after : `${before} is read as ${after}`}`,
        summary: byHand.reason ?? 'A person read it otherwise than the machine.',
        path: `/claims/${id}`,
      },
    ];
  });
}

function caseChanges(record: MeasureRecord): Change[] {
  const held = record.case;
  if (!held) return [];
  const rows = claimRows(record);
  return [...actChanges(record, held, rows), ...held.publications.map((publication) => publicationChange(record, held, publication, rows))];
}

/** Told from what was found then, so that the past does not change with today's positions. */
function actChanges(record: MeasureRecord, held: PublicCase, rows: ClaimRow[]): Change[] {
  const urn = `urn:countercheck:case:${held.id}`;
  const reopened = new Set(held.acts.flatMap((act) => (act.type === 'reopened' ? [act.at] : [])));
  let figures = '';
  let isWithdrawn = false;
  return held.acts.flatMap((act): Change[] => {
    const change = { urn: `${urn}:${act.type}:${act.at}`, at: act.at, kind: act.type, path: `/cases/${held.id}` };
    if (act.type === 'reopened') {
      const word = isWithdrawn ? 'Open again' : 'Under review again';
      isWithdrawn = false;
      const stays = held.publications.some(({ at }) => at <= act.at) ? ' The last publication stays until a new one replaces it.' : '';
      return [
        {
          ...change,
          title: `${word}: ${record.title}`,
          reason: act.reason,
          summary: `${sentence(act.reason)} ${figures ? `The figures: ${figures}.` : 'Its figures have changed since.'}${stays}`,
        },
      ];
    }
    if (act.type === 'withdrawn') isWithdrawn = true;
    if (act.type === 'withdrawn' || act.type === 'dismissed')
      return [{ ...change, title: `${CHANGE_WORDS[act.type]}: ${record.title}`, reason: act.reason, summary: act.reason }];
    const before = figures;
    // A position whose claims all left has no words any more; of one alone nothing disagrees.
    const words = act.positions.map((position) => wordsOf(position, rows)).filter((label) => label !== '');
    figures = words.length > 1 ? words.join(' / ') : '';
    const told = { ...change, summary: record.title };
    if (act.type === 'opened') return [{ ...told, urn: `${urn}:opened`, title: `New disagreement: ${figures || record.title}` }];
    // A position that opened the case again is told by that.
    return figures === before || figures === '' || reopened.has(act.at) ? [] : [{ ...told, title: `Disagreement changed: ${figures}` }];
  });
}

/** Somebody’s words with the full stop that others can follow. */
const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** A position as it was worded; a claim that is no longer public has left it. */
function wordsOf({ label, claims }: SeenPosition, rows: ClaimRow[]): string {
  const members = rows.filter((row) => claims.includes(row.id));
  return label !== null && members.length === claims.length ? label : labelFrom(members);
}

const PUBLISHED_AS = { publication: 'published', correction: 'corrected', anew: 'anew' } as const;
const PUBLISHED_WORDS = { publication: 'Ruling', correction: 'Corrected ruling', anew: CHANGE_WORDS.anew };

function publicationChange(record: MeasureRecord, held: PublicCase, publication: PublicPublication, rows: ClaimRow[]): Change {
  const { ruling } = publication;
  const accepted = acceptedLabel(ruling, rows);
  return {
    urn: `urn:countercheck:publication:${publication.id}`,
    at: publication.at,
    kind: PUBLISHED_AS[publication.kind],
    title: `${PUBLISHED_WORDS[publication.kind]}${accepted ? `: ${accepted}` : ''} — ${record.title}`,
    summary: publication.notice ?? `${REASON_WORDS[ruling.reasonCode]}. ${ruling.rationale}`,
    path: `/cases/${held.id}`,
  };
}
