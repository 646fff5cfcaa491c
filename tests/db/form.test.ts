import { describe, expect, it, vi } from 'vitest';
import type { Fields } from '@/db/drafts';
import { fieldsOfInput, inputOfFields } from '@/db/operations';

const keysOf = (value: object): string[] => Object.keys(value);

describe('an input as the fields of a form', () => {
  it('is what a form can show: names as long and as deep as its own', () => {
    expect(fieldsOfInput({ rationale: 'a', evidence: [{ url: 'u', note: null }], accepted: 1, noEvidence: false })).toEqual({
      ...{ rationale: 'a', 'evidence.0.url': 'u', accepted: '1', noEvidence: 'false' },
    });
    expect(fieldsOfInput({ a: { b: { c: { d: { e: 'five' } } } } })).toEqual({ 'a.b.c.d.e': 'five' });
    expect(fieldsOfInput({ a: { b: { c: { d: { e: { f: 'six' } } } } }, g: 'kept' })).toEqual({ g: 'kept' });
    expect(fieldsOfInput({ ['n'.repeat(201)]: 'x', ['n'.repeat(200)]: 'y' })).toEqual({ ['n'.repeat(200)]: 'y' });
    expect(fieldsOfInput('alone')).toEqual({});
  });

  it.each([
    ['a list', { list: Array.from({ length: 100_000 }, () => 'x') }],
    ['an object', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`n${i}`, 'x']))],
    ['a list of lists', { list: Array.from({ length: 1000 }, () => Array(1000).fill('x')) }],
  ])('is 2,000 fields at most, and %s of more is not copied again and again', (_, input) => {
    const assign = vi.spyOn(Object, 'assign');
    expect(keysOf(fieldsOfInput(input))).toHaveLength(2000);
    expect(assign).not.toHaveBeenCalled();
    assign.mockRestore();
  });

  it('holds hostile names as names', () => {
    const given = JSON.parse('{"__proto__":{"admin":"yes"},"constructor":{"prototype":{"admin":"yes"}},"toString":"x"}');
    const fields = fieldsOfInput(given);
    expect(keysOf(fields)).toEqual(['__proto__.admin', 'constructor.prototype.admin', 'toString']);
    expect(({} as { admin?: string }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(fieldsOfInput(JSON.parse('{"__proto__":"x"}')))).toBe(Object.prototype);
  });
});

describe('the fields of a form as an input', () => {
  it('stays what was sent where it is deeper than any form, or speaks another dialect', () => {
    const sent: Fields[] = [
      { 'a.b.c.d.e.f': 'x' },
      { ['a'.padEnd(199, '.a')]: 'x' },
      { 'a[0]': 'x', 'a[0][b]': 'y' },
      { a: 'x', 'a.b': 'y' },
    ];
    for (const fields of sent) expect(inputOfFields(fields)).toEqual(fields);
  });

  it.each([
    ['2,000 places of a list', (i: number) => `a.${i}`],
    ['2,000 deep names', (i: number) => `a.b.c.d.${i}`],
    ['2,000 branches', (i: number) => `a${i}.b.c.d.e`],
  ])('takes %s with every value in it', (_, name) => {
    const input = inputOfFields(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [name(i), `v${i}`])));
    const text = JSON.stringify(input);
    expect([text.includes('"v0"'), text.includes('"v1999"'), text.match(/"v\d+"/g)!.length]).toEqual([true, true, 2000]);
  });
});
