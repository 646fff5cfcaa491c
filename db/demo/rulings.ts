import type { ReasonCode, Verdict } from '@/lib/adjudication';

/** A case of the demo is named by one claim in it: the article and the words quoted from it. */
export interface CaseName {
  article: string;
  quote: string;
}

export interface DemoRuling extends CaseName {
  /** Article whose position is accepted; the others get `otherwise`. Null accepts none. */
  accepted: string | null;
  otherwise: Verdict;
  reasonCode: ReasonCode;
  rationale: string;
  /** The same by the other reviewer, in words of their own. */
  second: string;
  evidence: { url: string; note: string }[];
}

/** Ruled by the first person of the demo, as the second thought too without seeing it, and published by its editor. The addresses of the evidence are reserved ones that lead nowhere. */
export const PUBLISHED: DemoRuling[] = [
  {
    article: 'ferry/1-harbour-gazette',
    quote: '118 people',
    accepted: 'ferry/2-valmere-post',
    otherwise: 'contradicted',
    reasonCode: 'source-error',
    rationale:
      'The passenger list names 126 people, crew included. The coast guard’s 118 was radioed while the lifeboats were still out, and its own log of the evening ends at 126.',
    second: 'Counted on the list of names: 126. The 118 of the coast guard is older than the end of the search.',
    evidence: [
      { url: 'https://example.org/port-ellery/passenger-list', note: 'Passenger and crew list of 3 March 2025, 126 names' },
      { url: 'https://example.org/port-ellery/coast-guard-log', note: 'Coast guard log, last entry of the evening' },
    ],
  },
  {
    article: 'storm/1-valmere-post',
    quote: '1,400 homes',
    accepted: 'storm/2-harbour-gazette',
    otherwise: 'contradicted',
    reasonCode: 'reported-differently',
    rationale:
      'The mayor said 1,600 homes: it can be heard in the recording of the press conference. The lower figure was her answer to a question about one district.',
    second: 'In the recording she says 1,600 of the whole town, and the smaller figure of one district.',
    evidence: [{ url: 'https://example.org/tarn-bridge/press-conference', note: 'Recording, minute 12' }],
  },
  {
    article: 'storm/3-northfen-radio',
    quote: '41 people',
    accepted: 'storm/3-northfen-radio',
    otherwise: 'outdated',
    reasonCode: 'cumulative-decrease',
    rationale:
      'The rescue service lowered its own count: seven people had been listed by two hospitals. The earlier figure was right by what was known on that day and is outdated now.',
    second: 'The service took seven names off its list, and its statement says which. Until then the higher figure was its own.',
    evidence: [{ url: 'https://example.org/rescue-service/statement', note: 'Statement of 17 October 2025 with the list of names' }],
  },
];

/** Dismissed by the second person: two figures, no disagreement. */
export const DISMISSED: CaseName & { reason: string } = {
  article: 'town/6-bridge-harbour-gazette',
  quote: '40 million',
  reason: 'The ministry counts the bridge alone, the audit office the bridge with its roads: two questions, and both figures stand.',
};
