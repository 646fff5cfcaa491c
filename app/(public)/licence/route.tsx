import { textPage } from '@/app/_shell/text-page';
import { CODE_LICENCE, LICENCE } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = textPage(
  {
    title: 'Licence',
    description: 'What you may do with the figures, rulings, quotes and code, and how to name us.',
    canonical: '/licence',
  },
  (site) => (
    <>
      <header>
        <h1>Licence</h1>
        <p className="lede">Use what is here, also commercially. Say where it is from.</p>
      </header>
      <section id="data">
        <h2>Figures and rulings</h2>
        <p>
          Measures, readings, comparisons, rulings and our own words are licensed under{' '}
          <a href={LICENCE.url} rel="license noopener">
            {LICENCE.name}
          </a>{' '}
          ({LICENCE.short}). Name {site.name} and link to the page or the edition that you used. If you changed something, say so.
        </p>
      </section>
      <section id="quotes">
        <h2>Quotes</h2>
        <p>
          Sentences of articles belong to whoever published them. We quote as much as a reader needs to check a figure, with source and
          link. The licence above does not cover them: whoever reuses a quote quotes it themselves.
        </p>
      </section>
      <section id="code">
        <h2>Code</h2>
        <p>The program behind this site is free software under the {CODE_LICENCE} licence.</p>
      </section>
      <section id="promises">
        <h2>What we ask besides</h2>
        <p>
          Keep the hedge and the date with a figure: “over 80, as of 26 March” is not “80”. Where we say that no value is accepted, choose
          none in our name.
        </p>
      </section>
    </>
  ),
);
