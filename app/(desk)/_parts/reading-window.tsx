import { withQuery } from '@/app/_shell/paths';

/** So many readings one page shows: an article may be a table of figures, and thousands of forms would keep everybody else waiting. */
export const MOST_READINGS = 500;

/** What of a long list of readings is shown: the stretch that was asked for by the number of its first, else the one with the first that waits. */
export function readingsFrom(asked: string | null, readings: readonly { status: string }[]): number {
  const number = /^\d{1,6}$/.test(asked ?? '')
    ? Number(asked) - 1
    : Math.max(
        0,
        readings.findIndex(({ status }) => status === 'read'),
      );
  const last = Math.max(0, readings.length - 1);
  return Math.floor(Math.min(Math.max(0, number), last) / MOST_READINGS) * MOST_READINGS;
}

/** Where the list goes on before and behind what is shown; nothing where all of it is. */
export function ReadingWindow({ page, from, total }: { page: string; from: number; total: number }) {
  if (total <= MOST_READINGS) return null;
  const to = (first: number) => withQuery(page, 'first', String(first + 1), 'readings');
  return (
    <nav aria-label="Readings" className="quiet">
      Readings {from + 1} to {Math.min(total, from + MOST_READINGS)} of {total}.{' '}
      {from > 0 && <a href={to(from - MOST_READINGS)}>Those before</a>}{' '}
      {from + MOST_READINGS < total && <a href={to(from + MOST_READINGS)}>Those behind</a>}
    </nav>
  );
}
