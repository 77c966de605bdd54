/**
 * Elements built from text. Nothing here or elsewhere in the page parses HTML, so that no name,
 * quote or address can become markup.
 */

/** @typedef {string | Node | null | undefined | false} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children; strings become text.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  return /** @type {HTMLElement} */ (fill(document.createElement(tag), attributes, children));
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...Child} children
 * @returns {Element}
 */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * A button that does something.
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {(event: Event) => void} act
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function button(attributes, act, ...children) {
  const made = make("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", act);
  return made;
}

/**
 * A link, if the address is http(s); else its text alone.
 * @param {string | undefined} address
 * @param {string} text
 * @returns {Node}
 */
export function link(address, text) {
  const safe = webAddress(address);
  if (!safe) return make("span", {}, text);
  return make("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, text);
}

/**
 * The address if it is http(s), else null.
 * @param {string | undefined} address
 * @returns {string | null}
 */
export function webAddress(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? address : null;
  } catch {
    return null;
  }
}

/**
 * The element of that id in the template.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the template has no #${id}`);
  return found;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {Child[]} children
 * @returns {Element}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}
