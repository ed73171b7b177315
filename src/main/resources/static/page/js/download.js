import { el } from './dom.js';

/** Formats that can be asked for; the first is the one that came. */
export const FORMATS = [
  ['same', 'Same as the original'], ['image/png', 'PNG'], ['image/jpeg', 'JPEG'], ['image/webp', 'WebP'], ['image/tiff', 'TIFF'],
];

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/tiff': 'tif', 'image/bmp': 'bmp',
  'image/x-portable-anymap': 'pnm', 'application/zip': 'zip', 'text/csv': 'csv' };

/** What `Accept` says. @param {string} format one of {@link FORMATS} @param {import('./pictures.js').Picture} picture */
export function accepted(format, picture) {
  return format === 'same' ? picture.format : format;
}

/** @param {string} type @returns {string} the ending of a file of this media type */
export function ending(type) {
  return ENDINGS[type.split(';')[0]] ?? 'png';
}

/** The media type of the file that was sent, of those that can be written. @param {any} report the service's JSON */
export function typeOf({ image: { format } }) {
  const type = format === 'pnm' ? 'image/x-portable-anymap' : `image/${format}`;
  return type in ENDINGS ? type : 'image/png';
}

/** Hands a file to the person. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
