import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { At } from '@/app/_ui/words';
import { publicCounts } from '@/db/published';
import { ENGINE_VERSION } from '@/lib/claim';
import { groupedDigits } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read }): Promise<PublicAnswer> => {
  const { latest, ...counts } = await publicCounts(read);
  return {
    kind: 'page',
    head: { title: 'Status', description: 'What is public here, in numbers, and what reads it.', canonical: '/status' },
    body: (
      <>
        <header>
          <h1>Status</h1>
          <p className="lede">You can read this page, so the site answers. This is what it holds.</p>
        </header>
        <dl className="facts">
          {Object.entries(counts).map(([name, count]) => (
            <div key={name} className="fact">
              <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
              <dd>{groupedDigits(String(count))}</dd>
            </div>
          ))}
          <dt>Last public change</dt>
          <dd>{latest === null ? 'none yet' : <At instant={latest} />}</dd>
          <dt>Reader of texts</dt>
          <dd>version {ENGINE_VERSION}</dd>
        </dl>
        <p className="quiet">
          The same as data: <a href="/api/v1/status">/api/v1/status</a>. For monitors: <code>/api/health</code> says whether the process
          runs, <code>/api/ready</code> whether it can write.
        </p>
      </>
    ),
  };
});
