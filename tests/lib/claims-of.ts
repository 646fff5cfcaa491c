import { type ArticleContext, type Claim, readArticle } from '@/lib/claim';

/** A Friday paper. */
export const PAPER: ArticleContext = { publishedAt: '2021-06-18', outlet: 'Harbour News', title: null, language: 'en' };

/** The claims of one text in it. */
export const read = (text: string, more: Partial<ArticleContext> = {}): Claim[] => readArticle(text, { ...PAPER, ...more }).claims;
