import type { Change } from '@/db/placed-reading';
import type { RereadArticle } from '@/db/reread';
import { counted } from './command';

/** Counts a new reading of the record as it goes; what changed is printed at once and kept nowhere. */
export class RereadCount {
  readonly articles = { same: 0, changed: 0, failed: 0 };
  readonly claims = { same: 0, changed: 0, new: 0, gone: 0 };
  /** Changes that a judgement stands against. They are not among the claims that changed or are gone. */
  suggestions = 0;

  get done(): number {
    return this.articles.same + this.articles.changed + this.articles.failed;
  }

  add({ refusal, same, changes }: RereadArticle): void {
    if (refusal) {
      this.articles.failed += 1;
      return;
    }
    this.articles[changes.length > 0 ? 'changed' : 'same'] += 1;
    this.claims.same += same;
    for (const { change, held } of changes) {
      if (held) this.suggestions += 1;
      else this.claims[change] += 1;
    }
  }

  /** The summary for people. */
  lines(engine: string, dryRun: boolean): string[] {
    const { same, changed, failed } = this.articles;
    const all = `${counted(this.done, 'article')} ${dryRun ? 'would be ' : ''}read again by engine ${engine}`;
    const read = this.claims;
    return [
      `${all}: ${same} as before, ${changed} otherwise, ${failed} failed`,
      `${counted(read.same, 'claim')} the same, ${read.changed} changed, ${read.new} new, ${read.gone} gone; ${counted(this.suggestions, 'suggestion')}`,
    ];
  }
}

/** What a person may want to look at again: a claim that keeps its place, and what the engine would make of it today. */
export function suggestionWords({ claimId, status, before, change, fields }: Change): string {
  const judged = status === 'read' ? 'rests in a ruling or is the total of an accepted claim' : status;
  const today =
    change === 'gone'
      ? 'today it would not be read at all'
      : `today it would be read otherwise: ${fields.map(({ field }) => field).join(', ')}`;
  return `claim ${claimId} (${judged}) stays “${before}”; ${today}`;
}
