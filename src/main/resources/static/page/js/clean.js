import { canvasOf } from './blend.js';
import { carryCleaned } from './carry.js';
import { clean, cleanAgain, cleanedFile, isHere, shown } from './cleaning.js';
import { Delivery } from './delivery.js';
import { button, choice, el, select, slider } from './dom.js';
import { accepted, ending, save } from './download.js';
import { drawn } from './pictures.js';
import './slider.js';
import { cleaned, figures, said } from './words.js';
import './work.js';
import { zip } from './zip.js';

const WAYS = [['auto', 'Find out'], ['photo', 'Camera photo, film, JPEG'], ['level', 'Even noise; I set how much'], ['plain', 'No network: non-local means']];
const QUALITIES = [['fast', 'Fast'], ['', 'Normal'], ['best', 'Best']];
const LARGEST_BY_HAND = 100;

/** Takes noise out of pictures, and shows them before and after. */
export class CleanTask extends HTMLElement {
  static welcome = {
    title: 'Clean a picture',
    hint: 'Noise goes, detail stays. Give it a grainy picture and compare.',
    examples: [
      { file: 'noisy-budgie.png', words: 'A noisy photo' },
      { file: 'noisy-dusk.jpg', words: 'A dim evening' },
      { file: 'noisy-kitten-gray.png', words: 'Strong noise, gray' },
    ],
  };

  options = { way: 'auto', quality: '', sigma: 25 };

  /** @param {import('./pictures.js').Workspace} workspace */
  connect(workspace) {
    this.workspace = workspace;
    this.viewer = el('before-after');
    this.viewer.build();
    this.work = el('work-note');
    this.work.addEventListener('again', () => this.clean());
    this.words = el('div', {});
    const amount = { min: 0, max: 200, step: 1, value: 100, words: (value) => `${value} %`, oninput: () => this.mix(), onchange: () => this.settle() };
    this.strength = slider({ label: 'Strength', ...amount });
    this.colour = slider({ label: 'Colour strength', ...amount });
    this.way = select({ label: 'Kind of noise', options: WAYS, value: 'auto', onchange: (way) => this.set({ way }) });
    this.level = slider({ label: 'Noise level', min: 0, max: LARGEST_BY_HAND, step: 1, value: this.options.sigma, words: (value) => `${value} of 255 levels`,
      onchange: (sigma) => this.set({ sigma }) });
    this.level.element.hidden = true;
    this.delivery = new Delivery({ download: () => this.download(), all: () => this.all(), allWords: 'Clean all, as ZIP' });
    this.viewer.bar.beside(this.delivery.element);
    this.onward = button('Go on with the cleaned picture', () => this.carry());
    this.append(el('div', { class: 'stage' }, this.viewer),
      el('aside', { class: 'panel', 'aria-label': 'Cleaning' },
        this.work, this.words, this.onward,
        this.strength.element, this.colour.element,
        el('p', { class: 'quiet small' }, 'Up to 100 % the picture changes as you move. Beyond, it is cleaned once more when you let go.'),
        choice({ label: 'Quality', options: QUALITIES, value: '', onchange: (quality) => this.set({ quality }) }),
        this.way.element, this.level.element));
  }

  /** @param {Partial<CleanTask['options']>} changed */
  set(changed) {
    Object.assign(this.options, changed);
    this.level.element.hidden = this.options.way !== 'level';
    for (const picture of this.workspace.pictures) this.workspace.forget(picture, 'clean');
    this.clean();
  }

  /** Shows the picture that is looked at, and cleans it where that is not done. */
  show() {
    const picture = this.workspace.selected;
    const result = picture.results.get('clean');
    this.delivery.several = this.workspace.pictures.length > 1;
    if (result) this.draw(picture, result);
    else if (picture.cleaned) this.rest(picture);
    else if (this.picture !== picture || !this.work.hasAttribute('busy')) this.clean();
  }

  /** The picture is clean already. */
  rest(picture) {
    this.work.cancel();
    this.plain(picture);
    this.words.replaceChildren(said(['This picture is cleaned.', 'Go on with it in another task.']),
      el('div', { class: 'row' }, button('Clean it once more', () => this.clean())));
  }

  /** The picture as it came. */
  plain(picture) {
    this.picture = picture;
    this.result = null;
    this.delivery.ready = false;
    this.onward.hidden = true;
    this.words.replaceChildren();
    this.viewer.single = true;
    this.viewer.show(drawn(picture.bitmap), el('div'), picture.width, picture.height);
  }

  async clean() {
    const picture = this.workspace.selected;
    if (this.picture !== picture || !this.result) this.plain(picture);
    this.words.replaceChildren();
    this.delivery.ready = false;
    const result = await this.work.run('Cleaning', (progress) => clean(picture, this.query(), progress));
    if (!result) return;
    this.workspace.keep(picture, 'clean', result);
    if (this.workspace.selected === picture) this.draw(picture, result);
  }

  query() {
    const { way, quality, sigma } = this.options;
    return { auto: { quality }, photo: { model: 'denoise-photo', quality }, level: { sigma, quality }, plain: { method: 'nlm' } }[way];
  }

  /** @param {import('./pictures.js').Picture} picture @param {import('./cleaning.js').Cleaned} result */
  draw(picture, result) {
    this.picture = picture;
    this.result = result;
    this.canvas = document.createElement('canvas');
    const untouched = result.report.pipeline.includes('untouched');
    this.viewer.single = untouched;
    this.colour.element.hidden = result.report.image.channels === 1;
    this.delivery.ready = true;
    this.onward.hidden = untouched;
    this.mix();
    this.viewer.show(drawn(picture.bitmap), this.canvas, picture.width, picture.height);
    this.words.replaceChildren(said(cleaned(result.report), result.report),
      untouched && this.options.way === 'auto' ? button('Still grainy? Clean it as a camera photo', () => this.asPhoto(), { class: 'offer-photo' }) : '',
      figures(result.report));
    this.settle();
  }

  /** As if a person had chosen it. */
  asPhoto() {
    this.way.input.value = 'photo';
    this.set({ way: 'photo' });
  }

  /** The picture of the amounts that the sliders say, or the nearest that is known. */
  mix() {
    if (!this.result) return;
    this.result.amounts = this.amounts();
    canvasOf(shown(this.result), this.canvas);
  }

  /** @returns {import('./cleaning.js').Amounts} what the sliders say */
  amounts() {
    return { strength: this.strength.value() / 100, chroma: this.colour.element.hidden ? 1 : this.colour.value() / 100 };
  }

  /** Asks for what needs a run of its own. */
  async settle() {
    const { picture, result } = this;
    if (!result || isHere(result)) return;
    await this.work.run('Cleaning once more', (progress) => cleanAgain(picture, result, progress));
    if (this.result === result) this.mix();
  }

  carry() {
    carryCleaned(this.workspace, this.picture, this.work, () => { location.hash = '#fill'; });
  }

  async download() {
    const { picture, result } = this;
    const blob = await this.work.run('Writing', (progress) => cleanedFile(picture, result, accepted(this.delivery.format, picture), progress));
    if (blob) save(blob, `${picture.stem}-clean.${ending(blob.type)}`);
  }

  /** Cleans whatever is not done, then hands all over as one ZIP. */
  async all() {
    const { pictures } = this.workspace;
    const query = this.query();
    const files = await this.work.run('Cleaning all', async (progress) => {
      const done = [];
      for (const [i, picture] of pictures.entries()) {
        progress.say(`Cleaning ${i + 1} of ${pictures.length}`);
        const result = picture.results.get('clean') ?? await clean(picture, query, progress);
        result.amounts = this.amounts();
        this.workspace.keep(picture, 'clean', result);
        const blob = await cleanedFile(picture, result, accepted(this.delivery.format, picture), progress);
        done.push({ name: `${picture.stem}-clean.${ending(blob.type)}`, blob });
        progress.ondone((i + 1) / pictures.length);
      }
      return done;
    });
    if (!files) return;
    save(await zip(files), 'cleaned.zip');
    this.show();
  }
}

customElements.define('clean-task', CleanTask);
