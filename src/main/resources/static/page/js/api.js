/** The service, wherever the page was loaded from: also behind a path prefix. */
const ROOT = new URL('../../', import.meta.url);
const KEY = 'unveil-api-key';

/** What the service says when it cannot do what was asked (RFC 9457). */
export class Problem extends Error {
  /** @param {{title?: string, status?: number, detail?: string, allowed?: string, parameter?: string, type?: string}} said */
  constructor(said) {
    super(said.detail || said.title || 'The service gave no reason.');
    this.title = said.title || 'That did not work';
    this.status = said.status || 0;
    this.detail = said.detail || '';
    this.allowed = said.allowed || '';
    this.parameter = said.parameter || '';
    this.page = said.type && said.type !== 'about:blank' ? url(said.type.replace(/^\//, '')) : '';
  }
}

/** The caller thought better of it. */
export class Cancelled extends Error {}

/** @returns {string} the address of something that the service has */
export function url(path, query = {}) {
  const address = new URL(path, ROOT);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') address.searchParams.set(name, String(value));
  }
  return address.href;
}

/** Asks a person for the API key; the page sets it. @type {(wrong: boolean) => Promise<string|null>} */
let askForKey = async () => null;

/** @param {(wrong: boolean) => Promise<string|null>} ask gives null where the person has none */
export function onKeyNeeded(ask) {
  askForKey = ask;
}

/**
 * @typedef {{query?: Record<string, any>, body?: FormData|Blob|string|null, type?: string, accept?: string, signal?: AbortSignal,
 *     onsent?: (share: number) => void, ondone?: (share: number, secondsLeft?: number) => void}} Options
 *   the last three are a {@link import('./work.js').Progress}: a request in the foreground says only what was sent
 * @typedef {{blob: Blob, header: (name: string) => string|null}} Reply
 */

/**
 * Sends a request. Where the service wants a key, the person is asked for it, and it is sent again.
 *
 * @param {'GET'|'POST'} method
 * @param {string} path relative to the service
 * @param {Options} [options]
 * @returns {Promise<Reply>} throws {@link Problem} or {@link Cancelled}
 */
export async function send(method, path, options = {}) {
  for (let wrong = false; ; wrong = true) {
    try {
      return await once(method, path, options);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      const key = await askForKey(wrong || sessionStorage.getItem(KEY) !== null);
      if (key === null) throw problem;
      sessionStorage.setItem(KEY, key); // for this tab only
    }
  }
}

/** @returns {Promise<any>} what the JSON says */
export async function json(method, path, options = {}) {
  const reply = await send(method, path, { accept: 'application/json', ...options });
  return JSON.parse(await reply.blob.text());
}

/**
 * @param {'GET'|'POST'} method
 * @param {Options} options
 * @returns {Promise<Reply>}
 */
function once(method, path, { query, body = null, type, accept = '*/*', signal, onsent }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    if (signal?.aborted) {
      reject(new Cancelled());
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open(method, url(path, query));
    request.responseType = 'blob';
    request.setRequestHeader('Accept', accept);
    if (type) request.setRequestHeader('Content-Type', type);
    const key = sessionStorage.getItem(KEY);
    if (key !== null) request.setRequestHeader('X-API-Key', key);
    request.upload.onprogress = (event) => event.lengthComputable && onsent?.(event.loaded / event.total);
    request.onabort = () => reject(new Cancelled());
    request.onerror = () => reject(new Problem({
      title: 'The service cannot be reached', detail: 'It may be stopped, or the connection is down. Try again in a moment.' }));
    request.onload = async () => {
      if (request.status >= 200 && request.status < 300) {
        resolve({ blob: request.response, header: (name) => request.getResponseHeader(name) });
      } else {
        reject(await problem(request));
      }
    };
    request.send(body);
  });
}

/** @param {XMLHttpRequest} request */
async function problem(request) {
  try {
    return new Problem({ status: request.status, ...JSON.parse(await request.response.text()) });
  } catch {
    return new Problem({ title: `The service answered ${request.status}`, status: request.status,
      detail: 'Its answer could not be read. There may be a proxy in between.' });
  }
}

/** @param {Record<string, Blob|string|number|boolean|undefined>} fields those without a value are left out */
export function form(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === '') continue;
    if (value instanceof Blob) data.append(name, value, name);
    else data.append(name, String(value));
  }
  return data;
}

/** @param {string} dataUrl @returns {Uint8Array} */
export function bytesOf(dataUrl) {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** @param {string} dataUrl @returns {Blob} */
export function blobOf(dataUrl) {
  return new Blob([bytesOf(dataUrl)], { type: dataUrl.slice(5, dataUrl.indexOf(';')) });
}

/** @type {Promise<any[]>|null} */
let models = null;

/** All models, asked for once. @returns {Promise<any[]>} */
export function allModels() {
  models ??= json('GET', 'v1/models').catch((problem) => {
    models = null;
    throw problem;
  });
  return models;
}
