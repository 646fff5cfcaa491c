import { describe, expect, it } from 'vitest';
import { measurePage, type PublicClaim, passageOf, sharedQuotes } from '@/lib/publication';
import { claim, record } from './record';

const SENTENCE = 'The warden counted 31 boats, 4 barges and a raft, and nobody contradicted him.';

const inSentence = (id: string, value: string, text: string, more: object = {}): PublicClaim => {
  const start = SENTENCE.indexOf(text);
  const quote = passageOf(SENTENCE, { start: 0, end: SENTENCE.length }, { start, end: start + text.length, id });
  return claim(id, value, { text, quote, ...more });
};
const quotesOf = (...claims: PublicClaim[]) => sharedQuotes(measurePage(record(claims)).rows);

describe('quotes of several claims', () => {
  it('show a sentence once, with each claim of it marked', () => {
    const [quote, ...more] = quotesOf(inSentence('claim00002', '4', '4 barges'), inSentence('claim00001', '31', '31 boats'));
    expect(more).toEqual([]);
    expect(quote!.passage.pieces).toEqual([
      { text: 'The warden counted ', claim: null },
      { text: '31 boats', claim: 'claim00001' },
      { text: ', ', claim: null },
      { text: '4 barges', claim: 'claim00002' },
      { text: ' and a raft, and nobody contradicted him.', claim: null },
    ]);
    expect(quote!.rows.map((row) => row.id).sort()).toEqual(['claim00001', 'claim00002']);
  });

  it('keep apart what other outlets printed and what other people said', () => {
    const boats = inSentence('claim00001', '31', '31 boats');
    expect(quotesOf(boats, inSentence('claim00002', '4', '4 barges', { outlet: 'Evening Echo' }))).toHaveLength(2);
    const said = { speaker: { name: 'Mara Lund', role: null, inferred: false } };
    expect(quotesOf(boats, inSentence('claim00002', '4', '4 barges', said))).toHaveLength(2);
  });
});
