/** Luma of red, green and blue (ITU-R BT.601), as the service reckons it. */
const LUMA = [0.299, 0.587, 0.114];

/** @param {ImageBitmap} bitmap @returns {ImageData} */
export function pixelsOf(bitmap) {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/**
 * What the service gives at a lower strength, without asking it: what was taken away is n = before - after, its part in
 * brightness is its luma, and the rest is its part in colour; the result is before - strength (luma + colour * rest).
 *
 * @param {ImageData} before
 * @param {ImageData} after at strength 1
 * @param {number} strength 0 to 1
 * @param {number} colour such that strength * colour is at most 1
 * @returns {ImageData}
 */
export function blended(before, after, strength, colour) {
  if (strength === 1 && colour === 1) return after;
  const a = before.data;
  const b = after.data;
  const mixed = new Uint8ClampedArray(a.length);
  for (let i = 0; i < a.length; i += 4) {
    const red = a[i] - b[i];
    const green = a[i + 1] - b[i + 1];
    const blue = a[i + 2] - b[i + 2];
    const luma = (1 - colour) * (LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue);
    mixed[i] = a[i] - strength * (luma + colour * red);
    mixed[i + 1] = a[i + 1] - strength * (luma + colour * green);
    mixed[i + 2] = a[i + 2] - strength * (luma + colour * blue);
    mixed[i + 3] = b[i + 3];
  }
  return new ImageData(mixed, before.width, before.height);
}

/** @param {ImageData} pixels @param {HTMLCanvasElement} [canvas] @returns {HTMLCanvasElement} */
export function canvasOf(pixels, canvas = document.createElement('canvas')) {
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) {
    canvas.width = pixels.width;
    canvas.height = pixels.height;
  }
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return canvas;
}
