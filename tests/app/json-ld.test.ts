import { eq } from 'drizzle-orm';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articles } from '@/db/schema';
import { faultsOfDataset, faultsOfReview, wordsOf } from '../claim-review';
import { ask } from './public-routes';
import { type TwinWorld, twinWorld } from './twin-world';

let w: TwinWorld;
beforeAll(async () => {
  w = await twinWorld();
});
afterAll(() => w.end());

async function page(path: string): Promise<string> {
  const response = await ask(path);
  return response.status === 308 ? page(response.headers.get('location')!) : response.text();
}
const blocks = (html: string) =>
  [...parseHTML(html).document.querySelectorAll('script[type="application/ld+json"]')].map((block) => JSON.parse(block.textContent!));

describe('U7: JSON-LD', () => {
  it('rates a claim with a published ruling once, validly, and says nothing that its page does not show', async () => {
    for (const { id } of [w.placed.a, w.placed.b]) {
      const html = await page(`/claims/${id}`);
      const [review, ...more] = blocks(html);
      expect(more).toEqual([]);
      expect(faultsOfReview(review, wordsOf(html))).toEqual([]);
    }
    expect(blocks(await page(`/claims/${w.placed.c.id}`))).toEqual([]);
  });

  it('tells of a dataset on each measure page, and stands nowhere else', async () => {
    for (const id of [w.boats, w.masts]) {
      const html = await page(`/measures/${id}`);
      const [dataset, ...more] = blocks(html);
      expect(more).toEqual([]);
      expect(faultsOfDataset(dataset, wordsOf(html))).toEqual([]);
    }
    for (const path of [
      `/cases/${w.case}`,
      `/articles/${w.placed.a.articleId}`,
      `/sources/${w.source}`,
      `/speakers/${w.speaker}`,
      '/',
      '/measures',
    ])
      expect(blocks(await page(path)), path).toEqual([]);
  });

  it('finds what is wrong with a rating', async () => {
    const html = await page(`/claims/${w.placed.a.id}`);
    const [review] = blocks(html);
    const rated = (more: object) => ({ ...review, reviewRating: { ...review.reviewRating, ...more } });
    expect([...new Set(faultsOfReview({ ...review, url: 'http://check.example/claims/1' }))]).toEqual([
      '/url must match pattern "^https://"',
    ]);
    expect(faultsOfReview(rated({ ratingValue: 9 }))).toEqual(['the value is out of the scale']);
    expect(faultsOfReview({ ...review, claimReviewed: 'Supported: 12 boats' })).toEqual(['the claim says its rating']);
    expect(faultsOfReview(rated({ alternateName: undefined })).length).toBeGreaterThan(0);
    expect(faultsOfReview(rated({ ratingExplanation: 'Nobody said so.' }), wordsOf(html))).toHaveLength(1);
  });

  it('marks a claim up as a Web Annotation, whose words and position are those of the article', async () => {
    const { text } = await (await ask(`/articles/${w.placed.a.articleId}.json`)).json();
    const whole = text.stretches.map((pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('')).join('');
    const [annotation, review] = await (await ask(`/claims/${w.placed.a.id}.jsonld`)).json();
    expect([annotation['@context'], annotation.type, review['@type']]).toEqual([
      'http://www.w3.org/ns/anno.jsonld',
      'Annotation',
      'ClaimReview',
    ]);
    const [words, place] = annotation.target.selector;
    expect([words.type, words.exact, place.type]).toEqual(['TextQuoteSelector', '-12 boats', 'TextPositionSelector']);
    expect(whole).toContain(`${words.prefix}${words.exact}${words.suffix}`);
    const said = await w.db.read.select().from(articles).where(eq(articles.id, w.placed.a.articleId)).get();
    expect([...said!.text].slice(place.start, place.end).join('')).toBe('-12 boats');
    expect(annotation.target).toMatchObject({ canonical: 'https://post.example/boats?x=1&y=2' });
    expect((await (await ask(`/claims/${w.placed.c.id}.jsonld`)).json()).map((one: { type?: string }) => one.type)).toEqual(['Annotation']);
  });
});
