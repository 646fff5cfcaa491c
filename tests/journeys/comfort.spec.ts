import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';

/** Reading comfort of the demo's public pages: colours, paper, large letters, few pixels, the keyboard. Nothing here writes. */
const SERVED = process.env.COUNTERCHECK_URL ?? '';
const PHONE = { width: 320, height: 568 };
const DESKTOP = { width: 1280, height: 900 };

/** A measure with an open case, its claim, its case and its first edition. */
async function places(page: Page) {
  const { data } = await (await page.request.get(`${SERVED}/api/v1/cases`)).json();
  const held = await (await page.request.get(`${SERVED}/cases/${data[0].id}.json`)).json();
  const { claims, measure: question } = held;
  const { id } = question;
  const measure = new URL(question.url).pathname;
  return { measure, id: id as string, claim: `/claims/${claims[0].id}`, case: `/cases/${data[0].id}`, edition: `/measures/${id}/v/1` };
}

/** The colour of the ground, as it is on the screen: 0 is black, 255 white. */
async function ground(page: Page): Promise<number> {
  const { data } = await sharp(await page.screenshot({ clip: { x: 2, y: 300, width: 6, height: 60 } }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data[Math.floor(data.length / 2)]!;
}

/** Text that is cut off, and what reaches beyond the edge of the page: what nobody can read. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = document.documentElement.scrollWidth - width;
    const faults = beyond > 0 ? [`${beyond} px scroll sideways`] : [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      const isMeant = element.closest('.visually-hidden, .skip, svg, thead, .strip, textarea') !== null || style.display === 'none';
      if (isMeant || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
        faults.push(`cut off: ${element.tagName} ${element.className} ${element.textContent!.slice(0, 40)}`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const near = node.parentElement!;
      if (
        near.closest('.visually-hidden, .skip, svg, thead, .strip, pre, .sample, .table-wrap, textarea, [hidden]') ||
        !node.nodeValue!.trim()
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right } of range.getClientRects())
        if (left < -1 || right > width + 1) faults.push(`beyond the edge: ${node.nodeValue!.trim().slice(0, 40)}`);
    }
    return [...new Set(faults)];
  });

test.describe('R11: light and dark', () => {
  test('follow the system, and a choice before it, on the very page one was on; the system again takes the cookie away', async ({
    browser,
  }) => {
    for (const system of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme: system, javaScriptEnabled: false, viewport: DESKTOP });
      const page = await context.newPage();
      const at = `${SERVED}/search?q=83+countries`;
      await page.goto(at);
      const own = await ground(page);
      expect(system === 'dark' ? own : 255 - own, system).toBeLessThan(60);
      for (const [word, isDark] of [
        ['Dark', true],
        ['Light', false],
        ['System', system === 'dark'],
      ] as const) {
        await page.getByRole('form', { name: 'Colours' }).getByRole('button', { name: word }).click();
        expect(page.url()).toBe(at);
        // One page fades into the next.
        await expect
          .poll(async () => (isDark ? await ground(page) : 255 - (await ground(page))), {
            message: `${word} where the system is ${system}`,
          })
          .toBeLessThan(60);
        expect((await context.cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(
          word === 'System' ? [] : [`theme=${word.toLowerCase()}`],
        );
      }
      await expect.poll(() => ground(page)).toBe(own);
      await context.close();
    }
  });

  test('never flash: nothing is drawn before the colours are known, however late they come', async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: 'light', viewport: DESKTOP });
    await context.addCookies([{ name: 'theme', value: 'dark', url: SERVED }]);
    const page = await context.newPage();
    await page.route('**/theme.css', async (route) => {
      await new Promise((late) => setTimeout(late, 700));
      await route.continue();
    });
    await page.goto(`${SERVED}/about`);
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    const [drawn, known] = await page.evaluate(() => [
      performance.getEntriesByName('first-paint')[0]!.startTime,
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) => name.endsWith('/theme.css'))!
        .responseEnd,
    ]);
    expect(known).toBeGreaterThan(0);
    expect(drawn!).toBeGreaterThanOrEqual(known!);
    expect(await ground(page)).toBeLessThan(60);
    await context.close();
  });
});

test('R12: on paper a page has its address, its edition with the date, where its links lead, and no navigation', async ({ page }) => {
  const { measure, id } = await places(page);
  await page.goto(`${SERVED}${measure}`);
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))), {
    mergePages: false,
  });
  const whole = text.join('\n').replace(/\s+/g, ' ');
  // A long address is broken where a line ends.
  const solid = whole.replace(/\s/g, '');
  expect(solid).toContain(`${SERVED}${measure}`);
  expect(whole).toMatch(/Edition \d+, since \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC:/);
  expect(solid).toMatch(new RegExp(`${SERVED}/measures/${id}/v/\\d+`));
  for (const word of ['Skip to', 'Speakers', 'For programs', 'Colours', 'Download', 'Show this on your own site'])
    expect(whole).not.toContain(word);
  expect(totalPages).toBeGreaterThan(1);
  // What is folded on the screen is open on paper.
  const folded = await page.locator('details li').first().textContent();
  expect(solid).toContain(folded!.replace(/\s/g, '').slice(0, 60));
  // The heads of a table stand again on each page that it goes on to.
  const own = await page.locator('.claims .figure').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const held = text.map((sheet) => sheet.replace(/\s/g, '')).filter((sheet) => own.some((href) => sheet.includes(`(${href})`)));
  for (const sheet of held) expect(sheet).toContain('Inthesewords');
  expect(own.every((href) => solid.includes(`(${href})`))).toBe(true);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(255, 255, 255)');
  // Where an article stands elsewhere, its address is on the paper.
  const { data } = await (await page.request.get(`${SERVED}/api/v1/claims`)).json();
  for (const { id: claim } of data) {
    await page.goto(`${SERVED}/claims/${claim}`);
    const original = page.locator('#quote a.original');
    if ((await original.count()) === 0) continue;
    const paper = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf())), { mergePages: true });
    expect(paper.text.replace(/\s/g, '')).toContain((await original.getAttribute('href'))!.split('#')[0]!);
    return;
  }
});

const LETTERS = 'html{font-size:200%!important}';
const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

const WAYS: [name: string, context: BrowserContextOptions, style?: string][] = [
  ['at 400 %, which leaves 320 by 256 px', { viewport: { width: 320, height: 256 } }],
  ['with letters of twice the size', { viewport: DESKTOP }, LETTERS],
  ['with letters of twice the size on half the width', { viewport: { width: 640, height: 900 } }, LETTERS],
  ['with more room between lines, words and letters', { viewport: PHONE }, SPACING],
  ['in the colours of the system', { viewport: DESKTOP, forcedColors: 'active' }],
  ['in the dark colours of the system', { viewport: PHONE, forcedColors: 'active', colorScheme: 'dark' }],
  ['with more contrast', { viewport: DESKTOP, contrast: 'more' }],
  ['without motion', { viewport: DESKTOP, reducedMotion: 'reduce' }],
];

for (const [name, options, style] of WAYS) {
  test(`Q5: ${name}, every kind of page is read to its end`, async ({ browser }) => {
    // A style that a reader brings along is no style of the page, and its policy does not hold for it.
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    const { measure, claim, case: held, edition } = await places(page);
    for (const path of [
      '/',
      measure,
      edition,
      claim,
      held,
      '/measures',
      '/cases',
      '/method',
      '/search?q=83+countries',
      '/check?text=It+sent+aid+to+83+countries.',
      '/preferences',
      '/no/such/page',
    ]) {
      await page.goto(`${SERVED}${path}`);
      if (style) await page.addStyleTag({ content: style });
      expect(await unreadable(page), path).toEqual([]);
      if (options.reducedMotion) {
        const moving = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter(
              (one) =>
                getComputedStyle(one).animationName !== 'none' || !/^(0s|all 0s|none)/.test(getComputedStyle(one).transitionDuration),
            ).length,
        );
        expect(moving, path).toBe(0);
      }
      if (options.forcedColors && path === measure) {
        // Nothing is told by our colours: a mark has its shape, the accepted range its hatch.
        expect(
          await page
            .locator('.status')
            .first()
            .evaluate((chip) => getComputedStyle(chip).borderTopStyle),
        ).toBe('solid');
        const inks = await page
          .locator('svg .symbol')
          .evaluateAll((marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).fill))]);
        expect(inks.length, 'ink of the marks').toBeLessThanOrEqual(2);
      }
      expect((await page.screenshot()).length).toBeGreaterThan(1000);
    }
    await context.close();
  });
}

test('R13: at 320 px the answer begins on the first screen, of editions and of other moments too, and stays in one line while the rest scrolls by', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: true });
  const page = await context.newPage();
  const { measure, edition } = await places(page);
  for (const path of [measure, edition, `${measure}?known=2030-01-01`]) {
    await page.goto(`${SERVED}${path}`);
    const { y } = (await page.locator('.answer .sentence').boundingBox())!;
    expect(y, path).toBeLessThan(500);
  }
  await page.goto(`${SERVED}${measure}`);
  await page.locator('#decision').scrollIntoViewIfNeeded();
  const strip = (await page.locator('.strip').boundingBox())!;
  expect([Math.round(strip.y), strip.height < 50]).toEqual([0, true]);
  expect((await page.locator('.strip .status').boundingBox())!.height).toBeLessThan(strip.height);
  const labels = await page.locator('.strip a span').evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().width));
  for (const width of labels) expect(width).toBeGreaterThan(30);
  await page.locator('.strip a').click();
  await expect(page.locator('#answer')).toBeInViewport();
  await context.close();
});

/** Whether the element in focus is in sight, with a sign of it, and what lies over it; null: all is well. */
const hidden = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const on = document.activeElement as HTMLElement | SVGElement | null;
    if (!on || on === document.body) return null;
    const name = `${on.tagName} ${on.textContent!.trim().slice(0, 40)}`;
    // A link over several lines is many boxes, and one of them in sight is the link in sight.
    const boxes = [...on.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const shown = boxes.some((box) => {
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)];
      const over = document.elementFromPoint(x, y);
      return (
        over !== null &&
        (on.contains(over) || over.contains(on) || (on.closest('svg') !== null && over.closest('svg') === on.closest('svg')))
      );
    });
    if (!shown) return `covered or out of sight: ${name}`;
    const style = getComputedStyle(on);
    const lit = style.getPropertyValue('--lit') !== '' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
    return lit ? null : `no sign of focus: ${name}`;
  });

for (const [name, viewport] of [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const) {
  test(`Q4: the focus is in sight, marked and under nothing, forward and back, on ${name}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const { measure, claim, case: held } = await places(page);
    for (const path of ['/', measure, claim, held, '/check', '/search?q=83+countries']) {
      await page.goto(`${SERVED}${path}`);
      const faults: string[] = [];
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let step = 0; step < 400; step += 1) {
          await page.keyboard.press(key);
          if (await page.evaluate(() => document.activeElement === document.body)) break;
          const fault = await hidden(page);
          if (fault) faults.push(`${key}: ${fault}`);
        }
      }
      expect(faults, path).toEqual([]);
    }
    await context.close();
  });
}

test('Q4: the first stops of a measure skip to the answer, to the content, and past the chart to the table', async ({ page }) => {
  const { measure } = await places(page);
  await page.setViewportSize(DESKTOP);
  await page.goto(`${SERVED}${measure}`);
  await page.keyboard.press('Tab');
  const first = page.getByRole('link', { name: 'Skip to answer' });
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('#answer') !== null)).toBe(true);
  await page.goto(`${SERVED}${measure}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.getByRole('link', { name: 'Skip chart, go to table' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('#claims') !== null)).toBe(true);
});
