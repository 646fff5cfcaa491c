import type { Claim, FieldChange, ReadingDifference } from '@/lib/claim';
import { questionOf } from '@/lib/measure';
import { type ArticleRow, type ClaimRow, claimRow, recordedClaim } from './codec';
import { newId } from './ids';
import type { readings } from './schema';

/** One claim of an article that a new reading does not leave as it was. */
export interface Change {
  articleId: string;
  externalId: string | null;
  change: 'changed' | 'new' | 'gone';
  /** The claim of the record; null for what is new. */
  claimId: string | null;
  status: ClaimRow['status'] | null;
  /** A person judged the claim or ruled on it: it stays as it is, and the new reading is a suggestion. */
  held: boolean;
  /** What is read otherwise. */
  fields: FieldChange[];
  before: string | null;
  after: string | null;
}

/** What a new reading would make of one article, or makes of it. */
export interface Rereading {
  changes: Change[];
  /** Claims that stay word for word. */
  same: number;
  /** Rows to come, and what they and nothing take the place of. */
  added: ClaimRow[];
  superseded: (typeof readings.$inferSelect)['superseded'];
  /** Rows that stand today, judged or not. */
  standing: ClaimRow[];
}

/** The claims that stand today, in the order of the text, and the ids of those that keep their place. */
export interface Standing {
  standing: ClaimRow[];
  held: ReadonlySet<string>;
}

/** What is compared here is of one article. */
export const ANYWHERE = { outlet: null, publishedAt: null, textHash: '' };

/** Finds for each claim of a new reading the row that stands for it, one there is or a new one, and says what that changes. */
export function placedReading(
  article: ArticleRow,
  today: Standing,
  read: readonly Claim[],
  difference: ReadingDifference,
  next: { ordinal: number; now: string },
): Rereading {
  const placing = new Placing(article, today, read, difference, next);
  for (const at of read.keys()) placing.rowFor(at);
  for (const at of difference.gone) placing.letGo(today.standing[at] as ClaimRow);
  return placing.made;
}

interface Mate {
  row: ClaimRow;
  fields: FieldChange[];
}

class Placing {
  readonly made: Rereading;
  private readonly mates: Map<number, Mate>;
  /** Total by id of its part. Of what gave way earlier nothing is a part any more. */
  private readonly totals: Map<string, ClaimRow | null>;
  /** Ids of rows by place in the new reading; null while its total is looked for. */
  private readonly rows = new Map<number, string | null>();

  constructor(
    private readonly article: ArticleRow,
    private readonly today: Standing,
    private readonly read: readonly Claim[],
    { pairs }: ReadingDifference,
    private readonly next: { ordinal: number; now: string },
  ) {
    const { standing } = today;
    const byId = new Map(standing.map((row) => [row.id, row]));
    this.made = { changes: [], same: 0, added: [], superseded: [], standing };
    this.mates = new Map(pairs.map(({ before, after, fields }) => [after, { row: standing[before] as ClaimRow, fields }]));
    this.totals = new Map(standing.map(({ id, partOf }) => [id, byId.get(partOf ?? '') ?? null]));
  }

  /**
   * The row that stands for a claim of the new reading. Its total comes first: a part of another row is another claim. No two claims should
   * be part of each other; if they are, one of them is part of nothing.
   */
  rowFor(at: number): string | null {
    const known = this.rows.get(at);
    if (known !== undefined) return known;
    this.rows.set(at, null);
    const claim = this.read[at] as Claim;
    const total = claim.partOf === null ? null : this.rowFor(claim.partOf);
    const mate = this.mates.get(at);
    const id = mate ? this.keptOr(claim, mate, total) : this.added(claim, total);
    this.rows.set(at, id);
    return id;
  }

  /** A claim that is not read any more. */
  letGo({ id, status, text }: ClaimRow): void {
    const held = this.today.held.has(id);
    this.tell({ change: 'gone', claimId: id, status, held, fields: [], before: text, after: null });
    if (!held) this.made.superseded.push({ claim: id, by: null });
  }

  private added(claim: Claim, total: string | null): string {
    this.tell({ change: 'new', claimId: null, status: null, held: false, fields: [], before: null, after: claim.text });
    return this.add(claim, total, null);
  }

  private keptOr(claim: Claim, { row, fields }: Mate, total: string | null): string {
    const { id, status, text: before } = row;
    const held = this.today.held.has(id);
    const was = this.totals.get(id) ?? null;
    // Read as before, but the row of its total gave way: it comes again to be part of the new one.
    const moved = !held && fields.length === 0 && (was?.id ?? null) !== total;
    if (fields.length === 0 && !moved) {
      this.made.same += 1;
      return id;
    }
    const part = { field: 'partOf', before: was?.text ?? null, after: this.read[claim.partOf ?? -1]?.text ?? null };
    this.tell({ change: 'changed', claimId: id, status, held, fields: moved ? [part] : fields, before, after: claim.text });
    if (held) return id;
    const by = this.add(claim, total, row);
    this.made.superseded.push({ claim: id, by });
    return by;
  }

  private add(claim: Claim, partOf: string | null, instead: ClaimRow | null): string {
    const { ordinal, now } = this.next;
    const place = { id: newId(), articleId: this.article.id, ordinal: ordinal + this.made.added.length, partOf, createdAt: now };
    const row = claimRow(claim, place);
    this.made.added.push({ ...row, measureId: instead && asksTheSame(instead, row) ? instead.measureId : null });
    return place.id;
  }

  private tell(change: Omit<Change, 'articleId' | 'externalId'>): void {
    const { id: articleId, externalId } = this.article;
    this.made.changes.push({ articleId, externalId, ...change });
  }
}

/**
 * A claim that answers the question of the one before it stays in its measure, and a case that is open there goes on. One that answers
 * another is new there, and is placed among its likest.
 */
function asksTheSame(before: ClaimRow, after: ClaimRow): boolean {
  const [old, now] = [questionOf([recordedClaim(before, ANYWHERE)]), questionOf([recordedClaim(after, ANYWHERE)])];
  return old.title === now.title && old.unit === now.unit && old.aggregation === now.aggregation;
}
