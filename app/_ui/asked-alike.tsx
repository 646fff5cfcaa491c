import type { MeasurePage } from '@/lib/publication';
import { toldBy } from './measure-card';

/** The way to other measures that are asked in the same words, each named by whom and of when it is told. */
export function AskedAlike({ pages }: { pages: MeasurePage[] }) {
  if (pages.length === 0) return null;
  return (
    <p className="quiet">
      Asked in the same words:{' '}
      {pages.map((page, index) => (
        <span key={page.path}>
          {index > 0 ? ' · ' : ''}
          <a href={page.path}>{named(page)}</a>
        </span>
      ))}
    </p>
  );
}

function named({ title, answer, decision }: MeasurePage): string {
  const figures = answer.figures.slice(0, 2).map((figure) => `${figure.label}, ${toldBy(figure)}`);
  return figures.length === 0 ? title : figures.join(decision.dismissal ? ' and ' : ' ≠ ');
}
