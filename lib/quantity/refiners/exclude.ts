import { compare } from '@/lib/base';
import { figureOf, type Refiner } from '../found';
import { SMALL } from '../numberwords';
import { capital, isHyphen, mark, word } from '../readers/look';

/** Figures that define or point instead of counting: "the two countries", "one of the largest", "one must". */
export const excludeRefiner: Refiner = {
  name: 'exclude',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null) continue;
      const first = word(tokens, one.from);
      const before = word(tokens, one.spanFrom - 1);
      const spelled = SMALL.has(first) && one.to === one.from + 1;
      if (first === 'one' && spelled && word(tokens, one.to) === 'of') one.excluded = 'partitive';
      else if (first === 'one' && spelled && /^(particular|such|single|more|last|final)$/.test(word(tokens, one.to)))
        one.excluded = 'pronoun';
      else if (first === 'one' && spelled && one.unit === null && one.noun === null) one.excluded = 'pronoun';
      else if (
        spelled &&
        one.hedge === 'exact' &&
        one.mentionFrom === one.spanFrom &&
        /^(the|these|those|both|all)$/.test(before) &&
        !partOfFigure(tokens, one.spanFrom - 2) &&
        compare(figureOf(one), '13') < 0
      )
        one.excluded = 'definite';
      else if (spelled && capital(tokens[one.from]) && capital(tokens[one.to]) && !sentenceStart(tokens, one.from) && one.unit === null)
        one.excluded = 'name';
      if (one.excluded) one.readers.push('exclude');
      if (one.excluded === null && listNumber(tokens, one.from, one.to)) one.excluded = 'list';
    }
  },
};

/** "three of the nine pumps": a figure before "of the" makes the second one a total. */
const partOfFigure = (tokens: Parameters<Refiner['refine']>[0], of: number): boolean =>
  word(tokens, of) === 'of' && (tokens[of - 1]?.kind === 'number' || (SMALL.get(word(tokens, of - 1)) ?? 0) > 1);

const sentenceStart = (tokens: Parameters<Refiner['refine']>[0], i: number): boolean =>
  i === 0 || tokens[i]?.gap === 'block' || tokens[i]?.gap === 'line' || /^[.!?:"“”'‘(-]$/.test(mark(tokens, i - 1));

/** "1." and "(2)" at the beginning of a line. */
function listNumber(tokens: Parameters<Refiner['refine']>[0], from: number, to: number): boolean {
  const opened = mark(tokens, from - 1) === '(';
  const start = tokens[opened ? from - 1 : from];
  if (start?.gap !== 'line' && start?.gap !== 'block') return false;
  const close = mark(tokens, to);
  return (
    to === from + 1 &&
    tokens[from]?.kind === 'number' &&
    (close === ')' || (close === '.' && tokens[to]?.gap === 'none' && tokens[to + 1]?.gap === 'space' && capital(tokens[to + 1]))) &&
    !isHyphen(tokens, to)
  );
}
