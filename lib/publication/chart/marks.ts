import { toNumber } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { asideClaims } from '../asides';
import { type ClaimRow, unique } from '../rows';
import type { ChartModel, Mark, MarkForm } from './model';
import { covered, round, type TimeScale, type ValueScale } from './scales';
import type { sourceSlots } from './sources';

/** Marks closer than this, both ways, are moved apart sideways in order of publication. */
const CLOSE = 14;
/** A chart holds no more than this; what is beyond stands in the table. Contested claims are always drawn. */
const MOST = 200;

export interface Drawn {
  row: ClaimRow;
  copies: number;
}

/** Which claims are drawn: those with a figure; above 60, reprints of one text saying one figure become a single mark. */
export function drawnRows(rows: ClaimRow[]): Drawn[] {
  const aside = asideClaims(rows);
  const figured = rows.filter((row) => nominal(row.claim) !== null && !aside.has(row.id));
  const drawn: Drawn[] = [];
  const seen = new Map<string, Drawn>();
  for (const row of figured) {
    const key = `${row.claim.article.originId}|${row.figure}|${row.claim.asOf}`;
    const known = figured.length > 60 && !row.contested ? seen.get(key) : undefined;
    if (known) known.copies += 1;
    else {
      const own = { row, copies: 1 };
      seen.set(key, own);
      drawn.push(own);
    }
  }
  return drawn.length <= MOST ? drawn : [...drawn].sort((a, b) => Number(b.row.contested) - Number(a.row.contested)).slice(0, MOST);
}

export function placeMarks(
  drawn: Drawn[],
  scales: { y: ValueScale; x: TimeScale | null; undated: ChartModel['x']['undated'] },
  slotOf: ReturnType<typeof sourceSlots>['slotOf'],
  opponents: (claimId: string) => ClaimRow[],
): Mark[] {
  const newest = new Map<string, string>();
  for (const { row } of drawn) newest.set(row.source, row.id);
  const marks: Mark[] = [];
  for (const { row, copies } of drawn) {
    const day = row.claim.asOf;
    const place = day && scales.x ? scales.x.at(day) : null;
    const rail = scales.undated ?? { left: 0, right: 0 };
    const y = round(scales.y.at(toNumber(nominal(row.claim)!)));
    const x = free(marks, place?.x ?? (rail.left + rail.right) / 2, y);
    marks.push({
      claim: row.id,
      x,
      y,
      slot: slotOf(row).slot,
      shape: formOf(row, scales.y),
      span: place && place.right - place.left > 2 ? { left: place.left, right: place.right } : null,
      ring: row.contested ? 'contested' : row.verdict ? 'ruled' : null,
      name: nameOf(row, opponents(row.id), copies),
      tab: row.contested || newest.get(row.source) === row.id,
      copies,
    });
  }
  return marks;
}

/** The nearest free place to the right, then to the left, of the wanted one. */
function free(marks: Mark[], x: number, y: number): number {
  const taken = (at: number) => marks.some((mark) => Math.abs(mark.x - at) < CLOSE && Math.abs(mark.y - y) < CLOSE);
  for (let step = 0; step < 12; step++) {
    for (const at of step === 0 ? [x] : [x + step * CLOSE, x - step * CLOSE]) if (!taken(at)) return round(at);
  }
  return round(x);
}

function formOf(row: ClaimRow, y: ValueScale): MarkForm {
  const { hedge } = row.claim;
  const range = covered(row.claim)!;
  const reach = { top: round(y.at(range.high)), bottom: round(y.at(range.low)) };
  switch (hedge) {
    case 'exact':
      return { form: 'exact' };
    case 'about':
      return { form: 'whisker', ...reach };
    case 'between':
      return { form: 'bar', ...reach };
    case 'at-least':
    case 'more-than':
      return { form: 'arrow', towards: 'up' };
    case 'nearly':
    case 'at-most':
    case 'less-than':
    case 'up-to':
      return { form: 'arrow', towards: 'down' };
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
  return `${who}: ${row.figureNoun}, ${row.claim.asOf ? `as of ${row.asOf}` : 'no date given'}${conflict}${copies > 1 ? `, ${copies} copies` : ''}`;
}
