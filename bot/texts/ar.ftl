# كل ما يقرؤه الناس، كما في en.ftl. الأرقام غربية كما تعرضها تطبيقات تيليجرام بالعربية.
# الأوامر مثل /help تُكتب كما هي: يعزلها texts/direction.py عن اتجاه الجملة.

language-name = العربية

## الأوامر كما تظهر في قائمة تيليجرام

menu-start = إلقاء التحية
menu-help = ما الذي أستطيع فعله
menu-model = اختيار نموذج الصور
menu-settings = الأبعاد وعدد الصور والإرسال كصورة أو ملف والوصف
menu-quota = عرض رصيدك من النقاط
menu-history = عرض آخر تعديلاتك وكم كلّفت
menu-give = إهداء نقاط منك إلى المجموعة
menu-imagine = رسم صورة من الكلمات
menu-edit = تعديل الصورة التي ترد عليها
menu-again = آخر تعديل مرة أخرى، أو بكلمات أخرى
menu-compare = صورة واحدة وعدة نماذج
menu-presets = طلباتك المحفوظة لتستخدمها من جديد
menu-cancel = إيقاف ما أعمل عليه
menu-language = اختيار اللغة
menu-privacy = ما أحتفظ به عنك وكيف تحذفه
menu-grant = منح نقاط لشخص ما
menu-limit = تحديد النقاط المجانية لشخص ما
menu-invite = إنشاء رابط دعوة
menu-invites = عرض روابط الدعوة وإنهاؤها
menu-models = عرض النماذج والناقص منها
menu-gateways = عرض حالة البوابات
menu-stats = عرض ما حدث في الأيام الأخيرة

## ما يعرضه تيليجرام قبل الضغط على «ابدأ»

bot-description =
    أرسل صورة واكتب في وصفها ما تريد تغييره، وسأعيدها إليك معدّلة.

    • إزالة الخلفية، ترميم صورة قديمة، تحويلها إلى لوحة مائية: قلها بكلماتك
    • رُدّ على أي نتيجة لتكمل التعديل عليها
    • أرسل كلمات فقط لأرسم لك صورة جديدة
    • أعمل في المجموعات أيضًا، وبالنموذج الذي تختاره

    اضغط «ابدأ» وأرسل صورة.
bot-short-description = أرسل صورة، وقل ما تريد تغييره، وتصلك معدّلة. في الخاص وفي المجموعات.

## الترحيب والمساعدة

start =
    أهلًا { $name }! أنا أعدّل الصور.

    أرسل صورة واكتب في وصفها ما تريد أن أفعله بها، مثل «اجعلها بالأبيض والأسود».
    وإن أرسلت كلمات فقط، رسمت لك صورة جديدة.

    لمعرفة المزيد: /help
help =
    صورة مع وصف: أعدّل الصورة كما تكتب.
    صورة وحدها: أسألك ماذا أفعل بها.
    كلمات وحدها: أرسم منها صورة.
    ملف صورة: الأمر نفسه، وتصلك النتيجة ملفًا بجودة كاملة.
    رُدّ بكلمات على أي صورة: أعدّل تلك الصورة. وهكذا تكمل التعديل على أي نتيجة.

    /model – اختيار نموذج الصور (الحالي: { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    في المجموعات أجيبك إذا ذكرتني أو رددت عليّ أو كتبت /edit أو /imagine.
unknown-command = لا أعرف هذا الأمر. تجد كل ما أستطيع فعله في /help.

## الاختيار

model-choose =
    أي نموذج تريد أن يعدّل صورك؟ الرقم هو سعر الصورة الواحدة بالنقاط.
    الحالي: { $model }
model-unavailable = غير متاح هنا حاليًا: { $models }.
model-option = { $title } · { $price }
model-chosen = تم، النموذج الآن { $model }.
language-choose = بأي لغة تريد أن أتحدث؟
language-auto = كما في تيليجرام
language-chosen = من الآن سأتحدث بالعربية.

## المجموعات

group-hello =
    أهلًا! أعدّل الصور هنا.
    رُدّ على أي صورة مع @{ $name } وما تريد أن أفعله بها، أو اكتب ذلك في وصف صورتك.
    ويكفي أيضًا /edit أو الرد على إحدى صوري؛ وما عدا ذلك لا أتدخل فيه.
group-hello-privacy =
    أهلًا! أعدّل الصور هنا.
    رُدّ على أي صورة بالأمر /edit@{ $name } وما تريد أن أفعله بها، أو رُدّ بكلمات على إحدى صوري.
    لا يُريني تيليجرام ما عدا ذلك حتى أصبح مشرفًا: عندها تكفي كتابة @{ $name } في أي نص أو وصف.
group-nobody = لا أستطيع أن أرى من أنت، فلا أعرف من أي رصيد أخصم؛ اكتب باسمك لا باسم المجموعة أو القناة.
group-model-choose =
    أي نموذج تريد أن يعدّل الصور في هذه المجموعة؟ يسري على الجميع هنا؛ والرقم هو سعر الصورة الواحدة بالنقاط.
    الحالي: { $model ->
        [none] اختيار كل عضو
       *[other] { $model }
    }
group-model-own = اختيار كل عضو
group-model-chosen =
    { $model ->
        [none] عاد كل عضو في هذه المجموعة إلى نموذجه الخاص.
       *[other] نموذج هذه المجموعة الآن هو { $model }.
    }
group-model-here = تُعدَّل الصور في هذه المجموعة بالنموذج { $model } الذي اختاره مشرفوها. أما اختيارك { $own } فيسري في كل مكان آخر.
group-privately = لا أستطيع أن أجيبك في المجموعة «{ $title }»:

## الإعدادات

settings =
    ما يسري على تعديلاتك.
    هذا ما يعرفه { $model }؛ وما تطلبه في كلماتك، مثل --ar 16:9، يُقدَّم عليه.
settings-group =
    ما يسري على تعديلات الجميع في هذه المجموعة، قبل إعدادات كل عضو.
    هذا ما يعرفه { $model }؛ وما يُطلب في الكلمات، مثل --ar 16:9، يُقدَّم عليه.
settings-kept = محفوظ للنماذج التي تدعمه: { $settings }
settings-here =
    { $settings ->
        [none] تذهب تعديلاتك هنا إلى { $model } دون إعدادات أخرى؛ وما تضبطه عبر /settings في محادثتنا الخاصة يسري هنا أيضًا.
       *[other] تذهب تعديلاتك هنا إلى { $model } مع { $settings }؛ وما تتركه المجموعة تضبطه أنت عبر /settings في محادثتنا الخاصة.
    }
settings-saved = حُفظ.
settings-line = { $setting }: { $value }
settings-defaults = ↺ استعادة الافتراضي
settings-own = كما يختار كل عضو
settings-ratio = الأبعاد
settings-ratio-default = كالصورة الأصلية
settings-ratio-ask = ما الشكل الذي تريده للنتائج؟
settings-size = الحجم
settings-size-default = يختاره النموذج
settings-size-ask = ما حجم الصور التي يصنعها { $model }؟
settings-quality = الجودة
settings-quality-default = يختارها النموذج
settings-quality-ask = ما جودة الصور التي يصنعها { $model }؟
settings-style = الأسلوب
settings-style-default = يختاره النموذج
settings-style-ask = أي أسلوب يتبعه { $model }؟
settings-count = عدد الصور
settings-count-default = 1
settings-count-ask = كم صورة في كل مرة؟ لكل صورة سعرها.
settings-form = الإرسال
settings-form-default = كما وصلت
settings-form-ask = الصورة أسرع في المشاهدة، والملف يحفظ كل بايت. افتراضيًا تعود الصورة صورة والملف ملفًا.
settings-caption = الوصف
settings-caption-default = نعم
settings-caption-ask = هل أُظهر النموذج والوقت والنقاط أسفل النتيجة؟
settings-quote = كلماتك في الوصف
settings-quote-default = نعم
settings-quote-ask = هل أُظهر كلماتك مطويّة أسفل النتيجة؟
settings-value-photo = صورة
settings-value-file = ملف
settings-value-on = نعم
settings-value-off = لا

## الخصوصية

privacy =
    ما أحتفظ به عنك:
    • الصور، صورك والنتائج: مدة { $pictures ->
        [zero] { $pictures } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $pictures } ساعات
        [many] { $pictures } ساعة
       *[other] { $pictures } ساعة
    }، أثناء عملي عليها وتحسّبًا لأي خلل.
    • إن لم ينجح تعديل، فللمدة نفسها: ما أرسلته إلى خدمة الصور وما أجابت به، دون صور، ليعرف مشغّل هذا البوت السبب.
    • رسائلك: إلى أن أجيب عنها؛ وما لم أستطع قراءته أحتفظ به { $letters ->
        [zero] { $letters } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $letters } ساعات
        [many] { $letters } ساعة
       *[other] { $letters } ساعة
    }.
    • اسمك وما طلبته ومكان نتيجته لتكمل التعديل عليها، وطلباتك المحفوظة: إلى أن تحذفها.
    • رقمك ولغتك ونموذجك، وعدد النقاط التي حصلت عليها وأنفقتها: دائمًا.

    تذهب صورك وكلماتك إلى خدمة الصور التي تصنع النتيجة. وقد يحتفظ مشغّل هذا البوت بنسخ احتياطية.

    يحذف الأمر /privacy delete صورك وكلماتك واسمك فورًا، ويلغي ما أعمل عليه من أجلك.
privacy-sure = لا يمكن التراجع عن هذا، وستفقد النتائج القديمة أزرارها.
privacy-done = حُذفت صورك وكلماتك واسمك.{ $cancelled ->
        [0] {""}
        [zero] {""}
        [one] {" "}أُلغي تعديل واحد ولم يُخصم شيء.
        [two] {" "}أُلغي تعديلان ولم يُخصم شيء.
        [few] {" "}أُلغيت { $cancelled } تعديلات ولم يُخصم شيء.
        [many] {" "}أُلغي { $cancelled } تعديلًا ولم يُخصم شيء.
       *[other] {" "}أُلغي { $cancelled } تعديل ولم يُخصم شيء.
    } وبقي رقمك وإعداداتك ونقاطك.

## النقاط

quota =
    رصيدك الآن: { $left ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $left } نقاط
        [many] { $left } نقطة
       *[other] { $left } نقطة
    }.
quota-free =
    المجانية: بقي { $left } من { $free } { $period ->
        [day] اليوم
        [week] هذا الأسبوع
        [month] هذا الشهر
       *[never] إجمالًا
    }{ $renews_at ->
        [none] .
       *[other] ، وتعود كلها { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
quota-later =
    تصلك نقاطك المجانية { WAIT($begins_at) } ({ MOMENT($begins_at) }): { $free ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $free } نقاط
        [many] { $free } نقطة
       *[other] { $free } نقطة
    }.
quota-balance = الرصيد الدائم: { $balance }، ولا تنتهي صلاحيته.
quota-held = محجوز لما أعمل عليه: { $held }.
quota-spent = أُنفق في آخر الأيام ({ $days }): { $spent }.

## آخر التعديلات وكم كلّفت

history = آخر تعديلاتك، الأحدث أولًا:
history-here = آخر تعديلاتك في هذه المجموعة، الأحدث أولًا:
history-none = لا يوجد هنا تعديل لك بعد. أرسل صورة وقل ماذا أفعل بها.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = «{ $words }»
history-paid =
    { $price ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $price } نقاط
        [many] { $price } نقطة
       *[other] { $price } نقطة
    }
history-free = مجانًا
history-group = دفعت المجموعة ({ $price })
history-working =
    قيد العمل، { $price ->
        [0] مجانًا
        [zero] مجانًا
        [one] نقطة واحدة محجوزة
        [two] نقطتان محجوزتان
        [few] { $price } نقاط محجوزة
        [many] { $price } نقطة محجوزة
       *[other] { $price } نقطة محجوزة
    }
history-cancelled = دون خصم: أُلغي
history-failed = دون خصم: { $why }
history-gone = لم أعد أعرف مكان تلك النتيجة.
why =
    { $error ->
        [failed-auth] الخدمة ترفض الدخول
        [failed-quota] نفدت ميزانية الخدمة
        [failed-rate-limited] الخدمة مشغولة جدًا
        [failed-content-policy] قواعد المحتوى
        [failed-bad-request] طلب غير مفهوم
        [failed-upstream] عطل في الخدمة
        [failed-timeout] وقت طويل جدًا
        [failed-no-image] إجابة دون صورة
        [failed-input-empty] ملف فارغ
        [failed-input-no-picture] ليست صورة
        [failed-input-damaged] صورة تالفة
        [failed-input-too-many-pixels] بكسلات كثيرة جدًا
        [failed-input-too-large] ملف كبير جدًا
        [failed-input-gone] الصورة ليست لدى تيليجرام
        [failed-result] نتيجة غير صالحة
        [failed-delivery] لم يقبلها تيليجرام
        [failed-group-right] لا إذن بالإرسال في المجموعة
        [failed-group-gone] لم أعد في المجموعة
        [failed-no-room] لا مساحة على القرص
        [failed-model-gone] سُحب النموذج
        [failed-interrupted] قُطع بسبب إعادة التشغيل
       *[other] عطل آخر
    }

## الرسوم البيانية: كلمات قليلة

chart-day = { DAY($at) }
chart-spent = النقاط المنفقة يوميًا
chart-free = { $free } مجانًا يوميًا
chart-edits = التعديلات يوميًا
chart-done = تم
chart-failed = لم ينجح
chart-cancelled = أُلغي
chart-people = الأشخاص يوميًا
chart-failures = الأعطال
quota-group =
    رصيد هذه المجموعة الآن: { $left ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $left } نقاط
        [many] { $left } نقطة
       *[other] { $left } نقطة
    }.
quota-cap = أما أنت فبقي لك { $left } من { $cap } يمكن لكل عضو إنفاقها منه في اليوم.
quota-spenders =
    الأكثر إنفاقًا { $period ->
        [day] اليوم
        [week] هذا الأسبوع
        [month] هذا الشهر
       *[never] حتى الآن
    }:
quota-spender = • { $name }: { $spent }
quota-nameless = باسم المجموعة
give-usage = /give النقاط – ينقل نقاطًا من رصيدك الدائم إلى هذه المجموعة، مثل: /give 20
give-nowhere = اكتب /give في مجموعة: تصبح النقاط التي تهديها ملكًا لها.
give-done =
    شكرًا! أهديت { $given ->
        [zero] 0 من النقاط
        [one] نقطة واحدة
        [two] نقطتين
        [few] { $given } نقاط
        [many] { $given } نقطة
       *[other] { $given } نقطة
    }؛ ورصيد هذه المجموعة الآن { $left }.

## السؤال والجواب

ask-what =
    ماذا أفعل { $count ->
        [zero] بالصور
        [one] بهذه الصورة
        [two] بهاتين الصورتين
        [few] بهذه الصور وعددها { $count }
        [many] بهذه الصور وعددها { $count }
       *[other] بهذه الصور وعددها { $count }
    }؟ اكتب ذلك بكلماتك أو اضغط زرًا.
ask-what-group =
    ماذا أفعل { $count ->
        [zero] بالصور
        [one] بهذه الصورة
        [two] بهاتين الصورتين
        [few] بهذه الصور وعددها { $count }
        [many] بهذه الصور وعددها { $count }
       *[other] بهذه الصور وعددها { $count }
    }؟ رُدّ على هذه الرسالة بكلماتك أو اضغط زرًا.
ask-fewer =
    عدد الصور التي أرسلتها { $given }، أما { $model } { $limit ->
        [0] فلا يقبل الصور، بل الكلمات فقط
        [zero] فلا يقبل الصور، بل الكلمات فقط
        [one] فيقبل صورة واحدة فقط
        [two] فيقبل صورتين على الأكثر
        [few] فيقبل { $limit } صور على الأكثر
        [many] فيقبل { $limit } صورة على الأكثر
       *[other] فيقبل { $limit } صورة على الأكثر
    }. ماذا أفعل؟ لم يُخصم شيء حتى الآن.
album-left-out =
    { $count ->
        [zero] كل ما في ألبومك صور.
        [one] في ألبومك عنصر واحد ليس صورة، فتركته.
        [two] في ألبومك عنصران ليسا صورتين، فتركتهما.
        [few] في ألبومك { $count } عناصر ليست صورًا، فتركتها.
        [many] في ألبومك { $count } عنصرًا ليس صورًا، فتركتها.
       *[other] في ألبومك { $count } عنصر ليس صورًا، فتركتها.
    }
gif-first-frame = من الصورة المتحركة أعدّل الإطار الأول.
imagine-usage = اكتب بعد الأمر ما تريد أن أرسمه، مثل: /imagine ثعلب في الثلج
edit-usage = رُدّ على صورة بالأمر /edit مع ما تريد، مثل: /edit اجعل السماء حمراء
cancel-none = لا يوجد ما يُلغى.
cancel-late = فات أوان الإلغاء: صورتك قيد الإرسال الآن.
cancel-done = { $count ->
        [zero] لا يوجد ما يُلغى.
        [one] تم الإلغاء، ولم يُخصم شيء.
        [two] أُلغي تعديلان، ولم يُخصم شيء.
        [few] أُلغيت { $count } تعديلات، ولم يُخصم شيء.
        [many] أُلغي { $count } تعديلًا، ولم يُخصم شيء.
       *[other] أُلغي { $count } تعديل، ولم يُخصم شيء.
    }

## تعديلات جاهزة: ما يقوله الزر، وما يُطلب عندها من النموذج

ready-background = ✂️ إزالة الخلفية
ready-background-prompt = أزل الخلفية تمامًا وضع العنصر الرئيسي، مقصوصًا بدقة عند حوافه، على خلفية بيضاء سادة. اترك العنصر نفسه كما هو تمامًا.
ready-restore = 🩹 ترميم صورة قديمة
ready-restore-prompt = رمّم هذه الصورة القديمة: أزل الخدوش والغبار والبقع والثنيات وآثار البهتان، وأعد إليها الوضوح والألوان الطبيعية. أبقِ الوجوه والملابس والمشهد مطابقة للأصل.
ready-colour = 🎨 تلوين
ready-colour-prompt = لوّن هذه الصورة بالأبيض والأسود بألوان طبيعية ومقنعة. اترك كل ما عدا ذلك كما هو تمامًا.
ready-sharper = 🔍 أكثر وضوحًا
ready-sharper-prompt = اجعل هذه الصورة أكثر حدة ووضوحًا: أزل التشويش والضبابية وآثار الضغط، وأظهر التفاصيل الدقيقة، دون تغيير ما فيها.
ready-vivid = 🌈 مشرقة وحيوية
ready-vivid-prompt = اجعل هذه الصورة أكثر إشراقًا وحيوية: إضاءة متوازنة وألوان غنية لكن طبيعية وتباين واضح. اترك المحتوى كما هو.
ready-portrait = 👔 صورة مهنية
ready-portrait-prompt = حوّلها إلى صورة شخصية مهنية: ملابس عمل أنيقة وإضاءة استوديو ناعمة وخلفية محايدة سادة. أبقِ وجه الشخص وهويته كما هما تمامًا.
ready-anime = 🌸 أنمي
ready-anime-prompt = أعد رسم هذه الصورة كلوحة أنمي غنية بالتفاصيل بخطوط نظيفة وألوان ناعمة. حافظ على التكوين والوضعيات وما يميّز ملامح الأشخاص.
ready-watercolour = 💧 ألوان مائية
ready-watercolour-prompt = حوّل هذه الصورة إلى لوحة مائية رقيقة على ورق محبّب، بطبقات لون منسابة وحواف ناعمة. حافظ على التكوين.
ready-cartoon = 🧸 كرتون ثلاثي الأبعاد
ready-cartoon-prompt = حوّل هذه الصورة إلى لقطة من فيلم رسوم متحركة حديث ثلاثي الأبعاد: أشكال مستديرة ودودة وإضاءة دافئة ووجوه معبّرة. أبقِ الأشخاص معروفين والتكوين كما هو.
ready-pencil = ✏️ قلم رصاص
ready-pencil-prompt = حوّل هذه الصورة إلى رسم دقيق بقلم الرصاص على ورق أبيض، بتهشير وظلال ناعمة. حافظ على التكوين.
ready-oil = 🖼 لوحة زيتية
ready-oil-prompt = حوّل هذه الصورة إلى لوحة زيتية كلاسيكية بضربات فرشاة ظاهرة وألوان عميقة وإضاءة دافئة. حافظ على التكوين.
ready-pixel = 👾 فن البكسل
ready-pixel-prompt = حوّل هذه الصورة إلى فن بكسل 16 بت كما في ألعاب الفيديو الكلاسيكية، بألوان محدودة وبكسلات مربعة واضحة. حافظ على التكوين.
ready-mono = ⚫ أبيض وأسود
ready-mono-prompt = حوّل هذه الصورة إلى صورة راقية بالأبيض والأسود، بتباين غني ودرجات تشبه الأفلام. اترك المحتوى كما هو.
ready-sunset = 🌇 ضوء الغروب
ready-sunset-prompt = غيّر إضاءة هذه الصورة كأنها التُقطت عند الغروب: ضوء ذهبي دافئ وظلال طويلة ناعمة وسماء متوهجة حيث تظهر السماء. اترك الباقي كما هو.
ready-comic = 💥 قصة مصورة
ready-comic-prompt = أعد رسم هذه الصورة كصفحة من قصة مصورة: حدود حبر عريضة ونقاط طباعة وألوان مسطحة قوية. حافظ على التكوين ولا تضف أي نص.
ready-clay = 🏺 صلصال
ready-clay-prompt = حوّل هذه الصورة إلى مشهد من الصلصال بأسلوب تحريك الإطارات، ببصمات أصابع ظاهرة وإضاءة استوديو ناعمة. أبقِ الأشخاص معروفين والتكوين كما هو.
ready-figure = 🎎 مجسّم
ready-figure-prompt = حوّل العنصر الرئيسي إلى مجسّم واقعي لهواة الجمع على قاعدة مستديرة شفافة، واقفًا على مكتب وبجانبه علبته المطبوعة، في ضوء داخلي ناعم. حافظ على الوجه والملابس والوضعية.
ready-sticker = 🏷 ملصق
ready-sticker-prompt = حوّل العنصر الرئيسي إلى ملصق لطيف مقصوص: أشكال بسيطة بارزة وحدود نظيفة وإطار أبيض سميك وخلفية سادة.

## الطلبات المحفوظة

presets = طلباتك المحفوظة. اضغط واحدًا لأستخدمه مع الصورة التي أسألك عنها، أو مع الصورة التالية التي ترسلها.
presets-none = لم تحفظ أي طلب بعد. إن أردت تكرار طلب ما، فاحفظه هنا باسم تختاره.
presets-manage = أيها تريد إعادة تسميته أو حذفه؟
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    ماذا أسمّي هذا؟

    { $prompt }
preset-ask-new-name = ما الاسم الجديد لـ«{ $name }»؟
preset-saved = حُفظ باسم «{ $name }». تجد كل ما حفظته في /presets.
preset-renamed = صار اسمه «{ $name }».
preset-send-picture = أرسل صورة لأستخدم معها «{ $name }».

## أثناء العمل

status-waiting = { $ahead ->
        [zero] في الانتظار، حان دورك…
        [one] في الانتظار، قبلك طلب واحد…
        [two] في الانتظار، قبلك طلبان…
        [few] في الانتظار، قبلك { $ahead } طلبات…
        [many] في الانتظار، قبلك { $ahead } طلبًا…
       *[other] في الانتظار، قبلك { $ahead } طلب…
    }
status-next = في الانتظار، دورك هو التالي…
status-then =
    { $unit ->
        [minutes] ثم تستغرق نحو { $amount ->
            [zero] { $amount } دقيقة
            [one] دقيقة واحدة
            [two] دقيقتين
            [few] { $amount } دقائق
            [many] { $amount } دقيقة
           *[other] { $amount } دقيقة
        }.
       *[seconds] ثم تستغرق نحو { $amount ->
            [zero] { $amount } ثانية
            [one] ثانية واحدة
            [two] ثانيتين
            [few] { $amount } ثوانٍ
            [many] { $amount } ثانية
           *[other] { $amount } ثانية
        }.
    }
status-developing = جارٍ تحميض الصورة…
status-usual =
    { $bar } { $unit ->
        [minutes] نحو { $amount ->
            [zero] { $amount } دقيقة
            [one] دقيقة واحدة
            [two] دقيقتين
            [few] { $amount } دقائق
            [many] { $amount } دقيقة
           *[other] { $amount } دقيقة
        }
       *[seconds] نحو { $amount ->
            [zero] { $amount } ثانية
            [one] ثانية واحدة
            [two] ثانيتين
            [few] { $amount } ثوانٍ
            [many] { $amount } ثانية
           *[other] { $amount } ثانية
        }
    }
status-longer = { $bar } تستغرق أطول من المعتاد…
status-progress = جارٍ تحميض الصورة…
    { $bar } اكتمل { $percent }%
status-queued = { $queue ->
        [zero] في انتظار النموذج، حان دورك…
        [one] في انتظار النموذج، قبلك طلب واحد…
        [two] في انتظار النموذج، قبلك طلبان…
        [few] في انتظار النموذج، قبلك { $queue } طلبات…
        [many] في انتظار النموذج، قبلك { $queue } طلبًا…
       *[other] في انتظار النموذج، قبلك { $queue } طلب…
    }
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
        [zero] { " " }· { $seconds } ثانية
        [one] { " " }· ثانية واحدة
        [two] { " " }· ثانيتان
        [few] { " " }· { $seconds } ثوانٍ
        [many] { " " }· { $seconds } ثانية
       *[other] { " " }· { $seconds } ثانية
    }{ $left ->
        [none] { "" }
        [zero] { " " }· لم تبقَ نقاط
        [one] { " " }· بقيت نقطة واحدة
        [two] { " " }· بقيت نقطتان
        [few] { " " }· بقيت { $left } نقاط
        [many] { " " }· بقيت { $left } نقطة
       *[other] { " " }· بقيت { $left } نقطة
    }
caption-off = ماذا بعد؟
original-coming = الملف في الطريق إليك.
original-gone =
    أحتفظ بملفات النماذج { $hours ->
        [zero] { $hours } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
        [many] { $hours } ساعة
       *[other] { $hours } ساعة
    }، وهذا الملف لم يعد موجودًا.
undo-version = ↩ عودة إلى «{ $prompt }»
undo-original = ↩ عودة إلى الأصل
undo-gone = لم يعد تيليجرام يعطيني الصورة السابقة؛ إن كنت لا تزال تراها فرُدّ عليها بكلمات.

## النتيجة

words-of-model = قال النموذج:
    { $words }
other-choose = بأي نموذج أعيدها؟ الرقم هو السعر بالنقاط.
again-none = لا يوجد هنا بعد ما أعيده. أرسل صورة واكتب في وصفها ما تريد أن أفعله بها.
compare-usage = رُدّ على صورة بالأمر /compare مع ما تريد، أو اكتب ذلك تحت صورة، مثل: /compare اجعلها لوحة مائية
compare-too-few =
    { $given ->
        [zero] لا نماذج هنا للمقارنة.
        [one] نموذج واحد فقط هنا يعدّل الصور؛ لا يوجد ما يُقارَن.
        [two] لا يوجد هنا نموذجان يقبلان صورتين معًا؛ أرسل عددًا أقل.
        [few] لا يوجد هنا نموذجان يقبلان { $given } صور معًا؛ أرسل عددًا أقل.
        [many] لا يوجد هنا نموذجان يقبلان { $given } صورة معًا؛ أرسل عددًا أقل.
       *[other] لا يوجد هنا نموذجان يقبلان { $given } صورة معًا؛ أرسل عددًا أقل.
    }
compare-ask = أي نماذج أقارن، من اثنين إلى أربعة؟ الرقم هو السعر بالنقاط، وما لا ينجح لا يكلّف شيئًا.
compare-start =
    مقارنة · { $price ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $price } نقاط
        [many] { $price } نقطة
       *[other] { $price } نقطة
    }
compare-most =
    { $most ->
        [zero] لا مكان لنموذج آخر؛ أزل واحدًا أولًا.
        [one] نموذج واحد على الأكثر في كل مرة؛ أزل واحدًا أولًا.
        [two] نموذجان على الأكثر في كل مرة؛ أزل واحدًا أولًا.
        [few] { $most } نماذج على الأكثر في كل مرة؛ أزل واحدًا أولًا.
        [many] { $most } نموذجًا على الأكثر في كل مرة؛ أزل واحدًا أولًا.
       *[other] { $most } نموذج على الأكثر في كل مرة؛ أزل واحدًا أولًا.
    }
compare-changed = تغيّرت النماذج أو الأسعار في هذه الأثناء؛ ألقِ نظرة أخرى.
compare-begun = جارٍ المقارنة…
compare-status = جارٍ المقارنة… تم { $done } من { $of }
compare-done = أيها أعجبك أكثر؟
compare-none = لم يصنع أي من هذه النماذج صورة؛ لم يُخصم شيء، أعد المحاولة أو عبّر عن طلبك بكلمات أخرى.
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
        [zero] { " " }· { $seconds } ثانية
        [one] { " " }· ثانية واحدة
        [two] { " " }· ثانيتان
        [few] { " " }· { $seconds } ثوانٍ
        [many] { " " }· { $seconds } ثانية
       *[other] { " " }· { $seconds } ثانية
    }{ $price ->
        [0] { "" }
        [zero] { " " }· لا نقاط
        [one] { " " }· نقطة واحدة
        [two] { " " }· نقطتان
        [few] { " " }· { $price } نقاط
        [many] { " " }· { $price } نقطة
       *[other] { " " }· { $price } نقطة
    }
compare-failed =
    • { $model }: { $reason ->
        [failed-content-policy] رفض بسبب قواعد المحتوى
        [failed-timeout] استغرق وقتًا طويلًا
        [failed-rate-limited] مشغول جدًا
        [failed-no-image] أجاب دون صورة
       *[none] لم ينجح
    }، دون خصم
compare-keep = ✓ أبقِ { $model }

## الأزرار

button-again = 🔁 مرة أخرى
button-retry = 🔁 إعادة المحاولة
button-other = 🎛 نموذج آخر
button-original = 📄 الملف الأصلي
button-undo = ↩ تراجع
button-cancel = ✖ إلغاء
button-more = المزيد ›
button-first =
    { $limit ->
        [zero] استخدم الأولى
        [one] استخدم الأولى فقط
        [two] استخدم أول صورتين
        [few] استخدم أول { $limit } صور
        [many] استخدم أول { $limit } صورة
       *[other] استخدم أول { $limit } صورة
    }
button-save-preset = 💾 حفظ آخر طلب
button-manage-presets = ✏️ إعادة تسمية أو حذف
button-rename = ✏️ إعادة تسمية
button-delete = 🗑 حذف
button-delete-sure = 🗑 نعم، احذفه
button-forget = 🗑 حذف بياناتي
button-forget-sure = 🗑 نعم، احذف كل شيء
button-back = ‹ رجوع
button-older = أقدم ›
button-newer = ‹ أحدث
button-revoke = ✖ إنهاء رقم { $number }
press-started = حالًا.
press-twice = أعمل عليها بالفعل.
press-old = هذا الزر أصبح قديمًا. أرسل الصورة من جديد.

## نجوم تيليجرام

menu-buy = شراء نقاط بنجوم تيليجرام
menu-terms = شروط بيع النقاط
menu-paysupport = عند وجود مشكلة في عملية دفع
menu-refund = رد مبلغ مدفوع
help-buy = /buy – المزيد من النقاط مقابل نجوم تيليجرام
privacy-payments = ما دفعته بنجوم تيليجرام وما رُدّ إليك يُحفظ دائمًا: متى وكم ورقم العملية. أما وسيلة الدفع فلا يعرفها إلا تيليجرام.
button-buy = ⭐ شراء نقاط
pack-option =
    { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    } · ⭐ { $stars }
button-refund = ↩ رد ⭐ { $stars }
button-refund-not = ✖ دون رد
buy =
    أي باقة تريد؟ ما تشتريه لا تنتهي صلاحيته، ولا يُستخدم إلا بعد نفاد نقاطك المجانية.
    بالدفع توافق على الشروط: /terms. هل من مشكلة؟ /paysupport
buy-line =
    • { $title }: { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    } · ⭐ { $stars }
buy-privately = تُشترى النقاط في محادثتنا الخاصة، حتى لا يطّلع أحد على ذلك.
buy-changed = تغيّر ما أبيعه في هذه الأثناء؛ ألقِ نظرة من جديد.
invoice-title =
    { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    }
invoice-description =
    { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    } للصور دون انتهاء صلاحية، وما لا ينجح لا يكلّف شيئًا.
payment-done =
    شكرًا! أُضيفت إلى رصيدك { $credits ->
        [zero] 0 من النقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    }: المتاح لك الآن { $left }، ورصيدك الدائم { $balance }.
    رقم هذه العملية: { $charge }
payment-unclear =
    وصلت دفعتك ⭐ { $stars }، لكنني لا أعرف مقابل ماذا، فلم تُضف نقاط. { $support ->
        [none] راسل مشغّل هذا البوت
       *[other] راسل { $support }
    } لتستردها. رقم هذه العملية: { $charge }
payment-back =
    رُدّت إليك دفعتك ⭐ { $stars }، وسُحبت معها { $credits ->
        [zero] 0 من النقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    }؛ رصيدك الدائم الآن { $balance }. رقم العملية: { $charge }
quota-debt = الرصيد الدائم مدين بمقدار { $debt }، لأن دفعة رُدّت بعد إنفاق نقاطها. ما تشتريه يسدّ هذا أولًا؛ أما النقاط المجانية فتبقى لك.
terms =
    شروط البيع

    • تُدفع بالنقاط قيمة الصور التي أصنعها أو أعدّلها. لكل نموذج سعره، وتراه قبل أن تختار.
    • ما لا ينجح لا يُخصم: تعود نقاطه فورًا.
    • النقاط المشتراة لا تنتهي صلاحيتها. وهي ليست مالًا ولا تُصرف نقدًا.
    • إن غيّرت رأيك أو حدث خلل، فراسلنا كما يوضح /paysupport: ما لم يُستخدم يمكن رده بنجوم تيليجرام.
    • تذهب الصور إلى خدمات صور تسري قواعد محتواها، وقد يختلف ما تصنعه عما تمنيته.
    • البائع هو مشغّل هذا البوت، لا تيليجرام.
paysupport =
    هل من مشكلة في عملية دفع، أم تريد استرداد ما دفعته؟ { $support ->
        [none] راسل مشغّل هذا البوت
       *[other] راسل { $support }
    } واذكر رقم العملية. لا يستطيع دعم تيليجرام نفسه المساعدة فيما يُشترى هنا.
paysupport-line =
    { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] {" "}· رُدّت
        [refunding] {" "}· قيد الرد
       *[paid] {""}
    }
    { $charge }
refund-usage = /refund الرقم [السبب] – الرقم هو رقم عملية الدفع كما يراه المشتري عبر /paysupport.
refund-sure =
    أُنفق من النقاط { $spent } من { $credits }؛ سيصبح الرصيد { $after }. هل أرد ⭐ { $stars } رغم ذلك؟
refund-done =
    رُدّت ⭐ { $stars }، وسُحبت { $credits ->
        [zero] 0 من النقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    }؛ الرصيد الآن { $balance }.
till-refused = لم يرد تيليجرام هذه النجوم، فلم يتغير شيء؛ وكان جوابه «{ $detail }».
till-unknown = لم يذكر تيليجرام إن كان قد رد هذه النجوم. سُجّل ذلك، وسأظل أسأل حتى يتم.
refused-payment-forged = لا أعرف مقابل ماذا هذه الفاتورة، فلم يُدفع شيء؛ اطلب فاتورة جديدة عبر /buy.
refused-payment-buyer = هذه فاتورة شخص آخر، فلم يُدفع شيء؛ تحصل على فاتورتك عبر /buy.
refused-payment-changed = لم تعد هذه الباقة تُباع بهذا السعر، فلم يُدفع شيء؛ ألقِ نظرة من جديد عبر /buy.
refused-payment-used = دُفعت هذه الفاتورة من قبل أو يجري دفعها الآن، فلم يُدفع شيء مرتين؛ تحصل على فاتورة جديدة عبر /buy.
refused-refund-unknown = لا أعرف عملية دفع بهذا الرقم.
refused-refund-done = رُدّت هذه الدفعة من قبل.

## الإدارة

grant-usage = /grant الشخص النقاط [السبب] – الشخص رقم أو @username، أو رُدّ على رسالة منه.
grant-done = لدى { $name } ({ $person }) الآن { $left ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $left } نقاط
        [many] { $left } نقطة
       *[other] { $left } نقطة
    }، ومنها دون انتهاء صلاحية: { $balance }.
limit-usage = /limit الشخص النقاط أو /limit الشخص default – الشخص رقم أو @username، أو رُدّ على رسالة منه.
limit-done = لدى { $name } ({ $person }) الآن { $free ->
        [zero] لا نقاط مجانية
        [one] نقطة مجانية واحدة
        [two] نقطتان مجانيتان
        [few] { $free } نقاط مجانية
        [many] { $free } نقطة مجانية
       *[other] { $free } نقطة مجانية
    } في كل فترة، والمتاح الآن: { $left }.
invite-usage = /invite [النقاط] [العدد] – رابط يُدخل أشخاصًا ولكل منهم هذا العدد من النقاط؛ ودون أرقام شخص واحد بلا نقاط.
invite-made =
    يُدخل هذا الرابط { $uses ->
        [zero] لا أحد
        [one] شخصًا واحدًا
        [two] شخصين
        [few] { $uses } أشخاص
        [many] { $uses } شخصًا
       *[other] { $uses } شخص
    } حتى { MOMENT($until) }{ $credits ->
        [0] { "" }
        [zero] { " " }ويمنح كلًّا منهم 0 من النقاط
        [one] { " " }ويمنح كلًّا منهم نقطة واحدة
        [two] { " " }ويمنح كلًّا منهم نقطتين
        [few] { " " }ويمنح كلًّا منهم { $credits } نقاط
        [many] { " " }ويمنح كلًّا منهم { $credits } نقطة
       *[other] { " " }ويمنح كلًّا منهم { $credits } نقطة
    }. ويمكن إنهاؤه قبل ذلك عبر /invites.
invite-welcome =
    أهلًا بك معنا!{ $credits ->
        [0] { "" }
        [zero] { " " }رصيدك لا نقاط، ولا تنتهي صلاحيته.
        [one] { " " }رصيدك نقطة واحدة، ولا تنتهي صلاحيته.
        [two] { " " }رصيدك نقطتان، ولا تنتهي صلاحيته.
        [few] { " " }رصيدك { $credits } نقاط، ولا تنتهي صلاحيته.
        [many] { " " }رصيدك { $credits } نقطة، ولا تنتهي صلاحيته.
       *[other] { " " }رصيدك { $credits } نقطة، ولا تنتهي صلاحيته.
    }
invites-none = لا دعوة مفتوحة. أنشئ واحدة عبر /invite.
invites-line =
    { $number }. دخل { $used } من { $uses }، ولكل منهم { $credits ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $credits } نقاط
        [many] { $credits } نقطة
       *[other] { $credits } نقطة
    }، حتى { MOMENT($until) }: { $link }
invite-revoked = لم يعد هذا الرابط يُدخل أحدًا.
models-heading = النماذج مع السعر بالنقاط واللهجة والبوابات:
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ لا تقدّمه أي بوابة
        [link] {" "}· ⚠ يحتاج إلى رابط عام: اضبط web.public_url أو links.bucket
       *[none] {""}
    }
models-silent = بوابات لم تذكر ما تقدّمه: { $gateways }
gateways-offers = { $name }: { $models ->
        [zero] لا نماذج
        [one] نموذج واحد
        [two] نموذجان
        [few] { $models } نماذج
        [many] { $models } نموذجًا
       *[other] { $models } نموذج
    }
gateways-silent = { $name }: ⚠ لا تذكر ما تقدّمه ({ $fault })
gateways-seconds = تستغرق الصورة { $seconds ->
        [zero] أقل من ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    } (وسيط آخر الصور).
gateways-fault = آخر عطل: { $fault }، { MOMENT($at) }.
gateways-rest = يستريح { $model } حتى { MOMENT($until) }: تُسأل بوابات أخرى أولًا.
gateways-keys = مفاتيح موضوعة جانبًا: { $aside } من { $keys }.
stats-usage = /stats [أيام] – من 1 إلى 90 يومًا، و7 إن لم تذكر شيئًا.
stats =
    { $days ->
        [zero] اليوم
        [one] اليوم
        [two] آخر يومين
        [few] آخر { $days } أيام
        [many] آخر { $days } يومًا
       *[other] آخر { $days } يوم
    }: { $edits ->
        [zero] لا تعديلات
        [one] تعديل واحد
        [two] تعديلان
        [few] { $edits } تعديلات
        [many] { $edits } تعديلًا
       *[other] { $edits } تعديل
    }
stats-ends = تم { $done }، لم ينجح { $failed }، أُلغي { $cancelled }، قيد العمل { $unfinished }
stats-success = نسبة النجاح: { $percent }%
stats-people = الأشخاص: { $people }؛ الجدد: { $newcomers }
stats-credits = النقاط المنفقة: { $credits }
stats-models = النماذج: { $models }
stats-failures = الأعطال: { $failures }
stats-item = { $name } { $count }
menu-ban = حظر شخص ما
menu-unban = رفع الحظر عن شخص ما
ban-usage = /ban الشخص [المدة] [السبب] – الشخص رقم أو @username، أو رُدّ على رسالة منه. المدة مثل 12h أو 3d أو 2w، ودونها يكون الحظر دائمًا. لا يقرأ السبب إلا المشرفون.
ban-done =
    حُظر { $name } ({ $person }) { $until ->
        [none] نهائيًا
       *[other] حتى { MOMENT($until) }
    }؛ وأُلغي ما كان ينتظره.
unban-usage = /unban الشخص – الشخص رقم أو @username، أو رُدّ على رسالة منه.
unban-done = يستطيع { $name } ({ $person }) استخدامي من جديد.
unban-none = ليس { $name } ({ $person }) محظورًا.
refused-banned-until = لا يمكنك استخدامي حتى { MOMENT($until) }؛ إن كنت تظن أن في الأمر خطأ فتواصل مع مشغّل هذا البوت.
refused-ban-admin = هذا الشخص مشرف؛ أزله من الإعدادات أولًا.
models-off = ○ متوقف
models-asleep = ○ متوقف مع بواباته
gateways-off = ○ متوقفة: لا تُطلب منها صور.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = تم تشغيل { $name }.
switched-off = تم إيقاف { $name }.
switched-off-with = تم إيقاف { $name } ومعها ما لا تقدّمه بوابة أخرى: { $models }
refused-gateway = لم تعد هذه البوابة في الإعدادات.
refused-last =
    دون { $kind ->
        [gateway] هذه البوابة
       *[model] هذا النموذج
    } لن يبقى ما يُختار؛ شغّل بديلًا أولًا.
menu-admin = كل ما يستطيعه المشرفون، على شكل أزرار
menu-user = عرض حالة شخص ما
admin = ماذا تريد؟
admin-health =
    اليوم: { $edits ->
        [zero] لا تعديلات
        [one] تعديل واحد
        [two] تعديلان
        [few] { $edits } تعديلات
        [many] { $edits } تعديلًا
       *[other] { $edits } تعديل
    }، لم ينجح { $failed }، قيد العمل { $waiting }. { $ill ->
        [none] البوابات بخير.
       *[other] ⚠ فيها خلل: { $ill }
    }
admin-stats = 📊 الأرقام
admin-user = 👤 الأشخاص
admin-grant = ➕ منح
admin-limit = ⚖️ الحد
admin-ban = 🚫 حظر
admin-models = 🎛 النماذج
admin-gateways = 🔌 البوابات
admin-fresh = ↻ تحديث
admin-console = 🖥 لوحة التحكم
menu-console = فتح لوحة التحكم في المتصفح
console = طريقك إلى لوحة التحكم: رابط يعمل مرة واحدة خلال خمس دقائق. من يفتحه يدخل باسمك، فلا تعطه لأحد.
console-near = طريقك إلى لوحة التحكم: رابط يعمل مرة واحدة خلال خمس دقائق. من يفتحه يدخل باسمك، فلا تعطه لأحد. لا يُفتح إلا على الجهاز الذي أعمل عليه، أو عبر نفق SSH إليه؛ ولفتحه من أي مكان اضبط web.public_url.
console-private = لا ينبغي أن يرى رابط لوحة التحكم أحد غيرك: أرسل إليّ /console في محادثة خاصة.
console-insecure = لوحة التحكم موجودة، لكن ليس على هذا العنوان: لا تُبقيك المتصفحات مسجّل الدخول إلا عبر https. اضبط web.public_url على عنوان يبدأ بكلمة https.
admin-user-ask = من؟ أرسل رقمًا أو @username.
admin-grant-ask = من تُمنح له النقاط، وكم، ولماذا؟ أرسل: الشخص النقاط [السبب]
admin-limit-ask = من تريد تحديد نقاطه المجانية في كل فترة، وكم؟ أرسل: الشخص النقاط، أو: الشخص default
admin-ban-ask = من أحظر، وكم المدة، ولماذا؟ أرسل: الشخص [المدة] [السبب]، والمدة مثل 12h أو 3d أو 2w.
user-usage = /user الشخص – الشخص رقم أو @username، أو رُدّ على رسالة منه.
user =
    { $name }{ $username ->
        [none] {""}
       *[other] {" "}· { $username }
    } · { $person }
user-chosen =
    اللغة: { $language ->
        [none] –
       *[other] { $language }
    } · النموذج: { $model ->
        [none] لم يُختر
       *[other] { $model }
    }
user-seen = أول لقاء: { AGO($met) } · آخر ظهور: { AGO($seen) }
user-never = لم يراسلني هذا الشخص قط.
user-banned =
    🚫 محظور { $until ->
        [none] نهائيًا
       *[other] حتى { MOMENT($until) }
    }{ $why ->
        [none] {""}
       *[other] : { $why }
    }
user-unreachable = ⚠ لا أستطيع مراسلته: حظرني أو لم يعد حسابه موجودًا.
user-credits = النقاط: المجانية { $left } من { $free }، الدائمة { $balance }، المحجوزة { $held }
user-limit = حد خاص: { $limit } مجانًا في كل فترة
user-edits = آخر التعديلات:
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = آخر القيود في سجل النقاط:
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] حجز
        [settle] إنفاق
        [release] إعادة
        [grant] منح
        [limit] حد
       *[other] { $kind }
    }{ $credits ->
        [none] {""}
       *[other] {" "}{ $credits }
    }{ $note ->
        [none] {""}
       *[other] {" "}({ $note })
    }
user-ask-limit = كم عدد النقاط المجانية في كل فترة للشخص { $person }؟ أرسل رقمًا أو «default».
user-ban-sure = كم المدة؟
user-granted =
    { $credits ->
        [zero] لم تُمنح نقاط.
        [one] مُنحت نقطة واحدة.
        [two] مُنحت نقطتان.
        [few] مُنحت { $credits } نقاط.
        [many] مُنحت { $credits } نقطة.
       *[other] مُنحت { $credits } نقطة.
    }
user-shut-out =
    تم الحظر { $until ->
        [none] نهائيًا.
       *[other] حتى { MOMENT($until) }.
    }
user-unbanned = رُفع الحظر.
button-limit = ⚖️ الحد…
button-ban = 🚫 حظر
button-unban = ✓ رفع الحظر
button-ban-1d = يوم واحد
button-ban-1w = أسبوع واحد
button-ban-0 = نهائيًا
menu-broadcast = إرسال رسالة إلى الجميع
admin-broadcast = 📣 رسالة للجميع
admin-broadcast-ask = ماذا تريد أن يصل إلى الجميع؟ أرسله إليّ الآن: كلمات أو صورة مع وصف أو أي شيء آخر.
broadcast-no-copy = لا أستطيع نسخ هذا؛ أرسل كلمات أو صورة واحدة مع وصف.
broadcast-preview =
    هذا ما سيصل { $people ->
        [zero] إلى لا أحد.
        [one] إلى شخص واحد.
        [two] إلى شخصين.
        [few] إلى { $people } أشخاص.
        [many] إلى { $people } شخصًا.
       *[other] إلى { $people } شخص.
    }
broadcast-nobody = لا أحد يمكن الإرسال إليه بعد: لا تصل إلا إلى من راسلني في الخاص.
broadcast-sending = جارٍ الإرسال…
    { $bar } { $tried } من { $total }
broadcast-stopping = لن تصل إلى أحد بعد الآن.
broadcast-cancelled = لن تصل إلى أحد.
broadcast-done = أُرسلت إلى { $sent } من { $total }.
broadcast-stopped = توقف الإرسال. أُرسلت إلى { $sent } من { $total }.
broadcast-lost = لم تعد الرسالة أعلاه موجودة، فلا أستطيع نسخها. أُرسلت إلى { $sent } من { $total }.
broadcast-unreachable =
    { $unreachable ->
        [zero] وصلت إلى الجميع.
        [one] تعذّر الوصول إلى شخص واحد: حظرني أو لم يعد حسابه موجودًا.
        [two] تعذّر الوصول إلى شخصين: حظراني أو لم يعد حساباهما موجودين.
        [few] تعذّر الوصول إلى { $unreachable } أشخاص: حظروني أو لم تعد حساباتهم موجودة.
        [many] تعذّر الوصول إلى { $unreachable } شخصًا: حظروني أو لم تعد حساباتهم موجودة.
       *[other] تعذّر الوصول إلى { $unreachable } شخص: حظروني أو لم تعد حساباتهم موجودة.
    }
broadcast-failed =
    { $failed ->
        [zero] لا أحد أشك في وصولها إليه.
        [one] هناك شخص واحد لا أعرف إن كانت قد وصلت إليه.
        [two] هناك شخصان لا أعرف إن كانت قد وصلت إليهما.
        [few] هناك { $failed } أشخاص لا أعرف إن كانت قد وصلت إليهم.
        [many] هناك { $failed } شخصًا لا أعرف إن كانت قد وصلت إليهم.
       *[other] هناك { $failed } شخص لا أعرف إن كانت قد وصلت إليهم.
    }
button-send = 📣 إرسال إلى { $people }
button-not-send = إلغاء
button-stop = ✖ إيقاف

## رُفض: لم يبدأ شيء ولم يُخصم شيء

refused-quota = { $renews_at ->
        [none] لديك { $left ->
            [zero] 0 من النقاط
            [one] نقطة واحدة
            [two] نقطتان
            [few] { $left } نقاط
            [many] { $left } نقطة
           *[other] { $left } نقطة
        }، والسعر { $price }؛ اطلب المزيد من مشغّل البوت، أو اختر نموذجًا أرخص عبر /model.
       *[other] لديك { $left ->
            [zero] 0 من النقاط
            [one] نقطة واحدة
            [two] نقطتان
            [few] { $left } نقاط
            [many] { $left } نقطة
           *[other] { $left } نقطة
        }، والسعر { $price }؛ تصلك نقاط مجانية جديدة { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota =
    { $renews_at ->
        [none]
            بقي لهذه المجموعة { $left ->
                [zero] 0 من النقاط
                [one] نقطة واحدة
                [two] نقطتان
                [few] { $left } نقاط
                [many] { $left } نقطة
               *[other] { $left } نقطة
            }، والسعر { $price }؛ من لديه رصيد دائم يمكنه مشاركته عبر /give.
       *[other]
            بقي لهذه المجموعة { $left ->
                [zero] 0 من النقاط
                [one] نقطة واحدة
                [two] نقطتان
                [few] { $left } نقاط
                [many] { $left } نقطة
               *[other] { $left } نقطة
            }، والسعر { $price }؛ تصل نقاط مجانية جديدة { WAIT($renews_at) } ({ MOMENT($renews_at) })، ومن لديه رصيد دائم يمكنه مشاركته عبر /give.
    }
refused-cap =
    يمكن لكل عضو أن ينفق في اليوم من رصيد هذه المجموعة { $cap ->
        [zero] 0 من النقاط
        [one] نقطة واحدة
        [two] نقطتين
        [few] { $cap } نقاط
        [many] { $cap } نقطة
       *[other] { $cap } نقطة
    }: بقي لك { $left } والسعر { $price }؛ تصل نقاط جديدة { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give =
    لا يُهدى إلا ما لا تنتهي صلاحيته، ولديك منه { $balance ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $balance } نقاط
        [many] { $balance } نقطة
       *[other] { $balance } نقطة
    }.
refused-fast =
    أقصى سرعة للشخص الواحد { $limit ->
        [zero] 0 تعديل
        [one] تعديل واحد
        [two] تعديلان
        [few] { $limit } تعديلات
        [many] { $limit } تعديلًا
       *[other] { $limit } تعديلًا
    } في الدقيقة؛ أرسل التالي { WAIT($until) }، وحتى ذلك الحين أترك ما عداه جانبًا.
refused-access-invite = أعمل للمدعوين فقط: اطلب رابط دعوة ممن حدّثك عني أو من مشغّل البوت، ثم افتحه.
refused-access-list = أعمل لدائرة مغلقة فقط: اطلب من مشغّل البوت أن يسمح لك بالدخول.
refused-invite = لم تعد هذه الدعوة تُدخل أحدًا: اطلب دعوة جديدة.
refused-waiting = أعمل لك الآن على { $limit ->
        [zero] { $limit } صورة
        [one] صورة واحدة
        [two] صورتين
        [few] { $limit } صور
        [many] { $limit } صورة
       *[other] { $limit } صورة
    }، وهذا هو الحد الأقصى؛ أرسل التالية عندما تنتهي إحداها.
refused-too-large = هذا الملف أكبر من { $limit_mb } ميغابايت، وهو أقصى ما يسمح لي تيليجرام بتنزيله؛ أرسل ملفًا أصغر.
refused-file = لا أعدّل إلا الصور (JPEG، PNG، WebP، HEIC، AVIF، TIFF، BMP، GIF)؛ أرسلها كصورة أو كملف صورة.
refused-pictures = { $limit ->
        [0] لا يقبل { $model } الصور، بل الكلمات فقط،
        [zero] لا يقبل { $model } الصور، بل الكلمات فقط،
        [one] يقبل { $model } صورة واحدة على الأكثر،
        [two] يقبل { $model } صورتين على الأكثر،
        [few] يقبل { $model } { $limit } صور على الأكثر،
        [many] يقبل { $model } { $limit } صورة على الأكثر،
       *[other] يقبل { $model } { $limit } صورة على الأكثر،
    } وقد أرسلت { $given }؛ أرسل عددًا أقل، أو اختر نموذجًا آخر عبر /model.
refused-picture-needed = يعدّل { $model } الصور ولا يصنعها من الكلمات وحدها؛ أرسل صورة مع كلماتك، أو اختر نموذجًا آخر عبر /model.
refused-prompt-needed = قل لي ماذا أفعل، في وصف الصورة أو ردًّا عليها.
refused-model = لم يعد هذا النموذج متاحًا؛ اختر غيره عبر /model.
refused-person = لا أعرف { $person } بعد؛ عليه أن يراسلني أولًا.
refused-amount = القيمة «{ $amount }» ليست عدد نقاط صالحًا.
refused-preset-name = يتكون الاسم من 1 إلى { $limit } حرفًا؛ أرسل اسمًا آخر.
refused-preset-taken = لديك طلب محفوظ باسم «{ $name }»؛ أرسل اسمًا آخر.
refused-preset-too-many = حفظت { $limit } من الطلبات ولا مكان لغيرها؛ احذف واحدًا أولًا عبر /presets.
refused-preset-unknown = لم يعد هذا الطلب موجودًا؛ تجد ما حفظته في /presets.
refused-preset-nothing = لم تطلب مني بعد شيئًا يمكن حفظه؛ أرسل أولًا صورة مع كلماتك.
refused-not-yours =
    { $name ->
        [none] هذه صورة شخص آخر؛ أرسل صورتك وستكون الأزرار لك.
       *[other] هذه صورة { $name }؛ أرسل صورتك وستكون الأزرار لك.
    }
refused-not-your-buttons =
    { $name ->
        [none] هذه أزرار شخص آخر؛ أرسل الأمر أو صورة بنفسك لتحصل على أزرارك.
       *[other] هذه أزرار { $name }؛ أرسل الأمر أو صورة بنفسك لتحصل على أزرارك.
    }
refused-not-steering = لا يستطيع الاختيار للجميع هنا إلا مشرف في هذه المجموعة.
refused-may-not-send = لم يُسمح لي قبل قليل بإرسال الصور في هذه المجموعة؛ اطلب من أحد مشرفيها أن يسمح لي بإرسال الصور، ثم حاول مجددًا بعد بضع دقائق.
refused-ended = انتهى هذا بالفعل، ولم يعد هناك ما يُفعل.
refused-banned = لا يمكنك استخدامي حاليًا؛ إن كنت تظن أن في الأمر خطأ فتواصل مع مشغّل هذا البوت.

## لم ينجح: قُبل الطلب دون صورة، وعادت النقاط

failed-auth = خدمة الصور لا تسمح لي بالدخول، والذنب ليس ذنبك؛ لم يُخصم شيء، جرّب نموذجًا آخر أو عُد لاحقًا.
failed-quota = استنفدت خدمة الصور ميزانيتها، والذنب ليس ذنبك؛ لم يُخصم شيء، جرّب نموذجًا آخر أو عُد لاحقًا.
failed-rate-limited = خدمة الصور مشغولة جدًا الآن؛ لم يُخصم شيء، أعد المحاولة بعد دقيقة أو استخدم نموذجًا آخر.
failed-content-policy = رفض النموذج هذا الطلب بسبب قواعد المحتوى لديه؛ لم يُخصم شيء، جرّب كلمات أخرى أو صورة أخرى أو نموذجًا آخر.
failed-bad-request = لم يستطع النموذج تنفيذ هذا الطلب؛ لم يُخصم شيء، جرّب كلمات أخرى أو صورة أخرى أو نموذجًا آخر.
failed-upstream = حدث عطل في خدمة الصور؛ لم يُخصم شيء، أعد المحاولة أو استخدم نموذجًا آخر.
failed-timeout = تأخرت خدمة الصور كثيرًا فتوقفت عن الانتظار؛ لم يُخصم شيء، أعد المحاولة أو استخدم نموذجًا آخر.
failed-no-image = أجاب النموذج دون صورة؛ لم يُخصم شيء، عبّر عن طلبك بكلمات أخرى أو استخدم نموذجًا آخر.
failed-input-empty = الملف الذي أرسلته فارغ؛ لم يُخصم شيء، أرسله من جديد.
failed-input-no-picture = ما أرسلته ليس صورة أستطيع قراءتها؛ لم يُخصم شيء، أرسل صورة JPEG أو PNG أو WebP.
failed-input-damaged = الصورة التي أرسلتها تالفة؛ لم يُخصم شيء، أرسلها من جديد أو جرّب غيرها.
failed-input-too-many-pixels = الصورة التي أرسلتها كثيرة البكسلات؛ لم يُخصم شيء، أرسل صورة أصغر.
failed-input-too-large = الصورة التي أرسلتها أكبر من أن أنزّلها؛ لم يُخصم شيء، أرسل صورة لا تتجاوز 20 ميغابايت.
failed-input-gone = لم أستطع جلب صورتك من تيليجرام؛ لم يُخصم شيء، أرسلها من جديد.
failed-result = الصورة التي صنعها النموذج غير صالحة للاستخدام؛ لم يُخصم شيء، أعد المحاولة أو استخدم نموذجًا آخر.
failed-delivery = صورتك جاهزة لكن تيليجرام لم يقبلها؛ لم يُخصم شيء، أعد المحاولة.
failed-group-right = لا يُسمح لي بإرسال الصور في هذه المجموعة؛ لم يُخصم شيء، اطلب من أحد المشرفين أن يسمح لي بإرسال الصور.
failed-group-gone = لم أعد في المجموعة التي طلبت فيها هذه الصورة؛ لم يُخصم شيء، اضغط «إعادة المحاولة» وستصلك هنا.
failed-no-room = لا مكان لديّ لحفظ الصور حاليًا؛ لم يُخصم شيء، أعد المحاولة بعد بضع دقائق.
failed-model-gone = سُحب نموذج هذه الصورة أثناء انتظارك؛ لم يُخصم شيء، اختر غيره عبر /model.
failed-interrupted = أُعيد تشغيلي في منتصف صورتك ولا أعرف ما حلّ بها؛ لم يُخصم شيء، أعد المحاولة.
failed-unexpected = حدث خلل من جهتي (رقم { $incident })؛ لم يُخصم شيء، أعد المحاولة، وإن تكرر الأمر فأعطِ هذا الرقم لمشغّل البوت.

## الأخطاء

error-internal = حدث خلل من جهتي (رقم { $id })؛ أعد المحاولة، وإن تكرر الأمر فأعطِ هذا الرقم لمشغّل البوت.
error-storage = لا أستطيع تدوين أي شيء حاليًا فلم أبدأ؛ لم يُخصم شيء، أعد المحاولة بعد بضع دقائق.
startup = { $sentence }

## تنبيهات للمشرفين

alert-began = ⚠ هذا يحتاج إليك:
alert-lasts = ⏳ ما زال الخلل قائمًا:
alert-well = ✅ زال الخلل:
alert-length = بدأ ذلك { AGO($since) }{ $edits ->
        [0] .
        [zero] .
        [one] {" "}وأصاب تعديلًا واحدًا.
        [two] {" "}وأصاب تعديلين.
        [few] {" "}وأصاب { $edits } تعديلات.
        [many] {" "}وأصاب { $edits } تعديلًا.
       *[other] {" "}وأصاب { $edits } تعديل.
    }
alert-more = … وأيضًا { $troubles ->
        [zero] لا شيء آخر.
        [one] عطل آخر؛ تجده في السجل.
        [two] عطلان آخران؛ تجدهما في السجل.
        [few] { $troubles } أعطال أخرى؛ تجدها في السجل.
        [many] { $troubles } عطلًا آخر؛ تجدها في السجل.
       *[other] { $troubles } عطل آخر؛ تجدها في السجل.
    }
alert-key = ترفض { $gateway } { $key ->
        [none] مفتاحها
       *[other] المفتاح { $key }
    } ({ $status }). { $others ->
        [none] لا بوابة أخرى تحلّ محلها، فلن تنجح التعديلات حتى ذلك الحين.
       *[other] تذهب التعديلات إلى البوابات الأخرى.
    } ضع مفتاحًا جديدًا في { $setting } ثم أعد تشغيلي.
alert-key-well = تقبل { $gateway } { $key ->
        [none] مفتاحها
       *[other] المفتاح { $key }
    } من جديد.
alert-right = لا تسمح { $gateway } { $key ->
        [none] لمفتاحها
       *[other] للمفتاح { $key }
    } باستخدام { $model } ({ $status }). { $others ->
        [none] لا بوابة أخرى تحلّ محلها، فلن تنجح تعديلاته حتى ذلك الحين.
       *[other] تذهب تعديلاته إلى البوابات الأخرى.
    } اسمح به هناك، أو أوقف النموذج عبر /models.
alert-right-well = تقدّم { $gateway } النموذج { $model } من جديد.
alert-credit = نفد رصيد { $gateway }{ $key ->
        [none] {""}
       *[other] {" "}للمفتاح { $key }
    } ({ $status }). { $others ->
        [none] لا بوابة أخرى تحلّ محلها، فلن تنجح التعديلات حتى ذلك الحين.
       *[other] تذهب التعديلات إلى البوابات الأخرى.
    } اشحن الرصيد هناك، وسألاحظ ذلك بنفسي.
alert-credit-well = عاد الرصيد إلى { $gateway }{ $key ->
        [none] .
       *[other] {" "}للمفتاح { $key }.
    }
alert-request = لا تقبل { $gateway } الطلبات إلى { $model } كما أكتبها ({ $status }{ $detail ->
        [none] {""}
       *[other] : { $detail }
    }). راجع معرّف النموذج ولهجته في الإعدادات، أو أوقفه عبر /models.
alert-request-well = تقبل { $gateway } الطلبات إلى { $model } من جديد.
alert-certificate = لا أثق بشهادة { $gateway } ({ $detail })، فلا أرسل إليها شيئًا. { $others ->
        [none] لا بوابة أخرى تحلّ محلها، فلن تنجح التعديلات حتى ذلك الحين.
       *[other] تذهب التعديلات إلى البوابات الأخرى.
    } راجع عنوانها وشهادتها.
alert-certificate-well = شهادة { $gateway } سليمة من جديد.
alert-breaker = تتعطل { $gateway } مرة بعد مرة مع { $model } ({ $fault }). { $others ->
        [none] سأواصل المحاولة.
       *[other] تُسأل البوابات الأخرى أولًا.
    } تجد حالتها في /gateways.
alert-breaker-well = تعمل { $gateway } مع { $model } من جديد.
alert-delivery = لا يقبل تيليجرام النتائج: لم تصل تعديلات في عدة محادثات. لم يُخصم من أحد شيء؛ والسبب في السجل.
alert-delivery-well = يقبل تيليجرام النتائج من جديد.
alert-telegram = تعذّر الوصول إلى تيليجرام لمدة { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }. ما يكتبه الناس ينتظر هناك؛ افحص الشبكة.
alert-telegram-well = عاد الوصول إلى تيليجرام ممكنًا.
alert-storage = خلل في قاعدة البيانات أو القرص: { $detail }. لم يضع شيء مما قبلته؛ افحص القرص الذي فيه data_dir.
alert-storage-well = تعمل قاعدة البيانات والقرص من جديد.
alert-disk = يكاد القرص يمتلئ: بقي { $free } ميغابايت. أفرغ مساحة، أو خفّض results.max_mb.
alert-disk-well = في القرص مساحة من جديد.
alert-inbox = لا ألحق بالعمل: رسالة أحدهم تنتظر منذ { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }. راجع السجل ومدى انشغال الجهاز.
alert-inbox-well = عدت ألحق بالعمل.
alert-private = أجابت { $gateway } برابط إلى { $name }، وهو في شبكة خاصة؛ فلم أفتحه. إن كان خادمًا لك فأضفه إلى results.allowed_hosts.
alert-private-well = منذ ساعة لم ترسل { $gateway } رابطًا إلى { $name }.
alert-ledger = لا تتطابق النقاط في { $differences ->
        [zero] { $differences } موضع
        [one] موضع واحد
        [two] موضعين
        [few] { $differences } مواضع
        [many] { $differences } موضعًا
       *[other] { $differences } موضع
    }. يعدّدها الأمر darkroom check --ledger كلها.
alert-ledger-well = النقاط كلها متطابقة من جديد.
alert-stars = { $stars ->
        [zero] دُفعت { $stars } نجمة
        [one] دُفعت نجمة واحدة
        [two] دُفعت نجمتان
        [few] دُفعت { $stars } نجوم
        [many] دُفعت { $stars } نجمة
       *[other] دُفعت { $stars } نجمة
    } مقابل شيء لا أعرفه. لردّها أرسل /refund { $name }.
alert-stars-well = لم يبقَ شيء معلّق بشأن عملية الدفع { $name }.
