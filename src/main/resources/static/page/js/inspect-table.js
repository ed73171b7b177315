import { button, el } from './dom.js';
import { save } from './download.js';

const BINS = 20;

/** Scores of many pictures: a table that can be sorted, and how they are spread. */
export class InspectTable extends HTMLElement {
  sorted = { by: 'score', down: true };

  /**
   * @param {{picture: import('./pictures.js').Picture, score: number, boxes: number}[]} rows
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
    const value = { name: ({ picture }) => picture.name, score: ({ score }) => score, boxes: ({ boxes }) => boxes }[by];
    const rows = [...this.rows].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (down ? -1 : 1));
    const focused = this.querySelector('th button:focus')?.dataset.by;
    this.replaceChildren(
      el('h3', {}, `${this.rows.filter(({ score }) => score >= this.threshold).length} of ${this.rows.length} pictures look anomalous`),
      this.histogram(),
      el('div', { class: 'scroll' }, el('table', {},
        el('thead', {}, el('tr', {}, ...[['name', 'Picture'], ['score', 'Score'], ['boxes', 'Places']].map(([key, words]) => this.head(key, words)))),
        el('tbody', {}, ...rows.map((row) => el('tr', { class: row.score >= this.threshold ? 'bad' : '' },
          el('td', {}, button(row.picture.name, () => this.open(row.picture), { class: 'link' })),
          el('td', { class: 'number' }, row.score.toFixed(4)), el('td', { class: 'number' }, String(row.boxes))))))),
      button('Save as CSV', () => this.csv(rows)));
    if (focused) this.querySelector(`[data-by="${focused}"]`).focus();
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
    for (const { score } of this.rows) counts[Math.min(BINS - 1, Math.floor(score * BINS))] += 1;
    const most = Math.max(...counts);
    const bars = counts.map((count, i) => {
      const bar = el('span', { class: (i + 1) / BINS > this.threshold ? 'bar bad' : 'bar', title: `${(i / BINS).toFixed(2)} to ${((i + 1) / BINS).toFixed(2)}: ${count}` });
      bar.style.height = `${(100 * count) / most}%`;
      return bar;
    });
    const words = counts.map((count, i) => (count > 0 ? `${count} from ${(i / BINS).toFixed(2)}` : '')).filter(Boolean).join(', ');
    return el('figure', { class: 'histogram' }, el('div', { class: 'bars', role: 'img', 'aria-label': `Scores: ${words}` }, ...bars),
      el('figcaption', {}, el('span', {}, '0, normal'), el('span', {}, '1, anomalous')));
  }

  csv(rows) {
    const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map(({ picture, score, boxes }) => [quoted(picture.name), score, score >= this.threshold, boxes].join(','));
    save(new Blob([['picture,score,anomalous,places', ...lines, ''].join('\n')], { type: 'text/csv' }), 'scores.csv');
  }
}

customElements.define('inspect-table', InspectTable);
