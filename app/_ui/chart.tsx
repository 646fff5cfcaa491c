// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: drawn shapes take no focus; their words stand in the figure's summary.
import type { ChartModel, Joint, Mark, SourceSlot } from '@/lib/publication';

/** One symbol for each slot, about 70 square units: shape and colour always go together. */
const SYMBOLS: Record<SourceSlot['slot'], string> = {
  1: 'M-4.8,0a4.8,4.8 0 1,0 9.6,0a4.8,4.8 0 1,0 -9.6,0z',
  2: 'M-4.3,-4.3h8.6v8.6h-8.6z',
  3: 'M0,-6.3L5.5,3.9H-5.5z',
  4: 'M0,-6.4L5.2,0L0,6.4L-5.2,0z',
  5: 'M-1.9,6V0.9L-6,-2.2L-4,-5.4L0,-2.6L4,-5.4L6,-2.2L1.9,0.9V6z',
  6: 'M0,-7L1.9,-2.3L6.7,-2.2L2.9,0.9L4.1,5.7L0,3L-4.1,5.7L-2.9,0.9L-6.7,-2.2L-1.9,-2.3z',
  7: 'M-1.8,-5.4h3.6v3.6h3.6v3.6h-3.6v3.6h-3.6v-3.6h-3.6v-3.6h3.6z',
};
const ARROW = 26;

/** Draws a chart model as SVG: grid, band, joints, reaches, marks, words, in this order. No colour is written here: classes carry them. */
export function ChartSvg({ model, labelledBy }: { model: ChartModel; labelledBy: string }) {
  const { plot, width, height } = model;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links; an image role would hide them.
    <svg
      className={model.size}
      role="group"
      aria-labelledby={labelledBy}
      viewBox={`0 0 ${width} ${height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <g aria-hidden="true">
        {model.y.ticks.map((tick) => (
          <g key={tick.at}>
            <line className="grid" x1={plot.left} x2={plot.right} y1={tick.at} y2={tick.at} />
            <text className="tick" x={plot.left - 8} y={tick.at + 4} textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        <line className="axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
        {model.x.ticks.map((tick) => (
          <g key={tick.at}>
            <line className="axis" x1={tick.at} x2={tick.at} y1={plot.bottom} y2={plot.bottom + 5} />
            <text className="tick" x={tick.at} y={plot.bottom + 20} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        {model.x.undated ? (
          <g>
            <line className="grid" x1={model.x.undated.left} x2={model.x.undated.left} y1={plot.top} y2={plot.bottom} />
            <text className="tick" x={(model.x.undated.left + model.x.undated.right) / 2} y={plot.bottom + 20} textAnchor="middle">
              undated
            </text>
          </g>
        ) : null}
        <text className="axis-title" x={2} y={16}>
          {model.y.title}
          {model.y.log ? ' (logarithmic scale)' : ''}
        </text>
      </g>
      {model.band ? <Band band={model.band} /> : null}
      {model.joints.map((joint) => (
        <JointLine key={`${joint.from.x} ${joint.from.y} ${joint.to.y} ${joint.middle}`} joint={joint} />
      ))}
      {model.marks.map((mark) => (
        <MarkLink key={mark.claim} mark={mark} plot={plot} />
      ))}
      <g aria-hidden="true">
        {model.joints.map((joint) => (
          <text
            key={`${joint.from.y} ${joint.to.y} ${joint.middle}`}
            className={joint.ruled ? 'joint-label ruled' : 'joint-label'}
            x={joint.labelAt.x}
            y={joint.labelAt.y}
          >
            {joint.label}
          </text>
        ))}
        {model.labels.map((label) => (
          <g key={label.source.slot}>
            <g className={`slot${label.source.slot}`} transform={`translate(${label.x} ${label.y - 4})`}>
              <path d={SYMBOLS[label.source.slot]} fill="currentColor" />
            </g>
            <text x={label.x + 11} y={label.y}>
              <title>{label.source.name}</title>
              {label.source.short}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

function Band({ band }: { band: NonNullable<ChartModel['band']> }) {
  const above = band.top > 60;
  return (
    <g aria-hidden="true">
      <rect className="band" x={band.left} y={band.top} width={band.right - band.left} height={band.bottom - band.top} />
      <line className="band-edge" x1={band.left} x2={band.right} y1={band.top} y2={band.top} />
      <line className="band-edge" x1={band.left} x2={band.right} y1={band.bottom} y2={band.bottom} />
      <text className="band-label" x={band.right - 4} y={above ? band.top - 6 : band.bottom + 14} textAnchor="end">
        {band.label.length > 44 ? `${band.label.slice(0, 43)}…` : band.label}
      </text>
    </g>
  );
}

function JointLine({ joint }: { joint: Joint }) {
  return (
    <path
      aria-hidden="true"
      className={joint.ruled ? 'joint ruled' : 'joint'}
      d={`M${joint.from.x} ${joint.from.y}H${joint.middle}V${joint.to.y}H${joint.to.x}`}
    />
  );
}

function MarkLink({ mark, plot }: { mark: Mark; plot: ChartModel['plot'] }) {
  return (
    <a className={`mark slot${mark.slot}`} href={`#c-${mark.claim}`} tabIndex={mark.tab ? undefined : -1}>
      <title>{mark.name}</title>
      {mark.span ? (
        <g>
          <line className="reach" x1={mark.span.left} x2={mark.span.right} y1={mark.y} y2={mark.y} />
          <circle className="reach" cx={mark.span.left} cy={mark.y} r={2.5} />
          <circle className="reach" cx={mark.span.right} cy={mark.y} r={2.5} />
        </g>
      ) : null}
      <Reach mark={mark} plot={plot} />
      <g transform={`translate(${mark.x} ${mark.y})`}>
        <circle className="halo" r={13} />
        {mark.ring === 'contested' ? (
          <g>
            <circle className="ring" r={9} />
            <circle className="ring" r={12} />
          </g>
        ) : null}
        {mark.ring === 'ruled' ? <circle className="ring ruled" r={11} /> : null}
        {mark.shape.form === 'dotted' ? null : <path className="symbol" d={SYMBOLS[mark.slot]} />}
      </g>
      {mark.copies > 1 ? (
        <text x={mark.x + 9} y={mark.y - 7}>
          ×{mark.copies}
        </text>
      ) : null}
    </a>
  );
}

/** What a hedge adds to the symbol. */
function Reach({ mark, plot }: { mark: Mark; plot: ChartModel['plot'] }) {
  const { shape, x, y } = mark;
  switch (shape.form) {
    case 'exact':
      return null;
    case 'arrow': {
      const up = shape.towards === 'up';
      const tip = up ? Math.max(y - ARROW, plot.top - 20) : Math.min(y + ARROW, plot.bottom - 1);
      const back = up ? tip + 6 : tip - 6;
      return <path className="reach" d={`M${x} ${y}V${tip}M${x - 4} ${back}L${x} ${tip}L${x + 4} ${back}`} />;
    }
    case 'whisker':
    case 'bar':
      return (
        <path className="reach" d={`M${x} ${shape.top}V${shape.bottom}M${x - 5} ${shape.top}H${x + 5}M${x - 5} ${shape.bottom}H${x + 5}`} />
      );
    case 'dotted':
      return <path className="reach dotted" d={`M${x} ${shape.top}V${shape.bottom}`} />;
  }
}

/** Names with their symbols, for the narrow picture, whose edge has no room for labels. */
export function Legend({ sources }: { sources: SourceSlot[] }) {
  return (
    <ul className="legend for-narrow">
      {sources.map((source) => (
        <li key={source.slot}>
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
