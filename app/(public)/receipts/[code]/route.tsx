import { beginExchange, logFault } from '@/app/_shell/exchange';
import { pageAlone } from '@/app/_shell/page-alone';
import { failed } from '@/app/_shell/public-answer';
import type { Ask, PublicAnswer } from '@/app/_shell/public-page';
import { type Receipt, receiptOf } from '@/db/published';
import { actorWords, instantWords, REPORT_KIND_WORDS, REPORT_OUTCOME_WORDS } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** What became of a report, for whoever holds its code. Every other code is answered like an unknown address. */
export async function GET(request: Request, context: { params: Promise<{ code: string }> }): Promise<Response> {
  // The code lets somebody in, and so stands in no log.
  const exchange = { ...beginExchange(request), path: '/receipts' };
  try {
    const { code } = await context.params;
    const answer = async ({ read }: Ask): Promise<PublicAnswer> => {
      const receipt = await receiptOf(read, code);
      return receipt ? shown(receipt) : { kind: 'missing' };
    };
    // Nothing of the address goes on to another page.
    return await pageAlone('/receipts', answer, { headers: { 'referrer-policy': 'no-referrer' } });
  } catch (error) {
    logFault(exchange, error);
    return failed(exchange.requestId);
  }
}

const shown = (receipt: Receipt): PublicAnswer => ({
  kind: 'page',
  head: { title: 'Your report', description: 'What you sent, and what became of it.', canonical: '/report', noindex: true },
  body: <ReceiptView receipt={receipt} />,
});

function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { about, kind, words, createdAt, outcome, answer, answeredAt, answeredByRole } = receipt;
  return (
    <>
      <header>
        <h1>Your report</h1>
        <p className="lede">
          {answeredAt && outcome
            ? REPORT_OUTCOME_WORDS[outcome]
            : 'It arrived and waits to be read by a reviewer. Keep the address of this page: it is the only way back to it.'}
        </p>
      </header>
      {answer && answeredAt ? (
        <section>
          <h2>The answer</h2>
          <p className="prose">
            <bdi>{answer}</bdi>
          </p>
          <p className="quiet">
            {actorWords({ role: answeredByRole ?? 'reviewer', demo: false })}, {instantWords(answeredAt)}
          </p>
        </section>
      ) : null}
      <section>
        <h2>What you sent</h2>
        <dl className="facts">
          <dt>Page</dt>
          <dd>
            <a href={about}>{about}</a>
          </dd>
          <dt>What it is</dt>
          <dd>{REPORT_KIND_WORDS[kind].told}</dd>
          <dt>Sent</dt>
          <dd>{instantWords(createdAt)}</dd>
          <dt>Your words</dt>
          <dd className="prose">
            <bdi>{words}</bdi>
          </dd>
        </dl>
      </section>
    </>
  );
}
