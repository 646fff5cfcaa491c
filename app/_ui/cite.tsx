import type { Instant } from '@/lib/base';
import { dayWords } from '@/lib/base';
import { type Cited, citationsOf, daysCovered, LICENCE, type MeasurePage, type Site, type TwinLink } from '@/lib/publication';
import { Twins } from './twins';

export interface Citing {
  cited: Cited;
  /** The figure with its source, where the page is of one. */
  copied?: string;
  twins: readonly TwinLink[];
  site: Site;
  now: Instant;
}

/** Words to select and take along, each in a field that says what it is. */
export function Cite({ cited, copied, twins, site, now }: Citing) {
  return (
    <details id="cite" className="no-print">
      <summary>Cite or copy</summary>
      <p className="quiet">
        {cited.edition === null
          ? 'The address is that of this page'
          : `The address keeps showing edition ${cited.edition}, whatever changes`}
        ; days are those of UTC.
      </p>
      {copied ? <Field name="The figure with its source" text={copied} /> : null}
      {citationsOf(cited, site, now.slice(0, 10)).map(({ name, text }) => (
        <Field key={name} name={name} text={text.trimEnd()} />
      ))}
      <Twins twins={twins} uses={['citation']} />
    </details>
  );
}

const Field = ({ name, text }: { name: string; text: string }) => (
  <p>
    <label>
      {name}
      <textarea className="snippet" readOnly rows={Math.max(2, Math.min(10, text.split('\n').length))} spellCheck={false} value={text} />
    </label>
  </p>
);

/** What the page tells those who look for data, in words. */
export function DatasetFacts({ page }: { page: MeasurePage }) {
  const covered = daysCovered(page);
  return (
    <p className="quiet">
      {covered ? `Its figures are of ${covered.split('/').map(dayWords).join(' to ')}. ` : ''}
      Free to use under <a href={LICENCE.url}>{LICENCE.short}</a>; quotes stay their sources’.
    </p>
  );
}
