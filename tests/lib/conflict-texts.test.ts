import { describe, expect, it } from 'vitest';
import { type ArticleContext, readArticle } from '@/lib/claim';
import { compareClaims, compareTexts, type Side } from '@/lib/conflict';
import { groupClaims, recorded } from '@/lib/measure';

const CONTEXT: ArticleContext = { publishedAt: '2031-05-04', outlet: null, title: null, language: 'en' };
const side = (text: string, span: Side['span'] = null): Side => ({ text, context: CONTEXT, reading: readArticle(text, CONTEXT), span });

const EARLY = 'A storm closed 31 mills on the coast. It sank 6 barges, and 140 people were rescued.';
const LATE = 'On the coast 9 barges were sunk by the storm. Crews rescued 140 people, and 37 mills were closed.';

describe('two texts', () => {
  it('compares the claims that correspond best, and the meant one where a place is given', () => {
    const mills = { start: LATE.indexOf('37'), end: LATE.indexOf('37') + 8 };
    expect(compareTexts(side(EARLY), side(LATE, mills))).toMatchObject({ a: { text: '31 mills' }, b: { text: '37 mills' } });
    expect(compareTexts(side('Nothing was closed.'), side(LATE, mills))).toMatchObject({
      a: null,
      b: { text: '37 mills' },
      relation: null,
    });
  });

  it('relates a pair as the record of the same two texts does', () => {
    const sides = [side(EARLY), side(LATE)] as const;
    const claims = sides.flatMap(({ text, reading }, at) => {
      const article = { articleId: 'ab'[at]!, outlet: null, publishedAt: CONTEXT.publishedAt, textHash: text };
      return recorded(
        reading.claims,
        article,
        reading.claims.map((_, index) => `${'ab'[at]}${index}`),
      );
    });
    const { relations } = compareClaims(groupClaims(claims), claims);
    expect(relations.filter(({ alert }) => alert).length).toBeGreaterThan(0);
    for (const relation of relations) {
      const place = (id: string) => claims.find((claim) => claim.id === id)!.span;
      const [a, b] = relation.a.startsWith('a') ? [relation.a, relation.b] : [relation.b, relation.a];
      const found = compareTexts({ ...sides[0], span: place(a) }, { ...sides[1], span: place(b) }).relation!;
      expect(found.kind).toBe(relation.kind);
      expect(found.confidence).toBe(relation.confidence);
    }
  });
});

describe('claims before any record', () => {
  it('get their ids, and parts point to their total', () => {
    const text = 'The valley lost 31 mills, including 4 saw mills.';
    const { claims } = readArticle(text, CONTEXT);
    const article = { articleId: 'x', outlet: 'Harbour News', publishedAt: null, textHash: text };
    const [total, part] = recorded(claims, article, ['x0', 'x1']);
    expect(total).toMatchObject({ id: 'x0', articleId: 'x', outlet: 'Harbour News', measureId: null, partOf: null, text: '31 mills' });
    expect(part).toMatchObject({ id: 'x1', partOf: 'x0' });
    expect(() => recorded(claims, article, ['x0'])).toThrow('no id for claim 1 of 2');
  });
});
