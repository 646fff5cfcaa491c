import type { Metadata } from 'next';
import type { Query } from '@/app/_shell/desk-page';
import { NamedList } from '../../_parts/named-list';

export const metadata: Metadata = { title: 'Outlets' };

export default function OutletsPage({ searchParams }: { searchParams: Query }) {
  return <NamedList kind="source" query={searchParams} />;
}
