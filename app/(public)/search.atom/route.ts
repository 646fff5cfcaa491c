import { searchFeed } from '@/app/_shell/search-feed';

export const dynamic = 'force-dynamic';

export const GET = searchFeed('.atom');
