import { type Alignment, inUnit } from '@/lib/measure';
import { kindOf } from './decide';
import { fitOf } from './intervals';
import type { Kin, Kinship } from './kin';
import { pairOf, timeOf } from './pair';
import { AGREEING, width } from './positions';
import type { Position } from './types';
import { below, byWeight, type Reach, shared, type Weighed } from './weigh';

/** A position that faces are put into. */
export interface Placed {
  position: Position;
  /** Texts behind its faces. */
  texts: number;
}

/** What a face must fit to stand in a position. */
interface Place extends Placed {
  /** Faces that were compared pair by pair. */
  founders: Weighed[];
  /** What all its figures have in common. Where two meet by rounding alone it is nothing, and only their own figures come in. */
  core: Reach | null;
  figures: Set<number>;
  kins: Set<Kin>;
  joining: Weighed[];
}

/** A position takes claims of so many kins: what is told in still other ways stands beside it. */
const KINS = 8;

function placeOf(position: Position, compared: ReadonlyMap<string, Weighed>, closed: ReadonlySet<string>): Place {
  const founders = position.claims.flatMap((id) => compared.get(id) ?? []);
  const texts = founders.reduce((sum, one) => sum + one.texts, 0);
  const [first, ...others] = founders;
  // A sum of parts is a figure that no single claim gives.
  if (first === undefined || position.claims.some((id) => closed.has(id)))
    return { position, texts, founders: [], core: null, figures: new Set(), kins: new Set(), joining: [] };
  const core = others.reduce<Reach | null>((so, { reach }) => so && shared(so, reach), first.reach);
  const figures = new Set(founders.map(({ figure }) => figure));
  return { position, texts, founders, core, figures, kins: new Set(founders.map(({ kin }) => kin)), joining: [] };
}

/** Their kins are alike, so that figure and time alone decide. */
const ALIKE: Alignment = { score: 1, reasons: [], veto: null, scope: 'same' };
const TIMES = ['same', 'a-later', 'b-later', 'unknown'] as const;

/** Whether two faces of kins that are alike agree. Whether their figures do is reckoned once for figures told in the same way. */
class Agreement {
  private readonly figures = new Map<number, boolean>();
  private readonly faces = new Map<number, boolean>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  between(one: Weighed, founder: Weighed): boolean {
    if (!this.betweenFigures(one, founder)) return false;
    // Figures of two told occasions do not agree whatever they say, and each of them is an occasion of its own.
    if (one.face.frame.dated || founder.face.frame.dated) return agree(one, founder);
    const time = TIMES.indexOf(timeOf(one.face, founder.face));
    const alike = one.face.frame.aggregation === founder.face.frame.aggregation ? 1 : 0;
    const key = ((one.figure * this.most + founder.at) * TIMES.length + time) * 2 + alike;
    return found(this.faces, key, () => agree(one, founder));
  }

  private betweenFigures({ face, figure }: Weighed, founder: Weighed): boolean {
    const key = figure * this.most + founder.figure;
    return found(this.figures, key, () => {
      const converted = inUnit(founder.face, face.unit);
      return converted !== null && fitOf(face, converted) === 'agree';
    });
  }
}

const agree = (one: Weighed, founder: Weighed): boolean => AGREEING.has(kindOf(pairOf(one.face, founder.face, ALIKE, true)));

function found(known: Map<number, boolean>, key: number, reckon: () => boolean): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = reckon();
  known.set(key, fresh);
  return fresh;
}

/**
 * Puts every face of a large measure into the position that it fits, and into none where it fits several. All figures of a position have
 * something in common, so that no two of them contradict each other. Narrow figures come first, and of these the heaviest.
 * @param chosen the faces that were compared pair by pair.
 * @param closed parts of sums, whose position takes no others.
 */
export function placeAll(
  positions: readonly Position[],
  weighed: readonly Weighed[],
  chosen: readonly Weighed[],
  kinship: (a: Kin, b: Kin) => Kinship,
  closed: ReadonlySet<string>,
): Placed[] {
  const compared = new Map(chosen.map((one) => [one.face.id, one]));
  const places = positions.map((position) => placeOf(position, compared, closed));
  const open = places.filter(({ founders }) => founders.length > 0);
  const agreement = new Agreement(weighed.length);
  const standing = new Set(places.flatMap(({ founders }) => founders));
  for (const one of byWidth(weighed)) {
    if (standing.has(one) || closed.has(one.face.id)) continue;
    const place = onlyOne(open, one, kinship, agreement);
    if (place === null) continue;
    place.core = place.core && shared(place.core, one.reach);
    place.kins.add(one.kin);
    place.texts += one.texts;
    place.joining.push(one);
  }
  return places.map(({ position, texts, joining }) => {
    const ids = joining.sort((a, b) => a.at - b.at).map(({ face }) => face.id);
    return { position: { ...position, claims: [...position.claims, ...ids] }, texts };
  });
}

/** Narrow figures first, and of those the heaviest. */
function byWidth(weighed: readonly Weighed[]): Weighed[] {
  const widths: Weighed[][] = [];
  for (const one of weighed) {
    const at = width(one.face);
    widths[at] ??= [];
    widths[at]?.push(one);
  }
  return widths.flatMap((same) => same.sort(byWeight));
}

/** The one place that a face fits; null where it fits none or several. */
function onlyOne(places: readonly Place[], one: Weighed, kinship: (a: Kin, b: Kin) => Kinship, agreement: Agreement): Place | null {
  let only: Place | null = null;
  for (const place of places) {
    if (!meets(one, place) || !isOfKin(one, place, kinship) || !agreesWithAll(one, place, agreement)) continue;
    if (only !== null) return null;
    only = place;
  }
  return only;
}

const meets = (one: Weighed, { core, figures }: Place): boolean =>
  core === null ? figures.has(one.figure) : !below(one.reach, core) && !below(core, one.reach);

function isOfKin(one: Weighed, { kins }: Place, kinship: (a: Kin, b: Kin) => Kinship): boolean {
  if (!kins.has(one.kin) && kins.size >= KINS) return false;
  for (const kin of kins) if (!kinship(one.kin, kin).alike) return false;
  return true;
}

function agreesWithAll(one: Weighed, { founders }: Place, agreement: Agreement): boolean {
  for (const founder of founders) if (!agreement.between(one, founder)) return false;
  return true;
}
