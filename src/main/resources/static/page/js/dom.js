/**
 * Builds an element. Text goes in as text, never as markup.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties] `class`, `on…` listeners, `aria-…`, `data-…` and `role` as attributes; all others
 *     as properties
 * @param {...(Node|string|number|null|undefined|false)} children
 * @returns {any}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'role' || name === 'for' || name === 'list') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A drawing of lines, 24 by 24.
 *
 * @param {string} path as SVG writes it
 * @returns {SVGSVGElement}
 */
export function icon(path) {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

let count = 0;

/** @returns {string} an id that no other element has */
export function uniqueId(prefix = 'id') {
  count += 1;
  return `${prefix}-${count}`;
}

/**
 * A slider with its name and its value in words.
 *
 * @param {{label: string, min: number, max: number, step: number, value: number, words: (value: number) => string, ends?: [string, string],
 *     oninput?: (value: number) => void, onchange?: (value: number) => void, id?: string}} options
 * @returns {{element: HTMLElement, input: HTMLInputElement, set: (value: number) => void, value: () => number}}
 */
export function slider({ label, min, max, step, value, words, ends, oninput, onchange, id = uniqueId('slider') }) {
  const output = el('output', { class: 'value', for: id }, words(value));
  const input = el('input', { type: 'range', id, min, max, step });
  input.value = String(value);
  const say = () => {
    output.textContent = words(input.valueAsNumber);
    input.setAttribute('aria-valuetext', words(input.valueAsNumber));
  };
  input.addEventListener('input', () => { say(); oninput?.(input.valueAsNumber); });
  input.addEventListener('change', () => onchange?.(input.valueAsNumber));
  say();
  return {
    element: el('div', { class: 'field' }, el('div', { class: 'field-head' }, el('label', { for: id }, label), output), input,
      ends && el('div', { class: 'ends', 'aria-hidden': 'true' }, ...ends.map((end) => el('span', {}, end)))),
    input,
    set: (to) => { input.value = String(to); say(); },
    value: () => input.valueAsNumber,
  };
}

/**
 * One of a few, side by side.
 *
 * @param {{label: string, options: [string, string][], value: string, onchange: (value: string) => void}} options value and words
 *     of each
 */
export function choice({ label, options, value, onchange }) {
  const name = uniqueId('choice');
  return el('fieldset', { class: 'choice' }, el('legend', {}, label),
    el('div', { class: 'segments' }, ...options.map(([one, words]) => el('label', {},
      el('input', { type: 'radio', name, value: one, checked: one === value, onchange: () => onchange(one) }),
      el('span', {}, words)))));
}

/**
 * One of many, in a list.
 *
 * @param {{label: string, options: [string, string][], value: string, onchange: (value: string) => void}} options
 */
export function select({ label, options, value, onchange }) {
  const id = uniqueId('select');
  const input = el('select', { id, onchange: () => onchange(input.value) },
    ...options.map(([one, words]) => el('option', { value: one }, words)));
  input.value = value;
  return { element: el('div', { class: 'field' }, el('label', { for: id }, label), input), input };
}

/** @returns {HTMLButtonElement} */
export function button(words, onclick, properties = {}) {
  return el('button', { type: 'button', onclick, ...properties }, ...[words].flat());
}

/** A fold that starts closed. */
export function fold(title, ...children) {
  return el('details', { class: 'fold' }, el('summary', {}, title), el('div', { class: 'fold-body' }, ...children.filter(Boolean)));
}
