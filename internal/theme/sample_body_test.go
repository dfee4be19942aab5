package theme

const outlineZh = `<ol class="outline"><li><a href="#general">第一条 总则</a><ol><li><a href="#scope">（一）适用范围</a></li><li><a href="#liability">（二）责任限制</a></li></ol></li><li><a href="#retention">第二条 保存期限</a></li><li><a href="#minors">第三条 未成年人</a></li><li><a href="#collected">第四条 我们收集的个人信息</a></li></ol>`

const outlineEn = `<ol class="outline"><li><a href="#general">Article 1 General</a><ol><li><a href="#scope">1.1 Scope</a></li><li><a href="#liability">1.2 Limitation of liability</a></li></ol></li><li><a href="#retention">Article 2 Retention</a></li><li><a href="#minors">Article 3 Minors</a></li><li><a href="#collected">Article 4 Personal information that we collect</a></li></ol>`

const bodyZh = `<p>澜汀科技（杭州）有限公司（以下称<strong>“我们”</strong>）是<strong>“澜汀笔记”</strong>的运营者和您的个人信息的处理者。本政策说明我们如何收集、保存、使用、提供和保护您的个人信息，以及您享有哪些权利。</p>
<h2 class="clause" id="general"><a class="label" href="#general">第一条</a> 总则 <a class="aside counterpart" lang="en" hreflang="en" href="../../en/privacy/index.html#general">EN</a></h2>
<h3 class="clause" id="scope"><a class="label" href="#scope">（一）</a>适用范围</h3>
<p>本政策适用于澜汀笔记的网站、桌面客户端、移动应用和浏览器扩展（以下合称“服务”）。<sup class="note-ref"><a id="fnref-1" href="#fn-1">[1]</a></sup>您使用服务，同时适用<a href="../terms/index.html">《用户协议》</a>。我们使用AES-256加密，<em>任何人</em>都不能读取您的笔记。</p>
<ol class="labelled"><li class="clause" id="c-1"><a class="label" href="#c-1">1.</a> <strong>注册账号。</strong>您需要提供手机号码并设置密码；密码以不可逆的方式加密存储，我们的工作人员也无法读取。</li><li class="clause" id="c-2"><a class="label" href="#c-2">2.</a> <strong>保存和同步笔记。</strong>我们存储您创建的笔记、附件和标签，并将其同步至您登录的各台设备。</li></ol>
<ol class="labelled"><li class="clause" id="c-3"><a class="label" href="#c-3">（一）</a>图片和扫描：经您授权调用相机和相册，用于在笔记中插入图片或者扫描文稿。</li><li class="clause" id="c-4"><a class="label" href="#c-4">（二）</a>语音笔记：经您授权调用麦克风，用于录制您主动发起的语音。</li></ol>
<h3 class="clause key" id="liability"><a class="label" href="#liability">（二）</a><strong class="aside key-mark">【重要】</strong>责任限制 <a class="permalink aside" href="#liability" aria-label="本条的链接">#</a></h3>
<p class="key">在法律允许的范围内，我们对因不可抗力造成的数据丢失不承担责任，但因我们的故意或者重大过失造成的除外。</p>
<h2 class="clause" id="retention"><a class="label" href="#retention">第二条</a> 保存期限 <a class="aside counterpart" lang="en" hreflang="en" href="../../en/privacy/index.html#retention">EN</a></h2>
<div class="clause depth-2" id="c-5"><p><a class="label" href="#c-5">2.1</a> 您注销账号后，我们在15日内删除您的个人信息；备份副本在30日内覆盖。</p><ul><li>笔记、附件和标签；</li><li>设备型号、操作系统版本和日志信息。</li></ul></div>
<div class="clause depth-2" id="c-6"><p><a class="label" href="#c-6">2.2</a> 法律、行政法规规定的保存期限未届满的，我们停止除存储和采取必要的安全保护措施之外的处理。</p></div>
<h2 class="clause" id="minors"><a class="label" href="#minors">第三条</a> 未成年人</h2>
<p>不满14周岁的未成年人使用服务，应当取得其监护人的同意。</p>
<blockquote><p>个人信息处理者处理不满十四周岁未成年人个人信息的，应当制定专门的个人信息处理规则。</p></blockquote>
<h2 class="clause" id="collected"><a class="label" href="#collected">第四条</a> 我们收集的个人信息</h2>
<section class="table-scroll" tabindex="0" aria-label="表格，可左右滚动"><table><thead><tr><th>业务功能</th><th>个人信息种类</th><th>目的</th><th>法律依据</th><th class="a-right">保存期限</th></tr></thead><tbody><tr><td>注册账号</td><td>手机号码、密码</td><td>建立账号、找回密码</td><td>订立、履行合同所必需</td><td class="a-right">账号存续期间</td></tr><tr><td>客户服务</td><td>沟通记录、联系方式</td><td>处理您的请求和投诉</td><td>您的同意</td><td class="a-right">1年</td></tr></tbody></table></section>
<section class="notes" id="notes"><ol aria-label="注释"><li class="note" id="fn-1"><span class="label">[1]</span> 浏览器扩展目前仅适用于Chromium内核的浏览器。 <a class="aside" href="#fnref-1">返回正文 [1]</a></li></ol></section>`

const bodyEn = `<p>Lanting Technology (Hangzhou) Co., Ltd. (<strong>“we”</strong>) operates <strong>“Lanting Notes”</strong> and is the handler of your personal information. This policy explains how we collect, keep, use, provide and protect it, and which rights you have.</p>
<h2 class="clause" id="general"><a class="label" href="#general">Article 1</a> General <a class="aside counterpart" lang="zh-Hans" hreflang="zh-Hans" href="../../zh/privacy/index.html#general">中文</a></h2>
<h3 class="clause" id="scope"><a class="label" href="#scope">1.1</a> Scope</h3>
<p>This policy applies to the website, the desktop clients, the mobile apps and the browser extensions of Lanting Notes (together, the “service”).<sup class="note-ref"><a id="fnref-1" href="#fn-1">[1]</a></sup> When you use the service, the <a href="../terms/index.html">Terms of Service</a> apply too. We encrypt with AES-256; <em>nobody</em> can read your notes.</p>
<ol class="labelled"><li class="clause" id="c-1"><a class="label" href="#c-1">1.</a> <strong>Account.</strong> You give us a mobile number and set a password, which we store irreversibly encrypted; not even our staff can read it.</li><li class="clause" id="c-2"><a class="label" href="#c-2">2.</a> <strong>Notes.</strong> We store the notes, attachments and tags that you create and synchronise them to the devices on which you are signed in.</li></ol>
<ol class="labelled"><li class="clause" id="c-3"><a class="label" href="#c-3">(a)</a> Pictures and scans: with your permission we use the camera and the album.</li><li class="clause" id="c-4"><a class="label" href="#c-4">(b)</a> Voice notes: with your permission we use the microphone to record what you begin to record.</li></ol>
<h3 class="clause key" id="liability"><a class="label" href="#liability">1.2</a> <strong class="aside key-mark">[Important]</strong> Limitation of liability <a class="permalink aside" href="#liability" aria-label="Link to this clause">#</a></h3>
<p class="key">To the extent that the law allows, we are not liable for loss of data caused by force majeure, unless we acted with intent or gross negligence.</p>
<h2 class="clause" id="retention"><a class="label" href="#retention">Article 2</a> Retention <a class="aside counterpart" lang="zh-Hans" hreflang="zh-Hans" href="../../zh/privacy/index.html#retention">中文</a></h2>
<div class="clause depth-2" id="c-5"><p><a class="label" href="#c-5">2.1</a> After you close your account we delete your personal information within 15 days; backup copies are overwritten within 30 days.</p><ul><li>notes, attachments and tags;</li><li>device model, version of the operating system and logs.</li></ul></div>
<div class="clause depth-2" id="c-6"><p><a class="label" href="#c-6">2.2</a> Where a period that the law prescribes has not yet ended, we stop all processing other than storage and the necessary security measures.</p></div>
<h2 class="clause" id="minors"><a class="label" href="#minors">Article 3</a> Minors</h2>
<p>Minors under 14 need the consent of their guardians to use the service.</p>
<blockquote><p>Whoever handles the personal information of minors under fourteen shall make special rules for it.</p></blockquote>
<h2 class="clause" id="collected"><a class="label" href="#collected">Article 4</a> Personal information that we collect</h2>
<section class="table-scroll" tabindex="0" aria-label="Table, scrolls sideways"><table><thead><tr><th>Function</th><th>Personal information</th><th>Purpose</th><th>Legal basis</th><th class="a-right">Kept for</th></tr></thead><tbody><tr><td>Account</td><td>Mobile number, password</td><td>Setting up the account, resetting the password</td><td>Needed for the contract</td><td class="a-right">Life of the account</td></tr><tr><td>Customer service</td><td>Messages, contact details</td><td>Handling your requests and complaints</td><td>Your consent</td><td class="a-right">1 year</td></tr></tbody></table></section>
<section class="notes" id="notes"><ol aria-label="Notes"><li class="note" id="fn-1"><span class="label">[1]</span> At present the extensions work only in browsers based on Chromium. <a class="aside" href="#fnref-1">Back to the text [1]</a></li></ol></section>`

const foldZh = `<h2 class="clause" id="general"><a class="label" href="#general">第一条</a> 总则</h2>
<p>本政策适用于澜汀笔记的网站、桌面客户端、移动应用和浏览器扩展。</p>`

const foldEn = `<h2 class="clause" id="general"><a class="label" href="#general">Article 1</a> General</h2>
<p>This policy applies to the website, the desktop clients, the mobile apps and the browser extensions.</p>`

const changedZh = `<h2 class="clause" id="retention"><a class="label" href="#retention">第二条</a> 保存期限</h2>
<p>您注销账号后，我们在<del>30</del><ins>15</ins>日内删除您的个人信息；备份副本在<del>90日内覆盖，但法律另有规定的除外</del><ins>30日内覆盖</ins>。</p>`

const changedEn = `<h2 class="clause" id="retention"><a class="label" href="#retention">Article 2</a> Retention</h2>
<p>After you close your account we delete your personal information within <del>30</del><ins>15</ins> days; backup copies are overwritten within <del>90 days unless the law provides otherwise</del><ins>30 days</ins>.</p>`

const addedZh = `<h2 class="clause op-inserted" id="minors"><a class="label" href="#minors"><ins>第三条</ins></a> <ins>未成年人</ins></h2>
<p class="op-inserted"><ins>不满14周岁的未成年人使用服务，应当取得其监护人的同意。</ins></p>
<section class="table-scroll" tabindex="0" aria-label="表格，可左右滚动"><table><thead><tr><th>年龄</th><th>同意</th></tr></thead><tbody><tr class="op-inserted"><td><ins>不满14周岁</ins></td><td><ins>监护人</ins></td></tr><tr class="op-deleted"><td><del>不满18周岁</del></td><td><del>无</del></td></tr></tbody></table></section>`

const addedEn = `<h2 class="clause op-inserted" id="minors"><a class="label" href="#minors"><ins>Article 3</ins></a> <ins>Minors</ins></h2>
<p class="op-inserted"><ins>Minors under 14 need the consent of their guardians to use the service.</ins></p>
<section class="table-scroll" tabindex="0" aria-label="Table, scrolls sideways"><table><thead><tr><th>Age</th><th>Consent</th></tr></thead><tbody><tr class="op-inserted"><td><ins>under 14</ins></td><td><ins>guardians</ins></td></tr><tr class="op-deleted"><td><del>under 18</del></td><td><del>none</del></td></tr></tbody></table></section>`

const movedZh = `<h2 class="clause op-moved-to" id="decisions"><a class="label" href="#decisions"><del>第二条</del><ins>第四条</ins></a> <ins class="moved">自动化决策</ins> <a class="aside" href="#from-decisions">由“第二条”移来</a></h2>
<p class="op-moved-to"><ins class="moved">我们不以自动化决策的方式作出对您的个人权益有重大影响的决定。</ins></p>
<h2 class="clause" id="contact"><a class="label" href="#contact"><del>第四条</del><ins>第五条</ins></a> 联系我们</h2>
<p>请发送邮件至<a href="mailto:privacy@lanting.example">privacy@lanting.example</a>。</p>
<p class="op-moved-from" id="from-decisions"><del class="moved">我们不以自动化决策的方式作出对您的个人权益有重大影响的决定。</del></p>`

const movedEn = `<h2 class="clause op-moved-to" id="decisions"><a class="label" href="#decisions"><del>Article 2</del><ins>Article 4</ins></a> <ins class="moved">Automated decisions</ins> <a class="aside" href="#from-decisions">moved here from “Article 2”</a></h2>
<p class="op-moved-to"><ins class="moved">We take no decision with a major effect on your rights by automated means.</ins></p>
<h2 class="clause" id="contact"><a class="label" href="#contact"><del>Article 4</del><ins>Article 5</ins></a> Contact</h2>
<p>Write to <a href="mailto:privacy@lanting.example">privacy@lanting.example</a>.</p>
<p class="op-moved-from" id="from-decisions"><del class="moved">We take no decision with a major effect on your rights by automated means.</del></p>`
