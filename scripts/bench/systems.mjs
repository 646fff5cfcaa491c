// The systems that are measured. Each reads the quantities of a text in the fullest way it offers, and gives for each the value (or the
// two ends of a range), its unit, and the counted thing behind it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { spelledValue } from './spelled.mjs';

const CURRENCIES = { $: 'dollar', '£': 'pound sterling', '€': 'euro', '¥': 'yen' };
const single = (value, unit, noun = null) => ({ low: value, high: value, unit, noun });
const needFrom = (peers) => createRequire(join(peers, 'package.json'));

async function countercheck() {
  const { readQuantities } = await import('@/lib/quantity');
  const number = (value) => (value === null ? null : Number(value));
  return (text) =>
    readQuantities(text)
      .quantities.filter(({ excluded }) => excluded === null)
      .map(({ low, high, unit, noun }) => ({ low: number(low), high: number(high), unit, noun }));
}

async function claims() {
  const { readArticle } = await import('@/lib/claim');
  const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
  return (text) => readArticle(text, context).claims;
}

/** Finds the spans and their kinds; values and nouns are read from its words here, since it gives none. */
function wink(peers) {
  const need = needFrom(peers);
  const nlp = need('wink-nlp')(need('wink-eng-lite-web-model'));
  const counted = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'DURATION']);
  return (text) => {
    const doc = nlp.readDoc(text);
    const words = doc.tokens().out(nlp.its.value);
    const parts = doc.tokens().out(nlp.its.pos);
    const found = [];
    doc.entities().each((entity) => {
      const kind = entity.out(nlp.its.type);
      const said = entity.out();
      const value = counted.has(kind) ? spelledValue(said) : null;
      if (value === null) return;
      let at = entity.out(nlp.its.span)[1] + 1;
      while (parts[at] === 'ADJ') at += 1;
      const sign = CURRENCIES[said.match(/[$£€¥]/)?.[0]];
      const unit = kind === 'PERCENT' ? '%' : (sign ?? (kind === 'DURATION' || kind === 'MONEY' ? said.split(/[\s-]+/).at(-1) : null));
      found.push(single(value, unit, /^(NOUN|PROPN)$/.test(parts[at]) ? words[at] : null));
    });
    return found;
  };
}

/** Gives numbers with tags; the counted thing is the noun behind the number, by its own tags. */
function compromise(peers) {
  const nlp = needFrom(peers)('compromise');
  const elsewhere = ['Date', 'Time', 'Ordinal', 'PhoneNumber'];
  return (text) => {
    const doc = nlp(text);
    const numbers = doc.numbers().json({ offset: true });
    const terms = numbers.length === 0 ? [] : doc.json({ offset: true }).flatMap((sentence) => sentence.terms);
    return numbers.flatMap(({ number, terms: own }) => {
      const tags = own.flatMap((term) => term.tags);
      if (typeof number?.num !== 'number' || Number.isNaN(number.num) || elsewhere.some((tag) => tags.includes(tag))) return [];
      const said = own.map((term) => term.pre + term.text + term.post).join(' ');
      const last = own.at(-1).offset.start;
      const next = terms[terms.findIndex((term) => term.offset.start === last) + 1];
      const percent = tags.includes('Percent') || said.includes('%') || /^percent$/i.test(next?.text);
      const unit = percent ? '%' : (CURRENCIES[said.match(/[$£€¥]/)?.[0]] ?? (number.unit || null));
      return [single(number.num, unit, next?.tags.includes('Noun') ? next.text : null)];
    });
  };
}

/** Units first, then the numbers that stand in none of them and in no date. It gives no counted things. */
function recognizers(peers) {
  const suite = needFrom(peers)('@microsoft/recognizers-text-suite');
  const withUnits = ['recognizeCurrency', 'recognizePercentage', 'recognizeTemperature', 'recognizeAge', 'recognizeDimension'];
  const resolved = ({ resolution }) => Number.parseFloat(String(resolution?.value).replace(/[%,]/g, ''));
  return (text) => {
    const taken = [];
    const found = [];
    const take = (one, unit) => {
      if (Number.isNaN(resolved(one)) || taken.some(({ start, end }) => one.start <= end && start <= one.end)) return;
      taken.push(one);
      found.push(single(resolved(one), unit));
    };
    for (const name of withUnits)
      for (const one of suite[name](text, 'en-us')) take(one, name === 'recognizePercentage' ? '%' : one.resolution?.unit);
    const numbers = suite.recognizeNumber(text, 'en-us');
    if (numbers.length > 0) taken.push(...suite.recognizeDateTime(text, 'en-us'));
    for (const one of numbers) take(one, null);
    return found;
  };
}

/** Each makes its reader ready; what that costs is no part of the reading. */
export const SYSTEMS = { countercheck, 'countercheck claims': claims, 'wink-nlp': wink, compromise, 'recognizers-text': recognizers };
