// The least that any ledger of submissions must do, with the browser's own means and nothing around them: a keyed
// hash of each value and a row for the attempt; then each hash looked up, a row of hashes with an index on every one
// of them, and the attempt's row once more. A visit is a row. Each message is one transaction whose requests all go out at once.
// Nothing is guarded, summed, settled or told to anybody.
export const PLAIN_LEDGER = `
const opened = new Promise((done) => {
  const opening = indexedDB.open('plain', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('actions', { keyPath: 'id' });
    opening.result.createObjectStore('entries', { keyPath: 'id' })
      .createIndex('hashes', 'hashes', { multiEntry: true });
  };
  opening.onsuccess = () => done(opening.result);
});
const made = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const hashesOf = new Map();
const hash = async (key, value) => {
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value));
  return btoa(String.fromCharCode(...new Uint8Array(mac).subarray(0, 8)));
};
const complete = (transaction) => new Promise((done, failed) => {
  transaction.oncomplete = done;
  transaction.onabort = failed;
});
async function attempt(db, { values, ...row }) {
  const key = await made;
  hashesOf.set(row.actionId, await Promise.all(values.map(({ value }) => hash(key, value))));
  const transaction = db.transaction('actions', 'readwrite');
  transaction.objectStore('actions').put({ ...row, id: row.actionId });
  await complete(transaction);
}
async function evidence(db, { actionId }) {
  const transaction = db.transaction(['actions', 'entries'], 'readwrite');
  const [actions, entries] = ['actions', 'entries'].map((name) => transaction.objectStore(name));
  const hashes = hashesOf.get(actionId);
  for (const one of hashes) entries.index('hashes').getAllKeys(one, 200);
  entries.put({ id: actionId, hashes });
  const got = actions.get(actionId);
  got.onsuccess = () => actions.put({ ...got.result, outcome: 'accepted' });
  await complete(transaction);
}
async function span(db, { visitId, ...row }) {
  const transaction = db.transaction('actions', 'readwrite');
  transaction.objectStore('actions').put({ ...row, id: visitId + ':' + row.seq });
  await complete(transaction);
}
const take = async ({ type, data }) => ({ attempt, evidence, span })[type](await opened, data);
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  take(message).then(() => reply({ ok: true }));
  return true;
});`;
