/**
 * @typedef {{x: number, y: number}} Point
 * @typedef {{tool: 'stroke', points: Point[], size: number, erase: boolean}} Stroke lines with round ends
 * @typedef {{tool: 'area', points: Point[], erase: boolean}} Area what a closed line holds
 * @typedef {{tool: 'picture', bitmap: ImageBitmap|HTMLCanvasElement}} Loaded white is hidden; takes the place of all before it
 * @typedef {{tool: 'clear'}} Cleared
 * @typedef {Stroke|Area|Loaded|Cleared} Step
 */

const EVERY = 16;

/**
 * What is to be filled, as the steps by which it was drawn: so undo has no end. Some states are kept as pictures, so that no undo
 * has to draw everything anew.
 */
export class Mask {
  /** @type {Step[]} */
  steps = [];
  /** How many of the steps count; those after it were undone. */
  done = 0;
  /** @type {Map<number, ImageData>} */
  kept = new Map();

  /** @param {number} width @param {number} height of the picture */
  constructor(width, height) {
    this.canvas = document.createElement('canvas');
    this.canvas.width = width;
    this.canvas.height = height;
    this.context = this.canvas.getContext('2d', { willReadFrequently: true });
  }

  /** @param {Step} step */
  add(step) {
    this.steps.length = this.done;
    for (const at of this.kept.keys()) if (at > this.done) this.kept.delete(at);
    this.steps.push(step);
    this.done += 1;
    draw(this.context, step);
    if (this.done % EVERY === 0) this.kept.set(this.done, this.context.getImageData(0, 0, this.canvas.width, this.canvas.height));
  }

  undo() {
    if (this.done > 0) this.go(this.done - 1);
  }

  redo() {
    if (this.done < this.steps.length) this.go(this.done + 1);
  }

  /** @param {number} done */
  go(done) {
    const from = Math.max(0, ...[...this.kept.keys()].filter((at) => at <= done));
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (from > 0) this.context.putImageData(this.kept.get(from), 0, 0);
    for (let i = from; i < done; i++) draw(this.context, this.steps[i]);
    this.done = done;
  }

  /** How many pixels are marked. */
  get count() {
    const { data } = this.context.getImageData(0, 0, this.canvas.width, this.canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 127) count += 1;
    return count;
  }

  /** White on black, as the service takes it. @returns {Promise<Blob>} */
  file() {
    const { width, height } = this.canvas;
    const pixels = this.context.getImageData(0, 0, width, height);
    for (let i = 0; i < pixels.data.length; i += 4) {
      pixels.data.fill(pixels.data[i + 3] > 127 ? 255 : 0, i, i + 3);
      pixels.data[i + 3] = 255;
    }
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d').putImageData(pixels, 0, 0);
    return canvas.convertToBlob({ type: 'image/png' });
  }
}

/** @param {CanvasRenderingContext2D} context @param {Step} step */
export function draw(context, step) {
  const { width, height } = context.canvas;
  context.globalCompositeOperation = step.erase ? 'destination-out' : 'source-over';
  context.fillStyle = context.strokeStyle = '#fff';
  if (step.tool === 'clear') context.clearRect(0, 0, width, height);
  else if (step.tool === 'picture') context.putImageData(marked(step.bitmap, width, height), 0, 0);
  else if (step.tool === 'area') fillArea(context, step.points);
  else stroke(context, step);
  context.globalCompositeOperation = 'source-over';
}

function fillArea(context, points) {
  context.beginPath();
  points.forEach(({ x, y }) => context.lineTo(x, y));
  context.fill();
}

function stroke(context, { points, size }) {
  if (points.length === 1) {
    context.beginPath();
    context.arc(points[0].x, points[0].y, size / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.lineWidth = size;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  points.forEach(({ x, y }) => context.lineTo(x, y));
  context.stroke();
}

/** What is bright in a picture, or transparent in one with alpha alone, as marks. */
function marked(bitmap, width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  for (let i = 0; i < data.length; i += 4) {
    const white = data[i + 3] > 127 && data[i] + data[i + 1] + data[i + 2] > 382;
    data.fill(white ? 255 : 0, i, i + 4);
  }
  return pixels;
}

/** What is transparent in a picture, white on black; null where nothing is. @param {ImageBitmap} bitmap */
export function maskOfAlpha(bitmap) {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  let any = false;
  for (let i = 0; i < pixels.data.length; i += 4) {
    const hidden = pixels.data[i + 3] <= 127;
    any ||= hidden;
    pixels.data.fill(hidden ? 255 : 0, i, i + 3);
    pixels.data[i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return any ? canvas : null;
}
