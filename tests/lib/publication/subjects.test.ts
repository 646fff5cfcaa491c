import { expect, it } from 'vitest';
import { countryCode, placesTold, subjectsOf } from '@/lib/publication/subjects';

it.each([
  ['Norway', 'no'],
  ['the United States', 'us'],
  ['USA', 'us'],
  ['U.K.', 'gb'],
  ['Côte d’Ivoire', 'ci'],
  ['Turkey', 'tr'],
  ['Czech Republic', 'cz'],
  ['Marsh End', null],
  ['European Union', null],
])('%s has the code %s', (name, code) => expect(countryCode(name)).toBe(code));

it('topics and places go by a word, each with what it is part of', () => {
  expect(subjectsOf('topic', ['Health > Vaccination', 'Health'])).toEqual([
    { slug: 'health', name: 'Health', wider: null },
    { slug: 'vaccination', name: 'Vaccination', wider: 'health' },
  ]);
  expect(subjectsOf('place', ['Norway > Bergen', 'Io'])).toEqual([
    { slug: 'no', name: 'Norway', wider: null },
    { slug: 'bergen', name: 'Bergen', wider: 'no' },
    { slug: 'io-place', name: 'Io', wider: null },
  ]);
  expect(subjectsOf('place', ['Пермь', '…'])).toEqual([{ slug: 'пермь', name: 'Пермь', wider: null }]);
});

it('a place is told by at least half of the claims that tell any, and not where they are of what is outside it', () => {
  const told = placesTold([['Norway'], ['near Bergen', 'Norway'], ['outside Norway', 'Bergen'], [], ['the valley']]);
  expect(told.map(({ slug }) => slug)).toEqual(['no', 'bergen']);
});
