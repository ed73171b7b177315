import { allModels, form, json } from './api.js';
import { boxes, nines, readMap, shareOfNines } from './anomaly-map.js';
import { drawn } from './clean.js';
import { button, el, select, slider } from './dom.js';
import './inspect-table.js';
import './inspect-view.js';
import { counted, figures, percent, said, took } from './words.js';
import './work.js';

const MOST_LISTED = 12;

/** @typedef {{report: any, map: import('./anomaly-map.js').ScoreMap}} Inspected */

/** Says whether a picture looks normal, and where it does not. */
export class InspectTask extends HTMLElement {
  static welcome = {
    title: 'Find what is not normal',
    hint: 'A network that has only seen whole cloth marks what it does not expect. It knows nothing else: train one for your product.',
    examples: [
      { file: 'cloth-hole.png', words: 'Cloth with a hole' },
      { file: 'cloth-broken-weave.png', words: 'A broken weave' },
      { file: 'cloth-whole.png', words: 'Cloth, all well' },
    ],
  };

  model = '';

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.viewer = el('inspect-view');
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.inspect());
    this.verdict = el('div', { class: 'verdict', role: 'status' });
    this.notes = el('div', {});
    this.list = el('ol', { class: 'boxes' });
    this.table = el('inspect-table', { hidden: true });
    this.models = el('div', { hidden: true });
    this.strict = slider({ label: 'Threshold', min: 0, max: 5, step: 0.05, value: 2, words: (value) => this.strictWords(value), oninput: () => this.mark() });
    this.heat = slider({ label: 'Heat', min: 0, max: 100, step: 1, value: 70, words: (value) => `${value} %`,
      oninput: (value) => { this.viewer.strength = value / 100; } });
    this.allButton = button('Inspect all', () => this.all(), { class: 'secondary' });
    this.controls = el('div', { class: 'stack' }, this.verdict, this.strict.element, this.list, this.heat.element, this.notes);
    this.append(el('div', { class: 'stage' }, this.viewer),
      el('aside', { class: 'panel', 'aria-label': 'Inspecting' }, this.work, this.controls, this.models, this.allButton, this.table));
  }

  /** The models that inspect, the usual one first; asked for once. */
  async offerModels() {
    if (this.model) return;
    const fitting = (await allModels()).filter(({ task, status }) => task === 'anomaly' && status === 'ready');
    if (fitting.length === 0) throw new Error('This service has no network that inspects. Train one: see the documentation on anomalies.');
    this.model = (fitting.find(({ scorings }) => scorings?.[0]?.calibrated) ?? fitting[0]).name;
    if (fitting.length < 2) return;
    this.models.replaceChildren(select({ label: 'What it knows as normal', options: fitting.map(({ name }) => [name, name]),
      value: this.model, onchange: (model) => this.use(model) }).element);
    this.models.hidden = false;
  }

  use(model) {
    this.model = model;
    for (const picture of this.workspace.pictures) picture.results.delete('inspect');
    this.inspect();
  }

  show() {
    const picture = this.workspace.selected;
    const result = picture.results.get('inspect');
    this.allButton.hidden = this.workspace.pictures.length < 2;
    if (result) this.draw(picture, result);
    else if (this.shown !== picture || !this.work.hasAttribute('busy')) this.inspect();
  }

  async inspect() {
    const picture = this.workspace.selected;
    this.shown = picture;
    this.result = null;
    this.controls.hidden = true;
    this.viewer.show(drawn(picture.bitmap), picture);
    const result = await this.work.run('Inspecting', (signal, onsent) => this.ask(picture, signal, onsent));
    if (!result) return;
    this.workspace.keep(picture, 'inspect', result);
    if (this.workspace.selected === picture) this.draw(picture, result);
  }

  /** @returns {Promise<Inspected>} */
  async ask(picture, signal, onsent) {
    await this.offerModels();
    const report = await json('POST', 'v1/anomaly', { query: { model: this.model, include: 'map' }, body: form({ file: picture.file }), signal, onsent });
    const map = readMap(report.anomaly.map);
    delete report.anomaly.map;
    return { report, map };
  }

  /** @param {import('./pictures.js').Picture} picture @param {Inspected} result */
  draw(picture, result) {
    const first = !this.result;
    this.shown = picture;
    this.result = result;
    this.controls.hidden = false;
    if (first) this.setScale(result.report.anomaly);
    this.viewer.show(drawn(picture.bitmap), picture);
    this.notes.replaceChildren(said([took(result.report)], result.report), figures(result.report));
    this.mark();
  }

  /** A share of normal pictures is set by its nines; of a model that was never calibrated the score itself is. */
  setScale({ calibrated, threshold }) {
    this.strict.input.max = calibrated ? '5' : '1';
    this.strict.input.step = calibrated ? '0.05' : '0.01';
    this.strict.set(calibrated ? Math.round(nines(threshold) * 20) / 20 : threshold);
  }

  get threshold() {
    return this.result?.report.anomaly.calibrated ? shareOfNines(this.strict.value()) : this.strict.value();
  }

  strictWords(value) {
    if (this.result && !this.result.report.anomaly.calibrated) return `from ${value}`;
    const one = Math.round(10 ** value);
    return one <= 1 ? 'flags everything' : `1 false alarm in ${one.toLocaleString('en')}`;
  }

  /** Verdict, boxes, outline and heat follow from the map that is here already. */
  mark() {
    if (!this.result) return;
    const { report: { anomaly }, map } = this.result;
    const found = boxes(map, this.threshold, this.shown);
    const anomalous = anomaly.score >= this.threshold;
    this.viewer.mark(map, this.threshold, anomaly.calibrated, found);
    this.viewer.strength = this.heat.value() / 100;
    this.verdict.classList.toggle('bad', anomalous);
    const warning = (anomaly.familiar === false || (anomaly.familiar === undefined && this.isEverywhere(found))) && el('p', { class: 'warning' }, 'This picture is unlike anything that the model has learnt as normal. It may be another product: do not rely on the verdict.');
    this.verdict.replaceChildren(el('h2', {}, anomalous ? 'Looks anomalous' : 'Looks normal'), el('p', {}, this.sentence(anomaly)), warning || '');
    this.listBoxes(found);
    this.tabulate();
  }

  /** A place as large as the picture tells that the model does not know such pictures. */
  isEverywhere(found) {
    return found.some((box) => box.width * box.height > 0.8 * this.shown.width * this.shown.height);
  }

  sentence({ score, calibrated }) {
    if (!calibrated) return `The score is ${score.toFixed(3)}. The model was never calibrated, so this is a rough guess.`;
    const rarer = 1 - score;
    if (rarer < 0.0005) return 'Fewer than 1 in 2,000 normal pictures look as odd as this one.';
    return rarer > 0.05 ? `${percent(rarer)} of normal pictures look as odd as this one.`
      : `Only 1 in ${Math.round(1 / rarer).toLocaleString('en')} normal pictures looks as odd as this one.`;
  }

  listBoxes(found) {
    this.list.replaceChildren(...found.slice(0, MOST_LISTED).map((box, i) => el('li', {},
      button([el('span', {}, `Place ${i + 1}`), el('span', { class: 'value' }, `${box.width} × ${box.height} px, score ${box.score.toFixed(4)}`)], () => this.viewer.point(i), {
        onpointerenter: () => this.viewer.point(i), onpointerleave: () => this.viewer.point(null),
        onfocus: () => this.viewer.point(i), onblur: () => this.viewer.point(null) }))));
    if (found.length > MOST_LISTED) this.list.append(el('li', { class: 'quiet' }, `and ${counted(found.length - MOST_LISTED, 'more', 'more')}`));
  }

  tabulate() {
    const rows = this.workspace.pictures.filter((picture) => picture.results.has('inspect')).map((picture) => {
      const { report, map } = picture.results.get('inspect');
      return { picture, score: report.anomaly.score, boxes: boxes(map, this.threshold, picture).length };
    });
    this.table.show(rows, this.threshold, (picture) => this.workspace.select(picture));
  }

  async all() {
    const { pictures } = this.workspace;
    for (const [i, picture] of pictures.entries()) {
      if (picture.results.has('inspect')) continue;
      const result = await this.work.run(`Inspecting ${i + 1} of ${pictures.length}`, (signal, onsent) => this.ask(picture, signal, onsent));
      if (!result) return;
      this.workspace.keep(picture, 'inspect', result);
    }
    this.show();
  }
}

customElements.define('inspect-task', InspectTask);
