import { type Embedded, embedSnippet, type MeasurePage, type Site } from '@/lib/publication';

/** What a page offers to put into another: fixed sizes, as a frame without script cannot ask for another. */
const SIZES = [
  { name: 'Large, with the chart', width: 640, height: 400 },
  { name: 'Small', width: 320, height: 180 },
];

/** Markup to copy, so that readers of another site see the same. */
export function Snippets({ embedded, title, site }: { embedded: Embedded; title: string; site: Site }) {
  return (
    <details id="embed" className="no-print">
      <summary>Show this on your own site</summary>
      <p>
        Copy one of these into your page. The frame holds no script and sets no cookie, follows light and dark, changes when this page does,
        says as of when its figures are, and greys them once they are due for another look. <code>?theme=light</code> or{' '}
        <code>?theme=dark</code> behind the address keeps it to one.
      </p>
      {SIZES.map(({ name, width, height }) => (
        <p key={name}>
          <label>
            {name}, {width} × {height}
            <textarea
              className="snippet"
              readOnly
              rows={3}
              spellCheck={false}
              value={embedSnippet({ ...embedded, title }, site, width, height)}
            />
          </label>
        </p>
      ))}
      <p>
        See it: <a href={`/embed/${embedded.kind}/${embedded.id}`}>the frame by itself</a>. Programs that know oEmbed find it by the address
        of this page.
      </p>
    </details>
  );
}

/** The chart and the card as pictures. */
export function Pictures({ page }: { page: MeasurePage }) {
  const path = `/measures/${page.record.id}`;
  return (
    <p>
      Pictures, with sources and address in them: the chart as <a href={`${path}.svg`}>SVG</a> and <a href={`${path}.png`}>PNG</a>, dark as{' '}
      <a href={`${path}.svg?theme=dark`}>SVG</a> and <a href={`${path}.png?theme=dark`}>PNG</a>, narrow as{' '}
      <a href={`${path}.svg?width=narrow`}>SVG</a> and <a href={`${path}.png?width=narrow`}>PNG</a>. The answer as a card to share:{' '}
      <a href={`${path}/card.svg`}>SVG</a>, <a href={`${path}/card.png`}>PNG</a>.
    </p>
  );
}
