import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async ({ site }): Promise<PublicAnswer> => ({
    kind: 'page',
    head: { title: 'About', description: `What ${site.name} is and what it refuses to be.`, canonical: '/about' },
    body: (
      <>
        <header>
          <h1>About {site.name}</h1>
          <p className="lede">
            {site.name} keeps numbers in the news: who said which figure, in which exact words, as of when, and which other figure answers
            the same question.
          </p>
        </header>
        <p>
          Where two reports of one figure cannot both stand, a case opens. It says why in one sentence, shows every quote, and stays open
          until a person rules with a public reason and evidence, and a second person confirms it. Machines read and compare; they decide
          nothing. Nothing is edited afterwards: a ruling is replaced by a correction, with notice, and the earlier one stays readable.
        </p>
        <p>
          It gives no scores of trust to outlets or people. What a word such as “nearly” is taken to mean, and when two figures count as a
          conflict, stands on the <a href="/method">method page</a>, printed from the code that applies it.
        </p>
        <p>
          These pages run no scripts and load nothing from elsewhere; the one cookie is that of the colours you choose at the foot, and only
          then. Who runs and funds this installation stands under <a href="/contact">contact</a>, how well it does under{' '}
          <a href="/trust">how good we are</a>. An error in a quote, a reading or a ruling: <a href="/report">report it</a>.
        </p>
      </>
    ),
  }),
);
