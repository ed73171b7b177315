import { el } from './dom.js';

/** Formats that can be asked for; the first is the one that came. */
export const FORMATS = [
  ['same', 'As it came'], ['image/png', 'PNG'], ['image/jpeg', 'JPEG'], ['image/webp', 'WebP'], ['image/tiff', 'TIFF'],
];

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/tiff': 'tif', 'image/bmp': 'bmp',
  'application/zip': 'zip', 'text/csv': 'csv' };

/** @param {string} type @returns {string} the ending of a file of this media type */
export function ending(type) {
  return ENDINGS[type.split(';')[0]] ?? 'png';
}

/** Hands a file to the person. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
