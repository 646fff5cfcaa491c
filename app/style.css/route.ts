import { styleAnswer } from '@/app/_shell/style-answer';
import { stylesheet } from '@/app/_ui/stylesheet';

export const dynamic = 'force-dynamic';

/** The one stylesheet of public pages. */
export const GET = (request: Request): Response => styleAnswer(stylesheet(), request);
