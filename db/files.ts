import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { decoded } from './bytes';
import { clash, type FoundFile } from './folder';
import { type HtmlArticle, HtmlReader } from './html';
import { type ArticleInput, articleInput, type Fault, TEXT_LIMIT, tooLarge } from './intake';
import { isBlank, linesOf, parsedLine } from './line-reader';

/** One article of a file, or what is wrong with it. `path` names the line too, where a file holds many. */
export type FileItem = { path: string; input: ArticleInput } | Fault;

/** Reads the found files one after the other, so that a folder of any size needs the memory of one article. */
export async function* readFiles(files: FoundFile[], now: Instant): AsyncGenerator<FileItem> {
  const pages = new HtmlReader();
  const seen = new Map<string, string>();
  try {
    for (const file of files) {
      for await (const item of file.kind === 'lines' ? readLines(file, now) : [await readOne(file, pages, now)]) {
        yield withoutClash(item, seen);
      }
    }
  } finally {
    pages.close();
  }
}

/** Ids inside .jsonl files are known only once they are read: the first keeps its name. */
function withoutClash(item: FileItem, seen: Map<string, string>): FileItem {
  if (!('input' in item) || item.input.externalId === null) return item;
  const before = seen.get(item.input.externalId);
  if (before !== undefined) return { path: item.path, refusal: clash(item.input.externalId, before) };
  seen.set(item.input.externalId, item.path);
  return item;
}

async function readOne(file: FoundFile, pages: HtmlReader, now: Instant): Promise<FileItem> {
  const { path, externalId } = file;
  const fields = await fieldsOf(file, pages, now);
  const input = fields.ok ? articleInput({ ...fields.value, externalId }, now) : fields;
  return input.ok ? { path, input: input.value } : { path, refusal: input.refusal };
}

async function fieldsOf(file: FoundFile, pages: HtmlReader, now: Instant): Promise<Result<object>> {
  const given = file.sidecar === null ? ok({}) : await sidecarOf(file.sidecar);
  if (!given.ok) return given;
  const text = await textOfFile(file.path, file.kind === 'html' ? 'html' : 'text');
  if (!text.ok) return text;
  if (file.kind !== 'html') return ok({ ...given.value, text: text.value });
  if (text.value.trim() === '') return ok({ text: '' });
  const page = await pages.read(text.value);
  return page.ok ? ok({ ...shownBy(page.value, now), ...given.value }) : page;
}

async function textOfFile(path: string, kind: 'text' | 'html'): Promise<Result<string>> {
  try {
    const { size } = await stat(path);
    return size > TEXT_LIMIT ? tooLarge(size) : decoded(await readFile(path), kind);
  } catch (error) {
    return refuse(422, 'UnreadableFile', `The file cannot be read: ${(error as Error).message}.`, 'Check its permissions.');
  }
}

const SIDECAR_FIELDS = ['outlet', 'publishedAt', 'title', 'byline', 'url', 'language'];

/** What a sidecar says. Fields it does not know are left alone; those that are null or missing say nothing. */
async function sidecarOf(path: string): Promise<Result<object>> {
  const unreadable = (why: string) =>
    refuse(422, 'UnreadableSidecar', `Its sidecar ${path} cannot be read: ${why}.`, 'Mend the JSON or take the sidecar away.');
  try {
    const text = decoded(await readFile(path), 'text');
    if (!text.ok) return unreadable(text.refusal.cause.replace(/\.$/, ''));
    const value: unknown = JSON.parse(text.value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable('it is no JSON object');
    return ok(Object.fromEntries(Object.entries(value).filter(([name, given]) => SIDECAR_FIELDS.includes(name) && given !== null)));
  } catch (error) {
    return unreadable((error as Error).message);
  }
}

/** A page may say anything about itself: what would be refused from a person is left out here. */
function shownBy(page: HtmlArticle, now: Instant): Partial<HtmlArticle> {
  const shown: Partial<HtmlArticle> = { text: page.text };
  for (const name of ['title', 'outlet', 'byline', 'language', 'url', 'publishedAt'] as const) {
    const value = page[name];
    if (value && articleInput({ text: '-', [name]: value }, now).ok) shown[name] = value;
  }
  return shown;
}

/** One article a line; a line's id is its external id, else the name of the file and the number of the line. */
async function* readLines(file: FoundFile, now: Instant): AsyncGenerator<FileItem> {
  let number = 0;
  for await (const lines of linesOf(createReadStream(file.path))) {
    for (const line of lines) {
      number += 1;
      if (isBlank(line)) continue;
      const value = parsedLine(line);
      const input = value.ok ? articleInput(named(value.value, `${file.externalId}/${number}`), now) : value;
      const path = `${file.path}:${number}`;
      yield input.ok ? { path, input: input.value } : { path, refusal: input.refusal };
    }
  }
}

function named(value: unknown, otherwise: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { id } = value as { id?: unknown };
  return { ...value, demoNote: null, externalId: typeof id === 'string' || typeof id === 'number' ? String(id) : otherwise };
}
