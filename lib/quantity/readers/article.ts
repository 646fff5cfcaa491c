import { unitAt } from '../amount';
import { makeFound, type Reader } from '../found';
import { DURATIONS } from '../units';
import { word } from './look';

/** "more than a month", "nearly a mile", "half an hour": the article counts one when a hedge or a part stands before it. */
export const articleReader: Reader = {
  name: 'article',
  begins: 'word',
  read(tokens, i) {
    const article = word(tokens, i);
    if (article !== 'a' && article !== 'an') return null;
    const unit = unitAt(tokens, i + 1);
    if (!unit || unit.unit === '%' || tokens[i + 1]?.gap === 'none') return null;
    const before = word(tokens, i - 1);
    const hedged =
      /^(than|nearly|almost|least|about|around|over|under)$/.test(before) &&
      !(before === 'about' && !DURATIONS.has(unit.unit)) &&
      !(before === 'over' && word(tokens, i - 2) === 'and');
    if (!hedged && before !== 'half') return null;
    const found = makeFound('article', i, i + 1, before === 'half' ? '0.5' : '1');
    found.unit = unit.unit;
    found.spanFrom = before === 'half' ? i - 1 : i;
    found.spanTo = unit.to;
    found.mentionFrom = found.spanFrom;
    found.mentionTo = unit.to;
    return found;
  },
};
