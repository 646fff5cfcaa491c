import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { ask } from './tests/app/public-routes';
createServer(async (req, res) => {
  try {
    if (req.url === '/icon.svg') { res.setHeader('content-type','image/svg+xml'); res.end(readFileSync('app/icon.svg')); return; }
    const r = await ask(req.url!, { headers: req.headers as Record<string,string> });
    res.writeHead(r.status, Object.fromEntries(r.headers)); res.end(Buffer.from(await r.arrayBuffer()));
  } catch (e) { res.statusCode = 500; res.end(String((e as Error).stack)); }
}).listen(4173, '127.0.0.1');
