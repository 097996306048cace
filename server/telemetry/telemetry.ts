import { type Attributes, context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { HouseFigures } from '#api/database/figures.ts';
import { type Labels, outcomeOf, type Watch, type Watched } from '#api/watch.ts';
import { METRICS, SPANS } from './named.ts';
import type { TelemetrySettings } from './settings.ts';

/** OpenTelemetry at work: who looks, where the queue’s figures are asked for, and how it ends. */
export type Telemetry = {
  readonly watch: Watch;
  /** Asked each time metrics leave. A record that does not answer leaves these figures out of that round. */
  figuresOf(read: () => Promise<HouseFigures>): void;
  /** Sends what is gathered, then stops. */
  stop(): Promise<void>;
};

/** Longest wait for the receiver: it must never hold up the end of the service. */
const SENT_WITHIN = 3_000;

const attributesOf = (labels: Labels, outcome?: string): Attributes =>
  Object.fromEntries(
    Object.entries({ ...labels, ...(outcome ? { outcome } : {}) }).map(([name, value]) => [`waymark.${name}`, String(value)]),
  );

/** What a figure is told apart by: never the organisation, of which there may be thousands. */
const figureOf = ({ deed, door, job, part }: Labels, outcome: string): Attributes =>
  attributesOf({ ...(deed ? { deed } : {}), ...(door ? { door } : {}), ...(job ? { job } : {}), ...(part ? { part } : {}) }, outcome);

const spanName = (what: Watched, { deed, job, part, method }: Labels): string =>
  [SPANS[what].name, deed ?? job ?? ([method, part].filter(Boolean).join(' ') || undefined)].filter(Boolean).join(' ');

/** Traces and metrics over OTLP/HTTP as JSON. A receiver that is away costs its own spans and nothing else. */
export const openTelemetry = async ({ endpoint, headers, everySeconds }: TelemetrySettings): Promise<Telemetry> => {
  const resource = resourceFromAttributes({ 'service.name': 'waymark' });
  const to = (what: string) => ({ url: `${endpoint}/v1/${what}`, headers: { ...headers }, timeoutMillis: SENT_WITHIN });
  const contexts = new AsyncLocalStorageContextManager();
  context.setGlobalContextManager(contexts.enable());
  const tracing = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(to('traces')))] });
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(to('metrics')),
    exportIntervalMillis: everySeconds * 1000,
    exportTimeoutMillis: Math.min(SENT_WITHIN, everySeconds * 1000),
  });
  const metering = new MeterProvider({ resource, readers: [reader] });
  const tracer = tracing.getTracer('waymark');
  const meter = metering.getMeter('waymark');

  const took = Object.fromEntries(
    Object.entries(SPANS).map(([what, { metric, meaning }]) => [what, meter.createHistogram(metric, { unit: 's', description: meaning })]),
  ) as Record<Watched, ReturnType<typeof meter.createHistogram>>;
  const refused = meter.createCounter(METRICS.signIn.name, { description: METRICS.signIn.meaning, unit: METRICS.signIn.unit });

  const during: Watch['during'] = (what, labels, work) =>
    tracer.startActiveSpan(
      spanName(what, labels),
      { kind: what === 'graph' || what === 'transaction' ? SpanKind.CLIENT : SpanKind.INTERNAL, attributes: attributesOf(labels) },
      async (span) => {
        const began = performance.now();
        let outcome = 'ok';
        try {
          return await work((word) => {
            outcome = word;
          });
        } catch (thrown) {
          if (outcome === 'ok') outcome = outcomeOf(thrown);
          throw thrown;
        } finally {
          if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
          span.setAttribute('waymark.outcome', outcome);
          span.end();
          took[what].record((performance.now() - began) / 1000, figureOf(labels, outcome));
        }
      },
    );

  const figuresOf = (read: () => Promise<HouseFigures>): void => {
    const gauge = ({ name, meaning, unit }: { name: string; meaning: string; unit?: string }) =>
      meter.createObservableGauge(name, { description: meaning, ...(unit ? { unit } : {}) });
    const [waiting, failed, oldest, sync] = [gauge(METRICS.waiting), gauge(METRICS.failed), gauge(METRICS.oldest), gauge(METRICS.sync)];
    meter.addBatchObservableCallback(
      async (result) => {
        const found = await read().catch(() => null);
        if (!found) return;
        result.observe(waiting, found.waiting);
        result.observe(failed, found.failed);
        result.observe(oldest, found.oldestSeconds);
        if (found.syncSeconds !== null) result.observe(sync, found.syncSeconds);
      },
      [waiting, failed, oldest, sync],
    );
  };

  const stop = async (): Promise<void> => {
    await Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
    contexts.disable();
    context.disable();
    trace.disable();
  };
  return { watch: { during, signInFailed: (check) => refused.add(1, { 'waymark.check': check }) }, figuresOf, stop };
};
