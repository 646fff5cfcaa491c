// A measure as public pages have it, with as many claims as are asked for, of every hedge, from seven outlets and four speakers, over two
// months: the largest two positions stand against each other in a case. Everything in it is made up, and the same at every call.
import { passageOf } from '@/lib/publication';

const OUTLETS = ['Harbour News', 'Valley Post', 'Evening Echo', 'Coast Courier', 'The Marsh Gazette', 'Northern Wire', 'Island Radio'];
const SPEAKERS = ['Rosa Lind', 'Mara Lund', 'Ivo Brandt', null];
const HEDGES = ['exact', 'exact', 'about', 'exact', 'nearly', 'exact', 'more-than', 'at-least'];
const AT = '2031-05-04T08:00:00.000Z';

function claim(index) {
  const [outlet, name] = [OUTLETS[index % OUTLETS.length], SPEAKERS[index % SPEAKERS.length]];
  const hedge = HEDGES[index % HEDGES.length];
  const value = String(310 + ((index * 37) % 190));
  const open = { low: hedge === 'nearly' ? null : value, high: hedge === 'more-than' || hedge === 'at-least' ? null : value };
  const day = `2031-0${4 + (index % 2)}-${String(1 + ((index * 5) % 28)).padStart(2, '0')}`;
  const id = `c${String(index).padStart(11, '0')}`;
  const sentence = `The harbour counted ${value} boats that day.`;
  const start = sentence.indexOf(value);
  return {
    ...{ id, measureId: 'measure00001', ordinal: 0, text: `${value} boats`, ...open, lowInclusive: hedge !== 'more-than' },
    ...{ highInclusive: hedge !== 'nearly', hedge, grain: '10', unit: null, noun: 'boats', measureWords: 'boats counted' },
    ...{ speaker: name && { name, role: null, inferred: false }, occasion: null, asOf: day, asOfBasis: 'stated', partOf: null },
    ...{ acceptedAt: AT, acceptedBy: { role: 'reviewer', demo: false }, byHand: null },
    quote: passageOf(sentence, { start: 0, end: sentence.length }, { start, end: start + value.length + 6, id }),
    article: {
      ...{ id: `a${String(index).padStart(11, '0')}`, title: 'Boats', source: { id: `s-${outlet}`, name: outlet }, publishedAt: day },
      ...{ byline: null, url: null, language: 'en', demoNote: null, addedAt: AT, textHash: `hash ${index}`, originId: `origin ${index}` },
      engine: 'reader 1',
    },
  };
}

/**
 * @param {number} claims how many
 * @param {number} contested how many of them stand in the two positions of an open case
 * @returns {import('@/lib/publication').MeasureRecord}
 */
export function chartRecord(claims, contested) {
  const all = Array.from({ length: claims }, (_, index) => claim(index)).sort((a, b) => a.asOf.localeCompare(b.asOf));
  const sides = [0, 1].map((side) => all.slice(0, contested).filter((_, index) => index % 2 === side));
  const positions = sides.map((side) => ({
    ...{ claims: side.map(({ id }) => id), low: null, high: null, lowInclusive: true, highInclusive: true, label: `${side[0].low} boats` },
  }));
  const acts = [{ type: 'opened', at: AT, positions: positions.map(({ label, claims }) => ({ label, claims })) }];
  return {
    ...{ id: 'measure00001', title: 'How many boats did the harbour count?', unit: null, aggregation: 'running', claims: all },
    ...{ relations: [], checks: [] },
    case: {
      ...{ id: 'case00000001', measureId: 'measure00001', standing: { status: 'open' }, openedAt: AT, publications: [], withdrawal: null },
      ...{ acts, current: { positions, others: [], explanation: 'The counts cannot both be right.', possibleReasons: [] } },
    },
  };
}
