import { send } from './api.js';

/** Formats that browsers cannot show: the service makes a preview of them. */
const PREVIEW = { query: { sigma: 0 }, accept: 'image/png' };
const THUMBNAIL = 160;

/** A picture that came in, as a file and as something that the browser can draw. */
export class Picture {
  /** @param {string} name @param {Blob} file as it came @param {Blob} shown the same, as browsers can show it */
  constructor(name, file, shown, bitmap) {
    this.name = name;
    this.file = file;
    this.shown = shown;
    /** @type {ImageBitmap} */
    this.bitmap = bitmap;
    this.width = bitmap.width;
    this.height = bitmap.height;
    /** Results by task. @type {Map<string, any>} */
    this.results = new Map();
    this.thumbnail = thumbnail(bitmap);
  }

  /** The name without its ending. */
  get stem() {
    return this.name.replace(/\.[^.]+$/, '') || 'picture';
  }

  /** @param {Blob} file @param {string} name */
  static async read(file, name) {
    let shown = file;
    let bitmap = await decoded(file);
    if (!bitmap) {
      shown = (await send('POST', 'v1/denoise', { ...PREVIEW, body: file, type: 'application/octet-stream' })).blob;
      bitmap = await createImageBitmap(shown);
    }
    return new Picture(name, file, shown, bitmap);
  }
}

/** @param {Blob} file @returns {Promise<ImageBitmap|null>} null where the browser cannot read it */
async function decoded(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

/** @param {ImageBitmap} bitmap */
function thumbnail(bitmap) {
  const scale = Math.min(1, THUMBNAIL / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * The pictures on the table, and which of them is looked at. Says `change` when there are others, `select` when another one is
 * looked at, `result` when something was made of one, and `problem` when one could not be read.
 */
export class Workspace extends EventTarget {
  /** @type {Picture[]} */
  pictures = [];
  /** @type {Picture|null} */
  selected = null;

  /** @param {Iterable<File>} files */
  async add(files) {
    const all = [...files];
    this.dispatchEvent(new CustomEvent('reading', { detail: all.length }));
    let first = null;
    for (const file of all) {
      try {
        const picture = await Picture.read(file, file.name || 'pasted.png');
        this.pictures.push(picture);
        first ??= picture;
        if (first === picture) this.select(picture);
        this.dispatchEvent(new Event('change'));
      } catch (problem) {
        this.dispatchEvent(new CustomEvent('problem', { detail: { problem, name: file.name } }));
      }
    }
    this.dispatchEvent(new CustomEvent('reading', { detail: 0 }));
  }

  /** @param {Picture} picture */
  select(picture) {
    if (this.selected === picture) return;
    this.selected = picture;
    this.dispatchEvent(new Event('select'));
  }

  /** @param {Picture} picture */
  remove(picture) {
    const at = this.pictures.indexOf(picture);
    this.pictures.splice(at, 1);
    if (this.selected === picture) {
      this.selected = this.pictures[Math.min(at, this.pictures.length - 1)] ?? null;
      this.dispatchEvent(new Event('select'));
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Another picture in the place of one: what was made of it. */
  replace(picture, by) {
    this.pictures[this.pictures.indexOf(picture)] = by;
    this.selected = by;
    this.dispatchEvent(new Event('select'));
    this.dispatchEvent(new Event('change'));
  }

  /** @param {Picture} picture @param {string} task @param {any} result */
  keep(picture, task, result) {
    picture.results.set(task, result);
    this.dispatchEvent(new CustomEvent('result', { detail: { picture, task } }));
  }
}
