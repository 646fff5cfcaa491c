import { request as send } from 'node:http';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { badRows } from './desk/bad-rows';
import { addCast, EDDA } from './desk/cast';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, RADIO, signIn, TIMES } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

// What strangers and broken programs ask of a real server: each kind of it a row, and each row answered with a status, a cause and a next step.

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

test.describe('bad input', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  const known: Record<string, string> = {};

  /** As it is written: a browser would mend the address first, and follow where it leads. */
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(world.url);
      const length: Record<string, string> = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
      const asked = send({ host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } });
      asked.on('error', reject).on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
      });
      asked.end(body);
    });

  const json = async (from: APIRequestContext, path: string) => (await from.get(`${world.url}/api/v1/${path}`)).json();

  test.beforeAll(async ({ browser, playwright }) => {
    world = await startWorld();
    const ada = await playwright.request.newContext();
    await addCast(ada, world);
    await ada.dispose();
    const [ana, edda]: Page[] = [await browser.newPage({ javaScriptEnabled: false }), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ana!, world, ANA);
    await signIn(edda!, world, EDDA);
    for (const paste of [POST, TIMES]) {
      await addArticle(ana!, world, paste);
      await acceptAll(ana!);
    }
    known.case = await openFirstCase(ana!, world);
    await fillRuling(ana!, {
      verdicts: { A: 'outdated', B: 'supported' },
      accept: 'B',
      why: 'outdated',
      reason: 'The later bulletin of the day counts 437 of them.',
    });
    await ana!.getByRole('button', { name: 'Save the ruling' }).click();
    await edda!.goto(`${world.url}/review/cases/${known.case}`);
    await edda!.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(edda!.getByRole('status')).toContainText('The ruling is published');
    const act = async (path: string, data: object) => {
      const done = await edda!.request.post(`${world.url}/api/v1/${path}`, { headers: { origin: world.url }, data });
      expect(done.status(), `${path}: ${await done.text()}`).toBe(200);
    };
    await edda!.goto(`${world.url}/review/cases/${known.case}`);
    const revision = Number(/revision (\d+)/.exec((await edda!.locator('.kicker').first().textContent())!)![1]);
    await act(`cases/${known.case}/withdrawal`, { revision, reason: 'The bulletin that the ruling rests on was forged.' });
    // Of another question: what is withdrawn would else be open again.
    const boats = 'Wardens in Marsh End said on Tuesday that 12 boats sank in the gale.';
    await addArticle(ana!, world, { ...RADIO, text: boats, title: '=HYPERLINK("x")', outlet: '=Radio <b>Coast</b> & "Co"' });
    await acceptAll(ana!);
    const sources = (await json(ana!.request, 'sources')).data as { id: string; name: string }[];
    const named = (word: string) => sources.find(({ name }) => name.includes(word))!.id;
    [known.merged, known.into] = [named('Norland'), named('Verra')];
    await edda!.goto(`${world.url}/review/sources/${known.merged}`);
    await act(`sources/${known.merged}/merge`, { into: known.into, revision: 0 });
    const measure = (await json(ana!.request, 'measures')).data.find(({ title }: { title: string }) => title.includes('boats'));
    const [claim] = (await json(ana!.request, 'claims')).data;
    Object.assign(known, {
      measure: measure.id,
      page: new URL(measure.url).pathname,
      claim: claim.id,
      article: (await json(ana!.request, `claims/${claim.id}`)).article.id,
    });
    await Promise.all([ana!.close(), edda!.close()]);
  });
  test.afterAll(() => world?.stop());

  test('is answered with a status of its own, a cause and a next step, and never as an error of the server', async () => {
    const faults: string[] = [];
    for (const { what, path, status, method = 'GET', headers, body, says, leads } of badRows(known, world.url)) {
      const answer = await ask(method, path, headers, body).catch((error: Error) => ({
        status: -1,
        headers: {} as Answer['headers'],
        body: error.message,
      }));
      const wrong = [
        answer.status !== status && `${answer.status} in the place of ${status}`,
        says && !says.test(answer.body) && `does not say ${says}: ${answer.body.replace(/\s+/g, ' ').slice(0, 160)}`,
        leads && answer.headers.location !== leads && `leads to ${answer.headers.location}`,
        /\bat \w+ \(|SQLITE|node_modules/.test(answer.body) && 'tells how it is made',
        /<script(?! type=.application\/ld)/.test(answer.body) &&
          String(answer.headers['content-type']).startsWith('text/html') &&
          'has a script',
      ].filter(Boolean);
      if (wrong.length > 0) faults.push(`${what}: ${wrong.join('; ')}`);
    }
    expect(faults).toEqual([]);
  });

  /** Of each kind of address one. */
  const kinds = () => {
    const { measure, page, claim, article } = known;
    return [
      ...[
        '/',
        '/measures',
        page!,
        `/measures/${measure}/v/1`,
        `/measures/${measure}/history`,
        `/claims/${claim}`,
        `/articles/${article}`,
        '/search?q=people',
        '/check',
      ],
      ...[
        `/measures/${measure}.json`,
        `/measures/${measure}.csv`,
        `/measures/${measure}.atom`,
        `/measures/${measure}.svg`,
        `/measures/${measure}.png`,
      ],
      ...[
        `/measures/${measure}/card.svg`,
        `/measures/${measure}/spark.svg`,
        `/embed/measures/${measure}`,
        `/oembed?url=${encodeURIComponent(`${world.url}${page}`)}`,
      ],
      ...[
        '/feed.atom',
        '/llms.txt',
        '/robots.txt',
        '/style.css',
        '/embed.css',
        '/theme.css',
        '/preferences',
        '/docs/errors',
        '/no/such/page',
        `/cases/${known.case}`,
        `/sources/${known.merged}`,
      ],
      ...[
        '/api/v1/measures',
        `/api/v1/measures/${measure}`,
        '/api/v1/search?q=people',
        '/api/v1/changes',
        '/api/v1/nothing',
        '/api/openapi.json',
      ],
    ];
  };
  /** Of each answer by itself. */
  const OWN = new Set([
    'date',
    'connection',
    'keep-alive',
    'transfer-encoding',
    'content-length',
    'content-encoding',
    'x-request-id',
    'ratelimit',
    // The framework adds its own where it answers; a page that is kept is sent without it.
    'vary',
  ]);
  const told = ({ headers }: Answer) => Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name)));

  test('HEAD says what GET says, without a body, of every kind of address', async () => {
    for (const path of kinds()) {
      const [head, whole] = [await ask('HEAD', path), await ask('GET', path)];
      expect([head.status, head.body], path).toEqual([whole.status, '']);
      expect(told(head), path).toEqual(told(whole));
    }
  });

  test('OPTIONS says which methods there are, of every kind of address', async () => {
    for (const path of kinds()) {
      const { status, headers, body } = await ask('OPTIONS', path);
      expect([status, body], path).toEqual([204, '']);
      expect(String(headers.allow), path).toContain('OPTIONS');
    }
  });

  test('a name with markup or a formula is text on a page, in data and in a table', async () => {
    const { measure, page } = known;
    const whole = (await ask('GET', page!)).body;
    expect(whole).toContain('=Radio &lt;b&gt;Coast&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(whole).not.toContain('<b>Coast');
    const csv = (await ask('GET', `/measures/${measure}.csv`)).body;
    expect(csv).toContain(`"'=Radio <b>Coast</b> & ""Co"""`);
    for (const cell of csv.split('\r\n').flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)))
      expect(cell).not.toMatch(/^"?[=+@\t-]/);
    expect((await ask('GET', `/measures/${measure}.svg`)).body).not.toContain('<b>');
    expect(
      JSON.parse((await ask('GET', `/measures/${measure}.json`)).body).claims.map(({ source }: { source: string }) => source),
    ).toContain('=Radio <b>Coast</b> & "Co"');
  });
});
