import {
  type ChartModel,
  chartOnPage,
  type Markup,
  type MeasurePage,
  pageLook,
  type SourceSlot,
  SYMBOLS,
  sparkline,
} from '@/lib/publication';

/** What a drawer made. It escapes every text that it is given, and so this is, beside the data of a page, the one way in for markup as text. */
export const Drawn = ({ drawing }: { drawing: Markup }) => <span className="drawn" dangerouslySetInnerHTML={{ __html: String(drawing) }} />;

/** `href`: where a mark leads, the row of its claim in the table on the same page where nothing else is said. */
export function ChartSvg({ model, labelledBy, href }: { model: ChartModel; labelledBy: string; href?: (claim: string) => string }) {
  const look = pageLook(model.size === 'wide' ? 'w' : 'n', href ?? ((claim) => `#c-${claim}`));
  return <Drawn drawing={chartOnPage(model, look, labelledBy)} />;
}

/** Names with their symbols, for the narrow picture, whose edge has no room for labels. */
export function Legend({ sources }: { sources: SourceSlot[] }) {
  return (
    <ul className="legend for-narrow">
      {sources.map((source) => (
        <li key={source.slot} className={`of${source.slot}`}>
          <span className={`slot${source.slot}`}>
            <svg viewBox="-8 -8 16 16" aria-hidden="true">
              <path d={SYMBOLS[source.slot]} fill="currentColor" />
            </svg>
          </span>
          {source.name}
        </li>
      ))}
    </ul>
  );
}

/** The figures of a measure over time in the room of a word; beside it stand its words. */
export function Sparkline({ page }: { page: MeasurePage }) {
  const drawing = sparkline(page);
  return drawing && <Drawn drawing={drawing} />;
}
