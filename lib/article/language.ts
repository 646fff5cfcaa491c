import { type Token, tokensOf } from '@/lib/base';

/** The commonest small words of languages a newsroom meets. English is the one that the engine reads. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en:
      'the a an of and to in that is was for on with as it by at from his her has have had were are been not but they which this said ' +
      'will who i you we she their there more than about after over into when if or would could he its so our him them these those some any ' +
      'other can may no up out off down behind between during before against while where only just also because under per',
    fr: 'le la les des du de et un une est dans que pour qui sur pas au aux par plus avec ont été son sa ses ce cette il elle sont',
    de: 'der die das und ist von den dem des ein eine nicht mit für auf im zu sich auch als wird wurde werden nach bei einer hat haben aus',
    es: 'el la los las de del y que en un una es por con para se su al lo como más fue han sus este esta ha pero son',
    it: 'il lo la gli le di del della che e un una è per con non si da nel alla sono dei delle ha come anche più',
    pt: 'o a os as de do da dos das e que em um uma é por com para se não no na mais foi são ao pelo como',
    nl: 'de het een en van in is dat op te voor met zijn aan niet door naar bij ook als wordt werd worden uit om',
    sv: 'och att det som en på är av för med till den har de inte om ett han men var jag från',
    pl: 'i w na z się nie do to że jest o jak po od za przez dla są był oraz',
    tr: 've bir bu da de için ile olarak çok daha olan en gibi kadar sonra ancak ise',
    id: 'yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh telah karena juga',
    vi: 'và của là có cho không được trong các một những đã với người',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Scripts that tell a language, or at least that it is not English. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/],
  ['ko', /[\uac00-\ud7af\u1100-\u11ff]/],
  ['zh', /[\u4e00-\u9fff\u3400-\u4dbf]/],
  ['ru', /[\u0400-\u04ff]/],
  ['ar', /[\u0600-\u06ff]/],
  ['he', /[\u0590-\u05ff]/],
  ['el', /[\u0370-\u03ff]/],
  ['hi', /[\u0900-\u097f]/],
  ['bn', /[\u0980-\u09ff]/],
  ['th', /[\u0e00-\u0e7f]/],
];
const SAMPLE = 12_000;
const FEWEST = 4;

/** The language of a text as a BCP 47 code, by script and small words; null when it is too short to tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  // "500元", "3 kΩ": a few letters are the sign of a unit.
  if (letters < FEWEST) return null;
  for (const [language, script] of SCRIPTS) {
    const share = sample.match(new RegExp(script.source, 'gu'))?.length ?? 0;
    // Japanese mixes kana with many Chinese characters.
    if (share / letters > (language === 'ja' ? 0.15 : 0.5)) return language;
  }
  return bySmallWords(sample);
}

function bySmallWords(sample: string): string | null {
  const words = tokensOf(sample).filter((token) => token.kind === 'word');
  const hits = Object.entries(WORDS).map(([language, set]): [string, number] => [
    language,
    words.filter((token) => set.has(token.lower)).length,
  ]);
  hits.sort((a, b) => b[1] - a[1]);
  const [[best, count], [, second]] = hits as [[string, number], [string, number]];
  // "La Vista Dr, A 5", "5% y/y": few different small words of another language are names and letters in an English text.
  const different = kinds(words, best);
  if (best !== 'en' && (different < 2 || (different < 3 && count / words.length < 0.25))) return null;
  if (count < 2 || (words.length >= 20 && count / words.length < 0.08)) return words.length >= 40 ? 'und' : null;
  // Near relatives share small words; English is only given up for a clear winner.
  return best === 'en' || count - second >= 2 || count > second * 1.2 ? best : null;
}

/** How many different small words of a language the text uses. */
const kinds = (words: readonly Token[], language: string): number =>
  new Set(words.filter(({ lower }) => WORDS[language]?.has(lower)).map(({ lower }) => lower)).size;

/** True when the engine reads this language: English, or too short to tell. */
export const isRead = (language: string | null): boolean => language === null || /^en(-|$)/i.test(language);
