import { StackTable } from '@/app/_ui/stack-table';
import { dayWords, READING_QUALITY, type TrustLine } from '@/lib/publication';

/** We measure others, so we measure ourselves: each figure with how many it rests on and its day. */
export const TrustView = ({ lines }: { lines: TrustLine[] }) => (
  <>
    <header>
      <h1>How good we are</h1>
      <p className="lede">We hold the numbers of others against each other. Here are ours, each with how many it rests on.</p>
    </header>
    <StackTable
      caption="What is counted, and of how many"
      className="values"
      columns={['What', 'Figure', 'Of', 'As of']}
      rows={lines.map(({ id, what, words, of, at }) => ({
        key: id,
        id,
        cells: [
          what,
          words,
          of,
          at === null ? (
            'nothing yet'
          ) : (
            <time key="at" dateTime={at}>
              {dayWords(at)}
            </time>
          ),
        ],
      }))}
    />
    <section id="how">
      <h2>How it is counted</h2>
      <p>
        The machine: what {READING_QUALITY.rows} invented sentences of news say was written down before it read them. A number is right
        where value, hedge, unit and counted thing are the same. The sentences are frozen and nothing is mended on them; so few show the
        kind of mistakes, not the rate in all the news.
      </p>
      <p>
        Reviewers: rounds are two opinions on one case, neither seen by the other. κ and α take off what chance alone would give: 1 is full
        agreement, 0 no more than chance. With few rounds they say little. Cases that were published count, and no others.
      </p>
      <p>
        Corrections stand in full under <a href="/corrections">corrections</a>. The same figures as <a href="/trust.json">data</a>.
      </p>
    </section>
  </>
);
