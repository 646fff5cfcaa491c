import type { Day, Instant } from '@/lib/base';
import { type Claim, readExplained, whyUnclaimed } from '@/lib/claim';
import { agrees, type OnRecord, onRecord } from '@/lib/conflict';
import { type RecordedClaim, recorded } from '@/lib/measure';
import type { CheckedFigure, CheckedText, MeasureRecord, PublicClaim } from '@/lib/publication';
import { likestClaims } from '../claim-keys';
import type { Reads } from '../open';
import { among, words } from '../statement';
import { textOf } from './articles';
import { type FoundClaims, publicClaims } from './claims';
import { measureRecords } from './records';
import { IS_PUBLIC_CLAIM } from './visible';

/** So much text is checked at once, in characters. */
export const LONGEST_CHECK = 20_000;
/** Public claims that are looked at for one figure, the likest. */
const MOST_LIKELY = 24;
/** Of each kind so many are shown for one figure. */
const MOST_SHOWN = 5;

/**
 * Each number of a text that somebody sent, beside the public claims that answer the same question: found by the keys by which the record
 * groups, compared as it compares. Nothing is stored. A day is taken for the text where the caller knows one; else it tells of no day,
 * and those on record that are nearest to today are looked at.
 */
export async function checkedText(
  from: Reads,
  { text, publishedAt }: { text: string; publishedAt: Day | null },
  now: Instant,
): Promise<CheckedText> {
  const { state, claims, unclaimed } = readExplained(text, { publishedAt, outlet: null, title: null, language: null });
  const origin = { articleId: 'sent', outlet: null, publishedAt, textHash: 'sent' };
  const sent = recorded(
    claims,
    origin,
    claims.map((_, at) => `sent ${at}`),
  );
  const figures = await besideRecord(from, sent, (publishedAt ?? now.slice(0, 10)) as Day, null);
  return {
    read: state === 'read',
    figures: figures.map((figure, at) => ({ ...figure, ...placeOf(text, claims[at] as Claim) })),
    passedOver: unclaimed.map(({ span, why }) => ({ span, text: text.slice(span.start, span.end), why: whyUnclaimed(why) })),
  };
}

const placeOf = (text: string, { span, sentence, text: own }: Claim) => ({
  span,
  text: own,
  sentence: text.slice(sentence.start, sentence.end),
});

/** The same for a stored article: its public claims alone, each beside those of other articles. Null for what is not public. */
export async function checkedArticle(from: Reads, id: string, now: Instant): Promise<CheckedText | null> {
  const found = await publicClaims(from, words`claims.article_id = ${id}`);
  const text = await textOf(from, id);
  const own = [...found.claims].sort((a, b) => a.ordinal - b.ordinal);
  const first = own[0];
  if (!first) return null;
  const sent = own.map((claim) => found.recorded.get(claim.id) as RecordedClaim);
  const figures = await besideRecord(from, sent, first.article.publishedAt ?? (now.slice(0, 10) as Day), id);
  const quoteOf = ({ quote }: PublicClaim): string => quote.pieces.map((piece) => piece.text).join('');
  return {
    read: true,
    figures: figures.map((figure, at) => {
      const claim = own[at] as FoundClaims['claims'][number];
      return { ...figure, span: claim.span, text: claim.text, sentence: text === null ? claim.text : quoteOf(claim) };
    }),
    passedOver: [],
  };
}

type Beside = Omit<CheckedFigure, 'span' | 'text' | 'sentence'>;

/** Each claim beside the public ones of other articles, in their order. */
async function besideRecord(from: Reads, sent: readonly RecordedClaim[], day: Day, article: string | null): Promise<Beside[]> {
  const asked = sent.map((claim) => ({ ...claim, publishedAt: day }));
  const elsewhere = words`${IS_PUBLIC_CLAIM} AND claims.article_id <> ${article ?? ''}`;
  const likest = await likestClaims(from, asked, MOST_LIKELY, elsewhere);
  const found = await publicClaims(from, words`claims.id IN ${among(new Set([...likest.values()].flat()))}`);
  const near = (claim: RecordedClaim) => (likest.get(claim.id) ?? []).flatMap((id) => found.recorded.get(id) ?? []);
  const homes = sent.map((claim) => onRecord(claim, near(claim), new Set()).measureId);
  const records = await measureRecords(from, [...new Set(homes.flatMap((home) => home ?? []))]);
  const byId = new Map(found.claims.map((claim): [string, PublicClaim] => [claim.id, claim]));
  return sent.map((claim, at) => {
    const record = records.find(({ id }) => id === homes[at]) ?? null;
    return figureOf(onRecord(claim, near(claim), acceptedIn(record)), record, byId, claim.id);
  });
}

function figureOf(
  { word, relations }: OnRecord,
  measure: MeasureRecord | null,
  byId: ReadonlyMap<string, PublicClaim>,
  own: string,
): Beside {
  const other = ({ a, b }: OnRecord['relations'][number]) => byId.get(a === own ? b : a) ?? [];
  const [alerts, same] = [relations.filter(({ alert }) => alert), relations.filter(agrees)];
  const told = word === 'differ' ? alerts[0] : word === 'agree' ? same[0] : relations[0];
  return {
    ...{ word, measure },
    explanation: told?.explanation ?? null,
    agreeing: same.flatMap(other).slice(0, MOST_SHOWN),
    differing: alerts.flatMap(other).slice(0, MOST_SHOWN),
  };
}

/** Claims of the position that the ruling in force accepted. */
function acceptedIn(record: MeasureRecord | null): Set<string> {
  const ruling = record?.case?.standing.status === 'settled' ? record.case.publications.at(-1)?.ruling : undefined;
  return new Set(ruling && ruling.accepted !== null ? ruling.positions[ruling.accepted] : []);
}
