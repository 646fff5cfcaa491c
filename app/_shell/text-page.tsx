import type { ReactElement } from 'react';
import type { Site } from '@/lib/publication';
import { type PublicAnswer, publicRoute } from './public-page';

/** A page of words of ours that asks nothing of the record. */
export const textPage = (head: { title: string; description: string; canonical: string }, body: (site: Site) => ReactElement) =>
  publicRoute(async ({ site }): Promise<PublicAnswer> => ({ kind: 'page', head, body: body(site) }));
