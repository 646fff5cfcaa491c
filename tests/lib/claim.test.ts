import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleContext, type Claim, extraction, FAMILIES, readArticle } from '@/lib/claim';

const context: ArticleContext = { publishedAt: '2021-06-18', outlet: 'Harbour News', title: null, language: 'en' };
const read = (text: string, more: Partial<ArticleContext> = {}): Claim[] => readArticle(text, { ...context, ...more }).claims;
const texts = (text: string): string[] => read(text).map((claim) => claim.text);

describe('which quantities make a claim', () => {
  it.each([
    ['Rescuers pulled 14 miners out of the shaft.', ['14 miners']],
    ['The storm left 46 homeless and 3 dead.', ['46 homeless', '3 dead']],
    ['No one was killed when the crane fell.', ['No one']],
    ['No injuries were reported.', ['No injuries']],
    ['Police said 12 were arrested.', ['12']],
    ['The valley measures have at least saved 9,000 trees.', ['at least saved 9,000 trees']],
    ['The repairs will last at least four months.', ['at least four months']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ['A landslip kills 45 in Upper Vale', '45', 'people killed', 'die'],
    ['The fire killed at least 12 and injured more than 40.', 'at least 12', 'people killed', 'die'],
    ['The wave displaced 40,000, the ministry said.', '40,000', 'people displaced', 'displace'],
    ['Guards arrested 30 after the match.', '30', 'people arrested', 'arrest'],
    ['The death toll from the landslip has risen to 1,204.', '1,204', 'death toll from the landslip', 'die'],
    ['Death toll climbs past 2,000', '2,000', 'Death toll', 'die'],
    ['The injury toll stood at 45.', '45', 'injury toll', 'injure'],
    ['The number of dead rose to 45.', '45', 'number of dead', 'die'],
    ['The population of Upper Vale is 34,000.', '34,000', 'population of Upper Vale', null],
    ['Attendance was 12,400.', '12,400', 'attendance', 'attend'],
  ])('a figure without a noun, by the verb or the sum it is: %s', (text, figure, measure, act) => {
    const [claim] = read(text);
    expect([claim?.text, claim?.measure, claim?.noun]).toEqual([figure, measure, null]);
    expect(claim?.frame.head).toBe(act === null ? 'population' : 'person');
    if (act !== null) expect(claim?.frame.act).toBe(act);
  });

  it.each([
    ['Marchers claimed 100,000 took part.', 'people took part'],
    ['All 132 on board were killed.', 'people killed'],
    ['Seventeen die as rain hits the hills', 'people die'],
    ['Nearly 3,000 lost their homes.', 'people lost'],
    ['The mill laid off 300 in May.', 'people laid off'],
    ['Some 200 were treated in hospital.', 'people treated'],
    ['The wave left 14 dead and 3,000 homeless.', 'dead'],
    ['The wave left 3,000 people homeless.', 'people left homeless'],
    ['Officers put the number of dead at 14.', 'dead'],
  ])('says what is counted: %s', (text, measure) => {
    expect(read(text)[0]?.measure).toBe(measure);
  });

  it('counts a population as what stands so today, and a toll as what grows', () => {
    const behaves = (text: string) => read(text)[0]?.frame.aggregation;
    expect(behaves('The population of Upper Vale is 34,000.')).toBe('level');
    expect(behaves('The death toll in Upper Vale is 34.')).toBe('running');
  });

  it.each([
    'The minister denied that 500 people had died.',
    'The road office has not closed 12 bridges.',
    'Were 500 people hurt?',
    'If 500 people come, the hall is full.',
    'Ana Prado, 44, has sailed for years.',
    'The 24-hour strike began at 16:52 on 3 May 2021.',
    'The two countries signed a treaty over the past five years.',
    'There were no plans and no comment.',
    'One of the boats was the first of its kind.',
    'Several people watched.',
    'The band joined 12 on the road.',
    'The toll rose by 12.',
    'The index closed at 4,512.',
  ])('none in: %s', (text) => {
    expect(texts(text)).toEqual([]);
  });
});

describe('who says it', () => {
  const speaker = (text: string) => read(text)[0]?.speaker;
  it.each([
    ['Mayor Rosa Lind said 40 trams had stopped.', 'Rosa Lind', 'Mayor', false],
    ['"We lost 40 trams," said Rosa Lind, head of the tram office, at a press conference.', 'Rosa Lind', 'head of the tram office', false],
    [
      'Some 40 trams had stopped, Rosa Lind, deputy head of the tram office (TO), told reporters.',
      'Rosa Lind',
      'deputy head of the tram office (TO)',
      false,
    ],
    ['The tram chief at the Depot, Rosa Lind, said 40 trams had stopped.', 'Rosa Lind', 'tram chief at the Depot', false],
    ['Rosa Lind said it rained. She added that 40 trams had stopped.', 'Rosa Lind', null, false],
    ['Tram chief Rosa Lind spoke late, she said. Later Lind said 40 trams had stopped.', 'Rosa Lind', 'Tram chief', false],
    ['Police said 40 trams had stopped.', 'Police', null, false],
    ['The harbour paper quoted a local official as saying 40 trams had stopped.', 'local official', null, false],
    ['Tram office figures show 40 trams had stopped.', 'Tram office figures', null, false],
    ['On Monday police said 40 trams had stopped.', 'police', null, false],
    ['Up to 40 trams had stopped, aid workers said.', 'aid workers', null, false],
    ['The strike cost $40 million a day, analysts estimate.', 'analysts', null, false],
    ['Officials have calculated losses from the flood at 26 million dollars.', 'Officials', null, false],
    ['At least 40 trams had stopped, witnesses said.', 'witnesses', null, false],
    [
      'According to Deputy Minister of Roads and Trams Rosa Lind, 40 trams had stopped.',
      'Rosa Lind',
      'Deputy Minister of Roads and Trams',
      false,
    ],
    ['In addition, 40 trams had stopped.\nThe depot flooded too, Rosa Lind said.', 'Rosa Lind', null, true],
    ['"The depot flooded," Rosa Lind said. "We lost 40 trams."', 'Rosa Lind', null, false],
    ['Rosa Lind of the Northern Tram Office said 40 trams had stopped.', 'Rosa Lind', 'Northern Tram Office', false],
    ['Tram spokesman Paul Lind met the press. He said 40 trams had stopped.', 'Paul Lind', 'Tram spokesman', false],
    ['The water authority said 40 trams had stopped.', 'water authority', null, false],
  ])('%s', (text, name, role, inferred) => {
    const found = speaker(text);
    expect(found).toMatchObject({ name, inferred });
    if (role !== null) expect(found?.role).toBe(role);
  });

  it.each([
    'Some 40 trams had stopped.',
    'According to latest data, 40 trams had stopped.',
    'Rosa Lind said it rained.\n\nSome 40 trams had stopped.',
  ])('nobody: %s', (text) => {
    expect(speaker(text)).toBeNull();
  });

  it('takes the nearest of two people who share a surname', () => {
    expect(speaker('Mayor Rosa Lind said it rained. Fire chief Paul Lind said it snowed. Lind said 40 trams had stopped.')?.name).toBe(
      'Paul Lind',
    );
  });

  it('keeps the occasion of everything a speaker says', () => {
    const [first, second] = read(
      'Mayor Rosa Lind said at a press conference on Thursday that 40 trams had stopped. Lind said 12 buses ran.',
    );
    expect([first?.occasion, second?.occasion]).toEqual(Array(2).fill({ name: 'press conference', day: '2021-06-17' }));
  });
});

describe('as of when', () => {
  it.each([
    ['As of June 2, 40 trams had stopped.', '2021-06-02', 'stated'],
    ['The depot counted 40 trams as of Wednesday.', '2021-06-16', 'stated'],
    ['On Tuesday the depot closed 40 lines.', '2021-06-15', 'event'],
    ['In a call on Monday with officials from 18 towns, clerks sorted lists and answered over 80 letters.', '2021-06-14', 'event'],
    ['The office opened on 3 June and has built 40 sheds.', '2021-06-18', 'publication'],
    ['Rosa Lind said on Thursday that 40 trams had stopped.', '2021-06-17', 'event'],
    ['Some 40 trams had stopped.', '2021-06-18', 'publication'],
    ['There were 40 people aboard when the tram burned on Monday, Rosa Lind said.', '2021-06-14', 'event'],
    ['There were 40 people aboard when the tram burned on June 14, Rosa Lind said on Thursday.', '2021-06-14', 'event'],
    ['Some 40 trams stopped after the depot burned on Monday.', '2021-06-18', 'publication'],
    ['In May 40 trams stopped at the depot, the office said on Thursday.', '2021-05', 'event'],
    ['In August 40 trams stopped at the depot.', '2020-08', 'event'],
    ['In 1990 the depot had 40 trams.', '1990', 'event'],
    ['The depot had 40 trams in 1990.', '1990', 'event'],
    ['The depot has 40 trams, more than in 1990.', '2021-06-18', 'publication'],
    ['Four days ago 40 trams stopped.', '2021-06-14', 'event'],
    ['Some 40 trams were lost in the crash 13 days ago.', '2021-06-18', 'publication'],
    ['On July 30 the depot will close 40 lines.', '2021-06-18', 'publication'],
    ['LISBON, June 1 (Harbour News) -- Some 40 trams had stopped.', '2021-06-18', 'publication'],
  ])('%s', (text, asOf, asOfBasis) => {
    expect(read(text).at(-1)).toMatchObject({ asOf, asOfBasis });
  });

  it('is unknown where neither text nor publication tells, and never later than publication', () => {
    expect(read('Some 40 trams had stopped.', { publishedAt: null })[0]).toMatchObject({ asOf: null, asOfBasis: 'assumed' });
    expect(read('As of June 20, 2021, 40 trams had stopped.')[0]?.asOf).toBe('2021-06-18');
  });
});

describe('two speakers of one sentence', () => {
  const voices = (text: string) => read(text).map(({ speaker }) => speaker?.name);
  it('gives each figure the voice that stands beside it', () => {
    expect(voices('The firm put the flow at 5,000 barrels a day; scientists estimated 60,000 barrels a day.')).toEqual([
      'firm',
      'scientists',
    ]);
    expect(voices('Unions say 80% of trains were late, against 50% according to the operator.')).toEqual(['Unions', 'operator']);
  });
});

describe('the day on which somebody spoke', () => {
  const days = (text: string) => read(text).map(({ asOf }) => asOf);
  it('holds for all that a person says, and for one sentence of a body that speaks every day', () => {
    expect(days('Rosa Lind said on Monday that 40 trams had stopped. Lind said 12 were lost.')).toEqual(['2021-06-14', '2021-06-14']);
    expect(days('Police said on Monday that 40 trams had stopped. Police said 12 were lost.')).toEqual(['2021-06-14', '2021-06-18']);
  });
});

describe('days that lie ahead, and days and years past', () => {
  it.each([
    ['The strike begins on Monday with 300 drivers.', '2021-06-18'],
    ['The court will hear 40 witnesses on Tuesday.', '2021-06-18'],
    ['Schools in 12 districts stay closed until Monday.', '2021-06-18'],
    ['On Monday 300 drivers walked out.', '2021-06-14'],
    ['Wardens said on Monday that 40 shops will open.', '2021-06-14'],
    ['By Tuesday 40 shops had opened.', '2021-06-15'],
    ['On Thursday, the coastguard said the number of missing had risen to 300.', '2021-06-17'],
    ['Last year, 3,200 people died on the roads.', '2020'],
    ['Some 3,200 people died on the roads last year.', '2020'],
    ['Compared with last year, 300 more people died.', '2021-06-18'],
    ['It was the worst crash since 2010, when 158 people died.', '2010'],
    ['The worst flood, in 1970, killed 66,000.', '1970'],
  ])('%s', (text, day) => {
    expect(read(text)[0]?.asOf).toBe(day);
  });
});

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
    expect(parts('at most 61')).toEqual([null, null, null, null]);
    expect(parts('at least 60')).toEqual([null, null, null, null]);
  });

  it('links parts that are named after "including"', () => {
    const claims = read('The depot lost 984 trams (including 2 in Lyon and 1 in Nantes).');
    expect(claims.map(({ partOf }) => partOf)).toEqual([null, 0, 0]);
    expect(claims[0]?.frame.exhaustiveParts).toBe(false);
    expect(claims.map(({ noun }) => noun)).toEqual(['trams', 'trams', 'trams']);
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
    expect(extraction(text, readArticle(text, context))).toEqual({
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
    const { quantities } = extraction(text, readArticle(text, context), { explain: true });
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
          const { claims } = readArticle(text, context);
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

  it('in a language that is not read gives no claims and says so', () => {
    expect(readArticle('Der Rat hat gesagt, dass 40 Bahnen und 3 Busse nicht fahren.', { ...context, language: null })).toEqual({
      quantities: [],
      claims: [],
      doubts: [],
      state: 'not-read',
    });
  });
});
