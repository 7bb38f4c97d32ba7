// Reading a page that may be hostile or clumsy. A form's and a document's own properties can be hidden by
// fields named like them (`<input name="querySelectorAll">`), so the prototypes' functions are called.

const byPrototype = (root: ParentNode, selector: string): NodeListOf<Element> => {
  if (root instanceof Element) return Element.prototype.querySelectorAll.call(root, selector);
  if (root instanceof Document) return Document.prototype.querySelectorAll.call(root, selector);
  return root.querySelectorAll(selector);
};

/** All matches, through open shadow roots. */
export function queryAll(root: ParentNode, selector: string): Element[] {
  const found = [...byPrototype(root, selector)];
  for (const element of shadowHosts(root)) {
    if (element.shadowRoot) found.push(...queryAll(element.shadowRoot, selector));
  }
  return found;
}

/** Only custom elements and a few built-in ones can hold a shadow root; looking at those alone is cheap. */
function shadowHosts(root: ParentNode): Element[] {
  const hosts: Element[] = [];
  for (const element of byPrototype(root, '*')) {
    if (element.shadowRoot) hosts.push(element);
  }
  return hosts;
}

let parentGetter: (() => Node | null) | undefined;

/** The parent in the composed tree: out of a shadow root to its host. */
export function parentOf(node: Node): Element | null {
  // Asked at every step of every climb, so looked up once.
  parentGetter ??= Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get;
  const parent = parentGetter?.call(node);
  return parent instanceof Element ? parent : hostOf(parent);
}

/** Of a shadow root; told by its kind, for to ask for a class makes the browser set up all of it in every page. */
const hostOf = (root: Node | null | undefined): Element | null =>
  root?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((root as ShadowRoot).host ?? null) : null;

/** The element and its composed ancestors, inside out. */
export function* ancestry(element: Element | null): Generator<Element> {
  for (let current = element; current; current = parentOf(current)) yield current;
}

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** The first of the element and its `steps` nearest composed ancestors that passes. */
export function nearest(
  element: Element,
  steps: number,
  passes: (ancestor: Element) => boolean,
): Element | null {
  let left = steps;
  for (const ancestor of ancestry(element)) {
    if (left-- < 0) return null;
    if (passes(ancestor)) return ancestor;
  }
  return null;
}

/** The nearest of the element and its composed ancestors that matches. */
export function closest(element: Element, selector: string): Element | null {
  const found = Element.prototype.closest.call(element, selector);
  if (found) return found;
  const host = hostOf(Node.prototype.getRootNode.call(element));
  return host && closest(host, selector);
}

export function containsDeep(root: Node, node: Element): boolean {
  if (root instanceof Document) return node.ownerDocument === root && node.isConnected;
  for (const ancestor of ancestry(node)) if (ancestor === root) return true;
  return false;
}

/** Class names of an element, also of SVG ones. */
export const classOf = (element: Element): string =>
  Element.prototype.getAttribute.call(element, 'class') ?? '';

export const hasClass = (element: Element, pattern: RegExp): boolean =>
  classOf(element)
    .split(/\s+/)
    .some((token) => pattern.test(token));

export const attributeOf = (element: Element, name: string): string =>
  Element.prototype.getAttribute.call(element, name) ?? '';

/** Rendered with a size and not hidden by style. */
export function isVisible(element: Element): boolean {
  if (!element.isConnected) return false;
  const box = Element.prototype.getBoundingClientRect.call(element);
  // What is not displayed has no size.
  return (box.width > 0 || box.height > 0) && getComputedStyle(element).visibility !== 'hidden';
}

/** The element that has the focus, down through open shadow roots. */
export function deepActiveElement(): Element | null {
  let active: Element | null = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

export const isFrameElement = (element: Element | null): element is HTMLIFrameElement | HTMLFrameElement =>
  element !== null && matches(element, 'iframe, frame');

/**
 * The document of a frame that has no address of its own (rich-text editors write into such), if reachable.
 * Told by the element, not by the document's URL: writing into it gives it the parent's.
 */
export function blankFrameDocument(element: Element | null): Document | null {
  if (!isFrameElement(element) || !/^(about:|javascript:|$)/i.test(attributeOf(element, 'src').trim()))
    return null;
  try {
    return element.contentDocument;
  } catch {
    // Another origin's frame after all: not ours to reach into.
    return null;
  }
}

export const textOf = (element: Element): string => element.textContent ?? '';

/** Hears an event on its way down, before the page does, and never holds up its scrolling. */
export function hear<Heard extends Event>(
  target: EventTarget | null | undefined,
  type: string,
  listener: (event: Heard) => void,
  signal: AbortSignal,
): void {
  target?.addEventListener(type, listener as EventListener, { capture: true, passive: true, signal });
}
