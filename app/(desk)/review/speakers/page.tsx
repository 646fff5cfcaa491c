import type { Metadata } from 'next';
import type { Query } from '@/app/_shell/desk-page';
import { NamedList } from '../../_parts/named-list';

export const metadata: Metadata = { title: 'Speakers' };

export default function SpeakersPage({ searchParams }: { searchParams: Query }) {
  return <NamedList kind="speaker" query={searchParams} />;
}
