import { barePage } from './bare-page';
import type { Problem } from './problem';

/** What a form gets that cannot be led back to its page: the cause, the next step, and the number to ask about. */
export const problemPage = (problem: Problem, headers: HeadersInit = {}): Promise<Response> =>
  barePage(
    problem.status,
    problem.title,
    <main className="bare-card">
      <p className="bare-brand">
        <a href="/">Countercheck</a>
      </p>
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      <p>{problem.next}</p>
      <p className="small-print">
        {problem.status} {problem.code} · request {problem.requestId}
      </p>
      <p>
        <a href="/review">Back to the desk</a>
      </p>
    </main>,
    headers,
  );
