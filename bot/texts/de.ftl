# Alles, was Menschen zu lesen bekommen, wie in en.ftl; angesprochen wird mit „du“.

language-name = Deutsch

## Befehle, wie sie im Menü von Telegram stehen

menu-start = Hallo sagen
menu-help = Was ich kann
menu-model = Bildmodell wählen
menu-settings = Format, Anzahl, Foto oder Datei, Bildunterschrift
menu-quota = Deine Credits ansehen
menu-history = Deine letzten Aufträge und was sie gekostet haben
menu-give = Der Gruppe eigene Credits schenken
menu-imagine = Ein Bild aus Text erstellen
menu-edit = Das Bild bearbeiten, auf das du antwortest
menu-again = Das Letzte noch einmal, oder mit anderen Worten
menu-compare = Ein Bild, mehrere Modelle
menu-presets = Deine Vorlagen zum Wiederverwenden
menu-cancel = Stoppen, woran ich gerade arbeite
menu-language = Sprache wählen
menu-privacy = Was ich über dich speichere und wie du es löschst
menu-grant = Jemandem Credits geben
menu-limit = Festlegen, wie viele Gratis-Credits jemand bekommt
menu-invite = Einen Link machen, der Leute hereinlässt
menu-invites = Diese Links ansehen und beenden
menu-models = Modelle auflisten, auch die fehlenden
menu-gateways = Sehen, wie es den Gateways geht
menu-stats = Sehen, was in den letzten Tagen los war

## Was Telegram zeigt, bevor jemand auf „Starten“ drückt

bot-description =
    Schick mir ein Foto und schreib dazu, was sich ändern soll: Du bekommst es bearbeitet zurück.

    • Hintergrund entfernen, altes Foto auffrischen, Aquarell daraus machen: sag es einfach in deinen Worten
    • Antworte auf ein Ergebnis, um daran weiterzuarbeiten
    • Text allein wird zu einem neuen Bild
    • Auch in Gruppen, mit dem Bildmodell deiner Wahl

    Tippe auf „Starten“ und schick ein Foto.
bot-short-description = Foto schicken, dazuschreiben, was sich ändern soll, fertig. Im Chat und in Gruppen.

## Begrüßung und Hilfe

start =
    Hallo { $name }! Ich bearbeite Fotos.

    Schick mir ein Foto und schreib in die Bildunterschrift, was ich damit machen soll, zum Beispiel „mach es schwarz-weiß“.
    Aus Text allein mache ich ein neues Bild.

    Mehr erfährst du mit /help.
help =
    Foto + Bildunterschrift: Ich bearbeite das Foto so, wie du schreibst.
    Nur ein Foto: Ich frage, was ich damit machen soll.
    Nur Text: Ich mache ein Bild daraus.
    Bilddatei: genauso, und du bekommst eine Datei zurück, in voller Qualität.
    Antworte mit Text auf ein beliebiges Bild: Ich bearbeite es. So geht es auch mit einem Ergebnis weiter.

    /model – Bildmodell wählen (jetzt { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    In Gruppen antworte ich, wenn du mich erwähnst, mir antwortest oder /edit oder /imagine schreibst.
unknown-command = Diesen Befehl kenne ich nicht. Was ich kann, steht unter /help.

## Auswählen

model-choose =
    Welches Modell soll deine Bilder bearbeiten? Die Zahl ist der Preis in Credits pro Bild.
    Jetzt: { $model }
model-unavailable = Hier gerade nicht verfügbar: { $models }.
model-option = { $title } · { $price }
model-chosen = Alles klar, ab jetzt { $model }.
language-choose = Welche Sprache soll ich sprechen?
language-auto = Wie in Telegram
language-chosen = Ab jetzt spreche ich Deutsch.

## Gruppen

group-hello =
    Hallo! Ich bearbeite hier Fotos.
    Antworte auf irgendein Bild mit @{ $name } und dem, was ich damit machen soll, oder schreib das in die Bildunterschrift deines eigenen.
    /edit und eine Antwort auf eins meiner Bilder tun dasselbe; alles andere lasse ich in Ruhe.
group-hello-privacy =
    Hallo! Ich bearbeite hier Fotos.
    Antworte auf irgendein Bild mit /edit@{ $name } und dem, was ich damit machen soll, oder mit Text auf eins meiner Bilder.
    Alles andere zeigt mir Telegram nicht, bis mich jemand zum Admin macht: Dann wirkt @{ $name } in jedem Text und jeder Bildunterschrift.
group-nobody = Ich sehe nicht, wer du bist, und weiß deshalb nicht, wessen Credits ich nehmen soll; schreib bitte unter deinem eigenen Namen, nicht als Gruppe oder Kanal.
group-model-choose =
    Welches Modell soll in dieser Gruppe die Bilder bearbeiten? Es gilt hier für alle; die Zahl ist der Preis in Credits pro Bild.
    Jetzt: { $model ->
        [none] wie jedes Mitglied es selbst gewählt hat
       *[other] { $model }
    }
group-model-own = Jedes Mitglied wählt selbst
group-model-chosen =
    { $model ->
        [none] In dieser Gruppe gilt wieder das eigene Modell jedes Mitglieds.
       *[other] In dieser Gruppe gilt jetzt { $model }.
    }
group-model-here = In dieser Gruppe bearbeite ich Bilder mit { $model }, so haben es die Admins gewählt. Dein eigenes Modell, { $own }, gilt überall sonst.
group-privately = In der Gruppe „{ $title }“ kann ich dir nicht antworten:

## Einstellungen

settings =
    Was für deine Aufträge gilt.
    Das alles kann { $model }; ein Wunsch in deinem Text, etwa --ar 16:9, geht vor.
settings-group =
    Was für die Aufträge aller in dieser Gruppe gilt, noch vor den eigenen Einstellungen.
    Das alles kann { $model }; ein Wunsch im Text, etwa --ar 16:9, geht vor.
settings-kept = Gemerkt für Modelle, die das können: { $settings }
settings-here =
    { $settings ->
        [none] Hier gehen deine Aufträge an { $model }, sonst ist nichts eingestellt; was du in unserem privaten Chat mit /settings wählst, gilt auch hier.
       *[other] Hier gehen deine Aufträge an { $model }, mit { $settings }; was die Gruppe offenlässt, wählst du in unserem privaten Chat mit /settings.
    }
settings-saved = Gemerkt.
settings-line = { $setting }: { $value }
settings-defaults = ↺ Alles wie am Anfang
settings-own = wie jedes Mitglied es will
settings-ratio = Seitenverhältnis
settings-ratio-default = wie das Foto
settings-ratio-ask = Welche Form sollen die Ergebnisse haben?
settings-size = Größe
settings-size-default = entscheidet das Modell
settings-size-ask = Wie groß soll { $model } die Bilder machen?
settings-quality = Qualität
settings-quality-default = entscheidet das Modell
settings-quality-ask = In welcher Qualität soll { $model } die Bilder machen?
settings-style = Stil
settings-style-default = entscheidet das Modell
settings-style-ask = Welchen Stil soll { $model } nehmen?
settings-count = Bilder
settings-count-default = 1
settings-count-ask = Wie viele Bilder auf einmal? Jedes hat seinen Preis.
settings-form = Senden als
settings-form-default = wie es kam
settings-form-ask = Ein Foto ist schnell angesehen, eine Datei behält jedes Byte. Normalerweise kommt ein Foto als Foto zurück und eine Datei als Datei.
settings-caption = Bildunterschrift
settings-caption-default = an
settings-caption-ask = Sollen Modell, Zeit und Credits unter dem Ergebnis stehen?
settings-quote = Text in der Bildunterschrift
settings-quote-default = an
settings-quote-ask = Soll dein Text eingeklappt unter dem Ergebnis stehen?
settings-value-photo = Foto
settings-value-file = Datei
settings-value-on = an
settings-value-off = aus

## Datenschutz

privacy =
    Was ich über dich speichere:
    • Bilder, deine und die Ergebnisse: { $pictures ->
        [one] { $pictures } Stunde
       *[other] { $pictures } Stunden
    } lang, während ich daran arbeite und falls etwas schiefgeht.
    • Schlägt ein Auftrag fehl, ebenso lange: meine Anfrage und die Antwort des Bilddienstes, ohne Bilder, damit die Leute, die diesen Bot betreiben, den Grund finden.
    • Deine Nachrichten: bis ich sie beantwortet habe; was ich nicht lesen konnte, { $letters ->
        [one] { $letters } Stunde
       *[other] { $letters } Stunden
    } lang.
    • Deinen Namen, deine Wünsche, deine Vorlagen und wo das Ergebnis steht, damit du daran weiterarbeiten kannst: bis du es löschst.
    • Deine Nummer, deine Sprache, dein Modell und wie viele Credits du bekommen und verbraucht hast: dauerhaft.

    Deine Bilder und Worte gehen an den Bilddienst, der das Ergebnis macht. Wer diesen Bot betreibt, hat vielleicht Sicherungskopien.

    /privacy delete löscht deine Bilder, Worte und deinen Namen sofort und bricht ab, woran ich für dich arbeite.
privacy-sure = Das lässt sich nicht rückgängig machen, und alte Ergebnisse verlieren ihre Knöpfe.
privacy-done = Deine Bilder, Worte und dein Name sind gelöscht.{ $cancelled ->
        [0] {""}
        [one] {" "}Ein Auftrag wurde abgebrochen, er hat nichts gekostet.
       *[other] {" "}{ $cancelled } Aufträge wurden abgebrochen, sie haben nichts gekostet.
    } Geblieben sind deine Nummer, deine Einstellungen und deine Credits.

## Credits

quota =
    Du kannst jetzt { $left ->
        [one] { $left } Credit
       *[other] { $left } Credits
    } ausgeben.
quota-free =
    Gratis: { $period ->
        [day] heute
        [week] diese Woche
        [month] diesen Monat
       *[never] insgesamt
    } noch { $left } von { $free }{ $renews_at ->
        [none] .
       *[other] , { WAIT($renews_at) } wieder alle ({ MOMENT($renews_at) }).
    }
quota-later =
    { $free ->
        [one] Dein { $free } Gratis-Credit kommt
       *[other] Deine { $free } Gratis-Credits kommen
    } { WAIT($begins_at) } ({ MOMENT($begins_at) }).
quota-balance = Guthaben: { $balance }. Es verfällt nicht.
quota-held = Reserviert für laufende Aufträge: { $held }.
quota-spent = In den letzten { $days } Tagen ausgegeben: { $spent }.

## Die letzten Aufträge und was sie gekostet haben

history = Deine letzten Aufträge, der neueste zuerst:
history-here = Deine letzten Aufträge in dieser Gruppe, der neueste zuerst:
history-none = Hier gibt es noch keinen Auftrag von dir. Schick mir ein Foto und sag, was ich damit machen soll.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = „{ $words }“
history-paid =
    { $price ->
        [one] { $price } Credit
       *[other] { $price } Credits
    }
history-free = gratis
history-group = von der Gruppe bezahlt ({ $price })
history-working =
    in Arbeit, { $price ->
        [0] gratis
        [one] { $price } Credit reserviert
       *[other] { $price } Credits reserviert
    }
history-cancelled = nicht berechnet: abgebrochen
history-failed = nicht berechnet: { $why }
history-gone = Ich weiß nicht mehr, wo dieses Ergebnis ist.
why =
    { $error ->
        [failed-auth] Dienst verweigert den Zugang
        [failed-quota] Dienst hat kein Budget mehr
        [failed-rate-limited] Dienst überlastet
        [failed-content-policy] Inhaltsregeln
        [failed-bad-request] Auftrag nicht verstanden
        [failed-upstream] Störung beim Dienst
        [failed-timeout] hat zu lange gebraucht
        [failed-no-image] Antwort ohne Bild
        [failed-input-empty] leere Datei
        [failed-input-no-picture] kein Bild
        [failed-input-damaged] beschädigtes Bild
        [failed-input-too-many-pixels] zu viele Pixel
        [failed-input-too-large] Datei zu groß
        [failed-input-gone] Bild nicht bei Telegram
        [failed-result] unbrauchbares Ergebnis
        [failed-delivery] Telegram nahm es nicht an
        [failed-group-right] kein Recht zum Senden in der Gruppe
        [failed-group-gone] nicht mehr in der Gruppe
        [failed-no-room] kein Platz auf dem Datenträger
        [failed-model-gone] Modell weggefallen
        [failed-interrupted] durch Neustart unterbrochen
       *[other] anderer Fehler
    }

## Diagramme: wenige Worte

chart-day = { DAY($at) }
chart-spent = Credits pro Tag
chart-free = { $free } gratis pro Tag
chart-edits = Aufträge pro Tag
chart-done = fertig
chart-failed = fehlgeschlagen
chart-cancelled = abgebrochen
chart-people = Personen pro Tag
chart-failures = Fehlschläge
quota-group =
    Diese Gruppe kann jetzt { $left ->
        [one] { $left } Credit
       *[other] { $left } Credits
    } ausgeben.
quota-cap = Du selbst: noch { $left } von { $cap }, die ein Mitglied am Tag davon ausgeben darf.
quota-spenders =
    Am meisten davon ausgegeben haben { $period ->
        [day] heute
        [week] diese Woche
        [month] diesen Monat
       *[never] insgesamt
    }:
quota-spender = • { $name }: { $spent }
quota-nameless = im Namen der Gruppe
give-usage = /give CREDITS überträgt Credits aus deinem eigenen Guthaben an diese Gruppe, zum Beispiel: /give 20
give-nowhere = Schreib /give in einer Gruppe: Die Credits, die du gibst, gehören dann ihr.
give-done =
    Danke! Du hast { $given ->
        [one] { $given } Credit
       *[other] { $given } Credits
    } gegeben; diese Gruppe kann jetzt { $left } ausgeben.

## Fragen und Antworten

ask-what =
    Was soll ich mit { $count ->
        [one] diesem Bild
       *[other] diesen { $count } Bildern
    } machen? Schreib es einfach in deinen Worten oder drück einen Knopf.
ask-what-group =
    Was soll ich mit { $count ->
        [one] diesem Bild
       *[other] diesen { $count } Bildern
    } machen? Antworte auf diese Nachricht in deinen Worten oder drück einen Knopf.
ask-fewer =
    Du hast { $given } Bilder geschickt, und { $model } nimmt { $limit ->
        [0] keine, nur Text
        [one] nur { $limit }
       *[other] höchstens { $limit }
    }. Was soll ich tun? Bisher hat es nichts gekostet.
album-left-out =
    { $count ->
        [one] Ein Teil deines Albums ist kein Bild, den habe ich ausgelassen.
       *[other] { $count } Teile deines Albums sind keine Bilder, die habe ich ausgelassen.
    }
gif-first-frame = Von einem bewegten Bild bearbeite ich das erste Einzelbild.
imagine-usage = Schreib hinter den Befehl, was ich zeichnen soll, zum Beispiel: /imagine ein Fuchs im Schnee
edit-usage = Antworte auf ein Bild mit /edit und schreib dazu, was ich tun soll, zum Beispiel: /edit mach den Himmel rot
cancel-none = Es gibt nichts abzubrechen.
cancel-late = Zum Abbrechen ist es zu spät: Dein Bild wird gerade gesendet.
cancel-done = { $count ->
        [one] Abgebrochen. Es hat nichts gekostet.
       *[other] { $count } Aufträge abgebrochen. Sie haben nichts gekostet.
    }

## Fertige Vorlagen: was auf dem Knopf steht und was das Modell dann gesagt bekommt

ready-background = ✂️ Hintergrund entfernen
ready-background-prompt = Entferne den Hintergrund vollständig und setze das Hauptmotiv, an den Kanten sauber freigestellt, auf reines Weiß. Das Motiv selbst bleibt genau, wie es ist.
ready-restore = 🩹 Altes Foto auffrischen
ready-restore-prompt = Restauriere dieses alte Foto: Entferne Kratzer, Staub, Flecken, Knicke und Verblassungen und bring Schärfe und natürliche Töne zurück. Gesichter, Kleidung und Szene bleiben dem Original treu.
ready-colour = 🎨 Kolorieren
ready-colour-prompt = Koloriere dieses Schwarz-Weiß-Foto mit natürlichen, glaubwürdigen Farben. Alles andere bleibt genau, wie es ist.
ready-sharper = 🔍 Schärfer
ready-sharper-prompt = Mach dieses Bild schärfer und klarer: Entferne Rauschen, Unschärfe und Kompressionsfehler und arbeite feine Details heraus, ohne den Inhalt zu ändern.
ready-vivid = 🌈 Hell und lebendig
ready-vivid-prompt = Mach dieses Foto heller und lebendiger: ausgewogene Belichtung, satte, aber natürliche Farben, klarer Kontrast. Der Inhalt bleibt, wie er ist.
ready-portrait = 👔 Bewerbungsfoto
ready-portrait-prompt = Mach daraus ein professionelles Porträtfoto: gepflegte Business-Kleidung, weiches Studiolicht und ein schlichter, neutraler Hintergrund. Gesicht und Identität der Person bleiben genau, wie sie sind.
ready-anime = 🌸 Anime
ready-anime-prompt = Zeichne dieses Bild neu als detaillierte Anime-Illustration mit klaren Linien und sanften Farben. Bildaufbau und Posen bleiben, und die Menschen bleiben erkennbar.
ready-watercolour = 💧 Aquarell
ready-watercolour-prompt = Mach aus diesem Bild ein zartes Aquarell auf strukturiertem Papier, mit fließenden Lasuren und weichen Kanten. Der Bildaufbau bleibt.
ready-cartoon = 🧸 3D-Trickfilm
ready-cartoon-prompt = Mach aus diesem Bild ein Standbild aus einem modernen 3D-Animationsfilm: runde, freundliche Formen, warmes Licht, ausdrucksvolle Gesichter. Die Menschen bleiben erkennbar und der Bildaufbau gleich.
ready-pencil = ✏️ Bleistift
ready-pencil-prompt = Mach aus diesem Bild eine feine Bleistiftzeichnung auf weißem Papier, mit Schraffuren und weichen Schatten. Der Bildaufbau bleibt.
ready-oil = 🖼 Ölgemälde
ready-oil-prompt = Mach aus diesem Bild ein klassisches Ölgemälde mit sichtbaren Pinselstrichen, tiefen Farben und warmem Licht. Der Bildaufbau bleibt.
ready-pixel = 👾 Pixel-Art
ready-pixel-prompt = Mach aus diesem Bild 16-Bit-Pixel-Art wie in einem klassischen Videospiel, mit wenigen Farben und scharfen, quadratischen Pixeln. Der Bildaufbau bleibt.
ready-mono = ⚫ Schwarz-Weiß
ready-mono-prompt = Mach aus diesem Foto eine edle Schwarz-Weiß-Aufnahme mit kräftigem Kontrast und Tönen wie auf Film. Der Inhalt bleibt, wie er ist.
ready-sunset = 🌇 Abendsonne
ready-sunset-prompt = Beleuchte dieses Foto neu, als wäre es bei Sonnenuntergang entstanden: warmes goldenes Licht, lange weiche Schatten und ein glühender Himmel, wo Himmel zu sehen ist. Der Rest bleibt, wie er ist.
ready-comic = 💥 Comic
ready-comic-prompt = Zeichne dieses Bild neu wie eine Seite aus einem Comic: kräftige Tuschekonturen, Rasterpunkte und starke flächige Farben. Der Bildaufbau bleibt, und füge keinen Text hinzu.
ready-clay = 🏺 Knetfiguren
ready-clay-prompt = Mach aus diesem Bild eine Stop-Motion-Szene aus Knete, mit sichtbaren Fingerabdrücken und weichem Studiolicht. Die Menschen bleiben erkennbar und der Bildaufbau gleich.
ready-figure = 🎎 Sammelfigur
ready-figure-prompt = Mach aus dem Hauptmotiv eine realistische Sammelfigur auf einem runden, durchsichtigen Sockel; sie steht auf einem Schreibtisch, neben ihr die bedruckte Schachtel, in weichem Zimmerlicht. Gesicht, Kleidung und Pose bleiben.
ready-sticker = 🏷 Sticker
ready-sticker-prompt = Mach aus dem Hauptmotiv einen niedlichen ausgestanzten Sticker: einfache, kräftige Formen, saubere Konturen, ein dicker weißer Rand und ein schlichter Hintergrund.

## Eigene Vorlagen

presets = Deine Vorlagen. Drück auf eine, und ich nehme sie für das Bild, nach dem ich gerade frage, oder für das nächste, das du schickst.
presets-none = Du hast noch keine Vorlagen. Wenn du etwas wieder brauchen willst, speichere es hier unter einem Namen.
presets-manage = Welche möchtest du umbenennen oder löschen?
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    Wie soll das hier heißen?

    { $prompt }
preset-ask-new-name = Wie soll „{ $name }“ ab jetzt heißen?
preset-saved = Gespeichert als „{ $name }“. Mit /presets siehst du alle.
preset-renamed = Heißt jetzt „{ $name }“.
preset-send-picture = Schick mir ein Bild, dann mache ich „{ $name }“ damit.

## Während es läuft

status-waiting = { $ahead ->
        [one] In der Warteschlange, noch { $ahead } vor dir…
       *[other] In der Warteschlange, noch { $ahead } vor dir…
    }
status-next = In der Warteschlange, du kommst als Nächstes dran…
status-then =
    { $unit ->
        [minutes] Danach dauert es etwa { $amount } Min.
       *[seconds] Danach dauert es etwa { $amount } s.
    }
status-developing = Wird entwickelt…
status-usual =
    { $bar } { $unit ->
        [minutes] etwa { $amount } Min.
       *[seconds] etwa { $amount } s
    }
status-longer = { $bar } dauert länger als sonst…
status-progress = Wird entwickelt…
    { $bar } { $percent } %
status-queued = { $queue ->
        [one] Warten auf das Modell, noch { $queue } vor dir…
       *[other] Warten auf das Modell, noch { $queue } vor dir…
    }
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $left ->
        [none] { "" }
        [one] { " " }· noch { $left } Credit
       *[other] { " " }· noch { $left } Credits
    }
caption-off = Wie geht’s weiter?
original-coming = Die Datei ist unterwegs.
original-gone =
    Ich behalte die Dateien der Modelle { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    } lang, und diese ist inzwischen weg.
undo-version = ↩ Zurück zu „{ $prompt }“
undo-original = ↩ Zurück zum Original
undo-gone = Telegram gibt mir das Bild davor nicht mehr; wenn du es noch siehst, antworte mit Text darauf.

## Das Ergebnis

words-of-model = Das Modell sagt:
    { $words }
other-choose = Mit welchem Modell soll ich es noch einmal machen? Die Zahl ist der Preis in Credits.
again-none = Hier gibt es noch nichts zu wiederholen. Schick mir ein Foto und schreib in die Bildunterschrift, was ich damit machen soll.
compare-usage = Antworte auf ein Bild mit /compare und dem, was ich tun soll, oder schreib das unter ein Foto, zum Beispiel: /compare mach ein Aquarell daraus
compare-too-few =
    { $given ->
        [one] Nur ein Modell hier bearbeitet Bilder; da gibt es nichts zu vergleichen.
       *[other] Weniger als zwei Modelle hier nehmen { $given } Bilder auf einmal; schick weniger.
    }
compare-ask = Welche zwei bis vier Modelle soll ich vergleichen? Die Zahl ist der Preis in Credits; was nicht gelingt, kostet nichts.
compare-start =
    Vergleichen · { $price ->
        [one] { $price } Credit
       *[other] { $price } Credits
    }
compare-most =
    { $most ->
        [one] Mehr als { $most } auf einmal geht nicht; nimm erst eins weg.
       *[other] Mehr als { $most } auf einmal gehen nicht; nimm erst eins weg.
    }
compare-changed = Modelle oder Preise haben sich inzwischen geändert; schau bitte noch einmal.
compare-begun = Vergleiche…
compare-status = Vergleiche… { $done } von { $of } fertig
compare-done = Welches gefällt dir am besten?
compare-none = Keins dieser Modelle hat ein Bild gemacht; es hat nichts gekostet, versuch es noch einmal oder sag es mit anderen Worten.
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $price ->
        [0] { "" }
        [one] { " " }· { $price } Credit
       *[other] { " " }· { $price } Credits
    }
compare-failed =
    • { $model }: { $reason ->
        [failed-content-policy] wegen seiner Inhaltsregeln abgelehnt
        [failed-timeout] hat zu lange gebraucht
        [failed-rate-limited] zu viel los
        [failed-no-image] hat ohne Bild geantwortet
       *[none] hat nicht geklappt
    }, nicht berechnet
compare-keep = ✓ { $model } behalten

## Knöpfe

button-again = 🔁 Noch mal
button-retry = 🔁 Erneut versuchen
button-other = 🎛 Anderes Modell
button-original = 📄 Originaldatei
button-undo = ↩ Rückgängig
button-cancel = ✖ Abbrechen
button-more = Mehr ›
button-first =
    { $limit ->
        [one] Nur das erste nehmen
       *[other] Die ersten { $limit } nehmen
    }
button-save-preset = 💾 Letzten Text als Vorlage
button-manage-presets = ✏️ Umbenennen oder löschen
button-rename = ✏️ Umbenennen
button-delete = 🗑 Löschen
button-delete-sure = 🗑 Ja, löschen
button-forget = 🗑 Meine Daten löschen
button-forget-sure = 🗑 Ja, alles löschen
button-back = ‹ Zurück
button-older = Ältere ›
button-newer = ‹ Neuere
button-revoke = ✖ Nr. { $number } beenden
press-started = Bin dran.
press-twice = Bin schon dabei.
press-old = Dieser Knopf ist zu alt. Schick mir das Bild bitte noch einmal.

## Telegram-Sterne

menu-buy = Credits mit Telegram-Sternen kaufen
menu-terms = Zu welchen Bedingungen Credits verkauft werden
menu-paysupport = Wenn mit einer Zahlung etwas nicht stimmt
menu-refund = Eine Zahlung erstatten
help-buy = /buy – Mehr Credits für Telegram-Sterne
privacy-payments = Was du in Telegram-Sternen bezahlt hast und was erstattet wurde, bleibt dauerhaft gespeichert: wann, wie viel und die Nummer der Zahlung. Womit du bezahlt hast, weiß nur Telegram.
button-buy = ⭐ Credits kaufen
pack-option =
    { $credits ->
        [one] { $credits } Credit
       *[other] { $credits } Credits
    } · ⭐ { $stars }
button-refund = ↩ ⭐ { $stars } erstatten
button-refund-not = ✖ Nicht erstatten
buy =
    Welches Paket möchtest du? Was du kaufst, verfällt nicht und wird erst genommen, wenn deine Gratis-Credits aufgebraucht sind.
    Mit dem Bezahlen stimmst du den Bedingungen zu: /terms. Stimmt etwas nicht? /paysupport
buy-line =
    • { $title }: { $credits ->
        [one] { $credits } Credit
       *[other] { $credits } Credits
    } · ⭐ { $stars }
buy-privately = Credits kaufst du in unserem privaten Chat, damit niemand mitliest.
buy-changed = Mein Angebot hat sich inzwischen geändert; schau bitte noch einmal.
invoice-title =
    { $credits ->
        [one] { $credits } Credit
       *[other] { $credits } Credits
    }
invoice-description =
    { $credits ->
        [one] { $credits } Credit für Bilder. Er verfällt nicht, und was nicht gelingt, kostet nichts.
       *[other] { $credits } Credits für Bilder. Sie verfallen nicht, und was nicht gelingt, kostet nichts.
    }
payment-done =
    Danke! { $credits ->
        [one] { $credits } Credit gehört dir:
       *[other] { $credits } Credits gehören dir:
    } Du kannst jetzt { $left } ausgeben, und dein Guthaben ist { $balance }.
    Nummer dieser Zahlung: { $charge }
payment-unclear =
    Deine Zahlung von ⭐ { $stars } ist angekommen, aber ich weiß nicht, wofür sie war, deshalb gab es keine Credits dafür. { $support ->
        [none] Schreib bitte den Leuten, die diesen Bot betreiben,
       *[other] Schreib bitte an { $support },
    } dann bekommst du sie zurück. Nummer dieser Zahlung: { $charge }
payment-back =
    Deine Zahlung von ⭐ { $stars } wurde erstattet, und { $credits ->
        [one] { $credits } Credit ist
       *[other] { $credits } Credits sind
    } damit wieder weg; dein Guthaben ist jetzt { $balance }. Nummer der Zahlung: { $charge }
quota-debt = Guthaben: −{ $debt }, weil eine Zahlung erstattet wurde, deren Credits schon ausgegeben waren. Was du kaufst, gleicht das zuerst aus; Gratis-Credits bekommst du trotzdem.
terms =
    Verkaufsbedingungen

    • Mit Credits bezahlst du Bilder, die ich mache oder bearbeite. Jedes Modell hat seinen Preis, und du siehst ihn, bevor du wählst.
    • Was nicht gelingt, kostet nichts: Die Credits kommen sofort zurück.
    • Gekaufte Credits verfallen nicht. Sie sind kein Geld und werden nicht ausgezahlt.
    • Wenn du es dir anders überlegst oder etwas schiefgegangen ist, schreib uns, wie es unter /paysupport steht: Was nicht verbraucht ist, kann in Telegram-Sternen erstattet werden.
    • Bilder gehen an Bilddienste, deren Inhaltsregeln gelten, und was sie machen, kann von deinen Wünschen abweichen.
    • Verkauft wird von den Leuten, die diesen Bot betreiben, nicht von Telegram.
paysupport =
    Stimmt mit einer Zahlung etwas nicht, oder möchtest du sie zurück? { $support ->
        [none] Schreib den Leuten, die diesen Bot betreiben,
       *[other] Schreib an { $support },
    } und nenne die Nummer der Zahlung. Der Support von Telegram selbst kann bei dem, was hier gekauft wird, nicht helfen.
paysupport-line =
    { $credits ->
        [one] { $credits } Credit
       *[other] { $credits } Credits
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] {" "}· erstattet
        [refunding] {" "}· wird gerade erstattet
       *[paid] {""}
    }
    { $charge }
refund-usage = /refund NUMMER [Grund] – NUMMER ist die Nummer der Zahlung, so wie sie mit /paysupport zu sehen ist.
refund-sure =
    { $spent ->
        [one] { $spent } von { $credits } Credits ist ausgegeben;
       *[other] { $spent } von { $credits } Credits sind ausgegeben;
    } das Guthaben wird { $after }. Trotzdem ⭐ { $stars } erstatten?
refund-done =
    ⭐ { $stars } erstattet, { $credits ->
        [one] { $credits } Credit abgezogen;
       *[other] { $credits } Credits abgezogen;
    } das Guthaben ist jetzt { $balance }.
till-refused = Telegram hat diese Sterne nicht erstattet, deshalb hat sich nichts geändert; die Antwort war „{ $detail }“.
till-unknown = Telegram hat nicht gesagt, ob diese Sterne erstattet sind. Es ist notiert, und ich frage weiter nach, bis es erledigt ist.
refused-payment-forged = Ich weiß nicht, wofür diese Rechnung ist, deshalb wurde nichts bezahlt; hol dir bitte mit /buy eine neue.
refused-payment-buyer = Diese Rechnung gehört jemand anderem, deshalb wurde nichts bezahlt; mit /buy bekommst du eine eigene.
refused-payment-changed = Zu diesem Preis gibt es das Paket nicht mehr, deshalb wurde nichts bezahlt; schau bitte noch einmal bei /buy.
refused-payment-used = Diese Rechnung ist schon bezahlt oder wird es gerade, deshalb wurde nichts doppelt bezahlt; mit /buy bekommst du eine neue.
refused-refund-unknown = Eine Zahlung mit dieser Nummer kenne ich nicht.
refused-refund-done = Diese Zahlung ist schon erstattet.

## Verwaltung

grant-usage = /grant PERSON CREDITS [Grund] – PERSON ist eine ID oder ein @username; du kannst auch auf eine Nachricht der Person antworten.
grant-done = { $name } ({ $person }) kann { $left ->
        [one] { $left } Credit
       *[other] { $left } Credits
    } ausgeben, davon verfallen { $balance } nicht.
limit-usage = /limit PERSON CREDITS oder /limit PERSON default – PERSON ist eine ID oder ein @username; du kannst auch auf eine Nachricht der Person antworten.
limit-done = { $name } ({ $person }) hat jetzt { $free ->
        [one] { $free } Gratis-Credit
       *[other] { $free } Gratis-Credits
    } pro Zeitraum und kann noch { $left } ausgeben.
invite-usage = /invite [CREDITS] [ANZAHL] – ein Link, der Leute hereinlässt, jede Person mit so vielen Credits; ohne Zahlen eine Person und keine Credits.
invite-made =
    Dieser Link lässt { $uses ->
        [one] eine Person
       *[other] { $uses } Personen
    }{ $credits ->
        [0] { " " }herein
        [one] { " " }herein und gibt jeder { $credits } Credit
       *[other] { " " }herein und gibt jeder { $credits } Credits
    }; er gilt bis { MOMENT($until) }. /invites beendet ihn vorher.
invite-welcome =
    Willkommen, du bist dabei!{ $credits ->
        [0] { "" }
        [one] { " " }{ $credits } Credit gehört dir; er verfällt nicht.
       *[other] { " " }{ $credits } Credits gehören dir; sie verfallen nicht.
    }
invites-none = Keine Einladung ist offen. /invite macht eine.
invites-line =
    { $number }. { $used } von { $uses } gekommen, je { $credits ->
        [one] { $credits } Credit
       *[other] { $credits } Credits
    }, bis { MOMENT($until) }: { $link }
invite-revoked = Dieser Link lässt niemanden mehr herein.
models-heading = Modelle mit Preis in Credits, Dialekt und Gateways:
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ kein Gateway bietet es an
        [link] {" "}· ⚠ braucht einen öffentlichen Link: setze web.public_url oder links.bucket
       *[none] {""}
    }
models-silent = Sagen nicht, was sie anbieten: { $gateways }
gateways-offers = { $name }: { $models ->
        [one] { $models } Modell
       *[other] { $models } Modelle
    }
gateways-silent = { $name }: ⚠ sagt nicht, was es anbietet ({ $fault })
gateways-seconds = Ein Bild dauert { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } (Median der letzten).
gateways-fault = Letzter Fehler: { $fault }, { MOMENT($at) }.
gateways-rest = { $model } pausiert bis { MOMENT($until) }; so lange werden erst andere gefragt.
gateways-keys = Zur Seite gelegte Schlüssel: { $aside } von { $keys }.
stats-usage = /stats [Tage] – von 1 bis 90 Tagen, 7 ohne Angabe.
stats =
    { $days ->
        [one] Heute
       *[other] Die letzten { $days } Tage
    }: { $edits ->
        [one] { $edits } Auftrag
       *[other] { $edits } Aufträge
    }
stats-ends = Fertig { $done }, fehlgeschlagen { $failed }, abgebrochen { $cancelled }, in Arbeit { $unfinished }
stats-success = Erfolgsquote: { $percent } %
stats-people = Personen: { $people }; neue: { $newcomers }
stats-credits = Ausgegebene Credits: { $credits }
stats-models = Modelle: { $models }
stats-failures = Fehlschläge: { $failures }
stats-item = { $name } { $count }
menu-ban = Jemanden sperren
menu-unban = Jemanden wieder hereinlassen
ban-usage = /ban PERSON [Dauer] [Grund] – PERSON ist eine ID oder ein @username; du kannst auch auf eine Nachricht der Person antworten. Eine Dauer ist 12h, 3d oder 2w, ohne Dauer gilt es für immer. Den Grund lesen nur Admins.
ban-done =
    { $name } ({ $person }) ist { $until ->
        [none] für immer
       *[other] bis { MOMENT($until) }
    } gesperrt; was noch in Arbeit war, ist abgebrochen.
unban-usage = /unban PERSON – PERSON ist eine ID oder ein @username; du kannst auch auf eine Nachricht der Person antworten.
unban-done = { $name } ({ $person }) kann mich wieder nutzen.
unban-none = { $name } ({ $person }) ist nicht gesperrt.
refused-banned-until = Bis { MOMENT($until) } kannst du mich nicht nutzen; wenn du das für einen Irrtum hältst, sprich mit den Leuten, die diesen Bot betreiben.
refused-ban-admin = Diese Person ist Admin; nimm sie zuerst aus den Einstellungen.
models-off = ○ aus
models-asleep = ○ aus, weil seine Gateways aus sind
gateways-off = ○ Aus: Es wird nicht nach Bildern gefragt.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } ist an.
switched-off = { $name } ist aus.
switched-off-with = { $name } ist aus, und damit auch alles, was kein anderes Gateway hat: { $models }
refused-gateway = Dieses Gateway steht nicht mehr in den Einstellungen.
refused-last =
    Ohne { $kind ->
        [gateway] dieses Gateway
       *[model] dieses Modell
    } gäbe es nichts mehr zu wählen; schalte zuerst ein anderes an.
menu-admin = Alles, was Admins können, als Knöpfe
menu-user = Sehen, wie es um jemanden steht
admin = Was soll es sein?
admin-health =
    Heute: { $edits ->
        [one] { $edits } Auftrag
       *[other] { $edits } Aufträge
    }, { $failed } fehlgeschlagen, { $waiting } in Arbeit. { $ill ->
        [none] Den Gateways geht es gut.
       *[other] ⚠ In Schwierigkeiten: { $ill }
    }
admin-stats = 📊 Zahlen
admin-user = 👤 Personen
admin-grant = ➕ Credits geben
admin-limit = ⚖️ Gratis-Credits
admin-ban = 🚫 Sperren
admin-models = 🎛 Modelle
admin-gateways = 🔌 Gateways
admin-fresh = ↻ Aktualisieren
admin-console = 🖥 Konsole
menu-console = Die Konsole im Browser öffnen
console = Dein Weg in die Konsole: ein Link, der einmal funktioniert, innerhalb von fünf Minuten. Wer ihn öffnet, ist dort du, also gib ihn niemandem.
console-near = Dein Weg in die Konsole: ein Link, der einmal funktioniert, innerhalb von fünf Minuten. Wer ihn öffnet, ist dort du, also gib ihn niemandem. Er öffnet sich nur auf der Maschine, auf der ich laufe, oder durch einen SSH-Tunnel dorthin; damit es überall geht, setze web.public_url.
console-private = Den Link in die Konsole darf sonst niemand sehen: Schick mir /console bitte in einem privaten Chat.
console-insecure = Es gibt eine Konsole, aber nicht unter dieser Adresse: Browser bleiben nur über https angemeldet. Setze web.public_url auf eine Adresse mit https://.
admin-user-ask = Wer? Schick mir eine ID oder einen @username.
admin-grant-ask = Wer bekommt wie viele Credits, und warum? Schick mir: PERSON CREDITS [Grund]
admin-limit-ask = Wer soll wie viele Gratis-Credits pro Zeitraum haben? Schick mir: PERSON CREDITS oder PERSON default
admin-ban-ask = Wen soll ich sperren, wie lange und warum? Schick mir: PERSON [Dauer] [Grund]; eine Dauer ist 12h, 3d oder 2w.
user-usage = /user PERSON – PERSON ist eine ID oder ein @username; du kannst auch auf eine Nachricht der Person antworten.
user =
    { $name }{ $username ->
        [none] {""}
       *[other] {" "}· { $username }
    } · { $person }
user-chosen =
    Sprache: { $language ->
        [none] –
       *[other] { $language }
    } · Modell: { $model ->
        [none] keins gewählt
       *[other] { $model }
    }
user-seen = Kennengelernt: { AGO($met) } · Zuletzt gesehen: { AGO($seen) }
user-never = Hat mir noch nie geschrieben.
user-banned =
    🚫 Gesperrt { $until ->
        [none] für immer
       *[other] bis { MOMENT($until) }
    }{ $why ->
        [none] {""}
       *[other] : { $why }
    }
user-unreachable = ⚠ Ich kann nicht schreiben: Die Person hat mich blockiert oder ist nicht mehr da.
user-credits = Credits: noch { $left } von { $free } gratis, { $balance } ohne Verfall, { $held } reserviert
user-limit = Eigenes Limit: { $limit } gratis pro Zeitraum
user-edits = Letzte Aufträge:
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = Letzte Buchungen:
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] reserviert
        [settle] ausgegeben
        [release] zurückgegeben
        [grant] geschenkt
        [limit] Limit
       *[other] { $kind }
    }{ $credits ->
        [none] {""}
       *[other] {" "}{ $credits }
    }{ $note ->
        [none] {""}
       *[other] {" "}({ $note })
    }
user-ask-limit = Wie viele Gratis-Credits pro Zeitraum für { $person }? Schick mir eine Zahl oder „default“.
user-ban-sure = Für wie lange?
user-granted =
    { $credits ->
        [one] { $credits } Credit gegeben.
       *[other] { $credits } Credits gegeben.
    }
user-shut-out =
    Gesperrt { $until ->
        [none] für immer.
       *[other] bis { MOMENT($until) }.
    }
user-unbanned = Wieder hereingelassen.
button-limit = ⚖️ Gratis-Credits…
button-ban = 🚫 Sperren
button-unban = ✓ Entsperren
button-ban-1d = 1 Tag
button-ban-1w = 1 Woche
button-ban-0 = Für immer
menu-broadcast = Allen eine Nachricht schicken
admin-broadcast = 📣 Rundnachricht
admin-broadcast-ask = Was sollen alle bekommen? Schick es mir jetzt: Text, ein Foto mit Bildunterschrift oder etwas anderes.
broadcast-no-copy = Das kann ich nicht kopieren; schick bitte Text oder ein einzelnes Bild mit Bildunterschrift.
broadcast-preview =
    { $people ->
        [one] Das bekommt { $people } Person.
       *[other] Das bekommen { $people } Personen.
    }
broadcast-nobody = Noch ist niemand da, an den es gehen könnte: Bekommen kann es nur, wer mir privat geschrieben hat.
broadcast-sending = Wird gesendet…
    { $bar } { $tried } von { $total }
broadcast-stopping = Ab jetzt bekommt es niemand mehr.
broadcast-cancelled = Niemand bekommt es.
broadcast-done =
    An { $sent ->
        [one] { $sent } Person
       *[other] { $sent } Personen
    } von { $total } gesendet.
broadcast-stopped =
    Gestoppt. An { $sent ->
        [one] { $sent } Person
       *[other] { $sent } Personen
    } von { $total } gesendet.
broadcast-lost =
    Die Nachricht oben ist weg, deshalb kann ich sie nicht mehr kopieren. An { $sent ->
        [one] { $sent } Person
       *[other] { $sent } Personen
    } von { $total } gesendet.
broadcast-unreachable =
    { $unreachable ->
        [one] { $unreachable } Person war nicht zu erreichen: Sie hat mich blockiert oder ist nicht mehr da.
       *[other] { $unreachable } Personen waren nicht zu erreichen: Sie haben mich blockiert oder sind nicht mehr da.
    }
broadcast-failed =
    { $failed ->
        [one] Bei { $failed } Person weiß ich nicht, ob es angekommen ist.
       *[other] Bei { $failed } Personen weiß ich nicht, ob es angekommen ist.
    }
button-send = 📣 An { $people } senden
button-not-send = Abbrechen
button-stop = ✖ Stoppen

## Abgelehnt: nichts begonnen, nichts berechnet

refused-quota = { $renews_at ->
        [none] Du hast noch { $left ->
            [one] { $left } Credit
           *[other] { $left } Credits
        }, und das hier kostet { $price }; frag beim Betreiber des Bots nach mehr oder nimm mit /model ein günstigeres Modell.
       *[other] Du hast noch { $left ->
            [one] { $left } Credit
           *[other] { $left } Credits
        }, und das hier kostet { $price }; neue Gratis-Credits gibt es { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota =
    { $renews_at ->
        [none]
            Diese Gruppe hat noch { $left ->
                [one] { $left } Credit
               *[other] { $left } Credits
            }, und das hier kostet { $price }; wer ein Guthaben hat, kann es mit /give teilen.
       *[other]
            Diese Gruppe hat noch { $left ->
                [one] { $left } Credit
               *[other] { $left } Credits
            }, und das hier kostet { $price }; neue Gratis-Credits gibt es { WAIT($renews_at) } ({ MOMENT($renews_at) }), und wer ein Guthaben hat, kann es mit /give teilen.
    }
refused-cap =
    Ein Mitglied darf am Tag { $cap ->
        [one] { $cap } Credit
       *[other] { $cap } Credits
    } dieser Gruppe ausgeben: Du hast noch { $left }, und das hier kostet { $price }; neue gibt es { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give =
    Verschenken lässt sich nur, was nicht verfällt, und davon hast du { $balance ->
        [one] { $balance } Credit
       *[other] { $balance } Credits
    }.
refused-fast =
    Schneller als { $limit ->
        [one] { $limit } Auftrag
       *[other] { $limit } Aufträge
    } pro Minute geht es für eine Person nicht; schick den nächsten { WAIT($until) }, bis dahin lasse ich alle anderen liegen.
refused-access-invite = Ich arbeite nur für Eingeladene: Bitte die Person, die dir von mir erzählt hat, oder die Leute, die mich betreiben, um einen Einladungslink und öffne ihn.
refused-access-list = Ich arbeite nur für einen geschlossenen Kreis: Bitte die Leute, die mich betreiben, dich hereinzulassen.
refused-invite = Diese Einladung lässt niemanden mehr herein: Bitte um eine neue.
refused-waiting = Du hast schon { $limit ->
        [one] { $limit } Bild
       *[other] { $limit } Bilder
    } in Arbeit, mehr geht nicht auf einmal; schick das nächste, sobald eins davon fertig ist.
refused-too-large = Diese Datei ist größer als { $limit_mb } MB, und mehr darf ich von Telegram nicht laden; schick bitte eine kleinere.
refused-file = Ich kann nur Bilder bearbeiten (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, GIF); schick es bitte als Foto oder Bilddatei.
refused-pictures = { $limit ->
        [0] { $model } nimmt keine Bilder, nur Text,
        [one] { $model } nimmt höchstens { $limit } Bild,
       *[other] { $model } nimmt höchstens { $limit } Bilder,
    } und du hast { $given } geschickt; schick weniger oder nimm mit /model ein anderes Modell.
refused-picture-needed = { $model } bearbeitet Bilder und kann aus Text allein keins machen; schick ein Foto dazu oder nimm mit /model ein anderes Modell.
refused-prompt-needed = Sag mir bitte, was ich tun soll: in der Bildunterschrift oder als Antwort auf das Bild.
refused-model = Dieses Modell gibt es nicht mehr; wähle mit /model ein anderes.
refused-person = { $person } kenne ich noch nicht; die Person muss mir zuerst schreiben.
refused-amount = Mit „{ $amount }“ als Anzahl von Credits kann ich nichts anfangen.
refused-preset-name = Ein Name hat 1 bis { $limit } Zeichen; schick bitte einen anderen.
refused-preset-taken = Eine Vorlage namens „{ $name }“ hast du schon; schick bitte einen anderen Namen.
refused-preset-too-many = Du hast { $limit } Vorlagen, mehr passen nicht; lösch zuerst eine mit /presets.
refused-preset-unknown = Diese Vorlage gibt es nicht mehr; mit /presets siehst du alle.
refused-preset-nothing = Du hast mir noch nichts aufgetragen, was sich speichern ließe; schick mir zuerst ein Bild mit Text.
refused-not-yours =
    { $name ->
        [none] Dieses Bild gehört jemand anderem; schick mir dein eigenes, dann hast du die Knöpfe in der Hand.
       *[other] Dieses Bild gehört { $name }; schick mir dein eigenes, dann hast du die Knöpfe in der Hand.
    }
refused-not-your-buttons =
    { $name ->
        [none] Diese Knöpfe gehören jemand anderem; schick mir selbst den Befehl oder ein Bild, dann bekommst du eigene.
       *[other] Diese Knöpfe gehören { $name }; schick mir selbst den Befehl oder ein Bild, dann bekommst du eigene.
    }
refused-not-steering = Nur Admins dieser Gruppe können hier für alle wählen.
refused-may-not-send = Eben durfte ich in dieser Gruppe keine Bilder senden; bitte die Admins, mich Fotos senden zu lassen, und versuch es in ein paar Minuten noch einmal.
refused-ended = Das hier ist schon vorbei, daran ist nichts mehr zu tun.
refused-banned = Du kannst mich gerade nicht nutzen; wenn du das für einen Irrtum hältst, sprich mit den Leuten, die diesen Bot betreiben.

## Fehlgeschlagen: angenommen, aber ohne Bild; die Credits sind zurück

failed-auth = Der Bilddienst lässt mich nicht herein, dafür kannst du nichts; es hat nichts gekostet, nimm ein anderes Modell oder komm später wieder.
failed-quota = Der Bilddienst hat sein eigenes Budget aufgebraucht, dafür kannst du nichts; es hat nichts gekostet, nimm ein anderes Modell oder komm später wieder.
failed-rate-limited = Beim Bilddienst ist gerade zu viel los; es hat nichts gekostet, versuch es in einer Minute wieder oder nimm ein anderes Modell.
failed-content-policy = Das Modell hat den Auftrag wegen seiner Inhaltsregeln abgelehnt; es hat nichts gekostet, versuch es mit anderen Worten, einem anderen Bild oder Modell.
failed-bad-request = Das Modell konnte mit diesem Auftrag nichts anfangen; es hat nichts gekostet, versuch es mit anderen Worten, einem anderen Bild oder Modell.
failed-upstream = Der Bilddienst hatte eine Störung; es hat nichts gekostet, versuch es noch einmal oder nimm ein anderes Modell.
failed-timeout = Der Bilddienst hat zu lange gebraucht, und ich warte nicht länger; es hat nichts gekostet, versuch es noch einmal oder nimm ein anderes Modell.
failed-no-image = Das Modell hat ohne Bild geantwortet; es hat nichts gekostet, sag es mit anderen Worten oder nimm ein anderes Modell.
failed-input-empty = Die Datei, die du geschickt hast, ist leer; es hat nichts gekostet, schick sie bitte noch einmal.
failed-input-no-picture = Das ist kein Bild, das ich lesen kann; es hat nichts gekostet, schick bitte ein JPEG, PNG oder WebP.
failed-input-damaged = Das Bild, das du geschickt hast, ist beschädigt; es hat nichts gekostet, schick es bitte noch einmal oder nimm ein anderes.
failed-input-too-many-pixels = Das Bild, das du geschickt hast, hat zu viele Pixel; es hat nichts gekostet, schick bitte ein kleineres.
failed-input-too-large = Das Bild, das du geschickt hast, ist zu groß zum Laden; es hat nichts gekostet, schick bitte eins mit höchstens 20 MB.
failed-input-gone = Ich konnte dein Bild nicht von Telegram laden; es hat nichts gekostet, schick es bitte noch einmal.
failed-result = Das Bild, das vom Modell kam, war nicht zu gebrauchen; es hat nichts gekostet, versuch es noch einmal oder nimm ein anderes Modell.
failed-delivery = Dein Bild ist fertig geworden, aber Telegram hat es nicht angenommen; es hat nichts gekostet, versuch es bitte noch einmal.
failed-group-right = Ich darf in dieser Gruppe keine Bilder senden; es hat nichts gekostet, bitte die Admins, mich Fotos senden zu lassen.
failed-group-gone = Ich bin nicht mehr in der Gruppe, in der du dieses Bild wolltest; es hat nichts gekostet, drück „Erneut versuchen“, und es kommt hierher.
failed-no-room = Ich habe gerade keinen Platz für Bilder; es hat nichts gekostet, versuch es in ein paar Minuten noch einmal.
failed-model-gone = Während du gewartet hast, ist das Modell für dieses Bild weggefallen; es hat nichts gekostet, wähle mit /model ein anderes.
failed-interrupted = Ich wurde mitten in deinem Bild neu gestartet und weiß nicht, was daraus geworden ist; es hat nichts gekostet, versuch es bitte noch einmal.
failed-unexpected = Bei mir ist etwas schiefgegangen (Nr. { $incident }); es hat nichts gekostet, versuch es noch einmal, und wenn es so bleibt, nenne diese Nummer den Leuten, die den Bot betreiben.

## Fehler

error-internal = Bei mir ist etwas schiefgegangen (Nr. { $id }); versuch es noch einmal, und wenn es so bleibt, nenne diese Nummer den Leuten, die den Bot betreiben.
error-storage = Ich kann gerade nichts notieren und habe deshalb nicht angefangen; es hat nichts gekostet, versuch es in ein paar Minuten noch einmal.
startup = { $sentence }

## Warnungen, für Admins

alert-began = ⚠ Hier wirst du gebraucht:
alert-lasts = ⏳ Noch nicht in Ordnung:
alert-well = ✅ Wieder in Ordnung:
alert-length = Begonnen hat es { AGO($since) }{ $edits ->
        [0] .
        [one] {" "}und { $edits } Auftrag getroffen.
       *[other] {" "}und { $edits } Aufträge getroffen.
    }
alert-more = … und { $troubles ->
        [one] { $troubles } weitere Störung; sie steht im Log.
       *[other] { $troubles } weitere Störungen; sie stehen im Log.
    }
alert-key = { $gateway } lehnt { $key ->
        [none] seinen Schlüssel
       *[other] Schlüssel Nr. { $key }
    } ab ({ $status }). { $others ->
        [none] Kein anderes Gateway kann einspringen, so lange schlagen Aufträge fehl.
       *[other] Die Aufträge gehen an die anderen Gateways.
    } Trag einen neuen Schlüssel in { $setting } ein und starte mich neu.
alert-key-well = { $gateway } nimmt { $key ->
        [none] seinen Schlüssel
       *[other] Schlüssel Nr. { $key }
    } wieder an.
alert-right = { $gateway } lässt { $model } { $key ->
        [none] mit seinem Schlüssel
       *[other] mit Schlüssel Nr. { $key }
    } nicht zu ({ $status }). { $others ->
        [none] Kein anderes Gateway kann einspringen, so lange schlagen Aufträge für dieses Modell fehl.
       *[other] Die Aufträge für dieses Modell gehen an die anderen Gateways.
    } Erlaube es dort oder schalte das Modell mit /models aus.
alert-right-well = { $gateway } liefert { $model } wieder.
alert-credit = Das Guthaben bei { $gateway }{ $key ->
        [none] {""}
       *[other] {" "}für Schlüssel Nr. { $key }
    } ist aufgebraucht ({ $status }). { $others ->
        [none] Kein anderes Gateway kann einspringen, so lange schlagen Aufträge fehl.
       *[other] Die Aufträge gehen an die anderen Gateways.
    } Lade es dort auf; ich merke es von selbst.
alert-credit-well = Bei { $gateway } ist wieder Guthaben da{ $key ->
        [none] .
       *[other] {" "}für Schlüssel Nr. { $key }.
    }
alert-request = { $gateway } nimmt die Anfragen für { $model } nicht so an, wie ich sie schreibe ({ $status }{ $detail ->
        [none] {""}
       *[other] : { $detail }
    }). Sieh dir ID und Dialekt des Modells in den Einstellungen an oder schalte es mit /models aus.
alert-request-well = { $gateway } nimmt die Anfragen für { $model } wieder an.
alert-certificate = Ich traue dem Zertifikat von { $gateway } nicht ({ $detail }) und schicke deshalb nichts dorthin. { $others ->
        [none] Kein anderes Gateway kann einspringen, so lange schlagen Aufträge fehl.
       *[other] Die Aufträge gehen an die anderen Gateways.
    } Sieh dir die Adresse und das Zertifikat an.
alert-certificate-well = Das Zertifikat von { $gateway } ist wieder in Ordnung.
alert-breaker = { $gateway } scheitert immer wieder mit { $model } ({ $fault }). { $others ->
        [none] Ich versuche es weiter.
       *[other] Die anderen werden zuerst gefragt.
    } /gateways zeigt, wie es ihnen geht.
alert-breaker-well = { $gateway } funktioniert wieder mit { $model }.
alert-delivery = Telegram nimmt keine Ergebnisse an: In mehreren Chats kamen sie nicht an. Berechnet wurde dafür niemandem etwas; warum es so ist, steht im Log.
alert-delivery-well = Telegram nimmt wieder Ergebnisse an.
alert-telegram = Telegram war { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } lang nicht zu erreichen. Was Leute schreiben, wartet dort; sieh dir das Netzwerk an.
alert-telegram-well = Telegram ist wieder zu erreichen.
alert-storage = Die Datenbank oder der Datenträger streikt: { $detail }. Nichts, was ich angenommen habe, ist verloren; sieh dir den Datenträger mit data_dir an.
alert-storage-well = Datenbank und Datenträger funktionieren wieder.
alert-disk = Der Datenträger ist fast voll: { $free } MB sind noch frei. Schaff Platz oder setze results.max_mb niedriger.
alert-disk-well = Auf dem Datenträger ist wieder Platz.
alert-inbox = Ich komme nicht hinterher: Eine Nachricht wartet schon { $seconds } Sekunden lang. Sieh dir das Log an, und wie ausgelastet die Maschine ist.
alert-inbox-well = Ich komme wieder hinterher.
alert-private = { $gateway } hat mit einem Link auf { $name } geantwortet, und das liegt in einem privaten Netz; ich bin ihm nicht gefolgt. Wenn das ein Server von dir ist, nimm ihn in results.allowed_hosts auf.
alert-private-well = Seit einer Stunde hat { $gateway } keinen Link auf { $name } mehr geschickt.
alert-ledger = Die Credits gehen an { $differences ->
        [one] { $differences } Stelle
       *[other] { $differences } Stellen
    } nicht auf. darkroom check --ledger nennt jede davon.
alert-ledger-well = Alle Credits gehen wieder auf.
alert-stars = { $stars ->
        [one] { $stars } Star wurde
       *[other] { $stars } Stars wurden
    } für etwas bezahlt, das ich nicht kenne. /refund { $name } erstattet die Zahlung.
alert-stars-well = Zur Zahlung { $name } ist nichts mehr offen.
