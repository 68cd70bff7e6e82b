# Every word that a person reads. How to add a language: copy this file to <tag>.ftl and translate it.
# WAIT(t) says how long it is until t ("in 5 hours"), MOMENT(t) when that is ("00:00 UTC").
# AGO(t) says how long ago t was ("5 minutes ago").

language-name = English

## Commands, as Telegram's menu lists them

menu-start = Say hello
menu-help = What I can do
menu-model = Choose the image model
menu-settings = Ratio, number of pictures, file or photo, caption
menu-quota = See your credits
menu-history = See your last edits and what they cost
menu-give = Give credits of your own to the group
menu-imagine = Make a picture from words
menu-edit = Edit the picture that you reply to
menu-again = The last one once more, or with other words
menu-compare = One picture, several models
menu-presets = Prompts that you keep, to use again
menu-cancel = Stop what I am working on
menu-language = Choose the language
menu-privacy = What I keep of you, and how to delete it
menu-grant = Give credits to somebody
menu-limit = Set somebody’s free credits
menu-invite = Make a link that lets people in
menu-invites = List those links, and end them
menu-models = List models, and which are missing
menu-gateways = See how the gateways are
menu-stats = See what happened in the last days

## What Telegram shows of me before anybody presses Start

bot-description =
    Send me a photo and say in its caption what to change: you get it back edited.

    • Remove the background, restore an old photo, turn it into a watercolour: say it in your own words
    • Reply to any result to go on from it
    • Words alone become a new picture
    • In groups too, with the image model of your choice

    Press Start and send a photo.
bot-short-description = Send a photo, say what to change, get it back edited. In private and in groups.

## Hello and help

start =
    Hello { $name }! I edit photos.

    Send me a photo and say in its caption what to do with it, for example “make it black and white”.
    Words alone become a new picture.

    /help tells more.
help =
    Photo + caption: I edit the photo as the caption says.
    Photo alone: I ask what to do with it.
    Words alone: I make a picture from them.
    Image file: the same, and you get a file back, in full quality.
    Reply to any picture with words: I edit that picture. That is how you go on from a result.

    /model – Choose the image model (now { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    In groups I answer when you mention me, reply to me, or write /edit or /imagine.
unknown-command = I don’t know that command. /help lists what I can do.

## Choosing

model-choose =
    Which model shall edit your pictures? The number is its price in credits per picture.
    Now: { $model }
model-unavailable = Not available here at the moment: { $models }.
model-option = { $title } · { $price }
model-chosen = { $model } it is.
language-choose = Which language shall I speak?
language-auto = As in Telegram
language-chosen = From now on I speak English.

## Groups

group-hello =
    Hello! I edit photos here.
    Reply to any picture with @{ $name } and what to do with it, or write that into the caption of your own.
    /edit and a reply to one of my pictures do the same; all else I leave alone.
group-hello-privacy =
    Hello! I edit photos here.
    Reply to any picture with /edit@{ $name } and what to do with it, or to one of my pictures with words.
    Of all else Telegram shows me nothing, until an administrator makes me one too: then @{ $name } works in every text and caption.
group-nobody = I cannot see who you are, so I do not know whose credits to use; please write in your own name, not as the group or a channel.
group-model-choose =
    Which model shall edit pictures in this group? It counts for everybody here; the number is its price in credits per picture.
    Now: { $model ->
        [none] each member’s own choice
       *[other] { $model }
    }
group-model-own = Each member’s own choice
group-model-chosen = { $model ->
        [none] In this group everybody uses their own model again.
       *[other] In this group it is { $model } now.
    }
group-model-here = In this group pictures are edited with { $model }: its administrators chose that. Your own choice, { $own }, counts everywhere else.
group-privately = I cannot answer you in the group “{ $title }”:

## Settings

settings =
    What counts for your edits.
    This is what { $model } knows; a wish in your words, such as --ar 16:9, comes before it.
settings-group =
    What counts for everybody’s edits in this group, before their own settings.
    This is what { $model } knows; a wish in the words, such as --ar 16:9, comes before it.
settings-kept = Kept for models that know it: { $settings }
settings-here =
    { $settings ->
        [none] Here your edits go to { $model }, with nothing else set; what you set in our private chat with /settings counts here too.
       *[other] Here your edits go to { $model }, with { $settings }; what the group leaves open, you set in our private chat with /settings.
    }
settings-saved = Noted.
settings-line = { $setting }: { $value }
settings-defaults = ↺ Back to defaults
settings-own = each member’s own
settings-ratio = Ratio
settings-ratio-default = as the photo
settings-ratio-ask = Which shape shall the results have?
settings-size = Size
settings-size-default = the model’s choice
settings-size-ask = Which size shall { $model } make?
settings-quality = Quality
settings-quality-default = the model’s choice
settings-quality-ask = Which quality shall { $model } make?
settings-style = Style
settings-style-default = the model’s choice
settings-style-ask = Which style shall { $model } take?
settings-count = Pictures
settings-count-default = 1
settings-count-ask = How many pictures each time? Each one has its price.
settings-form = Sent as
settings-form-default = it came
settings-form-ask = A photo is quick to look at, a file keeps every byte. By default a photo comes back as a photo, and a file as a file.
settings-caption = Caption
settings-caption-default = on
settings-caption-ask = Shall model, time and credits stand below the result?
settings-quote = Prompt in the caption
settings-quote-default = on
settings-quote-ask = Shall your words stand below the result, folded away?
settings-value-photo = photo
settings-value-file = file
settings-value-on = on
settings-value-off = off

## Privacy

privacy =
    What I keep of you:
    • Pictures, yours and the results: { $pictures ->
        [one] { $pictures } hour
       *[other] { $pictures } hours
    }, while I work on them and in case something goes wrong.
    • When an edit fails, as long: my request and the image service’s answer, without pictures, so that whoever runs this bot can see why.
    • Your messages: until I have answered them; what I could not read, { $letters ->
        [one] { $letters } hour
       *[other] { $letters } hours
    }.
    • Your name, what you asked for, the presets that you saved, and where its result is, so that you can go on from it: until you delete it.
    • Your number, your language and model, and how many credits you were given and have spent: for good.

    Your pictures and words go to the image service that makes the result. Whoever runs this bot may keep backups.

    /privacy delete removes your pictures, words and name at once, and cancels what I am working on for you.
privacy-sure = This cannot be undone, and old results lose their buttons.
privacy-done = Your pictures, words and name are deleted.{ $cancelled ->
        [0] {""}
        [one] {" "}One edit was cancelled, nothing was charged for it.
       *[other] {" "}{ $cancelled } edits were cancelled, nothing was charged for them.
    } What is left is your number, your settings and your credits.

## Credits

quota =
    You can spend { $left ->
        [one] { $left } credit
       *[other] { $left } credits
    } now.
quota-free =
    Free: { $left } of { $free } left { $period ->
        [day] today
        [week] this week
        [month] this month
       *[never] in all
    }{ $renews_at ->
        [none] .
       *[other] , all of them again { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
quota-later = { $free ->
        [one] Your { $free } free credit comes { WAIT($begins_at) } ({ MOMENT($begins_at) }).
       *[other] Your { $free } free credits come { WAIT($begins_at) } ({ MOMENT($begins_at) }).
    }
quota-balance = Balance: { $balance }. It does not expire.
quota-held = Set aside for work in progress: { $held }.
quota-spent = Spent in the last { $days } days: { $spent }.

## The last edits, and what they cost

history = Your last edits, the newest first:
history-here = Your last edits in this group, the newest first:
history-none = There is no edit of yours here yet. Send me a photo and say what to do with it.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = “{ $words }”
history-paid = { $price ->
        [one] { $price } credit
       *[other] { $price } credits
    }
history-free = free of charge
history-group = paid by the group ({ $price })
history-working = in work, { $price ->
        [0] free of charge
        [one] { $price } credit set aside
       *[other] { $price } credits set aside
    }
history-cancelled = nothing charged: cancelled
history-failed = nothing charged: { $why }
history-gone = I do not know any more where that result is.

# In a few words, for lists and charts: why an edit failed.
why = { $error ->
        [failed-auth] service refuses access
        [failed-quota] service out of budget
        [failed-rate-limited] service too busy
        [failed-content-policy] content rules
        [failed-bad-request] request not understood
        [failed-upstream] fault of the service
        [failed-timeout] took too long
        [failed-no-image] answer without a picture
        [failed-input-empty] empty file
        [failed-input-no-picture] not a picture
        [failed-input-damaged] damaged picture
        [failed-input-too-many-pixels] too many pixels
        [failed-input-too-large] file too large
        [failed-input-gone] picture not at Telegram
        [failed-result] unusable result
        [failed-delivery] Telegram did not take it
        [failed-group-right] no right to send in the group
        [failed-group-gone] not in the group any more
        [failed-no-room] no room on disk
        [failed-model-gone] model off the menu
        [failed-interrupted] interrupted by a restart
       *[other] other fault
    }

## Charts: few words. DAY(t) is a day as below a bar ("Nov 21")

chart-day = { DAY($at) }
chart-spent = Credits spent a day
chart-free = { $free } free a day
chart-edits = Edits a day
chart-done = done
chart-failed = failed
chart-cancelled = cancelled
chart-people = People a day
chart-failures = Failures
quota-group =
    This group can spend { $left ->
        [one] { $left } credit
       *[other] { $left } credits
    } now.
quota-cap = You yourself: { $left } of the { $cap } that one member may spend of it in a day.
quota-spenders =
    Who spent most of it { $period ->
        [day] today
        [week] this week
        [month] this month
       *[never] so far
    }:
quota-spender = • { $name }: { $spent }
quota-nameless = in the group’s name
give-usage = /give CREDITS moves credits from your own balance to this group, for example: /give 20
give-nowhere = Write /give in a group: the credits that you give are that group’s then.
give-done = Thank you! You gave { $given ->
        [one] { $given } credit
       *[other] { $given } credits
    }; this group can spend { $left } now.

## Asking and answering

ask-what = What shall I do with { $count ->
        [one] this picture
       *[other] these { $count } pictures
    }? Just write it in your own words, or press a button.
ask-what-group = What shall I do with { $count ->
        [one] this picture
       *[other] these { $count } pictures
    }? Reply to this message in your own words, or press a button.
ask-fewer = You sent { $given } pictures, and { $model } takes { $limit ->
        [0] none, only words
        [one] only { $limit }
       *[other] at most { $limit }
    }. What shall I do? Nothing is charged so far.
album-left-out = { $count ->
        [one] One item of your album is no picture, so I left it out.
       *[other] { $count } items of your album are no pictures, so I left them out.
    }
gif-first-frame = Of a moving picture I edit the first frame.
imagine-usage = Write what I shall draw after the command, for example: /imagine a fox in the snow
edit-usage = Reply to a picture with /edit and what to do, for example: /edit make the sky red
cancel-none = There is nothing to cancel.
cancel-late = Too late to cancel: your picture is just being sent.
cancel-done = { $count ->
        [one] Cancelled. Nothing was charged.
       *[other] Cancelled { $count } edits. Nothing was charged.
    }

## Ready-made edits: what the button says, and what is then asked of the model

ready-background = ✂️ Remove background
ready-background-prompt = Remove the background completely and put the main subject, cut out cleanly along its edges, on a plain white background. Leave the subject itself exactly as it is.
ready-restore = 🩹 Restore old photo
ready-restore-prompt = Restore this old photograph: remove scratches, dust, stains, creases and fading, and bring back sharpness and natural tones. Keep the faces, the clothes and the scene true to the original.
ready-colour = 🎨 Colourize
ready-colour-prompt = Colourize this black and white photograph with natural, believable colours. Leave everything else exactly as it is.
ready-sharper = 🔍 Sharper
ready-sharper-prompt = Make this picture sharper and clearer: remove noise, blur and compression artefacts, and bring out fine detail, without changing what is in it.
ready-vivid = 🌈 Bright and vivid
ready-vivid-prompt = Make this photo brighter and more vivid: balanced exposure, rich but natural colours, clear contrast. Leave the content as it is.
ready-portrait = 👔 Professional headshot
ready-portrait-prompt = Turn this into a professional headshot: neat business clothes, soft studio light and a plain neutral background. Keep the face and the identity of the person exactly as they are.
ready-anime = 🌸 Anime
ready-anime-prompt = Redraw this picture as a detailed anime illustration with clean lines and soft colours. Keep the composition, the poses and what makes the people recognizable.
ready-watercolour = 💧 Watercolour
ready-watercolour-prompt = Turn this picture into a delicate watercolour painting on textured paper, with flowing washes and soft edges. Keep the composition.
ready-cartoon = 🧸 3D cartoon
ready-cartoon-prompt = Turn this picture into a still from a modern 3D animated film: rounded friendly shapes, warm light, expressive faces. Keep the people recognizable and the composition the same.
ready-pencil = ✏️ Pencil sketch
ready-pencil-prompt = Turn this picture into a fine pencil drawing on white paper, with hatching and soft shading. Keep the composition.
ready-oil = 🖼 Oil painting
ready-oil-prompt = Turn this picture into a classical oil painting with visible brushstrokes, deep colours and warm light. Keep the composition.
ready-pixel = 👾 Pixel art
ready-pixel-prompt = Turn this picture into 16-bit pixel art as in a classic video game, with a limited palette and crisp square pixels. Keep the composition.
ready-mono = ⚫ Black and white
ready-mono-prompt = Turn this photo into a fine black and white photograph with rich contrast and film-like tones. Leave the content as it is.
ready-sunset = 🌇 Sunset light
ready-sunset-prompt = Relight this photo as if it had been taken at sunset: warm golden light, long soft shadows and a glowing sky where sky can be seen. Leave the rest as it is.
ready-comic = 💥 Comic
ready-comic-prompt = Redraw this picture as a page from a comic book: bold ink outlines, halftone dots and strong flat colours. Keep the composition and add no text.
ready-clay = 🏺 Clay figures
ready-clay-prompt = Turn this picture into a stop-motion scene made of modelling clay, with visible fingerprints and soft studio light. Keep the people recognizable and the composition the same.
ready-figure = 🎎 Collectible figure
ready-figure-prompt = Turn the main subject into a realistic collectible figure on a round transparent base, standing on a desk with its printed box beside it, in soft indoor light. Keep the face, the clothes and the pose.
ready-sticker = 🏷 Sticker
ready-sticker-prompt = Turn the main subject into a cute die-cut sticker: simple bold shapes, clean outlines, a thick white border and a plain background.

## Presets

presets = Your presets. Press one to use it on the picture that I ask about, or on the next one you send.
presets-none = You keep no presets yet. When you have asked for something that you want to use again, save it here under a name.
presets-manage = Which one do you want to rename or delete?
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    What shall I call this?

    { $prompt }
preset-ask-new-name = What shall “{ $name }” be called from now on?
preset-saved = Saved as “{ $name }”. /presets shows all that you keep.
preset-renamed = It is called “{ $name }” now.
preset-send-picture = Send me a picture, and I will use “{ $name }” on it.

## While it works

status-waiting = { $ahead ->
        [one] Waiting, { $ahead } before you…
       *[other] Waiting, { $ahead } before you…
    }
status-next = Waiting, you are next…
status-then = { $unit ->
        [minutes] Then it takes about { $amount } min.
       *[seconds] Then it takes about { $amount } s.
    }
status-developing = Developing…
status-usual = { $bar } { $unit ->
        [minutes] about { $amount } min
       *[seconds] about { $amount } s
    }
status-longer = { $bar } takes longer than usual…
status-progress = Developing…
    { $bar } { $percent } %
status-queued = { $queue ->
        [one] Waiting for the model, { $queue } before you…
       *[other] Waiting for the model, { $queue } before you…
    }

## The result

caption-line = { $model }{ $seconds ->
        [none] {""}
       *[other] {" "}· { $seconds } s
    }{ $left ->
        [none] {""}
        [one] {" "}· { $left } credit left
       *[other] {" "}· { $left } credits left
    }
caption-off = What next?
original-coming = The file is on its way.
original-gone = I keep the files of the models for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, and this one is gone by now.
undo-version = ↩ Back to “{ $prompt }”
undo-original = ↩ Back to the original
undo-gone = Telegram does not give me the picture before this one any more; reply to it with words if you still see it.
words-of-model = The model said:
    { $words }
other-choose = On which model shall I do it again? The number is its price in credits.

## Again, and comparing

again-none = There is nothing here yet to do again. Send me a photo and say in its caption what to do with it.
compare-usage = Reply to a picture with /compare and what to do, or write that below a photo, for example: /compare make it a watercolour
compare-too-few = { $given ->
        [one] Only one model on offer here edits pictures; there is nothing to compare.
       *[other] Fewer than two models on offer here take { $given } pictures at once; send fewer.
    }
compare-ask = Which models shall I compare, two to four? The number is the price in credits; what fails costs nothing.
compare-start = Compare · { $price ->
        [one] { $price } credit
       *[other] { $price } credits
    }
compare-most = No more than { $most ->
        [one] { $most } at once; take one away first.
       *[other] { $most } at once; take one away first.
    }
compare-changed = Models or prices have changed meanwhile; please look again.
compare-begun = Comparing…
compare-status = Comparing… { $done } of { $of } done
compare-done = Which one do you like best?
compare-none = None of these models made a picture; nothing was charged, please try again or say it in other words.
compare-line = • { $model }{ $seconds ->
        [none] {""}
       *[other] {" "}· { $seconds } s
    }{ $price ->
        [0] {""}
        [one] {" "}· { $price } credit
       *[other] {" "}· { $price } credits
    }
compare-failed = • { $model }: { $reason ->
        [failed-content-policy] declined because of its content rules
        [failed-timeout] took too long
        [failed-rate-limited] too busy
        [failed-no-image] answered without a picture
       *[none] did not work
    }, not charged
compare-keep = ✓ keep { $model }

## Buttons

button-again = 🔁 Again
button-retry = 🔁 Try again
button-other = 🎛 Other model
button-original = 📄 Original file
button-undo = ↩ Undo
button-cancel = ✖ Cancel
button-more = More ›
button-first = { $limit ->
        [one] Take only the first
       *[other] Take the first { $limit }
    }
button-save-preset = 💾 Save my last prompt
button-manage-presets = ✏️ Rename or delete
button-rename = ✏️ Rename
button-delete = 🗑 Delete
button-delete-sure = 🗑 Yes, delete it
button-forget = 🗑 Delete my data
button-forget-sure = 🗑 Yes, delete everything
button-back = ‹ Back
button-older = Older ›
button-newer = ‹ Newer
button-revoke = ✖ End no. { $number }
press-started = On it.
press-twice = Already on it.
press-old = This button has grown old. Please send the picture again.

## Telegram Stars

menu-buy = Buy credits with Telegram Stars
menu-terms = On what terms credits are sold
menu-paysupport = When something is wrong with a payment
menu-refund = Give a payment back
help-buy = /buy – More credits, for Telegram Stars
privacy-payments = What you paid in Telegram Stars, and what was given back, is kept for good: when, how much, and the number of the payment. How you paid is known to Telegram alone.
button-buy = ⭐ Buy credits
pack-option = { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    } · ⭐ { $stars }
button-refund = ↩ Give ⭐ { $stars } back
button-refund-not = ✖ Leave it
buy =
    Which pack would you like? What you buy does not expire, and is used when your free credits are.
    By paying you agree to the /terms. Something wrong? /paysupport
buy-line = • { $title }: { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    } · ⭐ { $stars }
buy-privately = Credits are bought in our private chat, so that nobody reads along.
buy-changed = What I sell has changed meanwhile; please look again.
invoice-title = { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    }
invoice-description = { $credits ->
        [one] { $credits } credit for pictures. It does not expire, and what fails costs nothing.
       *[other] { $credits } credits for pictures. They do not expire, and what fails costs nothing.
    }
payment-done = Thank you! { $credits ->
        [one] { $credits } credit is yours:
       *[other] { $credits } credits are yours:
    } you can spend { $left } now, and your balance is { $balance }.
    Number of this payment: { $charge }
payment-unclear = Your payment of ⭐ { $stars } has arrived, but I cannot tell what it was for, so no credits came of it. { $support ->
        [none] Please write to whoever runs this bot,
       *[other] Please write to { $support },
    } and you get it back. Number of this payment: { $charge }
payment-back = Your payment of ⭐ { $stars } was given back, and { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    } with it; your balance is { $balance } now. Number of the payment: { $charge }
quota-debt = Balance: −{ $debt }, because a payment was given back after its credits were spent. What you buy fills that up first; free credits are yours all the same.
terms =
    Terms of sale

    • Credits pay for pictures that I make or edit. Each model has its price, and you see it before you choose.
    • What fails is not charged: its credits come back at once.
    • Bought credits do not expire. They are no money, and cannot be paid out.
    • If you change your mind, or something went wrong, write to us as /paysupport says: what is unused can be given back in Telegram Stars.
    • Pictures go to image services whose content rules apply, and what they make can differ from what you wished for.
    • The seller is whoever runs this bot, not Telegram.
paysupport = Is something wrong with a payment, or do you want it back? { $support ->
        [none] Write to whoever runs this bot,
       *[other] Write to { $support },
    } and name the number of the payment. Telegram’s own support cannot help with what is bought here.
paysupport-line =
    { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] {" "}· given back
        [refunding] {" "}· being given back
       *[paid] {""}
    }
    { $charge }
refund-usage = /refund CHARGE [reason] – CHARGE is the number of the payment, as its buyer reads it with /paysupport.
refund-sure = { $spent ->
        [one] { $spent } of { $credits } credits is spent;
       *[other] { $spent } of { $credits } credits are spent;
    } the balance goes to { $after }. Give ⭐ { $stars } back all the same?
refund-done = ⭐ { $stars } went back, { $credits ->
        [one] { $credits } credit was taken;
       *[other] { $credits } credits were taken;
    } the balance is { $balance } now.
till-refused = Telegram did not give these Stars back, so nothing was changed; it said “{ $detail }”.
till-unknown = Telegram did not say whether it gave these Stars back. It is written down, and I go on asking until it is done.
refused-payment-forged = I cannot tell what this invoice is for, so nothing was paid; please take a new one with /buy.
refused-payment-buyer = This invoice is somebody else’s, so nothing was paid; you get your own with /buy.
refused-payment-changed = This pack is not sold at that price any more, so nothing was paid; please look again with /buy.
refused-payment-used = This invoice is paid already, or just being paid, so nothing was paid twice; you get a new one with /buy.
refused-refund-unknown = I know of no payment with that number.
refused-refund-done = That payment was given back already.

## Administration

grant-usage = /grant USER CREDITS [reason] – USER is an id or an @username, or reply to that person’s message.
grant-done = { $name } ({ $person }) has { $left ->
        [one] { $left } credit
       *[other] { $left } credits
    } to spend, { $balance } of them not expiring.
limit-usage = /limit USER CREDITS or /limit USER default – USER is an id or an @username, or reply to that person’s message.
limit-done = { $name } ({ $person }) now has { $free ->
        [one] { $free } free credit
       *[other] { $free } free credits
    } per period, { $left } left to spend.
invite-usage = /invite [CREDITS] [USES] – a link that lets people in, each with so many credits; without numbers one person, and no credits.
invite-made =
    This link lets { $uses ->
        [one] one person
       *[other] { $uses } people
    } in until { MOMENT($until) }{ $credits ->
        [0] {""}
        [one] {" "}and gives each of them { $credits } credit
       *[other] {" "}and gives each of them { $credits } credits
    }. /invites ends it before.
invite-welcome = Welcome, you are in!{ $credits ->
        [0] {""}
        [one] {" "}{ $credits } credit is yours; it does not expire.
       *[other] {" "}{ $credits } credits are yours; they do not expire.
    }
invites-none = No invitation is open. /invite makes one.
invites-line = { $number }. { $used } of { $uses } came, { $credits ->
        [one] { $credits } credit
       *[other] { $credits } credits
    } each, until { MOMENT($until) }: { $link }
invite-revoked = It lets nobody in any more.
models-heading = Models with price in credits, dialect and gateways:
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ no gateway offers it
        [link] {" "}· ⚠ needs a public link: set web.public_url or links.bucket
       *[none] {""}
    }
models-silent = These did not say what they offer: { $gateways }
gateways-offers = { $name }: { $models ->
        [one] { $models } model
       *[other] { $models } models
    }
gateways-silent = { $name }: ⚠ does not say what it offers ({ $fault })
gateways-seconds = A picture takes { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } (median of the last ones).
gateways-fault = Last fault: { $fault }, { MOMENT($at) }.
gateways-rest = { $model } rests until { MOMENT($until) }: others are asked first.
gateways-keys = Keys put aside: { $aside } of { $keys }.
stats-usage = /stats [days] – from 1 to 90 days, 7 if you say nothing.
stats = { $days ->
        [one] Today
       *[other] The last { $days } days
    }: { $edits ->
        [one] { $edits } edit
       *[other] { $edits } edits
    }
stats-ends = Done { $done }, failed { $failed }, cancelled { $cancelled }, in work { $unfinished }
stats-success = Success rate: { $percent } %
stats-people = People: { $people }; new ones: { $newcomers }
stats-credits = Credits spent: { $credits }
stats-models = Models: { $models }
stats-failures = Failures: { $failures }
stats-item = { $name } { $count }
menu-ban = Shut somebody out
menu-unban = Let somebody in again
ban-usage = /ban USER [duration] [reason] – USER is an id or an @username, or reply to that person’s message; a duration is 12h, 3d or 2w, none is for good. Only admins read the reason.
ban-done = { $name } ({ $person }) is shut out { $until ->
        [none] for good
       *[other] until { MOMENT($until) }
    }; what they waited for is cancelled.
unban-usage = /unban USER – USER is an id or an @username, or reply to that person’s message.
unban-done = { $name } ({ $person }) can use me again.
unban-none = { $name } ({ $person }) is not shut out.
refused-banned-until = You cannot use me until { MOMENT($until) }; if you think that is a mistake, talk to whoever runs this bot.
refused-ban-admin = That is an admin; take them out of the settings first.
models-off = ○ off
models-asleep = ○ off with its gateways
gateways-off = ○ Off: it is not asked for pictures.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } is on.
switched-off = { $name } is off.
switched-off-with = { $name } is off, and with it what no other gateway has: { $models }
refused-gateway = That gateway is not configured any more.
refused-last = Without this { $kind ->
        [gateway] gateway
       *[model] model
    } there would be nothing left to choose; switch another one on first.
menu-admin = All that admins can do, as buttons
menu-user = See how somebody stands
admin = What shall it be?
admin-health = Today: { $edits ->
        [one] { $edits } edit
       *[other] { $edits } edits
    }, { $failed } failed, { $waiting } in work. { $ill ->
        [none] The gateways are well.
       *[other] ⚠ In trouble: { $ill }
    }
admin-stats = 📊 Figures
admin-user = 👤 People
admin-grant = ➕ Grant
admin-limit = ⚖️ Limit
admin-ban = 🚫 Ban
admin-models = 🎛 Models
admin-gateways = 🔌 Gateways
admin-fresh = ↻ Refresh
admin-console = 🖥 Console
menu-console = Open the console in your browser
console = Your way into the console: a link that works once, within five minutes. Whoever opens it is you, so hand it to nobody.
console-near = Your way into the console: a link that works once, within five minutes. Whoever opens it is you, so hand it to nobody. It opens only on the machine that I run on, or through an SSH tunnel to it; to open it anywhere, set web.public_url.
console-private = The console opens with a link that is for nobody else to see: please send me /console in a private chat.
console-insecure = There is a console, but not at this address: browsers stay signed in over https only. Set web.public_url to an address with https://.
admin-user-ask = Who? Send me an id or an @username.
admin-grant-ask = Who gets how many credits, and why? Send me: USER CREDITS [reason]
admin-limit-ask = Whose free credits per period shall be how many? Send me: USER CREDITS, or USER default
admin-ban-ask = Whom shall I shut out, for how long, and why? Send me: USER [duration] [reason], a duration being 12h, 3d or 2w.
user-usage = /user USER – USER is an id or an @username, or reply to that person’s message.
user = { $name }{ $username ->
        [none] {""}
       *[other] {" "}· { $username }
    } · { $person }
user-chosen = Language: { $language ->
        [none] –
       *[other] { $language }
    } · Model: { $model ->
        [none] none chosen
       *[other] { $model }
    }
user-seen = First met: { AGO($met) } · Last seen: { AGO($seen) }
user-never = They have never written to me.
user-banned = 🚫 Shut out { $until ->
        [none] for good
       *[other] until { MOMENT($until) }
    }{ $why ->
        [none] {""}
       *[other] : { $why }
    }
user-unreachable = ⚠ I cannot write to them: they blocked me, or are gone.
user-credits = Credits: { $left } of { $free } free ones left, { $balance } not expiring, { $held } set aside
user-limit = Own limit: { $limit } free per period
user-edits = Last edits:
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = Last entries in the ledger:
user-entry = • { AGO($at) } · { $kind ->
        [hold] set aside
        [settle] spent
        [release] given back
        [grant] granted
        [limit] limit
       *[other] { $kind }
    }{ $credits ->
        [none] {""}
       *[other] {" "}{ $credits }
    }{ $note ->
        [none] {""}
       *[other] {" "}({ $note })
    }
user-ask-limit = How many free credits per period for { $person }? Send me a number, or “default”.
user-ban-sure = For how long?
user-granted = { $credits ->
        [one] { $credits } credit granted.
       *[other] { $credits } credits granted.
    }
user-shut-out = Shut out { $until ->
        [none] for good.
       *[other] until { MOMENT($until) }.
    }
user-unbanned = Let in again.
button-limit = ⚖️ Limit…
button-ban = 🚫 Ban
button-unban = ✓ Unban
button-ban-1d = 1 day
button-ban-1w = 1 week
button-ban-0 = For good
menu-broadcast = Send a message to everybody
admin-broadcast = 📣 Broadcast
admin-broadcast-ask = What shall everybody get? Send it to me now: words, a photo with a caption, or anything else.
broadcast-no-copy = I cannot copy that; please send words, or a single picture with a caption.
broadcast-preview = This is what { $people ->
        [one] { $people } person gets.
       *[other] { $people } people get.
    }
broadcast-nobody = There is nobody yet to send it to: only people who have written to me in private can get it.
broadcast-sending = Sending…
    { $bar } { $tried } of { $total }
broadcast-stopping = No further person gets it.
broadcast-cancelled = Nobody gets it.
broadcast-done = Sent to { $sent ->
        [one] { $sent } person
       *[other] { $sent } people
    } of { $total }.
broadcast-stopped = Stopped. Sent to { $sent ->
        [one] { $sent } person
       *[other] { $sent } people
    } of { $total }.
broadcast-lost = The message above is gone, so I cannot copy it any more. Sent to { $sent ->
        [one] { $sent } person
       *[other] { $sent } people
    } of { $total }.
broadcast-unreachable = { $unreachable ->
        [one] { $unreachable } person could not be reached: they blocked me, or are gone.
       *[other] { $unreachable } people could not be reached: they blocked me, or are gone.
    }
broadcast-failed = { $failed ->
        [one] Of { $failed } person I do not know whether they got it.
       *[other] Of { $failed } people I do not know whether they got it.
    }
button-send = 📣 Send to { $people }
button-not-send = Cancel
button-stop = ✖ Stop

## Refused: nothing was begun, nothing was charged

refused-quota = { $renews_at ->
        [none] You have { $left ->
            [one] { $left } credit
           *[other] { $left } credits
        } left, and this costs { $price }; ask the operator for more, or choose a cheaper model with /model.
       *[other] You have { $left ->
            [one] { $left } credit
           *[other] { $left } credits
        } left, and this costs { $price }; new free credits come { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota = { $renews_at ->
        [none] This group has { $left ->
            [one] { $left } credit
           *[other] { $left } credits
        } left, and this costs { $price }; whoever has a balance can share it with /give.
       *[other] This group has { $left ->
            [one] { $left } credit
           *[other] { $left } credits
        } left, and this costs { $price }; new free credits come { WAIT($renews_at) } ({ MOMENT($renews_at) }), and whoever has a balance can share it with /give.
    }
refused-cap = One member may spend { $cap ->
        [one] { $cap } credit
       *[other] { $cap } credits
    } of this group in a day: you have { $left } left, and this costs { $price }; new ones come { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give = Only what does not expire can be given, and of that you have { $balance ->
        [one] { $balance } credit
       *[other] { $balance } credits
    }.
refused-fast =
    { $limit ->
        [one] { $limit } edit a minute is
       *[other] { $limit } edits a minute are
    } as fast as I go for one person; please send the next one { WAIT($until) }, until then I leave all others aside.
refused-access-invite = I work for invited people only: please ask whoever told you of me, or whoever runs me, for an invitation link, and open it.
refused-access-list = I work for a closed circle only: please ask whoever runs me to let you in.
refused-invite = This invitation lets nobody in any more: please ask for a new one.
refused-waiting = You already have { $limit ->
        [one] { $limit } picture
       *[other] { $limit } pictures
    } in work, which is as many as fit; send the next one when one of them is done.
refused-too-large = This file is larger than { $limit_mb } MB, which is the most that Telegram lets me fetch; please send a smaller one.
refused-file = I can only edit pictures (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, GIF); please send this as a photo or an image file.
refused-pictures = { $model } takes { $limit ->
        [0] no pictures, only words,
        [one] at most { $limit } picture,
       *[other] at most { $limit } pictures,
    } and you sent { $given }; send fewer, or choose another one with /model.
refused-picture-needed = { $model } edits pictures and cannot make one from words alone; send a photo with your words, or choose another one with /model.
refused-prompt-needed = Please say what I shall do, in the caption or as a reply to the picture.
refused-model = That model is not on offer any more; choose another one with /model.
refused-person = I have not met { $person } yet; they have to write to me first.
refused-amount = “{ $amount }” is not a number of credits that I can use.
refused-preset-name = A name has 1 to { $limit } characters; please send another one.
refused-preset-taken = You already keep something under the name “{ $name }”; please send another name.
refused-preset-too-many = You keep { $limit } presets, which is as many as fit; delete one with /presets first.
refused-preset-unknown = That preset is gone; /presets shows those that you keep.
refused-preset-nothing = You have not asked me for anything yet that I could save; send me a picture with words first.
refused-not-yours = { $name ->
        [none] This is somebody else’s picture; send me your own and it will be yours to steer.
       *[other] This is { $name }’s picture; send me your own and it will be yours to steer.
    }
refused-not-your-buttons = { $name ->
        [none] These buttons are somebody else’s; give me the command or a picture yourself, and you get your own.
       *[other] These buttons are { $name }’s; give me the command or a picture yourself, and you get your own.
    }
refused-not-steering = Only an administrator of this group can choose for everybody here.
refused-may-not-send = I was not allowed to send pictures in this group a moment ago; ask one of its administrators to let me send photos, and try again in a few minutes.
refused-ended = This one is already over, there is nothing more to do about it.
refused-banned = You cannot use me at the moment; if you think that is a mistake, talk to whoever runs this bot.

## Failed: accepted, but without a picture; the credits came back

failed-auth = The image service does not let me in, which is not your fault; nothing was charged, please try another model or come back later.
failed-quota = The image service has run out of its own budget, which is not your fault; nothing was charged, please try another model or come back later.
failed-rate-limited = The image service is too busy right now; nothing was charged, please try again in a minute or take another model.
failed-content-policy = The model declined this request because of its content rules; nothing was charged, try other words, another picture or another model.
failed-bad-request = The model could not work with this request; nothing was charged, try other words, another picture or another model.
failed-upstream = The image service had a fault; nothing was charged, please try again or take another model.
failed-timeout = The image service took too long and I stopped waiting; nothing was charged, please try again or take another model.
failed-no-image = The model answered without a picture; nothing was charged, try to say it in other words or take another model.
failed-input-empty = The file you sent is empty; nothing was charged, please send it again.
failed-input-no-picture = What you sent is not a picture that I can read; nothing was charged, please send a JPEG, PNG or WebP.
failed-input-damaged = The picture you sent is damaged; nothing was charged, please send it again or take another one.
failed-input-too-many-pixels = The picture you sent has too many pixels; nothing was charged, please send a smaller one.
failed-input-too-large = The picture you sent is too large for me to fetch; nothing was charged, please send one of at most 20 MB.
failed-input-gone = I could not fetch your picture from Telegram; nothing was charged, please send it again.
failed-result = The picture that the model made could not be used; nothing was charged, please try again or take another model.
failed-delivery = Your picture was made, but Telegram did not take it; nothing was charged, please try again.
failed-group-right = I am not allowed to send pictures in this group; nothing was charged, please ask one of its administrators to let me send photos.
failed-group-gone = I am not in the group any more where you asked for this picture; nothing was charged, press “Try again” and it comes here.
failed-no-room = I have no room to keep pictures at the moment; nothing was charged, please try again in a few minutes.
failed-model-gone = The model for this picture went off the menu while you waited; nothing was charged, please choose another one with /model.
failed-interrupted = I was restarted in the middle of your picture and do not know what became of it; nothing was charged, please try again.
failed-unexpected = Something went wrong on my side (no. { $incident }); nothing was charged, please try again, and tell whoever runs this bot that number if it stays so.

## Errors

error-internal = Something went wrong on my side (no. { $id }); please try again, and tell whoever runs this bot that number if it stays so.
error-storage = I cannot write anything down at the moment, so I did not begin; nothing was charged, please try again in a few minutes.
startup = { $sentence }

## Alerts, for admins

alert-began = ⚠ This needs you:
alert-lasts = ⏳ Still wrong:
alert-well = ✅ Well again:
alert-length = It began { AGO($since) }{ $edits ->
        [0] .
        [one] {" "}and touched { $edits } edit.
       *[other] {" "}and touched { $edits } edits.
    }
alert-more = … and { $troubles ->
        [one] { $troubles } more; the log names it.
       *[other] { $troubles } more; the log names them.
    }
alert-key = { $gateway } refuses { $key ->
        [none] its key
       *[other] key { $key }
    } ({ $status }). { $others ->
        [none] No other gateway can stand in, so edits fail until then.
       *[other] Edits go to the other gateways.
    } Put a new key into { $setting }, and restart me.
alert-key-well = { $gateway } takes { $key ->
        [none] its key
       *[other] key { $key }
    } again.
alert-right = { $gateway } does not let { $key ->
        [none] its key
       *[other] key { $key }
    } use { $model } ({ $status }). { $others ->
        [none] No other gateway can stand in, so its edits fail until then.
       *[other] Its edits go to the other gateways.
    } Allow it there, or switch the model off with /models.
alert-right-well = { $gateway } serves { $model } again.
alert-credit = The credit of { $gateway } is used up{ $key ->
        [none] {""}
       *[other] {" "}for key { $key }
    } ({ $status }). { $others ->
        [none] No other gateway can stand in, so edits fail until then.
       *[other] Edits go to the other gateways.
    } Top it up there; I notice by myself.
alert-credit-well = { $gateway } has credit again{ $key ->
        [none] .
       *[other] {" "}for key { $key }.
    }
alert-request = { $gateway } does not take the requests for { $model } as I write them ({ $status }{ $detail ->
        [none] {""}
       *[other] : { $detail }
    }). Look at the model’s id and dialect in the settings, or switch it off with /models.
alert-request-well = { $gateway } takes the requests for { $model } again.
alert-certificate = I do not trust the certificate of { $gateway } ({ $detail }), so I send it nothing. { $others ->
        [none] No other gateway can stand in, so edits fail until then.
       *[other] Edits go to the other gateways.
    } Look at its address and at the certificate.
alert-certificate-well = The certificate of { $gateway } is in order again.
alert-breaker = { $gateway } fails again and again with { $model } ({ $fault }). { $others ->
        [none] I go on trying.
       *[other] The others are asked first.
    } /gateways shows how they are.
alert-breaker-well = { $gateway } works again with { $model }.
alert-delivery = Telegram does not take results: edits in several chats ended undelivered. Nobody was charged for them; the log says why.
alert-delivery-well = Telegram takes results again.
alert-telegram = Telegram could not be reached for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. What people write waits there; look at the network.
alert-telegram-well = Telegram can be reached again.
alert-storage = The database or the disk refuses: { $detail }. Nothing that I accepted is lost; look at the disk of data_dir.
alert-storage-well = Database and disk work again.
alert-disk = The disk is nearly full: { $free } MB are left. Make room, or set results.max_mb lower.
alert-disk-well = The disk has room again.
alert-inbox = I do not keep up: somebody’s message has waited for { $seconds } seconds. Look at the log, and at how busy the machine is.
alert-inbox-well = I keep up again.
alert-private = { $gateway } answered with a link to { $name }, which is in a private network; I did not follow it. If that is a server of yours, add it to results.allowed_hosts.
alert-private-well = For an hour { $gateway } has sent no link to { $name }.
alert-ledger = The credits do not add up in { $differences ->
        [one] { $differences } place
       *[other] { $differences } places
    }. darkroom check --ledger names each of them.
alert-ledger-well = All credits add up again.
alert-stars = { $stars ->
        [one] { $stars } Star was
       *[other] { $stars } Stars were
    } paid for something that I do not know. /refund { $name } gives that back.
alert-stars-well = Nothing is open any more about the payment { $name }.
