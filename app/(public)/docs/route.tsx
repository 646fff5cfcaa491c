import { textPage } from '@/app/_shell/text-page';
import { DOC_PAGES } from './pages';

export const dynamic = 'force-dynamic';

export const GET = textPage(
  { title: 'Help', description: 'How to read, review, edit, run and build on this site.', canonical: '/docs' },
  () => (
    <>
      <header>
        <h1>Help</h1>
        <p className="lede">Short pages, one for each thing to do.</p>
      </header>
      <dl className="facts">
        {DOC_PAGES.map(({ name, title, line }) => (
          <div key={name} className="fact">
            <dt>
              <a href={`/docs/${name}`}>{title}</a>
            </dt>
            <dd>{line}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>
            <a href="/developers/reference">Reference of the API</a>
          </dt>
          <dd>Every address that programs may ask, with samples.</dd>
        </div>
        <div className="fact">
          <dt>
            <a href="/docs/errors">Error codes</a>
          </dt>
          <dd>What each refusal means and what to do about it.</dd>
        </div>
        <div className="fact">
          <dt>
            <a href="/definitions">Definitions</a>
          </dt>
          <dd>What the words on these pages mean.</dd>
        </div>
      </dl>
    </>
  ),
);
