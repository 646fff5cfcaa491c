import type { Result } from '@/lib/base';

/** The demo is ours from end to end: a refusal in it is a fault of the house and ends the filling. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${result.refusal.code}: ${result.refusal.cause}`);
  return result.value;
}
