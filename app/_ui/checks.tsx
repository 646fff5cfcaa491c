import type { CheckView } from '@/lib/publication';
import { Noted } from './noted';

const SIGN = { pass: '✓', fail: '✕', warn: '≈' };

/** What the claims of a check are to each other. */
const NAMES: Record<CheckView['kind'], { total: string; parts: string }> = {
  'parts-sum': { total: 'Total', parts: 'Parts' },
  'included-parts': { total: 'Total', parts: 'Parts' },
  'headline-body': { total: 'Text', parts: 'Headline' },
  change: { total: 'Change', parts: 'From and to' },
  share: { total: 'Share', parts: 'Part and whole' },
  'impossible-share': { total: 'Share', parts: '' },
  'kinds-sum': { total: 'All aboard', parts: 'Passengers and crew' },
  'shares-together': { total: 'Share', parts: 'Other shares' },
  rate: { total: 'Rate', parts: 'Count and population' },
};

/** Arithmetic that anyone can redo: the sum, whether it holds, and the claims it is made of. */
export function Checks({ checks }: { checks: CheckView[] }) {
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={`${check.total.id} ${check.expression}`}>
          <p className={`sum ${check.verdict}`}>
            {check.expression} <span aria-hidden="true">{SIGN[check.verdict]}</span>
          </p>
          <p>
            {check.words} {NAMES[check.kind].total}: <a href={`/claims/${check.total.id}`}>{check.total.text}</a>
            <Noted article={check.total.article} />.{check.parts.length > 0 && ` ${NAMES[check.kind].parts}: `}
            {check.parts.map((part, index) => (
              <span key={part.id}>
                {index > 0 ? ', ' : ''}
                <a href={`/claims/${part.id}`}>{part.text}</a>
                <Noted article={part.article} />
              </span>
            ))}
            {check.parts.length > 0 && '.'}
          </p>
        </li>
      ))}
    </ul>
  );
}
