import type { APIRequestContext } from '@playwright/test';
import type { World } from './world';

/** Places that share no word, so that no two of the cases answer one question. */
const BEGINNINGS = ['Bram', 'Cold', 'Dun', 'Fern', 'Gris', 'Hart', 'Kil', 'Lar', 'Mor', 'Pen'];
const ENDINGS = ['wick', 'bury', 'stow', 'combe', 'thorpe'];
const PLACES = ENDINGS.flatMap((ending) => BEGINNINGS.map((beginning) => `${beginning}${ending}`));

const told = (place: string, figure: number): string =>
  `Health officials in ${place} said on Tuesday that ${figure} people died in the flood of the ${place} river.`;

/** Two articles that contradict each other for each of so many places: a case of two positions each. */
export async function addCases(request: APIRequestContext, world: World, cases: number): Promise<void> {
  for (const [at, place] of PLACES.slice(0, cases).entries()) {
    for (const [outlet, more] of [
      ['Norland Post', 0],
      ['The Verra Times', 17],
    ] as const) {
      const data = {
        text: told(place, 400 + at + more),
        outlet,
        newOutlet: at === 0,
        publishedAt: '2026-03-03',
        title: `Flood at ${place}`,
      };
      const answer = await request.post(`${world.url}/api/v1/articles`, { data, headers: { origin: world.url } });
      if (!answer.ok()) throw new Error(await answer.text());
    }
  }
}
