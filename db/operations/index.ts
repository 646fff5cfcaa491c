import { type Refusal, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import type { Act } from '../acts';
import type { Reads } from '../open';
import { accountOperations } from './account';
import { articleOperations } from './articles';
import { caseOperations } from './cases';
import { claimOperations } from './claims';
import { handOperations } from './hands';
import { jobOperations } from './jobs';
import { keyOperations } from './keys';
import { linkOperations } from './links';
import { measureOperations } from './measures';
import { namedOperations } from './named';
import { noteOperations } from './notes';
import { noticeOperations } from './notices';
import { notificationOperations } from './notifications';
import type { Operation, OperationContext } from './operation';
import { pairOperations } from './pairs';
import { draftOperations, peopleOperations } from './people';
import { presenceOperations } from './presence';
import { queueOperations } from './queue';
import { reportOperations } from './reports';
import { reviewOperations } from './review';
import { runDeclared } from './run';
import { settingsOperations } from './settings';
import { undoOf, undoOperation, undoParts } from './undo';
import { webhookOperations } from './webhooks';
import { mayRun } from './who';

export { fieldsOfInput, inputOfFields } from './form';
export type { Operation, OperationContext, Post, Who } from './operation';
export { draftForm } from './run';
export { SCOPE_NAMES, SCOPES, scopeOf } from './scopes';
export { mayRun } from './who';

function find(id: string): Operation | undefined {
  return byId.get(id);
}

/** Everything that can be done to the record, by anyone, from anywhere. */
export const OPERATIONS: readonly Operation[] = [
  ...articleOperations,
  ...noticeOperations,
  ...claimOperations,
  ...handOperations,
  ...pairOperations,
  ...caseOperations,
  ...reviewOperations,
  ...noteOperations,
  ...namedOperations,
  ...measureOperations,
  ...peopleOperations,
  ...linkOperations,
  ...accountOperations,
  ...draftOperations,
  ...settingsOperations,
  ...keyOperations,
  ...webhookOperations,
  ...reportOperations,
  ...notificationOperations,
  ...presenceOperations,
  ...jobOperations,
  ...queueOperations.map((one) => (one.id === 'queue.batch' ? { ...one, undo: undoParts(find) } : one)),
  undoOperation(find),
] as Operation[];

/** Why an act cannot be taken back, or null where it can. */
export async function undoRefusal(from: Reads, act: Act, actor: Actor): Promise<Refusal | null> {
  const able = await undoOf(from, act, find, { actor });
  return able.ok ? null : able.refusal;
}

const byId = new Map(OPERATIONS.map((operation) => [operation.id, operation]));

/** Whether this person may ask for the operation: a page shows no button that its reader may not press. */
export function may(actor: Actor, id: string): boolean {
  const operation = byId.get(id);
  if (!operation) throw new Error(`there is no operation "${id}"`);
  return mayRun(operation.who, actor).ok;
}

/** Runs the operation with this id. A form's fields go through `inputOfFields` first. 404 `OperationUnknown`. */
export async function runOperation(context: OperationContext, id: string, raw: unknown): Promise<Result<unknown>> {
  const operation = byId.get(id);
  if (!operation) return refuse(404, 'OperationUnknown', `There is no operation "${id}".`, 'See the list of operations.');
  return runDeclared(operation, context, raw);
}

/** The operation at a POST path under /api/v1 ("cases/k3v9m2qd4x/rulings"), with the names its template found there. */
export function operationAt(path: string): { operation: Operation; names: Record<string, string> } | null {
  const parts = path.split('/');
  for (const operation of OPERATIONS) {
    const template = operation.path.split('/');
    if (template.length !== parts.length) continue;
    const names: Record<string, string> = {};
    const fits = template.every((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name) names[name] = parts[index]!;
      return name ? parts[index] !== '' : part === parts[index];
    });
    if (fits) return { operation, names };
  }
  return null;
}
