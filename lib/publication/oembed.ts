import { CARD } from './chart/card';
import type { Site } from './claim-review';
import { embedSnippet } from './embed';
import { element, xml } from './xml';

/** What can be shown in a frame on another site. */
export interface Embedded {
  kind: 'measures' | 'claims' | 'cases';
  id: string;
}

/** A frame is no wider and no taller than this, nor than the asker has room for. */
const LARGEST = { width: 640, height: 400 };
/** Seconds for which an asker may keep an answer. */
const KEPT = 3600;

const PLACE = /^(?:\/embed)?\/(measures|claims|cases)\/([^/.]+)(?:\/[^/]*)?$/;

/** Which thing of ours an address shows; null where it is not ours or shows none. */
export function embeddedAt(address: string, site: Site): Embedded | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  if (!`${origin}${pathname}`.startsWith(`${site.url}/`)) return null;
  const [, kind, id] = PLACE.exec(`${origin}${pathname}`.slice(site.url.length)) ?? [];
  return kind && id ? { kind: kind as Embedded['kind'], id } : null;
}

/** An oEmbed 1.0 answer of type "rich". `most`: how much room the asker has, in pixels. */
export function oembed(
  { kind, id, title, measure }: Embedded & { title: string; measure: string },
  site: Site,
  most: { width: number | null; height: number | null },
): Record<string, string | number> {
  const width = Math.min(LARGEST.width, most.width ?? LARGEST.width);
  const height = Math.min(LARGEST.height, most.height ?? LARGEST.height);
  const fits = CARD.width <= (most.width ?? CARD.width) && CARD.height <= (most.height ?? CARD.height);
  return {
    ...{ version: '1.0', type: 'rich', title, provider_name: site.name, provider_url: `${site.url}/`, cache_age: KEPT },
    ...{ width, height, html: embedSnippet({ kind, id, title }, site, width, height) },
    ...(fits
      ? { thumbnail_url: `${site.url}/measures/${measure}/card.png`, thumbnail_width: CARD.width, thumbnail_height: CARD.height }
      : {}),
  };
}

/** The same in the other form that the standard has. Names are those of the standard, never an asker's. */
export function oembedXml(answer: ReturnType<typeof oembed>): string {
  const elements = Object.entries(answer).map(([name, value]) => element(name, value));
  return String(xml`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements}</oembed>\n`);
}
