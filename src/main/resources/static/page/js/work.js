import { button, el } from './dom.js';
import { Cancelled, Problem } from './api.js';
import { percent } from './words.js';

/**
 * What is going on: how far the picture has been sent, then how long it takes, and a way to stop it. Says `again` when a person
 * wants another try.
 */
export class WorkNote extends HTMLElement {
  /** @type {AbortController|null} */
  controller = null;

  /**
   * Does something that takes a while. A second call stops the first.
   *
   * @template T
   * @param {string} what such as "Cleaning"
   * @param {(signal: AbortSignal, onsent: (share: number) => void) => Promise<T>} work
   * @returns {Promise<T|undefined>} undefined where it was stopped, or failed and was said so here
   */
  async run(what, work) {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    const began = performance.now();
    let state = 'sending';
    let share = 0;
    const words = el('span', {});
    const seconds = () => Math.floor((performance.now() - began) / 1000);
    const say = () => {
      words.textContent = state === 'sending' && share < 1 ? `${what}: sending, ${percent(share)}` : `${what}${seconds() > 0 ? `, ${seconds()} s` : ''}…`;
    };
    say();
    const ticking = setInterval(say, 250);
    this.replaceChildren(el('div', { class: 'working', role: 'status' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), words,
      button('Cancel', () => controller.abort())));
    this.setAttribute('busy', '');
    try {
      const result = await work(controller.signal, (sent) => {
        share = sent;
        if (sent >= 1) state = 'working';
        say();
      });
      if (this.controller === controller) this.replaceChildren();
      return result;
    } catch (problem) {
      if (this.controller === controller) this.say(problem);
      return undefined;
    } finally {
      clearInterval(ticking);
      if (this.controller === controller) {
        this.controller = null;
        this.removeAttribute('busy');
      }
    }
  }

  cancel() {
    this.controller?.abort();
  }

  /** @param {unknown} problem */
  say(problem) {
    const again = button('Try again', () => {
      this.replaceChildren();
      this.dispatchEvent(new Event('again'));
    });
    this.replaceChildren(problem instanceof Cancelled ? el('div', { class: 'working', role: 'status' }, 'Stopped.', again)
      : el('div', {}, problemNote(problem, () => this.replaceChildren()), again));
  }
}

/** @param {unknown} problem @param {() => void} [close] @param {string} [about] which picture it is about */
export function problemNote(problem, close, about) {
  const known = problem instanceof Problem ? problem
    : new Problem({ title: 'Something went wrong on this page', detail: String(problem?.message ?? problem) });
  const detail = known.detail ? `${known.detail[0].toUpperCase()}${known.detail.slice(1)}` : '';
  return el('div', { class: 'problem', role: 'alert' },
    el('strong', {}, about ? `${about}: ${known.title}` : known.title),
    detail && el('p', {}, /[.!?]$/.test(detail) ? detail : `${detail}.`),
    known.allowed && !detail.includes(known.allowed) && el('p', {}, `Allowed is ${known.allowed}.`),
    known.page && el('a', { href: known.page }, 'What this means'),
    close && button('Close', close, { class: 'quiet' }));
}

customElements.define('work-note', WorkNote);
