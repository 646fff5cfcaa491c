import { createHmac } from 'node:crypto';
import { ok, type Result, refuse } from '@/lib/base';

const SEAL_SIGNS = 12;

const sealOf = (record: string, list: string, id: string): string =>
  createHmac('sha256', record).update(`${list} ${id}`).digest('base64url').slice(0, SEAL_SIGNS);

/** Where a list goes on, as it is given away: it fits this list of this record alone, and nobody has to know what it says. */
export const cursorOf = (record: string, list: string, id: string): string =>
  Buffer.from(`${id}.${sealOf(record, list, id)}`).toString('base64url');

/** 422 `CursorUnknown` for what this list never gave, a page number among them. */
export function openCursor(record: string, list: string, cursor: string, field: string): Result<string> {
  const [id, seal] = /^[\w-]{1,100}$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString().split('.') : [];
  if (id && seal === sealOf(record, list, id)) return ok(id);
  const cause = /^\d{1,9}$/.test(cursor) ? 'Lists have no page numbers.' : 'This list never gave such a cursor.';
  return refuse(422, 'CursorUnknown', cause, `Begin without "${field}", and then follow "next" or the Link header of each answer.`, {
    field,
  });
}
