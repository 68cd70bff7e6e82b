# 人所读到的每一个字都在这里，与 en.ftl 一一对应。
# WAIT(t) 说还有多久（“5小时后”），MOMENT(t) 说具体时刻（“00:00 UTC”）。AGO(t) 说多久以前（“5分钟前”）。

language-name = 简体中文

## Telegram 菜单里的命令

menu-start = 打个招呼
menu-help = 看看我能做什么
menu-model = 选择图像模型
menu-settings = 设置比例、张数、照片或文件、说明
menu-quota = 查看剩余点数
menu-history = 查看最近的任务及其点数
menu-give = 把自己的点数送给这个群
menu-imagine = 用文字生成图片
menu-edit = 修改你所回复的图片
menu-again = 再来一次，或换一种说法
menu-compare = 一张图片，多个模型对比
menu-presets = 收藏的效果，随时再用
menu-cancel = 取消正在处理的任务
menu-language = 选择语言
menu-privacy = 我保留了你的哪些数据，以及如何删除
menu-grant = 给用户加点数
menu-invite = 生成邀请链接
menu-invites = 查看或作废邀请链接
menu-limit = 设置用户的免费点数
menu-models = 列出模型及缺少的模型
menu-gateways = 查看网关状态
menu-stats = 查看最近几天的统计

## 按下“开始”之前 Telegram 显示的内容

bot-description =
    发一张照片，在说明文字里写上想怎么改，我就把改好的图发回给你。

    • 去背景、修复老照片、变成水彩画：用你自己的话说就行
    • 回复任何结果，就能接着修改
    • 只发文字，我会画一张新图
    • 群里也能用，图像模型任你选

    按下“开始”，发张照片试试吧。
bot-short-description = 发一张照片，说说想怎么改，马上收到改好的图。私聊、群里都能用。

## 问候与帮助

start =
    { $name }，你好！我是修图机器人。

    发一张照片，在说明文字里写上想怎么改就行，比如“改成黑白照片”。
    只发文字，我会照着画一张新图。

    更多用法请看 /help。
help =
    照片 + 说明文字：按说明修改照片。
    只发照片：我会问你想怎么改。
    只发文字：我会照着画一张图。
    以文件形式发送的图片：同样处理，结果也以文件发回，保留原画质。
    用文字回复任意一张图片：我会修改那张图片，也可以这样在结果上继续修改。

    /model – 选择图像模型（当前：{ $model }）
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    在群里，请 @ 我、回复我，或者使用 /edit 或 /imagine。
unknown-command = 我不认识这个命令，发送 /help 看看我能做什么。

## 选择

model-choose =
    想用哪个模型修图？数字是每张图片所需的点数。
    当前：{ $model }
model-unavailable = 目前在这里不可用：{ $models }。
model-option = { $title } · { $price }
model-chosen = 已换成 { $model }。
language-choose = 想让我说哪种语言？
language-auto = 跟随 Telegram
language-chosen = 从现在起我说中文。

## 群组

group-hello =
    大家好！我可以在这里修图。
    用 @{ $name } 加上想怎么改，回复任意一张图片；或者写在你自己照片的说明文字里。
    /edit 或回复我发的图片也可以；其他消息我都不理会。
group-hello-privacy =
    大家好！我可以在这里修图。
    用 /edit@{ $name } 加上想怎么改，回复任意一张图片；或者直接用文字回复我发的图片。
    其他消息 Telegram 不会给我看。如果管理员把我也设为管理员，在任何文字和说明文字里 @{ $name } 都行。
group-nobody = 我看不到你是谁，不知道该用谁的点数；请用你自己的名义发消息，不要用群组或频道的身份。
group-model-choose =
    这个群用哪个模型修图？对所有成员生效；数字是每张图片所需的点数。
    当前：{ $model ->
        [none] 各自选择
       *[other] { $model }
    }
group-model-own = 由成员各自选择
group-model-chosen = { $model ->
        [none] 这个群里又由各人用自己的模型了。
       *[other] 从现在起，这个群使用 { $model }。
    }
group-model-here = 这个群使用 { $model } 修图，这是群管理员选的。你自己选的 { $own } 在其他地方有效。
group-privately = 我没法在群“{ $title }”里回复你：

## 设置

settings =
    你的修图设置。
    以下是 { $model } 支持的选项；写在文字里的要求（例如 --ar 16:9）优先。
settings-group =
    本群所有人的修图设置，优先于各人自己的设置。
    以下是 { $model } 支持的选项；写在文字里的要求（例如 --ar 16:9）优先。
settings-kept = 已为支持的模型保留：{ $settings }
settings-here =
    { $settings ->
        [none] 你在本群使用 { $model }，没有其他设置；你在私聊里用 /settings 做的设置在这里同样有效。
       *[other] 你在本群使用 { $model }，设置为：{ $settings }；群里没有规定的，可以在私聊里用 /settings 设置。
    }
settings-saved = 已记下。
settings-line = { $setting }：{ $value }
settings-defaults = ↺ 恢复默认
settings-own = 各人自己的设置
settings-ratio = 比例
settings-ratio-default = 与照片一致
settings-ratio-ask = 结果要什么比例？
settings-size = 尺寸
settings-size-default = 由模型决定
settings-size-ask = { $model } 出图要什么尺寸？
settings-quality = 质量
settings-quality-default = 由模型决定
settings-quality-ask = { $model } 出图要什么质量？
settings-style = 风格
settings-style-default = 由模型决定
settings-style-ask = { $model } 用什么风格？
settings-count = 张数
settings-count-default = 1
settings-count-ask = 每次出几张图？按张计价。
settings-form = 结果形式
settings-form-default = 与来图一致
settings-form-ask = 照片方便查看，文件保留完整画质。默认情况下，照片以照片发回，文件以文件发回。
settings-caption = 说明
settings-caption-default = 显示
settings-caption-ask = 要在结果下方显示模型、用时和点数吗？
settings-quote = 说明中的提示词
settings-quote-default = 显示
settings-quote-ask = 要在结果下方以折叠形式显示你的文字吗？
settings-value-photo = 照片
settings-value-file = 文件
settings-value-on = 显示
settings-value-off = 不显示

## 隐私

privacy =
    我会保留你的这些数据：
    • 图片（你发来的和生成的）：{ $pictures ->
       *[other] { $pictures } 小时
    }，用于处理，以及出错时重发。
    • 任务失败时，我发给图像服务的请求和它的回答（不含图片）：保留同样长的时间，供管理员查明原因。
    • 你的消息：回复之后即删；我读不懂的保留 { $letters ->
       *[other] { $letters } 小时
    }。
    • 你的名字、你的要求、你收藏的效果以及结果所在的消息，方便你接着修改：直到你删除为止。
    • 你的数字 ID、语言和模型的选择，以及得到和用掉的点数：长期保留。

    你的图片和文字会发给生成图片的图像服务。本机器人的管理员可能会保留备份。

    发送 /privacy delete，我会立即删除你的图片、文字和名字，并取消正在为你处理的任务。
privacy-sure = 删除后无法恢复，以前结果上的按钮也会失效。
privacy-done = 你的图片、文字和名字已删除。{ $cancelled ->
        [0] {""}
       *[other] 已取消 { $cancelled } 个任务，没有扣点。
    }留下的只有你的数字 ID、设置和点数。

## 点数

quota = 你现在有 { $left } 点可用。
quota-free =
    免费点数：{ $period ->
        [day] 今天
        [week] 本周
        [month] 本月
       *[never] 总共
    }还剩 { $left } / { $free } 点{ $renews_at ->
        [none] 。
       *[other] ，{ WAIT($renews_at) }（{ MOMENT($renews_at) }）恢复。
    }
quota-later = 你的 { $free } 点免费点数将在{ WAIT($begins_at) }（{ MOMENT($begins_at) }）到账。
quota-balance = 余额：{ $balance } 点，长期有效。
quota-held = 处理中的任务暂扣：{ $held } 点。
quota-spent = 最近 { $days } 天用掉：{ $spent } 点。

## 最近的任务及其点数

history = 你最近的任务，最新的在最前：
history-here = 你在本群最近的任务，最新的在最前：
history-none = 这里还没有你的任务。发一张照片，告诉我想怎么改吧。
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = “{ $words }”
history-paid = { $price } 点
history-free = 免费
history-group = 由本群支付（{ $price } 点）
history-working = 处理中，{ $price ->
        [0] 免费
       *[other] 暂扣 { $price } 点
    }
history-cancelled = 没有扣点：已取消
history-failed = 没有扣点：{ $why }
history-gone = 我已经找不到那个结果了。

# 用几个字说明任务失败的原因，用于列表和图表。
why = { $error ->
        [failed-auth] 服务拒绝访问
        [failed-quota] 服务额度用完
        [failed-rate-limited] 服务太忙
        [failed-content-policy] 内容规则
        [failed-bad-request] 请求无法处理
        [failed-upstream] 服务故障
        [failed-timeout] 超时
        [failed-no-image] 没有给出图片
        [failed-input-empty] 空文件
        [failed-input-no-picture] 不是图片
        [failed-input-damaged] 图片已损坏
        [failed-input-too-many-pixels] 像素太多
        [failed-input-too-large] 文件太大
        [failed-input-gone] 取不到图片
        [failed-result] 结果无法使用
        [failed-delivery] Telegram 没有接收
        [failed-group-right] 群里无权发送
        [failed-group-gone] 已不在群里
        [failed-no-room] 磁盘空间不足
        [failed-model-gone] 模型已下架
        [failed-interrupted] 因重启中断
       *[other] 其他故障
    }

## 图表：字要少。DAY(t) 是柱子下面的日期（“11月21日”）

chart-day = { DAY($at) }
chart-spent = 每天用掉的点数
chart-free = 每天免费 { $free } 点
chart-edits = 每天的任务
chart-done = 完成
chart-failed = 失败
chart-cancelled = 取消
chart-people = 每天的用户
chart-failures = 失败原因
quota-group = 这个群现在有 { $left } 点可用。
quota-cap = 你本人：每天最多可用群里的 { $cap } 点，今天还剩 { $left } 点。
quota-spenders = { $period ->
        [day] 今天
        [week] 本周
        [month] 本月
       *[never] 至今
    }用得最多的成员：
quota-spender = • { $name }：{ $spent } 点
quota-nameless = 以群的名义
give-usage = /give 点数：把你余额里的点数送给这个群，例如：/give 20
give-nowhere = 请在群里发送 /give：你送的点数会给那个群。
give-done = 谢谢！你送出了 { $given } 点，这个群现在有 { $left } 点可用。

## 问与答

ask-what = { $count ->
        [1] 想怎么改这张图片？
       *[other] 想怎么改这 { $count } 张图片？
    }直接写给我，或者点一个按钮。
ask-what-group = { $count ->
        [1] 想怎么改这张图片？
       *[other] 想怎么改这 { $count } 张图片？
    }请回复这条消息写下要求，或者点一个按钮。
ask-fewer = 你发了 { $given } 张图片，而 { $model } { $limit ->
        [0] 不接收图片，只接收文字
       *[other] 最多接收 { $limit } 张
    }。要怎么办？目前没有扣点。
album-left-out = 相册里有 { $count } 项不是图片，我没有处理。
gif-first-frame = 动图我只修改第一帧。
imagine-usage = 请在命令后面写上想画什么，例如：/imagine 雪地里的一只狐狸
edit-usage = 请用 /edit 回复一张图片，并写上想怎么改，例如：/edit 把天空改成红色
cancel-none = 没有可以取消的任务。
cancel-late = 来不及取消了，图片正在发送给你。
cancel-done = { $count ->
       *[other] 已取消 { $count } 个任务，没有扣点。
    }

## 现成的修图效果：按钮上的字，以及随后交给模型的要求

ready-background = ✂️ 去除背景
ready-background-prompt = 完全去除背景，沿边缘把主体干净地抠出来，放在纯白背景上。主体本身保持原样，不要改动。
ready-restore = 🩹 修复老照片
ready-restore-prompt = 修复这张老照片：去掉划痕、灰尘、污渍、折痕和褪色，恢复清晰度和自然的影调。人物面貌、衣着和场景都要忠于原照。
ready-colour = 🎨 黑白上色
ready-colour-prompt = 给这张黑白照片上色，颜色自然可信，其他一切保持原样。
ready-sharper = 🔍 变清晰
ready-sharper-prompt = 让这张图片更清晰：去除噪点、模糊和压缩痕迹，还原细节，但不要改变画面内容。
ready-vivid = 🌈 明亮鲜艳
ready-vivid-prompt = 让这张照片更明亮、更鲜艳：曝光均衡，色彩饱满而自然，对比清晰。画面内容保持不变。
ready-portrait = 👔 职业形象照
ready-portrait-prompt = 把它变成一张职业形象照：整洁的商务着装，柔和的影棚灯光，简洁的中性背景。人物的五官和长相必须保持原样。
ready-anime = 🌸 动漫
ready-anime-prompt = 把这张图片重新绘制成细腻的动漫插画，线条干净，色彩柔和。保持构图、姿势和人物的辨识度。
ready-watercolour = 💧 水彩
ready-watercolour-prompt = 把这张图片变成一幅画在纹理纸上的清新水彩画，颜料自然晕染，边缘柔和。保持构图不变。
ready-cartoon = 🧸 3D 卡通
ready-cartoon-prompt = 把这张图片变成现代 3D 动画电影的一帧：圆润可爱的造型，温暖的光线，生动的表情。人物要认得出来，构图不变。
ready-pencil = ✏️ 铅笔素描
ready-pencil-prompt = 把这张图片变成一幅白纸上的精细铅笔素描，有排线和柔和的明暗。保持构图不变。
ready-oil = 🖼 油画
ready-oil-prompt = 把这张图片变成一幅古典油画，笔触清晰，色彩浓郁，光线温暖。保持构图不变。
ready-pixel = 👾 像素风
ready-pixel-prompt = 把这张图片变成经典电子游戏那样的 16 位像素画，颜色有限，像素方块清晰。保持构图不变。
ready-mono = ⚫ 黑白
ready-mono-prompt = 把这张照片变成有质感的黑白照片，层次丰富，有胶片的影调。画面内容保持不变。
ready-sunset = 🌇 夕阳光线
ready-sunset-prompt = 重新布光，让这张照片像在日落时分拍摄：温暖的金色光线，柔和的长影，能看到天空的地方有晚霞。其余保持不变。
ready-comic = 💥 漫画
ready-comic-prompt = 把这张图片重新绘制成漫画：粗黑的勾线，网点，鲜明的平涂颜色。保持构图，不要添加文字。
ready-clay = 🏺 黏土
ready-clay-prompt = 把这张图片变成用彩色黏土制作的定格动画场景，能看到指纹，影棚灯光柔和。人物要认得出来，构图不变。
ready-figure = 🎎 手办
ready-figure-prompt = 把画面主体变成一个逼真的收藏手办，站在透明圆形底座上，摆在书桌上，旁边放着印有它形象的包装盒，室内光线柔和。保持长相、衣着和姿势。
ready-sticker = 🏷 贴纸
ready-sticker-prompt = 把画面主体变成一张可爱的模切贴纸：造型简洁有力，轮廓干净，有厚厚的白边，背景纯色。

## 收藏的效果

presets = 你收藏的效果。点一个，就用在我正在问的那张图片上，或者用在你接下来发的图片上。
presets-none = 你还没有收藏任何效果。遇到想再用的要求，可以在这里起个名字存下来。
presets-manage = 想给哪一个改名或删除？
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    给它起个什么名字？

    { $prompt }
preset-ask-new-name = “{ $name }”以后叫什么？
preset-saved = 已存为“{ $name }”。发送 /presets 查看全部收藏。
preset-renamed = 现在叫“{ $name }”。
preset-send-picture = 发一张图片来，我就用“{ $name }”处理它。

## 处理过程中

status-waiting = 排队中，前面还有 { $ahead } 个…
status-next = 排队中，下一个就是你…
status-then = { $unit ->
        [minutes] 轮到后大约需要 { $amount } 分钟。
       *[seconds] 轮到后大约需要 { $amount } 秒。
    }
status-developing = 正在处理…
status-usual = { $bar } { $unit ->
        [minutes] 大约 { $amount } 分钟
       *[seconds] 大约 { $amount } 秒
    }
status-longer = { $bar } 比平时久一些…
status-progress = 正在处理…
    { $bar } { $percent }%
status-queued = 正在等待模型，前面还有 { $queue } 个…

## 结果

caption-line = { $model }{ $seconds ->
        [none] {""}
       *[other] {" "}· { $seconds } 秒
    }{ $left ->
        [none] {""}
       *[other] {" "}· 还剩 { $left } 点
    }
caption-off = 接下来呢？
original-coming = 文件马上就到。
original-gone = 模型的文件我只保留 { $hours } 小时，这一个已经删除了。
undo-version = ↩ 回到“{ $prompt }”
undo-original = ↩ 回到原图
undo-gone = Telegram 已经取不到上一张图片了；如果你还能看到它，直接回复它并写上要求就行。
words-of-model = 模型的回答：
    { $words }
other-choose = 想换哪个模型重做？数字是所需的点数。

## 再来一次与对比

again-none = 这里还没有可以重做的任务。发一张照片，在说明文字里写上想怎么改就行。
compare-usage = 请用 /compare 回复一张图片并写上想怎么改，或把它写在照片的说明文字里，例如：/compare 改成水彩画
compare-too-few = { $given ->
       *[other] 这里能同时处理 { $given } 张图片的模型不足两个，无法对比。
    }
compare-ask = 想对比哪些模型（两到四个）？数字是所需的点数；失败的不扣点。
compare-start = { $price ->
       *[other] 开始对比 · { $price } 点
    }
compare-most = { $most ->
       *[other] 最多同时对比 { $most } 个，请先去掉一个。
    }
compare-changed = 模型或价格刚刚有变动，请再看一眼。
compare-begun = 正在对比…
compare-status = 正在对比… 已完成 { $done } / { $of }
compare-done = 最喜欢哪一张？
compare-none = 这些模型都没有画出图片；没有扣点，请重试或换一种说法。
compare-line = • { $model }{ $seconds ->
        [none] {""}
       *[other] {" "}· { $seconds } 秒
    }{ $price ->
        [0] {""}
       *[other] {" "}· { $price } 点
    }
compare-failed = • { $model }：{ $reason ->
        [failed-content-policy] 因内容规则拒绝
        [failed-timeout] 超时
        [failed-rate-limited] 太忙
        [failed-no-image] 没有画出图片
       *[none] 未成功
    }，没有扣点
compare-keep = ✓ 选用 { $model }

## 按钮

button-again = 🔁 再来一张
button-retry = 🔁 重试
button-other = 🎛 换个模型
button-original = 📄 原始文件
button-undo = ↩ 撤销
button-cancel = ✖ 取消
button-more = 更多 ›
button-first = { $limit ->
        [1] 只用第一张
       *[other] 只用前 { $limit } 张
    }
button-save-preset = 💾 收藏上一次的要求
button-manage-presets = ✏️ 改名或删除
button-rename = ✏️ 改名
button-delete = 🗑 删除
button-delete-sure = 🗑 是的，删除
button-forget = 🗑 删除我的数据
button-forget-sure = 🗑 是的，全部删除
button-back = ‹ 返回
button-older = 更早 ›
button-newer = ‹ 更新
button-revoke = ✖ 作废 { $number }
press-started = 马上开始。
press-twice = 已经在处理了。
press-old = 这个按钮已经失效，请重新发送图片。

## Telegram Stars

menu-buy = 用 Telegram Stars 购买点数
menu-terms = 点数的销售条款
menu-paysupport = 付款遇到问题怎么办
menu-refund = 退还一笔付款
help-buy = /buy – 用 Telegram Stars 购买更多点数
privacy-payments = 你用 Telegram Stars 付的款和退款会长期保留：时间、金额和付款编号。付款方式只有 Telegram 知道。
button-buy = ⭐ 购买点数
pack-option = { $credits } 点 · ⭐ { $stars }
button-refund = ↩ 退还 ⭐ { $stars }
button-refund-not = ✖ 不退了
buy =
    想买哪一种？买来的点数不会过期，免费点数用完后才会用到。
    付款即表示同意 /terms 中的条款。遇到问题请看 /paysupport
buy-line = • { $title }：{ $credits } 点 · ⭐ { $stars }
buy-privately = 购买点数请到我们的私聊里，这样别人看不到。
buy-changed = 出售的内容刚刚有变化，请重新看一下。
invoice-title = { $credits } 点
invoice-description = { $credits } 点，用于修图和画图。不会过期，失败不扣点。
payment-done = 谢谢！{ $credits } 点已到账：你现在可用 { $left } 点，余额 { $balance } 点。
    付款编号：{ $charge }
payment-unclear = 你付的 ⭐ { $stars } 已收到，但我无法确定买的是什么，所以没有加点数。{ $support ->
        [none] 请联系这个机器人的运营者，
       *[other] 请联系 { $support }，
    }可以退款。付款编号：{ $charge }
payment-back = 你付的 ⭐ { $stars } 已退还，相应的 { $credits } 点已收回；你的余额现在是 { $balance } 点。付款编号：{ $charge }
quota-debt = 余额：−{ $debt }，因为有一笔付款在点数用掉之后退还了。之后买的点数会先补上这部分；免费点数照常可用。
terms =
    销售条款

    • 点数用来支付我修改或生成的图片。每个模型有自己的价格，选择之前就能看到。
    • 失败不收费：点数立即退回。
    • 买来的点数不会过期。点数不是货币，不能兑现。
    • 如果你改变主意或遇到问题，请按 /paysupport 的说明联系我们：没用掉的部分可以用 Telegram Stars 退还。
    • 图片会发给图像服务处理，适用它们的内容规则，生成的结果可能与你想要的不同。
    • 卖方是这个机器人的运营者，不是 Telegram。
paysupport = 付款有问题，或者想退款？{ $support ->
        [none] 请联系这个机器人的运营者，
       *[other] 请联系 { $support }，
    }并附上付款编号。在这里买的东西，Telegram 官方客服无法处理。
paysupport-line =
    { $credits } 点 · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] {" "}· 已退还
        [refunding] {" "}· 正在退还
       *[paid] {""}
    }
    { $charge }
refund-usage = /refund CHARGE [reason] – CHARGE 是付款编号，买家用 /paysupport 可以看到。
refund-sure = { $credits } 点中已用掉 { $spent } 点；余额将变成 { $after }。仍要退还 ⭐ { $stars } 吗？
refund-done = ⭐ { $stars } 已退还，收回了 { $credits } 点；余额现在是 { $balance }。
till-refused = Telegram 没有退还这些 Stars，什么都没有改变；它说的是“{ $detail }”。
till-unknown = Telegram 没有说是否已退还这些 Stars。我已记下，会一直询问到完成为止。
refused-payment-forged = 我无法确定这张账单买的是什么，所以没有付款；请用 /buy 重新获取一张。
refused-payment-buyer = 这张账单是别人的，所以没有付款；请用 /buy 获取你自己的。
refused-payment-changed = 这个价格已经不再出售，所以没有付款；请用 /buy 重新看一下。
refused-payment-used = 这张账单已经付过，或者正在付款，所以没有重复付款；请用 /buy 获取新的一张。
refused-refund-unknown = 没有这个编号的付款。
refused-refund-done = 这笔付款已经退还过了。

## 管理

grant-usage = /grant 用户 点数 [原因] – “用户”是数字 ID 或 @用户名，也可以直接回复那个人的消息。
grant-done = { $name }（{ $person }）现在有 { $left } 点可用，其中 { $balance } 点长期有效。
limit-usage = /limit 用户 点数，或 /limit 用户 default – “用户”是数字 ID 或 @用户名，也可以直接回复那个人的消息。
limit-done = { $name }（{ $person }）现在每期有 { $free } 点免费点数，还有 { $left } 点可用。
invite-usage = /invite [点数] [次数]：生成邀请链接，每位打开的人获赠这么多点数；不写数字则只限一人、不送点数。
invite-made = 此链接可邀请 { $uses } 人{ $credits ->
        [0] {""}
       *[other] ，每人获赠 { $credits } 点
    }，有效期至 { MOMENT($until) }；用 /invites 可以提前作废。
invite-welcome = 欢迎加入！{ $credits ->
        [0] {""}
       *[other] 送你 { $credits } 点，长期有效。
    }
invites-none = 目前没有可用的邀请；用 /invite 生成一个。
invites-line = { $number }. 已用 { $used } / { $uses } 次，每人 { $credits } 点，有效期至 { MOMENT($until) }：{ $link }
invite-revoked = 这个邀请已作废。
models-heading = 模型、每张点数、方言和网关：
models-line = { $title }（{ $model }）· { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ 没有网关提供
        [link] {" "}· ⚠ 需要公开链接：请设置 web.public_url 或 links.bucket
       *[none] {""}
    }
models-silent = 以下网关没有说明提供哪些模型：{ $gateways }
gateways-offers = { $name }：{ $models } 个模型
gateways-silent = { $name }：⚠ 没有说明提供哪些模型（{ $fault }）
gateways-seconds = 每张图片约 { $seconds } 秒（最近几次的中位数）。
gateways-fault = 最近一次故障：{ $fault }，{ MOMENT($at) }。
gateways-rest = { $model } 暂停使用至 { MOMENT($until) }，先问其他网关。
gateways-keys = 暂时停用的密钥：{ $aside } / { $keys }。
stats-usage = /stats [天数] – 1 到 90 天，不写就是 7 天。
stats = 最近 { $days } 天：{ $edits } 个任务
stats-ends = 完成 { $done }，失败 { $failed }，取消 { $cancelled }，处理中 { $unfinished }
stats-success = 成功率：{ $percent }%
stats-people = 用户：{ $people }；新用户：{ $newcomers }
stats-credits = 用掉的点数：{ $credits }
stats-models = 模型：{ $models }
stats-failures = 失败原因：{ $failures }
stats-item = { $name } { $count }
menu-ban = 禁用某人
menu-unban = 恢复某人
ban-usage = /ban 用户 [时长] [原因] – “用户”是数字 ID 或 @用户名，也可以直接回复那个人的消息；时长写作 12h、3d 或 2w，不写就是永久。原因只有管理员能看到。
ban-done = { $name }（{ $person }）已被{ $until ->
        [none] 永久禁用
       *[other] 禁用至 { MOMENT($until) }
    }，其等待中的图片已取消。
unban-usage = /unban 用户 – “用户”是数字 ID 或 @用户名，也可以直接回复那个人的消息。
unban-done = { $name }（{ $person }）可以重新使用我了。
unban-none = { $name }（{ $person }）没有被禁用。
refused-banned-until = 在 { MOMENT($until) } 之前你不能使用我；如果觉得是误会，请联系本机器人的管理员。
refused-ban-admin = 这是管理员，请先在设置中移除其管理员身份。
models-off = ○ 已关闭
models-asleep = ○ 其网关均已关闭
gateways-off = ○ 已关闭：不会向它请求图片。
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } 已开启。
switched-off = { $name } 已关闭。
switched-off-with = { $name } 已关闭，只有它提供的模型也一并停用：{ $models }
refused-gateway = 这个网关已不在设置中。
refused-last = 关闭这个{ $kind ->
        [gateway] 网关
       *[model] 模型
    }后就没有模型可选了，请先开启另一个。
menu-admin = 管理员的全部功能
menu-user = 查看某人的情况
admin = 要做什么？
admin-health = 今天：{ $edits } 个任务，失败 { $failed }，处理中 { $waiting }。{ $ill ->
        [none] 网关正常。
       *[other] ⚠ 有故障：{ $ill }
    }
admin-stats = 📊 统计
admin-user = 👤 用户
admin-grant = ➕ 加点
admin-limit = ⚖️ 限额
admin-ban = 🚫 禁用
admin-models = 🎛 模型
admin-gateways = 🔌 网关
admin-fresh = ↻ 刷新
admin-console = 🖥 控制台
menu-console = 在浏览器中打开控制台
console = 这是进入控制台的链接：五分钟内有效，只能用一次。打开它的人会以你的身份登录，请不要转给别人。
console-near = 这是进入控制台的链接：五分钟内有效，只能用一次。打开它的人会以你的身份登录，请不要转给别人。它只能在我所在的机器上打开，或通过 SSH 隧道；要从别处访问，请设置 web.public_url。
console-private = 控制台的登录链接不能让别人看到：请在私聊中给我发送 /console。
console-insecure = 控制台已启用，但无法从这个地址登录：浏览器只在 https 下保持登录。请把 web.public_url 设为 https:// 开头的地址。
admin-user-ask = 谁？请发送数字 ID 或 @用户名。
admin-grant-ask = 给谁加多少点，为什么？请发送：用户 点数 [原因]
admin-limit-ask = 谁的每期免费点数改为多少？请发送：用户 点数，或 用户 default
admin-ban-ask = 禁用谁，多久，为什么？请发送：用户 [时长] [原因]，时长写作 12h、3d 或 2w。
user-usage = /user 用户 – “用户”是数字 ID 或 @用户名，也可以直接回复那个人的消息。
user = { $name }{ $username ->
        [none] {""}
       *[other] {" "}· { $username }
    } · { $person }
user-chosen = 语言：{ $language ->
        [none] –
       *[other] { $language }
    } · 模型：{ $model ->
        [none] 未选择
       *[other] { $model }
    }
user-seen = 首次出现：{ AGO($met) } · 最近出现：{ AGO($seen) }
user-never = 此人从未给我发过消息。
user-banned = 🚫 { $until ->
        [none] 已永久禁用
       *[other] 已禁用至 { MOMENT($until) }
    }{ $why ->
        [none] {""}
       *[other] ：{ $why }
    }
user-unreachable = ⚠ 无法给此人发消息：对方屏蔽了我，或账号已不存在。
user-credits = 点数：免费还剩 { $left } / { $free }，长期 { $balance }，冻结 { $held }
user-limit = 单独限额：每期免费 { $limit } 点
user-edits = 最近的任务：
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = 最近的账目：
user-entry = • { AGO($at) } · { $kind ->
        [hold] 冻结
        [settle] 扣除
        [release] 退回
        [grant] 加点
        [limit] 限额
       *[other] { $kind }
    }{ $credits ->
        [none] {""}
       *[other] {" "}{ $credits }
    }{ $note ->
        [none] {""}
       *[other] （{ $note }）
    }
user-ask-limit = { $person } 每期免费多少点？请发送一个数字，或 default。
user-ban-sure = 禁用多久？
user-granted = 已加 { $credits } 点。
user-shut-out = { $until ->
        [none] 已永久禁用。
       *[other] 已禁用至 { MOMENT($until) }。
    }
user-unbanned = 已恢复。
button-limit = ⚖️ 限额…
button-ban = 🚫 禁用
button-unban = ✓ 恢复
button-ban-1d = 1 天
button-ban-1w = 1 周
button-ban-0 = 永久
menu-broadcast = 给所有人发消息
admin-broadcast = 📣 群发
admin-broadcast-ask = 要发给所有人什么？现在就发给我：文字、带说明的照片或其他内容都可以。
broadcast-no-copy = 这条消息无法复制；请发送文字，或单张带说明的图片。
broadcast-preview = 以上内容将发给 { $people } 人。
broadcast-nobody = 还没有可以接收的人：只有私聊过我的人才能收到。
broadcast-sending = 正在发送…
    { $bar } { $tried } / { $total }
broadcast-stopping = 不再发给其他人。
broadcast-cancelled = 不会发给任何人。
broadcast-done = 已发给 { $sent } / { $total } 人。
broadcast-stopped = 已停止。已发给 { $sent } / { $total } 人。
broadcast-lost = 上面的消息已被删除，无法继续复制。已发给 { $sent } / { $total } 人。
broadcast-unreachable = { $unreachable } 人无法送达：对方屏蔽了我，或账号已不存在。
broadcast-failed = { $failed } 人是否收到，无法得知。
button-send = 📣 发给 { $people } 人
button-not-send = 取消
button-stop = ✖ 停止

## 拒绝：没有开始，也没有扣点

refused-quota = { $renews_at ->
        [none] 你还剩 { $left } 点，这次需要 { $price } 点；请联系管理员，或用 /model 换个便宜些的模型。
       *[other] 你还剩 { $left } 点，这次需要 { $price } 点；免费点数将在{ WAIT($renews_at) }（{ MOMENT($renews_at) }）恢复。
    }
refused-group-quota = { $renews_at ->
        [none] 这个群还剩 { $left } 点，这次需要 { $price } 点；有余额的成员可以用 /give 分享。
       *[other] 这个群还剩 { $left } 点，这次需要 { $price } 点；免费点数将在{ WAIT($renews_at) }（{ MOMENT($renews_at) }）恢复，有余额的成员也可以用 /give 分享。
    }
refused-cap = 每位成员每天最多可用这个群的 { $cap } 点：你还剩 { $left } 点，这次需要 { $price } 点；{ WAIT($renews_at) }（{ MOMENT($renews_at) }）恢复。
refused-give = 只有长期有效的余额可以送人，你的余额是 { $balance } 点。
refused-fast = 每人每分钟最多 { $limit } 张，再快我就跟不上了；请{ WAIT($until) }再发，在那之前发来的我先不处理。
refused-access-invite = 我只为受邀的人服务：请向介绍你来的人或管理员要一个邀请链接，打开它即可。
refused-access-list = 我只为特定的人服务：如需使用，请联系管理员。
refused-invite = 这个邀请已经失效，请再要一个新的。
refused-waiting = 你已经有 { $limit } 张图片在处理，暂时不能再加了；等其中一张完成后再发吧。
refused-too-large = 这个文件超过了 { $limit_mb } MB，Telegram 不允许我下载这么大的文件；请发一个小一些的。
refused-file = 我只能修改图片（JPEG、PNG、WebP、HEIC、AVIF、TIFF、BMP、GIF）；请以照片或图片文件的形式发送。
refused-pictures = { $limit ->
        [0] { $model } 不接收图片，只接收文字
       *[other] { $model } 最多接收 { $limit } 张图片
    }，而你发了 { $given } 张；请少发几张，或用 /model 换个模型。
refused-picture-needed = { $model } 只能修改图片，不能凭文字作画；请把照片和文字一起发来，或用 /model 换个模型。
refused-prompt-needed = 请告诉我想怎么改：写在说明文字里，或者用文字回复那张图片。
refused-model = 这个模型已经下架，请用 /model 换一个。
refused-person = 我还不认识 { $person }，对方需要先给我发一条消息。
refused-amount = “{ $amount }”不是有效的点数。
refused-preset-name = 名字要有 1 到 { $limit } 个字符，请换一个发来。
refused-preset-taken = 你已经有一个叫“{ $name }”的收藏，请换个名字发来。
refused-preset-too-many = 最多收藏 { $limit } 个，已经满了；请先用 /presets 删掉一个。
refused-preset-unknown = 这个收藏已经不在了；发送 /presets 查看现有的。
refused-preset-nothing = 你还没有向我提过要求，没有可以收藏的；请先发一张图片并写上要求。
refused-not-yours = { $name ->
        [none] 这是别人的图片；发一张你自己的，就由你来操作了。
       *[other] 这是 { $name } 的图片；发一张你自己的，就由你来操作了。
    }
refused-not-your-buttons = { $name ->
        [none] 这些按钮是别人的；你自己发命令或图片，就有你自己的按钮。
       *[other] 这些按钮是 { $name } 的；你自己发命令或图片，就有你自己的按钮。
    }
refused-not-steering = 只有群管理员才能替所有成员选择。
refused-may-not-send = 这个群刚才不允许我发送图片；请让群管理员允许我发送照片，过几分钟再试。
refused-ended = 这个任务已经结束，不用再操作了。
refused-banned = 你目前不能使用我；如果觉得是误会，请联系本机器人的管理员。

## 失败：已受理但没有得到图片，点数已退回

failed-auth = 图像服务拒绝了我的访问，这不是你的问题；没有扣点，请换个模型，或过一阵再来。
failed-quota = 图像服务自己的额度用完了，这不是你的问题；没有扣点，请换个模型，或过一阵再来。
failed-rate-limited = 图像服务现在太忙；没有扣点，请一分钟后重试，或换个模型。
failed-content-policy = 模型因内容规则拒绝了这个请求；没有扣点，可以换个说法、换张图片或换个模型。
failed-bad-request = 模型处理不了这个请求；没有扣点，可以换个说法、换张图片或换个模型。
failed-upstream = 图像服务出了故障；没有扣点，请重试，或换个模型。
failed-timeout = 图像服务太久没有响应，我不再等了；没有扣点，请重试，或换个模型。
failed-no-image = 模型没有给出图片；没有扣点，可以换个说法，或换个模型。
failed-input-empty = 你发来的文件是空的；没有扣点，请重新发送。
failed-input-no-picture = 你发来的不是我能识别的图片；没有扣点，请发送 JPEG、PNG 或 WebP。
failed-input-damaged = 你发来的图片已损坏；没有扣点，请重新发送，或换一张。
failed-input-too-many-pixels = 你发来的图片像素太多；没有扣点，请发一张小一些的。
failed-input-too-large = 你发来的图片太大，我无法下载；没有扣点，请发送不超过 20 MB 的图片。
failed-input-gone = 我没能从 Telegram 取到你的图片；没有扣点，请重新发送。
failed-result = 模型生成的图片无法使用；没有扣点，请重试，或换个模型。
failed-delivery = 图片已经做好，但 Telegram 没有接收；没有扣点，请重试。
failed-group-right = 这个群不允许我发送图片；没有扣点，请让群管理员允许我发送照片。
failed-group-gone = 你要这张图片的那个群，我已经不在里面了；没有扣点，按“重试”，图片会发到这里。
failed-no-room = 我暂时没有空间存放图片；没有扣点，请过几分钟再试。
failed-model-gone = 等待期间，所选的模型已经下架；没有扣点，请用 /model 换一个。
failed-interrupted = 处理到一半时我被重启了，结果不明；没有扣点，请重试。
failed-unexpected = 我这边出了点问题（编号 { $incident }）；没有扣点，请重试，如果一直这样，请把编号告诉本机器人的管理员。

## 错误

error-internal = 我这边出了点问题（编号 { $id }）；请重试，如果一直这样，请把编号告诉本机器人的管理员。
error-storage = 我暂时无法记录任何内容，所以没有开始；没有扣点，请过几分钟再试。
startup = { $sentence }

## 警报（管理员）

alert-began = ⚠ 需要你处理：
alert-lasts = ⏳ 仍未解决：
alert-well = ✅ 已恢复：
alert-length = 始于{ AGO($since) }{ $edits ->
        [0] 。
       *[other] ，影响了 { $edits } 次修图。
    }
alert-more = ……另外还有 { $troubles } 项，见日志。
alert-key = { $gateway } 拒绝了{ $key ->
        [none] 它的密钥
       *[other] 第 { $key } 个密钥
    }（{ $status }）。{ $others ->
        [none] 没有其他网关可以代替，在此之前修图都会失败。
       *[other] 修图会改走其他网关。
    }请在 { $setting } 中换上新密钥，然后重启我。
alert-key-well = { $gateway } 重新接受{ $key ->
        [none] 它的密钥
       *[other] 第 { $key } 个密钥
    }了。
alert-right = { $gateway } 不允许{ $key ->
        [none] 它的密钥
       *[other] 第 { $key } 个密钥
    }使用 { $model }（{ $status }）。{ $others ->
        [none] 没有其他网关可以代替，在此之前用它的修图都会失败。
       *[other] 用它的修图会改走其他网关。
    }请在那边开通，或用 /models 关闭这个模型。
alert-right-well = { $gateway } 又可以使用 { $model } 了。
alert-credit = { $gateway } 的{ $key ->
        [none] 余额
       *[other] 第 { $key } 个密钥的余额
    }已用完（{ $status }）。{ $others ->
        [none] 没有其他网关可以代替，在此之前修图都会失败。
       *[other] 修图会改走其他网关。
    }请去充值，之后我会自动恢复使用。
alert-credit-well = { $gateway } 的{ $key ->
        [none] 余额
       *[other] 第 { $key } 个密钥的余额
    }又够用了。
alert-request = { $gateway } 不接受我为 { $model } 写的请求（{ $status }{ $detail ->
        [none] {""}
       *[other] ：{ $detail }
    }）。请检查设置中该模型的 id 和方言，或用 /models 关闭它。
alert-request-well = { $gateway } 又接受 { $model } 的请求了。
alert-certificate = { $gateway } 的证书不可信（{ $detail }），我不会向它发送任何内容。{ $others ->
        [none] 没有其他网关可以代替，在此之前修图都会失败。
       *[other] 修图会改走其他网关。
    }请检查它的地址和证书。
alert-certificate-well = { $gateway } 的证书恢复正常。
alert-breaker = { $gateway } 的 { $model } 一再失败（{ $fault }）。{ $others ->
        [none] 我会继续尝试。
       *[other] 会先问其他网关。
    }用 /gateways 查看网关状态。
alert-breaker-well = { $gateway } 的 { $model } 恢复正常。
alert-delivery = Telegram 不接收结果：多个聊天中的修图都没能送达。没有扣任何人的点数，原因见日志。
alert-delivery-well = Telegram 又能接收结果了。
alert-telegram = 曾有 { $minutes } 分钟连不上 Telegram。大家发的消息会留在那边，请检查网络。
alert-telegram-well = 又能连上 Telegram 了。
alert-storage = 数据库或磁盘出错：{ $detail }。已接受的内容不会丢失，请检查 data_dir 所在的磁盘。
alert-storage-well = 数据库和磁盘恢复正常。
alert-disk = 磁盘快满了：只剩 { $free } MB。请腾出空间，或调低 results.max_mb。
alert-disk-well = 磁盘又有空间了。
alert-inbox = 我处理不过来：有人的消息已等了 { $seconds } 秒。请查看日志和机器的负载。
alert-inbox-well = 我又跟得上了。
alert-private = { $gateway } 的回答里有一个指向 { $name } 的链接，那是内网地址，我没有打开。如果那是你自己的服务器，请把它加入 results.allowed_hosts。
alert-private-well = 一小时来 { $gateway } 没有再发来指向 { $name } 的链接。
alert-ledger = 点数有 { $differences } 处对不上。darkroom check --ledger 会逐一列出。
alert-ledger-well = 所有点数又对得上了。
alert-stars = 有人为我不认识的东西付了 { $stars } 个 Telegram Stars。用 /refund { $name } 可以退回。
alert-stars-well = 付款 { $name } 已经了结。
