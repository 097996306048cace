/** Server-sent events of one chat: a `change` whenever there is something new to read. */
import type { Tenant } from '../tenant.ts';
import type { Chat } from './chat-records.ts';

const HEARTBEAT = 25_000;

export const chatStream = (tenant: Tenant, chat: Chat, request: Request): Response => {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (words: string) => controller.enqueue(encoder.encode(words));
      const onChange = (resource: string) => {
        if (resource === `chat/${chat.id}`) send(`event: change\ndata: ${JSON.stringify({ chat: chat.id })}\n\n`);
      };
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT);
      stop = () => {
        clearInterval(heartbeat);
        tenant.onChange.delete(onChange);
      };
      tenant.onChange.add(onChange);
      request.signal.addEventListener('abort', () => {
        stop();
        try {
          controller.close();
        } catch {
          // The reader was quicker and has closed it already.
        }
      });
      send('retry: 1000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive' },
  });
};
