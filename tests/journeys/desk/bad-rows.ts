/** One thing that is asked, and what has to come of it. */
export interface Row {
  what: string;
  path: string;
  status: number;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** What the answer says, or where it leads. */
  says?: RegExp;
  leads?: string;
}

/** Everything that is asked, for a record of which these ids are known, served at `site`. */
export const badRows = (known: Record<string, string>, site: string): Row[] => {
  const { measure, page, claim } = known;
  const million = 'x'.repeat(1024 * 1024);
  const unknown = ['measures', 'claims', 'cases', 'articles', 'sources', 'speakers'].flatMap((kind): Row[] => [
    { what: `unknown ${kind}`, path: `/${kind}/zzzzzzzzzzzz`, status: 404, says: /Nothing has this address/ },
    { what: `unknown ${kind} as data`, path: `/api/v1/${kind}/zzzzzzzzzzzz`, status: 404, says: /"code":\s*"\w+Unknown".*"next"/s },
  ]);
  return [
    ...unknown,
    { what: 'merged', path: `/sources/${known.merged}`, status: 308, leads: `/sources/${known.into}` },
    { what: 'merged as data', path: `/api/v1/sources/${known.merged}`, status: 308, leads: `/api/v1/sources/${known.into}` },
    { what: 'withdrawn', path: `/cases/${known.case}`, status: 410, says: /withdrawn.*forged/is },
    { what: 'withdrawn as a twin', path: `/cases/${known.case}.json`, status: 410, says: /forged/ },
    { what: 'withdrawn as data', path: `/api/v1/cases/${known.case}`, status: 410, says: /"next"/ },
    { what: 'withdrawn in a frame', path: `/embed/cases/${known.case}`, status: 410, says: /No longer published/ },
    { what: 'wrong slug', path: `/measures/${measure}/something-else`, status: 308, leads: page! },
    { what: 'no slug, with a query', path: `/measures/${measure}?asof=2026-03-03&utm=x`, status: 308, leads: `${page}?asof=2026-03-03` },
    ...['yesterday', '2026-02-30', '2026-3-3', '20260303', '9999-99-99', '-1', '2026-03-03T00:00', '%00', '<script>'].flatMap(
      (day): Row[] =>
        ['', '.json', '.csv'].map((end) => ({
          what: `asof ${day} ${end}`,
          path: `${end ? `/measures/${measure}${end}` : page}?asof=${encodeURIComponent(day)}`,
          status: 422,
          says: /2020-03-26/,
        })),
    ),
    { what: 'known that is no moment', path: `${page}?known=soon`, status: 422, says: /2020-03-27/ },
    { what: 'asof as data', path: `/api/v1/measures/${measure}?asof=yesterday`, status: 422, says: /"next"/ },
    { what: 'a page number for a cursor', path: '/api/v1/measures?after=2', status: 422, says: /Lists have no page numbers/ },
    {
      what: 'a forged cursor',
      path: `/api/v1/measures?after=${Buffer.from(`${measure}.forged000000`).toString('base64url')}`,
      status: 422,
      says: /never gave such a cursor/,
    },
    { what: 'the cursor of another list', path: '/api/v1/changes?since=zzz', status: 422, says: /"next"/ },
    { what: 'an unknown field as data', path: '/api/v1/measures?page=2', status: 422, says: /"next"/ },
    { what: 'a query of 1 MB', path: `/search?q=${million}`, status: 431 },
    { what: 'a query of 1 MB as data', path: `/api/v1/search?q=${million}`, status: 431 },
    { what: 'a query of 12 kB', path: `/search?q=${'x'.repeat(12_000)}`, status: 200, says: /<h1/ },
    { what: 'a query of 12 kB as data', path: `/api/v1/search?q=${'x'.repeat(12_000)}`, status: 414, says: /"next"/ },
    { what: 'a check of 12 kB by address', path: `/check?text=${'x'.repeat(12_000)}`, status: 414, says: /role="alert"/ },
    {
      what: 'a check of 1 MB',
      path: '/check',
      method: 'POST',
      status: 413,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `text=${million}`,
      says: /role="alert"/,
    },
    {
      what: 'a check of 1 MB as data',
      path: '/api/v1/check',
      method: 'POST',
      status: 413,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: million }),
      says: /"next"/,
    },
    { what: 'a page asked for as XML', path: page!, status: 200, headers: { accept: 'application/xml' }, says: /<h1/ },
    {
      what: 'data asked for as a picture',
      path: `/api/v1/measures/${measure}`,
      status: 406,
      headers: { accept: 'image/png' },
      says: /"next"/,
    },
    { what: 'an ending nobody knows', path: `/measures/${measure}.exe`, status: 404, says: /Nothing has this address/ },
    { what: 'two endings', path: `/measures/${measure}.json.csv`, status: 404, says: /Nothing has this address/ },
    { what: 'an edition that never was', path: `/measures/${measure}/v/999`, status: 404, says: /Nothing has this address/ },
    { what: 'an edition that is no number', path: `/measures/${measure}/v/-1`, status: 404, says: /Nothing has this address/ },
    { what: 'two editions that are none', path: `/measures/${measure}/compare/a...b`, status: 404, says: /Nothing has this address/ },
    { what: 'oEmbed of another site', path: '/oembed?url=https%3A%2F%2Felsewhere.example%2Fx', status: 404 },
    {
      what: 'oEmbed in a format nobody knows',
      path: `/oembed?url=${encodeURIComponent(`${site}${page}`)}&format=yaml`,
      status: 501,
    },
    {
      what: 'colours nobody has',
      path: `/measures/${measure}.svg?theme=%22%3E%3Cscript%3E`,
      status: 307,
      leads: `/measures/${measure}.svg`,
    },
    ...['POST', 'PUT', 'DELETE', 'PATCH'].map((method): Row => ({ what: `${method} to a page`, path: page!, method, status: 405 })),
    { what: 'DELETE of a claim', path: `/api/v1/claims/${claim}`, method: 'DELETE', status: 405, says: /"next"/ },
    {
      what: 'a choice of colours from another site',
      path: '/preferences',
      method: 'POST',
      status: 403,
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'theme=dark',
      says: /href="\//,
    },
  ];
};
