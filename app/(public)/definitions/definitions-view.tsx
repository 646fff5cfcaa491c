import { StackTable } from '@/app/_ui/stack-table';
import { Adding, Hedges, Kinds, Reasons, Verdicts } from '@/app/_ui/tables-of-code';
import { StatusChip } from '@/app/_ui/words';
import { CERTAINTY_WORDS, REACHED_WORDS, STATUS_WORDS, type Status } from '@/lib/publication';

/** What a word of these pages means, and nothing of how it comes about: that is told by the method. */
const STANDING: Record<Status, string> = {
  open: 'Two accepted figures cannot both stand, and nobody has ruled.',
  settled: 'A ruling is published and in force.',
  reopened: 'A ruling was published, and something new speaks against it. It is looked at again.',
  dismissed: 'A person found that the figures do not contradict each other, and says why.',
  withdrawn: 'The ruling that was published was taken back.',
  uncontested: 'It was reported, and no accepted figure contradicts it. Nobody checked it.',
  differs: 'Accepted figures differ, and no case is open yet.',
};

const TERMS: [string, string][] = [
  ['Claim', 'One figure of one article: who says what is counted, of whom, as of when, with the exact words.'],
  ['Measure', 'The question that claims answer. Figures are compared only within one.'],
  ['Position', 'Claims of one measure that agree with each other.'],
  ['Case', 'The handling of positions that cannot all be true.'],
  ['Ruling', 'A person’s decision on a case, with a verdict for each position, a reason and evidence.'],
  ['Origin', 'What several articles repeat. Ten reprints of one agency text are one origin.'],
  ['As of', 'The day a figure speaks of. It is not the day it was published.'],
  ['Hedge', '“About”, “nearly”, “over”: words that change what a figure claims. They stay beside it.'],
  ['Edition', 'What readers saw of a measure from one moment to the next. Each keeps its address.'],
  ['Said, inferred, supplied', 'In the words of the article; concluded from what stands nearby; added by us.'],
];

export const DefinitionsView = () => (
  <>
    <header>
      <h1>Definitions</h1>
      <p className="lede">
        What the words on these pages mean. The tables are printed from the code that applies them. How it all goes together is told by the{' '}
        <a href="/method">method</a>.
      </p>
    </header>
    <section id="terms">
      <h2>Terms</h2>
      <dl className="facts">
        {TERMS.map(([term, meaning]) => (
          <div key={term} className="fact">
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
    <section id="ratings">
      <h2>Verdicts and ratings</h2>
      <p>A verdict is given to a position, never to a person or an outlet. The number is for machines that ask for one.</p>
      <Verdicts />
    </section>
    <section id="standing">
      <h2>Where a measure stands</h2>
      <StackTable
        caption="Standing"
        columns={['Word', 'It says']}
        rows={(Object.keys(STATUS_WORDS) as Status[]).map((status) => ({
          key: status,
          cells: [<StatusChip key="chip" status={status} />, STANDING[status]],
        }))}
      />
    </section>
    <section id="reasons">
      <h2>Reasons of a ruling</h2>
      <Reasons />
    </section>
    <section id="certainty">
      <h2>How sure, and how reached</h2>
      <ul>
        {[...Object.values(CERTAINTY_WORDS).map(({ sentence }) => sentence), ...Object.values(REACHED_WORDS)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
    <section id="hedges">
      <h2>Hedges</h2>
      <p>n is the figure as written, w the unit of its last significant digit.</p>
      <Hedges />
    </section>
    <section id="kinds">
      <h2>How two figures stand to each other</h2>
      <p>The first row that fits decides.</p>
      <Kinds />
    </section>
    <section id="adding">
      <h2>How figures add up</h2>
      <Adding />
    </section>
  </>
);
