import { el } from './dom.js';
import { ViewBar } from './view-bar.js';
import { Viewport, gestures, wheelZoom } from './viewport.js';

/**
 * Before and after in one frame, with a line between them that is dragged or moved by the arrow keys. Zoom and place are the same
 * on both sides.
 */
export class BeforeAfter extends HTMLElement {
  split = 50;

  connectedCallback() {
    this.build();
  }

  /** Once; whoever puts something into the bar before the viewer is on the page calls it first. */
  build() {
    if (this.frame) return;
    this.before = el('div', { class: 'plane' });
    this.after = el('div', { class: 'plane' });
    this.afterPane = el('div', { class: 'pane' }, this.after);
    this.handle = el('div', { class: 'split', role: 'slider', tabIndex: 0, 'aria-label': 'Line between before and after',
      'aria-valuemin': '0', 'aria-valuemax': '100', onkeydown: (event) => this.key(event) }, el('span', { class: 'grip' }));
    this.labels = [el('span', { class: 'tag left' }, 'Before'), el('span', { class: 'tag right' }, 'After')];
    this.frame = el('div', { class: 'frame compared' }, el('div', { class: 'pane' }, this.before), this.afterPane, ...this.labels, this.handle);
    this.view = new Viewport(this.frame, () => this.place());
    this.bar = new ViewBar(this.view);
    this.append(this.frame, this.bar.element);
    wheelZoom(this.frame, this.view);
    gestures(this.frame, this.view, {
      start: (event) => {
        const dragged = this.view.fitted || event.target.closest('.split') !== null;
        if (dragged) this.drag(event);
        return dragged;
      },
      move: (event) => this.drag(event),
    });
    this.frame.addEventListener('keydown', (event) => this.key(event));
    this.set(this.split);
  }

  /**
   * @param {HTMLElement} before @param {HTMLElement} after both of the picture's size
   * @param {number} width @param {number} height
   */
  show(before, after, width, height) {
    const same = this.view.width === width && this.view.height === height && !this.view.fitted;
    this.before.replaceChildren(before);
    this.after.replaceChildren(after);
    if (same) this.place();
    else this.view.of(width, height);
  }

  /** Where there is no after yet, there is nothing to compare. */
  set single(yes) {
    this.classList.toggle('single', yes);
  }

  /** @param {number} split 0 to 100: how far the line is to the right */
  set(split) {
    this.split = Math.max(0, Math.min(100, split));
    this.handle.setAttribute('aria-valuenow', String(Math.round(this.split)));
    this.handle.setAttribute('aria-valuetext', `${Math.round(this.split)} % before, ${Math.round(100 - this.split)} % after`);
    this.frame.style.setProperty('--split', String(this.split));
    this.afterPane.style.clipPath = `inset(0 0 0 ${this.split}%)`;
    this.labels[0].classList.toggle('gone', this.split < 8);
    this.labels[1].classList.toggle('gone', this.split > 92);
  }

  drag(event) {
    const box = this.frame.getBoundingClientRect();
    this.set((100 * (event.clientX - box.left)) / box.width);
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 10 : 2;
    const moves = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -10, PageUp: 10,
      Home: -100, End: 100 };
    if (!(event.key in moves)) return;
    this.set(this.split + moves[event.key]);
    event.preventDefault();
  }

  place() {
    this.view.place(this.before);
    this.view.place(this.after);
    this.bar.say();
    this.frame.classList.toggle('movable', !this.view.fitted);
  }
}

customElements.define('before-after', BeforeAfter);
