import { pictureRoute } from '@/app/_shell/measure-picture';
import { sparkFile } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** The figures of a measure over time, as small as a word. */
export const GET = pictureRoute('spark.svg', (page, { theme }) => sparkFile(page, theme));
