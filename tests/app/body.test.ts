import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBody } from '@/app/_shell/body';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

const read = (type: string, body: string) =>
  readBody(new Request('https://desk.example/x', { method: 'POST', headers: { 'content-type': type }, body }));
const codeOf = async (type: string, body: string) => {
  const answer = await read(type, body);
  return answer.ok ? answer.value.kind : `${answer.refusal.status} ${answer.refusal.code}`;
};

afterEach(() => vi.restoreAllMocks());

describe('what a form may hold', () => {
  it('one name as often as there may be fields, each value in its place', async () => {
    const body = Array.from({ length: 2000 }, (_, i) => `a=${i}`).join('&');
    const answer = await read(FORM, body);
    expect(answer.ok && answer.value.kind === 'form' && answer.value.fields.a).toEqual(Array.from({ length: 2000 }, (_, i) => String(i)));
  });

  it.each([
    ['one name 40,000 times', 'a&'.repeat(40_000)],
    ['200,000 names', Array.from({ length: 200_000 }, (_, i) => `n${i}`).join('&')],
    ['nothing, a million times', '&'.repeat(1_000_000)],
    ['one too many', 'a&'.repeat(2000)],
  ])('is refused, and not even taken apart, with %s', async (_, body) => {
    const parser = vi.spyOn(globalThis, 'URLSearchParams');
    expect(await codeOf(FORM, body)).toBe('422 TooManyFields');
    expect(parser).not.toHaveBeenCalled();
  });

  it('no name longer than any of ours', async () => {
    expect(await codeOf(FORM, `${'a'.repeat(200)}=1`)).toBe('form');
    expect(await codeOf(FORM, `${'a'.repeat(201)}=1`)).toBe('422 NameTooLong');
  });
});

describe('what JSON may hold', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  it('twenty levels, twenty thousand values', async () => {
    expect(await codeOf(JSON_TYPE, nested(20))).toBe('json');
    expect(await codeOf(JSON_TYPE, JSON.stringify({ list: Array(19_998).fill(0) }))).toBe('json');
  });

  it.each([
    ['21 levels', nested(21), '422 NestedTooDeep'],
    ['5,000 levels', nested(5000), '422 NestedTooDeep'],
    ['a million levels', nested(1_000_000), '422 NestedTooDeep'],
    ['800 objects around 20,000', `${'{"a":'.repeat(800)}${JSON.stringify(Array(20_000).fill({}))}${'}'.repeat(800)}`, '422 NestedTooDeep'],
    ['20,001 values', JSON.stringify(Array(20_000).fill(0)), '422 TooManyFields'],
    ['a million empty lists', `[${'[],'.repeat(1_000_000)}[]]`, '422 TooManyFields'],
    ['a name longer than any of ours', JSON.stringify({ a: { ['b'.repeat(201)]: 1 } }), '422 NameTooLong'],
  ])('is refused with %s', async (_, body, expected) => expect(await codeOf(JSON_TYPE, body)).toBe(expected));
});
