# 人會讀到的每一個字都在這裡，與 en.ftl 一一對應；採臺灣用語。

language-name = 繁體中文

## Telegram 選單裡的指令

menu-start = 打聲招呼
menu-help = 看看我會什麼
menu-model = 選擇圖片模型
menu-settings = 比例、張數、照片或檔案、說明文字
menu-quota = 查看剩餘點數
menu-history = 查看最近的修圖紀錄和花費的點數
menu-give = 把自己的點數送給群組
menu-imagine = 用文字畫一張圖
menu-edit = 修改你所回覆的圖片
menu-again = 把上一次的再做一遍，或換個說法
menu-compare = 一張圖片，多個模型
menu-presets = 收藏的效果，隨時再用
menu-cancel = 停止正在處理的工作
menu-language = 選擇語言
menu-privacy = 我保留了你的哪些資料，以及如何刪除
menu-grant = 發點數給使用者
menu-limit = 設定使用者的免費點數
menu-invite = 產生邀請連結
menu-invites = 列出並終止邀請連結
menu-models = 列出模型，包括缺少的
menu-gateways = 查看閘道狀態
menu-stats = 查看最近幾天的統計

## 按下「開始」之前 Telegram 顯示的內容

bot-description =
    傳一張照片，在說明文字裡寫上想怎麼改，我就把修好的圖傳回給你。

    • 去背、修復老照片、變成水彩畫：用你自己的話說就行
    • 回覆任何成品，就能接著修改
    • 只傳文字，我會畫一張新圖
    • 群組裡也能用，圖片模型任你選

    按下「開始」，傳張照片試試吧。
bot-short-description = 傳一張照片，說說想怎麼改，馬上收到修好的圖。私訊、群組都能用。

## 問候與說明

start =
    { $name }，你好！我是修圖機器人。

    傳一張照片，在說明文字裡寫上想怎麼改就行，例如「改成黑白照片」。
    只傳文字的話，我會畫一張新圖。

    更多用法請看 /help。
help =
    照片＋說明文字：照你寫的修改照片。
    只傳照片：我會問你想怎麼改。
    只傳文字：我會照著畫一張圖。
    以檔案傳送的圖片：一樣處理，成品也以檔案傳回，保留完整畫質。
    用文字回覆任何一張圖片：我會修改那張圖，成品也可以這樣接著改。

    /model – 選擇圖片模型（目前：{ $model }）
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    在群組裡，請標記我、回覆我，或使用 /edit 或 /imagine。
unknown-command = 我不認得這個指令，傳送 /help 看看我會什麼。

## 選擇

model-choose =
    想用哪個模型修圖？數字是每張圖片所需的點數。
    目前：{ $model }
model-unavailable = 目前這裡無法使用：{ $models }。
model-option = { $title } · { $price }
model-chosen = 已換成 { $model }。
language-choose = 想讓我說哪種語言？
language-auto = 跟著 Telegram
language-chosen = 從現在起我說繁體中文。

## 群組

group-hello =
    大家好！我在這裡幫忙修圖。
    回覆任何一張圖片，標記 @{ $name } 並寫上想怎麼改；也可以寫在你自己圖片的說明文字裡。
    用 /edit，或回覆我傳的圖片，也一樣；其他訊息我不會插嘴。
group-hello-privacy =
    大家好！我在這裡幫忙修圖。
    回覆任何一張圖片，寫上 /edit@{ $name } 和想怎麼改；或用文字回覆我傳的圖片。
    其他訊息 Telegram 不會給我看，除非把我也設為管理員：到時在任何文字和說明裡標記 @{ $name } 都有效。
group-nobody = 我看不到你是誰，不知道該用誰的點數；請用你自己的身分發言，不要用群組或頻道的身分。
group-model-choose =
    這個群組要用哪個模型修圖？對所有人都有效；數字是每張圖片所需的點數。
    目前：{ $model ->
        [none] 各人自己選
       *[other] { $model }
    }
group-model-own = 各人自己選
group-model-chosen =
    { $model ->
        [none] 這個群組恢復由各人用自己選的模型。
       *[other] 這個群組現在使用 { $model }。
    }
group-model-here = 這個群組用 { $model } 修圖，是群組管理員選的。你自己選的 { $own } 在其他地方有效。
group-privately = 我沒辦法在群組「{ $title }」裡回覆你：

## 設定

settings =
    你的修圖設定。
    以下是 { $model } 支援的選項；寫在文字裡的要求（例如 --ar 16:9）優先。
settings-group =
    本群組所有人的修圖設定，優先於各人自己的設定。
    以下是 { $model } 支援的選項；寫在文字裡的要求（例如 --ar 16:9）優先。
settings-kept = 已為支援的模型保留：{ $settings }
settings-here =
    { $settings ->
        [none] 你在這裡使用 { $model }，沒有其他設定；你在私訊裡用 /settings 做的設定在這裡也有效。
       *[other] 你在這裡使用 { $model }，設定為：{ $settings }；群組沒有規定的，可以在私訊裡用 /settings 設定。
    }
settings-saved = 記下了。
settings-line = { $setting }：{ $value }
settings-defaults = ↺ 恢復預設
settings-own = 各人自己的設定
settings-ratio = 比例
settings-ratio-default = 和照片一樣
settings-ratio-ask = 成品要什麼比例？
settings-size = 尺寸
settings-size-default = 由模型決定
settings-size-ask = 要 { $model } 做成什麼尺寸？
settings-quality = 品質
settings-quality-default = 由模型決定
settings-quality-ask = 要 { $model } 做成什麼品質？
settings-style = 風格
settings-style-default = 由模型決定
settings-style-ask = 要 { $model } 用什麼風格？
settings-count = 張數
settings-count-default = 1
settings-count-ask = 每次要幾張圖？按張計價。
settings-form = 傳送方式
settings-form-default = 和傳來時一樣
settings-form-ask = 照片方便瀏覽，檔案保留完整畫質。預設情況下，照片以照片傳回，檔案以檔案傳回。
settings-caption = 說明文字
settings-caption-default = 顯示
settings-caption-ask = 要在成品下方顯示模型、時間和點數嗎？
settings-quote = 說明裡的原文
settings-quote-default = 顯示
settings-quote-ask = 要在成品下方以摺疊方式顯示你的文字嗎？
settings-value-photo = 照片
settings-value-file = 檔案
settings-value-on = 顯示
settings-value-off = 不顯示

## 隱私

privacy =
    我會保留你的這些資料：
    • 圖片（你傳來的和成品）：{ $pictures ->
       *[other] { $pictures } 小時
    }，處理時使用，出錯時也能補傳。
    • 工作失敗時，我傳給圖片服務的要求和它的回覆（不含圖片）：保留同樣長的時間，讓管理員查明原因。
    • 你的訊息：回覆之後就刪除；我讀不懂的保留 { $letters ->
       *[other] { $letters } 小時
    }。
    • 你的名字、你的要求、你收藏的效果，以及成品所在的訊息，方便你接著修改：直到你刪除為止。
    • 你的數字 ID、語言和模型的選擇，以及得到和用掉的點數：長期保留。

    你的圖片和文字會傳給製作成品的圖片服務。本機器人的管理員可能會保留備份。

    傳送 /privacy delete，我會立刻刪除你的圖片、文字和名字，並取消正在為你處理的工作。
privacy-sure = 刪除後無法復原，先前成品上的按鈕也會失效。
privacy-done = 你的圖片、文字和名字已刪除。{ $cancelled ->
        [0] {""}
       *[other] 已取消 { $cancelled } 項工作，沒有扣點。
    }留下的只有你的數字 ID、設定和點數。

## 點數

quota = 你現在有 { $left } 點可用。
quota-free =
    免費點數：{ $period ->
        [day] 今天
        [week] 本週
        [month] 本月
       *[never] 總共
    }還剩 { $left } / { $free } 點{ $renews_at ->
        [none] 。
       *[other] ，{ WAIT($renews_at) }（{ MOMENT($renews_at) }）補滿。
    }
quota-later =
    你的 { $free } 點免費點數將在 { WAIT($begins_at) }（{ MOMENT($begins_at) }）到帳。
quota-balance = 餘額：{ $balance } 點，不會過期。
quota-held = 處理中的工作暫扣：{ $held } 點。
quota-spent = 最近 { $days } 天用掉：{ $spent } 點。

## 最近的紀錄和花費

history = 你最近的紀錄，最新的在最前面：
history-here = 你在本群組最近的紀錄，最新的在最前面：
history-none = 這裡還沒有你的紀錄。傳一張照片，告訴我想怎麼改吧。
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = 「{ $words }」
history-paid = { $price } 點
history-free = 免費
history-group = 由群組支付（{ $price } 點）
history-working =
    處理中，{ $price ->
        [0] 免費
       *[other] 暫扣 { $price } 點
    }
history-cancelled = 沒有扣點：已取消
history-failed = 沒有扣點：{ $why }
history-gone = 我已經找不到那個成品了。
why =
    { $error ->
        [failed-auth] 服務拒絕存取
        [failed-quota] 服務額度用完
        [failed-rate-limited] 服務太忙
        [failed-content-policy] 內容規範
        [failed-bad-request] 看不懂要求
        [failed-upstream] 服務故障
        [failed-timeout] 等太久
        [failed-no-image] 沒有給出圖片
        [failed-input-empty] 空檔案
        [failed-input-no-picture] 不是圖片
        [failed-input-damaged] 圖片損壞
        [failed-input-too-many-pixels] 像素太多
        [failed-input-too-large] 檔案太大
        [failed-input-gone] Telegram 上沒有圖片
        [failed-result] 成品無法使用
        [failed-delivery] Telegram 沒有接收
        [failed-group-right] 在群組裡沒有傳送權限
        [failed-group-gone] 已不在群組裡
        [failed-no-room] 空間不足
        [failed-model-gone] 模型已下架
        [failed-interrupted] 因重新啟動而停止
       *[other] 其他問題
    }

## 圖表：字要少

chart-day = { DAY($at) }
chart-spent = 每天用掉的點數
chart-free = 每天免費 { $free } 點
chart-edits = 每天的工作
chart-done = 完成
chart-failed = 失敗
chart-cancelled = 取消
chart-people = 每天的使用者
chart-failures = 失敗原因
quota-group =
    這個群組現在有 { $left } 點可用。
quota-cap = 你個人：每位成員每天可用其中 { $cap } 點，你還剩 { $left } 點。
quota-spenders =
    { $period ->
        [day] 今天
        [week] 本週
        [month] 本月
       *[never] 到目前為止
    }用最多的人：
quota-spender = • { $name }：{ $spent }
quota-nameless = 以群組名義
give-usage = /give 點數 – 把你自己餘額裡的點數轉給這個群組，例如：/give 20
give-nowhere = 請在群組裡使用 /give：送出的點數就歸那個群組。
give-done =
    謝謝！你送出了 { $given } 點；這個群組現在有 { $left } 點可用。

## 問與答

ask-what =
    { $count ->
        [1] 想怎麼改這張圖片？
       *[other] 想怎麼改這 { $count } 張圖片？
    }直接寫下來，或按一個按鈕。
ask-what-group =
    { $count ->
        [1] 想怎麼改這張圖片？
       *[other] 想怎麼改這 { $count } 張圖片？
    }請回覆這則訊息寫下要求，或按一個按鈕。
ask-fewer =
    你傳了 { $given } 張圖片，而 { $model } { $limit ->
        [0] 不收圖片，只收文字
       *[other] 最多收 { $limit } 張
    }。要怎麼做呢？目前沒有扣點。
album-left-out = 相簿裡有 { $count } 項不是圖片，我先略過了。
gif-first-frame = 動圖我只修改第一格。
imagine-usage = 請在指令後面寫上想畫什麼，例如：/imagine 雪地裡的一隻狐狸
edit-usage = 請用 /edit 回覆一張圖片，並寫上想怎麼改，例如：/edit 把天空改成紅色
cancel-none = 沒有可以取消的工作。
cancel-late = 來不及取消了，圖片正在傳給你。
cancel-done = { $count ->
       *[other] 已取消 { $count } 項工作，沒有扣點。
    }

## 現成的效果：按鈕上的字，以及交給模型的要求

ready-background = ✂️ 去背
ready-background-prompt = 完全去除背景，沿邊緣把主體乾淨地去背，放在純白背景上。主體本身維持原樣，不要更動。
ready-restore = 🩹 修復老照片
ready-restore-prompt = 修復這張老照片：去除刮痕、灰塵、污漬、摺痕和褪色，恢復清晰度與自然的色調。人物的面貌、衣著和場景都要忠於原照。
ready-colour = 🎨 黑白上色
ready-colour-prompt = 幫這張黑白照片上色，顏色自然可信，其他一切維持原樣。
ready-sharper = 🔍 變清晰
ready-sharper-prompt = 讓這張圖片更清晰：去除雜訊、模糊和壓縮痕跡，還原細節，但不要改變畫面內容。
ready-vivid = 🌈 明亮鮮豔
ready-vivid-prompt = 讓這張照片更明亮、更鮮豔：曝光均衡，色彩飽滿而自然，對比清楚。畫面內容維持不變。
ready-portrait = 👔 專業形象照
ready-portrait-prompt = 把它變成一張專業形象照：整潔的商務穿著、柔和的棚燈、簡潔的中性背景。人物的五官和長相必須維持原樣。
ready-anime = 🌸 動漫
ready-anime-prompt = 把這張圖片重新畫成細膩的動漫插畫，線條乾淨、色彩柔和。保留構圖、姿勢和人物的辨識度。
ready-watercolour = 💧 水彩
ready-watercolour-prompt = 把這張圖片變成一幅畫在紋理紙上的清新水彩畫，顏料自然暈染，邊緣柔和。保留構圖。
ready-cartoon = 🧸 3D 卡通
ready-cartoon-prompt = 把這張圖片變成現代 3D 動畫電影的一格畫面：圓潤可愛的造型、溫暖的光線、生動的表情。人物要認得出來，構圖不變。
ready-pencil = ✏️ 鉛筆素描
ready-pencil-prompt = 把這張圖片變成一幅白紙上的精細鉛筆素描，有排線和柔和的明暗。保留構圖。
ready-oil = 🖼 油畫
ready-oil-prompt = 把這張圖片變成一幅古典油畫，筆觸清晰、色彩濃郁、光線溫暖。保留構圖。
ready-pixel = 👾 像素風
ready-pixel-prompt = 把這張圖片變成經典電玩那樣的 16 位元像素畫，顏色有限，像素方塊清楚。保留構圖。
ready-mono = ⚫ 黑白
ready-mono-prompt = 把這張照片變成有質感的黑白照片，層次豐富，帶有底片的色調。畫面內容維持不變。
ready-sunset = 🌇 夕陽光線
ready-sunset-prompt = 重新打光，讓這張照片像在日落時拍的：溫暖的金色光線、柔和的長影，看得到天空的地方有晚霞。其餘維持不變。
ready-comic = 💥 漫畫
ready-comic-prompt = 把這張圖片重新畫成漫畫：粗黑的墨線、網點、鮮明的平塗色彩。保留構圖，不要加上文字。
ready-clay = 🏺 黏土
ready-clay-prompt = 把這張圖片變成用彩色黏土做的定格動畫場景，看得到指紋，棚燈柔和。人物要認得出來，構圖不變。
ready-figure = 🎎 公仔
ready-figure-prompt = 把畫面主體變成一個逼真的收藏公仔，站在圓形透明底座上，擺在書桌上，旁邊放著印有圖案的包裝盒，室內光線柔和。保留長相、衣著和姿勢。
ready-sticker = 🏷 貼圖
ready-sticker-prompt = 把畫面主體變成一張可愛的軋型貼紙：造型簡潔有力、輪廓乾淨、有厚厚的白邊，背景素色。

## 收藏的效果

presets = 你收藏的效果。按一個，就用在我正在問的那張圖片上，或用在你接下來傳的圖片上。
presets-none = 你還沒有收藏任何效果。遇到想再用的要求，可以在這裡取個名字存起來。
presets-manage = 想把哪一個改名或刪除？
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    要取什麼名字？

    { $prompt }
preset-ask-new-name = 「{ $name }」以後要叫什麼？
preset-saved = 已存為「{ $name }」。傳送 /presets 查看全部收藏。
preset-renamed = 現在叫「{ $name }」。
preset-send-picture = 傳一張圖片來，我就套用「{ $name }」。

## 處理過程中

status-waiting = 排隊中，前面還有 { $ahead } 個…
status-next = 排隊中，下一個就輪到你…
status-then =
    { $unit ->
        [minutes] 之後大約需要 { $amount } 分鐘。
       *[seconds] 之後大約需要 { $amount } 秒。
    }
status-developing = 沖洗中…
status-usual =
    { $bar } { $unit ->
        [minutes] 大約 { $amount } 分鐘
       *[seconds] 大約 { $amount } 秒
    }
status-longer = { $bar } 比平常久一些…
status-progress = 沖洗中…
    { $bar } { $percent }%
status-queued = 正在等待模型，前面還有 { $queue } 個…
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } 秒
    }{ $left ->
        [none] { "" }
       *[other] { " " }· 還剩 { $left } 點
    }
caption-off = 接下來呢？
original-coming = 檔案馬上傳給你。
original-gone =
    模型做出來的檔案我保留 { $hours ->
       *[other] { $hours } 小時
    }，這一個已經不在了。
undo-version = ↩ 回到「{ $prompt }」
undo-original = ↩ 回到原圖
undo-gone = Telegram 不再提供前一張圖片了；如果你還看得到，請用文字回覆那張圖。

## 成品

words-of-model = 模型的回答：
    { $words }
other-choose = 想換哪個模型重做？數字是所需的點數。
again-none = 這裡還沒有可以再做一次的。傳一張照片，在說明文字裡寫上想怎麼改。
compare-usage = 請用 /compare 回覆一張圖片並寫上想怎麼改，或寫在照片下方，例如：/compare 改成水彩畫
compare-too-few =
    { $given ->
        [1] 這裡只有一個模型能修圖，沒有可以比較的。
       *[other] 這裡能一次收 { $given } 張圖片的模型不到兩個；請少傳幾張。
    }
compare-ask = 要比較哪些模型？選兩到四個。數字是所需的點數，失敗的不扣點。
compare-start =
    比較 · { $price ->
       *[other] { $price } 點
    }
compare-most = 一次最多 { $most } 個，請先去掉一個。
compare-changed = 模型或價格剛剛有變動，請再看一次。
compare-begun = 比較中…
compare-status = 比較中… { $of } 個已完成 { $done } 個
compare-done = 你最喜歡哪一張？
compare-none = 這些模型都沒有做出圖片；沒有扣點，請重試，或換個說法。
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } 秒
    }{ $price ->
        [0] { "" }
       *[other] { " " }· { $price } 點
    }
compare-failed =
    • { $model }：{ $reason ->
        [failed-content-policy] 因內容規範拒絕
        [failed-timeout] 等太久
        [failed-rate-limited] 太忙
        [failed-no-image] 沒有給出圖片
       *[none] 沒有成功
    }，沒有扣點
compare-keep = ✓ 就用 { $model }

## 按鈕

button-again = 🔁 再來一張
button-retry = 🔁 重試
button-other = 🎛 換個模型
button-original = 📄 原始檔案
button-undo = ↩ 復原
button-cancel = ✖ 取消
button-more = 更多 ›
button-first =
    { $limit ->
        [1] 只用第一張
       *[other] 只用前 { $limit } 張
    }
button-save-preset = 💾 收藏上一次的要求
button-manage-presets = ✏️ 改名或刪除
button-rename = ✏️ 改名
button-delete = 🗑 刪除
button-delete-sure = 🗑 對，刪除
button-forget = 🗑 刪除我的資料
button-forget-sure = 🗑 對，全部刪除
button-back = ‹ 返回
button-older = 更早 ›
button-newer = ‹ 較新
button-revoke = ✖ 終止 { $number } 號
press-started = 馬上開始。
press-twice = 已經在處理了。
press-old = 這個按鈕已經失效，請重新傳送圖片。

## Telegram Stars

menu-buy = 用 Telegram Stars 購買點數
menu-terms = 點數的販售條款
menu-paysupport = 付款遇到問題怎麼辦
menu-refund = 退還一筆付款
help-buy = /buy – 用 Telegram Stars 購買更多點數
privacy-payments = 你用 Telegram Stars 付的款和退款會長期保留：時間、金額和付款編號。付款方式只有 Telegram 知道。
button-buy = ⭐ 購買點數
pack-option = { $credits } 點 · ⭐ { $stars }
button-refund = ↩ 退還 ⭐ { $stars }
button-refund-not = ✖ 不退了
buy =
    想買哪一種？買來的點數不會過期，免費點數用完後才會用到。
    付款即表示同意 /terms 的條款。遇到問題請看 /paysupport
buy-line = • { $title }：{ $credits } 點 · ⭐ { $stars }
buy-privately = 購買點數請到我們的私訊，這樣別人看不到。
buy-changed = 販售的內容剛剛有變動，請重新看一下。
invoice-title = { $credits } 點
invoice-description = { $credits } 點，用來修圖和畫圖。不會過期，失敗不扣點。
payment-done =
    謝謝！{ $credits } 點已到帳：你現在有 { $left } 點可用，餘額 { $balance } 點。
    付款編號：{ $charge }
payment-unclear =
    你付的 ⭐ { $stars } 已收到，但我無法確定買的是什麼，所以沒有加點數。{ $support ->
        [none] 請聯絡本機器人的管理員，
       *[other] 請聯絡 { $support }，
    }就會退款給你。付款編號：{ $charge }
payment-back = 你付的 ⭐ { $stars } 已退還，並收回 { $credits } 點；你的餘額現在是 { $balance } 點。付款編號：{ $charge }
quota-debt = 餘額：−{ $debt } 點，因為有一筆付款在點數用掉之後退還了。之後買的點數會先補上這部分；免費點數照常可用。
terms =
    販售條款

    • 點數用來支付我修改或繪製的圖片。每個模型有自己的價格，選擇之前就看得到。
    • 失敗不扣點：點數立刻退回。
    • 買來的點數不會過期。點數不是貨幣，不能兌換現金。
    • 如果你改變主意或遇到問題，請照 /paysupport 的說明聯絡我們：沒用掉的部分可以用 Telegram Stars 退還。
    • 圖片會傳給圖片服務處理，適用它們的內容規範，成品可能和你想要的不同。
    • 賣方是本機器人的管理員，不是 Telegram。
paysupport =
    付款有問題，或想要退款？{ $support ->
        [none] 請聯絡本機器人的管理員，
       *[other] 請聯絡 { $support }，
    }並附上付款編號。在這裡買的東西，Telegram 官方客服無法處理。
paysupport-line =
    { $credits } 點 · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] { " " }· 已退還
        [refunding] { " " }· 退還中
       *[paid] { "" }
    }
    { $charge }
refund-usage = /refund 編號 [原因] – 「編號」是付款編號，買家用 /paysupport 可以看到。
refund-sure = { $credits } 點中已用掉 { $spent } 點；餘額會變成 { $after } 點。還是要退還 ⭐ { $stars } 嗎？
refund-done = ⭐ { $stars } 已退還，收回了 { $credits } 點；餘額現在是 { $balance } 點。
till-refused = Telegram 沒有退還這些 Stars，所以什麼都沒變；它的回覆是「{ $detail }」。
till-unknown = Telegram 沒有說是否已退還這些 Stars。我已經記下，會一直詢問到完成為止。
refused-payment-forged = 我無法確定這張帳單買的是什麼，所以沒有付款；請用 /buy 重新取得一張。
refused-payment-buyer = 這張帳單是別人的，所以沒有付款；請用 /buy 取得你自己的。
refused-payment-changed = 這個方案已經不以這個價格販售，所以沒有付款；請用 /buy 重新看一下。
refused-payment-used = 這張帳單已經付過，或正在付款，所以沒有重複付款；請用 /buy 取得新的一張。
refused-refund-unknown = 找不到這個編號的付款。
refused-refund-done = 這筆付款已經退還過了。

## 管理

grant-usage = /grant 使用者 點數 [原因] – 「使用者」是數字 ID 或 @使用者名稱，也可以直接回覆那個人的訊息。
grant-done = { $name }（{ $person }）現在有 { $left } 點可用，其中 { $balance } 點不會過期。
limit-usage = /limit 使用者 點數，或 /limit 使用者 default – 「使用者」是數字 ID 或 @使用者名稱，也可以直接回覆那個人的訊息。
limit-done = { $name }（{ $person }）現在每期有 { $free } 點免費點數，還有 { $left } 點可用。
invite-usage = /invite [點數] [人數] – 產生邀請連結，每人進來可得這麼多點；不寫數字就是一個人、沒有點數。
invite-made =
    這個連結在 { MOMENT($until) } 之前可以讓 { $uses } 人進來{ $credits ->
        [0] { "" }
       *[other] ，每人可得 { $credits } 點
    }。用 /invites 可以提前終止。
invite-welcome =
    歡迎加入！{ $credits ->
        [0] { "" }
       *[other] 你有 { $credits } 點，不會過期。
    }
invites-none = 目前沒有有效的邀請。用 /invite 產生一個。
invites-line =
    { $number }. { $uses } 人中已來 { $used } 人，每人 { $credits } 點，到 { MOMENT($until) } 為止：{ $link }
invite-revoked = 這個連結不會再讓任何人進來了。
models-heading = 模型、每張點數、方言和閘道：
models-line = { $title }（{ $model }）· { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ 沒有閘道提供
        [link] {" "}· ⚠ 需要公開連結：請設定 web.public_url 或 links.bucket
       *[none] {""}
    }
models-silent = 以下閘道沒有說明提供哪些模型：{ $gateways }
gateways-offers = { $name }：{ $models } 個模型
gateways-silent = { $name }：⚠ 沒有說明提供哪些模型（{ $fault }）
gateways-seconds = 每張圖片約 { $seconds } 秒（最近幾次的中位數）。
gateways-fault = 最近一次故障：{ $fault }，{ MOMENT($at) }。
gateways-rest = { $model } 暫停使用至 { MOMENT($until) }，先問其他閘道。
gateways-keys = 暫時停用的金鑰：{ $aside } / { $keys }。
stats-usage = /stats [天數] – 1 到 90 天，不寫就是 7 天。
stats = 最近 { $days } 天：{ $edits } 項工作
stats-ends = 完成 { $done }，失敗 { $failed }，取消 { $cancelled }，處理中 { $unfinished }
stats-success = 成功率：{ $percent }%
stats-people = 使用者：{ $people }；新使用者：{ $newcomers }
stats-credits = 用掉的點數：{ $credits }
stats-models = 模型：{ $models }
stats-failures = 失敗原因：{ $failures }
stats-item = { $name } { $count }
menu-ban = 停用某位使用者
menu-unban = 恢復某位使用者
ban-usage = /ban 使用者 [期間] [原因] – 「使用者」是數字 ID 或 @使用者名稱，也可以直接回覆那個人的訊息；期間寫成 12h、3d 或 2w，不寫就是永久。原因只有管理員看得到。
ban-done =
    { $name }（{ $person }）已被{ $until ->
        [none] 永久停用
       *[other] 停用至 { MOMENT($until) }
    }；等待中的工作已取消。
unban-usage = /unban 使用者 – 「使用者」是數字 ID 或 @使用者名稱，也可以直接回覆那個人的訊息。
unban-done = { $name }（{ $person }）可以重新使用我了。
unban-none = { $name }（{ $person }）沒有被停用。
refused-banned-until = 在 { MOMENT($until) } 之前你不能使用我；如果覺得是誤會，請聯絡本機器人的管理員。
refused-ban-admin = 這個人是管理員；請先從設定中移除。
models-off = ○ 已關閉
models-asleep = ○ 所屬閘道均已關閉
gateways-off = ○ 已關閉：不會向它要圖片。
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } 已開啟。
switched-off = { $name } 已關閉。
switched-off-with = { $name } 已關閉，其他閘道都沒有的模型也一併停用：{ $models }
refused-gateway = 這個閘道已經不在設定裡。
refused-last =
    關閉這個{ $kind ->
        [gateway] 閘道
       *[model] 模型
    }之後就沒有可選的了；請先開啟另一個。
menu-admin = 管理員的所有功能，用按鈕操作
menu-user = 查看某位使用者的狀況
admin = 要做什麼？
admin-health =
    今天：{ $edits } 項工作，失敗 { $failed }，處理中 { $waiting }。{ $ill ->
        [none] 閘道正常。
       *[other] ⚠ 有問題：{ $ill }
    }
admin-stats = 📊 統計
admin-user = 👤 使用者
admin-grant = ➕ 發點數
admin-limit = ⚖️ 額度
admin-ban = 🚫 停用
admin-models = 🎛 模型
admin-gateways = 🔌 閘道
admin-fresh = ↻ 重新整理
admin-console = 🖥 主控台
menu-console = 在瀏覽器中打開主控台
console = 這是進入主控台的連結：五分鐘內有效，只能用一次。打開它的人會以你的身分登入，請不要交給別人。
console-near = 這是進入主控台的連結：五分鐘內有效，只能用一次。打開它的人會以你的身分登入，請不要交給別人。它只能在我所在的機器上打開，或透過 SSH 通道；想在任何地方打開，請設定 web.public_url。
console-private = 主控台的登入連結不能讓別人看到：請在私訊裡傳 /console 給我。
console-insecure = 主控台已啟用，但無法從這個網址登入：瀏覽器只在 https 下保持登入。請把 web.public_url 設為 https:// 開頭的網址。
admin-user-ask = 要查誰？請傳數字 ID 或 @使用者名稱給我。
admin-grant-ask = 要發多少點給誰，為什麼？請傳給我：使用者 點數 [原因]
admin-limit-ask = 誰的每期免費點數要改成多少？請傳給我：使用者 點數，或 使用者 default
admin-ban-ask = 要停用誰、多久、為什麼？請傳給我：使用者 [期間] [原因]，期間寫成 12h、3d 或 2w。
user-usage = /user 使用者 – 「使用者」是數字 ID 或 @使用者名稱，也可以直接回覆那個人的訊息。
user =
    { $name }{ $username ->
        [none] { "" }
       *[other] { " " }· { $username }
    } · { $person }
user-chosen =
    語言：{ $language ->
        [none] –
       *[other] { $language }
    } · 模型：{ $model ->
        [none] 未選擇
       *[other] { $model }
    }
user-seen = 首次出現：{ AGO($met) } · 最近出現：{ AGO($seen) }
user-never = 這個人從來沒有傳訊息給我。
user-banned =
    🚫 { $until ->
        [none] 已永久停用
       *[other] 已停用至 { MOMENT($until) }
    }{ $why ->
        [none] { "" }
       *[other] ：{ $why }
    }
user-unreachable = ⚠ 我無法傳訊息給這個人：對方封鎖了我，或帳號已不存在。
user-credits = 點數：免費還剩 { $left } / { $free }，不會過期 { $balance }，暫扣 { $held }
user-limit = 個人額度：每期免費 { $limit } 點
user-edits = 最近的紀錄：
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = 最近的帳目：
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] 暫扣
        [settle] 扣點
        [release] 退回
        [grant] 發點數
        [limit] 額度
       *[other] { $kind }
    }{ $credits ->
        [none] { "" }
       *[other] { " " }{ $credits }
    }{ $note ->
        [none] { "" }
       *[other] （{ $note }）
    }
user-ask-limit = { $person } 每期要有多少免費點數？請傳一個數字，或「default」。
user-ban-sure = 要停用多久？
user-granted = 已發 { $credits } 點。
user-shut-out =
    { $until ->
        [none] 已永久停用。
       *[other] 已停用至 { MOMENT($until) }。
    }
user-unbanned = 已恢復。
button-limit = ⚖️ 額度…
button-ban = 🚫 停用
button-unban = ✓ 恢復
button-ban-1d = 1 天
button-ban-1w = 1 週
button-ban-0 = 永久
menu-broadcast = 傳訊息給所有人
admin-broadcast = 📣 群發
admin-broadcast-ask = 要傳什麼給所有人？現在就傳給我：文字、附說明文字的照片，或其他任何內容都可以。
broadcast-no-copy = 這則訊息我無法複製；請傳文字，或單張附說明文字的圖片。
broadcast-preview = 以上內容將傳給 { $people } 人。
broadcast-nobody = 還沒有可以接收的人：只有私訊過我的人才收得到。
broadcast-sending =
    傳送中…
    { $bar } { $tried } / { $total }
broadcast-stopping = 不會再傳給其他人。
broadcast-cancelled = 不會傳給任何人。
broadcast-done = 已傳給 { $total } 人中的 { $sent } 人。
broadcast-stopped = 已停止。已傳給 { $total } 人中的 { $sent } 人。
broadcast-lost = 上面的訊息已經不在，我無法繼續複製。已傳給 { $total } 人中的 { $sent } 人。
broadcast-unreachable = 有 { $unreachable } 人無法送達：對方封鎖了我，或帳號已不存在。
broadcast-failed = 有 { $failed } 人不確定是否收到。
button-send = 📣 傳給 { $people } 人
button-not-send = 取消
button-stop = ✖ 停止

## 拒絕：沒有開始，也沒有扣點

refused-quota = { $renews_at ->
        [none] 你還剩 { $left } 點，這次需要 { $price } 點；請聯絡管理員，或用 /model 換個便宜一點的模型。
       *[other] 你還剩 { $left } 點，這次需要 { $price } 點；免費點數將在 { WAIT($renews_at) }（{ MOMENT($renews_at) }）補滿。
    }
refused-group-quota =
    { $renews_at ->
        [none]
            這個群組還剩 { $left } 點，這次需要 { $price } 點；有餘額的人可以用 /give 分享。
       *[other]
            這個群組還剩 { $left } 點，這次需要 { $price } 點；免費點數將在 { WAIT($renews_at) }（{ MOMENT($renews_at) }）補滿，有餘額的人也可以用 /give 分享。
    }
refused-cap =
    每位成員每天最多用這個群組的 { $cap } 點：你還剩 { $left } 點，這次需要 { $price } 點；{ WAIT($renews_at) }（{ MOMENT($renews_at) }）補滿。
refused-give =
    只有不會過期的點數才能送人，這種點數你有 { $balance } 點。
refused-fast =
    每個人每分鐘最多 { $limit } 項；下一項請在 { WAIT($until) }傳來，在那之前的我會先略過。
refused-access-invite = 我只為受邀的人服務：請向介紹我給你的人或管理員要一個邀請連結，然後打開它。
refused-access-list = 我只為特定的人服務：請管理員讓你加入。
refused-invite = 這個邀請已經失效，請要一個新的。
refused-waiting = 你已經有 { $limit } 張圖片在處理，暫時不能再加了；等其中一張完成後再傳吧。
refused-too-large = 這個檔案超過 { $limit_mb } MB，Telegram 不讓我下載這麼大的檔案；請傳小一點的。
refused-file = 我只能修改圖片（JPEG、PNG、WebP、HEIC、AVIF、TIFF、BMP、GIF）；請以照片或圖片檔傳送。
refused-pictures = { $limit ->
        [0] { $model } 不收圖片，只收文字
       *[other] { $model } 最多收 { $limit } 張圖片
    }，而你傳了 { $given } 張；請少傳幾張，或用 /model 換個模型。
refused-picture-needed = { $model } 只能修改圖片，沒辦法光憑文字作畫；請把照片和文字一起傳來，或用 /model 換個模型。
refused-prompt-needed = 請告訴我想怎麼改：寫在說明文字裡，或用文字回覆那張圖片。
refused-model = 這個模型已經下架，請用 /model 換一個。
refused-person = 我還不認識 { $person }，對方需要先傳訊息給我。
refused-amount = 「{ $amount }」不是有效的點數。
refused-preset-name = 名字要有 1 到 { $limit } 個字元，請換一個傳來。
refused-preset-taken = 你已經有一個叫「{ $name }」的收藏，請換個名字傳來。
refused-preset-too-many = 最多收藏 { $limit } 個，已經滿了；請先用 /presets 刪掉一個。
refused-preset-unknown = 這個收藏已經不在了；傳送 /presets 查看現有的。
refused-preset-nothing = 你還沒有向我提過要求，沒有可以收藏的；請先傳一張圖片並寫上要求。
refused-not-yours =
    { $name ->
        [none] 這是別人的圖片；傳一張你自己的，就由你來操作。
       *[other] 這是 { $name } 的圖片；傳一張你自己的，就由你來操作。
    }
refused-not-your-buttons =
    { $name ->
        [none] 這些按鈕是別人的；你自己下指令或傳圖片，就有你自己的按鈕。
       *[other] 這些按鈕是 { $name } 的；你自己下指令或傳圖片，就有你自己的按鈕。
    }
refused-not-steering = 只有本群組的管理員可以替大家選擇。
refused-may-not-send = 這個群組剛才不允許我傳送圖片；請群組管理員允許我傳送照片，過幾分鐘再試。
refused-ended = 這項工作已經結束，不用再操作了。
refused-banned = 你目前不能使用我；如果覺得是誤會，請聯絡本機器人的管理員。

## 失敗：已受理但沒有圖片，點數已退回

failed-auth = 圖片服務拒絕了我的存取，這不是你的問題；沒有扣點，請換個模型，或晚點再來。
failed-quota = 圖片服務自己的額度用完了，這不是你的問題；沒有扣點，請換個模型，或晚點再來。
failed-rate-limited = 圖片服務現在太忙；沒有扣點，請一分鐘後重試，或換個模型。
failed-content-policy = 模型因內容規範拒絕了這個要求；沒有扣點，可以換個說法、換張圖片或換個模型。
failed-bad-request = 模型處理不了這個要求；沒有扣點，可以換個說法、換張圖片或換個模型。
failed-upstream = 圖片服務發生故障；沒有扣點，請重試，或換個模型。
failed-timeout = 圖片服務太久沒有回應，我不再等了；沒有扣點，請重試，或換個模型。
failed-no-image = 模型沒有給出圖片；沒有扣點，可以換個說法，或換個模型。
failed-input-empty = 你傳來的檔案是空的；沒有扣點，請重新傳送。
failed-input-no-picture = 你傳來的不是我能辨識的圖片；沒有扣點，請傳送 JPEG、PNG 或 WebP。
failed-input-damaged = 你傳來的圖片已損壞；沒有扣點，請重新傳送，或換一張。
failed-input-too-many-pixels = 你傳來的圖片像素太多；沒有扣點，請傳一張小一點的。
failed-input-too-large = 你傳來的圖片太大，我無法下載；沒有扣點，請傳送不超過 20 MB 的圖片。
failed-input-gone = 我沒能從 Telegram 取得你的圖片；沒有扣點，請重新傳送。
failed-result = 模型做出來的圖片無法使用；沒有扣點，請重試，或換個模型。
failed-delivery = 圖片已經做好，但 Telegram 沒有接收；沒有扣點，請重試。
failed-group-right = 我在這個群組沒有傳送圖片的權限；沒有扣點，請管理員允許我傳送照片。
failed-group-gone = 我已經不在你提出要求的那個群組裡了；沒有扣點，按一下「重試」，圖片就會傳到這裡。
failed-no-room = 我暫時沒有空間存放圖片；沒有扣點，請過幾分鐘再試。
failed-model-gone = 等待期間，所選的模型已經下架；沒有扣點，請用 /model 換一個。
failed-interrupted = 處理到一半時我被重新啟動，結果不明；沒有扣點，請重試。
failed-unexpected = 我這邊出了點問題（編號 { $incident }）；沒有扣點，請重試，如果一直這樣，請把編號告訴本機器人的管理員。

## 錯誤

error-internal = 我這邊出了點問題（編號 { $id }）；請重試，如果一直這樣，請把編號告訴本機器人的管理員。
error-storage = 我暫時無法記錄任何內容，所以沒有開始；沒有扣點，請過幾分鐘再試。
startup = { $sentence }

## 警示（管理員）

alert-began = ⚠ 需要你處理：
alert-lasts = ⏳ 仍未解決：
alert-well = ✅ 已恢復：
alert-length = 始於 { AGO($since) }{ $edits ->
        [0] 。
       *[other] ，影響了 { $edits } 項工作。
    }
alert-more = …另外還有 { $troubles } 項，請看記錄檔。
alert-key = { $gateway } 拒絕了{ $key ->
        [none] 它的金鑰
       *[other] 第 { $key } 把金鑰
    }（{ $status }）。{ $others ->
        [none] 沒有其他閘道可以代替，在那之前修圖都會失敗。
       *[other] 修圖會改走其他閘道。
    }請在 { $setting } 換上新的金鑰，然後重新啟動我。
alert-key-well = { $gateway } 重新接受{ $key ->
        [none] 它的金鑰
       *[other] 第 { $key } 把金鑰
    }了。
alert-right = { $gateway } 不允許{ $key ->
        [none] 它的金鑰
       *[other] 第 { $key } 把金鑰
    }使用 { $model }（{ $status }）。{ $others ->
        [none] 沒有其他閘道可以代替，在那之前用它修圖都會失敗。
       *[other] 用它修圖會改走其他閘道。
    }請在那邊開通，或用 /models 關閉這個模型。
alert-right-well = { $gateway } 又可以使用 { $model } 了。
alert-credit = { $gateway } 的{ $key ->
        [none] 餘額
       *[other] 第 { $key } 把金鑰的餘額
    }已用完（{ $status }）。{ $others ->
        [none] 沒有其他閘道可以代替，在那之前修圖都會失敗。
       *[other] 修圖會改走其他閘道。
    }請到那邊儲值，之後我會自動恢復使用。
alert-credit-well = { $gateway } 的{ $key ->
        [none] 餘額
       *[other] 第 { $key } 把金鑰的餘額
    }又夠用了。
alert-request = { $gateway } 不接受我為 { $model } 寫的要求（{ $status }{ $detail ->
        [none] {""}
       *[other] ：{ $detail }
    }）。請檢查設定裡這個模型的 ID 和方言，或用 /models 關閉它。
alert-request-well = { $gateway } 又接受 { $model } 的要求了。
alert-certificate = { $gateway } 的憑證無法信任（{ $detail }），所以我不會傳任何內容給它。{ $others ->
        [none] 沒有其他閘道可以代替，在那之前修圖都會失敗。
       *[other] 修圖會改走其他閘道。
    }請檢查它的網址和憑證。
alert-certificate-well = { $gateway } 的憑證恢復正常了。
alert-breaker = { $gateway } 的 { $model } 一再失敗（{ $fault }）。{ $others ->
        [none] 我會繼續嘗試。
       *[other] 會先問其他閘道。
    }用 /gateways 查看閘道狀態。
alert-breaker-well = { $gateway } 的 { $model } 恢復正常了。
alert-delivery = Telegram 不接收成品：好幾個聊天室的成品都沒能送達。沒有扣任何人的點數，原因請看記錄檔。
alert-delivery-well = Telegram 又能接收成品了。
alert-telegram = 有 { $minutes } 分鐘連不上 Telegram。大家傳的訊息會留在那邊，請檢查網路。
alert-telegram-well = 又連得上 Telegram 了。
alert-storage = 資料庫或磁碟出錯：{ $detail }。已受理的內容不會遺失，請檢查 data_dir 所在的磁碟。
alert-storage-well = 資料庫和磁碟恢復正常了。
alert-disk = 磁碟快滿了：只剩 { $free } MB。請騰出空間，或調低 results.max_mb。
alert-disk-well = 磁碟又有空間了。
alert-inbox = 我處理不過來：有人的訊息已經等了 { $seconds } 秒。請看看記錄檔和機器的負載。
alert-inbox-well = 我又跟得上了。
alert-private = { $gateway } 的回覆裡有一個指向 { $name } 的連結，那是內部網路，所以我沒有打開。如果那是你自己的伺服器，請把它加入 results.allowed_hosts。
alert-private-well = 一小時來，{ $gateway } 沒有再傳來指向 { $name } 的連結。
alert-ledger = 點數有 { $differences } 處對不上。darkroom check --ledger 會逐一列出。
alert-ledger-well = 所有點數又對得上了。
alert-stars = 有人為我不認得的東西付了 ⭐ { $stars }。用 /refund { $name } 可以退還。
alert-stars-well = 付款 { $name } 已經處理完畢。
