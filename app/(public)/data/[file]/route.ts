import { dumpedAnswer } from '@/app/_shell/dumped';

export const dynamic = 'force-dynamic';

/** A file of the last dump. */
export async function GET(request: Request, context: { params: Promise<{ file: string }> }): Promise<Response> {
  return dumpedAnswer(request, (await context.params).file);
}
