import type { Environment } from '../environment.ts';

/** Where traces and metrics go, by OTLP over HTTP, in JSON; and what stands at the head of each request (a key, mostly). */
export type TelemetrySettings = {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly everySeconds: number;
};

const OFTEN = 60;

/** `key=value,other=value`, as OpenTelemetry writes headers; values may be percent-encoded. */
const headersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('='))
      .flatMap(([name = '', ...value]) => (name.trim() ? [[name.trim(), decodeURIComponent(value.join('=').trim())]] : [])),
  );

/** OpenTelemetry’s own settings, by its own names; undefined where no endpoint is named, and then nothing of it is loaded. */
export const telemetrySettings = (environment: Environment): TelemetrySettings | undefined => {
  const endpoint = (environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? '').trim().replace(/\/+$/, '');
  if (!endpoint) return undefined;
  const every = Number(environment.OTEL_METRIC_EXPORT_INTERVAL ?? OFTEN * 1000) / 1000;
  return {
    endpoint,
    headers: headersOf(environment.OTEL_EXPORTER_OTLP_HEADERS ?? ''),
    everySeconds: Number.isFinite(every) && every > 0 ? every : OFTEN,
  };
};
