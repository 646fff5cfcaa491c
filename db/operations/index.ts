import { type Result, refuse } from '@/lib/base';
import { articleOperations } from './articles';
import { caseOperations } from './cases';
import { claimOperations } from './claims';
import { measureOperations } from './measures';
import { namedOperations } from './named';
import type { Operation, OperationContext } from './operation';
import { pairOperations } from './pairs';
import { draftOperations, peopleOperations } from './people';
import { runDeclared } from './run';

export { fieldsOfInput, inputOfFields } from './form';
export type { Operation, OperationContext, Who } from './operation';
export { draftForm, mayRun } from './run';

/** Everything that can be done to the record, by anyone, from anywhere. */
export const OPERATIONS: readonly Operation[] = [
  ...articleOperations,
  ...claimOperations,
  ...pairOperations,
  ...caseOperations,
  ...namedOperations,
  ...measureOperations,
  ...peopleOperations,
  ...draftOperations,
] as Operation[];

const byId = new Map(OPERATIONS.map((operation) => [operation.id, operation]));

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
