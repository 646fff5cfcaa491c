import { At } from '@/app/_ui/words';
import { countWords, listWords, type MeasurePage } from '@/lib/publication';

/** What the measure counts and what it does not: in the words of a person where one said so, else in those of its claims. */
export function Counted({ page }: { page: MeasurePage }) {
  const { counted, record } = page;
  const { definition } = record;
  return (
    <section id="counted">
      <h2>What is counted</h2>
      <dl className="facts">
        {definition?.counts ? (
          <>
            <dt>Counts</dt>
            <dd className="prose">{definition.counts}</dd>
          </>
        ) : null}
        <dt>In the sources’ words</dt>
        <dd>{listWords(counted.nouns)}</dd>
        {counted.unit ? (
          <>
            <dt>Unit</dt>
            <dd>{counted.unit}</dd>
          </>
        ) : null}
        <dt>How it adds up</dt>
        <dd className="prose">
          {definition?.addsUp ? `${definition.addsUp} ` : ''}
          {counted.aggregation}. {counted.meaning}
        </dd>
        <dt>Does not count</dt>
        <dd className="prose">
          {definition?.countsNot ??
            'Nobody wrote a definition yet. Figures for another place, actor or direction, plans and forecasts stand under questions of their own.'}
        </dd>
        {definition && definition.topics.length > 0 ? (
          <>
            <dt>Topics</dt>
            <dd>{definition.topics.join(', ')}</dd>
          </>
        ) : null}
        {definition && definition.places.length > 0 ? (
          <>
            <dt>Places</dt>
            <dd>{definition.places.join(', ')}</dd>
          </>
        ) : null}
        {definition ? (
          <>
            <dt>Defined</dt>
            <dd>
              by a person, <At instant={definition.changedAt} />
              {definition.reviewDays ? `; looked at again every ${countWords(definition.reviewDays, 'day')}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
