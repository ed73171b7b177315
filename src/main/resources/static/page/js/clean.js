import { blobOf, form, json, send } from './api.js';
import { blended, canvasOf, fileOf, pixelsOf } from './blend.js';
import { button, choice, el, fold, select, slider } from './dom.js';
import { FORMATS, ending, save } from './download.js';
import { cleaned, figures, said } from './words.js';
import './slider.js';
import './work.js';
import { zip } from './zip.js';

const KINDS = [['usual', 'Even grain'], ['photo', 'Camera photo']];
const QUALITIES = [['fast', 'Fast'], ['', 'Normal'], ['best', 'Best']];
/** What is asked for by each kind of noise, and without a network. */
const QUERIES = { usual: {}, photo: { model: 'denoise-photo' }, nlm: { method: 'nlm' } };
const LARGEST_BY_HAND = 100;

/**
 * @typedef {{report: any, blob: Blob, before: ImageData, after: ImageData, query: Record<string, any>}} Cleaned
 */

/** Takes noise out of pictures, and shows them before and after. */
export class CleanTask extends HTMLElement {
  static welcome = {
    title: 'Clean a picture',
    hint: 'Noise goes, detail stays. Drop a grainy picture and compare.',
    examples: [
      { file: 'noisy-budgie.png', words: 'A noisy photo' },
      { file: 'noisy-dusk.jpg', words: 'A dim evening', kind: 'photo' },
      { file: 'noisy-kitten-gray.png', words: 'Strong noise, gray' },
    ],
  };

  options = { kind: 'usual', plain: false, quality: '', sigma: 'auto', format: 'same' };

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.viewer = el('before-after');
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.clean());
    this.words = el('div', {});
    this.strength = slider({ label: 'Strength', min: 0, max: 200, step: 1, value: 100, words: (value) => `${value} %`, oninput: () => this.mix() });
    this.colour = slider({ label: 'Colour strength', min: 0, max: 200, step: 1, value: 100, words: (value) => `${value} %`, oninput: () => this.mix() });
    this.level = slider({ label: 'Noise level', min: 0, max: LARGEST_BY_HAND, step: 1, value: 25, words: String,
      onchange: (value) => this.set({ sigma: value }) });
    this.byHand = el('label', { class: 'check' }, el('input', { type: 'checkbox',
      onchange: (event) => this.set({ sigma: event.target.checked ? this.level.value() : 'auto' }) }), 'Set the noise level myself');
    this.format = select({ label: 'Format', options: FORMATS, value: 'same', onchange: (format) => { this.options.format = format; } });
    this.downloadButton = button('Download', () => this.download(), { class: 'primary' });
    this.kinds = choice({ label: 'Kind of noise', options: KINDS, value: 'usual', onchange: (kind) => this.set({ kind }) });
    this.plain = el('label', { class: 'check' }, el('input', { type: 'checkbox', onchange: (event) => this.set({ plain: event.target.checked }) }),
      'Without a network, to compare');
    this.allButton = button('Clean all', () => this.all(), { class: 'secondary' });
    this.append(el('div', { class: 'stage' }, this.viewer),
      el('aside', { class: 'panel', 'aria-label': 'Cleaning' },
        this.work, this.words, this.kinds,
        choice({ label: 'Quality', options: QUALITIES, value: '', onchange: (quality) => this.set({ quality }) }),
        this.strength.element, this.colour.element,
        fold('More choices', this.byHand, this.level.element, this.plain),
        el('div', { class: 'actions' }, this.format.element, this.downloadButton, this.allButton)));
    this.level.element.hidden = true;
  }

  /** @param {Partial<CleanTask['options']>} changed */
  set(changed) {
    Object.assign(this.options, changed);
    this.level.element.hidden = this.options.sigma === 'auto';
    for (const picture of this.workspace.pictures) picture.results.delete('clean');
    this.clean();
  }

  /** Shows the picture that is looked at, and cleans it where that is not done. */
  show() {
    const picture = this.workspace.selected;
    const { nextKind } = this.workspace;
    this.workspace.nextKind = null;
    if (nextKind && nextKind !== this.options.kind) {
      this.as(nextKind);
      return;
    }
    const result = picture.results.get('clean');
    this.allButton.hidden = this.workspace.pictures.length < 2;
    if (result) this.draw(picture, result);
    else if (this.shown !== picture || !this.work.hasAttribute('busy')) this.clean();
  }

  /** Another kind of noise, as if a person had chosen it. @param {string} kind */
  as(kind) {
    this.kinds.querySelector(`[value="${kind}"]`).checked = true;
    this.set({ kind });
  }

  async clean() {
    const picture = this.workspace.selected;
    if (this.shown !== picture || !this.result) {
      this.result = null;
      this.viewer.single = true;
      this.viewer.show(drawn(picture.bitmap), el('div'), picture.width, picture.height);
    }
    this.shown = picture;
    this.words.replaceChildren();
    this.downloadButton.disabled = true;
    const result = await this.work.run('Cleaning', (signal, onsent) => this.ask(picture, signal, onsent));
    if (!result) return;
    this.workspace.keep(picture, 'clean', result);
    if (this.workspace.selected === picture) this.draw(picture, result);
  }

  query() {
    const { kind, plain, quality, sigma } = this.options;
    if (plain) return { ...QUERIES.nlm, sigma };
    return { ...QUERIES[kind], quality, sigma: kind === 'photo' ? 'auto' : sigma };
  }

  /** @returns {Promise<Cleaned>} */
  async ask(picture, signal, onsent) {
    const query = this.query();
    const report = await json('POST', 'v1/denoise', { query: { ...query, include: 'output' }, body: form({ file: picture.file }),
      accept: 'application/json, image/png;q=0.5', signal, onsent });
    const blob = blobOf(report.output);
    delete report.output;
    return { report, blob, query, before: pixelsOf(picture.bitmap), after: pixelsOf(await createImageBitmap(blob)) };
  }

  /** @param {import('./pictures.js').Picture} picture @param {Cleaned} result */
  draw(picture, result) {
    this.shown = picture;
    this.result = result;
    this.canvas = document.createElement('canvas');
    this.viewer.single = false;
    this.colour.element.hidden = result.report.image.channels === 1;
    this.downloadButton.disabled = false;
    this.mix();
    this.viewer.show(drawn(picture.bitmap), this.canvas, picture.width, picture.height);
    const untouched = result.report.pipeline.includes('untouched');
    this.words.replaceChildren(said(cleaned(result.report), untouched ? null : result.report),
      untouched && this.options.kind === 'usual' ? button('Still grainy? Clean it as a camera photo', () => this.as('photo'), { class: 'offer-photo' }) : '',
      figures(result.report));
  }

  strengths() {
    return { strength: this.strength.value() / 100, chroma: this.colour.value() / 100 };
  }

  /** Both strengths need no second run: what was taken away is known. */
  mix() {
    if (!this.result || !this.canvas) return;
    const { strength, chroma } = this.strengths();
    canvasOf(blended(this.result.before, this.result.after, strength, chroma), this.canvas);
  }

  async download() {
    const picture = this.workspace.selected;
    const blob = await this.work.run('Writing', (signal) => this.file(picture, this.result, signal));
    if (blob) save(blob, `${picture.stem}-clean.${ending(blob.type)}`);
  }

  /**
   * The result as a file: what the service sent where nothing else is asked for, else it is asked again, so that depth, profile and
   * all that belongs to the file stay.
   */
  async file(picture, { blob, query, before, after }, signal) {
    const { strength, chroma } = this.strengths();
    const { format } = this.options;
    if (strength === 1 && chroma === 1 && format === 'image/png') return blob;
    const accept = format === 'same' ? 'image/*' : format;
    const exact = { ...query, strength: strength === 1 ? '' : strength, chroma: chroma === 1 ? '' : chroma };
    try {
      return (await send('POST', 'v1/denoise', { query: exact, body: form({ file: picture.file }), accept, signal })).blob;
    } catch (problem) {
      if (problem.parameter !== 'chroma' && problem.parameter !== 'strength') throw problem;
      const type = format === 'same' && ['image/jpeg', 'image/webp'].includes(picture.file.type) ? picture.file.type : 'image/png';
      return fileOf(canvasOf(blended(before, after, strength, chroma)), format === 'same' ? type : format);
    }
  }

  /** Cleans whatever is not done, then hands all over as one ZIP. */
  async all() {
    const { pictures } = this.workspace;
    const files = [];
    for (const [i, picture] of pictures.entries()) {
      const file = await this.work.run(`Cleaning ${i + 1} of ${pictures.length}`, async (signal, onsent) => {
        const result = picture.results.get('clean') ?? await this.ask(picture, signal, onsent);
        this.workspace.keep(picture, 'clean', result);
        return this.file(picture, result, signal);
      });
      if (!file) return;
      files.push({ name: `${picture.stem}-clean.${ending(file.type)}`, blob: file });
    }
    save(await zip(files), 'cleaned.zip');
    this.show();
  }
}

/** @param {ImageBitmap} bitmap */
export function drawn(bitmap) {
  const canvas = el('canvas', { width: bitmap.width, height: bitmap.height });
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas;
}

customElements.define('clean-task', CleanTask);