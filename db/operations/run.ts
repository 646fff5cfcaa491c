import type { z } from 'zod';
import { type FieldFault, ok, type Refusal, type Result, refusedForm } from '@/lib/base';
import { dropDraft, saveDraft } from '../drafts';
import { refusals } from '../verb';
import { asToday } from './as-today';
import { fieldsOfInput } from './form';
import type { Operation, OperationContext } from './operation';
import { mayRun } from './who';
import { wordsOfField } from './words';

/**
 * Runs one operation: who may, then what was sent, then the act itself, which asks again who may when it writes. `raw` is an object with the names of the path in it.
 * What a signed-in person typed survives every refusal as a draft.
 */
export async function runDeclared(operation: Operation, context: OperationContext, raw: unknown): Promise<Result<unknown>> {
  const allowed = mayRun(operation.who, context.actor);
  if (!allowed.ok) return allowed;
  const result = await refusals(async () => {
    const input = parsed(operation, raw);
    return input.ok ? operation.run(asToday(operation.who, context), input.value) : input;
  });
  if (operation.draft === 'kept' && context.actor.kind === 'person')
    await settleDraft(operation.id, context, context.actor.id, raw, result);
  return result;
}

/** The name of the draft that belongs to an operation on one thing: "cases.rule:k3v9m2qd4x", "articles.add". */
export function draftForm(operationId: string, raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id.slice(0, 20) : null;
  return id === null ? operationId : `${operationId}:${id}`;
}

/** The draft is a courtesy: where even it cannot be kept (a full disk), the refusal that led here is the answer all the same. */
async function settleDraft(
  id: string,
  { db, now }: OperationContext,
  person: string,
  raw: unknown,
  result: Result<unknown>,
): Promise<void> {
  const form = draftForm(id, raw);
  if (result.ok) await dropDraft(db, person, form);
  else await saveDraft(db, person, { form, fields: fieldsOfInput(raw), refusal: result.refusal }, now);
}

function parsed<I>({ input, besides }: Pick<Operation<I>, 'input' | 'besides'>, raw: unknown): Result<I> {
  const result = input.safeParse(raw);
  return result.success ? ok(result.data) : { ok: false, refusal: refusalOf(result.error, raw, besides?.(raw) ?? []) };
}

/** The first fault, with all there are where there are several. */
function refusalOf(error: z.ZodError, raw: unknown, besides: FieldFault[]): Refusal {
  const issue = error.issues[0]!;
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0]!].join('.');
    return { status: 422, code: 'UnknownField', cause: `"${field}" is no field of this form.`, next: 'Leave it out.', field };
  }
  if (path.length === 0)
    return { status: 422, code: 'InvalidField', cause: 'The input is no object of fields.', next: 'Send the fields of the form.' };
  const fields = new Map<string, FieldFault>();
  for (const one of error.issues) {
    if (one.code === 'unrecognized_keys' || one.path.length === 0) continue;
    const fault = faultOf(one.path.map(String), raw);
    if (!fields.has(fault.field)) fields.set(fault.field, fault);
  }
  for (const fault of besides) if (!fields.has(fault.field)) fields.set(fault.field, fault);
  const [first, ...others] = [...fields.values()].slice(0, MOST_FAULTS);
  return refusedForm([first!, ...others]);
}

/** More than one form has fields: a batch of a thousand bad articles is refused in one answer of bounded size. */
const MOST_FAULTS = 40;

function faultOf(path: readonly string[], raw: unknown): FieldFault {
  const { called, empty, next } = wordsOfField(path);
  const sent = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], raw);
  const missing = sent === undefined || sent === null || sent === '';
  // A list that is not there at all is mended at its first place: there the form has a field.
  const field = path.join('.') === 'verdict' ? 'verdict.0' : path.join('.');
  return { code: 'InvalidField', cause: missing ? empty : `${called} cannot be read as it was sent.`, next, field };
}
