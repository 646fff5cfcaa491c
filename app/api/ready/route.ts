import { database } from '@/app/_shell/database';
import { logHead } from '@/db/audit';

export const dynamic = 'force-dynamic';

const answer = (status: number, body: object): Response => Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** The record answers and its log can be read: ask this before sending people here. */
export async function GET(): Promise<Response> {
  try {
    const head = await logHead((await database()).read);
    return answer(200, { status: 'ready', logEntries: head });
  } catch {
    return answer(503, { status: 'not ready' });
  }
}
