import { type CaseEvent, contradictsRuling, type Found, type Role, type Settled } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import type { Actor, CaseAct, CaseStanding, PublicPublication, SeenPosition } from './record';

/** What of a case the record holds, from which its public life follows. Entries of the log are the clock. */
export interface CaseStory {
  events: { seq: number; event: CaseEvent }[];
  /** By the entry that published them. */
  publications: ReadonlyMap<number, PublicPublication>;
  /** Public claims, and the entry that made each public. */
  accepted: ReadonlyMap<string, { seq: number; at: Instant }>;
  /**
   * What stands against a public claim: sets of others, one of which must be public as a whole for the claim to be contested in public. Where
   * nothing is known to stand against it any more, what was found then counts: what readers saw stays.
   */
  against: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** How the authors of dismissals and withdrawals are shown. */
  actor: (act: { by: string; byRole: Role }) => Actor;
}

/** Why an accepted claim opens a case again. What the engine said of it then was about more than readers saw. */
const CONTRADICTED = 'A claim that was accepted since contradicts what was settled.';

type Moment = { seq: number; at: Instant } & ({ accepted: string[] } | { event: CaseEvent });

/**
 * What readers saw happen to a case, oldest first, and where it stands for them; null while there is nothing to see.
 *
 * It is walked along the log: what the engine found counts as far as its claims were accepted by then, and stood against accepted ones. So a
 * new article that contradicts what was settled, or what nobody contested, shows here once somebody accepts its reading, and not before: until
 * then only an unread text speaks against it, and to say "under review again" would tell readers of it, and let anybody who can hand in a text
 * unsettle a page.
 * A person who reopens a case acts in public, and that shows at once.
 */
export function publicLife(story: CaseStory): { standing: CaseStanding | null; acts: CaseAct[] } {
  const life = new Life(story);
  for (const moment of momentsOf(story)) life.meet(moment);
  return { standing: life.standing, acts: life.acts };
}

function momentsOf({ events, accepted }: CaseStory): Moment[] {
  const named = new Set(
    events.flatMap(({ event }) => ('found' in event && event.found ? event.found.positions.flatMap((p) => p.claims) : [])),
  );
  const acts = new Map<number, { seq: number; at: Instant; accepted: string[] }>();
  for (const [id, { seq, at }] of accepted) {
    if (!named.has(id)) continue;
    const act = acts.get(seq) ?? { seq, at, accepted: [] };
    act.accepted.push(id);
    acts.set(seq, act);
  }
  return [...acts.values(), ...events.map(({ seq, event }) => ({ seq, at: event.at, event }))].sort((a, b) => a.seq - b.seq);
}

class Life {
  standing: CaseStanding | null = null;
  readonly acts: CaseAct[] = [];
  private found: Found | null = null;
  private readonly open = new Set<string>();
  private readonly ruled: ReadonlySet<string>;
  /** The entry of the log that is looked at. */
  private now = 0;
  private seen = '';
  /** What was settled last, by a ruling or a dismissal: only what is new against it opens the case again. */
  private settled: Settled | null = null;
  private published = false;
  /** A dismissal made before readers could see the case. */
  private waiting: Extract<CaseStanding, { status: 'dismissed' }> | null = null;

  constructor(private readonly story: CaseStory) {
    this.ruled = new Set([...story.publications.values()].flatMap(({ ruling }) => ruling.positions.flat()));
  }

  meet(moment: Moment): void {
    this.now = moment.seq;
    if ('accepted' in moment) {
      for (const id of moment.accepted) this.open.add(id);
      this.look(moment.at);
      return;
    }
    const { event } = moment;
    if ('found' in event && event.found) {
      this.found = event.found;
      this.look(event.at);
      // A source that takes an article back says so in public, and the editor who noted it, too.
      if (event.type === 'reopened' && 'retracted' in event && event.retracted?.some((id) => this.ruled.has(id))) {
        this.reopen(event.at, event.reason);
        // Where it comes back, that is looked at anew.
        this.seen = 'vanished';
      }
    } else if (event.type === 'published') this.publish(moment.seq);
    else if (event.type === 'dismissed') this.dismiss(event);
    else if (event.type === 'withdrawn') this.withdraw(event);
    else if (event.type === 'reopened') this.reopen(event.at, event.reason);
  }

  private look(at: Instant): void {
    const positions = seenIn(this.found, this.open, (id) => this.isContested(id));
    const key = JSON.stringify(positions.map(({ claims }) => claims));
    if (positions.length < 2 || key === this.seen) return;
    this.acts.push({ type: this.seen === '' ? 'opened' : 'changed', at, positions });
    this.seen = key;
    const news =
      this.settled === null ||
      contradictsRuling(
        this.settled,
        positions.map(({ claims }) => claims),
      );
    if (this.standing === null && !this.published) {
      this.standing = this.waiting && !news ? this.waiting : { status: 'open' };
      if (this.standing.status === 'dismissed') this.acts.push({ type: 'dismissed', at, reason: this.standing.reason });
    } else if (news) this.reopen(at, CONTRADICTED);
  }

  /** By another accepted claim, or by what was published. */
  private isContested(id: string): boolean {
    const against = this.story.against.get(id);
    return against === undefined || this.ruled.has(id) || against.some((others) => others.every((other) => this.isAccepted(other)));
  }

  private isAccepted(id: string): boolean {
    const { seq } = this.story.accepted.get(id) ?? { seq: Number.POSITIVE_INFINITY };
    return seq <= this.now;
  }

  /** @param reason public: a person’s words for readers, or what readers see themselves. */
  private reopen(at: Instant, reason: string): void {
    this.waiting = null;
    if (!['settled', 'dismissed', 'withdrawn'].includes(this.standing?.status ?? '')) return;
    this.standing = this.published ? { status: 'reopened', at } : { status: 'open' };
    this.acts.push({ type: 'reopened', at, reason });
  }

  private publish(seq: number): void {
    const publication = this.story.publications.get(seq);
    if (!publication) return;
    this.published = true;
    this.standing = { status: 'settled' };
    this.settled = publication.ruling;
  }

  /** Nothing is published any more; what the case was about is known, and only what is new against it opens it by itself. */
  private withdraw({ at, by, byRole, reason }: Extract<CaseEvent, { type: 'withdrawn' }>): void {
    if (!this.published) return;
    this.published = false;
    this.settled = { positions: this.held(), accepted: null };
    const withdrawn = { at, reason, by: this.story.actor({ by, byRole }) };
    this.standing = { status: 'withdrawn', ...withdrawn };
    this.acts.push({ type: 'withdrawn', ...withdrawn });
  }

  private held(): string[][] {
    return this.found ? [...this.found.positions.map(({ claims }) => claims), this.found.others] : [];
  }

  private dismiss({ at, by, byRole, reason }: Extract<CaseEvent, { type: 'dismissed' }>): void {
    if (by === null || byRole === null) {
      // The engine takes its own dismissal back by itself, and then what it finds is looked at anew. Until then the ruling holds.
      if (this.published) this.standing = { status: 'settled' };
      if (this.seen !== '') this.seen = 'vanished';
      return;
    }
    this.settled = { positions: this.held(), accepted: null };
    const wasOpen = this.standing?.status === 'open' || this.standing?.status === 'reopened';
    // It answers the new claim, not the ruling: what was published stands until a new publication replaces it.
    const dismissed = { status: 'dismissed', at, reason, by: this.story.actor({ by, byRole }) } as const;
    if (this.published) this.standing = { status: 'settled' };
    else if (this.standing) this.standing = dismissed;
    else this.waiting = dismissed;
    if (wasOpen) this.acts.push({ type: 'dismissed', at, reason });
  }
}

/** The positions as far as their claims are public and contested, in the words they were found with where all of them are. */
function seenIn(found: Found | null, accepted: ReadonlySet<string>, isContested: (id: string) => boolean): SeenPosition[] {
  return (found?.positions ?? []).flatMap(({ label, claims }) => {
    const seen = claims.filter((id) => accepted.has(id) && isContested(id));
    return seen.length === 0 ? [] : [{ label: seen.length === claims.length ? label : null, claims: seen }];
  });
}
