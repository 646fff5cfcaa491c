/** An id stands in the sample as ours look. */
const SOME_ID = '1p4c9k3v9m2q';

/** One question in three languages, with nothing to install. What is sent with a body stands in it as JSON. */
export function samplesOf(method: 'GET' | 'POST', template: string, sample: Record<string, string>): { language: string; code: string }[] {
  const query = new URLSearchParams(sample).toString();
  const url = `${template.replace('{id}', SOME_ID)}${method === 'POST' || query === '' ? '' : `?${query}`}`;
  const body = method === 'POST' ? JSON.stringify(sample) : null;
  const typed = "{ 'content-type': 'application/json' }";
  return [
    { language: 'curl', code: `curl -s ${body === null ? '' : `-H 'Content-Type: application/json' -d '${body}' `}'${url}'` },
    {
      language: 'JavaScript',
      code: [
        body === null
          ? `const answer = await fetch('${url}');`
          : `const answer = await fetch('${url}', { method: 'POST', headers: ${typed}, body: JSON.stringify(${body}) });`,
        'if (!answer.ok) throw new Error((await answer.json()).detail);',
        'console.log(await answer.json());',
      ].join('\n'),
    },
    {
      language: 'Python',
      code: [
        'import json, urllib.request',
        body === null
          ? `asked = '${url}'`
          : `asked = urllib.request.Request('${url}', json.dumps(${body}).encode(), {'Content-Type': 'application/json'})`,
        'with urllib.request.urlopen(asked) as answer:',
        '    print(json.load(answer))',
      ].join('\n'),
    },
  ];
}
