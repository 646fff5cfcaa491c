import { stringify } from 'csv-stringify/sync';
import { SubjectsView, SubjectView } from '@/app/_ui/subject-view';
import { alternatesOf } from '@/app/_ui/twins';
import { type SubjectKind, type SubjectRecord, subjectList, subjectRecord } from '@/db/published';
import { claimsCsv, type End, isFeed, joinedChanges, measurePage, subjectJson, twinAsked, twinsOf, typeOf } from '@/lib/publication';
import { feedAnswer } from './feed-answer';
import { type ListKind, listAsked, listQuery } from './list-asked';
import { type Ask, type PublicAnswer, publicRoute } from './public-page';

/** What the two are called in addresses and on pages. */
const CALLED = {
  topic: { twins: 'topics', path: '/topics', title: 'Topics', about: 'What the figures on record are about.' },
  place: {
    twins: 'places',
    path: '/places',
    title: 'Places',
    about: 'Where the figures on record are told of: as people say, else as the words of the claims do.',
  },
} as const;

/** `/topics` or `/places`. */
export function subjectsRoute(kind: SubjectKind) {
  const { path, title, about } = CALLED[kind];
  const list: ListKind = { path, filters: [], orders: ['name'] };
  return publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
    const asked = await listAsked({ query }, list);
    if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
    const { items, next } = await subjectList(read, kind, asked.value.after);
    return {
      kind: 'page',
      head: { title, description: about, canonical: path, noindex: asked.value.after !== null },
      body: <SubjectsView {...{ kind, path, title, about }} lines={items} next={next === null ? null : asked.value.next(next)} />,
    };
  }, listQuery(list));
}

const MOST_CHANGES = 100;

/** `/topics/{slug}`, or a place by its two letters or its name; `.atom`, `.json` and `.csv` are the same as feed and as data. */
export function subjectRoute(kind: SubjectKind) {
  const { path } = CALLED[kind];
  return publicRoute(async (ask): Promise<PublicAnswer> => {
    const twin = twinAsked(CALLED[kind].twins, wordIn(ask.params.slug ?? ''));
    const { id: slug, end } = twin ?? { id: '', end: null };
    const record = slug === '' ? null : await subjectRecord(ask.read, kind, slug);
    if (!record) return { kind: 'missing' };
    const own = `${path}/${encodeURIComponent(slug)}`;
    if (end !== null) return twinOf(ask, { record, own, end });
    return {
      kind: 'page',
      head: {
        title: record.name,
        description: `The figures on record about ${record.name}.`,
        canonical: own,
        alternates: alternatesOf(twinsOf(CALLED[kind].twins, own)),
      },
      body: <SubjectView {...{ kind, record, path, own }} />,
    };
  });
}

function twinOf({ site }: Ask, { record, own, end }: { record: SubjectRecord; own: string; end: End }): PublicAnswer {
  if (isFeed(end)) {
    const subject = { title: record.name, base: own, page: own };
    return feedAnswer(end, { subject, changes: joinedChanges(record.list.items).slice(0, MOST_CHANGES) }, site);
  }
  if (end === '.json')
    return {
      ...{ kind: 'data', type: typeOf(end), cors: true },
      body: `${JSON.stringify(subjectJson(record, `${site.url}${own}`, site), null, 1)}\n`,
    };
  const body = stringify(claimsCsv(record.list.items.map(measurePage), site), { record_delimiter: 'windows', quoted_string: false });
  return { kind: 'data', type: typeOf(end), body, download: `countercheck-${own.split('/').at(-1)}.csv`, cors: true };
}

/** The word of an address as it is read; one that cannot be read leads nowhere. */
function wordIn(part: string): string {
  try {
    return decodeURIComponent(part).toLowerCase();
  } catch {
    return '';
  }
}
