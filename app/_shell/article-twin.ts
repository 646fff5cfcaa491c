import type { ArticleRecord } from '@/db/published';
import { articleFull, articleMd, type End, type Site, typeOf } from '@/lib/publication';
import type { PublicAnswer } from './public-page';

/** A twin of an article’s page. One whose text is withheld answers 451, as its page does, with what is left of it. */
export function articleTwin(end: End, { page }: ArticleRecord, site: Site): PublicAnswer {
  const body = end === '.md' ? articleMd(page, site) : `${JSON.stringify(articleFull(page, site), null, 1)}\n`;
  return { kind: 'data', type: typeOf(end), body, cors: true, ...(page.policy === 'withheld' ? { gone: 451 } : {}) };
}
