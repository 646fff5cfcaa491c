import { articleInput } from '@/db/intake';
import { ok, type Result } from '@/lib/base';
import { type ArticleContext, type ArticleReading, readArticle } from '@/lib/claim';

export interface ReadText {
  text: string;
  context: ArticleContext;
  reading: ArticleReading;
}

/** Reads the text of a line, told what the line says about it. Dates may lie in the future here: nothing is stored. */
export function readText(fields: unknown): Result<ReadText> {
  const checked = articleInput(
    typeof fields === 'object' && fields !== null ? { ...fields, url: null, externalId: null } : fields,
    LAST_INSTANT,
  );
  if (!checked.ok) return checked;
  const { text, publishedAt, outlet, title, language } = checked.value;
  const context = { publishedAt, outlet, title, language };
  return ok({ text, context, reading: readArticle(text, context) });
}

const LAST_INSTANT = '9999-12-30T00:00:00.000Z';
