import { type Ask, type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { settings } from '@/app/_shell/settings';
import { ID_PATTERN } from '@/db/ids';
import { caseMeasure, claimRecord, measureRecord, measureToday } from '@/db/published';
import { claimPage, type Embedded, embeddedAt, measurePage, oembed, oembedXml } from '@/lib/publication';

export const dynamic = 'force-dynamic';

type Handler = ReturnType<typeof publicRoute>;

const found = publicRoute(
  async ({ read, query, site }): Promise<PublicAnswer> => {
    const asked = embeddedAt(query.get('url') ?? '', site);
    const told = asked && (await toldOf(read, asked));
    if (!told) return { kind: 'missing' };
    const room = (name: string) => (query.has(name) ? Number(query.get(name)) : null);
    const answer = oembed(told, site, { width: room('maxwidth'), height: room('maxheight') });
    return query.get('format') === 'xml'
      ? { kind: 'data', type: 'text/xml; charset=utf-8', body: oembedXml(answer), cors: true }
      : { kind: 'data', type: 'application/json; charset=utf-8', body: `${JSON.stringify(answer)}\n`, cors: true };
  },
  ['url', 'format', 'maxwidth', 'maxheight'],
);

/** `/oembed?url=…`: how to show one of our pages in a frame, for programs that find frames by the address of a page. */
export const GET: Handler = async (request, context) => {
  const asked = new URL(request.url).searchParams;
  const format = asked.get('format') ?? 'json';
  if (!asked.get('url')) return plain(400, 'Say which page is meant, as ?url= and its whole address.');
  if (format !== 'json' && format !== 'xml') return plain(501, 'The formats are json and xml.');
  const unfit = ['maxwidth', 'maxheight'].find((name) => asked.has(name) && !/^[1-9]\d{0,4}$/.test(asked.get(name)!));
  if (unfit) return plain(400, `${unfit} is a number of pixels.`);
  const answer = await found(request, context);
  const site = settings().publicUrl;
  return answer.status === 404
    ? plain(
        404,
        `Nothing of ours has this address. What can be shown in a frame begins with ${site}/measures/, ${site}/claims/ or ${site}/cases/.`,
      )
    : answer;
};

const plain = (status: number, words: string): Response =>
  new Response(`${words}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'access-control-allow-origin': '*' },
  });

/** Under the id that it has today; null where nothing public has it. */
async function toldOf(read: Ask['read'], { kind, id }: Embedded): Promise<Parameters<typeof oembed>[0] | null> {
  if (!ID_PATTERN.test(id)) return null;
  if (kind === 'measures') {
    const today = await measureToday(read, id);
    const record = today && (await measureRecord(read, today));
    return record ? { kind, id: record.id, title: record.title, measure: record.id } : null;
  }
  if (kind === 'claims') {
    const claim = await claimRecord(read, id);
    const page = claim && claimPage(claim.record, id, claim.context);
    return page ? { kind, id, title: page.title, measure: page.measure.record.id } : null;
  }
  const record = await caseMeasure(read, id);
  const shown = record?.case && record.case.standing.status !== 'withdrawn' ? measurePage(record) : null;
  return shown ? { kind, id: record!.case!.id, title: `Case: ${shown.title}`, measure: record!.id } : null;
}
