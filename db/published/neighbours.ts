import {
  type Followers,
  followedDays,
  type MeasureRecord,
  measurePath,
  type PublicClaim,
  type Silence,
  silenceOf,
  unique,
} from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, type Words, words } from '../statement';
import { publicClaims } from './claims';
import { IS_PUBLIC_CLAIM } from './visible';

/** So many questions around one are looked at, so many of their claims for who gave them, and so many are named. */
const MOST_SIBLINGS = 50;
const MOST_LOOKED = 4_000;
const MOST_RELATED = 6;
/** So many articles of a measure tell what else they answer. */
const MOST_ARTICLES = 60;
/** Of so many speakers so many other claims each. */
const MOST_SPEAKERS = 3;
const MOST_SAID = 2;

/** What stands around a measure: who has no number for it, which questions are near, and what else its speakers said. */
export interface Neighbours {
  silence: Silence | null;
  related: { title: string; path: string }[];
  said: (PublicClaim & { question: string })[];
}

export async function neighboursOf(from: Reads, record: MeasureRecord): Promise<Neighbours> {
  const siblings = await siblingsOf(from, record);
  const followers = await followersOf(from, record, siblings);
  return {
    silence: followers && silenceOf(record, followers),
    related: siblings.lines.slice(0, MOST_RELATED).map(({ id, title }) => ({ title, path: measurePath({ id, title }) })),
    said: await otherwiseSaid(from, record),
  };
}

interface Siblings {
  by: Followers['by'];
  lines: { id: string; title: string }[];
}

/** Public questions of the same topics; where nobody said what it is about, those that the same articles answer, most of them first. */
async function siblingsOf(from: Reads, { id, claims }: MeasureRecord): Promise<Siblings> {
  const byTopic = await ask<Siblings['lines'][number]>(
    from,
    words`SELECT DISTINCT p.id, p.title FROM measure_definitions own, json_each(own.topics) AS t
      JOIN measure_definitions d ON EXISTS (SELECT 1 FROM json_each(d.topics) AS o WHERE o.value = t.value)
      JOIN public_measures p ON p.id = d.measure_id WHERE own.measure_id = ${id} AND p.id <> ${id} ORDER BY p.title LIMIT ${MOST_SIBLINGS}`,
  );
  if (byTopic.length > 0) return { by: 'topic', lines: byTopic };
  const articles = unique(claims.map(({ article }) => article.id)).slice(-MOST_ARTICLES);
  const byArticles = await ask<Siblings['lines'][number]>(
    from,
    words`SELECT p.id, p.title FROM claims JOIN public_measures p ON p.id = claims.measure_id
      WHERE claims.article_id IN ${among(articles)} AND ${IS_PUBLIC_CLAIM} AND p.id <> ${id}
      GROUP BY p.id ORDER BY count(DISTINCT claims.article_id) DESC, p.title LIMIT ${MOST_SIBLINGS}`,
  );
  return { by: 'articles', lines: byArticles };
}

/** Outlets with a figure on the question or on one near it, in the days around its latest report; null where no report has a day. */
async function followersOf(from: Reads, record: MeasureRecord, { by, lines }: Siblings): Promise<Followers | null> {
  const days = followedDays(record);
  if (days === null) return null;
  const near = among([record.id, ...lines.map(({ id }) => id)]);
  const looked: Words = words`(SELECT claims.article_id FROM claims WHERE claims.measure_id IN ${near} AND ${IS_PUBLIC_CLAIM} LIMIT ${MOST_LOOKED})`;
  const sources = await ask<{ id: string; name: string }>(
    from,
    words`SELECT DISTINCT t.id, t.name FROM public_articles p JOIN sources s ON s.id = p.source_id JOIN sources t ON t.id = coalesce(s.standing_id, s.id)
      WHERE p.id IN ${looked} AND p.day BETWEEN ${days.from} AND ${days.to} ORDER BY t.name`,
  );
  return { by, sources };
}

/** The latest claims of its named speakers on other questions. */
async function otherwiseSaid(from: Reads, record: MeasureRecord): Promise<Neighbours['said']> {
  const counts = new Map<string, number>();
  for (const { speakerId } of record.claims) if (speakerId) counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1);
  const speakers = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_SPEAKERS);
  const found: { id: string; question: string }[] = [];
  for (const [speaker] of speakers)
    found.push(
      ...(await ask<{ id: string; question: string }>(
        from,
        words`SELECT c.id, p.title AS question FROM claims c JOIN public_measures p ON p.id = c.measure_id
          WHERE c.speaker_id = ${speaker} AND c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id <> ${record.id}
          ORDER BY c.accepted_at DESC LIMIT ${MOST_SAID}`,
      )),
    );
  if (found.length === 0) return [];
  const { claims } = await publicClaims(from, words`claims.id IN ${among(found.map(({ id }) => id))}`);
  return found.flatMap(({ id, question }) => {
    const claim = claims.find((one) => one.id === id);
    return claim ? [{ ...claim, question }] : [];
  });
}
