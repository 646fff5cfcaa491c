import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from './public-routes';
import { MARKUP, type TwinWorld, twinWorld } from './twin-world';

let w: TwinWorld;
beforeAll(async () => {
  w = await twinWorld();
});
afterAll(() => w.end());
afterEach(() => {
  vi.useRealTimers();
});

/** A page with its fields to copy, by their labels. */
async function fields(path: string): Promise<Record<string, string>> {
  const moved = await ask(path);
  const { document } = parseHTML(await (moved.status === 308 ? await ask(moved.headers.get('location')!) : moved).text());
  const labels = [...document.querySelectorAll('#cite label')];
  expect(labels.every((label) => /<textarea[^>]* readonly/i.test(label.innerHTML))).toBe(true);
  return Object.fromEntries(labels.map((label) => [label.firstChild!.textContent!, label.querySelector('textarea')!.textContent!]));
}

const today = () => new Date().toISOString().slice(0, 10);
const pages = () => [`/measures/${w.boats}`, `/claims/${w.placed.a.id}`, `/cases/${w.case}`];

interface Item {
  title: string;
  URL: string;
  author: { literal?: string; family?: string }[];
  issued: { 'date-parts': number[][] };
  accessed: { 'date-parts': number[][] };
}
const itemOf = (text: string): Item => new Cite(text).data[0] as Item;

describe('U3: citations', () => {
  it('stand on measure, claim and case pages in six styles, with the edition and the day of reading', async () => {
    for (const path of pages()) {
      const told = await fields(path);
      for (const style of ['APA', 'Chicago', 'Plain', 'BibTeX', 'RIS', 'CSL-JSON']) {
        expect(told[style], `${path} ${style}`).toContain(`https://check.example/measures/${w.boats}/v/`);
        expect(told[style], `${path} ${style}`).toMatch(/20\d\d/);
      }
      const [year, month, day] = today().split('-').map(Number);
      const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date());
      expect(told.APA).toContain(`Retrieved ${name} ${day}, ${year}, from https://`);
      expect(told.Chicago).toContain(`Accessed ${name} ${day}, ${year}. https://`);
      expect(told.Plain).toContain(`(accessed ${day} ${name} ${year})`);
      expect(month).toBeGreaterThan(0);
    }
  });

  it('lead to an edition that keeps showing it, at the place that is cited', async () => {
    for (const path of pages()) {
      const { URL: address } = itemOf(await (await ask(`${path}.csl.json`)).text());
      const { pathname, hash } = new URL(address);
      const { document } = parseHTML(await (await ask(pathname)).text());
      if (hash !== '') expect(document.querySelector(`[id="${hash.slice(1)}"]`), address).not.toBeNull();
    }
  });

  it.each(['.bib', '.ris', '.csl.json'])('are read as %s by an independent library, whatever a title holds', async (end) => {
    for (const path of pages()) {
      const response = await ask(`${path}${end}`);
      const item = itemOf(await response.text());
      expect(item.author[0]!.literal ?? item.author[0]!.family, path).toBe('Countercheck');
      expect(item.title, path).toContain(path.startsWith('/claims') ? '-12 boats' : `How many boats ${MARKUP}`);
      expect(item.URL, path).toMatch(new RegExp(`^https://check.example/measures/${w.boats}/v/\\d+(#|$)`));
      expect(item.accessed['date-parts'][0], path).toEqual(today().split('-').map(Number));
      expect(item.issued['date-parts'][0]![0], path).toBe(2026);
      expect(response.headers.get('content-disposition'), path).toContain(end);
    }
  });

  it('name the day on which they are read: a page that was kept is made anew at midnight UTC', async () => {
    const first = (await fields(`/measures/${w.boats}`)).Plain!;
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.now() + 86_400_000) });
    const second = (await fields(`/measures/${w.boats}`)).Plain!;
    expect(second).not.toBe(first);
    expect(second.replace(/accessed.*/, '')).toBe(first.replace(/accessed.*/, ''));
  });
});

describe('U9: a figure to take along', () => {
  it('is one selectable field with value, hedge, source and an address that stays', async () => {
    const claim = (await fields(`/claims/${w.placed.b.id}`))['The figure with its source']!;
    expect(claim).toMatch(
      /^nearly 15 boats \(Mara .* Lund, in Evening Echo, as of March 2026\): “Mara Lund saw nearly 15 boats there\.” https:/,
    );
    expect(claim).toContain(`/measures/${w.boats}/v/`);
    const measure = (await fields(`/measures/${w.boats}`))['The figure with its source']!;
    for (const words of ['-12 boats', 'nearly 15 boats', 'Evening Echo', `/measures/${w.boats}/v/`]) expect(measure).toContain(words);
  });
});
