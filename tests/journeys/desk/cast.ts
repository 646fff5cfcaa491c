import { type APIRequestContext, expect } from '@playwright/test';
import { ROLES, type Role } from '@/lib/adjudication';
import { ADA, ANA, PASSWORD, type World } from './world';

export const EDDA = 'edda@desk.example';
export const RHEA = 'rhea@desk.example';

/** Who stands for each role; the editor and the reader are added by `addCast`. */
export const CAST: Record<Role, string> = { reader: RHEA, reviewer: ANA, editor: EDDA, admin: ADA };

export const send = (request: APIRequestContext, world: World, path: string, data: object) =>
  request.post(`${world.url}${path}`, { headers: { origin: world.url }, data });

/** Signs the context in; what it asks from now on it asks as this person. */
export async function enter(request: APIRequestContext, world: World, email: string, password = PASSWORD): Promise<void> {
  const answer = await send(request, world, '/sign-in', { email, password });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Adds an editor and a reader to the people of a world, so that it has somebody of every role. */
export async function addCast(request: APIRequestContext, world: World): Promise<void> {
  await enter(request, world, ADA);
  for (const role of ROLES.filter((one) => one === 'editor' || one === 'reader')) {
    const person = { email: CAST[role], name: role === 'editor' ? 'Edda Editor' : 'Rhea Reader', role, password: PASSWORD };
    expect((await send(request, world, '/api/v1/people', person)).status()).toBe(200);
  }
}
