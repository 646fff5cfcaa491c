import { makeFound, type Reader } from '../found';
import { endsPhrase } from '../stopwords';
import { glued, mark, near, word } from './look';

/** What "no" denies without counting it. */
const UNCOUNTED =
  /^(longer|doubt|matter|way|idea|choice|reason|wonder|sense|need|intention|evidence|comment|good|different|such|question|problem|sign|signs|plan|plans|further|more|less|fewer|other|time|chance|hope|hurry|means|use|secret|stranger|exception|surprise|immediate|word|news|better|easy|big|small|room|place|one's|right|alternative|guarantee|official|clear|mention|response|answer|agreement|progress|link|relation|indication)$/;

/** "no injuries", "no one", "nobody", "none": a count of zero. */
export const noneReader: Reader = {
  name: 'none',
  begins: 'word',
  read(tokens, i) {
    const first = word(tokens, i);
    if (first === 'nobody' || first === 'none') return makeFound('none', i, i + 1, '0');
    if (first !== 'no') return null;
    const next = word(tokens, i + 1);
    if (next === 'one') return makeFound('none', i, i + 2, '0');
    if (next === '' || !near(tokens, i + 1) || glued(tokens, i + 1) || mark(tokens, i - 1) === '-') return null;
    return endsPhrase(next) || UNCOUNTED.test(next) ? null : makeFound('none', i, i + 1, '0');
  },
};
