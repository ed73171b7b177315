import { blobOf, form, json, send } from './api.js';
import { blended, pixelsOf } from './blend.js';

/**
 * What cleaning made of a picture.
 *
 * @typedef {{strength: number, chroma: number}} Amounts 0 to 2 each; `chroma` is in units of `strength`
 * @typedef {{report: any, blob: Blob, before: ImageData, after: ImageData, query: Record<string, any>, amounts: Amounts,
 *     again?: {amounts: Amounts, blob: Blob, after: ImageData}}} Cleaned
 *   `after` and `blob` are those of strength 1, `amounts` those that a person wants, `again` is the last run with more
 */

/**
 * Whether the picture of these amounts follows from that of strength 1: up to all of the noise that was found, it does. Beyond, the
 * service cleans what is left once more, or with a larger sigma.
 *
 * @param {Amounts} amounts
 */
export function needsNoRun({ strength, chroma }) {
  return strength <= 1 && strength * chroma <= 1;
}

const same = (a, b) => a.strength === b.strength && a.chroma === b.chroma;

/**
 * @param {import('./pictures.js').Picture} picture @param {Record<string, any>} query @param {import('./work.js').Progress} progress
 * @returns {Promise<Cleaned>}
 */
export async function clean(picture, query, progress) {
  const { report, blob, after } = await run(picture, query, progress);
  return { report, blob, after, query, before: pixelsOf(picture.bitmap), amounts: { strength: 1, chroma: 1 } };
}

async function run(picture, query, progress) {
  const report = await json('POST', 'v1/denoise', { ...progress, query: { ...query, include: 'output' }, body: form({ file: picture.file }),
    accept: 'application/json, image/png;q=0.5' });
  const blob = blobOf(report.output);
  delete report.output;
  return { report, blob, after: pixelsOf(await createImageBitmap(blob)) };
}

/** Whether the picture of the wanted amounts is here. @param {Cleaned} result */
export function isHere({ amounts, again }) {
  return needsNoRun(amounts) || (again !== undefined && same(again.amounts, amounts));
}

/** Cleans with more than all of the noise that was found. @param {import('./pictures.js').Picture} picture @param {Cleaned} result */
export async function cleanAgain(picture, result, progress) {
  const amounts = { ...result.amounts };
  const { blob, after } = await run(picture, { ...result.query, ...amounts }, progress);
  result.again = { amounts, blob, after };
}

/** The picture of the wanted amounts; as near to it as is known where it is not here. @param {Cleaned} result @returns {ImageData} */
export function shown(result) {
  const { before, after, amounts, again } = result;
  if (!needsNoRun(amounts) && isHere(result)) return again.after;
  const strength = Math.min(1, amounts.strength);
  return blended(before, after, strength, strength === 0 ? 1 : Math.min(amounts.chroma, 1 / strength));
}

/**
 * The result as a file: what the service sent where that will do, else it is asked again, so that depth, profile and all that
 * belongs to the file stay.
 *
 * @param {import('./pictures.js').Picture} picture @param {Cleaned} result @param {string} accept @param {import('./work.js').Progress} progress
 * @returns {Promise<Blob>}
 */
export async function cleanedFile(picture, { query, blob, amounts, again }, accept, progress) {
  if (accept === 'image/png' && same(amounts, { strength: 1, chroma: 1 })) return blob;
  if (accept === 'image/png' && again && same(amounts, again.amounts)) return again.blob;
  return (await send('POST', 'v1/denoise', { ...progress, query: { ...query, ...amounts }, body: form({ file: picture.file }), accept })).blob;
}
