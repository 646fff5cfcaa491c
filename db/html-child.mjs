// Runs as a child process with little memory, no environment and no database: pages of strangers are parsed here and nowhere else.
// One JSON string a line in (the HTML), one JSON object a line out.
import { createInterface } from 'node:readline';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const MOST_DEPTH = 256;
const MOST_NODES = 200_000;
const VOID = new Set('area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody'.split(' '));
const BLOCK = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set('script style noscript template svg math iframe object head title nav form button select textarea'.split(' '));

/** Counts before anything is built: a parser that recurses must never see a page nested a thousand deep. */
function isTooComplex(html) {
  let depth = 0;
  let nodes = 0;
  for (const [, closing, name, rest] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>a-zA-Z0-9-][^<>]*)?>/g)) {
    nodes += 1;
    if (VOID.has(name.toLowerCase()) || rest?.endsWith('/')) continue;
    depth += closing ? -1 : 1;
    if (depth > MOST_DEPTH || nodes > MOST_NODES) return true;
  }
  return false;
}

/** The words of a tree: one empty line between blocks, one line for a break, blanks collapsed as a browser does. */
function wordsOf(root) {
  let text = '';
  const walk = (node) => {
    if (node.nodeType === 3) {
      text += node.textContent.replace(/[^\S\u00a0]+/g, ' ');
      return;
    }
    const name = node.nodeName?.toLowerCase();
    if (SILENT.has(name)) return;
    if (name === 'br') text += '\n';
    const block = BLOCK.has(name);
    if (block) text += '\n\n';
    for (const child of node.childNodes) walk(child);
    if (block) text += '\n\n';
    else if (name === 'td' || name === 'th') text += ' ';
  };
  walk(root);
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const metaOf = (document, ...names) => {
  for (const name of names) {
    const value = document
      .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      ?.getAttribute('content')
      ?.trim();
    if (value) return value;
  }
  return null;
};

function linkedDate(document) {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent)?.[1];
    if (date) return date;
  }
  return document.querySelector('time[datetime]')?.getAttribute('datetime') ?? null;
}

function articleOf(html) {
  if (isTooComplex(html)) return { fault: 'too-complex' };
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  const shown = {
    title:
      metaOf(document, 'og:title') ??
      document.querySelector('title')?.textContent?.trim() ??
      document.querySelector('h1')?.textContent?.trim() ??
      null,
    outlet: metaOf(document, 'og:site_name', 'application-name'),
    publishedAt: metaOf(document, 'article:published_time', 'datePublished', 'date', 'dc.date') ?? linkedDate(document),
    byline: metaOf(document, 'author', 'article:author'),
    url: canonical ?? metaOf(document, 'og:url'),
    language: document.documentElement?.getAttribute('lang') || null,
  };
  const whole = wordsOf(document.body ?? document.documentElement);
  const read = new Readability(document, { serializer: (element) => element, maxElemsToParse: MOST_NODES }).parse();
  const text = read?.content ? wordsOf(read.content) : '';
  // Readability gives up on short pages: then all the page says is the article.
  return { article: { ...shown, byline: shown.byline ?? read?.byline ?? null, text: text || whole } };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = articleOf(JSON.parse(line));
  } catch (error) {
    answer = { fault: error instanceof RangeError ? 'too-complex' : 'unreadable' };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
