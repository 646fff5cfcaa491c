// Claims of one measure made up as a long story has them: a toll that rises over three months, told by 300 outlets with hedges, older
// figures repeated late, other places, parts of totals, and a third of all texts reprinted.
const DAY = 86_400_000;
const START = Date.UTC(2031, 2, 1);
const DAYS = 92;
const OUTLETS = 300;
const OFTEN = ['flood', 'river', 'village', 'water', 'storm', 'valley', 'rain', 'bank', 'night', 'rescue', 'road', 'bridge'];
const PLACES = ['north valley', 'south valley', 'lower delta', 'east bank'];
const SPEAKERS = ['Ada Brink', 'Tom Vale', 'Rosa Lind', 'Ivo Stern'];

/** A generator of pseudorandom numbers that gives the same ones for the same seed. */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
}

const round = (value, grain) => Math.max(grain, Math.round(value / grain) * grain);

/** How a figure is told: its words, hedge and ends. */
function told(value, draw) {
  const grain = value >= 200 ? 50 : 10;
  const kind = draw();
  const loose = String(round(value, grain));
  const exact = { text: `${value} villages`, hedge: 'exact', low: String(value), high: String(value), grain: '1' };
  if (kind < 0.55) return exact;
  if (kind < 0.67) return { text: `about ${loose} villages`, hedge: 'about', low: loose, high: loose, grain: String(grain) };
  if (kind < 0.8) return { text: `over ${loose} villages`, hedge: 'more-than', low: loose, high: null, grain: String(grain) };
  if (kind < 0.9) return { text: `at least ${value} villages`, hedge: 'at-least', low: String(value), high: null, grain: '1' };
  if (kind < 0.96) return { text: `nearly ${loose} villages`, hedge: 'nearly', low: null, high: loose, grain: String(grain) };
  return { ...exact, text: `${value - 3} to ${value + 3} villages`, hedge: 'between', low: String(value - 3), high: String(value + 3) };
}

/** What holds on a day, and what is told instead by one text in four: a rival count, yesterday's figure, a slip of the pen. */
function valueOn(day, draw) {
  const truth = 40 + Math.floor(day / 3) * 9;
  const kind = draw();
  if (kind < 0.75) return truth;
  if (kind < 0.87) return truth + 12;
  return kind < 0.97 ? Math.max(40, truth - 9) : truth + 1 + Math.floor(draw() * 40);
}

function claimOf(at, draw) {
  const day = Math.floor(draw() * DAYS);
  const asOf = new Date(START + day * DAY).toISOString().slice(0, 10);
  const figure = told(valueOn(day, draw), draw);
  const outlet = Math.floor(draw() * OUTLETS);
  const start = draw() < 0.2 ? 0 : 80;
  const scope = draw() < 0.15 ? [PLACES[Math.floor(draw() * PLACES.length)]] : [];
  const terms = ['flooded', 'river', 'village', ...OFTEN.filter(() => draw() < 0.4), `word${Math.floor(draw() * 500)}`];
  return {
    ...{
      id: `c${at}`,
      articleId: `a${at}`,
      outlet: `Outlet ${outlet}`,
      publishedAt: asOf,
      textHash: `h${at}`,
      measureId: null,
      partOf: null,
    },
    ...{ span: { start, end: start + 10 }, figure: { start, end: start + 3 }, sentence: { start, end: start + 120 } },
    ...{ ...figure, lowInclusive: figure.hedge !== 'more-than', highInclusive: figure.hedge !== 'nearly', unit: null },
    ...{ noun: 'villages', measure: 'villages flooded by the river', occasion: null, asOf, asOfBasis: 'publication' },
    speaker: draw() < 0.4 ? { name: SPEAKERS[Math.floor(draw() * SPEAKERS.length)], role: null, inferred: draw() < 0.1 } : null,
    frame: {
      ...{ head: 'village', modifiers: [], act: 'flood', direction: null, subject: 'river', scope, terms: [...new Set(terms)].sort() },
      ...{ single: false, aggregation: draw() < 0.85 ? 'running' : 'fixed', modality: draw() < 0.95 ? 'fact' : 'estimate', edge: null },
      ...{
        overall: false,
        dated: false,
        near: ['flooded', 'river'],
        story: ['lys', 'otter', 'tarn'],
        exhaustiveParts: null,
        question: null,
      },
    },
  };
}

/** Two parts that an article states beside its total; one sum in ten is wrong. */
function partsOf(total, at, draw) {
  const whole = Number(total.low ?? total.high);
  const half = Math.floor(whole / 2);
  return [half, whole - half + (draw() < 0.1 ? 1 : 0)].map((part, side) => ({
    ...total,
    ...{ id: `c${at + side}`, partOf: total.id, text: `${part} villages`, hedge: 'exact', grain: '1' },
    ...{ low: String(part), high: String(part), lowInclusive: true, highInclusive: true },
    ...{ span: { start: 20 + 20 * side, end: 30 + 20 * side }, frame: { ...total.frame, scope: [PLACES[side]] } },
  }));
}

/** So many claims of one measure, the same for the same count and seed. */
export function largeClaims(count, seed = 7) {
  const draw = drawing(seed);
  const claims = [];
  while (claims.length < count) {
    const at = claims.length;
    const kind = at < 10 ? 1 : draw();
    const known = claims[Math.floor(draw() * at)];
    if (kind < 1 / 3 && known.partOf === null) {
      claims.push({ ...known, id: `c${at}`, articleId: `a${at}`, outlet: `Outlet ${Math.floor(draw() * OUTLETS)}` });
    } else {
      const claim = claimOf(at, draw);
      claims.push(claim, ...(kind > 0.98 && kind < 1 ? partsOf(claim, at + 1, draw) : []));
    }
  }
  // Through JSON, so that all have one shape as those of a record have: objects put together from many pieces are slow to read.
  return JSON.parse(JSON.stringify(claims.slice(0, count)));
}
