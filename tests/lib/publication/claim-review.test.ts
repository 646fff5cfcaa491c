import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '@/lib/adjudication';
import { claimPage, claimReview, claimReviewed, measurePage, passageOf, VERDICT_WORDS } from '@/lib/publication';
import { faultsOfReview } from '../../claim-review';
import { APART, claim, held, publication, record, TWO } from './record';

const SITE = { url: 'https://check.example', name: 'Countercheck' };

const settled = record(TWO(), {
  case: held(APART, { standing: { status: 'settled' }, publications: [publication([['claim00001'], ['claim00002']], 1)] }),
});
const review = (id: string) => {
  const page = claimPage(settled, id, { pieces: [], cutBefore: false, cutAfter: false })!;
  return claimReview(page.claim, page.row.verdict, page.measure.decision.ruling, SITE) as Record<string, Record<string, unknown>> | null;
};

describe('ClaimReview', () => {
  it.each(['claim00001', 'claim00002'])('of %s meets the schema', (id) => {
    expect(faultsOfReview(review(id))).toEqual([]);
  });

  it('names the speaker, the appearance and the numbers of the map', () => {
    expect(review('claim00002')).toMatchObject({
      url: 'https://check.example/claims/claim00002',
      claimReviewed: 'Mara Lund: The harbour counted 15 boats that day.',
      itemReviewed: {
        author: { '@type': 'Person', name: 'Mara Lund' },
        datePublished: '2026-03-01',
        appearance: { url: 'https://check.example/articles/article-evening-echo' },
      },
      reviewRating: {
        alternateName: 'Supported',
        ratingValue: 5,
        worstRating: 1,
        bestRating: 5,
        ratingExplanation: 'The harbour log settles it.',
      },
    });
    expect(review('claim00001')).toMatchObject({ reviewRating: { alternateName: 'Contradicted', ratingValue: 1 } });
    expect(review('claim00001')!.itemReviewed).not.toHaveProperty('author');
  });

  it('does not exist without a published ruling, nor for what was withdrawn', () => {
    const ruling = measurePage(settled).decision.ruling;
    expect(claimReview(TWO()[0]!, null, ruling, SITE)).toBeNull();
    expect(claimReview(TWO()[0]!, 'supported', null, SITE)).toBeNull();
    expect(claimReview(TWO()[0]!, 'withdrawn', ruling, SITE)).toBeNull();
  });

  it('sends no number that is not in the map', () => {
    const ruling = measurePage(settled).decision.ruling;
    for (const verdict of VERDICTS.filter((word) => word !== 'withdrawn')) {
      const rating = (claimReview(TWO()[0]!, verdict, ruling, SITE) as { reviewRating: Record<string, number> }).reviewRating;
      expect(rating.ratingValue ?? null).toBe(VERDICT_WORDS[verdict].rating);
      if (rating.ratingValue !== undefined) {
        expect(rating.bestRating).toBeGreaterThan(rating.worstRating!);
        expect(rating.ratingValue).toBeGreaterThanOrEqual(rating.worstRating!);
        expect(rating.ratingValue).toBeLessThanOrEqual(rating.bestRating!);
      }
    }
  });

  it('keeps an inferred speaker out: a guess is not the source’s word', () => {
    const guess = claim('claim00001', '12', { speaker: { name: 'Mara Lund', role: null, inferred: true } });
    const made = claimReview(guess, 'supported', measurePage(settled).decision.ruling, SITE) as {
      claimReviewed: string;
      itemReviewed: object;
    };
    expect(made.itemReviewed).not.toHaveProperty('author');
    expect(made.claimReviewed).toBe('Daily Post: The harbour counted 12 boats that day.');
  });

  it('says what was counted in the words around the figure, where the sentence is too long to be sent whole', () => {
    const long =
      'After the gale the wardens of the three northern harbours counted, along all of the outer moles, some 12 boats without an owner.';
    const at = long.indexOf('12');
    const bare = claim('claim00001', '12', {
      text: '12',
      quote: passageOf(long, { start: 0, end: long.length }, { start: at, end: at + 2, id: 'claim00001' }),
    });
    expect(claimReviewed(bare, 'Supported')).toBe('Daily Post: … all of the outer moles, some 12 boats without an owner.');
    const crowded = {
      ...bare,
      article: { ...bare.article, source: { id: 'source', name: 'The Daily Post of the Three Northern Harbours and their Valleys' } },
    };
    expect(claimReviewed(crowded, 'Supported')).toBe('The Daily Post of the Three Northern Harbours and their Valleys: 12 boats');
  });

  it.each([
    ['rescue service', null, 'Organization'],
    ['Ministry of Health', null, 'Organization'],
    ['WHO', null, 'Organization'],
    ['health officials', null, 'Organization'],
    ['spokesman for the ministry', null, 'Person'],
    ['witness', null, 'Person'],
    ['Mara Guard', 'head of the rescue service', 'Person'],
    ['Jonas Banks', null, 'Person'],
  ] as const)('sends %s, %s as a %s', (name, role, kind) => {
    const said = claim('claim00001', '12', { speaker: { name, role, inferred: false } });
    const made = claimReview(said, 'supported', measurePage(settled).decision.ruling, SITE);
    expect(made).toMatchObject({ itemReviewed: { author: { '@type': kind, name } } });
    expect(faultsOfReview(made)).toEqual([]);
  });

  it('is short and never holds its own rating, whatever the words', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.constantFrom('supported by 12 boats', 'contradicted', 'unverifiable '.repeat(20)),
    );
    fc.assert(
      fc.property(words, words, fc.constantFrom(...VERDICTS), (text, outlet, verdict) => {
        const { word } = VERDICT_WORDS[verdict];
        const short = claimReviewed(claim('claim00001', '12', { text: `x${text}`, outlet: `o${outlet}` }), word);
        expect(short.length).toBeGreaterThan(0);
        expect(short.length).toBeLessThan(75);
        expect(short.toLowerCase()).not.toContain(word.toLowerCase());
      }),
    );
  });
});
