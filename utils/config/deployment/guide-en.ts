export const GUIDE_EN = `
<h1>Fingertip Ledger: how to install it for an organisation</h1>
<p class="soft">What you decide: which portals are measured, and a few settings. What you never receive: anybody's record. Everyone decides for themselves, the first time the browser opens, whether recording begins; pausing, exporting and deleting are always theirs and cannot be locked.</p>
<section data-if="policies">
<h2>What is in this package</h2>
<p>Policies that hand a list to computers on which Fingertip Ledger (id <code>{id}</code>) <b>is installed already</b>; not the extension itself. With the store build everyone still presses "Allow" once for the portals' hosts: no policy can grant optional permissions. To save that press too, make a package of your own with <code>npm run deploy-kit</code>.</p>
</section>
<section data-if="whole">
<h2>Three steps</h2>
<ol>
<li>Put the files of the folder <code>web</code> on your web server as they are, so that <code>{updateUrl}</code> opens. (IIS needs the types <code>application/x-chrome-extension</code> for <code>.crx</code>, <code>application/x-xpinstall</code> for <code>.xpi</code> and <code>application/octet-stream</code> for <code>.sig</code>.)</li>
<li>Put the policy file on the computers, as the table says.</li>
<li>Restart the browser. The extension installs itself within seconds and the list is in force. It shows in <code>chrome://policy</code> (<code>edge://policy</code>, in Firefox <code>about:policies</code>), and to each person under "Portals → Sources and checks".</li>
</ol>
</section>
<h2>Where policy files go</h2>
<table>
<tr><th>System</th><th>Browser</th><th>What to do</th></tr>
<tr><td>Windows (domain or cloud managed)</td><td>Chrome, Edge</td><td>Open <code>windows/chrome.reg</code> or <code>windows/edge.reg</code> as administrator, or distribute the same registry values by Group Policy</td></tr>
<tr><td>Linux</td><td>Chrome, Edge, Chromium</td><td><code>linux/chrome/</code> → <code>/etc/opt/chrome/policies/managed/</code><br><code>linux/edge/</code> → <code>/etc/opt/edge/policies/managed/</code><br><code>linux/chromium/</code> → <code>/etc/chromium/policies/managed/</code></td></tr>
<tr><td>macOS</td><td>Chrome, Edge</td><td>Distribute <code>macos/*.mobileconfig</code> by device management (MDM)</td></tr>
<tr><td>Any</td><td>Firefox</td><td><code>firefox/policies.json</code> goes into the folder <code>distribution</code> of the program; on Linux also <code>/etc/firefox/policies/</code>. Merge it with one that is there.</td></tr>
</table>
<section data-if="confined">
<p>The policy also confines the extension to the {hosts} hosts of the list: the browser lets it touch no other. When the list gains a host, make this package again.</p>
</section>
<section data-if="whole">
<h2>Windows computers outside a domain</h2>
<p>On Windows without a domain or cloud management Chrome and Edge take no self-hosted extension, whatever the registry says. Use Firefox ESR there, or install by hand as below.</p>
<h2>Browsers without policy or store</h2>
<ul>
<li><b>Only the list:</b> where the extension is installed, open "Portals" and import the JSON file from the folder <code>list</code>.</li>
<li><b>Other Chromium browsers:</b> most take the <code>.crx</code> from <code>web</code> when it is dropped on their extensions page; else use the unpacked folder.</li>
<li><b>Unpacked:</b> put the folder <code>unpacked</code> where it can stay (not the desktop, not downloads), switch on developer mode, "Load unpacked". For a new version replace the folder and press "Reload": the records stay.</li>
<li><b>Firefox:</b> ESR by policies.json as above. The <code>.xpi</code> carries no signature of Mozilla, so the ordinary Firefox refuses it; for that one submit it to addons.mozilla.org as "unlisted" and put the signed file in its place, then take <code>Preferences</code> out of policies.json. That part makes ESR accept unsigned add-ons, all of them, so govern the others by <code>ExtensionSettings</code> as well. Firefox updates itself from https addresses only; with a plain http server hand out the new policies.json as well, which names the new <code>.xpi</code>.</li>
</ul>
<h2>Keep the key</h2>
<p><b>Keep the private key (<code>.pem</code>) that the package was made with.</b> It decides the extension's id: another key is another extension to the browser, installed anew, and nobody's records follow. Every update needs the same key.</p>
<p>Where people used a build with another id before, let each make a personal backup first and restore it in the new one.</p>
<h2>Updating the extension</h2>
<p>Make the package again with the same key and a higher version and replace the files in <code>web</code>. Browsers update within hours; records, consent and the hashing key stay.</p>
</section>
<h2>Another list, an earlier list</h2>
<p>Versions only go up: a lower one is refused and the list before it stays in use. To roll back, open the old file in the editor and press "Reissue under a higher version". No change of the list touches a single record.</p>
<h2>Being sure of what goes out</h2>
<p>Check: <code>npm run config -- validate FILE</code>. Sign: <code>npm run config -- sign FILE --key KEY</code>. Verify: <code>npm run config -- verify FILE --public-key KEY</code>. Where a policy names <code>configPublicKey</code>, no list without its signature is taken.</p>
`;
