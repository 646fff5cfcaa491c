import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { seeOther } from '@/app/_shell/paths';
import { loadNote } from '@/db/note-record';

export const dynamic = 'force-dynamic';

/** The address of a note leads to its place on the page of its case; what is hidden there stays so. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (!(await currentActor())) return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const note = await loadNote((await database()).read, id);
  return seeOther(note ? `/review/cases/${note.row.caseId}#n-${id}` : '/review');
}
