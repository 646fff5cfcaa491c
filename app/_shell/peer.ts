import { type IncomingMessage, Server } from 'node:http';

/**
 * Routes see headers and no socket, and `x-forwarded-for` is written by the framework only where the client sent none. So the server
 * itself writes down the other end of each connection, over whatever a client sends under this name.
 */
export const PEER = 'x-countercheck-peer';

const DONE = Symbol.for('countercheck.peers');
const shared = globalThis as { [DONE]?: true };

/** From now on every request that reaches a server of this process carries its peer. Once for each process is enough. */
export function writeDownPeers(): void {
  if (shared[DONE]) return;
  shared[DONE] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]) {
    if (event === 'request') stamp(given[0] as IncomingMessage);
    return Reflect.apply(emit, this, [event, ...given]);
  } as typeof emit;
}

function stamp(request: IncomingMessage): void {
  request.headers[PEER] = request.socket.remoteAddress ?? '';
}
