import { expect, type Page, test } from '@playwright/test';
import { acceptAll, addArticle, openFirstCase, type Paste, signIn } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

const SCRIPT = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1"><svg onload="window.ran = 1">';
const LONG = 'Donaudampfschifffahrt'.repeat(480);
/** Turns the words after it round, and never turns them back. */
const TURN = '\u202e';
const HIDDEN = '\u200b\u2060\ufeff';

const told = (figure: string, outlet: string): Paste => ({
  text: `Officials in Norland${HIDDEN} said on Tuesday that ${figure} people died in the flood of the Verra river. ${TURN}${SCRIPT} ${LONG} {{7*7}} \${7*7}`,
  outlet: `${outlet} ${SCRIPT.slice(0, 60)} ${LONG.slice(0, 100)}`,
  publishedAt: '2026-03-03',
  title: `Flood "'><script>window.ran = 1</script> ${LONG.slice(0, 600)}`,
  link: `https://post.example/?q=%22%3E%3Cscript%3E&${LONG.slice(0, 900)}`,
});

test.describe('what comes from outside is shown and never obeyed', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;
  const paths: string[] = [];

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    page = await browser.newPage({ javaScriptEnabled: false });
    await signIn(page, world, ANA);
    for (const paste of [told('412', 'Post'), told('437', 'Times')]) {
      const id = await addArticle(page, world, paste);
      await acceptAll(page);
      paths.push(`/articles/${id}`, `/review/articles/${id}`);
    }
    const held = await openFirstCase(page, world);
    const reason = `They count ${TURN}two nights of one flood.`;
    const data = { reason, revision: Number(/revision (\d+)/.exec((await page.locator('.kicker').textContent())!)![1]) };
    const closed = await page.request.post(`${world.url}/api/v1/cases/${held}/dismiss`, { data, headers: { origin: world.url } });
    expect(closed.status()).toBe(200);
    paths.push(`/review/cases/${held}`);
    for (const path of ['/', '/measures', '/sources', '/cases', '/search?q=people', '/review', '/review?split=articles']) paths.push(path);
    const found = await Promise.all(['/', '/measures', '/sources', '/cases', paths[0]!].map((path) => links(path)));
    paths.push(...new Set(found.flat()));
  });
  test.afterAll(() => world?.stop());

  const links = async (path: string): Promise<string[]> => {
    const html = await (await page.request.get(`${world.url}${path}`)).text();
    return [...html.matchAll(/<a [^>]*href="(\/(?:measures|cases|claims|sources)\/[^"#.]+)"/g)].map(([, href]) => href!);
  };

  test('no sign of it runs, asks elsewhere or pushes a page sideways at 320 px', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const watched = await context.newPage();
    const noise: string[] = [];
    watched.on('dialog', (dialog) => noise.push(`dialog: ${dialog.message()}`));
    watched.on('console', (message) => message.type() === 'error' && noise.push(`${watched.url()}: ${message.text()}`));
    watched.on('request', (asked) => !asked.url().startsWith(world.url) && noise.push(`asked elsewhere: ${asked.url()}`));
    await signIn(watched, world, ANA);
    expect(paths.filter((path) => /^\/(claims|measures|cases|sources)\//.test(path)).length).toBeGreaterThan(4);
    for (const path of paths) {
      const answer = await watched.goto(`${world.url}${path}`);
      expect(answer?.status(), path).toBe(200);
      expect(await watched.evaluate(() => 'ran' in window), path).toBe(false);
      expect(
        await watched.evaluate(() => document.querySelectorAll('main script, main img, main svg[onload], [onerror]').length),
        path,
      ).toBe(0);
      expect(await watched.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
    }
    expect(noise).toEqual([]);
    await context.close();
  });

  test('words that turn others round turn nothing but themselves', async () => {
    const watched = await page.context().browser()!.newPage();
    await signIn(watched, world, ANA);
    let held = 0;
    for (const path of paths) {
      await watched.goto(`${world.url}${path}`);
      const turned = await watched.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: { isolated: boolean; words: string }[] = [];
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          const near = node.parentElement!;
          // What the framework tells its own script is shown to nobody.
          if (near.tagName === 'SCRIPT' || !/[\u202a-\u202e\u2066-\u2069]/.test(node.nodeValue ?? '')) continue;
          let own: Element = near;
          while (!/isolate|plaintext/.test(getComputedStyle(own).unicodeBidi) && /^(inline|contents)$/.test(getComputedStyle(own).display))
            own = own.parentElement!;
          const behind = document.createRange();
          behind.setStart(node, node.nodeValue!.length);
          behind.setEndAfter(own.lastChild!);
          // Words of ours that stand in one text with those of others end in a quotation mark.
          const isolated = behind.toString().trim() === '' && !/[\u202a-\u202e].*”$/s.test(node.nodeValue!);
          found.push({ isolated, words: `${near.tagName} ${near.className} ${node.nodeValue!.slice(0, 80)}` });
        }
        return found;
      });
      held += turned.length;
      expect(
        turned.filter(({ isolated }) => !isolated).map(({ words }) => words),
        path,
      ).toEqual([]);
    }
    expect(held).toBeGreaterThan(0);
    await watched.close();
  });

  test('the feed and the twins of a measure stay what they are', async () => {
    const feed = await (await page.request.get(`${world.url}/feed.atom`)).text();
    expect(feed).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    const measure = paths.find((path) => path.startsWith('/measures/'))!.split('/')[2];
    const json = await page.request.get(`${world.url}/measures/${measure}.json`);
    expect(JSON.stringify(await json.json())).toContain('<script>');
    expect(json.headers()['content-type']).toContain('application/json');
    const csv = await page.request.get(`${world.url}/measures/${measure}.csv`);
    expect(csv.headers()['content-disposition']).toContain('attachment');
    for (const line of (await csv.text()).split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
  });
});
