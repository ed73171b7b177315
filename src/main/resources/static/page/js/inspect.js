import { allModels, form, json } from './api.js';
import { boxes, nines, readMap, shareOfNines } from './anomaly-map.js';
import './carry.js';
import { Delivery } from './delivery.js';
import { button, el, select, slider } from './dom.js';
import { save } from './download.js';
import { csv } from './inspect-table.js';
import './inspect-view.js';
import { markedFile } from './marked-file.js';
import { counted } from './numbers.js';
import { drawn } from './pictures.js';
import { chooseFolder } from './source.js';
import { isFamiliar, oddness, verdict } from './verdict.js';
import { figures, networkWords, said, took } from './words.js';
import './work.js';
import { zip } from './zip.js';

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
  /** What the threshold's slider stands for. */
  scale = { model: '', calibrated: true };

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.viewer = el('inspect-view');
    this.viewer.build();
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.inspect());
    this.note = el('carry-note', { hidden: true });
    this.verdict = el('div', { class: 'verdict', role: 'status' });
    this.notes = el('div', {});
    this.list = el('ol', { class: 'boxes' });
    this.table = el('inspect-table', { hidden: true });
    this.models = el('div', { hidden: true });
    this.strict = slider({ label: 'Threshold', min: 0, max: 5, step: 0.05, value: 2, words: (value) => this.strictWords(value), oninput: () => this.mark(),
      ends: ['Marks more', 'Marks less'] });
    this.heat = slider({ label: 'Heatmap', min: 0, max: 100, step: 1, value: 70, words: (value) => `${value} %`,
      oninput: (value) => { this.viewer.strength = value / 100; } });
    this.delivery = new Delivery({ download: () => this.download(), all: () => this.all(), allWords: 'Inspect all', formats: false });
    this.viewer.bar.beside(this.delivery.element);
    this.zipButton = button('Download all, marked, as ZIP', () => this.zip(), { hidden: true });
    this.controls = el('div', { class: 'stack' }, this.verdict, this.strict.element, this.list, this.heat.element, this.notes);
    this.append(el('div', { class: 'stage' }, this.viewer),
      el('aside', { class: 'panel', 'aria-label': 'Inspecting' }, this.note, this.work, this.controls, this.models,
        button('Inspect a folder…', () => chooseFolder((files) => this.folder(files)), { class: 'folder' }), this.table, this.zipButton));
  }

  /** The models that inspect, the usual one first; asked for once. */
  async offerModels() {
    if (this.model) return;
    const fitting = (await allModels()).filter(({ task, status }) => task === 'anomaly' && status === 'ready');
    if (fitting.length === 0) throw new Error('This service has no network that inspects. Train one: see the documentation on anomalies.');
    this.model = (fitting.find(({ scorings }) => scorings?.[0]?.calibrated) ?? fitting[0]).name;
    if (fitting.length < 2) return;
    this.models.replaceChildren(select({ label: 'What it knows as normal', options: fitting.map(({ name }) => [name, networkWords(name)]),
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
    this.delivery.several = this.workspace.pictures.some((one) => !one.results.has('inspect') && one !== picture);
    this.note.show(this.workspace, picture);
    if (result) this.draw(picture, result);
    else if (this.shown !== picture || !this.work.hasAttribute('busy')) this.inspect();
  }

  async inspect() {
    const picture = this.workspace.selected;
    this.shown = picture;
    this.result = null;
    this.controls.hidden = true;
    this.delivery.ready = false;
    this.viewer.show(drawn(picture.bitmap), picture);
    const result = await this.work.run('Inspecting', (progress) => this.ask(picture, progress));
    if (!result) return;
    this.workspace.keep(picture, 'inspect', result);
    if (this.workspace.selected === picture) this.draw(picture, result);
  }

  /** @returns {Promise<Inspected>} */
  async ask(picture, progress) {
    await this.offerModels();
    const report = await json('POST', 'v1/anomaly', { ...progress, query: { model: this.model, include: 'map' }, body: form({ file: picture.file }) });
    const map = readMap(report.anomaly.map);
    delete report.anomaly.map;
    return { report, map };
  }

  /** @param {import('./pictures.js').Picture} picture @param {Inspected} result */
  draw(picture, result) {
    this.shown = picture;
    this.result = result;
    this.controls.hidden = false;
    this.delivery.ready = true;
    if (isFamiliar(result, picture)) this.setScale(result.report);
    this.viewer.show(drawn(picture.bitmap), picture);
    this.notes.replaceChildren(said([took(result.report)], result.report), figures(result.report));
    this.mark();
  }

  /**
   * A share of normal pictures is set by its nines; of a model that was never calibrated the score itself is. Set once a model, by the
   * first picture that it knows: of others it may give no share.
   */
  setScale({ model, anomaly: { calibrated, threshold } }) {
    if (this.scale.model === model) return;
    this.scale = { model, calibrated };
    this.strict.input.max = calibrated ? '5' : '1';
    this.strict.input.step = calibrated ? '0.05' : '0.01';
    this.strict.set(calibrated ? Math.round(nines(threshold) * 20) / 20 : threshold);
  }

  get threshold() {
    return this.scale.calibrated ? shareOfNines(this.strict.value()) : this.strict.value();
  }

  strictWords(value) {
    if (!this.scale.calibrated) return `from ${value}`;
    const one = Math.round(10 ** value);
    return one <= 1 ? 'marks everything' : `1 false alarm in ${one.toLocaleString('en')}`;
  }

  /** Verdict, boxes, outline and heat follow from the map that is here already. */
  mark() {
    if (!this.result) return;
    const { result, shown, threshold } = this;
    const { kind, title, words } = verdict(result, shown, threshold);
    const found = kind === 'unknown' ? [] : boxes(result.map, threshold, shown);
    for (const control of [this.strict, this.heat]) control.element.hidden = kind === 'unknown';
    if (kind === 'unknown') this.viewer.clear();
    else this.viewer.mark(result.map, threshold, this.scale.calibrated, found);
    this.viewer.strength = this.heat.value() / 100;
    this.verdict.className = `verdict ${kind}`;
    this.verdict.replaceChildren(el('h2', {}, title), el('p', {}, words));
    this.listBoxes(found);
    this.tabulate();
  }

  listBoxes(found) {
    this.list.replaceChildren(...found.slice(0, MOST_LISTED).map((box, i) => el('li', {},
      button([el('span', {}, `Place ${i + 1}`), el('span', { class: 'value' }, `${box.width} × ${box.height} px, ${oddness(box.score, this.scale.calibrated)}`)], () => this.viewer.point(i), {
        title: `Score ${box.score}`,
        onpointerenter: () => this.viewer.point(i), onpointerleave: () => this.viewer.point(null),
        onfocus: () => this.viewer.point(i), onblur: () => this.viewer.point(null) }))));
    if (found.length > MOST_LISTED) this.list.append(el('li', { class: 'quiet' }, `and ${counted(found.length - MOST_LISTED, 'more', 'more')}`));
  }

  /** All pictures that are inspected, each with its verdict at the threshold. */
  rows() {
    return this.workspace.pictures.filter((picture) => picture.results.has('inspect')).map((picture) => {
      const result = picture.results.get('inspect');
      const { kind, flagged } = verdict(result, picture, this.threshold);
      return { picture, kind, flagged, score: result.report.anomaly.score, boxes: kind === 'unknown' ? 0 : boxes(result.map, this.threshold, picture).length };
    });
  }

  tabulate() {
    const rows = this.rows();
    this.zipButton.hidden = rows.length < 2;
    this.table.show(rows, this.threshold, (picture) => this.workspace.select(picture));
  }

  /** Reads a folder, then inspects all that is in it. @param {File[]} files */
  async folder(files) {
    await this.workspace.add(files);
    await this.all();
  }

  async all() {
    const waiting = this.workspace.pictures.filter((picture) => !picture.results.has('inspect'));
    await this.work.run('Inspecting all', async (progress) => {
      for (const [i, picture] of waiting.entries()) {
        progress.say(`Inspecting ${i + 1} of ${waiting.length}`);
        this.workspace.keep(picture, 'inspect', await this.ask(picture, progress));
        progress.ondone((i + 1) / waiting.length);
      }
    });
    if (this.workspace.selected.results.has('inspect')) this.show();
  }

  async download() {
    save(await markedFile(this.shown, this.result, this.threshold, this.heat.value() / 100), `${this.shown.stem}-inspected.png`);
  }

  /** All pictures with their marks, and the scores as CSV. */
  async zip() {
    const rows = this.rows();
    const files = [{ name: 'scores.csv', blob: csv(rows) }];
    for (const { picture } of rows) {
      files.push({ name: `${picture.stem}-inspected.png`,
        blob: await markedFile(picture, picture.results.get('inspect'), this.threshold, this.heat.value() / 100) });
    }
    save(await zip(files), 'inspected.zip');
  }
}

customElements.define('inspect-task', InspectTask);
