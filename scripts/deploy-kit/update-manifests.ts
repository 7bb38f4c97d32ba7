// Where browsers look for the next version of a self-hosted extension.

interface Offer {
  id: string;
  version: string;
  /** The package's own address. */
  address: string;
  sha256: string;
}

/** Chromium's: XML, named by `update_url`. */
export function chromiumUpdates({ id, version, address, sha256 }: Offer): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${escaped(address)}" version="${version}" hash_sha256="${sha256}"/>
  </app>
</gupdate>
`;
}

/** Firefox's: JSON, named by `update_url` in the package's manifest. */
export function firefoxUpdates({ id, version, address, sha256 }: Offer): string {
  const update = { version, update_link: address, update_hash: `sha256:${sha256}` };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
