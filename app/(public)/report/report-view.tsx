import type { TypedReport } from '@/app/_shell/report-form';
import type { Refusal } from '@/lib/base';
import { REPORT_KIND_WORDS } from '@/lib/publication';

/** What is wrong, missing, or to be said against a page: as few fields as it takes, and nothing about who asks unless they want an answer by letter. */
export function ReportView({ typed, refusal }: { typed: TypedReport; refusal: Refusal | null }) {
  const isFaulty = (name: keyof TypedReport) => (refusal?.field === name ? { 'aria-invalid': true, 'aria-describedby': 'problem' } : {});
  return (
    <>
      <header>
        <h1>Report an error</h1>
        <p className="lede">
          Something on a page is wrong, a number is missing, or it is about you and you see it otherwise. A person reads it.
        </p>
      </header>
      {refusal ? (
        <div role="alert" className="notice" id="problem">
          <p>
            <strong>{refusal.cause}</strong> {refusal.next} What you typed stands below.
          </p>
        </div>
      ) : null}
      <form action="/report" method="post" className="check">
        <p>
          <label htmlFor="page">Page</label>
          <br />
          <input id="page" name="page" defaultValue={typed.page} required maxLength={500} autoComplete="off" {...isFaulty('page')} />
        </p>
        <fieldset>
          <legend>What is it?</legend>
          {Object.entries(REPORT_KIND_WORDS).map(([kind, { ask }]) => (
            <p key={kind}>
              <label>
                <input type="radio" name="what" value={kind} defaultChecked={typed.what === kind} required /> {ask}
              </label>
            </p>
          ))}
        </fieldset>
        <p>
          <label htmlFor="words">What should we know, and how do you know it?</label>
          <br />
          <textarea id="words" name="words" rows={7} defaultValue={typed.words} required maxLength={4000} {...isFaulty('words')} />
        </p>
        <p>
          <label htmlFor="contact">How to reach you (may stay empty)</label>
          <br />
          <input
            id="contact"
            name="contact"
            defaultValue={typed.contact}
            maxLength={200}
            autoComplete="email"
            aria-describedby="contact-about"
          />
        </p>
        <p id="contact-about" className="quiet">
          Only the reviewers read it, to ask you back. Your report is kept, without your network address; you get a receipt that says what
          became of it.
        </p>
        <p>
          <button type="submit">Send it</button>
        </p>
      </form>
    </>
  );
}
