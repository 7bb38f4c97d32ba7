// The only door to the browser's extension API. Everything else gets what it needs as an argument or from
// here, so that a search for this file finds every use of a privilege. WXT's module puts the polyfill behind
// its own name but keeps Chrome's types: what runs is the polyfill.
import type { Browser } from 'webextension-polyfill';
import { browser as polyfill } from 'wxt/browser';

export const browser = polyfill as unknown as Browser;
