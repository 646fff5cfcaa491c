import { placeNamed } from '@/lib/claim';

/** A topic or a place by the word in its address; `wider` is what it is part of. */
export interface Subject {
  slug: string;
  name: string;
  wider: string | null;
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Names of countries in news that are not those of the list of codes. */
const ALSO_CALLED: Record<string, string> = {
  ...{ us: 'us', usa: 'us', 'u-s': 'us', 'u-s-a': 'us', america: 'us', 'united-states-of-america': 'us', uk: 'gb', 'u-k': 'gb' },
  ...{
    britain: 'gb',
    'great-britain': 'gb',
    uae: 'ae',
    'czech-republic': 'cz',
    turkey: 'tr',
    'ivory-coast': 'ci',
    burma: 'mm',
    myanmar: 'mm',
  },
  ...{ 'hong-kong': 'hk', macau: 'mo', macao: 'mo', palestine: 'ps', 'cape-verde': 'cv', swaziland: 'sz', 'dr-congo': 'cd', vatican: 'va' },
};

let known: Map<string, string> | undefined;

/** The two letters by which a country goes everywhere (ISO 3166), small; null for what is no country. */
export function countryCode(name: string): string | null {
  known ??= codes();
  return known.get(plain(name)) ?? null;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Codes of nothing that is a country today. */
const NO_COUNTRY = /^(?:AC|BU|CP|CQ|DD|DG|DY|EA|EU|EZ|FX|HV|IC|NH|NT|RH|SU|TA|TP|UN|VD|XA|XB|XK|YD|YU|ZR|ZZ)$/;

function codes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const code = first + second;
      const name = NO_COUNTRY.test(code) ? undefined : names.of(code);
      if (name) found.set(plain(name), code.toLowerCase());
    }
  return new Map([...found, ...Object.entries(ALSO_CALLED)]);
}

/** Two letters are those of a country alone. */
const slugOfPlace = (name: string): string => {
  const slug = plain(name);
  return countryCode(name) ?? (/^[a-z]{2}$/.test(slug) ? `${slug}-place` : slug);
};

/** Topics or places as a definition tells them ("Health > Vaccination"), each with those it is part of. */
export function subjectsOf(facet: 'topic' | 'place', paths: readonly string[]): Subject[] {
  const slugOf = facet === 'place' ? slugOfPlace : plain;
  const found = paths.flatMap((path) => {
    const names = path.split(' > ');
    return names.map((name, at) => ({ name, slug: slugOf(name), wider: at === 0 ? null : slugOf(names[at - 1] as string) }));
  });
  return once(found);
}

/** The places that at least half of the claims of a measure name, from the words of each; what is outside a place is not there. */
export function placesTold(scopes: readonly (readonly string[])[]): Subject[] {
  const told = scopes.filter((scope) => scope.length > 0);
  const counts = new Map<string, number>();
  for (const scope of told)
    for (const name of new Set(scope.filter(isInside).map(placeNamed))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].flatMap(([name, n]) => (2 * n >= told.length && /^\p{Lu}/u.test(name) ? [name] : []));
  return once(often.map((name) => ({ name, slug: slugOfPlace(name), wider: null })));
}

const isInside = (place: string): boolean => !place.startsWith('outside ');

const once = (subjects: readonly Subject[]): Subject[] => [
  ...new Map(subjects.filter(({ slug }) => slug !== '').map((subject) => [subject.slug, subject])).values(),
];
