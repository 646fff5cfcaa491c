import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraction, FAMILIES, readArticle } from '@/lib/claim';
import { PAPER, read } from './claims-of';

describe('how a figure behaves', () => {
  it.each([
    ['Oster has 12,400 residents.', 'level'],
    ['Oster, home to 12,400 people, lies on the coast.', 'level'],
    ['Some 12,400 people live in Oster.', 'level'],
    ['The union counts 30,000 members.', 'level'],
    ['The yard employs 400 people.', 'level'],
    ['The line operates 12 ferries.', 'level'],
    ['The yard dismissed 400 workers.', 'fixed'],
    ['The company counted 400 workers at the gate.', 'fixed'],
    ['The storm killed 12 residents.', 'running'],
    ['The fire destroyed 200 homes.', 'running'],
    ['The fire burned 4,500 acres.', 'running'],
    ['The quake damaged 20 km of pipeline.', 'fixed'],
    ['Thirty people are missing.', 'level'],
    ['There were 80 passengers aboard the barge.', 'fixed'],
  ])('%s %s', (text, aggregation) => expect(read(text)[0]?.frame.aggregation).toBe(aggregation));

  it('counts what stands at a level where it stands', () => {
    expect(read('Oster has 12,400 residents.')[0]?.frame.scope).toEqual(['Oster']);
    expect(read('There are 12,400 residents in Oster.')[0]?.frame.scope).toEqual(['Oster']);
  });
});

describe('places of a count', () => {
  it.each([
    ['Rosa Lind told a press conference in Oster that 40 trams had stopped.', []],
    ['Some 40 trams had stopped when a tree fell in Oster.', []],
    ['Some 40 boats were seized in the Gulf of Oster.', ['Gulf of Oster']],
  ])('%s', (text, scope) => expect(read(text)[0]?.frame.scope).toEqual(scope));
});

describe('acts that newspapers keep apart', () => {
  it.each([
    ['Some 400 people took part in the march.', 'attend'],
    ['The storm left 12 people dead.', 'die'],
    ['The storm left 900 people homeless.', 'displace'],
    ['The navy captured 14 rifles on Monday.', 'seize'],
    ['The navy captured 14 smugglers on Monday.', 'arrest'],
  ])('%s %s', (text, want) => expect(read(text)[0]?.frame.act).toBe(want));

  const act = (verb: string) => read(`Some 40 people were ${verb} on Monday.`)[0]?.frame.act;
  it.each([
    ['killed', 'injured', 'hospitalised', 'evacuated', 'displaced', 'rescued', 'arrested', 'charged'],
    ['destroyed', 'damaged', 'flooded', 'repaired'],
    ['signed', 'pledged', 'delivered', 'sold', 'produced', 'exported', 'imported'],
    ['built', 'opened', 'closed', 'spent', 'lent', 'cut'],
  ])('%s and others', (...verbs) => {
    const acts = verbs.map(act);
    expect(new Set(acts).size).toBe(verbs.length);
    for (const name of acts) expect(Object.keys(FAMILIES)).toContain(name);
  });
});

describe('parts of a total', () => {
  it('adds up to at least so many as well as to exactly so many', () => {
    const parts = (total: string) =>
      read(`The fire killed ${total} people: 45 in Oster, 12 in Vale and 4 in Linden.`).map((one) => one.partOf);
    expect(parts('at least 61')).toEqual([null, 0, 0, 0]);
    expect(parts('61')).toEqual([null, 0, 0, 0]);
    expect(parts('at most 61')).toEqual([null, 0, 0, 0]);
  });

  it('links parts that are named after "including"', () => {
    const claims = read('The depot lost 984 trams (including 2 in Lyon and 1 in Nantes).');
    expect(claims.map(({ partOf }) => partOf)).toEqual([null, 0, 0]);
    expect(claims[0]?.frame.exhaustiveParts).toBe(false);
    expect(claims.map(({ noun }) => noun)).toEqual(['trams', 'trams', 'trams']);
  });

  it('links all that goes on behind "of the", as far as it fits', () => {
    const parts = (text: string) => read(text).map(({ partOf }) => partOf);
    expect(parts('Of the 141 victims, 52 were women and 23 were children.')).toEqual([null, 0, 0]);
    expect(parts('Of the 141 victims, 92 were women and 73 were weavers.')).toEqual([null, 0, 0]);
    expect(parts('Of the 141 victims, 92 came by rail and 73 were weary.')).toEqual([null, 0, null]);
    expect(parts('Storms hit 5,000 homes, 1,200 of them badly, and 900 people sleep in 70 tents.')).toEqual([null, 0, null, null]);
  });

  it('links a list that adds up to the total of the sentence before', () => {
    const claims = read(
      'The depot lent trams to 20 towns.\nTrams went to eight northern towns, seven southern towns and five towns in the Alps.',
    );
    expect(claims.map(({ low, partOf }) => [low, partOf])).toEqual([
      ['20', null],
      ['8', 0],
      ['7', 0],
      ['5', 0],
    ]);
    expect(claims[0]?.frame.exhaustiveParts).toBe(true);
  });
});

describe('the frame', () => {
  const frame = (text: string) => read(text)[0]?.frame;
  it('tells aid by a country from aid to it', () => {
    expect(frame('Peru has provided assistance to 12 countries.')).toMatchObject({
      act: 'aid',
      direction: 'out',
      subject: 'Peru',
      head: 'country',
    });
    expect(frame('12 countries had donated tents to Peru.')).toMatchObject({
      act: 'aid',
      direction: 'in',
      subject: 'Peru',
      head: 'country',
    });
    expect(frame('The Peruvian government has provided 12 countries with emergency assistance.')).toMatchObject({
      act: 'aid',
      direction: 'out',
      subject: 'Peru',
    });
  });

  it('reads scopes, single events, behaviour and modality', () => {
    expect(frame('A meeting in Quito was attended by 77 countries.')).toMatchObject({ act: 'attend', single: true });
    expect(frame('So far 300 deaths have been reported outside of Peru.')).toMatchObject({
      act: 'die',
      scope: ['outside Peru'],
      aggregation: 'running',
    });
    expect(frame('Lima expects 40 ships.')).toMatchObject({ modality: 'forecast' });
    expect(frame('46 were arrested.')).toMatchObject({ head: 'person', act: 'arrest' });
  });
});

describe('the machine-readable face', () => {
  it('gives the shape of the contract', () => {
    const text = 'So far over 31,400 sailors were recovered.';
    expect(extraction(text, readArticle(text, PAPER))).toEqual({
      quantities: [
        {
          start: 12,
          end: 26,
          text: '31,400 sailors',
          value: 31400,
          bound: 'gt',
          trend: null,
          unit: null,
          noun: 'sailors',
          concept: ['sailors'],
        },
      ],
      claims: [
        {
          start: 7,
          end: 26,
          text: 'over 31,400 sailors',
          sentence: { start: 0, end: 42 },
          low: 31400,
          lowInclusive: false,
          high: null,
          highInclusive: false,
          hedge: 'more-than',
          unit: null,
          noun: 'sailors',
          measure: 'sailors recovered',
          speaker: null,
          asOf: '2021-06-18',
          asOfBasis: 'publication',
          partOf: null,
        },
      ],
      doubts: [],
    });
  });

  it('gives a range as low and high, a percentage with its sign, and readers when asked', () => {
    const text = 'Rents rose from 3.4 to 5.1 percent.';
    const { quantities } = extraction(text, readArticle(text, PAPER), { explain: true });
    expect(quantities[0]).toMatchObject({ low: 3.4, high: 5.1, unit: '%', trend: 'up' });
    expect(quantities[0]).toHaveProperty('readers');
  });
});

describe('any text', () => {
  it('is read without a throw, every claim slicing to its text', () => {
    const words = fc.constantFrom(
      'said ',
      'Li ',
      '5 ',
      'people ',
      '. ',
      ', ',
      '"',
      'including ',
      'of ',
      'at least ',
      'Monday ',
      '\n',
      'according to ',
      '(',
      ')',
      'he ',
      'and ',
      'were ',
      'killed ',
      '😀',
      '\u200f',
      '12,000 ',
      '$',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
        ),
        (text) => {
          const { claims } = readArticle(text, PAPER);
          for (const claim of claims) {
            expect(text.slice(claim.span.start, claim.span.end)).toBe(claim.text);
            expect(claim.sentence.start <= claim.figure.start && claim.figure.end <= claim.sentence.end).toBe(true);
            if (claim.partOf !== null) expect(claims[claim.partOf]).toBeDefined();
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('stands in its sentence, also where a stop with spaces is read as a point', () => {
    for (const { sentence, figure } of read('Wages rose 3 . 3 % in Oster.')) expect(sentence.end).toBeGreaterThanOrEqual(figure.end);
    expect(read('Wages rose 3 . 3 % in Oster.')).toHaveLength(1);
  });

  it('in a language that is not read gives no claims and says so', () => {
    expect(readArticle('Der Rat hat gesagt, dass 40 Bahnen und 3 Busse nicht fahren.', { ...PAPER, language: null })).toEqual({
      quantities: [],
      claims: [],
      doubts: [],
      state: 'not-read',
    });
  });
});
