import type { Metadata } from 'next';
import type { Query } from '@/app/_shell/desk-page';
import { NamedSheetPage } from '../../../_parts/named-sheet';

export const metadata: Metadata = { title: 'Outlet' };

export default async function OutletPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  return <NamedSheetPage kind="source" id={(await params).id} query={searchParams} />;
}
