import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answeredFromKept } from './kept-pages';

/**
 * Routes see headers and no socket, and `x-forwarded-for` is written by the framework only where the client sent none. So the server
 * itself writes down the other end of each connection, over whatever a client sends under this name.
 */
export const PEER = 'x-countercheck-peer';

const DONE = Symbol.for('countercheck.connections');
const shared = globalThis as { [DONE]?: true };

/** Open connections, each with how many of its requests are not answered yet. */
const unanswered = new Map<Socket, number>();
let leaving = false;

/**
 * From now on every request that reaches a server of this process carries its peer and is answered at once where its page is kept, and a process told to stop waits for answers
 * alone: browsers open connections ahead of need, and one on which nothing was ever asked would hold the server for two minutes.
 * Once for each process is enough.
 */
export function watchConnections(): void {
  if (shared[DONE]) return;
  shared[DONE] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]) {
    if (event === 'connection') follow(given[0] as Socket);
    else if (event === 'request') {
      const [request, response] = given as [IncomingMessage, ServerResponse];
      begun(request, response);
      if (answeredFromKept(request, response)) return true;
    }
    return Reflect.apply(emit, this, [event, ...given]);
  } as typeof emit;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);
}

function follow(socket: Socket): void {
  if (leaving) return void socket.destroy();
  unanswered.set(socket, unanswered.get(socket) ?? 0);
  socket.once('close', () => unanswered.delete(socket));
}

function begun(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  request.headers[PEER] = socket.remoteAddress ?? '';
  if (!unanswered.has(socket)) follow(socket);
  unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1);
  response.once('close', () => {
    const left = (unanswered.get(socket) ?? 1) - 1;
    if (unanswered.has(socket)) unanswered.set(socket, left);
    if (leaving && left === 0) socket.end();
  });
}

/** Every connection that owes no answer ends now, each other one with its last answer. */
function leave(): void {
  leaving = true;
  for (const [socket, left] of unanswered) if (left === 0) socket.destroy();
}
