'use client';

/** What nobody expected, on a page of the desk: its number, and nothing of how we are made. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  return (
    <div className="problem" role="alert">
      <h1>Something went wrong on our side</h1>
      <p>
        Nothing was changed, and what you sent before is kept. Load the page again; if it happens again, tell the operator the number below.
      </p>
      <p className="quiet">{error.digest ?? 'no number'}</p>
      <p>
        <a href="/review">Back to the queue</a>
      </p>
    </div>
  );
}
