import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ok, type Result, refuse } from '@/lib/base';

/** What a page shows of its article; all but the text may be missing or nonsense and is checked like any other input. */
export interface HtmlArticle {
  text: string;
  title: string | null;
  outlet: string | null;
  publishedAt: string | null;
  byline: string | null;
  url: string | null;
  language: string | null;
}

const MEMORY_MB = 256;
const SECONDS = 20;

type Answer = { article: HtmlArticle } | { fault: 'too-complex' | 'unreadable' };

/**
 * Finds the article in pages, one after the other, in a child process with caps on memory and time and nothing in its environment.
 * A page that is nested deeper than 256 or larger than 200,000 elements is refused with `ArticleTooComplex`, one that takes longer
 * than 20 seconds or more than 256 MB with `ExtractLimit`; the next page is read by a new child.
 */
export class HtmlReader {
  private child: { process: ChildProcess; lines: AsyncIterator<string>; reader: Interface } | null = null;

  async read(html: string): Promise<Result<HtmlArticle>> {
    this.child ??= this.start();
    const { process: child, lines } = this.child;
    const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000);
    try {
      child.stdin!.write(`${JSON.stringify(html)}\n`);
      const line = await lines.next();
      if (!line.done) return answered(JSON.parse(line.value) as Answer);
      this.close();
      return refuse(422, 'ExtractLimit', `The page took more than ${SECONDS} seconds or ${MEMORY_MB} MB to read.`, AS_TEXT);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.child?.reader.close();
    this.child?.process.kill('SIGKILL');
    this.child = null;
  }

  private start() {
    const file = fileURLToPath(new URL('./html-child.mjs', import.meta.url));
    const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, file], {
      env: {} as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // A child that died closes its end; that shows in the answer that never comes.
    child.stdin!.on('error', () => undefined);
    const reader = createInterface({ input: child.stdout! });
    return { process: child, reader, lines: reader[Symbol.asyncIterator]() };
  }
}

const AS_TEXT = 'Save the article as plain text and import that.';

function answered(answer: Answer): Result<HtmlArticle> {
  if ('article' in answer) return ok(answer.article);
  if (answer.fault === 'too-complex') {
    return refuse(422, 'ArticleTooComplex', 'The page is nested deeper than 256 or has more than 200,000 elements.', AS_TEXT);
  }
  return refuse(422, 'UnreadableHtml', 'The page could not be read as HTML.', AS_TEXT);
}
