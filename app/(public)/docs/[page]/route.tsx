import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { DOC_PAGES } from '../pages';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ params }): Promise<PublicAnswer> => {
  const page = DOC_PAGES.find(({ name }) => name === params.page);
  if (!page) return { kind: 'missing' };
  const { name, title, line, Body } = page;
  return {
    kind: 'page',
    head: { title, description: line, canonical: `/docs/${name}` },
    body: (
      <>
        <header>
          <p className="kicker">
            <a href="/docs">Help</a>
          </p>
          <h1>{title}</h1>
        </header>
        <Body />
      </>
    ),
  };
});
