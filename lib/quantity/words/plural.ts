import { words } from '../../base';

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
    offspring: 'offspring',
    deer: 'deer',
    salmon: 'salmon',
    spacecraft: 'spacecraft',
    livestock: 'livestock',
    taliban: 'taliban',
    alumni: 'alumnus',
    larvae: 'larva',
    nuclei: 'nucleus',
    fungi: 'fungus',
    stimuli: 'stimulus',
    referenda: 'referendum',
    consortia: 'consortium',
    stadia: 'stadium',
    millennia: 'millennium',
    matrices: 'matrix',
    calves: 'calf',
    shelves: 'shelf',
    scarves: 'scarf',
    elves: 'elf',
    dice: 'die',
    lice: 'louse',
    barracks: 'barracks',
    damages: 'damages',
  }),
);

/** Singulars, verbs and adverbs that end in -s and are no plural of anything. */
const NEVER: ReadonlySet<string> = new Set(
  (
    'news gas bus plus this his its yes thus us is was has as always perhaps besides towards afterwards sometimes less unless business loss ' +
    'mass class access process progress success press stress express congress address crisis basis analysis virus focus census status ' +
    'bonus campus chaos texas paris athens los las laos mars tennis diabetes physics politics economics mathematics athletics measles ' +
    'womens mens childrens upwards downwards gross cross across overseas indoors outdoors upstairs christmas minus versus bias atlas canvas lens aids chess dress glass grass plainclothes alongside whereas ' +
    'owns employs operates produces provides allows arrives believes serves suggests enters earns says tells comes goes gets gives takes makes ' +
    'sees knows thinks finds becomes begins brings keeps loses meets pays sends sells sits speaks spends teaches throws wears writes includes ' +
    'wants seems appears receives joins attends continues requires expects represents belongs exists contains weighs'
  ).split(' '),
);

/** True for a word that looks like the plural of something counted. */
export function isPlural(lower: string): boolean {
  if (EVER_PLURAL.has(lower)) return true;
  if (lower.length < 4 || !lower.endsWith('s') || NEVER.has(lower))
    return lower.length > 5 && lower.endsWith('men') && lower !== 'specimen' && lower !== 'regimen';
  if (lower.endsWith('ys') && !VOWELS.has(lower.charAt(lower.length - 3)) && !NAMED.has(lower)) return false;
  return !lower.endsWith('ss') && !lower.endsWith('us') && !lower.endsWith('is') && !lower.endsWith("'s");
}
/** Irregular ones, and abbreviations with their plural s. */
export const EVER_PLURAL: ReadonlySet<string> = new Set([...IRREGULAR.keys(), ...'mps gps pcs tvs evs cds ads vcs pms'.split(' ')]);
/** "the companys plants": a -y behind a consonant makes its plural in -ies, so this is an owner that lost its apostrophe; but for names. */
const VOWELS: ReadonlySet<string> = new Set('aeiou');
const NAMED = words('grammys emmys tonys kennedys germanys');

/** Singular of a counted noun, lower case: countries → country, boxes → box, crewmen → crewman. Unknown words stay as they are. */
export function singular(lower: string): string {
  const known = IRREGULAR.get(lower);
  if (known) return known;
  if (lower.endsWith('children')) return lower.slice(0, -3);
  if (lower.endsWith('women')) return `${lower.slice(0, -2)}an`;
  if (lower.endsWith('men') && lower.length > 5 && isPlural(lower)) return `${lower.slice(0, -2)}an`;
  if (!isPlural(lower)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

const PLURALS: ReadonlyMap<string, string> = new Map([...IRREGULAR].map(([many, one]) => [one, many]));

/** Plural of a noun in lower case: country → countries, box → boxes, person → people. */
export function plural(lower: string): string {
  const known = PLURALS.get(lower);
  if (known) return known;
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  if (/(?:[^aeiou]|\b)man$/.test(lower) && lower.length > 3) return `${lower.slice(0, -2)}en`;
  return /(?:ch|sh|ss|x|zz)$/.test(lower) ? `${lower}es` : `${lower}s`;
}
