import { pictureRoute } from '@/app/_shell/measure-picture';
import { cardFile } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** What a measure looks like where its page is shared. */
export const GET = pictureRoute('card.png', (page, wanted) => cardFile(page, wanted));
