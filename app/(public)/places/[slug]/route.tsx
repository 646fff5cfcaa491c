import { subjectRoute } from '@/app/_shell/subject-route';

export const dynamic = 'force-dynamic';

export const GET = subjectRoute('place');
