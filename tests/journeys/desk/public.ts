import type { APIRequestContext } from '@playwright/test';
import type { World } from './world';

/** What the data twin of a measure's page says, as far as the journeys look at it. */
export interface MeasureTwin {
  id: string;
  url: string;
  status: string;
  reason: string | null;
  answer: { form: string; sentence: string; figures: { label: string; claim: string; accepted: boolean }[] };
  positions: { label: string; verdict: string | null; accepted: boolean; claims: string[] }[];
  case: { id: string; status: string } | null;
  ruling: { kind: string; notice: string | null; reason: string; rationale: string } | null;
  claims: { id: string; url: string; verdict: string | null; quote: string; source: string }[];
}

/** The public data of the measure whose case this is, found as a reader would: from the list of measures. */
export async function measureOfCase(request: APIRequestContext, world: World, caseId: string): Promise<MeasureTwin | null> {
  const list = await (await request.get(`${world.url}/measures`)).text();
  const ids = new Set([...list.matchAll(/href="\/measures\/([0-9a-z]{12})\//g)].map((match) => match[1]!));
  for (const id of ids) {
    const twin = (await (await request.get(`${world.url}/measures/${id}.json`)).json()) as MeasureTwin;
    if (twin.case?.id === caseId) return twin;
  }
  return null;
}

/** The ratings in the head of a page: none, or one. */
export function ratingsIn(html: string): Record<string, never>[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => JSON.parse(match[1]!));
  return blocks.filter((block) => block['@type'] === 'ClaimReview');
}
