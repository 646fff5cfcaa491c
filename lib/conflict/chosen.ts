import { type Crowd, type Gap, gapsBetween, joined } from './crowd';
import { gather } from './gather';
import type { Kin, Kinship } from './kin';
import { gapsOf } from './search';
import { below, byWeight, type Weighed } from './weigh';

/** A large measure is compared through so many of its faces: few enough to be compared pair by pair within a moment. */
export const FACES = 32;
/** So many of them are those that most texts stand behind, whether or not anything contradicts them. */
const HEAVIEST = 12;
/** Of one day, one speaker or one total no more contradictions than this are taken, so that others have room. */
const OF_EACH = 2;
/** So many pairs are looked at while contradictions are sought. */
const LOOKS = 2000;

/** The heaviest face of each figure, the figure that most texts give first; the same figure of another kin is another one. */
function heaviest(weighed: readonly Weighed[]): Weighed[] {
  const figures = [...gather(weighed, ({ figure, kin }) => `${figure} ${kin.at}`).values()].map((faces) => {
    const [most] = faces.length === 1 ? faces : [...faces].sort(byWeight);
    return { most: most as Weighed, at: most?.at ?? 0, texts: faces.reduce((sum, { texts }) => sum + texts, 0) };
  });
  return figures.sort(byWeight).map(({ most }) => most);
}

/** What one named speaker says on one occasion is held against itself, whatever the days. */
function gapsOfVoices(weighed: readonly Weighed[]): Gap[][] {
  const voices = new Map<string, Crowd>();
  for (const one of weighed) {
    const { speaker, occasion } = one.face;
    if (speaker === null || speaker.inferred || occasion === null) continue;
    const voice = `${speaker.name.toLowerCase()}\n${occasion.name}\n${occasion.day ?? ''}`;
    voices.set(voice, joined(voices.get(voice), one));
  }
  return [...voices.values()].sort((a, b) => b.texts - a.texts || a.most.at - b.most.at).map((crowd) => gapsBetween(crowd, crowd));
}

/** Parts that exceed the total they are stated beside. */
function gapsOfParts(weighed: readonly Weighed[]): Gap[][] {
  const parts = weighed.filter(({ face }) => face.partOf !== null).sort(byWeight);
  if (parts.length === 0) return [];
  const wanted = new Set(parts.map(({ face }) => face.partOf));
  const byId = new Map(weighed.flatMap((one) => (wanted.has(one.face.id) ? [[one.face.id, one] as const] : [])));
  return parts.flatMap((part): Gap[][] => {
    const total = byId.get(part.face.partOf ?? '');
    return total && below(total.reach, part.reach) ? [[[total, part]]] : [];
  });
}

function* allGaps(weighed: readonly Weighed[], kinship: (a: Kin, b: Kin) => Kinship): Generator<Gap[], void> {
  yield* gapsOfVoices(weighed);
  yield* gapsOfParts(weighed);
  yield* gapsOf(weighed, kinship);
}

/**
 * The faces through which a large measure is compared, in the order of the measure: those that most texts stand behind, and pairs that
 * contradict each other, the heaviest first. A conflict that is there is among them, as far as sorting finds it (`gapsOf`).
 * @param wanted ids of faces that are taken whatever they say.
 */
export function chosenOf(
  weighed: readonly Weighed[],
  kinship: (a: Kin, b: Kin) => Kinship,
  contradict: (a: Weighed, b: Weighed) => boolean,
  wanted: readonly string[],
): Weighed[] {
  const heavy = heaviest(weighed);
  const chosen = new Set([...weighed.filter(({ face }) => wanted.includes(face.id)), ...heavy.slice(0, HEAVIEST)]);
  let looks = 0;
  for (const gaps of allGaps(weighed, kinship)) {
    if (looks === LOOKS || chosen.size + 2 > FACES) break;
    let found = 0;
    for (const [low, high] of gaps) {
      if (found === OF_EACH || looks === LOOKS || chosen.size + 2 > FACES) break;
      if (chosen.has(low) && chosen.has(high)) continue;
      looks += 1;
      if (!contradict(low, high)) continue;
      found += 1;
      chosen.add(low).add(high);
    }
  }
  for (const one of heavy) if (chosen.size < FACES) chosen.add(one);
  return [...chosen].sort((a, b) => a.at - b.at);
}
