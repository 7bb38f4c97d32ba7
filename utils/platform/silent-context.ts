// Stands in for WXT's content script context (wxt.config.ts puts it in its place). WXT's own tells the page by
// `postMessage` and a DOM event that a content script has started, so that older ones stop; no page may hear of
// ours. Older scripts are stopped in our own world: entrypoints/portal.content/frame.ts.
export class ContentScriptContext {}
