export const Reviewers = () => (
  <>
    <p>
      Sign in at <a href="/review">the desk</a>. The queue shows what waits for you, the gravest first.
    </p>
    <section id="readings">
      <h2>Accept what was read</h2>
      <ol>
        <li>Open an article from the queue. Each number that the machine read is marked in its sentence.</li>
        <li>Accept it, or reject it with a reason. Is a part wrong? Select the right words: the number is read from them anew.</li>
        <li>Nothing of an article is public before somebody accepted it.</li>
      </ol>
    </section>
    <section id="pairs">
      <h2>Say what belongs together</h2>
      <p>
        “Suggestions” shows two claims that may answer one question. Say same, different or unsure. Your word comes before the machine’s.
      </p>
    </section>
    <section id="rule">
      <h2>Rule on a case</h2>
      <ol>
        <li>Read “What differs” before you choose.</li>
        <li>Give each position a verdict, accept one or none, and say why in words for readers.</li>
        <li>Add evidence: primary papers first. If you found none, say so.</li>
        <li>Another person publishes, or sends it back with a reason. You cannot publish your own ruling.</li>
      </ol>
      <p>Where a case is blind, you see nobody else’s opinion until yours is in.</p>
    </section>
    <section id="reports">
      <h2>Answer readers</h2>
      <p>“Reports” has what readers sent. Look into it, do what is to be done, and answer once: the sender reads it on their receipt.</p>
    </section>
    <section id="mistake">
      <h2>You made a mistake</h2>
      <p>
        Take it back from the note at the top, or later under “Activity”. What was published is corrected by another ruling, never edited.
      </p>
    </section>
    <p>
      Every button has a key: see <a href="/docs/keyboard">keyboard</a>. What you type is kept as a draft.
    </p>
  </>
);

export const Editors = () => (
  <>
    <p>
      An editor does what a <a href="/docs/reviewers">reviewer</a> does, and this.
    </p>
    <section id="publish">
      <h2>Publish a ruling</h2>
      <p>
        Open a case that waits for confirmation. Publish it, or return it with a reason. The page of the measure shows it within a second.
      </p>
    </section>
    <section id="correct">
      <h2>Correct what was published</h2>
      <p>
        Reopen the case with a public reason. The new ruling needs a notice: what was wrong. Both stay readable under{' '}
        <a href="/corrections">corrections</a>.
      </p>
    </section>
    <section id="withdraw">
      <h2>Withdraw</h2>
      <p>Only where a ruling must not stand and none replaces it. Its address then says when and why, and none of its words.</p>
    </section>
    <section id="define">
      <h2>Say what a measure counts</h2>
      <p>
        On the page of a measure at the desk: its question, what counts and what does not, how it adds up, after how many days to look at it
        again, topics and places. Merge two measures that ask the same; split one that asks two things.
      </p>
    </section>
    <section id="notices">
      <h2>A source takes an article back, or the law forbids it</h2>
      <p>Note it on the article. Its figures stay, marked, and count for nothing; a text that is withheld is shown nowhere.</p>
    </section>
  </>
);
