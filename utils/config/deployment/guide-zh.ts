export const GUIDE_ZH = `
<h1>指尖账本：统一安装说明</h1>
<p class="soft">您能定的：记哪些系统、几项统一的设置。您收不到的：任何人的记录。每个人第一次打开浏览器时自己决定要不要开始记；暂停、导出、删除永远由本人定，策略锁不住。</p>
<section data-if="policies">
<h2>这个包里有什么</h2>
<p>给<b>已经装好</b>指尖账本（编号 <code>{id}</code>）的电脑下发名录用的策略，不含扩展本身。商店版装好后，系统的网址仍要每个人点一次“允许”：浏览器不让策略代为同意可选权限。要连这一下也省掉，请用命令 <code>npm run deploy-kit</code> 做一份自带名录的统一安装包。</p>
</section>
<section data-if="whole">
<h2>三步装好</h2>
<ol>
<li>把 <code>web</code> 文件夹里的文件原样放到单位的网页服务器上，使 <code>{updateUrl}</code> 能打开。（IIS 要给 <code>.crx</code> 加类型 <code>application/x-chrome-extension</code>、<code>.xpi</code> 加 <code>application/x-xpinstall</code>、<code>.sig</code> 加 <code>application/octet-stream</code>。）</li>
<li>照下表把策略文件放到电脑上。</li>
<li>重启浏览器，几秒钟内扩展自己装好，名录随即生效。在 <code>chrome://policy</code>（Edge 是 <code>edge://policy</code>，Firefox 是 <code>about:policies</code>）能看到；每个人在扩展的“系统名录 → 来源与检查”里也能看到同样的话。</li>
</ol>
</section>
<h2>策略文件放在哪里</h2>
<table>
<tr><th>系统</th><th>浏览器</th><th>做法</th></tr>
<tr><td>Windows（加域或云管理）</td><td>Chrome、Edge</td><td>双击 <code>windows/chrome.reg</code> 或 <code>windows/edge.reg</code>（要管理员身份），或用组策略下发同样的注册表项</td></tr>
<tr><td>Linux（含国产系统）</td><td>Chrome、Edge、Chromium</td><td><code>linux/chrome/</code> → <code>/etc/opt/chrome/policies/managed/</code><br><code>linux/edge/</code> → <code>/etc/opt/edge/policies/managed/</code><br><code>linux/chromium/</code> → <code>/etc/chromium/policies/managed/</code></td></tr>
<tr><td>macOS</td><td>Chrome、Edge</td><td>用设备管理（MDM）下发 <code>macos/*.mobileconfig</code></td></tr>
<tr><td>任何系统</td><td>Firefox</td><td><code>firefox/policies.json</code> 放进安装目录的 <code>distribution</code> 文件夹；Linux 也可放 <code>/etc/firefox/policies/</code>。已有 policies.json 的，合并进去。</td></tr>
</table>
<section data-if="confined">
<p>策略同时把扩展关在名录的 {hosts} 个主机之内：别的网站，浏览器根本不让它碰。名录添了新主机，要重新生成这个包。</p>
</section>
<section data-if="whole">
<h2>没有加域的 Windows 电脑</h2>
<p>Chrome 和 Edge 在没有加域、也没有云管理的 Windows 上，不接受自己架设的扩展，写了注册表也会被停用。请改用 Firefox ESR，或照下一节手工安装。</p>
<h2>没有策略、没有商店的浏览器</h2>
<ul>
<li><b>只发名录：</b>扩展已经装好的，打开“系统名录”，选 <code>list</code> 文件夹里的 JSON 文件导入。</li>
<li><b>国产 Chromium 浏览器：</b>多数可以把 <code>web</code> 里的 <code>.crx</code> 拖进扩展管理页。不行就用解压版。</li>
<li><b>解压版：</b>把 <code>unpacked</code> 文件夹放到固定的位置（不要放在桌面或下载里），扩展管理页打开“开发者模式”，“加载已解压的扩展程序”。以后换新版本，覆盖这个文件夹再点“重新加载”，记录都在。</li>
<li><b>Firefox：</b>企业版（ESR）照上面的 policies.json；<code>.xpi</code> 没有 Mozilla 签名，普通版不接受。要给普通版用，把 <code>.xpi</code> 提交到 addons.mozilla.org 做“不公开”签名，再用签好的文件换掉它，并从 policies.json 里删去 <code>Preferences</code> 一段。这一段让 ESR 接受没有签名的附加组件，对所有附加组件都有效，所以请同时用 <code>ExtensionSettings</code> 管住别的附加组件。Firefox 的自动更新只认 https 地址；服务器是 http 的，更新时把新的 policies.json 也发下去，里面写着新的 <code>.xpi</code>。</li>
</ul>
<h2>钥匙不能丢</h2>
<p><b>打包用的 <code>.pem</code> 私钥要妥善保管。</b>扩展的编号由它决定：换一把钥匙，就是另一个扩展，浏览器会当成新装的，每个人原来的记录不会跟过去。更新时必须用同一把。</p>
<p>第一次改用统一安装的：原来从商店装的、编号不同的那一个，请每个人先做“个人备份”，再到新的里面恢复。</p>
<h2>以后更新扩展</h2>
<p>用同一把钥匙、更高的版本号重新生成，把 <code>web</code> 里的文件覆盖上去。浏览器几小时内自己更新，记录、同意、指纹密钥都在。</p>
</section>
<h2>换名录、退回旧名录</h2>
<p>版本号只能往上走：较低的版本，扩展一律不接受，原来的照旧在用。要退回旧内容，在编辑器里打开旧文件，点“用更高的版本号重新发”。名录换了，已有的记录一条也不会动。</p>
<h2>怎样确认没有走样</h2>
<p>发布前检查：<code>npm run config -- validate 文件</code>。签名：<code>npm run config -- sign 文件 --key 私钥</code>；核对：<code>npm run config -- verify 文件 --public-key 公钥</code>。策略里写了 <code>configPublicKey</code> 的，没有签名或签名不对的名录一律不用。</p>
`;
