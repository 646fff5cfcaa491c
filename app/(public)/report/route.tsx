import { beginExchange, logDone, logFault, logRefusal } from '@/app/_shell/exchange';
import { pageAlone } from '@/app/_shell/page-alone';
import { seeOther } from '@/app/_shell/paths';
import { failed } from '@/app/_shell/public-answer';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { NOTHING_TYPED, receiveReport, type TypedReport } from '@/app/_shell/report-form';
import type { Refusal } from '@/lib/base';
import { ReportView } from './report-view';

export const dynamic = 'force-dynamic';

const shown = (typed: TypedReport, refusal: Refusal | null): PublicAnswer => ({
  kind: 'page',
  head: {
    title: 'Report an error',
    description: 'Say what is wrong on a page, which number we missed, or give your side of it.',
    canonical: '/report',
    noindex: typed.page !== '' || refusal !== null,
  },
  body: <ReportView typed={typed} refusal={refusal} />,
});

export const GET = publicRoute(async ({ query }) => shown({ ...NOTHING_TYPED, page: query.get('about') ?? '' }, null), ['about']);

/** Takes a report and leads to its receipt; one that is refused comes back with all that was typed. */
export async function POST(request: Request): Promise<Response> {
  const exchange = beginExchange(request);
  try {
    const received = await receiveReport(request);
    if ('code' in received) {
      logDone(exchange, 'reports.send');
      return seeOther(`/receipts/${received.code}`);
    }
    const { typed, refusal, headers } = received;
    logRefusal(exchange, refusal);
    return await pageAlone('/report', async () => shown(typed, refusal), { refusal, headers });
  } catch (error) {
    logFault(exchange, error);
    return failed(exchange.requestId);
  }
}
