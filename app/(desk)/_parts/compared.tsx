import type { CaseSheet } from '@/db/desk';
import { KIND_WORDS, unique } from '@/lib/publication';
import { gapOf, whatDiffers } from './differences';
import { checkWords, letterOf, percent } from './words';

/** What differs stands before what the machine thinks of it, and both before the choice. */
export function WhatDiffers({ sheet }: { sheet: CaseSheet }) {
  const all = whatDiffers(sheet);
  const [differs, same] = [all.filter((row) => !row.same), all.filter((row) => row.same)];
  const gap = gapOf(sheet);
  return (
    <section aria-labelledby="differs">
      <h2 id="differs">What differs {gap && <span className="quiet">{gap}</span>}</h2>
      <div className="table-wrap">
        <table className="differences stack values">
          <caption className="visually-hidden">Fields in which the positions differ</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              {sheet.row.positions.map((position, index) => (
                <th scope="col" key={position.claims.join()}>
                  {letterOf(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differs.map(({ field, values }) => (
              <tr key={field}>
                <th scope="row">
                  <span aria-hidden="true">✕ </span>
                  {field}
                </th>
                {values.map((value, index) => (
                  <td key={index} data-label={letterOf(index)}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {same.length > 0 && (
        <details>
          <summary>{same.length === 1 ? 'One field is' : `${same.length} fields are`} the same</summary>
          <dl className="facts tight">
            {same.map(({ field, values }) => (
              <div key={field} className="pair">
                <dt>= {field}</dt>
                <dd>{values[0]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <Checks sheet={sheet} />
    </section>
  );
}

function Checks({ sheet }: { sheet: CaseSheet }) {
  if (sheet.checks.length === 0) return null;
  return (
    <ul className="checks" aria-label="Arithmetic">
      {sheet.checks.map((check) => (
        <li key={`${check.total}-${check.expression}`} className={check.verdict}>
          <span className="sum">{check.expression}</span> {checkWords(check)}
        </li>
      ))}
    </ul>
  );
}

/** The machine's word, apart and marked as such: it decides nothing and is never saved by itself. */
export function Proposal({ sheet }: { sheet: CaseSheet }) {
  const { explanation, possibleReasons, confidence, severity } = sheet.row;
  const alerts = sheet.relations.filter((relation) => relation.alert);
  const kinds = unique(alerts.map((relation) => KIND_WORDS[relation.kind]));
  return (
    <section className="proposal" aria-labelledby="proposal">
      <h2 id="proposal">
        The machine’s proposal <span className="quiet">not a decision</span>
      </h2>
      <p>{explanation}</p>
      {kinds.length > 0 && (
        <p className="kinds">
          {kinds.map((kind) => (
            <span className="chip" key={kind}>
              {kind}
            </span>
          ))}
        </p>
      )}
      <details>
        <summary>
          {severity === 'high' ? 'High' : 'Normal'} severity, {percent(confidence)} sure
          {possibleReasons.length > 0 && ': what might explain it'}
        </summary>
        {possibleReasons.length > 0 && (
          <>
            <ul>
              {possibleReasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            <p className="quiet">A possible explanation silences nothing by itself.</p>
          </>
        )}
        <p className="quiet">Found in {alerts.length === 1 ? 'one pair' : `${alerts.length} pairs`} of claims.</p>
      </details>
    </section>
  );
}
