import type { Metadata } from 'next';
import type { Query } from '@/app/_shell/desk-page';
import { NamedSheetPage } from '../../../_parts/named-sheet';

export const metadata: Metadata = { title: 'Speaker' };

export default async function SpeakerPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  return <NamedSheetPage kind="speaker" id={(await params).id} query={searchParams} />;
}
