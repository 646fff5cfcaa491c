import { type FormState, faultsOf, fieldsOfState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import { awaits, CERTAINTIES, REASON_CODES, VERDICTS } from '@/lib/adjudication';
import { CERTAINTY_WORDS, REASON_WORDS, VERDICT_WORDS } from '@/lib/publication';
import { Key } from '../_keys/key';
import { Choice, OperationForm, type Option, onTo, TextArea, TextField, Tick } from './forms';
import { SeenCase } from './moved-on';
import type { Onward } from './onward';
import { RULING_FORM } from './position-cards';
import { SPLIT_WORDS } from './split-words';

/** The first nine are chosen by their number once the list has the focus. */
const REASON_CHOICES = REASON_CODES.map((code, at): Option => [code, at < 9 ? `${at + 1} ${REASON_WORDS[code]}` : REASON_WORDS[code]]);
const CERTAINTY_CHOICES = CERTAINTIES.map((certainty): Option => [certainty, CERTAINTY_WORDS[certainty].word]);
const ROWS = 3;

/** The part of a ruling that is about the case as a whole. Its verdicts stand by the positions and belong to the same form. */
export function RulingForm({ sheet, state, page }: { sheet: CaseSheet; state: FormState; page: string }) {
  const rows = evidenceRows(state);
  // The first row, those that hold something and those that lack something are in sight.
  const first = rows.filter((row, at) => at === 0 || isInSight(state, row));
  const more = rows.filter((row) => !first.includes(row));
  return (
    <section aria-labelledby="your-ruling" className="ruling-form">
      <h2 id="your-ruling">{sheet.review === 'blind' ? 'Your opinion' : 'Your ruling'}</h2>
      <OperationForm
        id={RULING_FORM}
        path={`cases/${sheet.row.id}/rulings`}
        page={page}
        draft={state}
        noted
        className="form"
        label="Ruling"
      >
        <SeenCase view={sheet.view} state={state} />
        <p className="hint">Give each position its verdict above. A ruling accepts one position at most.</p>
        <details>
          <summary>What each verdict says</summary>
          <dl className="facts tight">
            {VERDICTS.map((verdict) => (
              <div key={verdict} className="pair">
                <dt>{VERDICT_WORDS[verdict].word}</dt>
                <dd>{VERDICT_WORDS[verdict].meaning}</dd>
              </div>
            ))}
          </dl>
        </details>
        <Tick type="radio" name="accepted" value="" checked={fieldValue(state, 'accepted') === ''}>
          Accept none of the positions
        </Tick>
        <Choice state={state} name="reasonCode" command="case-why" label="Why they differ" options={REASON_CHOICES} empty="Choose …" />
        <Choice state={state} name="certainty" label="How sure you are" options={CERTAINTY_CHOICES} empty="Not said" />
        <TextArea
          state={state}
          name="rationale"
          command="case-reason"
          label="Reason, public"
          rows={6}
          hint="Its first sentence stands on the measure’s page. Five words at least."
        />
        <TextArea state={state} name="dissent" label="What speaks against it, public" rows={2} hint="May stay empty." />
        <fieldset>
          <legend>Evidence</legend>
          {first.map((row) => (
            <EvidenceRow key={row} state={state} row={row} />
          ))}
          {more.length > 0 && (
            <details>
              <summary>More links</summary>
              <div className="form">
                {more.map((row) => (
                  <EvidenceRow key={row} state={state} row={row} />
                ))}
              </div>
            </details>
          )}
          <Tick
            type="checkbox"
            name="noEvidence"
            value="on"
            command="case-no-evidence"
            checked={['on', 'true'].includes(fieldValue(state, 'noEvidence'))}
          >
            I looked, and found none
          </Tick>
        </fieldset>
      </OperationForm>
    </section>
  );
}

/** "evidence.0", "evidence.1" …: three at least, and one behind the last that holds something. A draft has those that were left empty, too. */
function evidenceRows(state: FormState): string[] {
  const last = Object.keys(fieldsOfState(state)).reduce((most, name) => {
    const number = /^evidence\.(\d+)\.(?:url|note)$/.exec(name)?.[1];
    return number !== undefined && fieldValue(state, name).trim() !== '' ? Math.max(most, Number(number)) : most;
  }, -1);
  return Array.from({ length: Math.max(ROWS, last + 2) }, (_, index) => `evidence.${index}`);
}

const isInSight = (state: FormState, row: string): boolean =>
  fieldValue(state, `${row}.url`) !== '' ||
  fieldValue(state, `${row}.note`) !== '' ||
  faultsOf(state.refused).some(({ field }) => field.startsWith(`${row}.`));

function EvidenceRow({ state, row }: { state: FormState; row: string }) {
  const number = Number(row.split('.')[1]) + 1;
  return (
    <div className="field-row">
      <TextField state={state} name={`${row}.url`} label={`Link ${number}`} command={number === 1 ? 'case-evidence' : undefined} />
      <TextField state={state} name={`${row}.note`} label={`What link ${number} shows`} />
    </div>
  );
}

/** The bar at the thumb: what ends the work on this case. */
export function RulingBar({ sheet, state, page, way }: { sheet: CaseSheet; state: FormState; page: string; way: Onward | null }) {
  const { takenBy, view } = sheet;
  const faults = faultsOf(state.refused).length;
  const isOpinion = sheet.review === 'blind' && awaits(view) !== 'third';
  return (
    <section className="decision-bar" aria-label="Decision">
      {faults > 1 && (
        <p className="bar-fault">
          Not saved yet: <a href="#problem">{faults} fields need something</a>.
        </p>
      )}
      <p>
        {view.publishedRulingId === null ? '' : 'A new ruling here becomes a correction. '}
        {takenBy ? `With ${takenBy}. ` : ''}
        {isOpinion ? 'Another reviewer gives an opinion too, unseen by each other.' : 'A second person confirms before anything is public.'}
        {way && ` Saved, the next of “${SPLIT_WORDS[way.split].word}” opens.`}
      </p>
      <button type="submit" form={RULING_FORM} className="button primary" data-command="case-save" {...onTo(way?.next)}>
        {isOpinion ? 'Save the opinion' : 'Save the ruling'} <Key of="case-save" />
      </button>
      <button
        type="submit"
        form={RULING_FORM}
        className="button"
        formAction="/api/v1/drafts"
        formNoValidate
        data-command="case-keep"
        {...onTo(page)}
      >
        {state.draft ? 'Keep the draft' : 'Keep as a draft'} <Key of="case-keep" />
      </button>
    </section>
  );
}
