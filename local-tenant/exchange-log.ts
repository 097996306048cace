/**
 * Every Graph exchange as a JSON line, for holding against Microsoft's published description. Tokens, secrets and pre-authenticated
 * addresses are left out; binary bodies are named by their size.
 */
import { appendFileSync } from 'node:fs';

export type Exchange = {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBytes: Uint8Array;
  readonly response: Response;
  /** The answer's bytes, read by whoever logs. */
  readonly responseBytes: Uint8Array;
};

export type ExchangeLog = { readonly wanted: boolean; write(exchange: Exchange): void };

export const exchangeLog = (file: string | undefined): ExchangeLog => ({
  wanted: file !== undefined && file !== '',
  write({ method, url, requestHeaders, requestBytes, response, responseBytes }) {
    if (!file) return;
    const line = {
      method,
      url: withoutSecrets(url),
      requestHeaders: headersOf(requestHeaders),
      requestBody: bodyOf(requestBytes, requestHeaders.get('content-type')),
      status: response.status,
      responseHeaders: headersOf(response.headers),
      responseBody: bodyOf(responseBytes, response.headers.get('content-type')),
    };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  },
});

const LEFT_OUT = 'left-out';
const HIDDEN = new Set(['cookie', 'set-cookie']);

const headersOf = (headers: Headers) =>
  Object.fromEntries(
    [...headers]
      .filter(([name]) => !HIDDEN.has(name))
      .map(([name, value]) =>
        name === 'authorization' ? [name, value.replace(/^(\w+) .*/s, `$1 ${LEFT_OUT}`)] : [name, withoutSecrets(value)],
      ),
  );

const withoutSecrets = (text: string) =>
  text.replace(/\/(download|upload)\/[\w.~-]+/g, `/$1/${LEFT_OUT}`).replace(/"secretText":\s*"[^"]*"/g, `"secretText":"${LEFT_OUT}"`);

const bodyOf = (bytes: Uint8Array, type: string | null): unknown => {
  if (bytes.byteLength === 0) return null;
  if (!/json|text\/plain|urlencoded/i.test(type ?? '')) return `(${bytes.byteLength} bytes)`;
  const text = withoutSecrets(Buffer.from(bytes).toString('utf8'));
  if (!/json/i.test(type ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
