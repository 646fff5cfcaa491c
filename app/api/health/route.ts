export const dynamic = 'force-dynamic';

/** The process answers: nothing more is asked here. */
export const GET = (): Response => Response.json({ status: 'up' }, { headers: { 'cache-control': 'no-store' } });
