import { answerOperation } from '@/app/_shell/operation-route';

export const dynamic = 'force-dynamic';

/** Every write of the product: the registry says what there is, this route only speaks HTTP. */
export async function POST(request: Request, context: { params: Promise<{ path: string[] }> }): Promise<Response> {
  return answerOperation(request, (await context.params).path);
}
