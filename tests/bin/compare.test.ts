import { describe, expect, it } from 'vitest';
import { call, linesOf } from './command';

const compare = async (...pairs: object[]) => {
  const { code, out } = await call(['compare'], { input: pairs.map((pair) => JSON.stringify(pair)).join('\n') });
  return { code, answers: linesOf(out) };
};

describe('countercheck compare', () => {
  it('says how two texts stand to each other, with the claims it compared', async () => {
    const a = { text: 'The storm closed 12 schools in the valley, officials said.', publishedAt: '2024-05-02' };
    const b = { text: 'The storm closed 19 schools in the valley, officials said.', publishedAt: '2024-05-02' };
    const { code, answers } = await compare({ id: 'c', a, b }, { id: 's', a, b: a });
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ id: 'c', relation: 'conflict', alert: true });
    expect(answers[0]!.explanation).toMatch(/12.*19/);
    expect(a.text.slice(answers[0]!.a.start, answers[0]!.a.end)).toBe(answers[0]!.a.text);
    expect(answers[1]).toMatchObject({ id: 's', relation: 'compatible', kind: 'same-value', alert: false });
  });

  it('takes the claim at the span', async () => {
    const text = 'The fire destroyed 30 barns and 4 mills.';
    const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
    const b = { text: 'The fire destroyed 9 mills.' };
    const { answers } = await compare(
      { id: 1, a: { text, span: at('4 mills') }, b },
      { id: 2, a: { text, span: at('30 barns') }, b },
      { id: 3, a: { text }, b },
    );
    expect(answers.map((answer) => answer.a.text)).toEqual(['4 mills', '30 barns', '4 mills']);
    expect(answers[1]).toMatchObject({ relation: 'different-measure' });
  });

  it('answers no-claim where a side has no figure, and an error where it has no text or a wrong span', async () => {
    const b = { text: 'The fire destroyed 9 mills.' };
    const { code, answers } = await compare(
      { id: 1, a: { text: 'Nothing burned down.' }, b },
      { id: 2, b },
      { id: 3, a: { text: 'Four.', span: { start: 2, end: 99 } }, b },
    );
    expect(code).toBe(3);
    expect(answers[0]).toMatchObject({
      id: 1,
      relation: 'different-measure',
      kind: 'no-claim',
      alert: false,
      a: null,
      b: { text: '9 mills' },
    });
    expect(answers[1]).toMatchObject({ id: 2, error: { code: 'EmptyText' } });
    expect(answers[2]).toMatchObject({ id: 3, error: { code: 'InvalidSpan' } });
  });
});
