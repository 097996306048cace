import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity, Attachment } from 'botbuilder';
import type { Card } from '#bot/cards/card.ts';

/** A message as it stands in a chat. */
export type Posted = { readonly chat: string; readonly id: string; activity: Partial<Activity> };

/** Teams' connector at its outermost edge, on loopback: keeps what the bot posts and replaces, and has bad days when told to. */
export type TeamsChannel = {
  readonly url: string;
  readonly posted: Posted[];
  /** Answers the next posts into this chat with this status: one, unless more are said. */
  failNext(chat: string, status: number, headers?: Record<string, string>, times?: number): void;
  /** Who is in a chat, by account. */
  seat(chat: string, ...accounts: string[]): void;
  newest(chat: string): Posted | undefined;
  close(): Promise<void>;
};

export const cardOf = (posted: { activity: Partial<Activity> } | undefined): Card => {
  const found = posted?.activity.attachments?.find((one: Attachment) => one.contentType.endsWith('card.adaptive'));
  if (!found) throw new Error('no card was posted');
  return found.content as Card;
};

export const teamsChannel = async (): Promise<TeamsChannel> => {
  const posted: Posted[] = [];
  const failures = new Map<string, { status: number; headers: Record<string, string>; left: number }>();
  const seats = new Map<string, string[]>();
  let number = 0;

  const answer = (
    method: string,
    url: string,
    body: Partial<Activity>,
  ): { status: number; headers?: Record<string, string>; body: unknown } => {
    const [, chat = '', what, id] = /^\/v3\/conversations\/([^/]+)\/(activities|pagedmembers)(?:\/([^/?]+))?/.exec(url) ?? [];
    const name = decodeURIComponent(chat);
    if (what === 'pagedmembers')
      return { status: 200, body: { members: (seats.get(name) ?? []).map((account) => ({ id: account, name: account })) } };
    if (method === 'PUT') {
      const old = posted.find((one) => one.id === decodeURIComponent(id ?? ''));
      if (!old) return { status: 404, body: { error: { code: 'NotFound', message: 'no such activity' } } };
      old.activity = body;
      return { status: 200, body: { id: old.id } };
    }
    const failure = failures.get(name);
    if (failure && failure.left > 1) failures.set(name, { ...failure, left: failure.left - 1 });
    else failures.delete(name);
    if (failure) return { ...failure, body: { error: { code: 'Failed', message: 'as told' } } };
    number += 1;
    posted.push({ chat: name, id: `activity-${number}`, activity: body });
    return { status: 201, body: { id: `activity-${number}` } };
  };

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { status, headers = {}, body } = answer(request.method ?? '', request.url ?? '', text ? JSON.parse(text) : {});
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    });
  });
  // As Teams does, not closing what a busy caller is just about to use again.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    failNext: (chat, status, headers = {}, times = 1) => void failures.set(chat, { status, headers, left: times }),
    seat: (chat, ...accounts) => void seats.set(chat, accounts),
    newest: (chat) => posted.filter((one) => one.chat === chat).at(-1),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
};
