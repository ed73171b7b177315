/** @param {number} value @param {number} [digits] of which all zeros at the end are dropped */
export function number(value, digits = 2) {
  return Number(value.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
}

/** @param {number} milliseconds */
export function time(milliseconds) {
  return milliseconds < 950 ? `${Math.max(1, Math.round(milliseconds))}\u00a0ms` : `${number(milliseconds / 1000, 1)}\u00a0s`;
}

/** @param {number} share 0 to 1 */
export function percent(share) {
  const percents = 100 * share;
  return `${percents >= 10 || percents === 0 ? Math.round(percents) : number(percents, percents < 0.1 ? 3 : 1)}\u00a0%`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
