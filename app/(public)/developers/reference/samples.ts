/** An id stands in the sample as ours look. */
const SOME_ID = '1p4c9k3v9m2q';

/** One question in three languages, with nothing to install. */
export function samplesOf(template: string, query: Record<string, string>): { language: string; code: string }[] {
  const asked = new URLSearchParams(query).toString();
  const url = `${template.replace('{id}', SOME_ID)}${asked === '' ? '' : `?${asked}`}`;
  return [
    { language: 'curl', code: `curl -s '${url}'` },
    {
      language: 'JavaScript',
      code: `const answer = await fetch('${url}');\nif (!answer.ok) throw new Error((await answer.json()).detail);\nconsole.log(await answer.json());`,
    },
    {
      language: 'Python',
      code: `import json, urllib.request\nwith urllib.request.urlopen('${url}') as answer:\n    print(json.load(answer))`,
    },
  ];
}
