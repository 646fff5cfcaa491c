import type { Certainty, Evidence, Verdict } from '@/lib/adjudication';
import { dayWords, type Instant } from '@/lib/base';
import { labelFrom } from './positions';
import type { MeasureRecord, PublicPublication } from './record';
import { type ClaimRow, unique } from './rows';
import { actorWords, REASON_WORDS } from './vocabulary';

/** How a measure was decided: the automated steps, the people by role, the evidence, the dissent. */
export interface Decision {
  /** Names and versions of the readers that proposed the readings. */
  engines: string[];
  acceptedBy: { who: string; at: Instant; claims: number }[];
  ruling: RulingView | null;
  /** Set where a person found that nothing conflicts: then there is no ruling. */
  dismissal: DismissalView | null;
  /** Earlier publications, oldest first: a correction replaces, it never erases. */
  earlier: RulingView[];
  /** Each publication that took the place of one before, oldest first. */
  corrections: CorrectionView[];
  /** Set where what was published was taken back, and nothing was published since. */
  withdrawal: WithdrawalView | null;
  /** Set while the case is open again, after a ruling, a dismissal or a withdrawal: since when and why. */
  reopening: { at: Instant; reason: string } | null;
}
/** A dated correction: what was said, what is said now, by whom and why. */
export interface CorrectionView {
  at: Instant;
  notice: string;
  before: string;
  now: string;
  by: string;
  ruledBy: string;
}
interface WithdrawalView {
  at: Instant;
  reason: string;
  by: string;
}
export interface DismissalView {
  at: Instant;
  /** The public reason, as it was written. */
  reason: string;
  by: string;
  /** "Dismissed by a reviewer on 4 May 2031: “They count two harbours.”" */
  words: string;
}
export interface RulingView {
  publicationId: string;
  kind: PublicPublication['kind'];
  notice: string | null;
  verdicts: { label: string; verdict: Verdict; accepted: boolean }[];
  /** First sentence of the rationale: what a reader is told in one line. */
  oneLine: string;
  rationale: string;
  /** What its author said speaks against it; null where nothing was said. */
  dissent: string | null;
  certainty: Certainty | null;
  /** By one person, by two who answered alike without seeing each other's answer, or by a third after two who differed. */
  reached: PublicPublication['ruling']['reached'];
  reason: string;
  ruledBy: string;
  ruledAt: Instant;
  publishedBy: string;
  publishedAt: Instant;
  evidence: Evidence[];
  /** "None found", said by a person: not the same as nothing entered. */
  noEvidence: boolean;
}

/** The first sentence, or all of a text that has none; 300 signs at most. */
function firstSentence(text: string): string {
  const end = /[.!?](?=\s|$)/.exec(text);
  const sentence = (end ? text.slice(0, end.index + 1) : text).trim();
  return sentence.length <= 300 ? sentence : `${sentence.slice(0, 299).trimEnd()}…`;
}

const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).hostname : null);

/** Papers before press: what stands where the articles stand is a report again, and comes last. */
function primaryFirst(evidence: Evidence[], rows: ClaimRow[]): Evidence[] {
  const press = new Set(rows.map(({ claim }) => hostOf(claim.article.url)));
  const isPress = ({ url }: Evidence) => Number(press.has(hostOf(url)) && hostOf(url) !== null);
  return [...evidence].sort((a, b) => isPress(a) - isPress(b));
}

function rulingView(publication: PublicPublication, rows: ClaimRow[]): RulingView {
  const { ruling } = publication;
  return {
    publicationId: publication.id,
    kind: publication.kind,
    notice: publication.notice,
    verdicts: ruling.positions.flatMap((claims, index) => {
      const members = rows.filter((row) => claims.includes(row.id));
      const verdict = ruling.verdicts[index];
      return verdict && members.length > 0 ? [{ label: labelFrom(members), verdict, accepted: ruling.accepted === index }] : [];
    }),
    oneLine: firstSentence(ruling.rationale),
    rationale: ruling.rationale,
    dissent: ruling.dissent,
    certainty: ruling.certainty,
    reached: ruling.reached,
    reason: REASON_WORDS[ruling.reasonCode],
    ruledBy: actorWords(ruling.by),
    ruledAt: ruling.at,
    publishedBy: actorWords(publication.by),
    publishedAt: publication.at,
    evidence: primaryFirst(ruling.evidence, rows),
    noEvidence: ruling.noEvidence,
  };
}

function correctionView(before: RulingView, now: RulingView): CorrectionView {
  return {
    at: now.publishedAt,
    notice: now.notice ?? 'A published ruling was replaced.',
    before: saidIn(before),
    now: saidIn(now),
    by: now.publishedBy,
    ruledBy: now.ruledBy,
  };
}

/** "Accepted: 31 villages. The civil defence counted them." */
function saidIn({ verdicts, oneLine }: RulingView): string {
  const accepted = verdicts.find((verdict) => verdict.accepted);
  return `${accepted ? `Accepted: ${accepted.label}.` : 'No value accepted.'} ${oneLine}`;
}

function dismissalOf(record: MeasureRecord): DismissalView | null {
  const standing = record.case?.standing;
  if (standing?.status !== 'dismissed') return null;
  const { at, reason, by } = standing;
  return { at, reason, by: actorWords(by), words: `Dismissed by ${actorWords(by)} on ${dayWords(at)}: “${reason}”` };
}

function reopeningOf({ case: held }: MeasureRecord): Decision['reopening'] {
  if (held?.standing.status !== 'open' && held?.standing.status !== 'reopened') return null;
  const last = held.acts.findLast(({ type }) => type === 'reopened');
  return last?.type === 'reopened' ? { at: last.at, reason: last.reason } : null;
}

export function decisionOf(record: MeasureRecord, rows: ClaimRow[]): Decision {
  const acts = new Map<string, { who: string; at: Instant; claims: number }>();
  for (const claim of record.claims) {
    const who = actorWords(claim.acceptedBy);
    // Articles accepted one after the other are one step of the way: pages tell the minute.
    const key = `${claim.acceptedAt.slice(0, 'yyyy-mm-ddThh:mm'.length)} ${who}`;
    acts.set(key, { who, at: claim.acceptedAt, claims: (acts.get(key)?.claims ?? 0) + 1 });
  }
  const views = (record.case?.publications ?? []).map((publication) => rulingView(publication, rows));
  const withdrawal = record.case?.withdrawal;
  return {
    engines: unique(record.claims.map((claim) => claim.article.engine)).sort(),
    acceptedBy: [...acts.values()].sort((a, b) => a.at.localeCompare(b.at)),
    ruling: views.at(-1) ?? null,
    dismissal: dismissalOf(record),
    earlier: views.slice(0, -1),
    corrections: views.slice(1).map((now, at) => correctionView(views[at] as RulingView, now)),
    withdrawal: withdrawal && views.length === 0 ? { at: withdrawal.at, reason: withdrawal.reason, by: actorWords(withdrawal.by) } : null,
    reopening: reopeningOf(record),
  };
}
