/**
 * What a sliding window does to a side.
 *
 * @typedef {{kind: 'convolution'|'pooling'|'transposed', side: number, kernel: number, stride: number, padding: number,
 *     dilation: number, extra: number}} Sliding
 */

/** d (k - 1) + 1, the positions from a window's first to its last. @param {Sliding} of */
export function reach({ kernel, dilation }) {
  return dilation * (kernel - 1) + 1;
}

/**
 * The side that comes out: floor((M + 2p - length) / s) + 1, or on the way back s (M - 1) + length - 2p + e.
 *
 * @param {Sliding} of
 */
export function outSide(of) {
  const length = reach(of);
  return of.kind === 'transposed'
    ? of.stride * (of.side - 1) + length - 2 * of.padding + of.extra
    : Math.floor((of.side + 2 * of.padding - length) / of.stride) + 1;
}

/** The formula, then the same with numbers. @param {Sliding} of @returns {[string, string]} */
export function formula(of) {
  const { side, kernel, stride, padding, dilation, extra, kind } = of;
  const length = dilation === 1 ? `${kernel}` : `(${dilation}·(${kernel} − 1) + 1)`;
  const name = kind === 'pooling' ? 'k' : '(d·(k − 1) + 1)';
  if (kind === 'transposed') {
    return [`s·(M − 1) + ${name} − 2·p + e`, `${stride}·(${side} − 1) + ${length} − 2·${padding} + ${extra} = ${outSide(of)}`];
  }
  return [`⌊(M + 2·p − ${name}) / s⌋ + 1`, `⌊(${side} + 2·${padding} − ${length}) / ${stride}⌋ + 1 = ${outSide(of)}`];
}

/**
 * Which places a window joins: of the input, counted from its first padded place, and of the output.
 *
 * @param {Sliding} of @param {number} at the window's number along one axis
 * @returns {{input: number[], output: number[]}} counted from the picture's own first place; those outside lie in the padding
 */
export function places(of, at) {
  const taps = Array.from({ length: of.kernel }, (_, i) => at * of.stride + i * of.dilation - of.padding);
  return of.kind === 'transposed' ? { input: [at], output: taps } : { input: taps, output: [at] };
}
