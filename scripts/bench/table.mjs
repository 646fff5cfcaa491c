// The table of the bench: what was aimed at, ours, and each peer with how many times better ours is.

const rate = (part, whole) => Number(((100 * part) / whole).toFixed(1));
const inMB = (bytes) => (bytes >= 1e6 ? '1 MB' : `${Math.round(bytes / 1000)} kB`);

/** Name, must, goal, figure, and what makes one better: "more", "less", or nothing to compare by. */
const SPEED = [
  ['5 kB article, warm, ms', '≤ 1', '≤ 0.5', (one) => one.article5kB?.ms, 'less'],
  ['warm, MB/s', '≥ 4', '≥ 8', (one) => one.warm?.MBps, 'more'],
  ['first pass, MB/s', '≥ 2', '≥ 4', (one) => one.firstPass?.MBps, 'more'],
  ['time for twice the text', '≤ 2.3', '≤ 2.1', (one) => one.growth?.ratio],
  ['… up to', '1 MB', '', (one) => one.growth && inMB(one.growth.bytes)],
  ['… of the worst hostile kind', '≤ 2.3', '≤ 2.1', (one) => one.hostile?.ratio],
  ['measure of 10,000 claims, ms', '≤ 100', '', (one) => one.largeMeasure?.ms[10_000]],
  ['… time for twice the claims', '≤ 2.3', '≤ 2.1', (one) => one.largeMeasure?.ratio],
];

const CORPUS = [
  ['own corpus: figures found, %', '', '', ({ corpus: of }) => of && rate(of.value, of.figures), 'more'],
  ['own corpus: with unit, %', '', '', ({ corpus: of }) => of && rate(of.valueUnit, of.figures), 'more'],
  ['own corpus: no quantity, let be, %', '', '', ({ corpus: of }) => of && rate(of.letBe, of.nothings), 'more'],
];

const QUALITY = [
  ['NewsQuant value F1', '≥ 90', '≥ 95', 'value'],
  ['NewsQuant value + unit F1', '≥ 84', '≥ 90', 'valueUnit'],
  ['NewsQuant value + change F1', '≥ 86', '≥ 90', 'valueChange'],
  ['NewsQuant value + concept, partial', '≥ 66', '≥ 80', 'valueConcept'],
  ['hedges F1', '≥ 80', '≥ 86', 'hedges'],
  ['ranges found, %', '≥ 72', '≥ 87', 'ranges'],
  ['sentences with everything right, %', '≥ 69', '≥ 80', 'sentences'],
  ['R-Text currency, value + unit F1', '≥ 85', '≥ 92', 'currency'],
  ['R-Text dimension, value + unit F1', '≥ 85', '≥ 94', 'dimension'],
  ['R-Text age and temperature, missed', '≤ 3', '≤ 1', 'ageTemperatureMissed', null],
  ['Recognizers specs, values found, %', '≥ 94', '≥ 97', 'specsValue'],
  ['… readings per annotated one', '≤ 1.5', '', 'specsReadings', null],
  ['Recognizers number specs, value F1', '≥ 90', '≥ 95', 'specNumber'],
  ['number ranges, bounds right, %', '≥ 90', '≥ 95', 'numberRanges'],
  ['duckling money, values found, %', '≥ 95', '≥ 97', 'money'],
  ['duckling money, value + unit, %', '≥ 88', '≥ 92', 'moneyUnit'],
  ['quantulum3 suite, value + unit F1', '≥ 85', '≥ 90', 'quantulum'],
  ['MeasEval spans, overlap F1', '≥ 66', '≥ 75', 'measeval'],
].map(([name, must, goal, key, better = 'more']) => [name, must, goal, ({ quality }) => quality?.[key], better]);

function cell(figure, ours, better) {
  if (figure === undefined || figure === null) return '–';
  if (!better || typeof ours !== 'number' || ours === 0 || figure === 0) return String(figure);
  const times = better === 'more' ? ours / figure : figure / ours;
  return `${figure} (× ${times >= 10 ? Math.round(times) : times.toFixed(1)})`;
}

/** Lines of text: a row for each figure that somebody has, columns for ours and the peers. */
export function tableOf(result) {
  const peers = Object.entries(result.peers);
  const lines = [['', 'must', 'goal', 'countercheck', ...peers.map(([name]) => name)]];
  for (const [name, must, goal, figure, better] of [...SPEED, ...CORPUS, ...QUALITY]) {
    const ours = figure(result);
    const theirs = peers.map(([, peer]) => cell(figure(peer), ours, better));
    if (ours !== undefined || theirs.some((text) => text !== '–')) lines.push([name, must, goal, cell(ours), ...theirs]);
  }
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
