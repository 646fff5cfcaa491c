import type { ItemReport } from '@/db/articles';
import type { Fault } from '@/db/intake';

/** An article that has been dealt with, and the file it came from. */
export interface Done {
  path: string;
  item: ItemReport;
}

export interface Summary {
  articles: { created: number; unchanged: number; failed: number };
  /** What this import added: claims, measures, cases opened or reopened. */
  claims: number;
  measures: number;
  conflicts: number;
  errors: { path: string; code: string; message: string }[];
  /** Stored, but in a language the engine does not read. */
  notRead: string[];
}

/** Counts an import as it goes. */
export class ImportCount {
  private readonly articles = { created: 0, unchanged: 0, failed: 0 };
  private readonly errors: Summary['errors'] = [];
  private readonly notRead: string[] = [];
  private claims = 0;

  get done(): number {
    return this.articles.created + this.articles.unchanged + this.articles.failed;
  }

  fault({ path, refusal }: Fault): void {
    this.articles.failed += 1;
    this.errors.push({ path, code: refusal.code, message: `${refusal.cause} ${refusal.next}` });
  }

  item({ path, item }: Done): void {
    if (item.refusal) {
      this.fault({ path, refusal: item.refusal });
      return;
    }
    this.articles[item.status] += 1;
    this.claims += item.claims;
    if (item.status === 'created' && item.state === 'not-read') this.notRead.push(path);
  }

  summary(grouped: { measures: number; conflicts: number }): Summary {
    const { articles, claims, errors, notRead } = this;
    return { articles, claims, ...grouped, errors: errors.sort((a, b) => (a.path < b.path ? -1 : 1)), notRead };
  }
}
