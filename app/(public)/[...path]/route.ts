import { publicRoute } from '@/app/_shell/public-page';

export const dynamic = 'force-dynamic';

/** Every address nothing else answers: a real 404 in our own words, made anew each time and never kept. */
export const GET = publicRoute(async () => ({ kind: 'missing' }));
