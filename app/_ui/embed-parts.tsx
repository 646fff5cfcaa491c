import { type Age, type AnswerFigure, chartModel, type MeasurePage, type Moments, momentWords, type Status } from '@/lib/publication';
import { ChartSvg, Legend } from './chart';
import { StatusChip } from './words';

/** So many figures stand in a frame side by side. */
const MOST = 4;

/** The figures of an answer in one line, each leading to its quote; between those that cannot both stand, the sign that says so. */
export function EmbedFigures({ figures, apart }: { figures: AnswerFigure[]; apart: boolean }) {
  return (
    <p className="figures">
      {figures.slice(0, MOST).map((figure, index) => (
        <span key={figure.claim}>
          {index > 0 ? <b aria-hidden="true">{apart ? ' ≠ ' : ' · '}</b> : null}
          <a href={`/claims/${figure.claim}`}>{figure.label}</a>
        </span>
      ))}
      {figures.length > MOST ? <span className="quiet"> and {figures.length - MOST} more</span> : null}
    </p>
  );
}

/** Where it stands, as of when, and how old that is: what a frame says however small it is. */
export function EmbedStanding({ status, age }: { status: Status; age: Age }) {
  return (
    <>
      <p className="standing">
        <StatusChip status={status} /> <span>{age.asOf === null ? 'as of no date that anybody gave' : `as of ${age.asOf}`}</span>
      </p>
      <p className={age.old ? 'old' : 'quiet due'}>{age.words}</p>
    </>
  );
}

/** Of which moment a frame is, where that is not this one. */
export const EmbedMoment = ({ moments }: { moments: Moments }) => {
  const words = momentWords(moments);
  return words === null ? null : <p className="old">{words}.</p>;
};

/** The narrow chart, where a frame has room for it. A mark leads to its claim; what a ruling settled is not joined any more. */
export function EmbedChart({ page }: { page: MeasurePage }) {
  const drawn = chartModel(page, 'narrow');
  if (drawn.marks.length === 0) return null;
  const model = { ...drawn, joints: drawn.joints.filter(({ ruled }) => !ruled) };
  return (
    <figure className="chart" aria-labelledby="question">
      <ChartSvg model={model} labelledBy="question" href={(claim) => `/claims/${claim}`} />
      <Legend sources={model.legend} />
    </figure>
  );
}
