import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { CODES } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** Where the type of a problem leads. */
export const GET = publicRoute(async ({ params }): Promise<PublicAnswer> => {
  const found = CODES.find(({ code }) => code === params.code);
  if (!found) return { kind: 'missing' };
  const { code, status, cause, next } = found;
  return {
    kind: 'page',
    head: { title: `${code} (${status})`, description: cause, canonical: `/docs/errors/${code}` },
    body: (
      <>
        <header>
          <h1>{code}</h1>
          <p className="lede">{cause}</p>
        </header>
        <dl className="facts">
          <div className="fact">
            <dt>Status</dt>
            <dd>{status}</dd>
          </div>
          <div className="fact">
            <dt>Next step</dt>
            <dd>{next}</dd>
          </div>
        </dl>
        <p>
          The answer you got says more: <code>detail</code> what was wrong with what you sent, <code>requestId</code> the number to tell the
          operator. <a href="/docs/errors">All codes</a>, <a href="/developers/reference">the reference</a>.
        </p>
      </>
    ),
  };
});
