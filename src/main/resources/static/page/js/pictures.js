import { send } from './api.js';

/** Formats that browsers cannot show: the service makes a preview of them. */
const PREVIEW = { query: { sigma: 0 }, accept: 'image/png' };
const THUMBNAIL = 160;

/** A picture that came in, or was made of one, as a file and as something that the browser can draw. */
export class Picture {
  /** What it was made of. @type {Picture|null} */
  origin = null;
  /** Whether it was cleaned on the way. */
  cleaned = false;
  /** The media type of the file that it began as; any picture's own where it came in. */
  format = 'image/*';

  /** @param {string} name @param {Blob} file as it came @param {ImageBitmap} bitmap the same, as browsers can show it */
  constructor(name, file, bitmap) {
    this.name = name;
    this.file = file;
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
    return new Picture(name, file, await decoded(file) ?? await preview(file));
  }

  /**
   * What was made of a picture, as one that can be worked on.
   *
   * @param {Picture} origin @param {Blob} file PNG, so that nothing is lost on the way @param {string} name
   * @param {{format: string, cleaned?: boolean}} made the format of the first file, which a download has where nothing else is asked
   *     for; and whether it was cleaned now
   */
  static async made(origin, file, name, { format, cleaned = false }) {
    const picture = await Picture.read(file, name);
    picture.origin = origin;
    picture.format = origin.format === 'image/*' ? format : origin.format;
    picture.cleaned = cleaned || origin.cleaned;
    return picture;
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

/** @param {Blob} file @returns {Promise<ImageBitmap>} */
async function preview(file) {
  return createImageBitmap((await send('POST', 'v1/denoise', { ...PREVIEW, body: file, type: 'application/octet-stream' })).blob);
}

/** A canvas of its own size. @param {ImageBitmap} bitmap */
export function drawn(bitmap) {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas;
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

  /** A picture that was made of one, beside it, to be looked at. @param {Picture} picture @param {Picture} made */
  addBeside(picture, made) {
    this.pictures.splice(this.pictures.indexOf(picture) + 1, 0, made);
    this.dispatchEvent(new Event('change'));
    this.select(made);
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

  /** @param {Picture} picture @param {string} task whose result counts no longer */
  forget(picture, task) {
    if (picture.results.delete(task)) this.dispatchEvent(new CustomEvent('result', { detail: { picture, task } }));
  }
}
