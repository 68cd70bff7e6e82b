# Tout ce que les gens lisent, comme dans en.ftl ; on vouvoie.

language-name = Français

## Les commandes, telles que le menu de Telegram les montre

menu-start = Dire bonjour
menu-help = Ce que je sais faire
menu-model = Choisir le modèle d’image
menu-settings = Format, nombre d’images, photo ou fichier, légende
menu-quota = Voir vos crédits
menu-history = Vos dernières retouches et ce qu’elles ont coûté
menu-give = Donner de vos crédits au groupe
menu-imagine = Créer une image à partir de mots
menu-edit = Retoucher l’image à laquelle vous répondez
menu-again = Refaire la dernière, ou avec d’autres mots
menu-compare = Une image, plusieurs modèles
menu-presets = Vos effets enregistrés, à réutiliser
menu-cancel = Arrêter ce que je suis en train de faire
menu-language = Choisir la langue
menu-privacy = Ce que je garde de vous, et comment l’effacer
menu-grant = Donner des crédits à quelqu’un
menu-limit = Fixer les crédits gratuits de quelqu’un
menu-invite = Créer un lien qui laisse entrer des gens
menu-invites = Lister ces liens et y mettre fin
menu-models = Lister les modèles, y compris ceux qui manquent
menu-gateways = Voir l’état des passerelles
menu-stats = Voir ce qui s’est passé ces derniers jours

## Ce que Telegram montre avant que l’on appuie sur « Démarrer »

bot-description =
    Envoyez-moi une photo et dites en légende ce qu’il faut changer : je vous la renvoie retouchée.

    • Effacer un arrière-plan, restaurer une vieille photo, en faire une aquarelle : dites-le avec vos mots
    • Répondez à un résultat pour le retravailler
    • Des mots seuls deviennent une nouvelle image
    • Dans les groupes aussi, avec le modèle d’image de votre choix

    Appuyez sur « Démarrer » et envoyez une photo.
bot-short-description = Envoyez une photo, dites quoi changer, recevez-la retouchée. En privé comme dans les groupes.

## Bienvenue et aide

start =
    Bonjour { $name } ! Je retouche les photos.

    Envoyez-moi une photo et dites en légende ce que je dois en faire, par exemple « passe-la en noir et blanc ».
    Des mots seuls deviennent une nouvelle image.

    Pour en savoir plus : /help
help =
    Photo + légende : je retouche la photo comme vous le dites.
    Photo seule : je vous demande quoi en faire.
    Mots seuls : j’en fais une image.
    Fichier image : pareil, et vous recevez un fichier, en pleine qualité.
    Répondez par des mots à n’importe quelle image : je la retouche. C’est ainsi que l’on retravaille un résultat.

    /model – Choisir le modèle d’image (actuel : { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    Dans les groupes, je réponds quand on me mentionne, quand on me répond ou quand on écrit /edit ou /imagine.
unknown-command = Je ne connais pas cette commande. Envoyez /help pour voir ce que je sais faire.

## Choisir

model-choose =
    Quel modèle doit retoucher vos images ? Le nombre indique son prix en crédits par image.
    Actuel : { $model }
model-unavailable = Indisponible ici pour le moment : { $models }.
model-option = { $title } · { $price }
model-chosen = Entendu, ce sera { $model }.
language-choose = Quelle langue dois-je parler ?
language-auto = Comme dans Telegram
language-chosen = Désormais, je parle français.

## Groupes

group-hello =
    Bonjour ! Ici, je retouche les photos.
    Répondez à n’importe quelle image avec @{ $name } et ce qu’il faut en faire, ou écrivez-le en légende de la vôtre.
    /edit et une réponse à l’une de mes images font de même ; je ne me mêle pas du reste.
group-hello-privacy =
    Bonjour ! Ici, je retouche les photos.
    Répondez à n’importe quelle image avec /edit@{ $name } et ce qu’il faut en faire, ou à l’une de mes images avec des mots.
    Telegram ne me montre rien d’autre tant que je ne suis pas administrateur : ensuite, @{ $name } marche dans chaque texte et chaque légende.
group-nobody = Je ne vois pas qui vous êtes, et je ne sais donc pas quels crédits utiliser ; écrivez en votre nom, pas en celui du groupe ou d’un canal.
group-model-choose =
    Quel modèle doit retoucher les images de ce groupe ? Il vaut pour tout le monde ici ; le nombre indique son prix en crédits par image.
    Actuel : { $model ->
        [none] le choix de chaque membre
       *[other] { $model }
    }
group-model-own = Au choix de chaque membre
group-model-chosen =
    { $model ->
        [none] Dans ce groupe, chacun utilise à nouveau son propre modèle.
       *[other] Dans ce groupe, c’est désormais { $model }.
    }
group-model-here = Dans ce groupe, les images sont retouchées avec { $model } : les administrateurs l’ont choisi. Votre propre choix, { $own }, vaut partout ailleurs.
group-privately = Je ne peux pas vous répondre dans le groupe « { $title } » :

## Réglages

settings =
    Ce qui vaut pour vos retouches.
    Voici ce que { $model } sait faire ; un souhait dans votre texte, comme --ar 16:9, passe avant.
settings-group =
    Ce qui vaut pour les retouches de tout le monde dans ce groupe, avant les réglages de chacun.
    Voici ce que { $model } sait faire ; un souhait dans le texte, comme --ar 16:9, passe avant.
settings-kept = Gardé pour les modèles qui savent le faire : { $settings }
settings-here =
    { $settings ->
        [none] Ici, vos retouches vont à { $model }, sans autre réglage ; ce que vous réglez avec /settings dans notre discussion privée vaut aussi ici.
       *[other] Ici, vos retouches vont à { $model }, avec { $settings } ; ce que le groupe laisse libre se règle avec /settings dans notre discussion privée.
    }
settings-saved = C’est noté.
settings-line = { $setting } : { $value }
settings-defaults = ↺ Revenir aux réglages d’origine
settings-own = au choix de chacun
settings-ratio = Proportions
settings-ratio-default = comme la photo
settings-ratio-ask = Quelle forme doivent avoir les résultats ?
settings-size = Taille
settings-size-default = au choix du modèle
settings-size-ask = Quelle taille { $model } doit-il produire ?
settings-quality = Qualité
settings-quality-default = au choix du modèle
settings-quality-ask = Quelle qualité { $model } doit-il produire ?
settings-style = Style
settings-style-default = au choix du modèle
settings-style-ask = Quel style { $model } doit-il prendre ?
settings-count = Images
settings-count-default = 1
settings-count-ask = Combien d’images à chaque fois ? Chacune a son prix.
settings-form = Envoi
settings-form-default = comme reçu
settings-form-ask = Une photo se regarde vite, un fichier garde chaque octet. Par défaut, une photo revient en photo et un fichier en fichier.
settings-caption = Légende
settings-caption-default = oui
settings-caption-ask = Faut-il indiquer le modèle, la durée et les crédits sous le résultat ?
settings-quote = Votre texte en légende
settings-quote-default = oui
settings-quote-ask = Faut-il afficher votre texte, replié, sous le résultat ?
settings-value-photo = photo
settings-value-file = fichier
settings-value-on = oui
settings-value-off = non

## Vie privée

privacy =
    Ce que je garde de vous :
    • Les images, les vôtres et les résultats : { $pictures ->
        [one] { $pictures } heure
        [many] { $pictures } d’heures
       *[other] { $pictures } heures
    }, le temps d’y travailler et au cas où quelque chose tournerait mal.
    • Quand une retouche échoue, aussi longtemps : ma demande et la réponse du service d’images, sans les images, pour que les responsables de ce bot puissent voir pourquoi.
    • Vos messages : jusqu’à ma réponse ; ce que je n’ai pas pu lire, { $letters ->
        [one] { $letters } heure
        [many] { $letters } d’heures
       *[other] { $letters } heures
    }.
    • Votre nom, ce que vous avez demandé, vos effets enregistrés et où se trouve le résultat, pour que vous puissiez le retravailler : jusqu’à ce que vous l’effaciez.
    • Votre numéro, votre langue, votre modèle et les crédits que vous avez reçus et dépensés : durablement.

    Vos images et vos mots sont transmis au service d’images qui produit le résultat. Les responsables de ce bot peuvent conserver des sauvegardes.

    /privacy delete efface aussitôt vos images, vos mots et votre nom, et annule ce que je fais pour vous.
privacy-sure = C’est irréversible, et les anciens résultats perdront leurs boutons.
privacy-done = Vos images, vos mots et votre nom sont effacés.{ $cancelled ->
        [0] {""}
        [one] {" "}Une retouche a été annulée, rien n’a été débité.
        [many] {" "}{ $cancelled } de retouches ont été annulées, rien n’a été débité.
       *[other] {" "}{ $cancelled } retouches ont été annulées, rien n’a été débité.
    } Il reste votre numéro, vos réglages et vos crédits.

## Crédits

quota =
    Vous pouvez dépenser { $left ->
        [one] { $left } crédit
        [many] { $left } de crédits
       *[other] { $left } crédits
    } dès maintenant.
quota-free =
    Gratuits : { $left } sur { $free } { $period ->
        [day] aujourd’hui
        [week] cette semaine
        [month] ce mois-ci
       *[never] en tout
    }{ $renews_at ->
        [none] .
       *[other] , à nouveau au complet { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
quota-later =
    { $free ->
        [one] Votre { $free } crédit gratuit arrive
        [many] Vos { $free } de crédits gratuits arrivent
       *[other] Vos { $free } crédits gratuits arrivent
    } { WAIT($begins_at) } ({ MOMENT($begins_at) }).
quota-balance = Solde : { $balance }. Il n’expire pas.
quota-held = Réservés pour ce qui est en cours : { $held }.
quota-spent = Dépensés ces { $days } derniers jours : { $spent }.

## Les dernières retouches et ce qu’elles ont coûté

history = Vos dernières retouches, la plus récente d’abord :
history-here = Vos dernières retouches dans ce groupe, la plus récente d’abord :
history-none = Aucune retouche de vous ici pour l’instant. Envoyez-moi une photo et dites ce que je dois en faire.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = « { $words } »
history-paid =
    { $price ->
        [one] { $price } crédit
        [many] { $price } de crédits
       *[other] { $price } crédits
    }
history-free = gratuit
history-group = payé par le groupe ({ $price })
history-working =
    en cours, { $price ->
        [0] gratuit
        [one] { $price } crédit réservé
        [many] { $price } de crédits réservés
       *[other] { $price } crédits réservés
    }
history-cancelled = non débité : annulé
history-failed = non débité : { $why }
history-gone = Je ne sais plus où se trouve ce résultat.
why =
    { $error ->
        [failed-auth] accès refusé par le service
        [failed-quota] service à court de budget
        [failed-rate-limited] service débordé
        [failed-content-policy] règles de contenu
        [failed-bad-request] demande non comprise
        [failed-upstream] panne du service
        [failed-timeout] trop long
        [failed-no-image] réponse sans image
        [failed-input-empty] fichier vide
        [failed-input-no-picture] pas une image
        [failed-input-damaged] image abîmée
        [failed-input-too-many-pixels] trop de pixels
        [failed-input-too-large] fichier trop lourd
        [failed-input-gone] image absente de Telegram
        [failed-result] résultat inutilisable
        [failed-delivery] refusé par Telegram
        [failed-group-right] pas le droit d’envoyer dans le groupe
        [failed-group-gone] plus dans le groupe
        [failed-no-room] plus de place sur le disque
        [failed-model-gone] modèle retiré
        [failed-interrupted] interrompu par un redémarrage
       *[other] autre panne
    }

## Graphiques : peu de mots

chart-day = { DAY($at) }
chart-spent = Crédits dépensés par jour
chart-free = { $free } gratuits par jour
chart-edits = Retouches par jour
chart-done = réussies
chart-failed = échouées
chart-cancelled = annulées
chart-people = Personnes par jour
chart-failures = Échecs
quota-group =
    Ce groupe peut dépenser { $left ->
        [one] { $left } crédit
        [many] { $left } de crédits
       *[other] { $left } crédits
    } dès maintenant.
quota-cap = Vous-même : encore { $left } sur les { $cap } qu’un membre peut en dépenser par jour.
quota-spenders =
    Qui en a dépensé le plus { $period ->
        [day] aujourd’hui
        [week] cette semaine
        [month] ce mois-ci
       *[never] jusqu’ici
    } :
quota-spender = • { $name } : { $spent }
quota-nameless = au nom du groupe
give-usage = /give CRÉDITS transfère des crédits de votre solde à ce groupe, par exemple : /give 20
give-nowhere = Écrivez /give dans un groupe : les crédits que vous donnez seront alors les siens.
give-done =
    Merci ! Vous avez donné { $given ->
        [one] { $given } crédit
        [many] { $given } de crédits
       *[other] { $given } crédits
    } ; ce groupe peut maintenant en dépenser { $left }.

## Questions et réponses

ask-what =
    Que dois-je faire de { $count ->
        [one] cette image
        [many] ces { $count } d’images
       *[other] ces { $count } images
    } ? Écrivez-le avec vos mots, ou appuyez sur un bouton.
ask-what-group =
    Que dois-je faire de { $count ->
        [one] cette image
        [many] ces { $count } d’images
       *[other] ces { $count } images
    } ? Répondez à ce message avec vos mots, ou appuyez sur un bouton.
ask-fewer =
    Vous avez envoyé { $given } images, et { $model } { $limit ->
        [0] n’en prend aucune, seulement des mots
        [one] n’en prend que { $limit }
        [many] en prend { $limit } au plus
       *[other] en prend { $limit } au plus
    }. Que dois-je faire ? Rien n’est débité jusqu’ici.
album-left-out =
    { $count ->
        [one] Un élément de votre album n’est pas une image, je l’ai laissé de côté.
        [many] { $count } d’éléments de votre album ne sont pas des images, je les ai laissés de côté.
       *[other] { $count } éléments de votre album ne sont pas des images, je les ai laissés de côté.
    }
gif-first-frame = D’une image animée, je retouche la première vue.
imagine-usage = Écrivez après la commande ce que je dois dessiner, par exemple : /imagine un renard dans la neige
edit-usage = Répondez à une image avec /edit et ce qu’il faut faire, par exemple : /edit rends le ciel rouge
cancel-none = Il n’y a rien à annuler.
cancel-late = Trop tard pour annuler : votre image est en train de partir.
cancel-done = { $count ->
        [one] C’est annulé. Rien n’a été débité.
        [many] { $count } de retouches annulées. Rien n’a été débité.
       *[other] { $count } retouches annulées. Rien n’a été débité.
    }

## Effets tout prêts : ce que dit le bouton, et ce qui est alors demandé au modèle

ready-background = ✂️ Effacer l’arrière-plan
ready-background-prompt = Supprime entièrement l’arrière-plan et place le sujet principal, détouré avec soin, sur un fond blanc uni. Ne change rien au sujet lui-même.
ready-restore = 🩹 Restaurer une vieille photo
ready-restore-prompt = Restaure cette vieille photo : enlève rayures, poussières, taches et plis, corrige la décoloration, et rends-lui sa netteté et des tons naturels. Les visages, les vêtements et la scène restent fidèles à l’original.
ready-colour = 🎨 Coloriser
ready-colour-prompt = Colorise cette photo en noir et blanc avec des couleurs naturelles et crédibles. Ne change rien d’autre.
ready-sharper = 🔍 Plus net
ready-sharper-prompt = Rends cette image plus nette et plus claire : enlève le bruit, le flou et les défauts de compression, et fais ressortir les détails, sans rien changer à son contenu.
ready-vivid = 🌈 Clair et éclatant
ready-vivid-prompt = Rends cette photo plus lumineuse et plus éclatante : exposition équilibrée, couleurs riches mais naturelles, contraste franc. Ne change rien au contenu.
ready-portrait = 👔 Portrait professionnel
ready-portrait-prompt = Fais-en un portrait professionnel : tenue de bureau soignée, lumière de studio douce et fond neutre uni. Le visage et l’identité de la personne restent exactement les mêmes.
ready-anime = 🌸 Anime
ready-anime-prompt = Redessine cette image comme une illustration d’anime détaillée, aux lignes nettes et aux couleurs douces. Garde la composition, les poses et ce qui rend les personnes reconnaissables.
ready-watercolour = 💧 Aquarelle
ready-watercolour-prompt = Fais de cette image une aquarelle délicate sur papier à grain, avec des lavis fluides et des contours doux. Garde la composition.
ready-cartoon = 🧸 Dessin animé 3D
ready-cartoon-prompt = Fais de cette image un plan de film d’animation 3D moderne : formes rondes et sympathiques, lumière chaude, visages expressifs. Les personnes restent reconnaissables et la composition ne change pas.
ready-pencil = ✏️ Crayon
ready-pencil-prompt = Fais de cette image un fin dessin au crayon sur papier blanc, avec des hachures et des ombres douces. Garde la composition.
ready-oil = 🖼 Peinture à l’huile
ready-oil-prompt = Fais de cette image une peinture à l’huile classique, aux coups de pinceau visibles, aux couleurs profondes et à la lumière chaude. Garde la composition.
ready-pixel = 👾 Pixel art
ready-pixel-prompt = Fais de cette image un pixel art 16 bits, comme dans un jeu vidéo classique, avec une palette réduite et des pixels bien carrés. Garde la composition.
ready-mono = ⚫ Noir et blanc
ready-mono-prompt = Fais de cette photo un beau noir et blanc, avec un contraste riche et des tons argentiques. Ne change rien au contenu.
ready-sunset = 🌇 Lumière du soir
ready-sunset-prompt = Rééclaire cette photo comme si elle avait été prise au coucher du soleil : lumière dorée et chaude, longues ombres douces, et un ciel flamboyant là où on le voit. Ne change rien au reste.
ready-comic = 💥 Bande dessinée
ready-comic-prompt = Redessine cette image comme une planche de bande dessinée : contours à l’encre bien marqués, trame de points et aplats de couleurs vives. Garde la composition et n’ajoute aucun texte.
ready-clay = 🏺 Pâte à modeler
ready-clay-prompt = Fais de cette image une scène en pâte à modeler, image par image, avec des traces de doigts visibles et une lumière de studio douce. Les personnes restent reconnaissables et la composition ne change pas.
ready-figure = 🎎 Figurine
ready-figure-prompt = Fais du sujet principal une figurine de collection réaliste sur un socle rond transparent, posée sur un bureau à côté de sa boîte imprimée, dans une douce lumière d’intérieur. Garde le visage, les vêtements et la pose.
ready-sticker = 🏷 Autocollant
ready-sticker-prompt = Fais du sujet principal un joli autocollant découpé : formes simples et franches, contours nets, bord blanc épais et fond uni.

## Effets enregistrés

presets = Vos effets enregistrés. Appuyez sur l’un d’eux pour l’appliquer à l’image en question, ou à la prochaine que vous enverrez.
presets-none = Vous n’avez encore aucun effet enregistré. Quand une demande vous plaît, enregistrez-la ici sous un nom pour la réutiliser.
presets-manage = Lequel voulez-vous renommer ou supprimer ?
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    Quel nom donner à ceci ?

    { $prompt }
preset-ask-new-name = Quel nom donner désormais à « { $name } » ?
preset-saved = Enregistré sous le nom « { $name } ». /presets montre tous vos effets.
preset-renamed = C’est maintenant « { $name } ».
preset-send-picture = Envoyez-moi une image, et je lui appliquerai « { $name } ».

## Pendant le travail

status-waiting = { $ahead ->
        [one] En attente, encore { $ahead } avant vous…
        [many] En attente, encore { $ahead } avant vous…
       *[other] En attente, encore { $ahead } avant vous…
    }
status-next = En attente, c’est bientôt votre tour…
status-then =
    { $unit ->
        [minutes] Ensuite, il faudra environ { $amount } min.
       *[seconds] Ensuite, il faudra environ { $amount } s.
    }
status-developing = Développement en cours…
status-usual =
    { $bar } { $unit ->
        [minutes] environ { $amount } min
       *[seconds] environ { $amount } s
    }
status-longer = { $bar } c’est plus long que d’habitude…
status-progress = Développement en cours…
    { $bar } { $percent } %
status-queued = { $queue ->
        [one] En attente du modèle, encore { $queue } avant vous…
        [many] En attente du modèle, encore { $queue } avant vous…
       *[other] En attente du modèle, encore { $queue } avant vous…
    }
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $left ->
        [none] { "" }
        [one] { " " }· { $left } crédit restant
        [many] { " " }· { $left } de crédits restants
       *[other] { " " }· { $left } crédits restants
    }
caption-off = Et maintenant ?
original-coming = Le fichier arrive.
original-gone =
    Je garde les fichiers des modèles pendant { $hours ->
        [one] { $hours } heure
        [many] { $hours } d’heures
       *[other] { $hours } heures
    }, et celui-ci n’est plus là.
undo-version = ↩ Retour à « { $prompt } »
undo-original = ↩ Retour à l’original
undo-gone = Telegram ne me donne plus l’image d’avant ; si vous la voyez encore, répondez-lui avec des mots.

## Le résultat

words-of-model = Réponse du modèle :
    { $words }
other-choose = Avec quel modèle dois-je recommencer ? Le nombre indique son prix en crédits.
again-none = Il n’y a encore rien à refaire ici. Envoyez-moi une photo et dites en légende ce que je dois en faire.
compare-usage = Répondez à une image avec /compare et ce qu’il faut faire, ou écrivez-le sous une photo, par exemple : /compare fais-en une aquarelle
compare-too-few =
    { $given ->
        [one] Un seul modèle proposé ici retouche des images ; il n’y a rien à comparer.
        [many] Moins de deux modèles proposés ici prennent { $given } d’images à la fois ; envoyez-en moins.
       *[other] Moins de deux modèles proposés ici prennent { $given } images à la fois ; envoyez-en moins.
    }
compare-ask = Quels modèles dois-je comparer, de deux à quatre ? Le nombre indique le prix en crédits ; ce qui échoue ne coûte rien.
compare-start =
    Comparer · { $price ->
        [one] { $price } crédit
        [many] { $price } de crédits
       *[other] { $price } crédits
    }
compare-most =
    { $most ->
        [one] Pas plus de { $most } à la fois ; retirez-en un d’abord.
        [many] Pas plus de { $most } à la fois ; retirez-en un d’abord.
       *[other] Pas plus de { $most } à la fois ; retirez-en un d’abord.
    }
compare-changed = Les modèles ou les prix ont changé entre-temps ; regardez à nouveau.
compare-begun = Comparaison en cours…
compare-status = Comparaison en cours… { $done } sur { $of }
compare-done = Laquelle préférez-vous ?
compare-none = Aucun de ces modèles n’a produit d’image ; rien n’a été débité, réessayez ou dites-le avec d’autres mots.
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $price ->
        [0] { "" }
        [one] { " " }· { $price } crédit
        [many] { " " }· { $price } de crédits
       *[other] { " " }· { $price } crédits
    }
compare-failed =
    • { $model } : { $reason ->
        [failed-content-policy] refusé à cause de ses règles de contenu
        [failed-timeout] trop long
        [failed-rate-limited] débordé
        [failed-no-image] a répondu sans image
       *[none] n’a pas marché
    }, non débité
compare-keep = ✓ garder { $model }

## Boutons

button-again = 🔁 Encore
button-retry = 🔁 Réessayer
button-other = 🎛 Autre modèle
button-original = 📄 Fichier d’origine
button-undo = ↩ Revenir en arrière
button-cancel = ✖ Annuler
button-more = Plus ›
button-first =
    { $limit ->
        [one] Prendre seulement la première
        [many] Prendre les { $limit } premières
       *[other] Prendre les { $limit } premières
    }
button-save-preset = 💾 Enregistrer ma dernière demande
button-manage-presets = ✏️ Renommer ou supprimer
button-rename = ✏️ Renommer
button-delete = 🗑 Supprimer
button-delete-sure = 🗑 Oui, supprimer
button-forget = 🗑 Effacer mes données
button-forget-sure = 🗑 Oui, tout effacer
button-back = ‹ Retour
button-older = Plus anciennes ›
button-newer = ‹ Plus récentes
button-revoke = ✖ Fermer le nº { $number }
press-started = C’est parti.
press-twice = J’y suis déjà.
press-old = Ce bouton est trop ancien. Renvoyez-moi l’image.

## Étoiles Telegram

menu-buy = Acheter des crédits avec des Étoiles Telegram
menu-terms = À quelles conditions les crédits sont vendus
menu-paysupport = Si un paiement pose problème
menu-refund = Rembourser un paiement
help-buy = /buy – Plus de crédits, contre des Étoiles Telegram
privacy-payments = Ce que vous avez payé en Étoiles Telegram et ce qui a été remboursé est gardé durablement : quand, combien, et le numéro du paiement. Votre moyen de paiement, seul Telegram le connaît.
button-buy = ⭐ Acheter des crédits
pack-option =
    { $credits ->
        [one] { $credits } crédit
        [many] { $credits } de crédits
       *[other] { $credits } crédits
    } · ⭐ { $stars }
button-refund = ↩ Rembourser ⭐ { $stars }
button-refund-not = ✖ Ne rien faire
buy =
    Quel pack voulez-vous ? Ce que vous achetez n’expire pas, et ne sert qu’une fois vos crédits gratuits épuisés.
    En payant, vous acceptez les conditions : /terms. Un problème ? /paysupport
buy-line =
    • { $title } : { $credits ->
        [one] { $credits } crédit
        [many] { $credits } de crédits
       *[other] { $credits } crédits
    } · ⭐ { $stars }
buy-privately = Les crédits s’achètent dans notre discussion privée, pour que personne ne lise par-dessus votre épaule.
buy-changed = Mon offre a changé entre-temps ; jetez-y un nouveau coup d’œil.
invoice-title =
    { $credits ->
        [one] { $credits } crédit
        [many] { $credits } de crédits
       *[other] { $credits } crédits
    }
invoice-description =
    { $credits ->
        [one] { $credits } crédit pour des images. Il n’expire pas, et ce qui échoue ne coûte rien.
        [many] { $credits } de crédits pour des images. Ils n’expirent pas, et ce qui échoue ne coûte rien.
       *[other] { $credits } crédits pour des images. Ils n’expirent pas, et ce qui échoue ne coûte rien.
    }
payment-done =
    Merci ! { $credits ->
        [one] { $credits } crédit est à vous :
        [many] { $credits } de crédits sont à vous :
       *[other] { $credits } crédits sont à vous :
    } vous pouvez maintenant en dépenser { $left }, et votre solde est de { $balance }.
    Numéro de ce paiement : { $charge }
payment-unclear =
    Votre paiement de ⭐ { $stars } est arrivé, mais je ne sais pas à quoi il correspond : il n’a donc donné aucun crédit. { $support ->
        [none] Écrivez aux responsables du bot
       *[other] Écrivez à { $support }
    } et il vous sera remboursé. Numéro de ce paiement : { $charge }
payment-back =
    Votre paiement de ⭐ { $stars } a été remboursé, et { $credits ->
        [one] { $credits } crédit a été repris
        [many] { $credits } de crédits ont été repris
       *[other] { $credits } crédits ont été repris
    } ; votre solde est maintenant de { $balance }. Numéro du paiement : { $charge }
quota-debt = Solde : −{ $debt }, car un paiement a été remboursé alors que ses crédits étaient déjà dépensés. Vos achats comblent d’abord ce manque ; vos crédits gratuits restent à vous.
terms =
    Conditions de vente

    • Les crédits paient les images que je crée ou retouche. Chaque modèle a son prix, et vous le voyez avant de choisir.
    • Ce qui échoue n’est pas débité : les crédits reviennent aussitôt.
    • Les crédits achetés n’expirent pas. Ce n’est pas de l’argent, et ils ne peuvent pas être versés.
    • Si vous changez d’avis ou si quelque chose s’est mal passé, écrivez-nous comme l’indique /paysupport : ce qui n’a pas servi peut être remboursé en Étoiles Telegram.
    • Les images sont transmises à des services d’images dont les règles de contenu s’appliquent, et ce qu’ils produisent peut différer de ce que vous souhaitiez.
    • Le vendeur est le responsable de ce bot, pas Telegram.
paysupport =
    Un paiement pose problème, ou vous voulez être remboursé ? { $support ->
        [none] Écrivez aux responsables du bot
       *[other] Écrivez à { $support }
    } en indiquant le numéro du paiement. L’assistance de Telegram ne peut rien pour ce qui s’achète ici.
paysupport-line =
    { $credits ->
        [one] { $credits } crédit
        [many] { $credits } de crédits
       *[other] { $credits } crédits
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] {" "}· remboursé
        [refunding] {" "}· remboursement en cours
       *[paid] {""}
    }
    { $charge }
refund-usage = /refund NUMÉRO [raison] – NUMÉRO est celui du paiement, tel que l’acheteur le lit avec /paysupport.
refund-sure =
    { $spent ->
        [one] { $spent } crédit sur { $credits } est dépensé ;
        [many] { $spent } de crédits sur { $credits } sont dépensés ;
       *[other] { $spent } crédits sur { $credits } sont dépensés ;
    } le solde passera à { $after }. Rembourser ⭐ { $stars } quand même ?
refund-done =
    ⭐ { $stars } remboursées, { $credits ->
        [one] { $credits } crédit repris ;
        [many] { $credits } de crédits repris ;
       *[other] { $credits } crédits repris ;
    } le solde est maintenant de { $balance }.
till-refused = Telegram n’a pas remboursé ces Étoiles, rien n’a donc changé ; sa réponse : « { $detail } ».
till-unknown = Telegram n’a pas dit s’il a remboursé ces Étoiles. C’est noté, et je redemande jusqu’à ce que ce soit fait.
refused-payment-forged = Je ne sais pas à quoi correspond cette facture, rien n’a donc été payé ; demandez-en une nouvelle avec /buy.
refused-payment-buyer = Cette facture est à quelqu’un d’autre, rien n’a donc été payé ; obtenez la vôtre avec /buy.
refused-payment-changed = Ce pack n’est plus vendu à ce prix, rien n’a donc été payé ; voyez la nouvelle offre avec /buy.
refused-payment-used = Cette facture est déjà payée, ou en train de l’être, rien n’a donc été payé deux fois ; obtenez-en une nouvelle avec /buy.
refused-refund-unknown = Je ne connais aucun paiement portant ce numéro.
refused-refund-done = Ce paiement a déjà été remboursé.

## Administration

grant-usage = /grant PERSONNE CRÉDITS [raison] – PERSONNE est un identifiant ou un @username ; vous pouvez aussi répondre à un message de cette personne.
grant-done = { $name } ({ $person }) peut dépenser { $left ->
        [one] { $left } crédit
        [many] { $left } de crédits
       *[other] { $left } crédits
    }, dont { $balance } sans expiration.
limit-usage = /limit PERSONNE CRÉDITS ou /limit PERSONNE default – PERSONNE est un identifiant ou un @username ; vous pouvez aussi répondre à un message de cette personne.
limit-done = { $name } ({ $person }) a désormais { $free ->
        [one] { $free } crédit gratuit
        [many] { $free } de crédits gratuits
       *[other] { $free } crédits gratuits
    } par période et peut encore en dépenser { $left }.
invite-usage = /invite [CRÉDITS] [NOMBRE] – un lien qui laisse entrer des gens, chacun avec autant de crédits ; sans nombres, une personne et aucun crédit.
invite-made =
    Ce lien laisse entrer { $uses ->
        [one] une personne
        [many] { $uses } de personnes
       *[other] { $uses } personnes
    }{ $credits ->
        [0] { "" }
        [one] { " " }et donne à chacune { $credits } crédit
        [many] { " " }et donne à chacune { $credits } de crédits
       *[other] { " " }et donne à chacune { $credits } crédits
    } ; expiration : { MOMENT($until) }. /invites y met fin avant.
invite-welcome =
    Bienvenue, vous y êtes !{ $credits ->
        [0] { "" }
        [one] { " " }{ $credits } crédit est à vous ; il n’expire pas.
        [many] { " " }{ $credits } de crédits sont à vous ; ils n’expirent pas.
       *[other] { " " }{ $credits } crédits sont à vous ; ils n’expirent pas.
    }
invites-none = Aucune invitation n’est ouverte. /invite en crée une.
invites-line =
    { $number }. { $used } sur { $uses } déjà là, { $credits ->
        [one] { $credits } crédit
        [many] { $credits } de crédits
       *[other] { $credits } crédits
    } chacun, expiration : { MOMENT($until) } · { $link }
invite-revoked = Ce lien ne laisse plus entrer personne.
models-heading = Modèles avec prix en crédits, dialecte et passerelles :
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ aucune passerelle ne le propose
        [link] {" "}· ⚠ il lui faut un lien public : définissez web.public_url ou links.bucket
       *[none] {""}
    }
models-silent = Ne disent pas ce qu’elles proposent : { $gateways }
gateways-offers = { $name } : { $models ->
        [one] { $models } modèle
        [many] { $models } de modèles
       *[other] { $models } modèles
    }
gateways-silent = { $name } : ⚠ ne dit pas ce qu’elle propose ({ $fault })
gateways-seconds = Une image prend { $seconds ->
        [one] { $seconds } seconde
        [many] { $seconds } de secondes
       *[other] { $seconds } secondes
    } (médiane des dernières).
gateways-fault = Dernière panne : { $fault }, { MOMENT($at) }.
gateways-rest = { $model } se repose jusqu’à { MOMENT($until) } : d’autres passent d’abord.
gateways-keys = Clés mises de côté : { $aside } sur { $keys }.
stats-usage = /stats [jours] – de 1 à 90 jours, 7 si vous n’indiquez rien.
stats =
    { $days ->
        [one] Aujourd’hui
        [many] Ces { $days } derniers jours
       *[other] Ces { $days } derniers jours
    } : { $edits ->
        [one] { $edits } retouche
        [many] { $edits } de retouches
       *[other] { $edits } retouches
    }
stats-ends = Réussies { $done }, échouées { $failed }, annulées { $cancelled }, en cours { $unfinished }
stats-success = Taux de réussite : { $percent } %
stats-people = Personnes : { $people } ; nouvelles : { $newcomers }
stats-credits = Crédits dépensés : { $credits }
stats-models = Modèles : { $models }
stats-failures = Échecs : { $failures }
stats-item = { $name } { $count }
menu-ban = Couper l’accès à quelqu’un
menu-unban = Rendre l’accès à quelqu’un
ban-usage = /ban PERSONNE [durée] [raison] – PERSONNE est un identifiant ou un @username ; vous pouvez aussi répondre à un message de cette personne. Une durée s’écrit 12h, 3d ou 2w ; sans durée, c’est définitif. Seuls les administrateurs lisent la raison.
ban-done =
    { $name } ({ $person }) n’a plus accès, { $until ->
        [none] définitivement
       *[other] jusqu’à cette date : { MOMENT($until) }
    } ; ce qui était en cours est annulé.
unban-usage = /unban PERSONNE – PERSONNE est un identifiant ou un @username ; vous pouvez aussi répondre à un message de cette personne.
unban-done = { $name } ({ $person }) peut de nouveau m’utiliser.
unban-none = L’accès de { $name } ({ $person }) n’est pas coupé.
refused-banned-until = Vous ne pouvez pas m’utiliser pour le moment (fin : { MOMENT($until) }) ; si vous pensez que c’est une erreur, parlez-en aux responsables du bot.
refused-ban-admin = Cette personne est administratrice ; retirez-la d’abord des réglages.
models-off = ○ à l’arrêt
models-asleep = ○ à l’arrêt avec ses passerelles
gateways-off = ○ À l’arrêt : aucune image ne lui est demandée.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } est en marche.
switched-off = { $name } est à l’arrêt.
switched-off-with = { $name } est à l’arrêt, et avec elle ce qu’aucune autre passerelle ne propose : { $models }
refused-gateway = Cette passerelle n’est plus configurée.
refused-last =
    Sans { $kind ->
        [gateway] cette passerelle
       *[model] ce modèle
    }, il ne resterait rien à choisir ; remettez d’abord autre chose en marche.
menu-admin = Tout ce que peuvent les administrateurs, en boutons
menu-user = Voir où en est quelqu’un
admin = Que voulez-vous faire ?
admin-health =
    Aujourd’hui : { $edits ->
        [one] { $edits } retouche
        [many] { $edits } de retouches
       *[other] { $edits } retouches
    }, échouées { $failed }, en cours { $waiting }. { $ill ->
        [none] Les passerelles vont bien.
       *[other] ⚠ En difficulté : { $ill }
    }
admin-stats = 📊 Chiffres
admin-user = 👤 Personnes
admin-grant = ➕ Donner
admin-limit = ⚖️ Limite
admin-ban = 🚫 Couper l’accès
admin-models = 🎛 Modèles
admin-gateways = 🔌 Passerelles
admin-fresh = ↻ Actualiser
admin-console = 🖥 Console
menu-console = Ouvrir la console dans votre navigateur
console = Votre accès à la console : un lien qui marche une seule fois, pendant cinq minutes. Qui l’ouvre y entre à votre place, ne le confiez donc à personne.
console-near = Votre accès à la console : un lien qui marche une seule fois, pendant cinq minutes. Qui l’ouvre y entre à votre place, ne le confiez donc à personne. Il ne s’ouvre que sur la machine où je tourne, ou par un tunnel SSH vers elle ; pour l’ouvrir de partout, définissez web.public_url.
console-private = Le lien vers la console ne doit être vu de personne d’autre : envoyez-moi /console dans une discussion privée.
console-insecure = Il y a une console, mais pas à cette adresse : les navigateurs ne restent connectés qu’en https. Mettez dans web.public_url une adresse en https://.
admin-user-ask = Qui ? Envoyez-moi un identifiant ou un @username.
admin-grant-ask = Qui reçoit combien de crédits, et pourquoi ? Envoyez-moi : PERSONNE CRÉDITS [raison]
admin-limit-ask = Qui doit avoir combien de crédits gratuits par période ? Envoyez-moi : PERSONNE CRÉDITS, ou PERSONNE default
admin-ban-ask = À qui dois-je couper l’accès, pour combien de temps, et pourquoi ? Envoyez-moi : PERSONNE [durée] [raison] ; une durée s’écrit 12h, 3d ou 2w.
user-usage = /user PERSONNE – PERSONNE est un identifiant ou un @username ; vous pouvez aussi répondre à un message de cette personne.
user =
    { $name }{ $username ->
        [none] {""}
       *[other] {" "}· { $username }
    } · { $person }
user-chosen =
    Langue : { $language ->
        [none] –
       *[other] { $language }
    } · Modèle : { $model ->
        [none] pas encore choisi
       *[other] { $model }
    }
user-seen = Premier contact : { AGO($met) } · Dernier contact : { AGO($seen) }
user-never = Cette personne ne m’a jamais écrit.
user-banned =
    🚫 Accès coupé, { $until ->
        [none] définitivement
       *[other] fin : { MOMENT($until) }
    }{ $why ->
        [none] {""}
       *[other] {" "}· { $why }
    }
user-unreachable = ⚠ Je ne peux pas lui écrire : cette personne m’a bloqué ou n’est plus là.
user-credits = Crédits : { $left } sur { $free } gratuits, { $balance } sans expiration, { $held } réservés
user-limit = Limite propre : { $limit } gratuits par période
user-edits = Dernières retouches :
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = Dernières écritures :
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] réservé
        [settle] dépensé
        [release] rendu
        [grant] donné
        [limit] limite
       *[other] { $kind }
    }{ $credits ->
        [none] {""}
       *[other] {" "}{ $credits }
    }{ $note ->
        [none] {""}
       *[other] {" "}({ $note })
    }
user-ask-limit = Combien de crédits gratuits par période pour { $person } ? Envoyez-moi un nombre, ou « default ».
user-ban-sure = Pour combien de temps ?
user-granted =
    { $credits ->
        [one] { $credits } crédit donné.
        [many] { $credits } de crédits donnés.
       *[other] { $credits } crédits donnés.
    }
user-shut-out =
    Accès coupé, { $until ->
        [none] définitivement.
       *[other] fin : { MOMENT($until) }.
    }
user-unbanned = Accès rendu.
button-limit = ⚖️ Limite…
button-ban = 🚫 Couper l’accès
button-unban = ✓ Rendre l’accès
button-ban-1d = 1 jour
button-ban-1w = 1 semaine
button-ban-0 = Définitivement
menu-broadcast = Envoyer un message à tout le monde
admin-broadcast = 📣 Annonce
admin-broadcast-ask = Que doit recevoir tout le monde ? Envoyez-le-moi maintenant : du texte, une photo avec légende, ou autre chose.
broadcast-no-copy = Je ne peux pas copier cela ; envoyez du texte, ou une seule image avec légende.
broadcast-preview =
    Voici ce que { $people ->
        [one] recevra { $people } personne.
        [many] recevront { $people } de personnes.
       *[other] recevront { $people } personnes.
    }
broadcast-nobody = Il n’y a encore personne à qui l’envoyer : seuls les gens qui m’ont écrit en privé peuvent le recevoir.
broadcast-sending = Envoi en cours…
    { $bar } { $tried } sur { $total }
broadcast-stopping = Plus personne d’autre ne le recevra.
broadcast-cancelled = Personne ne le recevra.
broadcast-done =
    Envoyé à { $sent ->
        [one] { $sent } personne
        [many] { $sent } de personnes
       *[other] { $sent } personnes
    } sur { $total }.
broadcast-stopped =
    Arrêté. Envoyé à { $sent ->
        [one] { $sent } personne
        [many] { $sent } de personnes
       *[other] { $sent } personnes
    } sur { $total }.
broadcast-lost =
    Le message ci-dessus a disparu, je ne peux donc plus le copier. Envoyé à { $sent ->
        [one] { $sent } personne
        [many] { $sent } de personnes
       *[other] { $sent } personnes
    } sur { $total }.
broadcast-unreachable =
    { $unreachable ->
        [one] { $unreachable } personne n’a pas pu être jointe : elle m’a bloqué ou n’est plus là.
        [many] { $unreachable } de personnes n’ont pas pu être jointes : elles m’ont bloqué ou ne sont plus là.
       *[other] { $unreachable } personnes n’ont pas pu être jointes : elles m’ont bloqué ou ne sont plus là.
    }
broadcast-failed =
    { $failed ->
        [one] Pour { $failed } personne, je ne sais pas si le message est arrivé.
        [many] Pour { $failed } de personnes, je ne sais pas si le message est arrivé.
       *[other] Pour { $failed } personnes, je ne sais pas si le message est arrivé.
    }
button-send = 📣 Envoyer à { $people }
button-not-send = Annuler
button-stop = ✖ Arrêter

## Refusé : rien n’a commencé, rien n’a été débité

refused-quota = { $renews_at ->
        [none] Il vous reste { $left ->
            [one] { $left } crédit
            [many] { $left } de crédits
           *[other] { $left } crédits
        }, et il en faut { $price } ; demandez-en aux responsables du bot, ou choisissez un modèle moins cher avec /model.
       *[other] Il vous reste { $left ->
            [one] { $left } crédit
            [many] { $left } de crédits
           *[other] { $left } crédits
        }, et il en faut { $price } ; de nouveaux crédits gratuits arrivent { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota =
    { $renews_at ->
        [none]
            Il reste à ce groupe { $left ->
                [one] { $left } crédit
                [many] { $left } de crédits
               *[other] { $left } crédits
            }, et il en faut { $price } ; si vous avez un solde, partagez-le avec /give.
       *[other]
            Il reste à ce groupe { $left ->
                [one] { $left } crédit
                [many] { $left } de crédits
               *[other] { $left } crédits
            }, et il en faut { $price } ; de nouveaux crédits gratuits arrivent { WAIT($renews_at) } ({ MOMENT($renews_at) }), et un solde se partage avec /give.
    }
refused-cap =
    Un membre peut dépenser par jour { $cap ->
        [one] { $cap } crédit
        [many] { $cap } de crédits
       *[other] { $cap } crédits
    } de ce groupe : il vous en reste { $left }, et il en faut { $price } ; de nouveaux arrivent { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give =
    On ne peut donner que ce qui n’expire pas, et vous en avez { $balance ->
        [one] { $balance } crédit
        [many] { $balance } de crédits
       *[other] { $balance } crédits
    }.
refused-fast =
    Pour une personne, je ne vais pas au-delà de { $limit ->
        [one] { $limit } retouche
        [many] { $limit } de retouches
       *[other] { $limit } retouches
    } par minute ; envoyez la suivante { WAIT($until) }, d’ici là je laisse les autres de côté.
refused-access-invite = Je ne travaille que sur invitation : demandez un lien à la personne qui vous a parlé de moi, ou aux responsables du bot, et ouvrez-le.
refused-access-list = Je ne travaille que pour un cercle fermé : demandez aux responsables du bot de vous laisser entrer.
refused-invite = Cette invitation ne laisse plus entrer personne : demandez-en une nouvelle.
refused-waiting = Vous avez déjà { $limit ->
        [one] { $limit } image
        [many] { $limit } d’images
       *[other] { $limit } images
    } en cours, c’est le maximum ; envoyez la suivante dès que l’une d’elles sera prête.
refused-too-large = Ce fichier dépasse { $limit_mb } Mo, la limite de ce que Telegram me laisse télécharger ; envoyez-en un plus léger.
refused-file = Je ne retouche que des images (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, GIF) ; envoyez-la comme photo ou comme fichier image.
refused-pictures = { $limit ->
        [0] { $model } ne prend pas d’image, seulement des mots,
        [one] { $model } prend au plus { $limit } image,
        [many] { $model } prend au plus { $limit } d’images,
       *[other] { $model } prend au plus { $limit } images,
    } et vous en avez envoyé { $given } ; envoyez-en moins, ou choisissez un autre modèle avec /model.
refused-picture-needed = { $model } retouche des images et ne peut rien créer à partir de mots seuls ; envoyez une photo avec votre texte, ou choisissez un autre modèle avec /model.
refused-prompt-needed = Dites-moi ce que je dois faire, en légende ou en réponse à l’image.
refused-model = Ce modèle n’est plus proposé ; choisissez-en un autre avec /model.
refused-person = Je ne connais pas encore { $person } ; cette personne doit d’abord m’écrire.
refused-amount = « { $amount } » n’est pas un nombre de crédits valable.
refused-preset-name = Un nom compte de 1 à { $limit } caractères ; envoyez-en un autre.
refused-preset-taken = Vous avez déjà un effet nommé « { $name } » ; envoyez un autre nom.
refused-preset-too-many = Vous avez { $limit } effets enregistrés, c’est le maximum ; supprimez-en d’abord un avec /presets.
refused-preset-unknown = Cet effet n’existe plus ; /presets montre les vôtres.
refused-preset-nothing = Vous ne m’avez encore rien demandé que je puisse enregistrer ; envoyez-moi d’abord une image avec des mots.
refused-not-yours =
    { $name ->
        [none] Cette image est à quelqu’un d’autre ; envoyez-moi la vôtre et les boutons seront à vous.
       *[other] Cette image est à { $name } ; envoyez-moi la vôtre et les boutons seront à vous.
    }
refused-not-your-buttons =
    { $name ->
        [none] Ces boutons sont à quelqu’un d’autre ; envoyez-moi vous-même la commande ou une image et vous aurez les vôtres.
       *[other] Ces boutons sont à { $name } ; envoyez-moi vous-même la commande ou une image et vous aurez les vôtres.
    }
refused-not-steering = Seul un administrateur de ce groupe peut choisir ici pour tout le monde.
refused-may-not-send = À l’instant, je n’avais pas le droit d’envoyer d’images dans ce groupe ; demandez à un administrateur de me laisser envoyer des photos, puis réessayez dans quelques minutes.
refused-ended = C’est déjà terminé, il n’y a plus rien à y faire.
refused-banned = Vous ne pouvez pas m’utiliser pour le moment ; si vous pensez que c’est une erreur, parlez-en aux responsables du bot.

## Échoué : accepté, mais sans image ; les crédits sont rendus

failed-auth = Le service d’images me refuse l’entrée, vous n’y êtes pour rien ; rien n’a été débité, essayez un autre modèle ou revenez plus tard.
failed-quota = Le service d’images a épuisé son propre budget, vous n’y êtes pour rien ; rien n’a été débité, essayez un autre modèle ou revenez plus tard.
failed-rate-limited = Le service d’images est débordé en ce moment ; rien n’a été débité, réessayez dans une minute ou prenez un autre modèle.
failed-content-policy = Le modèle a refusé cette demande à cause de ses règles de contenu ; rien n’a été débité, essayez d’autres mots, une autre image ou un autre modèle.
failed-bad-request = Le modèle n’a rien pu faire de cette demande ; rien n’a été débité, essayez d’autres mots, une autre image ou un autre modèle.
failed-upstream = Le service d’images a eu une panne ; rien n’a été débité, réessayez ou prenez un autre modèle.
failed-timeout = Le service d’images a mis trop de temps et j’ai cessé d’attendre ; rien n’a été débité, réessayez ou prenez un autre modèle.
failed-no-image = Le modèle a répondu sans image ; rien n’a été débité, essayez avec d’autres mots ou prenez un autre modèle.
failed-input-empty = Le fichier que vous avez envoyé est vide ; rien n’a été débité, renvoyez-le.
failed-input-no-picture = Ce n’est pas une image que je sais lire ; rien n’a été débité, envoyez un JPEG, un PNG ou un WebP.
failed-input-damaged = L’image que vous avez envoyée est abîmée ; rien n’a été débité, renvoyez-la ou essayez-en une autre.
failed-input-too-many-pixels = L’image que vous avez envoyée a trop de pixels ; rien n’a été débité, envoyez-en une plus petite.
failed-input-too-large = L’image que vous avez envoyée est trop lourde pour que je la télécharge ; rien n’a été débité, envoyez-en une de 20 Mo au plus.
failed-input-gone = Je n’ai pas pu récupérer votre image auprès de Telegram ; rien n’a été débité, renvoyez-la.
failed-result = L’image que le modèle a produite était inutilisable ; rien n’a été débité, réessayez ou prenez un autre modèle.
failed-delivery = Votre image était prête, mais Telegram ne l’a pas acceptée ; rien n’a été débité, réessayez.
failed-group-right = Je n’ai pas le droit d’envoyer d’images dans ce groupe ; rien n’a été débité, demandez à un administrateur de me laisser envoyer des photos.
failed-group-gone = Je ne suis plus dans le groupe où vous avez demandé cette image ; rien n’a été débité, appuyez sur « Réessayer » et elle viendra ici.
failed-no-room = Je n’ai plus de place pour les images en ce moment ; rien n’a été débité, réessayez dans quelques minutes.
failed-model-gone = Le modèle prévu pour cette image a été retiré pendant que vous attendiez ; rien n’a été débité, choisissez-en un autre avec /model.
failed-interrupted = J’ai été redémarré au milieu de votre image et j’ignore ce qu’elle est devenue ; rien n’a été débité, réessayez.
failed-unexpected = Quelque chose s’est mal passé de mon côté (nº { $incident }) ; rien n’a été débité, réessayez, et si cela persiste, donnez ce numéro aux responsables du bot.

## Erreurs

error-internal = Quelque chose s’est mal passé de mon côté (nº { $id }) ; réessayez, et si cela persiste, donnez ce numéro aux responsables du bot.
error-storage = Je ne peux rien noter en ce moment, alors je n’ai pas commencé ; rien n’a été débité, réessayez dans quelques minutes.
startup = { $sentence }

## Alertes, pour les administrateurs

alert-began = ⚠ Il faut vous en occuper :
alert-lasts = ⏳ Toujours pas réglé :
alert-well = ✅ De nouveau en ordre :
alert-length = Cela a commencé { AGO($since) }{ $edits ->
        [0] .
        [one] {" "}et a touché { $edits } retouche.
        [many] {" "}et a touché { $edits } de retouches.
       *[other] {" "}et a touché { $edits } retouches.
    }
alert-more = … et { $troubles ->
        [one] { $troubles } autre problème ; le journal dit lequel.
        [many] { $troubles } d’autres problèmes ; le journal dit lesquels.
       *[other] { $troubles } autres problèmes ; le journal dit lesquels.
    }
alert-key = { $gateway } refuse { $key ->
        [none] sa clé
       *[other] la clé nº { $key }
    } ({ $status }). { $others ->
        [none] Aucune autre passerelle ne peut prendre le relais : d’ici là, les retouches échouent.
       *[other] Les retouches vont aux autres passerelles.
    } Mettez une nouvelle clé dans { $setting } et redémarrez-moi.
alert-key-well = { $gateway } accepte de nouveau { $key ->
        [none] sa clé
       *[other] la clé nº { $key }
    }.
alert-right = { $gateway } ne permet pas { $key ->
        [none] à sa clé
       *[other] à la clé nº { $key }
    } d’utiliser { $model } ({ $status }). { $others ->
        [none] Aucune autre passerelle ne peut prendre le relais : d’ici là, les retouches avec ce modèle échouent.
       *[other] Les retouches avec ce modèle vont aux autres passerelles.
    } Autorisez-le là-bas, ou arrêtez le modèle avec /models.
alert-right-well = { $gateway } propose de nouveau { $model }.
alert-credit = { $gateway } n’a plus de crédit{ $key ->
        [none] {""}
       *[other] {" "}pour la clé nº { $key }
    } ({ $status }). { $others ->
        [none] Aucune autre passerelle ne peut prendre le relais : d’ici là, les retouches échouent.
       *[other] Les retouches vont aux autres passerelles.
    } Rechargez le compte là-bas ; je m’en apercevrai tout seul.
alert-credit-well = { $gateway } a de nouveau du crédit{ $key ->
        [none] .
       *[other] {" "}pour la clé nº { $key }.
    }
alert-request = { $gateway } n’accepte pas les demandes pour { $model } telles que je les écris ({ $status }{ $detail ->
        [none] {""}
       *[other]  : { $detail }
    }). Vérifiez l’identifiant et le dialecte du modèle dans les réglages, ou arrêtez-le avec /models.
alert-request-well = { $gateway } accepte de nouveau les demandes pour { $model }.
alert-certificate = Je ne fais pas confiance au certificat de la passerelle { $gateway } ({ $detail }), je ne lui envoie donc rien. { $others ->
        [none] Aucune autre passerelle ne peut prendre le relais : d’ici là, les retouches échouent.
       *[other] Les retouches vont aux autres passerelles.
    } Vérifiez son adresse et le certificat.
alert-certificate-well = Le certificat de la passerelle { $gateway } est de nouveau en ordre.
alert-breaker = { $gateway } échoue sans cesse avec { $model } ({ $fault }). { $others ->
        [none] Je continue d’essayer.
       *[other] Les autres passent d’abord.
    } /gateways montre leur état.
alert-breaker-well = { $gateway } fonctionne de nouveau avec { $model }.
alert-delivery = Telegram n’accepte pas les résultats : dans plusieurs discussions, des retouches n’ont pas pu être livrées. Personne n’a été débité ; le journal dit pourquoi cela arrive.
alert-delivery-well = Telegram accepte de nouveau les résultats.
alert-telegram = Telegram a été injoignable pendant { $minutes ->
        [one] { $minutes } minute
        [many] { $minutes } de minutes
       *[other] { $minutes } minutes
    }. Ce que les gens écrivent attend là-bas ; vérifiez le réseau.
alert-telegram-well = Telegram est de nouveau joignable.
alert-storage = La base de données ou le disque ne répond plus comme il faut : { $detail }. Rien de ce que j’ai accepté n’est perdu ; vérifiez le disque de data_dir.
alert-storage-well = La base de données et le disque fonctionnent de nouveau.
alert-disk = Le disque est presque plein : il reste { $free } Mo. Faites de la place, ou baissez results.max_mb.
alert-disk-well = Il y a de nouveau de la place sur le disque.
alert-inbox = Je ne suis plus le rythme : un message attend depuis { $seconds } secondes. Regardez le journal et la charge de la machine.
alert-inbox-well = Je suis de nouveau le rythme.
alert-private = { $gateway } a répondu par un lien vers { $name }, qui est dans un réseau privé ; je ne l’ai pas suivi. Si c’est l’un de vos serveurs, ajoutez-le à results.allowed_hosts.
alert-private-well = Depuis une heure, { $gateway } n’a plus envoyé de lien vers { $name }.
alert-ledger = Les crédits ne concordent pas à { $differences ->
        [one] { $differences } endroit
        [many] { $differences } d’endroits
       *[other] { $differences } endroits
    }. darkroom check --ledger les nomme tous.
alert-ledger-well = Tous les crédits concordent de nouveau.
alert-stars = { $stars ->
        [one] { $stars } Étoile a été payée
        [many] { $stars } d’Étoiles ont été payées
       *[other] { $stars } Étoiles ont été payées
    } pour quelque chose que je ne connais pas. /refund { $name } rembourse ce paiement.
alert-stars-well = Plus rien n’est en suspens pour le paiement { $name }.
