import { button, el } from './dom.js';
import { save } from './download.js';
import { counted } from './numbers.js';

const BINS = 20;

/** @typedef {{picture: import('./pictures.js').Picture, kind: import('./verdict.js').Kind, flagged: boolean, score: number, boxes: number}} Row */

/** The rows as a file. @param {Row[]} rows @returns {Blob} */
export function csv(rows) {
  const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(({ picture, kind, flagged, score, boxes }) => [quoted(picture.name), score, flagged, kind !== 'unknown', boxes].join(','));
  return new Blob([['picture,score,anomalous,familiar,places', ...lines, ''].join('\n')], { type: 'text/csv' });
}

/** Beyond this the figures would say 1 of what is not quite 1. @param {number} score */
function scoreWords(score) {
  return score > 0.9995 ? '> 0.9995' : score.toFixed(4);
}

/** Scores of many pictures: a table that can be sorted, and how they are spread. */
export class InspectTable extends HTMLElement {
  sorted = { by: 'score', down: true };

  /**
   * @param {Row[]} rows
   * @param {number} threshold
   * @param {(picture: import('./pictures.js').Picture) => void} open
   */
  show(rows, threshold, open) {
    this.rows = rows;
    this.threshold = threshold;
    this.open = open;
    this.hidden = rows.length < 2;
    if (!this.hidden) this.draw();
  }

  draw() {
    const { by, down } = this.sorted;
    const value = { name: ({ picture }) => picture.name, score: ({ kind, score }) => (kind === 'unknown' ? -1 : score), boxes: ({ boxes }) => boxes }[by];
    const rows = [...this.rows].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (down ? -1 : 1));
    const focused = this.querySelector('th button:focus')?.dataset.by;
    this.replaceChildren(
      el('h3', {}, this.title()),
      this.histogram(),
      el('div', { class: 'scroll' }, el('table', {},
        el('thead', {}, el('tr', {}, ...[['name', 'Picture'], ['score', 'Score'], ['boxes', 'Places']].map(([key, words]) => this.head(key, words)))),
        el('tbody', {}, ...rows.map((row) => this.row(row))))),
      button('Save as CSV', () => save(csv(rows), 'scores.csv')));
    if (focused) this.querySelector(`[data-by="${focused}"]`).focus();
  }

  /** Those that the model does not know are left out of the count. */
  title() {
    const known = this.rows.filter(({ kind }) => kind !== 'unknown');
    const unknown = this.rows.length - known.length;
    const count = `${known.filter(({ flagged }) => flagged).length} of ${counted(known.length, 'picture')} above the threshold`;
    return unknown === 0 ? count : `${known.length > 0 ? `${count}; ` : ''}${unknown} not known to this model`;
  }

  row({ picture, kind, flagged, score, boxes }) {
    const unknown = kind === 'unknown';
    return el('tr', { class: unknown ? 'unknown' : flagged ? 'bad' : '' },
      el('td', {}, button(picture.name, () => this.open(picture), { class: 'link' })),
      el('td', { class: 'number', title: String(score) }, unknown ? 'not known' : scoreWords(score)), el('td', { class: 'number' }, unknown ? '–' : String(boxes)));
  }

  head(key, words) {
    const { by, down } = this.sorted;
    const order = by === key ? (down ? 'descending' : 'ascending') : 'none';
    return el('th', { 'aria-sort': order, scope: 'col' }, button(`${words}${by === key ? (down ? ' ↓' : ' ↑') : ''}`, () => {
      this.sorted = { by: key, down: by === key ? !down : key !== 'name' };
      this.draw();
    }, { class: 'link', 'data-by': key }));
  }

  /** A bar for each twentieth of the scale. */
  histogram() {
    const counts = new Array(BINS).fill(0);
    for (const { score } of this.rows.filter(({ kind }) => kind !== 'unknown')) counts[Math.min(BINS - 1, Math.floor(score * BINS))] += 1;
    const most = Math.max(1, ...counts);
    const bars = counts.map((count, i) => {
      const bar = el('span', { class: (i + 1) / BINS > this.threshold ? 'bar bad' : 'bar', title: `${(i / BINS).toFixed(2)} to ${((i + 1) / BINS).toFixed(2)}: ${count}` });
      bar.style.height = `${(100 * count) / most}%`;
      return bar;
    });
    const words = counts.map((count, i) => (count > 0 ? `${count} from ${(i / BINS).toFixed(2)}` : '')).filter(Boolean).join(', ');
    return el('figure', { class: 'histogram' }, el('div', { class: 'bars', role: 'img', 'aria-label': `Scores: ${words}` }, ...bars),
      el('figcaption', {}, el('span', {}, '0, normal'), el('span', {}, '1, anomalous')));
  }
}

customElements.define('inspect-table', InspectTable);
