import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { casework } from '#api/compose.ts';
import { heardLink } from '#api/graph/heard.ts';
import { NotSignedIn } from '#api/http/not-signed-in.ts';
import { METRICS, SPANS } from '#server/telemetry/named.ts';
import { telemetrySettings } from '#server/telemetry/settings.ts';
import { openTelemetry } from '#server/telemetry/telemetry.ts';
import { watchedDatabase, watchedDeeds, watchedSignIn } from '#server/watched.ts';
import { aWorld } from '#tests/world.ts';

type Attribute = { key: string; value: { stringValue?: string } };
type Span = { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: Attribute[] };
type Point = { asInt?: number; asDouble?: number; count?: number; attributes: Attribute[] };
type Metric = { name: string; gauge?: { dataPoints: Point[] }; sum?: { dataPoints: Point[] }; histogram?: { dataPoints: Point[] } };

const root = path.resolve(import.meta.dirname, '../..');
const received: { url: string; key: string | undefined; body: string }[] = [];
let receiver: Server;
let spans: Span[];
let metrics: Metric[];

const labels = ({ attributes }: { attributes: Attribute[] }) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key.replace('waymark.', ''), value.stringValue]));
const pointsOf = (name: string): Point[] => {
  const found = metrics.find((metric) => metric.name === name);
  return found?.histogram?.dataPoints ?? found?.sum?.dataPoints ?? found?.gauge?.dataPoints ?? [];
};

const answering = (status: number): Middleware => ({
  execute: async (context) => {
    context.response = new Response(null, { status });
  },
});

/** A coordinator’s morning: deeds that work and one that is refused, two requests to Graph, a sign-in that fails. */
const aMorning = async (): Promise<void> => {
  const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const settings = telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key' });
  if (!settings) throw new Error('an endpoint turns it on');
  const telemetry = await openTelemetry(settings);
  const { watch } = telemetry;
  telemetry.figuresOf(async () => ({ waiting: 3, failed: 1, oldestSeconds: 95, syncSeconds: null }));
  const world = await aWorld();
  const coordinator = await world.actorFor('coordinator');
  const pupil = await world.enrol({ givenName: 'Tamsin', surname: 'Quill' });
  const database = watchedDatabase({ ...world.database }, watch);
  const deeds = watchedDeeds(casework({ ...world.parts, database }), watch);
  await deeds.openPupil(coordinator, { pupil });
  await deeds.openPupil(await world.actorFor('administrator'), { pupil }).catch(() => undefined);
  for (const status of [200, 429]) {
    const link = heardLink(() => answering(status), 'https://graph.example', { watch })();
    await link.execute({ request: 'https://graph.example/v1.0/users/tamsin.quill@school.example/events', options: { method: 'POST' } });
  }
  const letIn = watchedSignIn(async () => Promise.reject(new NotSignedIn('aud')), watch);
  await letIn('Bearer x', 'tab').catch(() => undefined);
  await telemetry.stop();
};

beforeAll(async () => {
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      received.push({ url: request.url ?? '', key: request.headers['x-key'] as string | undefined, body });
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  await aMorning();
  const parts = <T>(url: string, of: (body: never) => T[]): T[] =>
    received.filter((one) => one.url === url).flatMap(({ body }) => of(JSON.parse(body) as never));
  type Traces = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
  type Metrics = { resourceMetrics: { scopeMetrics: { metrics: Metric[] }[] }[] };
  spans = parts('/v1/traces', (body: Traces) => body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
  metrics = parts('/v1/metrics', (body: Metrics) =>
    body.resourceMetrics.flatMap((one) => one.scopeMetrics.flatMap((scope) => scope.metrics)),
  );
}, 60_000);
afterAll(() => void receiver.close());

describe('OpenTelemetry', () => {
  it('is off, and nothing of it is loaded, until an endpoint is named', () => {
    expect(telemetrySettings({ OTEL_EXPORTER_OTLP_ENDPOINT: ' ' })).toBeUndefined();
    const service = readFileSync(path.join(root, 'server/service.ts'), 'utf8');
    expect(service).toContain("await import('./telemetry/telemetry.ts')");
    expect(service).not.toMatch(/^import (?!type).*telemetry\/telemetry\.ts/m);
  });

  it('sends spans and metrics as JSON, with the key that was set', () => {
    expect([...new Set(received.map(({ url }) => url))].sort()).toEqual(['/v1/metrics', '/v1/traces']);
    expect(received.every(({ key }) => key === 'a key')).toBe(true);
  });

  it('makes a span of each deed with its transactions below it', () => {
    const [deed] = spans.filter(({ name }) => name === 'deed openPupil');
    expect(deed && labels(deed)).toMatchObject({ deed: 'openPupil', door: 'tab', outcome: 'ok' });
    const below = spans.filter(({ parentSpanId }) => parentSpanId === deed?.spanId);
    expect(below.map(({ name }) => name)).toContain('transaction');
  });

  it('counts deeds by how they ended, calls to Graph by part and outcome, and sign-ins that failed', () => {
    const outcomes = (name: string) => pointsOf(name).map((point) => [labels(point).outcome, Number(point.count)]);
    expect(outcomes('waymark.deed.duration')).toEqual([
      ['ok', 1],
      ['not-found', 1],
    ]);
    expect(pointsOf('waymark.graph.duration').map(labels)).toEqual([
      { part: 'calendar', outcome: 'ok' },
      { part: 'calendar', outcome: 'throttled' },
    ]);
    expect(pointsOf('waymark.sign_in.failures').map(labels)).toEqual([{ check: 'aud' }]);
  });

  it('tells how much waits in the queue and how old it is', () => {
    const value = (name: string) => pointsOf(name).map(({ asInt, asDouble }) => Number(asInt ?? asDouble));
    expect([value('waymark.queue.waiting'), value('waymark.queue.failed'), value('waymark.queue.oldest')]).toEqual([[3], [1], [95]]);
    expect(value('waymark.sync.age')).toEqual([]);
  });

  it('holds no name, no address and no id but the organisation’s', () => {
    const all = received.map(({ body }) => body).join('\n');
    expect(all).not.toMatch(/tamsin|quill|school\.example|Sam|WM-\d/i);
    const keys = new Set([...spans, ...metrics.flatMap(({ name }) => pointsOf(name))].flatMap((one) => Object.keys(labels(one))));
    expect([...keys].sort()).toEqual(['check', 'deed', 'door', 'method', 'organisation', 'outcome', 'part']);
  });

  it('has every span and metric in the page for whoever runs Waymark', () => {
    const page = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
    const names = [...Object.values(SPANS).map(({ metric }) => metric), ...Object.values(METRICS).map(({ name }) => name)];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
