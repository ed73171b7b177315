import { button, el } from './dom.js';
import { choose, preview, takeExample } from './source.js';

/** All pictures as thumbnails: which one is looked at, and what is done already. */
export class PictureStrip extends HTMLElement {
  /** @type {import('./source.js').Example[]} of the task that is shown */
  examples = [];

  /** @param {import('./pictures.js').Workspace} workspace @param {() => string} task the one that is shown */
  connect(workspace, task) {
    this.workspace = workspace;
    this.task = task;
    for (const event of ['change', 'select', 'result']) workspace.addEventListener(event, () => this.draw());
    this.draw();
  }

  draw() {
    const { pictures, selected } = this.workspace;
    this.hidden = pictures.length === 0;
    const focused = this.contains(document.activeElement);
    this.replaceChildren(el('ul', { class: 'strip', 'aria-label': 'Pictures' },
      ...pictures.map((picture) => el('li', { class: picture === selected ? 'selected' : '' },
        button([thumbnail(picture), el('span', { class: 'strip-name' }, picture.name)], () => this.workspace.select(picture), {
          'aria-current': String(picture === selected), title: picture.name, class: 'thumb' }),
        picture.results.has(this.task()) && el('span', { class: 'done', role: 'img', 'aria-label': 'done' }, '✓'),
        button('×', () => this.workspace.remove(picture), { 'aria-label': `Remove ${picture.name}`, class: 'remove' }))),
      el('li', { class: 'add' }, button('+', () => choose((files) => this.workspace.add(files)), {
        'aria-label': 'Add pictures', title: 'Add pictures', class: 'thumb' })),
      ...this.examples.filter(({ file }) => pictures.every(({ name }) => name !== file)).map((example) => el('li', { class: 'offer' },
        button([preview(example), el('span', { class: 'strip-name' }, example.words)], () => takeExample(example, this.workspace), {
          class: 'thumb', title: 'An example', 'data-example': example.file })))));
    if (focused) this.querySelector('[aria-current="true"]')?.focus();
  }
}

/** @param {import('./pictures.js').Picture} picture */
function thumbnail(picture) {
  picture.thumbnail.setAttribute('role', 'img');
  picture.thumbnail.setAttribute('aria-label', '');
  picture.thumbnail.setAttribute('aria-hidden', 'true');
  return picture.thumbnail;
}

customElements.define('picture-strip', PictureStrip);
