import type { Verdict } from '@/lib/adjudication';
import type { Day } from '@/lib/base';
import type { Interval } from '@/lib/quantity';
import { byFigure, figureWithNoun } from './figures';
import { type Reported, reportedIn } from './origins';
import type { MeasureRecord, PublicRuling } from './record';
import { type ClaimRow, lastPublication, unique } from './rows';
import { KIND_WORDS, listWords } from './vocabulary';

/** Claims that agree with each other, as one column a reader compares with the next. Never blended into one voice. */
export interface PositionView {
  letter: string;
  label: string;
  rows: ClaimRow[];
  /** What it says in figures, as the comparison has it. */
  interval: Interval;
  sources: string[];
  reported: Reported;
  speakers: string[];
  asOf: string[];
  /** What its claims count, in their words. */
  counted: string[];
  /** The day on which it was first published; null where no article of it tells. */
  firstSeen: Day | null;
  /** How it stands to the accepted one: "Different scope". Null where none is accepted, and for that one. */
  toAccepted: string | null;
  verdict: Verdict | null;
  /** By the ruling in force; while the case is under review again, nothing is. */
  accepted: boolean;
}

/** What a position says when the record has no words for it: its different figures, lowest first, three at most. */
export function labelFrom(rows: ClaimRow[]): string {
  const named = new Set(rows.flatMap((row) => (row.claim.noun === null ? [] : [row.figure])));
  // "14" beside "14 people" says nothing of its own.
  const told = rows.filter((row) => row.claim.noun !== null || !named.has(row.figure));
  const labels = unique(told.sort((a, b) => byFigure(a.claim, b.claim)).map((row) => figureWithNoun(row.claim)));
  return listWords(labels.slice(0, 3));
}

const sameClaims = (a: string[], b: string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/**
 * The positions of today where the case is open (or open again, or was dismissed), those that were ruled on where it is settled.
 * Claims that are no longer public are left out, and those that their source took back; a position left empty disappears.
 */
export function positionViews(record: MeasureRecord, rows: ClaimRow[]): PositionView[] {
  const held = record.case;
  if (!held) return [];
  const ruling = lastPublication(record)?.ruling;
  const today = held.current?.positions;
  const shown =
    held.standing.status === 'settled' || !today ? (ruling?.positions ?? today?.map((p) => p.claims) ?? []) : today.map((p) => p.claims);
  const accepted = ruling && held.standing.status === 'settled' && ruling.accepted !== null ? ruling.positions[ruling.accepted] : undefined;
  return shown.flatMap((claims, index) => {
    const own = new Set(claims);
    const members = rows.filter((row) => own.has(row.id) && !row.retracted);
    if (members.length === 0) return [];
    const ruled = ruling?.positions.findIndex((position) => sameClaims(position, claims)) ?? -1;
    return {
      letter: String.fromCharCode(65 + index),
      label: today?.find((position) => sameClaims(position.claims, claims))?.label ?? labelFrom(members),
      rows: members,
      interval: today?.find((position) => sameClaims(position.claims, claims)) ?? intervalOf(members),
      sources: unique(members.map((row) => row.source)),
      reported: reportedIn(members.map((row) => row.claim)),
      speakers: unique(members.flatMap((row) => (row.speaker ? [`${row.speaker}${row.speakerInferred ? ' (inferred)' : ''}`] : []))),
      asOf: unique(members.map((row) => row.asOf)),
      counted: unique(members.map(({ claim }) => claim.noun ?? claim.measureWords)),
      firstSeen: members.flatMap(({ claim }) => claim.article.publishedAt ?? []).sort()[0] ?? null,
      toAccepted: accepted === undefined || sameClaims(accepted, claims) ? null : kindBetween(record, claims, accepted),
      verdict: ruled < 0 ? null : (ruling!.verdicts[ruled] ?? null),
      accepted: held.standing.status === 'settled' && ruled >= 0 && ruling!.accepted === ruled,
    };
  });
}

/** The gravest word for how some claims stand to others; null where no pair of them was compared. */
function kindBetween({ relations }: MeasureRecord, claims: string[], others: string[]): string | null {
  const between = relations.filter(({ a, b }) => (claims.includes(a) && others.includes(b)) || (claims.includes(b) && others.includes(a)));
  const first = between.find(({ alert }) => alert) ?? between[0];
  return first ? KIND_WORDS[first.kind] : null;
}

/** What the ruling in force (or last in force) accepted, in words; null where it accepted nothing. */
export function acceptedLabel(ruling: PublicRuling | undefined, rows: ClaimRow[]): string | null {
  const claims = ruling && ruling.accepted !== null ? (ruling.positions[ruling.accepted] ?? []) : [];
  const members = rows.filter((row) => claims.includes(row.id));
  return members.length > 0 ? labelFrom(members) : null;
}

/** A figure without a hedge says where a position stands; hedges leave it open. */
function intervalOf(rows: ClaimRow[]): Interval {
  const exact = rows.find(({ claim }) => claim.hedge === 'exact')?.claim;
  return exact ?? { low: null, high: null, lowInclusive: false, highInclusive: false };
}
