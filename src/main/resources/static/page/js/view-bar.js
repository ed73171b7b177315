import { button, el } from './dom.js';

const STEP = 1.5;

/** The buttons that zoom, and the same by the keys + − 0 1, wherever the focus is unless something is being typed. */
export class ViewBar {
  /** @param {import('./viewport.js').Viewport} view of the frame above the buttons */
  constructor(view) {
    this.view = view;
    this.zoomed = el('output', { class: 'zoom' });
    this.element = el('div', { class: 'viewbar' }, el('div', { class: 'zooms' },
      button('−', () => view.zoom(1 / STEP), { 'aria-label': 'Zoom out', title: 'Key −' }), this.zoomed,
      button('+', () => view.zoom(STEP), { 'aria-label': 'Zoom in', title: 'Key +' }),
      button('Fit', () => view.fit(), { title: 'Key 0' }), button('1:1', () => view.actual(), { title: 'Key 1' })));
    document.addEventListener('keydown', (event) => this.key(event));
  }

  /** What stands beside the buttons. @param {HTMLElement} element */
  beside(element) {
    this.element.append(element);
  }

  say() {
    this.zoomed.textContent = this.view.words;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.element.checkVisibility() || event.target.closest('input, select, textarea, dialog')) return;
    const keys = { '+': () => this.view.zoom(STEP), '=': () => this.view.zoom(STEP), '-': () => this.view.zoom(1 / STEP),
      0: () => this.view.fit(), 1: () => this.view.actual() };
    if (!(event.key in keys)) return;
    keys[event.key]();
    event.preventDefault();
  }
}
