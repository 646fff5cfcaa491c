import type { AnswerFigure, ClaimRow } from '@/lib/publication';
import { VerdictChip } from './words';

/** The figures of an answer in large type: one, or one for each position, side by side. */
export function Versus({ figures, form }: { figures: AnswerFigure[]; form: string }) {
  return (
    <ul className="versus" data-form={form}>
      {figures.map((figure) => (
        <li key={figure.claim} data-accepted={figure.accepted || undefined}>
          <a className="figure" href={`/claims/${figure.claim}`}>
            {figure.label}
          </a>
          {figure.accepted ? <p className="who accepted">Accepted</p> : null}
          {figure.verdict && !figure.accepted ? (
            <p className="who">
              <VerdictChip verdict={figure.verdict} />
            </p>
          ) : null}
          <p className="who">
            {figure.source}
            {figure.speaker ? (
              <span className="quiet">
                , quoting {figure.speaker}
                {figure.others ? ',' : ''}
              </span>
            ) : null}
            {figure.others}
            <br />
            <span className="quiet">{figure.asOf === 'no date given' ? figure.asOf : `as of ${figure.asOf}`}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A value always leads to its quote. */
export function FigureLink({ row, noun }: { row: ClaimRow; noun?: boolean }) {
  return (
    <a className="figure" href={row.path}>
      <data value={row.claim.low ?? row.claim.high ?? ''}>{noun ? row.figureNoun : row.figure}</data>
    </a>
  );
}
