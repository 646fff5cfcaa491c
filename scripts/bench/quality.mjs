// Quality on the texts of others: runs the public benchmark beside the project, ours and the peers, and picks the figures of the table.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../yard/children.mjs';
import { ROOT } from '../yard/root.mjs';
import { EXTRACT } from './beside.mjs';

const SPECS = ['spec-number', 'spec-percent', 'spec-age', 'spec-currency', 'spec-dimension', 'spec-temperature', 'spec-numberrange'];
/** How the names begin that the benchmark gives to the systems. */
const THEIRS = {
  countercheck: 'countercheck',
  'wink-nlp': 'wink-nlp',
  compromise: 'compromise',
  'recognizers-text': 'recognizers-text (JS, best config)',
};

/** A copy inside the folder of the peers, so that its adapters find them. Its readings of the peers are kept there for the next run. */
export async function qualityBeside(peers) {
  const copy = join(peers, 'extract');
  for (const part of ['adapters', 'lib', 'dev', 'run.mjs']) {
    rmSync(join(copy, part), { recursive: true, force: true });
    cpSync(join(EXTRACT, part), join(copy, part), { recursive: true });
  }
  const ours = `"${process.execPath}" "${join(ROOT, 'bin', 'countercheck.mjs')}" extract`;
  const out = join(copy, 'results.json');
  const args = [join(copy, 'run.mjs'), '--cli', ours, '--cli-name', 'countercheck', '--out', out];
  const { code } = await capture(process.execPath, args, { env: { ...process.env, CACHE: join(peers, 'readings') } });
  if (code !== 0) throw new Error(`the benchmark beside the project ended with ${code}`);
  return picked(JSON.parse(readFileSync(out, 'utf8')));
}

function picked(results) {
  const names = Object.keys(results.newsquant);
  return Object.fromEntries(
    Object.entries(THEIRS).map(([name, begins]) => {
      const theirs = names.find((one) => one.startsWith(begins));
      return [name, figuresOf((set) => results[set]?.[theirs])];
    }),
  );
}

function figuresOf(of) {
  const news = of('newsquant');
  const missed = ['rtext-age', 'rtext-temperature'].map((set) => of(set).strict['value+unit']).map(({ gold, tp }) => gold - tp);
  const specs = SPECS.map(of);
  const total = (pick) => specs.reduce((sum, one) => sum + pick(one), 0);
  const rounded = (value) => Number(value.toFixed(2));
  return {
    value: news.strict.value.F1,
    valueUnit: news.strict['value+unit'].F1,
    valueChange: news.strict['value+change'].F1,
    valueConcept: news.strict['value+concept(partial)'].F1,
    hedges: news.modifierHard.F1,
    ranges: news.rangeRecall,
    sentences: news.perfect,
    currency: of('rtext-currency').strict['value+unit'].F1,
    dimension: of('rtext-dimension').strict['value+unit'].F1,
    ageTemperatureMissed: missed[0] + missed[1],
    specsValue: rounded(total(({ gold, valueRecall }) => gold * valueRecall) / total(({ gold }) => gold)),
    specsReadings: rounded(total(({ pred }) => pred) / total(({ gold }) => gold)),
    specNumber: of('spec-number').value.F1,
    numberRanges: of('spec-numberrange').valueRecall,
    money: of('duckling-money').valueRecall,
    moneyUnit: of('duckling-money').valueUnitRecall,
    quantulum: of('quantulum3').valueUnit.F1,
    measeval: (of('measeval') ?? of('measeval40'))['span overlap'].F1,
  };
}
