# Todo lo que lee la gente, como en en.ftl; se trata de «tú».

language-name = Español

## Comandos, tal como los muestra el menú de Telegram

menu-start = Saludar
menu-help = Lo que sé hacer
menu-model = Elegir el modelo de imagen
menu-settings = Proporción, número de imágenes, foto o archivo, pie
menu-quota = Ver tus créditos
menu-history = Ver tus últimas ediciones y lo que costaron
menu-give = Dar créditos tuyos al grupo
menu-imagine = Crear una imagen con palabras
menu-edit = Editar la imagen a la que respondes
menu-again = Repetir la última, o con otras palabras
menu-compare = Una imagen, varios modelos
menu-presets = Tus efectos guardados, para usarlos otra vez
menu-cancel = Parar lo que estoy haciendo
menu-language = Elegir el idioma
menu-privacy = Qué guardo de ti y cómo borrarlo
menu-grant = Dar créditos a alguien
menu-limit = Fijar los créditos gratis de alguien
menu-invite = Crear un enlace que deja entrar a gente
menu-invites = Ver esos enlaces y cerrarlos
menu-models = Ver los modelos y cuáles faltan
menu-gateways = Ver cómo están las pasarelas
menu-stats = Ver qué ha pasado en los últimos días

## Lo que muestra Telegram antes de pulsar «Iniciar»

bot-description =
    Envíame una foto y di en el pie de foto qué quieres cambiar: te la devuelvo editada.

    • Quitar el fondo, restaurar una foto antigua, convertirla en acuarela: dilo con tus palabras
    • Responde a un resultado para seguir a partir de él
    • Solo con palabras, hago una imagen nueva
    • También en grupos, con el modelo de imagen que elijas

    Pulsa «Iniciar» y envía una foto.
bot-short-description = Envía una foto, di qué cambiar y recíbela editada. En privado y en grupos.

## Saludo y ayuda

start =
    ¡Hola, { $name }! Edito fotos.

    Envíame una foto y di en el pie de foto qué hago con ella, por ejemplo «ponla en blanco y negro».
    Solo con palabras, hago una imagen nueva.

    Más información en /help.
help =
    Foto + pie de foto: edito la foto como digas.
    Solo foto: te pregunto qué hago con ella.
    Solo palabras: hago una imagen a partir de ellas.
    Archivo de imagen: lo mismo, y recibes un archivo, con toda la calidad.
    Responde con palabras a cualquier imagen: la edito. Así también sigues a partir de un resultado.

    /model – Elegir el modelo de imagen (ahora { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    En los grupos respondo si me mencionas, si me respondes o si escribes /edit o /imagine.
unknown-command = No conozco ese comando. En /help está todo lo que sé hacer.

## Elegir

model-choose =
    ¿Qué modelo quieres que edite tus imágenes? El número es su precio en créditos por imagen.
    Ahora: { $model }
model-unavailable = No disponible aquí por el momento: { $models }.
model-option = { $title } · { $price }
model-chosen = Hecho, ahora uso { $model }.
language-choose = ¿En qué idioma hablo?
language-auto = Como en Telegram
language-chosen = A partir de ahora hablo español.

## Grupos

group-hello =
    ¡Hola! Aquí edito fotos.
    Responde a cualquier imagen con @{ $name } y lo que hay que hacer con ella, o escríbelo en el pie de la tuya.
    /edit y una respuesta a una de mis imágenes hacen lo mismo; en lo demás no me meto.
group-hello-privacy =
    ¡Hola! Aquí edito fotos.
    Responde a cualquier imagen con /edit@{ $name } y lo que hay que hacer con ella, o a una de mis imágenes con palabras.
    De lo demás Telegram no me muestra nada hasta que me hagan administrador: entonces @{ $name } funciona en cualquier texto y pie de foto.
group-nobody = No puedo ver quién eres, así que no sé de quién usar los créditos; escribe con tu propio nombre, no como el grupo ni como un canal.
group-model-choose =
    ¿Qué modelo debe editar las imágenes de este grupo? Vale para todo el grupo; el número es su precio en créditos por imagen.
    Ahora: { $model ->
        [none] el que elija cada miembro
       *[other] { $model }
    }
group-model-own = El que elija cada miembro
group-model-chosen =
    { $model ->
        [none] En este grupo, cada miembro vuelve a usar su propio modelo.
       *[other] En este grupo, ahora se usa { $model }.
    }
group-model-here = En este grupo las imágenes se editan con { $model }: así lo han elegido sus administradores. Tu propia elección, { $own }, vale en todo lo demás.
group-privately = No puedo responderte en el grupo «{ $title }»:

## Ajustes

settings =
    Lo que vale para tus ediciones.
    Esto es lo que sabe hacer { $model }; lo que pidas en el texto, como --ar 16:9, tiene prioridad.
settings-group =
    Lo que vale para las ediciones de todo el grupo, antes que los ajustes de cada cual.
    Esto es lo que sabe hacer { $model }; lo que se pida en el texto, como --ar 16:9, tiene prioridad.
settings-kept = Guardado para los modelos que lo admiten: { $settings }
settings-here =
    { $settings ->
        [none] Aquí tus ediciones van a { $model }, sin nada más fijado; lo que ajustes con /settings en nuestro chat privado también vale aquí.
       *[other] Aquí tus ediciones van a { $model }, con { $settings }; lo que el grupo deja libre lo ajustas con /settings en nuestro chat privado.
    }
settings-saved = Anotado.
settings-line = { $setting }: { $value }
settings-defaults = ↺ Restablecer
settings-own = a gusto de cada cual
settings-ratio = Proporción
settings-ratio-default = como la foto
settings-ratio-ask = ¿Qué forma deben tener los resultados?
settings-size = Tamaño
settings-size-default = a elección del modelo
settings-size-ask = ¿De qué tamaño hago las imágenes con { $model }?
settings-quality = Calidad
settings-quality-default = a elección del modelo
settings-quality-ask = ¿Con qué calidad hago las imágenes con { $model }?
settings-style = Estilo
settings-style-default = a elección del modelo
settings-style-ask = ¿Qué estilo uso con { $model }?
settings-count = Imágenes
settings-count-default = 1
settings-count-ask = ¿Cuántas imágenes cada vez? Cada una tiene su precio.
settings-form = Envío
settings-form-default = como llegó
settings-form-ask = Una foto se ve al instante, un archivo conserva cada byte. Por defecto, una foto vuelve como foto y un archivo como archivo.
settings-caption = Pie
settings-caption-default = sí
settings-caption-ask = ¿Pongo el modelo, el tiempo y los créditos debajo del resultado?
settings-quote = Tu texto en el pie
settings-quote-default = sí
settings-quote-ask = ¿Pongo tu texto, plegado, debajo del resultado?
settings-value-photo = foto
settings-value-file = archivo
settings-value-on = sí
settings-value-off = no

## Privacidad

privacy =
    Qué guardo de ti:
    • Imágenes, las tuyas y los resultados: { $pictures ->
        [one] { $pictures } hora
        [many] { $pictures } de horas
       *[other] { $pictures } horas
    }, mientras trabajo en ellas y por si algo sale mal.
    • Si una edición falla, el mismo tiempo: mi petición y la respuesta del servicio de imágenes, sin imágenes, para que quien administra este bot pueda ver por qué.
    • Tus mensajes: hasta que los respondo; lo que no pude leer, { $letters ->
        [one] { $letters } hora
        [many] { $letters } de horas
       *[other] { $letters } horas
    }.
    • Tu nombre, lo que pediste, tus efectos guardados y dónde está el resultado, para que puedas seguir a partir de él: hasta que lo borres.
    • Tu número, tu idioma, tu modelo y cuántos créditos has recibido y gastado: para siempre.

    Tus imágenes y palabras van al servicio de imágenes que hace el resultado. Quien administra este bot puede conservar copias de seguridad.

    /privacy delete borra tus imágenes, palabras y nombre al momento, y cancela lo que estoy haciendo para ti.
privacy-sure = Esto no se puede deshacer, y los resultados anteriores perderán sus botones.
privacy-done = Tus imágenes, palabras y nombre están borrados.{ $cancelled ->
        [0] {""}
        [one] {" "}Se canceló una edición y no se cobró nada.
        [many] {" "}Se cancelaron { $cancelled } de ediciones y no se cobró nada.
       *[other] {" "}Se cancelaron { $cancelled } ediciones y no se cobró nada.
    } Quedan tu número, tus ajustes y tus créditos.

## Créditos

quota =
    Ahora puedes gastar { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    }.
quota-free =
    Gratis: te quedan { $left } de { $free } { $period ->
        [day] hoy
        [week] esta semana
        [month] este mes
       *[never] en total
    }{ $renews_at ->
        [none] .
       *[other] ; los tendrás todos de nuevo { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
quota-later =
    { $free ->
        [one] Tu { $free } crédito gratis llega
        [many] Tus { $free } de créditos gratis llegan
       *[other] Tus { $free } créditos gratis llegan
    } { WAIT($begins_at) } ({ MOMENT($begins_at) }).
quota-balance = Saldo: { $balance }. No caduca.
quota-held = Reservado para lo que está en marcha: { $held }.
quota-spent = Gastado en los últimos { $days } días: { $spent }.

## Las últimas ediciones y lo que costaron

history = Tus últimas ediciones, la más reciente primero:
history-here = Tus últimas ediciones en este grupo, la más reciente primero:
history-none = Aquí todavía no hay ninguna edición tuya. Envíame una foto y di qué hago con ella.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = «{ $words }»
history-paid =
    { $price ->
        [one] { $price } crédito
        [many] { $price } de créditos
       *[other] { $price } créditos
    }
history-free = gratis
history-group = lo pagó el grupo ({ $price })
history-working =
    en marcha, { $price ->
        [0] gratis
        [one] { $price } crédito reservado
        [many] { $price } de créditos reservados
       *[other] { $price } créditos reservados
    }
history-cancelled = no se cobró: cancelado
history-failed = no se cobró: { $why }
history-gone = Ya no sé dónde está ese resultado.
why =
    { $error ->
        [failed-auth] el servicio niega el acceso
        [failed-quota] servicio sin presupuesto
        [failed-rate-limited] servicio saturado
        [failed-content-policy] normas de contenido
        [failed-bad-request] petición no entendida
        [failed-upstream] fallo del servicio
        [failed-timeout] tardó demasiado
        [failed-no-image] respuesta sin imagen
        [failed-input-empty] archivo vacío
        [failed-input-no-picture] no es una imagen
        [failed-input-damaged] imagen dañada
        [failed-input-too-many-pixels] demasiados píxeles
        [failed-input-too-large] archivo demasiado grande
        [failed-input-gone] la imagen no está en Telegram
        [failed-result] resultado inservible
        [failed-delivery] Telegram no la aceptó
        [failed-group-right] sin permiso para enviar en el grupo
        [failed-group-gone] ya no estoy en el grupo
        [failed-no-room] sin espacio en disco
        [failed-model-gone] modelo retirado
        [failed-interrupted] interrumpido por un reinicio
       *[other] otro fallo
    }

## Gráficos: pocas palabras

chart-day = { DAY($at) }
chart-spent = Créditos gastados al día
chart-free = { $free } gratis al día
chart-edits = Ediciones al día
chart-done = hechas
chart-failed = fallidas
chart-cancelled = canceladas
chart-people = Personas al día
chart-failures = Fallos
quota-group =
    Este grupo puede gastar ahora { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    }.
quota-cap = Tú: te quedan { $left } de los { $cap } que un miembro puede gastar de ellos al día.
quota-spenders =
    Quién ha gastado más { $period ->
        [day] hoy
        [week] esta semana
        [month] este mes
       *[never] hasta ahora
    }:
quota-spender = • { $name }: { $spent }
quota-nameless = en nombre del grupo
give-usage = /give CRÉDITOS pasa créditos de tu saldo a este grupo, por ejemplo: /give 20
give-nowhere = Escribe /give en un grupo: los créditos que des serán entonces suyos.
give-done =
    ¡Gracias! Has dado { $given ->
        [one] { $given } crédito
        [many] { $given } de créditos
       *[other] { $given } créditos
    }; este grupo puede gastar ahora { $left }.

## Preguntas y respuestas

ask-what =
    ¿Qué hago con { $count ->
        [one] esta imagen
        [many] estas { $count } de imágenes
       *[other] estas { $count } imágenes
    }? Escríbelo con tus palabras o pulsa un botón.
ask-what-group =
    ¿Qué hago con { $count ->
        [one] esta imagen
        [many] estas { $count } de imágenes
       *[other] estas { $count } imágenes
    }? Responde a este mensaje con tus palabras o pulsa un botón.
ask-fewer =
    Has enviado { $given } imágenes, y { $model } { $limit ->
        [0] no acepta ninguna, solo palabras
        [one] solo acepta { $limit }
        [many] acepta { $limit } como mucho
       *[other] acepta { $limit } como mucho
    }. ¿Qué hago? Hasta ahora no se ha cobrado nada.
album-left-out =
    { $count ->
        [one] Un elemento de tu álbum no es una imagen, así que lo he dejado fuera.
        [many] { $count } de elementos de tu álbum no son imágenes, así que los he dejado fuera.
       *[other] { $count } elementos de tu álbum no son imágenes, así que los he dejado fuera.
    }
gif-first-frame = De una imagen animada edito el primer fotograma.
imagine-usage = Escribe después del comando qué quieres que dibuje, por ejemplo: /imagine un zorro en la nieve
edit-usage = Responde a una imagen con /edit y lo que hay que hacer, por ejemplo: /edit pon el cielo rojo
cancel-none = No hay nada que cancelar.
cancel-late = Ya es tarde para cancelar: tu imagen se está enviando.
cancel-done = { $count ->
        [one] Cancelado. No se ha cobrado nada.
        [many] { $count } de ediciones canceladas. No se ha cobrado nada.
       *[other] { $count } ediciones canceladas. No se ha cobrado nada.
    }

## Efectos listos: lo que dice el botón y lo que se pide entonces al modelo

ready-background = ✂️ Quitar el fondo
ready-background-prompt = Quita el fondo por completo y pon el sujeto principal, bien recortado por los bordes, sobre un fondo blanco liso. Deja el sujeto exactamente como está.
ready-restore = 🩹 Restaurar foto antigua
ready-restore-prompt = Restaura esta foto antigua: quita arañazos, polvo, manchas, dobleces y decoloración, y devuélvele la nitidez y los tonos naturales. Las caras, la ropa y la escena deben ser fieles al original.
ready-colour = 🎨 Dar color
ready-colour-prompt = Colorea esta foto en blanco y negro con colores naturales y creíbles. Deja todo lo demás exactamente como está.
ready-sharper = 🔍 Más nítida
ready-sharper-prompt = Haz esta imagen más nítida y clara: quita el ruido, el desenfoque y los defectos de compresión, y resalta los detalles, sin cambiar su contenido.
ready-vivid = 🌈 Clara y viva
ready-vivid-prompt = Haz esta foto más luminosa y viva: exposición equilibrada, colores ricos pero naturales, contraste claro. Deja el contenido como está.
ready-portrait = 👔 Retrato profesional
ready-portrait-prompt = Convierte esto en un retrato profesional: ropa formal cuidada, luz suave de estudio y un fondo neutro liso. La cara y la identidad de la persona deben quedar exactamente igual.
ready-anime = 🌸 Anime
ready-anime-prompt = Vuelve a dibujar esta imagen como una ilustración de anime detallada, con líneas limpias y colores suaves. Mantén la composición, las poses y lo que hace reconocibles a las personas.
ready-watercolour = 💧 Acuarela
ready-watercolour-prompt = Convierte esta imagen en una acuarela delicada sobre papel con textura, con aguadas fluidas y bordes suaves. Mantén la composición.
ready-cartoon = 🧸 Dibujos en 3D
ready-cartoon-prompt = Convierte esta imagen en un fotograma de una película moderna de animación 3D: formas redondas y simpáticas, luz cálida, caras expresivas. Las personas deben reconocerse y la composición, mantenerse.
ready-pencil = ✏️ Lápiz
ready-pencil-prompt = Convierte esta imagen en un fino dibujo a lápiz sobre papel blanco, con tramas y sombras suaves. Mantén la composición.
ready-oil = 🖼 Óleo
ready-oil-prompt = Convierte esta imagen en un óleo clásico con pinceladas visibles, colores profundos y luz cálida. Mantén la composición.
ready-pixel = 👾 Pixel art
ready-pixel-prompt = Convierte esta imagen en pixel art de 16 bits, como en un videojuego clásico, con una paleta limitada y píxeles cuadrados bien definidos. Mantén la composición.
ready-mono = ⚫ Blanco y negro
ready-mono-prompt = Convierte esta foto en un buen blanco y negro, con contraste rico y tonos de película. Deja el contenido como está.
ready-sunset = 🌇 Luz de atardecer
ready-sunset-prompt = Cambia la luz de esta foto como si se hubiera tomado al atardecer: luz dorada y cálida, sombras largas y suaves y un cielo encendido donde se vea el cielo. Deja el resto como está.
ready-comic = 💥 Cómic
ready-comic-prompt = Vuelve a dibujar esta imagen como una página de cómic: contornos de tinta marcados, puntos de trama y colores planos intensos. Mantén la composición y no añadas texto.
ready-clay = 🏺 Plastilina
ready-clay-prompt = Convierte esta imagen en una escena de plastilina animada fotograma a fotograma, con huellas de dedos visibles y luz suave de estudio. Las personas deben reconocerse y la composición, mantenerse.
ready-figure = 🎎 Figura de colección
ready-figure-prompt = Convierte al sujeto principal en una figura de colección realista sobre una base redonda transparente, de pie en un escritorio con su caja impresa al lado, con luz suave de interior. Mantén la cara, la ropa y la pose.
ready-sticker = 🏷 Pegatina
ready-sticker-prompt = Convierte al sujeto principal en una pegatina troquelada y simpática: formas sencillas y marcadas, contornos limpios, un borde blanco grueso y un fondo liso.

## Efectos guardados

presets = Tus efectos guardados. Pulsa uno para usarlo en la imagen por la que pregunto, o en la próxima que envíes.
presets-none = Aún no guardas ningún efecto. Cuando pidas algo que quieras repetir, guárdalo aquí con un nombre.
presets-manage = ¿Cuál quieres renombrar o borrar?
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    ¿Cómo llamo a esto?

    { $prompt }
preset-ask-new-name = ¿Cómo se va a llamar «{ $name }» a partir de ahora?
preset-saved = Guardado como «{ $name }». En /presets está todo lo que guardas.
preset-renamed = Ahora se llama «{ $name }».
preset-send-picture = Envíame una imagen y le aplico «{ $name }».

## Mientras trabaja

status-waiting = { $ahead ->
        [one] En espera, { $ahead } antes que tú…
        [many] En espera, { $ahead } antes que tú…
       *[other] En espera, { $ahead } antes que tú…
    }
status-next = En espera, ya te toca…
status-then =
    { $unit ->
        [minutes] Después tardará unos { $amount } min.
       *[seconds] Después tardará unos { $amount } s.
    }
status-developing = Revelando…
status-usual =
    { $bar } { $unit ->
        [minutes] unos { $amount } min
       *[seconds] unos { $amount } s
    }
status-longer = { $bar } tarda más de lo normal…
status-progress = Revelando…
    { $bar } { $percent } %
status-queued = { $queue ->
        [one] Esperando al modelo, { $queue } antes que tú…
        [many] Esperando al modelo, { $queue } antes que tú…
       *[other] Esperando al modelo, { $queue } antes que tú…
    }
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $left ->
        [none] { "" }
        [one] { " " }· te queda { $left } crédito
        [many] { " " }· te quedan { $left } de créditos
       *[other] { " " }· te quedan { $left } créditos
    }
caption-off = ¿Y ahora qué?
original-coming = El archivo está en camino.
original-gone =
    Guardo los archivos de los modelos durante { $hours ->
        [one] { $hours } hora
        [many] { $hours } de horas
       *[other] { $hours } horas
    }, y este ya no está.
undo-version = ↩ Volver a «{ $prompt }»
undo-original = ↩ Volver al original
undo-gone = Telegram ya no me da la imagen anterior; si todavía la ves, respóndele con palabras.

## El resultado

words-of-model = El modelo dice:
    { $words }
other-choose = ¿Con qué modelo lo repito? El número es su precio en créditos.
again-none = Aquí aún no hay nada que repetir. Envíame una foto y di en el pie de foto qué hago con ella.
compare-usage = Responde a una imagen con /compare y lo que hay que hacer, o escríbelo debajo de una foto, por ejemplo: /compare conviértela en acuarela
compare-too-few =
    { $given ->
        [one] Aquí solo un modelo edita imágenes; no hay nada que comparar.
        [many] Aquí menos de dos modelos aceptan { $given } de imágenes a la vez; envía menos.
       *[other] Aquí menos de dos modelos aceptan { $given } imágenes a la vez; envía menos.
    }
compare-ask = ¿Qué modelos comparo, de dos a cuatro? El número es el precio en créditos; lo que falla no cuesta nada.
compare-start =
    Comparar · { $price ->
        [one] { $price } crédito
        [many] { $price } de créditos
       *[other] { $price } créditos
    }
compare-most =
    { $most ->
        [one] No más de { $most } a la vez; quita uno antes.
        [many] No más de { $most } a la vez; quita uno antes.
       *[other] No más de { $most } a la vez; quita uno antes.
    }
compare-changed = Los modelos o los precios han cambiado mientras tanto; échales otro vistazo.
compare-begun = Comparando…
compare-status = Comparando… { $done } de { $of }
compare-done = ¿Cuál te gusta más?
compare-none = Ninguno de estos modelos hizo una imagen; no se ha cobrado nada, inténtalo otra vez o dilo con otras palabras.
compare-line =
    • { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $price ->
        [0] { "" }
        [one] { " " }· { $price } crédito
        [many] { " " }· { $price } de créditos
       *[other] { " " }· { $price } créditos
    }
compare-failed =
    • { $model }: { $reason ->
        [failed-content-policy] rechazado por sus normas de contenido
        [failed-timeout] tardó demasiado
        [failed-rate-limited] saturado
        [failed-no-image] respondió sin imagen
       *[none] no funcionó
    }, no se cobró
compare-keep = ✓ quedarme con { $model }

## Botones

button-again = 🔁 Otra vez
button-retry = 🔁 Reintentar
button-other = 🎛 Otro modelo
button-original = 📄 Archivo original
button-undo = ↩ Deshacer
button-cancel = ✖ Cancelar
button-more = Más ›
button-first =
    { $limit ->
        [one] Usar solo la primera
        [many] Usar las primeras { $limit }
       *[other] Usar las primeras { $limit }
    }
button-save-preset = 💾 Guardar lo último que pedí
button-manage-presets = ✏️ Renombrar o borrar
button-rename = ✏️ Renombrar
button-delete = 🗑 Borrar
button-delete-sure = 🗑 Sí, borrarlo
button-forget = 🗑 Borrar mis datos
button-forget-sure = 🗑 Sí, borrarlo todo
button-back = ‹ Atrás
button-older = Anteriores ›
button-newer = ‹ Más recientes
button-revoke = ✖ Cerrar el n.º { $number }
press-started = Me pongo con ello.
press-twice = Ya estoy en ello.
press-old = Este botón ya es muy viejo. Envía la imagen otra vez.

## Estrellas de Telegram

menu-buy = Comprar créditos con Estrellas de Telegram
menu-terms = En qué condiciones se venden los créditos
menu-paysupport = Cuando algo va mal con un pago
menu-refund = Devolver un pago
help-buy = /buy – Más créditos, con Estrellas de Telegram
privacy-payments = Lo que has pagado en Estrellas de Telegram, y lo que se te ha devuelto, se guarda para siempre: cuándo, cuánto y el número del pago. Cómo pagaste solo lo sabe Telegram.
button-buy = ⭐ Comprar créditos
pack-option =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars }
button-refund = ↩ Devolver ⭐ { $stars }
button-refund-not = ✖ Dejarlo así
buy =
    ¿Qué paquete quieres? Lo que compras no caduca, y se usa cuando se acaban tus créditos gratis.
    Al pagar aceptas las condiciones de /terms. ¿Algo va mal? /paysupport
buy-line =
    • { $title }: { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars }
buy-privately = Los créditos se compran en nuestro chat privado, para que nadie más lo lea.
buy-changed = Lo que vendo ha cambiado mientras tanto; échale otro vistazo.
invoice-title =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    }
invoice-description =
    { $credits ->
        [one] { $credits } crédito para imágenes. No caduca, y lo que falla no cuesta nada.
        [many] { $credits } de créditos para imágenes. No caducan, y lo que falla no cuesta nada.
       *[other] { $credits } créditos para imágenes. No caducan, y lo que falla no cuesta nada.
    }
payment-done =
    ¡Gracias! { $credits ->
        [one] { $credits } crédito es tuyo:
        [many] { $credits } de créditos son tuyos:
       *[other] { $credits } créditos son tuyos:
    } ahora puedes gastar { $left }, y tu saldo es de { $balance }.
    Número de este pago: { $charge }
payment-unclear =
    Tu pago de ⭐ { $stars } ha llegado, pero no sé para qué era, así que no te ha dado créditos. { $support ->
        [none] Escribe a quien administra este bot
       *[other] Escribe a { $support }
    } y se te devolverá. Número de este pago: { $charge }
payment-back =
    Se ha devuelto tu pago de ⭐ { $stars }, y con él { $credits ->
        [one] se ha retirado { $credits } crédito
        [many] se han retirado { $credits } de créditos
       *[other] se han retirado { $credits } créditos
    }; tu saldo es ahora de { $balance }. Número del pago: { $charge }
quota-debt = Saldo: −{ $debt }, porque se devolvió un pago cuando sus créditos ya estaban gastados. Lo que compres cubre eso primero; tus créditos gratis siguen siendo tuyos.
terms =
    Condiciones de venta

    • Los créditos pagan las imágenes que hago o edito. Cada modelo tiene su precio, y lo ves antes de elegir.
    • Lo que falla no se cobra: sus créditos vuelven al momento.
    • Los créditos comprados no caducan. No son dinero y no se pueden canjear por dinero.
    • Si cambias de idea o algo salió mal, escríbenos como dice /paysupport: lo que no hayas usado se puede devolver en Estrellas de Telegram.
    • Las imágenes van a servicios de imágenes con sus propias normas de contenido, y lo que hacen puede diferir de lo que querías.
    • Quien vende es quien administra este bot, no Telegram.
paysupport =
    ¿Algo va mal con un pago, o quieres que se te devuelva? { $support ->
        [none] Escribe a quien administra este bot
       *[other] Escribe a { $support }
    } e indica el número del pago. El soporte de Telegram no puede ayudar con lo que se compra aquí.
paysupport-line =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] { " " }· devuelto
        [refunding] { " " }· en devolución
       *[paid] { "" }
    }
    { $charge }
refund-usage = /refund PAGO [motivo] – PAGO es el número del pago, tal como lo ve con /paysupport quien compró.
refund-sure =
    { $spent ->
        [one] De { $credits } créditos se ha gastado { $spent };
        [many] De { $credits } créditos se han gastado { $spent };
       *[other] De { $credits } créditos se han gastado { $spent };
    } el saldo quedará en { $after }. ¿Devolver ⭐ { $stars } de todos modos?
refund-done =
    ⭐ { $stars } de vuelta; { $credits ->
        [one] se ha retirado { $credits } crédito
        [many] se han retirado { $credits } de créditos
       *[other] se han retirado { $credits } créditos
    } y el saldo es ahora de { $balance }.
till-refused = Telegram no ha devuelto estas Estrellas, así que no ha cambiado nada; ha dicho «{ $detail }».
till-unknown = Telegram no ha dicho si ha devuelto estas Estrellas. Queda anotado, y seguiré preguntando hasta que esté hecho.
refused-payment-forged = No sé para qué es esta factura, así que no se ha pagado nada; pide una nueva con /buy.
refused-payment-buyer = Esta factura es de otra persona, así que no se ha pagado nada; con /buy tendrás la tuya.
refused-payment-changed = Este paquete ya no se vende a ese precio, así que no se ha pagado nada; échale otro vistazo con /buy.
refused-payment-used = Esta factura ya está pagada, o se está pagando, así que no se ha pagado dos veces; con /buy tendrás una nueva.
refused-refund-unknown = No conozco ningún pago con ese número.
refused-refund-done = Ese pago ya se había devuelto.

## Administración

grant-usage = /grant PERSONA CRÉDITOS [motivo] – PERSONA es un id o un @username; también puedes responder a un mensaje suyo.
grant-done = { $name } ({ $person }) puede gastar { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    }, de los cuales { $balance } no caducan.
limit-usage = /limit PERSONA CRÉDITOS o /limit PERSONA default – PERSONA es un id o un @username; también puedes responder a un mensaje suyo.
limit-done = { $name } ({ $person }) tiene ahora { $free ->
        [one] { $free } crédito gratis
        [many] { $free } de créditos gratis
       *[other] { $free } créditos gratis
    } por periodo, y le quedan { $left } por gastar.
invite-usage = /invite [CRÉDITOS] [USOS] – un enlace que deja entrar a gente, a cada persona con tantos créditos; sin números, una persona y ningún crédito.
invite-made =
    Este enlace deja entrar a { $uses ->
        [one] una persona
        [many] { $uses } de personas
       *[other] { $uses } personas
    }{ $credits ->
        [0] { "" }
        [one] { " " }y da a cada una { $credits } crédito
        [many] { " " }y da a cada una { $credits } de créditos
       *[other] { " " }y da a cada una { $credits } créditos
    }; vale hasta: { MOMENT($until) }. /invites lo cierra antes.
invite-welcome =
    ¡Ya estás dentro!{ $credits ->
        [0] { "" }
        [one] { " " }{ $credits } crédito es tuyo; no caduca.
        [many] { " " }{ $credits } de créditos son tuyos; no caducan.
       *[other] { " " }{ $credits } créditos son tuyos; no caducan.
    }
invites-none = No hay ninguna invitación abierta. /invite crea una.
invites-line =
    { $number }. { $used } de { $uses } ya entraron, { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } por persona, hasta: { MOMENT($until) } · { $link }
invite-revoked = Ese enlace ya no deja entrar a nadie.
models-heading = Modelos con precio en créditos, dialecto y pasarelas:
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ ninguna pasarela lo ofrece
        [link] {" "}· ⚠ necesita un enlace público: configura web.public_url o links.bucket
       *[none] {""}
    }
models-silent = No dijeron qué ofrecen: { $gateways }
gateways-offers = { $name }: { $models ->
        [one] { $models } modelo
        [many] { $models } de modelos
       *[other] { $models } modelos
    }
gateways-silent = { $name }: ⚠ no dice qué ofrece ({ $fault })
gateways-seconds = Una imagen tarda { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } (mediana de las últimas).
gateways-fault = Último fallo: { $fault }, { MOMENT($at) }.
gateways-rest = { $model } descansa hasta: { MOMENT($until) }; mientras tanto pregunto antes a otras.
gateways-keys = Claves apartadas: { $aside } de { $keys }.
stats-usage = /stats [días] – de 1 a 90 días, 7 si no dices nada.
stats =
    { $days ->
        [one] Hoy
        [many] Los últimos { $days } días
       *[other] Los últimos { $days } días
    }: { $edits ->
        [one] { $edits } edición
        [many] { $edits } de ediciones
       *[other] { $edits } ediciones
    }
stats-ends = Hechas { $done }, fallidas { $failed }, canceladas { $cancelled }, en marcha { $unfinished }
stats-success = Tasa de éxito: { $percent } %
stats-people = Personas: { $people }; nuevas: { $newcomers }
stats-credits = Créditos gastados: { $credits }
stats-models = Modelos: { $models }
stats-failures = Fallos: { $failures }
stats-item = { $name } { $count }
menu-ban = Vetar a alguien
menu-unban = Dejar entrar otra vez a alguien
ban-usage = /ban PERSONA [duración] [motivo] – PERSONA es un id o un @username; también puedes responder a un mensaje suyo. La duración se escribe 12h, 3d o 2w; sin ella es para siempre. El motivo solo lo lee quien administra el bot.
ban-done =
    { $name } ({ $person }) se queda sin acceso { $until ->
        [none] para siempre
       *[other] hasta: { MOMENT($until) }
    }; lo que tenía en espera queda cancelado.
unban-usage = /unban PERSONA – PERSONA es un id o un @username; también puedes responder a un mensaje suyo.
unban-done = { $name } ({ $person }) puede usarme otra vez.
unban-none = { $name } ({ $person }) no tiene ningún veto.
refused-banned-until = No puedes usarme hasta: { MOMENT($until) }; si crees que es un error, habla con quien administra este bot.
refused-ban-admin = Esa persona administra el bot; quítala antes de la configuración.
models-off = ○ apagado
models-asleep = ○ apagado con sus pasarelas
gateways-off = ○ Apagada: no se le piden imágenes.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name }: en marcha.
switched-off = { $name }: fuera de servicio.
switched-off-with = { $name }: fuera de servicio, y con ello lo que no ofrece ninguna otra pasarela: { $models }
refused-gateway = Esa pasarela ya no está configurada.
refused-last =
    { $kind ->
        [gateway] Sin esta pasarela
       *[model] Sin este modelo
    } no quedaría nada que elegir; pon antes en marcha otra opción.
menu-admin = Todo lo que puede hacer la administración, con botones
menu-user = Ver cómo está alguien
admin = ¿Qué hacemos?
admin-health =
    Hoy: { $edits ->
        [one] { $edits } edición
        [many] { $edits } de ediciones
       *[other] { $edits } ediciones
    }, fallidas { $failed }, en marcha { $waiting }. { $ill ->
        [none] Las pasarelas están bien.
       *[other] ⚠ Con problemas: { $ill }
    }
admin-stats = 📊 Cifras
admin-user = 👤 Personas
admin-grant = ➕ Dar créditos
admin-limit = ⚖️ Límite
admin-ban = 🚫 Vetar
admin-models = 🎛 Modelos
admin-gateways = 🔌 Pasarelas
admin-fresh = ↻ Actualizar
admin-console = 🖥 Consola
menu-console = Abrir la consola en el navegador
console = Tu entrada a la consola: un enlace que funciona una sola vez, durante cinco minutos. Quien lo abra entra como si fueras tú, así que no se lo des a nadie.
console-near = Tu entrada a la consola: un enlace que funciona una sola vez, durante cinco minutos. Quien lo abra entra como si fueras tú, así que no se lo des a nadie. Solo se abre en la máquina donde funciono, o por un túnel SSH hasta ella; para abrirla desde cualquier sitio, configura web.public_url.
console-private = El enlace a la consola no debe verlo nadie más: envíame /console en un chat privado.
console-insecure = Hay una consola, pero no en esta dirección: los navegadores solo mantienen la sesión por https. Pon en web.public_url una dirección con https://.
admin-user-ask = ¿Quién? Envíame un id o un @username.
admin-grant-ask = ¿Quién recibe cuántos créditos, y por qué? Envíame: PERSONA CRÉDITOS [motivo]
admin-limit-ask = ¿De quién fijo los créditos gratis por periodo, y en cuántos? Envíame: PERSONA CRÉDITOS, o PERSONA default
admin-ban-ask = ¿A quién veto, cuánto tiempo y por qué? Envíame: PERSONA [duración] [motivo]; la duración se escribe 12h, 3d o 2w.
user-usage = /user PERSONA – PERSONA es un id o un @username; también puedes responder a un mensaje suyo.
user =
    { $name }{ $username ->
        [none] { "" }
       *[other] { " " }· { $username }
    } · { $person }
user-chosen =
    Idioma: { $language ->
        [none] –
       *[other] { $language }
    } · Modelo: { $model ->
        [none] sin elegir
       *[other] { $model }
    }
user-seen = Primera vez: { AGO($met) } · Última vez: { AGO($seen) }
user-never = Nunca me ha escrito.
user-banned =
    🚫 Con veto { $until ->
        [none] para siempre
       *[other] hasta: { MOMENT($until) }
    }{ $why ->
        [none] { "" }
       *[other] { " " }· { $why }
    }
user-unreachable = ⚠ No puedo escribirle: me ha bloqueado o ya no está.
user-credits = Créditos: { $left } de { $free } gratis por gastar, { $balance } que no caducan, { $held } en reserva
user-limit = Límite propio: { $limit } gratis por periodo
user-edits = Últimas ediciones:
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = Últimos apuntes de la cuenta:
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] reserva
        [settle] gasto
        [release] devolución
        [grant] entrega
        [limit] límite
       *[other] { $kind }
    }{ $credits ->
        [none] { "" }
       *[other] { " " }{ $credits }
    }{ $note ->
        [none] { "" }
       *[other] { " " }({ $note })
    }
user-ask-limit = ¿Cuántos créditos gratis por periodo para { $person }? Envíame un número, o «default».
user-ban-sure = ¿Cuánto tiempo?
user-granted =
    { $credits ->
        [one] { $credits } crédito entregado.
        [many] { $credits } de créditos entregados.
       *[other] { $credits } créditos entregados.
    }
user-shut-out =
    { $until ->
        [none] Con veto para siempre.
       *[other] Con veto hasta: { MOMENT($until) }.
    }
user-unbanned = Ya puede usarme otra vez.
button-limit = ⚖️ Límite…
button-ban = 🚫 Vetar
button-unban = ✓ Quitar el veto
button-ban-1d = 1 día
button-ban-1w = 1 semana
button-ban-0 = Para siempre
menu-broadcast = Enviar un mensaje a todo el mundo
admin-broadcast = 📣 Difusión
admin-broadcast-ask = ¿Qué debe recibir todo el mundo? Envíamelo ahora: palabras, una foto con pie de foto o cualquier otra cosa.
broadcast-no-copy = Eso no lo puedo copiar; envía palabras, o una sola imagen con su pie de foto.
broadcast-preview =
    Esto es lo que { $people ->
        [one] recibirá { $people } persona.
        [many] recibirán { $people } de personas.
       *[other] recibirán { $people } personas.
    }
broadcast-nobody = Todavía no hay a quién enviarlo: solo puede recibirlo quien me ha escrito en privado.
broadcast-sending =
    Enviando…
    { $bar } { $tried } de { $total }
broadcast-stopping = No lo recibirá nadie más.
broadcast-cancelled = No lo recibirá nadie.
broadcast-done =
    Enviado a { $sent ->
        [one] { $sent } persona
        [many] { $sent } de personas
       *[other] { $sent } personas
    } de { $total }.
broadcast-stopped =
    Detenido. Enviado a { $sent ->
        [one] { $sent } persona
        [many] { $sent } de personas
       *[other] { $sent } personas
    } de { $total }.
broadcast-lost =
    El mensaje de arriba ya no está, así que no puedo copiarlo más. Enviado a { $sent ->
        [one] { $sent } persona
        [many] { $sent } de personas
       *[other] { $sent } personas
    } de { $total }.
broadcast-unreachable =
    { $unreachable ->
        [one] No pude llegar a { $unreachable } persona: me ha bloqueado o ya no está.
        [many] No pude llegar a { $unreachable } de personas: me han bloqueado o ya no están.
       *[other] No pude llegar a { $unreachable } personas: me han bloqueado o ya no están.
    }
broadcast-failed =
    { $failed ->
        [one] De { $failed } persona no sé si lo recibió.
        [many] De { $failed } de personas no sé si lo recibieron.
       *[other] De { $failed } personas no sé si lo recibieron.
    }
button-send = 📣 Enviar a { $people }
button-not-send = Cancelar
button-stop = ✖ Parar

## Rechazado: no se empezó nada, no se cobró nada

refused-quota = { $renews_at ->
        [none] Tienes { $left ->
            [one] { $left } crédito
            [many] { $left } de créditos
           *[other] { $left } créditos
        } y esto cuesta { $price }; pide más a quien administra el bot o elige un modelo más barato con /model.
       *[other] Tienes { $left ->
            [one] { $left } crédito
            [many] { $left } de créditos
           *[other] { $left } créditos
        } y esto cuesta { $price }; habrá nuevos créditos gratis { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota =
    { $renews_at ->
        [none]
            Este grupo tiene { $left ->
                [one] { $left } crédito
                [many] { $left } de créditos
               *[other] { $left } créditos
            } y esto cuesta { $price }; quien tenga saldo puede compartirlo con /give.
       *[other]
            Este grupo tiene { $left ->
                [one] { $left } crédito
                [many] { $left } de créditos
               *[other] { $left } créditos
            } y esto cuesta { $price }; habrá nuevos créditos gratis { WAIT($renews_at) } ({ MOMENT($renews_at) }), y quien tenga saldo puede compartirlo con /give.
    }
refused-cap =
    Un miembro puede gastar al día { $cap ->
        [one] { $cap } crédito
        [many] { $cap } de créditos
       *[other] { $cap } créditos
    } de este grupo; disponible para ti: { $left }, y esto cuesta { $price }; habrá nuevos { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give =
    Solo se puede dar lo que no caduca, y de eso tienes { $balance ->
        [one] { $balance } crédito
        [many] { $balance } de créditos
       *[other] { $balance } créditos
    }.
refused-fast =
    Para una persona no paso de { $limit ->
        [one] { $limit } edición
        [many] { $limit } de ediciones
       *[other] { $limit } ediciones
    } por minuto; envía la siguiente { WAIT($until) }, hasta entonces dejo las demás a un lado.
refused-access-invite = Solo trabajo con invitación: pide un enlace a quien te habló de mí o a quien administra este bot, y ábrelo.
refused-access-list = Solo trabajo para un círculo cerrado: pide a quien administra este bot que te deje entrar.
refused-invite = Esta invitación ya no deja entrar a nadie: pide una nueva.
refused-waiting = Ya tienes { $limit ->
        [one] { $limit } imagen
        [many] { $limit } de imágenes
       *[other] { $limit } imágenes
    } en marcha y no caben más; envía la siguiente cuando termine alguna.
refused-too-large = Este archivo pesa más de { $limit_mb } MB, que es lo máximo que Telegram me deja descargar; envía uno más pequeño.
refused-file = Solo puedo editar imágenes (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, GIF); envíalo como foto o como archivo de imagen.
refused-pictures = { $limit ->
        [0] { $model } no acepta imágenes, solo palabras,
        [one] { $model } acepta como mucho { $limit } imagen
        [many] { $model } acepta como mucho { $limit } de imágenes
       *[other] { $model } acepta como mucho { $limit } imágenes
    } y has enviado { $given }; envía menos o elige otro modelo con /model.
refused-picture-needed = { $model } edita imágenes y no puede crearlas solo con palabras; envía una foto con tu texto o elige otro modelo con /model.
refused-prompt-needed = Dime qué hago, en el pie de foto o respondiendo a la imagen.
refused-model = Ese modelo ya no está disponible; elige otro con /model.
refused-person = Todavía no conozco a { $person }; primero tiene que escribirme.
refused-amount = «{ $amount }» no es una cantidad de créditos válida.
refused-preset-name = Un nombre tiene de 1 a { $limit } caracteres; envía otro.
refused-preset-taken = Ya guardas algo con el nombre «{ $name }»; envía otro nombre.
refused-preset-too-many = Guardas { $limit } efectos y no caben más; borra antes uno con /presets.
refused-preset-unknown = Ese efecto ya no existe; en /presets están los que guardas.
refused-preset-nothing = Todavía no me has pedido nada que pueda guardar; envíame antes una imagen con tu texto.
refused-not-yours =
    { $name ->
        [none] Esta imagen es de otra persona; envíame una tuya y los botones serán para ti.
       *[other] Esta imagen es de { $name }; envíame una tuya y los botones serán para ti.
    }
refused-not-your-buttons =
    { $name ->
        [none] Estos botones son de otra persona; envíame tú el comando o una imagen y tendrás los tuyos.
       *[other] Estos botones son de { $name }; envíame tú el comando o una imagen y tendrás los tuyos.
    }
refused-not-steering = Solo quien administra este grupo puede elegir aquí por todos.
refused-may-not-send = Hace un momento no podía enviar imágenes en este grupo; pide a un administrador que me deje enviar fotos e inténtalo otra vez en unos minutos.
refused-ended = Esto ya ha terminado, no hay nada más que hacer.
refused-banned = Ahora mismo no puedes usarme; si crees que es un error, habla con quien administra este bot.

## Fallido: aceptado, pero sin imagen; los créditos han vuelto

failed-auth = El servicio de imágenes no me deja entrar, y no es culpa tuya; no se ha cobrado nada, prueba otro modelo o vuelve más tarde.
failed-quota = El servicio de imágenes ha agotado su propio presupuesto, y no es culpa tuya; no se ha cobrado nada, prueba otro modelo o vuelve más tarde.
failed-rate-limited = El servicio de imágenes está saturado; no se ha cobrado nada, inténtalo dentro de un minuto o usa otro modelo.
failed-content-policy = El modelo rechazó esta petición por sus normas de contenido; no se ha cobrado nada, prueba con otras palabras, otra imagen u otro modelo.
failed-bad-request = El modelo no pudo con esta petición; no se ha cobrado nada, prueba con otras palabras, otra imagen u otro modelo.
failed-upstream = El servicio de imágenes tuvo un fallo; no se ha cobrado nada, inténtalo otra vez o usa otro modelo.
failed-timeout = El servicio de imágenes tardó demasiado y dejé de esperar; no se ha cobrado nada, inténtalo otra vez o usa otro modelo.
failed-no-image = El modelo respondió sin imagen; no se ha cobrado nada, dilo con otras palabras o usa otro modelo.
failed-input-empty = El archivo que enviaste está vacío; no se ha cobrado nada, envíalo otra vez.
failed-input-no-picture = Lo que enviaste no es una imagen que pueda leer; no se ha cobrado nada, envía un JPEG, PNG o WebP.
failed-input-damaged = La imagen que enviaste está dañada; no se ha cobrado nada, envíala otra vez o prueba con otra.
failed-input-too-many-pixels = La imagen que enviaste tiene demasiados píxeles; no se ha cobrado nada, envía una más pequeña.
failed-input-too-large = La imagen que enviaste pesa demasiado para descargarla; no se ha cobrado nada, envía una de 20 MB como máximo.
failed-input-gone = No pude traer tu imagen de Telegram; no se ha cobrado nada, envíala otra vez.
failed-result = La imagen que hizo el modelo no se pudo usar; no se ha cobrado nada, inténtalo otra vez o usa otro modelo.
failed-delivery = Tu imagen quedó lista, pero Telegram no la aceptó; no se ha cobrado nada, inténtalo otra vez.
failed-group-right = No puedo enviar imágenes en este grupo; no se ha cobrado nada, pide a un administrador que me deje enviar fotos.
failed-group-gone = Ya no estoy en el grupo donde pediste esta imagen; no se ha cobrado nada, pulsa «Reintentar» y llegará aquí.
failed-no-room = Ahora mismo no tengo espacio para guardar imágenes; no se ha cobrado nada, inténtalo dentro de unos minutos.
failed-model-gone = El modelo de esta imagen se retiró mientras esperabas; no se ha cobrado nada, elige otro con /model.
failed-interrupted = Me reiniciaron en mitad de tu imagen y no sé qué fue de ella; no se ha cobrado nada, inténtalo otra vez.
failed-unexpected = Algo salió mal por mi parte (n.º { $incident }); no se ha cobrado nada, inténtalo otra vez y, si sigue igual, da ese número a quien administra este bot.

## Errores

error-internal = Algo salió mal por mi parte (n.º { $id }); inténtalo otra vez y, si sigue igual, da ese número a quien administra este bot.
error-storage = Ahora mismo no puedo anotar nada, así que no he empezado; no se ha cobrado nada, inténtalo dentro de unos minutos.
startup = { $sentence }

## Alertas, para quien administra

alert-began = ⚠ Esto te necesita:
alert-lasts = ⏳ Sigue sin arreglarse:
alert-well = ✅ De nuevo en orden:
alert-length = Empezó { AGO($since) }{ $edits ->
        [0] .
        [one] {" "}y afectó a { $edits } edición.
        [many] {" "}y afectó a { $edits } de ediciones.
       *[other] {" "}y afectó a { $edits } ediciones.
    }
alert-more = … y { $troubles ->
        [one] { $troubles } problema más; el registro dice cuál.
        [many] { $troubles } de problemas más; el registro dice cuáles.
       *[other] { $troubles } problemas más; el registro dice cuáles.
    }
alert-key = { $gateway } rechaza { $key ->
        [none] su clave
       *[other] la clave n.º { $key }
    } ({ $status }). { $others ->
        [none] Ninguna otra pasarela puede sustituirla, así que mientras tanto las ediciones fallan.
       *[other] Las ediciones van a las otras pasarelas.
    } Pon una clave nueva en { $setting } y reiníciame.
alert-key-well = { $gateway } vuelve a aceptar { $key ->
        [none] su clave
       *[other] la clave n.º { $key }
    }.
alert-right = { $gateway } no permite { $key ->
        [none] a su clave
       *[other] a la clave n.º { $key }
    } usar { $model } ({ $status }). { $others ->
        [none] Ninguna otra pasarela puede sustituirla, así que mientras tanto las ediciones con ese modelo fallan.
       *[other] Las ediciones con ese modelo van a las otras pasarelas.
    } Permítelo allí o apaga el modelo con /models.
alert-right-well = { $gateway } vuelve a ofrecer { $model }.
alert-credit = Se ha agotado el saldo de { $gateway }{ $key ->
        [none] {""}
       *[other] {" "}para la clave n.º { $key }
    } ({ $status }). { $others ->
        [none] Ninguna otra pasarela puede sustituirla, así que mientras tanto las ediciones fallan.
       *[other] Las ediciones van a las otras pasarelas.
    } Recárgalo allí; me daré cuenta por mi cuenta.
alert-credit-well = { $gateway } vuelve a tener saldo{ $key ->
        [none] .
       *[other] {" "}para la clave n.º { $key }.
    }
alert-request = { $gateway } no acepta las peticiones para { $model } tal como las escribo ({ $status }{ $detail ->
        [none] {""}
       *[other] : { $detail }
    }). Revisa el id y el dialecto del modelo en la configuración, o apágalo con /models.
alert-request-well = { $gateway } vuelve a aceptar las peticiones para { $model }.
alert-certificate = No me fío del certificado de { $gateway } ({ $detail }), así que no le envío nada. { $others ->
        [none] Ninguna otra pasarela puede sustituirla, así que mientras tanto las ediciones fallan.
       *[other] Las ediciones van a las otras pasarelas.
    } Revisa su dirección y el certificado.
alert-certificate-well = El certificado de { $gateway } vuelve a estar en orden.
alert-breaker = { $gateway } falla una y otra vez con { $model } ({ $fault }). { $others ->
        [none] Sigo intentándolo.
       *[other] Pregunto antes a las otras.
    } /gateways muestra cómo están.
alert-breaker-well = { $gateway } vuelve a funcionar con { $model }.
alert-delivery = Telegram no acepta resultados: en varios chats hay ediciones que no se pudieron entregar. No se le ha cobrado nada a nadie; el registro dice por qué.
alert-delivery-well = Telegram vuelve a aceptar resultados.
alert-telegram = No se pudo llegar a Telegram durante { $minutes ->
        [one] { $minutes } minuto
        [many] { $minutes } de minutos
       *[other] { $minutes } minutos
    }. Lo que escribe la gente espera allí; revisa la red.
alert-telegram-well = Ya se puede llegar otra vez a Telegram.
alert-storage = Falla la base de datos o el disco: { $detail }. No se ha perdido nada de lo que acepté; revisa el disco de data_dir.
alert-storage-well = La base de datos y el disco vuelven a funcionar.
alert-disk = El disco está casi lleno: quedan { $free } MB. Haz sitio o baja results.max_mb.
alert-disk-well = El disco vuelve a tener espacio.
alert-inbox = No doy abasto: hay un mensaje que lleva { $seconds } segundos esperando. Revisa el registro y la carga de la máquina.
alert-inbox-well = Vuelvo a dar abasto.
alert-private = { $gateway } respondió con un enlace a { $name }, que está en una red privada; no lo seguí. Si es un servidor tuyo, añádelo a results.allowed_hosts.
alert-private-well = Desde hace una hora, { $gateway } no envía enlaces a { $name }.
alert-ledger = Los créditos no cuadran en { $differences ->
        [one] { $differences } sitio
        [many] { $differences } de sitios
       *[other] { $differences } sitios
    }. darkroom check --ledger los enumera.
alert-ledger-well = Todos los créditos vuelven a cuadrar.
alert-stars = { $stars ->
        [one] Se ha pagado { $stars } Estrella
        [many] Se han pagado { $stars } de Estrellas
       *[other] Se han pagado { $stars } Estrellas
    } por algo que no conozco. Con /refund { $name } se devuelve el pago.
alert-stars-well = Ya no queda nada pendiente del pago { $name }.
