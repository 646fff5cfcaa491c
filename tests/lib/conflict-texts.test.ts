import { describe, expect, it } from 'vitest';
import { type ArticleContext, readArticle, readStatement } from '@/lib/claim';
import { compareClaims, compareTexts, type Side } from '@/lib/conflict';
import { groupClaims, recorded } from '@/lib/measure';

const CONTEXT: ArticleContext = { publishedAt: '2031-05-04', outlet: null, title: null, language: 'en' };
const side = (text: string, span: Side['span'] = null): Side => ({ text, context: CONTEXT, reading: readStatement(text, CONTEXT), span });

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

  it.each([
    [
      'one figure that cannot stand decides',
      'The flood closed 12 schools and 4 roads.',
      'The flood closed 12 schools and 9 roads.',
      'contradiction',
    ],
    [
      'figures stand in the place of others',
      'Mill A grinds 20 tons, Mill B 50 tons.',
      'Mill A grinds 30 tons, Mill B 50 tons.',
      'contradiction',
    ],
    [
      'what a question supposes is told as well',
      'How long does a boat take for 40 miles?',
      'How long does a boat take for 60 miles?',
      'contradiction',
    ],
    [
      'a verb tells what the other counts',
      'The play was reviewed by 31 critics.',
      'The play stands at 60%, based on 31 reviews.',
      'same-value',
    ],
    [
      'times that something was done',
      'The song was liked 7.9 million times.',
      'The song got more than 8.4 million likes.',
      'contradiction',
    ],
    [
      'people, by whatever name',
      'More than 90 miners were kept in tents.',
      'For a week 80 people lived in tents on the hill.',
      'contradiction',
    ],
    ['times that a cup was won', 'Oster has won the Harbour Cup nine times.', 'Oster (11 titles) hosts Lisby on Friday.', 'contradiction'],
    [
      'a bound told on the far side of a day',
      'Before 4 May the crew had found under 20 wrecks.',
      'As of 4 May the crew found 23 wrecks.',
      'time-may-explain',
    ],
    [
      'a stage',
      'After 12 votes, the bridge was backed by 80 percent.',
      'The bridge was backed by 70 percent on the basis of 10 votes.',
      'time-may-explain',
    ],
    ['a rating has a value', 'The inn was rated 6.1/10 by its guests.', 'The inn was rated 7.1/10 by its guests.', 'contradiction'],
    ['and may be hedged', 'The inn was rated over 6/10 by its guests.', 'The inn was rated 7/10 by its guests.', 'looser-bound'],
    ['best bounds that lie apart', 'The choir sold more than 90,000 records.', 'The choir sold more than 60,000 records.', 'contradiction'],
    ['a hedge that was left out', 'The storm felled more than 3,000 trees.', 'In the storm 3,000 trees were felled.', 'compatible-bounds'],
    ['nobody is no one', 'No one was hurt in Oster.', 'Two people were hurt in Oster.', 'contradiction'],
    ['a sum', 'In Oster five guests and two cooks were hurt.', 'Seven people were hurt in Oster.', 'compatible-bounds'],
    ['a sum of other words', 'Lena bought 12 pots and 8 pans.', 'Lena bought 20 vessels.', 'compatible-bounds'],
    ['no sum', 'In Oster five guests and two cooks were hurt.', 'Eight cooks were hurt in Oster.', 'contradiction'],
    ['no sum of people and things', 'Five houses burned down.', 'Two cooks and three guests were hurt.', 'no-common-measure'],
    ['no sum of what befell others', 'Seven shops were closed.', 'Three dogs and four cats were rescued.', 'no-common-measure'],
    [
      'a bound told the day before',
      'As of 3 May 2031 there were 64 cases in Oster.',
      'By 4 May 2031 Oster had more than 64 cases.',
      'growth',
    ],
    [
      'some of what is counted, with no name of their own',
      'By Friday, Oster had counted more than 24 cases of mumps.',
      'There are 26 cases as of Friday, 21 of whom are well again.',
      'looser-bound',
    ],
    [
      'each figure beside that of its place',
      'The fair had a gate of under 55 crowns in all, taking less than 48 crowns in Oster.',
      'It took 54.1 crowns, with a gate of 46.5 crowns in Oster and 7.6 crowns abroad.',
      'different-scope',
    ],
    [
      'those who died and those who fell ill',
      'There are 640 cases of mumps in Oster.',
      'In Oster 410 people with mumps have died.',
      'no-common-measure',
    ],
    [
      'a place called by its kind',
      'In Oster more than 700 mills were flooded.',
      'The number of mills flooded in the County was 712.',
      'compatible-bounds',
    ],
    [
      'a mark that moves with each review',
      'Guests gave the inn 7.4/10 after 210 reviews.',
      'The inn stands at 7.1/10, told by 190 reviews.',
      'time-may-explain',
    ],
    [
      'as many reviews as critics',
      'The ballad opera Tarn has been reviewed by fewer than 40 critics.',
      'The Lisby Almanac puts its mark at 8 out of 10, with 71 % for it, from 39 reviews.',
      'compatible-bounds',
    ],
    ['about a figure told finely', 'The guild owns about 41.35 percent.', 'The guild owns about 37.2 percent.', 'contradiction'],
    ['about a round figure', 'About 70 barges were sunk in Oster.', 'Some 66 barges were sunk in Oster.', 'compatible-bounds'],
    ['results', 'Rovers beat Albion 4-1 in Lisby.', 'Rovers thrashed Albion 3-1 in Lisby.', 'contradiction'],
    [
      'how a game stood',
      'Rovers were 3-0 down at the break against Albion.',
      'Rovers came back for a 3-3 draw with Albion.',
      'time-may-explain',
    ],
    ['a lead', 'Rovers had a 2-0 lead over Albion.', 'Rovers lost 2-3 to Albion.', 'time-may-explain'],
    ['a result and who won it', 'Rovers climbed to third with a 6-3 win over Albion.', 'Rovers score six against Albion.', 'same-value'],
    ['a result and who lost it', 'Rovers beat Albion 6-3.', 'Albion scored six goals.', 'contradiction'],
    ['a result and by whom it was won', 'Lisby saw a 6-3 win by Rovers.', 'Rovers scored six goals.', 'same-value'],
    ['a result that its winner stands behind', 'After a 6-3 win over Albion, Rovers are third.', 'Rovers scored six goals.', 'same-value'],
    ['a win for somebody', 'It ended in a 6-3 win for Albion.', 'Albion scored six goals.', 'same-value'],
    ['a defeat', 'Rovers lost 6-3 to Albion.', 'Rovers scored three goals.', 'same-value'],
    ['a record is no result', 'Rovers (9-2) edged Albion 3-1.', 'Rovers scored 3 goals.', 'same-value'],
    ['a result of what it names', 'Rovers lead Albion in cups won by 18-17.', 'Rovers have won 19 cups.', 'contradiction'],
    ['a year and a day in it', 'The port was founded in 1550.', 'The port was founded on 14 February 1550.', 'compatible-bounds'],
    ['years apart', 'The port was founded in 1542.', 'The port was founded on 14 February 1550.', 'contradiction'],
    [
      'parts of a century',
      'The port was dredged in the mid-18th century.',
      'The port was dredged in the late 18th century.',
      'contradiction',
    ],
    [
      'a century and its bound',
      'The mill burned before the start of the 19th century.',
      'It was in the late 18th century that the mill burned.',
      'looser-bound',
    ],
    [
      'a century too late',
      'The mill burned after the end of the 17th century.',
      'It was in the early 17th century that the mill burned.',
      'contradiction',
    ],
    ['a century and a year in it', 'The port was founded in the 16th century.', 'The port was founded in 1550.', 'compatible-bounds'],
    ['two names of a place in an order', 'Lena met Anton before the 40th lap.', 'Lena met Anton on lap 43.', 'contradiction'],
    ['a place in an order and its bound', 'Lena met Anton after the 40th lap.', 'Lena met Anton on lap 41.', 'looser-bound'],
    ['times of day', 'The show runs from 9 p.m. on weekdays.', 'The show runs from 8 p.m. on weekdays.', 'contradiction'],
    ['names', 'The jet was a Falcon 600 from Lisby.', 'It was a Falcon 600 jet that came from Lisby.', 'same-value'],
  ])('%s', (_, a, b, kind) => {
    expect(compareTexts(side(a), side(b)).relation?.kind).toBe(kind);
    expect(compareTexts(side(b), side(a)).relation?.kind).toBe(kind);
  });

  it('names the claim of each side, whether it is the sum or a part of it', () => {
    const [parts, whole] = [side('The fire burned for 3 hours. Five guests and two cooks were hurt.'), side('Seven people were hurt.')];
    expect(compareTexts(parts, whole)).toMatchObject({ a: { text: 'Five guests' }, b: { text: 'Seven people' } });
    expect(compareTexts(whole, parts)).toMatchObject({ a: { text: 'Seven people' }, b: { text: 'Five guests' } });
  });

  it.each([
    ['Half of the boats sank and 6 were hurt.', 'The toll rose from 13 to 17.'],
    ['5 ovens were cold, including 3 kilns.', 'The mill shut 0 kilns and 5 ovens; 7 of them were old.'],
    ['It sold $ 12 million of pots, compared with 30 in 2018.', 'It sold 15 pans, compared with 30 in 2018.'],
    ['Some 12 ovens were cold; 7 of them were old.', 'Nearly 40 percent of the sheep were shorn, up from 8.'],
  ])('tells the same whichever text is named first: %s', (a, b) => {
    const [there, back] = [compareTexts(side(a), side(b)), compareTexts(side(b), side(a))];
    expect(there.relation?.kind).toBe(back.relation?.kind);
    expect([there.a?.text, there.b?.text]).toEqual([back.b?.text, back.a?.text]);
  });

  it('finds nothing to compare where the words are of something else', () => {
    expect(compareTexts(side('The flood closed 12 schools.'), side('Olive oil rose 12 percent.')).relation?.kind).toBe('no-common-measure');
    expect(compareTexts(side('The flood closed 12 schools.'), side('It rained.')).relation).toBe(null);
    expect(compareTexts(side('Rovers beat Albion 4-1 in the 2030 season.'), side('Rovers sold 12 tickets.')).relation).toBe(null);
    expect(compareTexts(side('Rovers beat Albion 4-1 in the 2030 season.'), side('They have played 25 seasons.')).relation).toBe(null);
  });

  it('shows a mark by its words', () => {
    expect(compareTexts(side('Rovers won 4-1.'), side('Rovers won 3-1.'))).toMatchObject({ a: { text: '4-1', low: null, high: null } });
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
