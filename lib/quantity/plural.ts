const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  mice: 'mouse',
  oxen: 'ox',
  lives: 'life',
  knives: 'knife',
  wives: 'wife',
  halves: 'half',
  wolves: 'wolf',
  leaves: 'leaf',
  loaves: 'loaf',
  thieves: 'thief',
  crises: 'crisis',
  analyses: 'analysis',
  bases: 'base',
  media: 'medium',
  data: 'datum',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  bacteria: 'bacterium',
  movies: 'movie',
  cookies: 'cookie',
  ties: 'tie',
  viruses: 'virus',
  buses: 'bus',
  gases: 'gas',
  campuses: 'campus',
  censuses: 'census',
  bonuses: 'bonus',
  statuses: 'status',
  heroes: 'hero',
  potatoes: 'potato',
  tomatoes: 'tomato',
  cargoes: 'cargo',
  volcanoes: 'volcano',
  torpedoes: 'torpedo',
  mosquitoes: 'mosquito',
  series: 'series',
  species: 'species',
  aircraft: 'aircraft',
  sheep: 'sheep',
  fish: 'fish',
  cattle: 'cattle',
  police: 'police',
  personnel: 'personnel',
  staff: 'staff',
  troops: 'troop',
  crew: 'crew',
  corps: 'corps',
  headquarters: 'headquarters',
  barracks: 'barracks',
};

const NEVER: ReadonlySet<string> = new Set(
  (
    'news gas bus plus this his its yes thus us is was has as always perhaps besides towards afterwards sometimes less unless business loss ' +
    'mass class access process progress success press stress express congress address crisis basis analysis virus focus census status ' +
    'bonus campus chaos texas paris athens los las laos mars tennis diabetes physics politics economics mathematics athletics measles ' +
    'gross cross across overseas indoors outdoors upstairs christmas minus versus bias atlas canvas lens aids chess dress glass grass plainclothes alongside whereas'
  ).split(' '),
);

/** True for a word that looks like the plural of something counted. */
export function isPlural(lower: string): boolean {
  if (Object.hasOwn(IRREGULAR, lower)) return true;
  if (lower.length < 4 || !lower.endsWith('s') || NEVER.has(lower))
    return lower.length > 5 && lower.endsWith('men') && lower !== 'specimen' && lower !== 'regimen';
  return !lower.endsWith('ss') && !lower.endsWith('us') && !lower.endsWith('is') && !lower.endsWith("'s");
}

/** Singular of a counted noun, lower case: countries → country, boxes → box, crewmen → crewman. Unknown words stay as they are. */
export function singular(lower: string): string {
  const known = Object.hasOwn(IRREGULAR, lower) ? IRREGULAR[lower] : undefined;
  if (known) return known;
  if (lower.endsWith('women')) return `${lower.slice(0, -2)}an`;
  if (lower.endsWith('men') && lower.length > 5 && isPlural(lower)) return `${lower.slice(0, -2)}an`;
  if (!isPlural(lower)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

const PLURALS: ReadonlyMap<string, string> = new Map(Object.entries(IRREGULAR).map(([many, one]) => [one, many]));

/** Plural of a noun in lower case: country → countries, box → boxes, person → people. */
export function plural(lower: string): string {
  const known = PLURALS.get(lower);
  if (known) return known;
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  if (/(?:[^aeiou]|\b)man$/.test(lower) && lower.length > 3) return `${lower.slice(0, -2)}en`;
  return /(?:ch|sh|ss|x|zz)$/.test(lower) ? `${lower}es` : `${lower}s`;
}
