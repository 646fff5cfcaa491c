import type { Refiner } from '../found';
import { mark, word } from '../readers/look';

export const UP =
  /^(rose|rise|rises|risen|rising|up|increased|increase|increases|increasing|gained|gains|grew|grow|grows|grown|climbed|climbs|jumped|jumps|soared|surged|surges|added|advanced|expanded|swelled|rallied|leapt|doubled|tripled|raised)$/;
export const DOWN =
  /^(fell|fall|falls|fallen|falling|down|decreased|decrease|decreases|dropped|drops|declined|declines|lost|slid|slipped|slumped|plunged|shrank|sank|tumbled|dipped|contracted|cut|reduced|lowered|shed|eased)$/;

/** Verbs of change just before the figure: a trend, though not for the level after "to". */
export const trendRefiner: Refiner = {
  name: 'trend',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null || word(tokens, one.mentionFrom - 1) === 'to') continue;
      for (let k = one.mentionFrom - 1; k >= Math.max(0, one.mentionFrom - 4); k -= 1) {
        const lower = word(tokens, k);
        if (lower === '' && mark(tokens, k) !== ',') break;
        if (UP.test(lower)) one.trend = 'up';
        else if (DOWN.test(lower)) one.trend = 'down';
        else if (/^(by|from|a|an|some|another|as|much|further|to)$/.test(lower) || looksAdverb(lower)) continue;
        break;
      }
      if (one.trend) one.readers.push('trend');
    }
  },
};

const looksAdverb = (lower: string): boolean => lower.endsWith('ly') || lower === 'more' || lower === 'than' || lower === 'about';
