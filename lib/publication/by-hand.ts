import { dayWords } from '@/lib/base';
import { placeWords } from '@/lib/claim';
import { figureWithNoun } from './figures';
import type { ByHand, PublicClaim } from './record';
import { actorWords } from './vocabulary';

/** What a reader is told of a reading by hand. */
export interface ByHandView {
  /** "Corrected by a reviewer", "Added by an administrator". */
  who: string;
  at: string;
  reason: string | null;
  /** What the machine had read, field by field, of what was read otherwise; empty where it had read no claim. */
  machine: { field: string; value: string }[];
}

/** Null where the machine's reading stands. */
export function byHandView({ byHand }: Pick<PublicClaim, 'byHand'>): ByHandView | null {
  if (byHand === null) return null;
  const { act, by, at, reason, machine, changed } = byHand;
  return {
    who: `${act === 'added' ? 'Added' : 'Corrected'} by ${actorWords(by)}`,
    at,
    reason,
    machine: machine ? changed.map((field) => ({ field: FIELDS[field], value: MACHINE[field](machine) })) : [],
  };
}

const FIELDS: Record<ByHand['changed'][number], string> = {
  ...{ figure: 'Figure', speaker: 'Said by', asOf: 'As of', scope: 'Scope', noun: 'What is counted' },
};

type Machine = NonNullable<ByHand['machine']>;

const MACHINE: Record<ByHand['changed'][number], (machine: Machine) => string> = {
  figure: (machine) => `${figureWithNoun(machine)}, in the words “${machine.text}”`,
  speaker: ({ speaker }) => (speaker === null ? 'nobody named' : `${speaker.name}${speaker.inferred ? ' (inferred)' : ''}`),
  asOf: ({ asOf }) => (asOf === null ? 'no date' : dayWords(asOf)),
  scope: ({ scope }) => (scope.length === 0 ? 'no place' : scope.map(placeWords).join(', ')),
  noun: ({ noun }) => noun ?? 'nothing',
};
