import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { settings } from '@/app/_shell/settings';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ site }): Promise<PublicAnswer> => {
  const { contact, operator } = settings();
  return {
    kind: 'page',
    head: { title: 'Contact', description: `How to reach whoever runs ${site.name} here, and who pays for it.`, canonical: '/contact' },
    body: (
      <>
        <header>
          <h1>Contact</h1>
          <p className="lede">
            The quickest way to have something looked at is a report: it goes to the reviewers, and you see what became of it.
          </p>
        </header>
        <section id="which">
          <h2>What for</h2>
          <dl className="facts">
            <dt>An error, or a number we missed</dt>
            <dd>
              <a href="/report">Report it</a>, or use the link at the foot of the page that is wrong
            </dd>
            <dt>It is about you</dt>
            <dd>
              <a href="/report">Give your side</a>: choose “This is about me or my organization”
            </dd>
            <dt>A weakness in security</dt>
            <dd>
              see <a href="/.well-known/security.txt">security.txt</a>
            </dd>
            <dt>Everything else</dt>
            <dd>
              {contact === null ? (
                'The operator of this installation gives no other address.'
              ) : /^https?:/.test(contact) ? (
                <a href={contact}>{contact}</a>
              ) : (
                <a href={`mailto:${contact}`}>{contact}</a>
              )}
            </dd>
          </dl>
        </section>
        <section id="operator">
          <h2>Who runs and funds this</h2>
          <p>
            {operator ??
              'The operator of this installation has not said so yet. The program itself is free software, and nobody pays for a verdict.'}
          </p>
        </section>
      </>
    ),
  };
});
