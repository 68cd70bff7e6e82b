# 人が読む言葉はすべてここに。en.ftl と一対一、です・ます調。

language-name = 日本語

## Telegram のメニューに出るコマンド

menu-start = あいさつする
menu-help = できること
menu-model = 画像モデルを選ぶ
menu-settings = 比率、枚数、写真かファイルか、キャプション
menu-quota = クレジットを確認
menu-history = 最近の編集とかかったクレジット
menu-give = 自分のクレジットをグループに贈る
menu-imagine = 言葉から画像を作る
menu-edit = 返信先の画像を編集
menu-again = 前回と同じものをもう一度、または言葉を変えて
menu-compare = 1 枚の画像を複数のモデルで
menu-presets = 保存した指示をもう一度使う
menu-cancel = 作業中のものを止める
menu-language = 言語を選ぶ
menu-privacy = 保存しているデータと削除方法
menu-grant = クレジットを付与
menu-limit = 無料クレジットの数を設定
menu-invite = 招待リンクを作る
menu-invites = 招待リンクの一覧と終了
menu-models = モデルの一覧と不足を確認
menu-gateways = ゲートウェイの状態を確認
menu-stats = ここ数日の様子を見る

## 「開始」を押す前に Telegram が見せるもの

bot-description =
    写真を送って、どう変えたいかをキャプションに書くだけ。編集してお返しします。

    • 背景を消す、古い写真をよみがえらせる、水彩画にする。いつもの言葉でどうぞ
    • 結果に返信すれば、そこから続けられます
    • 言葉だけなら、新しい画像を作ります
    • グループでも使えて、画像モデルも選べます

    「開始」を押して、写真を送ってください。
bot-short-description = 写真を送って、変えたいことを書くだけ。編集してお返しします。個人チャットでもグループでも。

## あいさつとヘルプ

start =
    { $name }さん、こんにちは！写真を編集するボットです。

    写真を送って、どうしたいかをキャプションに書いてください。たとえば「白黒にして」。
    言葉だけを送ると、新しい画像を作ります。

    くわしくは /help をどうぞ。
help =
    写真＋キャプション：書かれたとおりに写真を編集します。
    写真だけ：どうしたいかをお聞きします。
    言葉だけ：その言葉から画像を作ります。
    画像ファイル：同じように編集し、画質を落とさずファイルでお返しします。
    画像に言葉で返信：その画像を編集します。結果からもこうして続けられます。

    /model – 画像モデルを選ぶ（現在：{ $model }）
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    グループでは、メンション、私への返信、/edit または /imagine にお答えします。
unknown-command = そのコマンドはわかりません。できることは /help をご覧ください。

## 選ぶ

model-choose =
    どのモデルで編集しますか？数字は画像 1 枚あたりのクレジットです。
    現在：{ $model }
model-unavailable = 今ここでは使えません：{ $models }
model-option = { $title } · { $price }
model-chosen = { $model } に変更しました。
language-choose = どの言語でお話ししましょうか？
language-auto = Telegram に合わせる
language-chosen = これからは日本語でお話しします。

## グループ

group-hello =
    こんにちは！ここで写真を編集します。
    画像に @{ $name } とやりたいことを書いて返信するか、ご自分の画像のキャプションに書いてください。
    /edit や、私の画像への返信でも同じです。ほかのメッセージには反応しません。
group-hello-privacy =
    こんにちは！ここで写真を編集します。
    画像に /edit@{ $name } とやりたいことを書いて返信するか、私の画像に言葉で返信してください。
    ほかのメッセージは Telegram から見せてもらえません。管理者にしていただければ、どのテキストやキャプションでも @{ $name } が使えます。
group-nobody = どなたかわからないため、誰のクレジットを使えばよいか決められません。グループやチャンネルとしてではなく、ご自身の名前で書いてください。
group-model-choose =
    このグループではどのモデルで編集しますか？全員に適用されます。数字は画像 1 枚あたりのクレジットです。
    現在：{ $model ->
        [none] メンバーそれぞれの設定
       *[other] { $model }
    }
group-model-own = メンバーそれぞれの設定
group-model-chosen =
    { $model ->
        [none] このグループでは、またそれぞれのモデルを使います。
       *[other] このグループでは { $model } を使います。
    }
group-model-here = このグループでは、管理者が選んだ { $model } で編集します。あなたの設定 { $own } は、ほかの場所で使われます。
group-privately = グループ「{ $title }」ではお返事できないため、こちらでお伝えします：

## 設定

settings =
    編集するときの設定です。
    { $model } で選べるのは次のとおりです。--ar 16:9 のように言葉に添えた希望が優先されます。
settings-group =
    このグループ全員の設定です。それぞれの設定より優先されます。
    { $model } で選べるのは次のとおりです。--ar 16:9 のように言葉に添えた希望が優先されます。
settings-kept = 対応するモデルのために保存：{ $settings }
settings-here =
    { $settings ->
        [none] ここでは { $model } で編集し、ほかの設定はありません。私との個人チャットで /settings を使って選んだものは、ここでも有効です。
       *[other] ここでは { $model } で編集し、設定は { $settings } です。グループで決まっていないものは、私との個人チャットで /settings から選べます。
    }
settings-saved = 保存しました。
settings-line = { $setting }：{ $value }
settings-defaults = ↺ 初期設定に戻す
settings-own = それぞれの設定
settings-ratio = 比率
settings-ratio-default = 写真に合わせる
settings-ratio-ask = 結果をどの比率にしますか？
settings-size = サイズ
settings-size-default = モデルにまかせる
settings-size-ask = { $model } でどのサイズを作りますか？
settings-quality = 品質
settings-quality-default = モデルにまかせる
settings-quality-ask = { $model } でどの品質にしますか？
settings-style = スタイル
settings-style-default = モデルにまかせる
settings-style-ask = { $model } でどのスタイルにしますか？
settings-count = 枚数
settings-count-default = 1
settings-count-ask = 一度に何枚作りますか？1 枚ごとにクレジットがかかります。
settings-form = 送り方
settings-form-default = 届いたとおり
settings-form-ask = 写真はすぐに見られ、ファイルは画質がそのまま残ります。ふだんは、写真には写真で、ファイルにはファイルでお返しします。
settings-caption = キャプション
settings-caption-default = あり
settings-caption-ask = 結果の下にモデル、時間、クレジットを表示しますか？
settings-quote = キャプションに依頼文
settings-quote-default = あり
settings-quote-ask = 結果の下に、ご依頼の文を折りたたんで表示しますか？
settings-value-photo = 写真
settings-value-file = ファイル
settings-value-on = あり
settings-value-off = なし

## プライバシー

privacy =
    保存しているデータ：
    • 画像（送られたものと結果）：{ $pictures ->
       *[other] { $pictures } 時間
    }。作業のためと、何かあったときのためです。
    • 編集に失敗したときは、画像サービスへの依頼とその返事（画像は除く）：画像と同じ時間。運営者が原因を調べるためです。
    • メッセージ：お答えするまで。読み取れなかったものは { $letters ->
       *[other] { $letters } 時間
    }。
    • お名前、ご依頼の内容、保存した指示、結果の場所（続きから編集するため）：削除するまで。
    • ID 番号、言語とモデルの設定、受け取ったクレジットと使ったクレジット：ずっと。

    画像と言葉は、結果を作る画像サービスに送られます。このボットの運営者がバックアップを残していることもあります。

    /privacy delete を送ると、画像・言葉・お名前をすぐに削除し、作業中のものも取り消します。
privacy-sure = 元には戻せません。以前の結果のボタンも使えなくなります。
privacy-done = 画像・言葉・お名前を削除しました。{ $cancelled ->
        [0] {""}
       *[other] 作業中の { $cancelled } 件を取り消しました。クレジットは使っていません。
    }残っているのは ID 番号、設定、クレジットです。

## クレジット

quota = 今使えるのは { $left } クレジットです。
quota-free =
    無料分：{ $period ->
        [day] 今日は
        [week] 今週は
        [month] 今月は
       *[never] 全部で
    }残り { $left } / { $free }{ $renews_at ->
        [none] 。
       *[other] 。{ WAIT($renews_at) }（{ MOMENT($renews_at) }）に全部戻ります。
    }
quota-later =
    無料クレジット { $free } は { WAIT($begins_at) }（{ MOMENT($begins_at) }）に届きます。
quota-balance = 残高：{ $balance }。期限はありません。
quota-held = 作業中の分として確保：{ $held }。
quota-spent = この { $days } 日間に使った分：{ $spent }。

## 最近の編集とかかったクレジット

history = 最近の編集です。新しい順に並んでいます：
history-here = このグループでの最近の編集です。新しい順に並んでいます：
history-none = ここにはまだ編集がありません。写真を送って、どうしたいかを教えてください。
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = 「{ $words }」
history-paid = { $price } クレジット
history-free = 無料
history-group = グループの負担（{ $price }）
history-working =
    作業中、{ $price ->
        [0] 無料
       *[other] { $price } クレジットを確保
    }
history-cancelled = 消費なし：キャンセル
history-failed = 消費なし：{ $why }
history-gone = その結果がどこにあるか、わからなくなりました。
why =
    { $error ->
        [failed-auth] サービスが接続を拒否
        [failed-quota] サービスの予算切れ
        [failed-rate-limited] サービスが混雑
        [failed-content-policy] コンテンツルール
        [failed-bad-request] 依頼を処理できず
        [failed-upstream] サービスの障害
        [failed-timeout] 時間切れ
        [failed-no-image] 画像なしの返事
        [failed-input-empty] 空のファイル
        [failed-input-no-picture] 画像ではない
        [failed-input-damaged] 壊れた画像
        [failed-input-too-many-pixels] ピクセル数が多すぎ
        [failed-input-too-large] ファイルが大きすぎ
        [failed-input-gone] Telegram に画像なし
        [failed-result] 使えない結果
        [failed-delivery] Telegram に送れず
        [failed-group-right] グループで送信権限なし
        [failed-group-gone] もうグループにいない
        [failed-no-room] 空き容量なし
        [failed-model-gone] モデルの提供終了
        [failed-interrupted] 再起動で中断
       *[other] その他の障害
    }

## グラフ：短い言葉で

chart-day = { DAY($at) }
chart-spent = 1 日に使ったクレジット
chart-free = 1 日 { $free } まで無料
chart-edits = 1 日の編集数
chart-done = 完了
chart-failed = 失敗
chart-cancelled = キャンセル
chart-people = 1 日の利用者
chart-failures = 失敗の理由
quota-group =
    このグループが今使えるのは { $left } クレジットです。
quota-cap = あなたの分：メンバー 1 人が 1 日に使える { $cap } のうち、残り { $left }。
quota-spenders =
    { $period ->
        [day] 今日
        [week] 今週
        [month] 今月
       *[never] これまで
    }いちばん使った人：
quota-spender = • { $name }：{ $spent }
quota-nameless = グループの名前で
give-usage = /give クレジット – ご自分の残高からこのグループに贈ります。例：/give 20
give-nowhere = グループの中で /give を送ってください。贈ったクレジットはそのグループのものになります。
give-done =
    ありがとうございます！{ $given } クレジットを受け取りました。このグループは今 { $left } クレジット使えます。

## 質問と回答

ask-what =
    { $count ->
        [1] この画像
       *[other] この { $count } 枚の画像
    }をどうしましょうか？そのまま書くか、ボタンを押してください。
ask-what-group =
    { $count ->
        [1] この画像
       *[other] この { $count } 枚の画像
    }をどうしましょうか？このメッセージに返信して書くか、ボタンを押してください。
ask-fewer =
    { $given } 枚届きましたが、{ $model } が受け取れるのは{ $limit ->
        [0] 言葉だけです
       *[other] {" "}{ $limit } 枚までです
    }。どうしましょうか？クレジットはまだ使っていません。
album-left-out = アルバムのうち { $count } 件は画像ではなかったので、除きました。
gif-first-frame = 動く画像は、最初のコマを編集します。
imagine-usage = コマンドのあとに描きたいものを書いてください。例：/imagine 雪の中のキツネ
edit-usage = 画像に /edit で返信し、どうしたいかを書いてください。例：/edit 空を赤くして
cancel-none = 取り消すものはありません。
cancel-late = 画像を送っているところなので、もう取り消せません。
cancel-done = { $count ->
       *[other] { $count } 件を取り消しました。クレジットは使っていません。
    }

## 用意した指示：ボタンの言葉と、モデルへの依頼

ready-background = ✂️ 背景を消す
ready-background-prompt = 背景を完全に取り除き、主な被写体を輪郭に沿ってきれいに切り抜いて、真っ白な背景に置いてください。被写体そのものは一切変えないでください。
ready-restore = 🩹 古い写真を修復
ready-restore-prompt = この古い写真を修復してください。傷、ほこり、しみ、折れ目、色あせを取り除き、鮮明さと自然な色調を取り戻してください。顔、服装、場面は元の写真に忠実にしてください。
ready-colour = 🎨 カラー化
ready-colour-prompt = この白黒写真を、自然で本物らしい色でカラーにしてください。それ以外は一切変えないでください。
ready-sharper = 🔍 くっきり
ready-sharper-prompt = この画像をくっきり鮮明にしてください。ノイズ、ぼけ、圧縮による劣化を取り除き、細部を引き出してください。写っているものは変えないでください。
ready-vivid = 🌈 明るく鮮やかに
ready-vivid-prompt = この写真をより明るく鮮やかにしてください。露出は整え、色は豊かで自然に、コントラストははっきりと。内容は変えないでください。
ready-portrait = 👔 ビジネス写真
ready-portrait-prompt = これをビジネス用のプロフィール写真にしてください。きちんとしたビジネスの服装、やわらかなスタジオの光、無地の落ち着いた背景。顔立ちと本人らしさは一切変えないでください。
ready-anime = 🌸 アニメ
ready-anime-prompt = この画像を、きれいな線とやわらかな色の緻密なアニメイラストとして描き直してください。構図、ポーズ、人物の特徴は保ってください。
ready-watercolour = 💧 水彩画
ready-watercolour-prompt = この画像を、風合いのある紙に描いた繊細な水彩画にしてください。にじみは流れるように、輪郭はやわらかく。構図は保ってください。
ready-cartoon = 🧸 3D アニメ
ready-cartoon-prompt = この画像を、現代の 3D アニメ映画のワンシーンにしてください。丸みのある親しみやすい形、あたたかな光、豊かな表情。人物は誰かわかるように、構図はそのままにしてください。
ready-pencil = ✏️ 鉛筆画
ready-pencil-prompt = この画像を、白い紙に描いた緻密な鉛筆画にしてください。ハッチングとやわらかな陰影をつけ、構図は保ってください。
ready-oil = 🖼 油絵
ready-oil-prompt = この画像を、筆づかいが見え、深い色とあたたかな光の古典的な油絵にしてください。構図は保ってください。
ready-pixel = 👾 ドット絵
ready-pixel-prompt = この画像を、昔のテレビゲームのような 16 ビットのドット絵にしてください。色数は少なく、ドットは四角くくっきりと。構図は保ってください。
ready-mono = ⚫ 白黒
ready-mono-prompt = この写真を、コントラスト豊かでフィルムのような階調の美しい白黒写真にしてください。内容は変えないでください。
ready-sunset = 🌇 夕焼けの光
ready-sunset-prompt = この写真を、夕暮れに撮ったような光にしてください。あたたかな金色の光、長くやわらかな影、空が見えるところには夕焼けを。ほかは変えないでください。
ready-comic = 💥 アメコミ
ready-comic-prompt = この画像を、アメリカンコミックのページのように描き直してください。太い墨の輪郭線、網点、はっきりしたベタ塗りの色で。構図は保ち、文字は加えないでください。
ready-clay = 🏺 ねんど
ready-clay-prompt = この画像を、ねんどで作ったコマ撮りアニメの場面にしてください。指の跡が見え、光はスタジオのようにやわらかく。人物は誰かわかるように、構図はそのままにしてください。
ready-figure = 🎎 フィギュア
ready-figure-prompt = 主な被写体を、丸い透明な台座に立つリアルなコレクションフィギュアにしてください。机の上に、絵が印刷された箱と並べて置き、室内のやわらかな光で。顔、服装、ポーズは保ってください。
ready-sticker = 🏷 ステッカー
ready-sticker-prompt = 主な被写体を、型抜きのかわいいステッカーにしてください。シンプルで力強い形、きれいな輪郭、太い白ふち、無地の背景で。

## 保存した指示

presets = 保存した指示です。押すと、今おたずねしている画像か、次に送られる画像に使います。
presets-none = 保存した指示はまだありません。また使いたい指示があれば、名前をつけてここに保存できます。
presets-manage = どれの名前を変えますか、または削除しますか？
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    どんな名前にしますか？

    { $prompt }
preset-ask-new-name = 「{ $name }」の新しい名前は何にしますか？
preset-saved = 「{ $name }」として保存しました。一覧は /presets でどうぞ。
preset-renamed = 名前を「{ $name }」に変えました。
preset-send-picture = 画像を送ってください。「{ $name }」を使います。

## 作業中

status-waiting = 順番待ちです。あと { $ahead } 件…
status-next = 順番待ちです。次はあなたの番です…
status-then =
    { $unit ->
        [minutes] そのあと約 { $amount } 分かかります。
       *[seconds] そのあと約 { $amount } 秒かかります。
    }
status-developing = 現像中…
status-usual =
    { $bar } { $unit ->
        [minutes] 約 { $amount } 分
       *[seconds] 約 { $amount } 秒
    }
status-longer = { $bar } いつもより時間がかかっています…
status-progress = 現像中…
    { $bar } { $percent }%
status-queued = モデルの順番待ちです。あと { $queue } 件…
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } 秒
    }{ $left ->
        [none] { "" }
       *[other] { " " }· 残り { $left } クレジット
    }
caption-off = 次はどうしますか？
original-coming = ファイルをお送りします。
original-gone =
    モデルが作ったファイルを保存するのは { $hours ->
       *[other] { $hours } 時間
    }で、これはもうありません。
undo-version = ↩ 「{ $prompt }」に戻しました
undo-original = ↩ 元の画像に戻しました
undo-gone = ひとつ前の画像は、もう Telegram から取得できません。まだ見えていれば、その画像に言葉で返信してください。

## 結果

words-of-model = モデルの返事：
    { $words }
other-choose = どのモデルでやり直しますか？数字は必要なクレジットです。
again-none = やり直せるものがまだありません。写真を送って、どうしたいかをキャプションに書いてください。
compare-usage = 画像に /compare で返信してどうしたいかを書くか、写真の下に書いてください。例：/compare 水彩画にして
compare-too-few =
    { $given ->
        [1] ここで画像を編集できるモデルは 1 つだけなので、比べられません。
       *[other] { $given } 枚を一度に受け取れるモデルが 2 つ未満です。枚数を減らしてください。
    }
compare-ask = どのモデルを比べますか？2～4 つ選べます。数字は必要なクレジットで、失敗した分はかかりません。
compare-start =
    比べる · { $price ->
       *[other] { $price } クレジット
    }
compare-most = 一度に比べられるのは { $most } つまでです。先にどれかを外してください。
compare-changed = その間にモデルか価格が変わりました。もう一度ご確認ください。
compare-begun = 比べています…
compare-status = 比べています… { $of } 件中 { $done } 件完了
compare-done = どれがいちばんお好みですか？
compare-none = どのモデルからも画像が返ってきませんでした。クレジットは使っていません。やり直すか、言い方を変えてみてください。
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } 秒
    }{ $price ->
        [0] { "" }
       *[other] { " " }· { $price } クレジット
    }
compare-failed =
    • { $model }：{ $reason ->
        [failed-content-policy] コンテンツルールにより拒否
        [failed-timeout] 時間切れ
        [failed-rate-limited] 混雑中
        [failed-no-image] 画像なしの返事
       *[none] うまくいきませんでした
    }（クレジット消費なし）
compare-keep = ✓ { $model } にする

## ボタン

button-again = 🔁 もう一度
button-retry = 🔁 やり直す
button-other = 🎛 別のモデル
button-original = 📄 元のファイル
button-undo = ↩ 元に戻す
button-cancel = ✖ キャンセル
button-more = もっと見る ›
button-first =
    { $limit ->
        [1] 最初の 1 枚だけ使う
       *[other] 最初の { $limit } 枚を使う
    }
button-save-preset = 💾 前回の指示を保存
button-manage-presets = ✏️ 名前の変更・削除
button-rename = ✏️ 名前を変える
button-delete = 🗑 削除
button-delete-sure = 🗑 はい、削除します
button-forget = 🗑 自分のデータを削除
button-forget-sure = 🗑 はい、すべて削除
button-back = ‹ 戻る
button-older = 前へ ›
button-newer = ‹ 次へ
button-revoke = ✖ { $number } 番を終了
press-started = すぐに始めます。
press-twice = もう取りかかっています。
press-old = このボタンは古くなりました。画像をもう一度送ってください。

## Telegram スター

menu-buy = Telegram スターでクレジットを購入
menu-terms = クレジットの販売条件
menu-paysupport = お支払いで困ったとき
menu-refund = お支払いを返金
help-buy = /buy – Telegram スターでクレジットを追加
privacy-payments = Telegram スターでのお支払いと返金の記録（日時、金額、お支払い番号）は、ずっと保存されます。お支払いの手段を知っているのは Telegram だけです。
button-buy = ⭐ クレジットを購入
pack-option = { $credits } クレジット · ⭐ { $stars }
button-refund = ↩ ⭐ { $stars } を返金
button-refund-not = ✖ やめておく
buy =
    どのパックにしますか？購入した分に期限はなく、無料クレジットがなくなってから使われます。
    お支払いをもって /terms に同意したことになります。お困りのときは /paysupport をどうぞ。
buy-line = • { $title }：{ $credits } クレジット · ⭐ { $stars }
buy-privately = クレジットの購入は、ほかの人に見られないよう、私との個人チャットでお願いします。
buy-changed = その間に販売内容が変わりました。もう一度ご確認ください。
invoice-title = { $credits } クレジット
invoice-description = 画像に使える { $credits } クレジットです。期限はなく、失敗した分はかかりません。
payment-done =
    ありがとうございます！{ $credits } クレジットを受け取りました。今使えるのは { $left }、残高は { $balance } です。
    お支払い番号：{ $charge }
payment-unclear =
    ⭐ { $stars } のお支払いは届きましたが、何の分かわからず、クレジットを追加できませんでした。{ $support ->
        [none] このボットの運営者
       *[other] { $support }{ " " }
    }にご連絡いただければ返金されます。お支払い番号：{ $charge }
payment-back = ⭐ { $stars } のお支払いを返金し、{ $credits } クレジットを差し引きました。残高は { $balance } です。お支払い番号：{ $charge }
quota-debt = 残高：−{ $debt }。クレジットを使ったあとに、そのお支払いが返金されたためです。次に購入した分は、まずここに充てられます。無料クレジットはこれまでどおり使えます。
terms =
    販売条件

    • クレジットは、画像の作成と編集に使います。価格はモデルごとに決まっていて、選ぶ前に確認できます。
    • 失敗した分はかかりません。クレジットはすぐに戻ります。
    • 購入したクレジットに期限はありません。お金ではなく、換金はできません。
    • 気が変わったときや問題があったときは、/paysupport の案内に沿ってご連絡ください。使っていない分は Telegram スターで返金できます。
    • 画像は画像サービスに送られ、そのコンテンツルールが適用されます。できあがりがご希望と違うこともあります。
    • 販売者はこのボットの運営者で、Telegram ではありません。
paysupport =
    お支払いに問題がありますか？返金をご希望ですか？{ $support ->
        [none] このボットの運営者
       *[other] { $support }{ " " }
    }に、お支払い番号を添えてご連絡ください。ここでの購入については、Telegram のサポートでは対応できません。
paysupport-line =
    { $credits } クレジット · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] { " " }· 返金済み
        [refunding] { " " }· 返金中
       *[paid] { "" }
    }
    { $charge }
refund-usage = /refund 番号 [理由] – 番号はお支払い番号で、購入した人が /paysupport で確認できます。
refund-sure = { $credits } クレジットのうち { $spent } が使われていて、残高は { $after } になります。それでも ⭐ { $stars } を返金しますか？
refund-done = ⭐ { $stars } を返金し、{ $credits } クレジットを差し引きました。残高は { $balance } です。
till-refused = Telegram がこのスターを返金しなかったため、何も変わっていません。Telegram の回答：「{ $detail }」。
till-unknown = このスターを返金したかどうか、Telegram から回答がありません。記録しておき、終わるまで確認を続けます。
refused-payment-forged = この請求が何の分かわからないため、お支払いは行われていません。/buy で新しいものをどうぞ。
refused-payment-buyer = この請求はほかの人のものなので、お支払いは行われていません。/buy でご自分のものをどうぞ。
refused-payment-changed = このパックはもうその価格では販売していないため、お支払いは行われていません。/buy でもう一度ご確認ください。
refused-payment-used = この請求は支払い済みか、支払いの途中なので、二重のお支払いは行われていません。/buy で新しいものをどうぞ。
refused-refund-unknown = その番号のお支払いは見つかりません。
refused-refund-done = そのお支払いはすでに返金されています。

## 管理

grant-usage = /grant ユーザー クレジット [理由] – ユーザーは ID か @username です。その人のメッセージに返信してもかまいません。
grant-done = { $name }（{ $person }）が使えるのは { $left } クレジット、うち { $balance } は期限なしです。
limit-usage = /limit ユーザー クレジット、または /limit ユーザー default – ユーザーは ID か @username です。その人のメッセージに返信してもかまいません。
limit-done = { $name }（{ $person }）の無料クレジットは期間ごとに { $free }、今使えるのは { $left } です。
invite-usage = /invite [クレジット] [人数] – 招待リンクを作ります。1 人ずつにそのクレジットがつきます。数字なしなら 1 人、クレジットなしです。
invite-made =
    このリンクで { MOMENT($until) } まで { $uses } 人が入れます{ $credits ->
        [0] { "" }
       *[other] 。1 人ずつに { $credits } クレジットがつきます
    }。/invites で先に終了できます。
invite-welcome =
    ようこそ！参加できました。{ $credits ->
        [0] { "" }
       *[other] { $credits } クレジットをお使いください。期限はありません。
    }
invites-none = 有効な招待はありません。/invite で作れます。
invites-line =
    { $number }. { $uses } 人中 { $used } 人が参加、1 人 { $credits } クレジット、{ MOMENT($until) } まで：{ $link }
invite-revoked = このリンクでは、もう誰も入れません。
models-heading = モデルと価格（クレジット）、方言、ゲートウェイ：
models-line = { $title }（{ $model }）· { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ 提供しているゲートウェイがありません
        [link] {" "}· ⚠ 公開リンクが必要です：web.public_url か links.bucket を設定してください
       *[none] {""}
    }
models-silent = 提供モデルを答えなかったゲートウェイ：{ $gateways }
gateways-offers = { $name }：{ $models } モデル
gateways-silent = { $name }：⚠ 提供モデルを答えません（{ $fault }）
gateways-seconds = 画像 1 枚に { $seconds } 秒（最近の中央値）。
gateways-fault = 最後の障害：{ $fault }、{ MOMENT($at) }。
gateways-rest = { $model } は { MOMENT($until) } まで休止中：ほかのゲートウェイを先に使います。
gateways-keys = 使用を控えているキー：{ $aside } / { $keys }。
stats-usage = /stats [日数] – 1～90 日。省くと 7 日です。
stats = この { $days } 日間：{ $edits } 件
stats-ends = 完了 { $done }、失敗 { $failed }、キャンセル { $cancelled }、作業中 { $unfinished }
stats-success = 成功率：{ $percent }%
stats-people = 利用者：{ $people }、新しい人：{ $newcomers }
stats-credits = 使われたクレジット：{ $credits }
stats-models = モデル：{ $models }
stats-failures = 失敗の理由：{ $failures }
stats-item = { $name } { $count }
menu-ban = 利用を停止
menu-unban = 利用の停止を解除
ban-usage = /ban ユーザー [期間] [理由] – ユーザーは ID か @username です。その人のメッセージに返信してもかまいません。期間は 12h、3d、2w のように書き、省くと無期限です。理由は管理者だけが読めます。
ban-done =
    { $name }（{ $person }）の利用を{ $until ->
        [none] 無期限で
       *[other] { " " }{ MOMENT($until) } まで
    }停止しました。待っていたものは取り消しました。
unban-usage = /unban ユーザー – ユーザーは ID か @username です。その人のメッセージに返信してもかまいません。
unban-done = { $name }（{ $person }）はまた利用できます。
unban-none = { $name }（{ $person }）の利用は停止されていません。
refused-banned-until = { MOMENT($until) } まではご利用いただけません。お心当たりがなければ、このボットの運営者にお問い合わせください。
refused-ban-admin = この人は管理者です。先に設定から外してください。
models-off = ○ オフ
models-asleep = ○ ゲートウェイとともにオフ
gateways-off = ○ オフ：画像を依頼しません。
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } をオンにしました。
switched-off = { $name } をオフにしました。
switched-off-with = { $name } をオフにしました。ほかのゲートウェイにない次のモデルも使えなくなります：{ $models }
refused-gateway = このゲートウェイはもう設定にありません。
refused-last =
    この{ $kind ->
        [gateway] ゲートウェイ
       *[model] モデル
    }をオフにすると、選べるものがなくなります。先に別のものをオンにしてください。
menu-admin = 管理者の操作をボタンで
menu-user = ユーザーの状態を見る
admin = 何をしますか？
admin-health =
    今日：{ $edits } 件、失敗 { $failed }、作業中 { $waiting }。{ $ill ->
        [none] ゲートウェイは正常です。
       *[other] ⚠ 不調：{ $ill }
    }
admin-stats = 📊 統計
admin-user = 👤 ユーザー
admin-grant = ➕ 付与
admin-limit = ⚖️ 上限
admin-ban = 🚫 利用停止
admin-models = 🎛 モデル
admin-gateways = 🔌 ゲートウェイ
admin-fresh = ↻ 更新
admin-console = 🖥 コンソール
menu-console = ブラウザーでコンソールを開く
console = コンソールに入るためのリンクです。5 分以内に 1 回だけ使えます。開いた人はあなたとしてログインするので、誰にも渡さないでください。
console-near = コンソールに入るためのリンクです。5 分以内に 1 回だけ使えます。開いた人はあなたとしてログインするので、誰にも渡さないでください。開けるのは、私が動いているマシンか、そこへの SSH トンネル経由だけです。どこからでも開けるようにするには、web.public_url を設定してください。
console-private = コンソールのリンクは、ほかの人に見せられません。私との個人チャットで /console を送ってください。
console-insecure = コンソールはありますが、このアドレスでは使えません。ブラウザーがログインを保つのは https のときだけです。web.public_url に https:// で始まるアドレスを設定してください。
admin-user-ask = 誰ですか？ID か @username を送ってください。
admin-grant-ask = 誰に、いくつ、なぜ付与しますか？次の形で送ってください：ユーザー クレジット [理由]
admin-limit-ask = 誰の、期間ごとの無料クレジットをいくつにしますか？次の形で送ってください：ユーザー クレジット、または ユーザー default
admin-ban-ask = 誰の利用を、いつまで、なぜ停止しますか？次の形で送ってください：ユーザー [期間] [理由]。期間は 12h、3d、2w のように書きます。
user-usage = /user ユーザー – ユーザーは ID か @username です。その人のメッセージに返信してもかまいません。
user =
    { $name }{ $username ->
        [none] { "" }
       *[other] { " " }· { $username }
    } · { $person }
user-chosen =
    言語：{ $language ->
        [none] –
       *[other] { $language }
    } · モデル：{ $model ->
        [none] 未選択
       *[other] { $model }
    }
user-seen = 最初：{ AGO($met) } · 最後：{ AGO($seen) }
user-never = この人からメッセージを受け取ったことはありません。
user-banned =
    🚫 { $until ->
        [none] 無期限で利用停止
       *[other] { MOMENT($until) } まで利用停止
    }{ $why ->
        [none] { "" }
       *[other] ：{ $why }
    }
user-unreachable = ⚠ この人には送れません。ブロックされたか、アカウントがありません。
user-credits = クレジット：無料分の残り { $left } / { $free }、期限なし { $balance }、確保 { $held }
user-limit = 個別の上限：期間ごとに無料 { $limit }
user-edits = 最近の編集：
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = 最近の記録：
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] 確保
        [settle] 消費
        [release] 返却
        [grant] 付与
        [limit] 上限
       *[other] { $kind }
    }{ $credits ->
        [none] { "" }
       *[other] { " " }{ $credits }
    }{ $note ->
        [none] { "" }
       *[other] （{ $note }）
    }
user-ask-limit = { $person } の無料クレジットを期間ごとにいくつにしますか？数字か「default」を送ってください。
user-ban-sure = 期間はどうしますか？
user-granted = { $credits } クレジットを付与しました。
user-shut-out =
    { $until ->
        [none] 無期限で
       *[other] { MOMENT($until) } まで
    }利用を停止しました。
user-unbanned = 利用の停止を解除しました。
button-limit = ⚖️ 上限…
button-ban = 🚫 利用停止
button-unban = ✓ 停止を解除
button-ban-1d = 1 日
button-ban-1w = 1 週間
button-ban-0 = 無期限
menu-broadcast = 全員にメッセージを送る
admin-broadcast = 📣 一斉送信
admin-broadcast-ask = 全員に何を送りますか？今ここに送ってください。言葉でも、キャプション付きの写真でも、ほかのものでもかまいません。
broadcast-no-copy = これはコピーできません。言葉か、キャプション付きの画像 1 枚を送ってください。
broadcast-preview = 上の内容が { $people } 人に届きます。
broadcast-nobody = 送る相手がまだいません。届くのは、個人チャットでメッセージをくれた人だけです。
broadcast-sending =
    送信中…
    { $bar } { $tried } / { $total }
broadcast-stopping = これ以上は誰にも送りません。
broadcast-cancelled = 誰にも送りません。
broadcast-done = { $total } 人中 { $sent } 人に送りました。
broadcast-stopped = 中止しました。{ $total } 人中 { $sent } 人に送りました。
broadcast-lost = 上のメッセージがなくなり、もうコピーできません。{ $total } 人中 { $sent } 人に送りました。
broadcast-unreachable = { $unreachable } 人には届きませんでした。ブロックされたか、アカウントがありません。
broadcast-failed = { $failed } 人には届いたかどうかわかりません。
button-send = 📣 { $people } 人に送る
button-not-send = キャンセル
button-stop = ✖ 中止

## お断り：何も始めず、クレジットも使っていません

refused-quota = { $renews_at ->
        [none] 残りは { $left } クレジットですが、{ $price } クレジット必要です。運営者に相談するか、/model で安いモデルを選んでください。
       *[other] 残りは { $left } クレジットですが、{ $price } クレジット必要です。無料クレジットは { WAIT($renews_at) }（{ MOMENT($renews_at) }）に戻ります。
    }
refused-group-quota =
    { $renews_at ->
        [none]
            このグループの残りは { $left } クレジットですが、{ $price } クレジット必要です。残高のある人は /give で分けられます。
       *[other]
            このグループの残りは { $left } クレジットですが、{ $price } クレジット必要です。無料クレジットは { WAIT($renews_at) }（{ MOMENT($renews_at) }）に戻ります。残高のある人は /give で分けられます。
    }
refused-cap =
    このグループでメンバー 1 人が 1 日に使えるのは { $cap } クレジットです。残り { $left } に対して { $price } 必要です。{ WAIT($renews_at) }（{ MOMENT($renews_at) }）に戻ります。
refused-give =
    贈れるのは期限のないクレジットだけで、お持ちなのは { $balance } です。
refused-fast =
    お一人につき 1 分間に { $limit } 件までです。次は { WAIT($until) }に送ってください。それまでのものは受け付けません。
refused-access-invite = ご招待された方だけが使えます。ご紹介者か運営者に招待リンクをもらって、開いてください。
refused-access-list = 限られた方だけが使えます。利用したいことを運営者にお伝えください。
refused-invite = この招待はもう使えません。新しいものをもらってください。
refused-waiting = すでに { $limit } 枚が作業中で、これ以上は入りません。どれか 1 枚が終わってから送ってください。
refused-too-large = このファイルは { $limit_mb } MB を超えていて、Telegram から取得できません。もっと小さいものを送ってください。
refused-file = 編集できるのは画像だけです（JPEG、PNG、WebP、HEIC、AVIF、TIFF、BMP、GIF）。写真か画像ファイルで送ってください。
refused-pictures = { $limit ->
        [0] { $model } が受け取れるのは言葉だけで、画像は受け取れませんが、
       *[other] { $model } が受け取れるのは { $limit } 枚までですが、
    }{ $given } 枚届きました。枚数を減らすか、/model で別のモデルを選んでください。
refused-picture-needed = { $model } は画像の編集専用で、言葉だけでは作れません。写真と一緒に送るか、/model で別のモデルを選んでください。
refused-prompt-needed = どうしたいかを、キャプションか画像への返信で教えてください。
refused-model = このモデルは提供を終えました。/model で別のモデルを選んでください。
refused-person = { $person } さんのことはまだ知りません。先にご本人からメッセージを送ってもらってください。
refused-amount = 「{ $amount }」はクレジットの数として使えません。
refused-preset-name = 名前は 1～{ $limit } 文字です。別の名前を送ってください。
refused-preset-taken = 「{ $name }」という名前はもう使われています。別の名前を送ってください。
refused-preset-too-many = 保存できるのは { $limit } 件までです。先に /presets で 1 件削除してください。
refused-preset-unknown = その指示はもうありません。今あるものは /presets でどうぞ。
refused-preset-nothing = 保存できる指示がまだありません。先に、言葉を添えて画像を送ってください。
refused-not-yours =
    { $name ->
        [none] これはほかの人の画像です。ご自分の画像を送れば、ボタンを使えます。
       *[other] これは { $name } さんの画像です。ご自分の画像を送れば、ボタンを使えます。
    }
refused-not-your-buttons =
    { $name ->
        [none] これはほかの人のボタンです。ご自分でコマンドか画像を送れば、ご自分のボタンが出ます。
       *[other] これは { $name } さんのボタンです。ご自分でコマンドか画像を送れば、ご自分のボタンが出ます。
    }
refused-not-steering = ここで全員の設定を選べるのは、このグループの管理者だけです。
refused-may-not-send = 先ほど、このグループで画像を送信できませんでした。写真の送信を許可するよう管理者に頼んで、数分後にもう一度お試しください。
refused-ended = これはもう終わっているので、できることはありません。
refused-banned = 今はご利用いただけません。お心当たりがなければ、このボットの運営者にお問い合わせください。

## 失敗：受け付けたものの画像なし。クレジットは戻りました

failed-auth = 画像サービスに接続を断られました。あなたのせいではありません。クレジットは使っていません。別のモデルを試すか、しばらくしてからどうぞ。
failed-quota = 画像サービス側の予算が尽きました。あなたのせいではありません。クレジットは使っていません。別のモデルを試すか、しばらくしてからどうぞ。
failed-rate-limited = 画像サービスが混み合っています。クレジットは使っていません。1 分後にやり直すか、別のモデルを使ってください。
failed-content-policy = モデルのコンテンツルールにより断られました。クレジットは使っていません。言葉や画像、モデルを変えてみてください。
failed-bad-request = モデルがこの依頼を処理できませんでした。クレジットは使っていません。言葉や画像、モデルを変えてみてください。
failed-upstream = 画像サービスで障害が起きました。クレジットは使っていません。やり直すか、別のモデルを使ってください。
failed-timeout = 画像サービスの応答が遅すぎるため、待つのをやめました。クレジットは使っていません。やり直すか、別のモデルを使ってください。
failed-no-image = モデルから画像が返ってきませんでした。クレジットは使っていません。言い方を変えるか、別のモデルを使ってください。
failed-input-empty = 送られたファイルは空でした。クレジットは使っていません。もう一度送ってください。
failed-input-no-picture = 読み取れる画像ではありませんでした。クレジットは使っていません。JPEG、PNG、WebP のどれかで送ってください。
failed-input-damaged = 送られた画像は壊れています。クレジットは使っていません。もう一度送るか、別の画像をどうぞ。
failed-input-too-many-pixels = 送られた画像はピクセル数が多すぎます。クレジットは使っていません。もっと小さい画像を送ってください。
failed-input-too-large = 送られた画像は大きすぎて取得できません。クレジットは使っていません。20 MB 以下の画像を送ってください。
failed-input-gone = Telegram から画像を取得できませんでした。クレジットは使っていません。もう一度送ってください。
failed-result = モデルが作った画像は使えないものでした。クレジットは使っていません。やり直すか、別のモデルを使ってください。
failed-delivery = 画像はできましたが、Telegram に送れませんでした。クレジットは使っていません。やり直してください。
failed-group-right = このグループでは画像を送る権限がありません。クレジットは使っていません。管理者に写真の送信を許可してもらってください。
failed-group-gone = この画像を頼まれたグループに、もう参加していません。クレジットは使っていません。「やり直す」を押すと、ここにお届けします。
failed-no-room = 今は画像を置く場所がありません。クレジットは使っていません。数分後にやり直してください。
failed-model-gone = お待ちの間に、この画像のモデルが提供を終えました。クレジットは使っていません。/model で別のモデルを選んでください。
failed-interrupted = 作業の途中で再起動があり、画像がどうなったかわかりません。クレジットは使っていません。やり直してください。
failed-unexpected = こちらで問題が起きました（番号 { $incident }）。クレジットは使っていません。やり直しても直らないときは、この番号をボットの運営者に伝えてください。

## エラー

error-internal = こちらで問題が起きました（番号 { $id }）。やり直しても直らないときは、この番号をボットの運営者に伝えてください。
error-storage = 今は何も書き込めないため、始めていません。クレジットは使っていません。数分後にやり直してください。
startup = { $sentence }

## 管理者へのお知らせ

alert-began = ⚠ 対応が必要です：
alert-lasts = ⏳ まだ直っていません：
alert-well = ✅ 元に戻りました：
alert-length = { AGO($since) }に{ $edits ->
        [0] 始まりました。
       *[other] 始まり、{ $edits } 件の編集に影響しました。
    }
alert-more = …ほかに { $troubles } 件あります。くわしくはログをご覧ください。
alert-key = { $gateway } が{ $key ->
        [none] キー
       *[other] {" "}{ $key } 番のキー
    }を拒否しています（{ $status }）。{ $others ->
        [none] 代わりのゲートウェイがないため、それまで編集は失敗します。
       *[other] 編集にはほかのゲートウェイを使います。
    }{ $setting } に新しいキーを設定して、私を再起動してください。
alert-key-well = { $gateway } がまた{ $key ->
        [none] キー
       *[other] {" "}{ $key } 番のキー
    }を受け付けるようになりました。
alert-right = { $gateway } が{ $key ->
        [none] キー
       *[other] {" "}{ $key } 番のキー
    }に { $model } の使用を許可していません（{ $status }）。{ $others ->
        [none] 代わりのゲートウェイがないため、それまでこのモデルの編集は失敗します。
       *[other] このモデルの編集にはほかのゲートウェイを使います。
    }サービス側で許可するか、/models でこのモデルをオフにしてください。
alert-right-well = { $gateway } で { $model } がまた使えるようになりました。
alert-credit = { $gateway } の{ $key ->
        [none] 残高
       *[other] {" "}{ $key } 番のキーの残高
    }がなくなりました（{ $status }）。{ $others ->
        [none] 代わりのゲートウェイがないため、それまで編集は失敗します。
       *[other] 編集にはほかのゲートウェイを使います。
    }サービス側で補充してください。補充されれば自動で気づきます。
alert-credit-well = { $gateway } の{ $key ->
        [none] 残高
       *[other] {" "}{ $key } 番のキーの残高
    }が補充されました。
alert-request = { $gateway } が { $model } への依頼を、私の書いた形では受け付けません（{ $status }{ $detail ->
        [none] {""}
       *[other] ：{ $detail }
    }）。設定にあるモデルの ID と方言を確認するか、/models でオフにしてください。
alert-request-well = { $gateway } が { $model } への依頼をまた受け付けるようになりました。
alert-certificate = { $gateway } の証明書を信頼できないため（{ $detail }）、何も送りません。{ $others ->
        [none] 代わりのゲートウェイがないため、それまで編集は失敗します。
       *[other] 編集にはほかのゲートウェイを使います。
    }アドレスと証明書を確認してください。
alert-certificate-well = { $gateway } の証明書は正常に戻りました。
alert-breaker = { $gateway } で { $model } の失敗が続いています（{ $fault }）。{ $others ->
        [none] このまま試し続けます。
       *[other] ほかのゲートウェイを先に使います。
    }状態は /gateways で確認できます。
alert-breaker-well = { $gateway } で { $model } がまた動くようになりました。
alert-delivery = Telegram が結果を受け取りません。複数のチャットで結果が届きませんでした。誰のクレジットも使っていません。理由はログにあります。
alert-delivery-well = Telegram がまた結果を受け取るようになりました。
alert-telegram = { $minutes } 分間、Telegram に接続できませんでした。届いたメッセージは Telegram 側で待っています。ネットワークを確認してください。
alert-telegram-well = Telegram にまた接続できるようになりました。
alert-storage = データベースかディスクでエラーが起きています：{ $detail }。受け付けたものは失われていません。data_dir のあるディスクを確認してください。
alert-storage-well = データベースとディスクは正常に戻りました。
alert-disk = ディスクがもうすぐいっぱいです。残りは { $free } MB です。空きを作るか、results.max_mb を小さくしてください。
alert-disk-well = ディスクにまた空きができました。
alert-inbox = 処理が追いついていません。{ $seconds } 秒待っているメッセージがあります。ログとマシンの負荷を確認してください。
alert-inbox-well = 処理がまた追いつきました。
alert-private = { $gateway } の返事に、プライベートネットワークにある { $name } へのリンクがあったため、開きませんでした。ご自分のサーバーであれば、results.allowed_hosts に追加してください。
alert-private-well = この 1 時間、{ $gateway } から { $name } へのリンクは届いていません。
alert-ledger = クレジットの計算が { $differences } か所で合いません。darkroom check --ledger で 1 つずつ確認できます。
alert-ledger-well = クレジットの計算がまたすべて合うようになりました。
alert-stars = 何の分かわからない ⭐ { $stars } のお支払いがありました。/refund { $name } で返金できます。
alert-stars-well = お支払い { $name } の件は片づきました。
