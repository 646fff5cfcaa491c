import { toNumber } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { asideClaims } from '../asides';
import { type ClaimRow, unique } from '../rows';
import type { Cap, ChartModel, Mark, MarkForm } from './model';
import { covered, round, type TimeScale, type ValueScale } from './scales';
import type { sourceSlots } from './sources';

/** Marks closer than this, both ways, are moved apart sideways in order of publication. */
const CLOSE = 14;
/** A chart holds no more than this; what is beyond stands in the table. Contested claims are always drawn. */
const MOST = 200;
/** Above this, copies of one text are one mark. */
export const CROWDED = 60;

export interface Drawn {
  row: ClaimRow;
  /** Its place in the table, from 1. */
  place: number;
  copies: number;
}

/** Which claims are drawn: those with a figure; above 60, reprints of one text saying one figure become a single mark. */
export function drawnRows(rows: ClaimRow[]): Drawn[] {
  const aside = asideClaims(rows);
  const figured = rows
    .map((row, index) => ({ row, place: index + 1, copies: 1 }))
    .filter(({ row }) => nominal(row.claim) !== null && (!aside.has(row.id) || row.retracted));
  const drawn: Drawn[] = [];
  const seen = new Map<string, Drawn>();
  for (const own of figured) {
    const { row } = own;
    const key = `${row.claim.article.originId}|${row.figure}|${row.claim.asOf}`;
    const known = figured.length > CROWDED && !row.contested ? seen.get(key) : undefined;
    if (known) known.copies += 1;
    else {
      seen.set(key, own);
      drawn.push(own);
    }
  }
  if (drawn.length <= MOST) return drawn;
  const first = [...drawn].sort((a, b) => Number(b.row.contested) - Number(a.row.contested)).slice(0, MOST);
  return first.sort((a, b) => a.place - b.place);
}

/** Claims that no longer say what their source says: taken back, or followed by another figure of the same voice there for the same day. */
export function formerClaims(rows: ClaimRow[]): Set<string> {
  const voice = (row: ClaimRow) => `${row.source}|${row.speaker}|${row.claim.asOf}|${row.claim.noun}`;
  const published = (row: ClaimRow) => row.claim.article.publishedAt ?? '';
  const last = new Map<string, ClaimRow>();
  for (const row of rows.filter(({ retracted }) => !retracted)) {
    const known = last.get(voice(row));
    if (!known || published(row) > published(known)) last.set(voice(row), row);
  }
  const followed = (row: ClaimRow): boolean => {
    const latest = last.get(voice(row));
    return (
      row.claim.asOf !== null &&
      latest !== undefined &&
      published(row) !== '' &&
      published(row) < published(latest) &&
      row.figure !== latest.figure
    );
  };
  return new Set(rows.filter((row) => row.retracted || followed(row)).map((row) => row.id));
}

/** Places taken so far, by cells as wide as two marks must be apart: a place is held against nine cells, not against all others. */
class Places {
  private readonly cells = new Map<number, { x: number; y: number }[]>();
  constructor(private readonly room: { left: number; right: number }) {}

  /** The nearest free place to the right, then to the left, of the wanted one; the wanted one where all around it is full. */
  take(x: number, y: number, room = this.room): number {
    const found = this.search(x, y, room) ?? round(x);
    const key = cellOf(found, y);
    const cell = this.cells.get(key);
    if (cell) cell.push({ x: found, y });
    else this.cells.set(key, [{ x: found, y }]);
    return found;
  }

  private search(x: number, y: number, { left, right }: { left: number; right: number }): number | null {
    for (let step = 0; step < 24; step++) {
      for (const at of step === 0 ? [x] : [x + step * CLOSE, x - step * CLOSE])
        if (at >= left && at <= right && !this.isTaken(at, y)) return round(at);
    }
    return null;
  }

  private isTaken(x: number, y: number): boolean {
    for (const dx of [-CLOSE, 0, CLOSE])
      for (const dy of [-CLOSE, 0, CLOSE]) {
        const cell = this.cells.get(cellOf(x + dx, y + dy));
        if (cell?.some((mark) => Math.abs(mark.x - x) < CLOSE && Math.abs(mark.y - y) < CLOSE)) return true;
      }
    return false;
  }
}

/** No drawing is so tall that two cells had one number. */
const cellOf = (x: number, y: number): number => Math.floor(x / CLOSE) * 1000 + Math.floor(y / CLOSE);

export function placeMarks(
  drawn: Drawn[],
  scales: { y: ValueScale; x: TimeScale | null; undated: ChartModel['x']['undated']; dated: { left: number; right: number } },
  slotOf: ReturnType<typeof sourceSlots>['slotOf'],
  told: { against: (claimId: string) => ClaimRow[]; former: ReadonlySet<string> },
): Mark[] {
  const newest = new Map<string, string>();
  for (const { row } of drawn) newest.set(row.source, row.id);
  const undated = drawn.filter(({ row }) => row.claim.asOf === null);
  const order = new Map(undated.map(({ row }, index) => [row.id, index]));
  const rail = scales.undated ?? scales.dated;
  const places = new Places(scales.dated);
  // In a crowd a tenth of a unit is seen by nobody, and said by two hundred.
  const rounded = drawn.length > CROWDED ? Math.round : round;
  return drawn.map(({ row, place: inTable, copies }) => {
    const day = row.claim.asOf;
    const place = day && scales.x ? scales.x.at(day) : null;
    const y = rounded(scales.y.at(toNumber(nominal(row.claim)!)));
    // Those without a date stand side by side in order of publication.
    const inRail = rail.left + ((rail.right - rail.left) * ((order.get(row.id) ?? 0) + 0.5)) / Math.max(1, undated.length);
    const x = rounded(place ? places.take(place.x, y) : places.take(inRail, y, rail));
    return {
      claim: row.id,
      row: inTable,
      x,
      y,
      slot: slotOf(row).slot,
      shape: formOf(row, scales.y),
      span: place && place.right - place.left > 2 ? { left: place.left, right: place.right } : null,
      former: told.former.has(row.id),
      ring: row.contested ? 'contested' : row.verdict ? 'ruled' : null,
      name: nameOf(row, told.against(row.id), copies),
      tab: row.contested || newest.get(row.source) === row.id,
      copies,
    };
  });
}

const capOf = (inclusive: boolean): Cap => (inclusive ? 'filled' : 'open');

function formOf(row: ClaimRow, y: ValueScale): MarkForm {
  const { hedge, lowInclusive, highInclusive } = row.claim;
  const range = covered(row.claim)!;
  const reach = { top: round(y.at(range.high)), bottom: round(y.at(range.low)) };
  const caps = { top: capOf(highInclusive), bottom: capOf(lowInclusive) };
  switch (hedge) {
    case 'exact':
      return { form: 'exact' };
    case 'about':
      return { form: 'whisker', ...reach, caps };
    case 'between':
      return { form: 'bar', ...reach, caps };
    case 'at-least':
    case 'more-than':
      return { form: 'arrow', towards: 'up', cap: capOf(hedge === 'at-least') };
    case 'nearly':
    case 'at-most':
    case 'less-than':
    case 'up-to':
      return { form: 'arrow', towards: 'down', cap: capOf(hedge === 'at-most' || hedge === 'up-to') };
    case 'vague':
      return { form: 'dotted', top: reach.top - 34, bottom: reach.bottom };
  }
}

function nameOf(row: ClaimRow, against: ClaimRow[], copies: number): string {
  const who = row.speaker ? `${row.source}, ${row.speaker}` : row.source;
  const conflict =
    against.length > 0
      ? `, in conflict with ${unique(against.map((other) => `${other.source} ${other.figureNoun}`))
          .slice(0, 2)
          .join(' and ')}`
      : '';
  const taken = row.retracted ? ', taken back by its source' : '';
  return `${who}: ${row.figureNoun}, ${row.claim.asOf ? `as of ${row.asOf}` : 'no date given'}${taken}${conflict}${copies > 1 ? `, ${copies} copies` : ''}`;
}
