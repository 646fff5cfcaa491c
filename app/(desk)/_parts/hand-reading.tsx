import { database } from '@/app/_shell/database';
import { type FormState, fieldValue, formState, type Query, queryValue } from '@/app/_shell/desk-page';
import { type HandSheet, type HandStep, readHands } from '@/db/desk';
import { previewReading } from '@/db/hand-preview';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { instantWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { ConfirmReading } from './confirm-reading';
import { CorrectForm, ReadMeanwhile } from './correct-form';
import { OperationForm } from './forms';
import { changedWords } from './hand-words';
import { TwoWindows } from './merge';
import type { Previewed } from './read-as';

/** What the claim says, who read it, and the form that corrects it. */
export async function HandReading({ id, actor, query }: { id: string; actor: Person; query: Query }) {
  const sheet = await readHands((await database()).read, id, (await queryValue(query, 'whole')) !== null);
  if (!sheet) return null;
  const state = await formState(`claims.correct:${id}`, actor, query);
  const previewing = (await queryValue(query, 'preview')) !== null;
  const open = await isCorrecting(id, actor, query);
  return (
    <section aria-labelledby="read" className="hand-reading">
      <h2 id="read">The reading</h2>
      {sheet.withheld && (
        <p className="note">The text is withheld for legal reasons: only the figure is shown, and no words can be selected.</p>
      )}
      <Steps id={id} sheet={sheet} actor={actor} />
      {may(actor, 'claims.correct') && (
        <>
          <ConfirmReading id={id} sheet={sheet} rejecting={await formState(`claims.reject:${id}`, actor, query)} />
          <details open={open}>
            <summary data-command="reading-correct">
              Correct it … <Key of="reading-correct" />
            </summary>
            <ReadMeanwhile {...{ id, sheet, state }} />
            <TwoWindows state={state} page={`/review/claims/${id}?correct=1`} open />
            <CorrectForm id={id} sheet={sheet} state={state} previewed={previewing ? await previewOf(sheet.articleId, state) : null} />
          </details>
        </>
      )}
    </section>
  );
}

/** Whether its reader came to correct it. */
export async function isCorrecting(id: string, actor: Person, query: Query): Promise<boolean> {
  const asked = [await queryValue(query, 'preview'), await queryValue(query, 'correct')].some((one) => one !== null);
  return asked || (await formState(`claims.correct:${id}`, actor, query)).refused !== null;
}

/** What the words of a draft say, without script. */
export async function previewOf(articleId: string, state: FormState): Promise<Previewed> {
  const quote = fieldValue(state, 'quote');
  const place = fieldValue(state, 'place');
  if (quote.trim() === '') return { cause: 'No words are selected.', next: 'Paste those that hold the number.' };
  const read = await previewReading(await database(), articleId, { quote, place: /^\d{1,9}$/.test(place) ? Number(place) : null });
  return read.ok ? { words: read.value.words, text: read.value.text } : { cause: read.refusal.cause, next: read.refusal.next };
}

function Steps({ id, sheet, actor }: { id: string; sheet: HandSheet; actor: Person }) {
  const last = sheet.steps.find(({ inForce }) => inForce);
  const mayTakeBack = last?.act === 'corrected' && may(actor, 'claims.take-back') && (last.by.id === actor.id || actor.role === 'admin');
  return (
    <>
      <dl className="pairs">
        <Pair term="It says">{sheet.words.figure}</Pair>
        <Pair term="Hedge">{sheet.words.hedge}</Pair>
        <Pair term="Said by">{sheet.words.speaker}</Pair>
        <Pair term="As of">{sheet.words.asOf}</Pair>
        <Pair term="Places">{sheet.words.scope}</Pair>
      </dl>
      {sheet.steps.length > 0 && (
        <>
          <p className="by-hand">
            {sheet.machine === null
              ? 'The machine read no claim here.'
              : `The machine read: ${sheet.machine.figure}; said by ${sheet.machine.speaker}; as of ${sheet.machine.asOf}; places: ${sheet.machine.scope}.`}
          </p>
          <ol className="history">
            {sheet.steps.map((step) => (
              <li key={step.revision}>
                {stepWords(step)} {instantWords(step.at)}
                {step.reason && (
                  <>
                    : “<bdi>{step.reason}</bdi>”
                  </>
                )}
                {step.inForce && <span className="quiet"> In force.</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {mayTakeBack && (
        <OperationForm path={`claims/${id}/take-back`} page={`/review/claims/${id}`}>
          <input type="hidden" name="revision" value={sheet.revision} />
          <button type="submit" className="button slim" data-command="undo">
            Take {last.by.id === actor.id ? 'your' : 'this'} correction back
          </button>
        </OperationForm>
      )}
    </>
  );
}

function stepWords({ act, by, changed, words }: HandStep): string {
  if (act === 'added') return `${by.name} added it as “${words.figure}”,`;
  if (act === 'taken-back') return `${by.name} took a correction of ${changedWords(changed)} back,`;
  return `${by.name} corrected ${changedWords(changed)}: ${words.figure},`;
}

const Pair = ({ term, children }: { term: string; children: string }) => (
  <div>
    <dt>{term}</dt>{' '}
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);
