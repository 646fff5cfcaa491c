import type { MeasurePage } from '@/lib/publication';
import { toldBy } from './measure-card';

/** The way to other measures that are asked in the same words, each named by whom and of when it is told. */
export function AskedAlike({ pages }: { pages: MeasurePage[] }) {
  if (pages.length === 0) return null;
  return (
    <p className="quiet">
      Asked in the same words:{' '}
      {pages.map(({ path, title, answer: { figures } }, index) => (
        <span key={path}>
          {index > 0 ? ' · ' : ''}
          <a href={path}>{figures[0] ? `${figures[0].label}, ${toldBy(figures[0])}` : title}</a>
        </span>
      ))}
    </p>
  );
}
