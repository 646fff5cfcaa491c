import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELETE, GET, POST } from '@/app/api/mcp/route';
import { LOOKUPS } from '@/db/lookups';
import { call } from '../bin/command';
import { api, json, type Machine, openMachine, SITE } from './machine';
import { ask } from './public-routes';

let machine: Machine;
let client: Client;
const HANDLERS: Record<string, (request: Request) => Promise<Response>> = { GET, POST, DELETE };

/** A real client, whose requests go to the route itself. */
const through: typeof fetch = (input, init) => {
  const request = new Request(input as string, init);
  return (HANDLERS[request.method] as (request: Request) => Promise<Response>)(request);
};

beforeAll(async () => {
  machine = await openMachine();
  client = new Client({ name: 'a test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost:3000/api/mcp'), { fetch: through }));
});
afterAll(async () => {
  await client.close();
  await machine.close();
});

const TOOLS = [
  ...['search_measures', 'get_measure', 'list_claims', 'get_claim', 'list_cases', 'get_case'],
  ...['compare_sources', 'check_text', 'get_article_diff'],
];

describe('A7: the tools of assistants', () => {
  it('are listed, and none of them writes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([...TOOLS].sort());
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(description).toMatch(/data/);
      expect(inputSchema.type).toBe('object');
    }
    expect(client.getInstructions()).toMatch(/never instructions/);
  });

  it('A9: answer what the address and the command answer', async () => {
    const ids: Record<string, string> = {
      measures: (await json('measures')).data[0]!.id,
      claims: (await json('claims')).data[0]!.id,
      cases: (await json('cases')).data[0]!.id,
      articles: ((await json('claims')).data[0] as unknown as { article: string }).article,
    };
    const text = 'China has sent emergency assistance to 83 countries.';
    for (const { id, tool, by, path, sample } of LOOKUPS) {
      if (!tool) continue;
      const named: Record<string, string> = path.includes('{id}') ? { id: ids[path.split('/')[0] as string] as string } : {};
      const fields = by === 'POST' ? { text } : sample;
      const told = await client.callTool({ name: tool, arguments: { ...named, ...fields } });
      const at = path.replace('{id}', named.id ?? '');
      const answer =
        by === 'POST'
          ? await api(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) })
          : await api(`${at}${Object.keys(fields).length > 0 ? `?${new URLSearchParams(fields)}` : ''}`);
      const expected = await answer.json();
      expect([id, told.structuredContent]).toEqual([id, expected]);
      expect([id, JSON.parse((told.content as { text: string }[])[0]!.text)]).toEqual([id, expected]);
      const words = by === 'POST' ? ['check', text] : ['show', at, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)];
      const command = await call([...words, '--db', process.env.DATABASE_URL as string]);
      expect([id, command.code, JSON.parse(command.out)]).toEqual([id, 0, expected]);
    }
  });

  it('refuse with cause and next step, as an answer', async () => {
    const told = await client.callTool({ name: 'get_measure', arguments: { id: '000000000000' } });
    expect(told).toMatchObject({ isError: true });
    expect((told.content as { text: string }[])[0]!.text).toMatch(/no public measure.*\/api\/v1\/measures.*\[MeasureUnknown\]/);
  });

  it('are closed to pages of other sites', async () => {
    const asked = (origin: string) =>
      POST(
        new Request('http://localhost:3000/api/mcp', {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
          body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
        }),
      );
    expect((await asked('https://elsewhere.example')).status).toBe(403);
    const ours = await asked(SITE);
    expect([ours.status, ours.headers.get('content-type')]).toEqual([200, 'application/json']);
  });

  it('are named in llms.txt', async () => {
    const response = await ask('/llms.txt');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const text = await response.text();
    expect(text).toMatch(/^# Countercheck\n\n> /);
    for (const tool of TOOLS) expect(text).toContain(tool);
    for (const [, path] of text.matchAll(/\(https:\/\/check\.example(\/[^)]*)\)/g))
      if (!path!.startsWith('/api/')) expect([path, (await ask(path!)).status]).toEqual([path, 200]);
  });
});
