import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { seeOther } from '@/app/_shell/paths';
import { notePlaces } from '@/db/desk';

export const dynamic = 'force-dynamic';

/** The address of a note leads to its place on the page of its case, and that of a hidden one nowhere: it would tell the case. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return seeOther(`/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`);
  const place = (await notePlaces((await database()).read, [id], actor.id)).get(id);
  return seeOther(place ? `/review/cases/${place.caseId}#n-${id}` : '/review');
}
