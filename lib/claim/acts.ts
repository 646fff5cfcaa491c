import { FAMILIES, type Family, type Trait } from './families';

const EXACT = new Map<string, string>();
const STEMS: [string, string][] = [];
for (const [family, { words }] of Object.entries(FAMILIES))
  for (const word of words.split(/\s+/)) {
    if (word.endsWith('-')) STEMS.push([word.slice(0, -1), family]);
    else EXACT.set(word, family);
  }
STEMS.sort((a, b) => b[0].length - a[0].length);
const known = new Map<string, string | null>();

/** The family of an act or of a thing that stands for one ("deaths" → "die"); null when the word belongs to none. */
export function actOf(lower: string): string | null {
  const cached = known.get(lower);
  if (cached !== undefined) return cached;
  const family = EXACT.get(lower) ?? STEMS.find(([stem]) => lower.startsWith(stem))?.[1] ?? null;
  // The vocabulary of news is small; the bound keeps hostile input from filling memory.
  if (known.size < 20_000) known.set(lower, family);
  return family;
}

const ROWS: ReadonlyMap<string, Family> = new Map(Object.entries(FAMILIES));

/** How one asks for the counted things of an act; null for acts of no family. */
export const askedOf = (act: string): Family | null => ROWS.get(act) ?? null;

/** Verbs that carry no meaning of their own: what is done stands in their object ("provide assistance", "hold a meeting"). */
export const LIGHT: ReadonlySet<string> = new Set(
  (
    'provide provides provided providing offer offers offered offering give gives gave given giving make makes made making hold holds held ' +
    'holding have has had having conduct conducts conducted conducting send sends sent sending receive receives received receiving carry carried ' +
    'get gets got take takes took taken put get do did done see seen saw report reported reports confirm confirms confirmed record recorded records extend extended ' +
    'remain remains remained remaining compared organise organised organize organized host hosted stage staged enjoy express expressed include includes included dispatch dispatched'
  ).split(' '),
);

/** The doer of these is the receiver: "we received support from 170 countries". */
export const RECEIVING: ReadonlySet<string> = new Set(
  'receive receives received receiving accept accepted get gets got gotten obtain obtained'.split(' '),
);

/** True where the family of an act has a trait. */
export const hasTrait = (act: string | null, trait: Trait): boolean => act !== null && ROWS.get(act)?.traits.includes(trait) === true;

/** Transfers of goods or money: what is promised one day and delivered another. */
export const movesGoods = (act: string | null): boolean => hasTrait(act, 'goods');

/** One of the acts is a fate or deed, such as dying, being hurt or being arrested. */
export const tellsFate = (acts: readonly string[]): boolean => acts.some((act) => hasTrait(act, 'fate'));

/** Both are fates or deeds, and not the same: whoever counts the one says nothing of the other. */
export const actsApart = (a: readonly string[], b: readonly string[]): boolean => tellsFate(a) && tellsFate(b);

/** "46 were arrested" counts people though it does not say so. */
export const countsPeople = (act: string | null): boolean => hasTrait(act, 'people');

/** What people and things do that needs no object: one asks how many did it in the same word. */
export const ALONE: ReadonlySet<string> = new Set(
  (
    'marched died drowned perished recovered fled escaped survived travelled traveled sailed voted protested demonstrated rallied gathered returned ' +
    'arrived disappeared resigned collapsed sank burned rioted enrolled emigrated passed'
  ).split(' '),
);
