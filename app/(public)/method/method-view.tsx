import { Adding, Hedges, Kinds, Reasons, Verdicts } from '@/app/_ui/tables-of-code';
import type { WhoMay } from '@/db/operations/who-may';
import { EVERY_PAIR, FACES } from '@/lib/conflict';
import { SAME_QUESTION, WORTH_A_LOOK } from '@/lib/measure';
import { RolesView } from './roles-view';

/** Every table here is printed from the code that applies it: what is written and what is done cannot differ. */
export function MethodView({ acts }: { acts: readonly WhoMay[] }) {
  return (
    <>
      <header>
        <h1>Method</h1>
        <p className="lede">
          How a sentence becomes a claim, when two claims conflict, and who decides. The tables are printed from the code that applies them.
        </p>
        <ul className="contents">
          <li>
            <a href="#path">From text to page</a>
          </li>
          <li>
            <a href="#hedges">What hedges mean</a>
          </li>
          <li>
            <a href="#conflicts">When two figures conflict</a>
          </li>
          <li>
            <a href="#adding">How figures add up</a>
          </li>
          <li>
            <a href="#origins">What an origin is</a>
          </li>
          <li>
            <a href="#shares">“Sure”, “alike” and severity</a>
          </li>
          <li>
            <a href="#ratings">Verdicts and ratings</a>
          </li>
          <li>
            <a href="#roles">Who does what</a>
          </li>
        </ul>
      </header>
      <section id="path">
        <h2>From text to page</h2>
        <ol>
          <li>
            A text is stored as it was, and every number in it is read with its hedge, its unit or counted noun, its speaker and its date.
          </li>
          <li>
            Claims that answer the same question are grouped into a measure and compared, pair by pair, by the table below. Where more than{' '}
            {EVERY_PAIR} differ, only the {FACES} that weigh most are: those that most texts give, and pairs that contradict each other.
            Every other is put beside the position that it fits, and the case says how many it shows.
          </li>
          <li>
            A person may correct what was read: they select the words, the number is read from these anew, and the page of the claim says
            who did so, when and why, with what the machine had read. Whoever read a number by hand does not rule on it.
          </li>
          <li>Where two of them cannot both stand, a case opens. It becomes public once a person has accepted every reading in it.</li>
          <li>A reviewer rules, with a public reason and evidence, or the words that none was found.</li>
          <li>
            A second person publishes: an editor, where the desk has one who did not make the ruling. Nobody publishes a ruling of their
            own.
          </li>
          <li>
            A new claim that contradicts what was ruled reopens the case. A correction replaces a ruling with notice; nothing is edited or
            erased.
          </li>
        </ol>
        <p>What the words said is kept apart from what was inferred or supplied, and the pages say which is which.</p>
      </section>
      <section id="hedges">
        <h2>What hedges mean</h2>
        <p>
          Each figure carries two intervals: what its words allow, and what a reader of news takes them to mean. n is the figure as written,
          w the unit of its last significant digit. The widths are conventions.
        </p>
        <Hedges />
      </section>
      <section id="conflicts">
        <h2>When two figures conflict</h2>
        <p>
          The first row that fits decides. A gap is hard where what the words allow cannot meet, soft where only what readers take them to
          mean does not.
        </p>
        <Kinds />
      </section>
      <section id="adding">
        <h2>How figures add up</h2>
        <Adding />
      </section>
      <section id="origins">
        <h2>What an origin is</h2>
        <p>
          Ten papers that print one agency text are not ten witnesses. Articles count as one origin where their texts are the same, where
          most of the shorter one stands word for word in the other, or where a reviewer says that they report one statement or one
          occasion. Where articles share an origin, pages give both numbers: “14 articles, 2 origins”.
        </p>
        <p>
          Some sentences in common, such as a quote that two reporters heard, do not make one origin of two articles; and a text that was
          translated or told in other words counts as an origin of its own until a reviewer says otherwise.
        </p>
      </section>
      <section id="shares">
        <h2>“Sure”, “alike” and severity</h2>
        <p>Reviewers see these beside what the machine proposes. They order the work; none of them decides anything or is published.</p>
        <dl className="facts">
          <div className="fact">
            <dt>% alike</dt>
            <dd>
              How much speaks for two claims answering one question: what they count, where, when and in which words, each with its reason.
              From {SAME_QUESTION * 100} % on they are grouped, unless something rules it out or the claims around them are less alike; from{' '}
              {WORTH_A_LOOK * 100} % on they are shown as worth a look. It is a sum of points, not a probability.
            </dd>
          </div>
          <div className="fact">
            <dt>% sure</dt>
            <dd>
              How much of a conflict was read and how little was supplied. It falls a step for each of these: a date that is missing or
              assumed, a speaker that was inferred, one figure that may include the other, a place that only one of them names, two claims
              that are not much alike. Of a report that is suggested to be of one statement, it is the sum of the points that speak for it.
            </dd>
          </div>
          <div className="fact">
            <dt>Severity</dt>
            <dd>
              High for the kinds of conflict that are “first in the queue” in <a href="#conflicts">the table</a>, normal for all others. It
              says nothing about how far the figures are apart.
            </dd>
          </div>
        </dl>
      </section>
      <section id="after">
        <h2>After publication</h2>
        <p>
          What we published is replaced only with a dated notice that says what it said and what it says now, or taken back with a public
          reason; all of it stands under <a href="/corrections">corrections</a>. A withdrawn ruling leaves its address, the day, the reason
          and a hash, and none of its words.
        </p>
        <p>
          Where a source takes an article back, its figures stay, marked, and stand in no position any more; a ruling on them is looked at
          again. Where the law withholds a text, its figures and hashes stay, and its words are shown nowhere.
        </p>
      </section>
      <section id="ratings">
        <h2>Verdicts and ratings</h2>
        <p>
          A verdict is given to each position of a case. Only three have a number, for machines that ask for one; the others have words
          alone.
        </p>
        <Verdicts />
        <h3>Reasons a ruling can give</h3>
        <Reasons />
      </section>
      <RolesView acts={acts} />
    </>
  );
}
