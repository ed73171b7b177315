import { blobOf, form, json, send } from './api.js';
import { pixelsOf } from './blend.js';

/**
 * What filling made of a picture.
 *
 * @typedef {{report: any, blob: Blob, after: ImageData, method: string, query: Record<string, any>, mask: Blob}} Filled `query` and `mask`
 *   as they were sent
 */

/**
 * @param {import('./pictures.js').Picture} picture @param {Blob} mask white is filled
 * @param {{method: string, grow: number, feather: number}} options @param {import('./work.js').Progress} progress
 * @returns {Promise<Filled>}
 */
export async function fill(picture, mask, { method, grow, feather }, progress) {
  const query = { method: method === 'auto' ? '' : method, grow: grow || '', feather: feather || '' };
  const report = await json('POST', 'v1/fill', { ...progress, query: { ...query, include: 'output' }, body: form({ file: picture.file, mask }),
    accept: 'application/json, image/png;q=0.5' });
  const blob = blobOf(report.output);
  delete report.output;
  return { report, blob, method, query, mask, after: pixelsOf(await createImageBitmap(blob)) };
}

/**
 * What the service sent where PNG will do, else it is asked again, so that all that belongs to the file stays.
 *
 * @param {import('./pictures.js').Picture} picture @param {Filled} result @param {string} accept @param {import('./work.js').Progress} progress
 */
export async function filledFile(picture, { blob, query, mask }, accept, progress) {
  if (accept === 'image/png') return blob;
  return (await send('POST', 'v1/fill', { ...progress, query, body: form({ file: picture.file, mask }), accept })).blob;
}

/**
 * Which pixels outside the marks changed, counted; and a veil over all pixels that are as they were.
 *
 * @param {ImageData} before @param {ImageData} after @param {Uint8ClampedArray} marks RGBA, of which alpha counts
 * @returns {{same: number, other: number, veil: ImageData}}
 */
export function unchanged(before, after, marks) {
  const veil = new ImageData(before.width, before.height);
  let [same, other] = [0, 0];
  for (let i = 0; i < marks.length; i += 4) {
    const equal = before.data[i] === after.data[i] && before.data[i + 1] === after.data[i + 1] && before.data[i + 2] === after.data[i + 2];
    if (equal) veil.data[i + 3] = 190;
    if (marks[i + 3] > 127) continue;
    if (equal) same += 1;
    else other += 1;
  }
  return { same, other, veil };
}
