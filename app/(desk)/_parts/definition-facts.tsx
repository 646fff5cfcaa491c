import type { MeasureSheet } from '@/db/desk';
import { AGGREGATION_WORDS } from '@/lib/publication';
import { FIELDS } from './definition-form';

/** What was said of a measure, for whoever may not say it. */
export function DefinitionFacts({ sheet: { definition, line, unit, aggregation } }: { sheet: MeasureSheet }) {
  const said: Record<string, string | number | null> = {
    ...{ title: definition.title ?? line.title, counts: definition.counts, countsNot: definition.countsNot, addsUp: definition.addsUp },
    ...{ aggregation: AGGREGATION_WORDS[aggregation].word, unit, reviewDays: definition.reviewDays },
  };
  return (
    <>
      <p className="quiet">An editor, or an administrator, says what a measure is.</p>
      <dl className="facts">
        {FIELDS.map(([name, word]) => (
          <div key={name} className="pair">
            <dt>{word}</dt>
            <dd>{said[name] ?? <span className="quiet">not said</span>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
