/** Adjectives and peoples → the place they belong to. Countries named by their own name need no row. */
const ADJECTIVES = `
Chinese:China American:United_States Russian:Russia British:United_Kingdom English:England Scottish:Scotland Welsh:Wales Irish:Ireland French:France
German:Germany Italian:Italy Spanish:Spain Portuguese:Portugal Dutch:Netherlands Belgian:Belgium Swiss:Switzerland Austrian:Austria Greek:Greece
Turkish:Turkey Polish:Poland Czech:Czech_Republic Slovak:Slovakia Hungarian:Hungary Romanian:Romania Bulgarian:Bulgaria Serbian:Serbia
Croatian:Croatia Ukrainian:Ukraine Belarusian:Belarus Swedish:Sweden Norwegian:Norway Danish:Denmark Finnish:Finland Icelandic:Iceland
Japanese:Japan Korean:Korea Indian:India Pakistani:Pakistan Bangladeshi:Bangladesh Nepali:Nepal Nepalese:Nepal Afghan:Afghanistan Iranian:Iran
Iraqi:Iraq Syrian:Syria Israeli:Israel Palestinian:Palestine Lebanese:Lebanon Jordanian:Jordan Saudi:Saudi_Arabia Yemeni:Yemen Egyptian:Egypt
Libyan:Libya Tunisian:Tunisia Algerian:Algeria Moroccan:Morocco Sudanese:Sudan Ethiopian:Ethiopia Somali:Somalia Kenyan:Kenya Ugandan:Uganda
Tanzanian:Tanzania Rwandan:Rwanda Congolese:Congo Nigerian:Nigeria Ghanaian:Ghana Senegalese:Senegal Malian:Mali Zimbabwean:Zimbabwe
African:Africa Asian:Asia European:Europe Canadian:Canada Mexican:Mexico Cuban:Cuba Haitian:Haiti Colombian:Colombia Venezuelan:Venezuela
Ecuadorean:Ecuador Ecuadorian:Ecuador Peruvian:Peru Bolivian:Bolivia Chilean:Chile Argentine:Argentina Argentinian:Argentina Brazilian:Brazil
Paraguayan:Paraguay Uruguayan:Uruguay Guatemalan:Guatemala Honduran:Honduras Salvadoran:El_Salvador Nicaraguan:Nicaragua Panamanian:Panama
Australian:Australia Indonesian:Indonesia Malaysian:Malaysia Singaporean:Singapore Thai:Thailand Vietnamese:Vietnam Cambodian:Cambodia
Filipino:Philippines Philippine:Philippines Burmese:Myanmar Mongolian:Mongolia Kazakh:Kazakhstan Uzbek:Uzbekistan Taiwanese:Taiwan
Tibetan:Tibet Latin_American:Latin_America Greeks:Greece Germans:Germany Americans:United_States Italians:Italy Russians:Russia Spaniards:Spain
Canadians:Canada Mexicans:Mexico Indians:India Iranians:Iran Iraqis:Iraq Syrians:Syria Israelis:Israel Palestinians:Palestine Ukrainians:Ukraine`;

const DEMONYMS: ReadonlyMap<string, string> = new Map(
  ADJECTIVES.trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [adjective, place] = pair.split(':') as [string, string];
      return [adjective.replaceAll('_', ' ').toLowerCase(), place.replaceAll('_', ' ')];
    }),
);
const PLACES: ReadonlyMap<string, string> = new Map([
  ...DEMONYMS,
  ['u.s.', 'United States'],
  ['us', 'United States'],
  ['u.s', 'United States'],
  ['usa', 'United States'],
  ['u.k.', 'United Kingdom'],
  ['uk', 'United Kingdom'],
  ['britain', 'United Kingdom'],
  ['eu', 'European Union'],
  ['e.u.', 'European Union'],
]);

/** "Chinese" → "China"; other words stay as they are. A possessive ending is dropped. */
export function placeOf(word: string): string {
  const bare = word.replace(/['’]s$/, '').replace(/['’]$/, '');
  return (bare.toLowerCase() === 'us' && bare !== 'US' ? undefined : PLACES.get(bare.toLowerCase())) ?? bare;
}

/** True for a word that names people by their place ("Norwegian", "Somali"); in the singular, lower case. */
export const isDemonym = (lower: string): boolean => DEMONYMS.has(lower);

/** True for an adjective of a place ("European"). */
export const isPlaceAdjective = (word: string): boolean => PLACES.has(word.toLowerCase()) && !/^us$/.test(word);

const NAMES: ReadonlySet<string> = new Set([...PLACES.values()].map((name) => name.toLowerCase()));

/** True for the name of a place that has a row here, or for its adjective; lower case. */
export const isPlaceName = (lower: string): boolean => NAMES.has(lower) || DEMONYMS.has(lower);

const SPOT = /^(?:at|near|off) /;

/** True for a place of a scope that says where something happened ("near Bergen"), and not where it was counted. */
export const isSpot = (place: string): boolean => SPOT.test(place);

/** A place of a scope as whoever looks at a list of places is told: "near Bergen", "outside Norway", and "Bergen" for what happened at Bergen. */
export const placeWords = (place: string): string => place.replace(/^at /, '');

/** The name of a place of a scope, without the word that says how it stands to the count. */
export const placeNamed = (place: string): string => place.replace(SPOT, '');
