import { styleAnswer } from '@/app/_shell/style-answer';
import { embedStylesheet } from '@/app/_ui/stylesheet';

export const dynamic = 'force-dynamic';

/** The stylesheet of frames on other sites. */
export const GET = (request: Request): Response => styleAnswer(embedStylesheet(), request);
