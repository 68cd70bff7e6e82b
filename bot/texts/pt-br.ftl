# Tudo o que as pessoas leem, como em en.ftl; tratamos por “você”.

language-name = Português (Brasil)

## Comandos, como aparecem no menu do Telegram

menu-start = Dar um oi
menu-help = O que eu sei fazer
menu-model = Escolher o modelo de imagem
menu-settings = Proporção, número de imagens, foto ou arquivo, legenda
menu-quota = Ver seus créditos
menu-history = Ver suas últimas edições e quanto custaram
menu-give = Dar créditos seus ao grupo
menu-imagine = Criar uma imagem com palavras
menu-edit = Editar a imagem que você respondeu
menu-again = A última de novo, ou com outras palavras
menu-compare = Uma imagem, vários modelos
menu-presets = Seus efeitos salvos, para usar de novo
menu-cancel = Parar o que estou fazendo
menu-language = Escolher o idioma
menu-privacy = O que eu guardo sobre você e como apagar
menu-grant = Dar créditos a alguém
menu-limit = Definir os créditos grátis de alguém
menu-invite = Criar um link que deixa pessoas entrarem
menu-invites = Ver esses links e encerrá-los
menu-models = Ver os modelos e quais estão faltando
menu-gateways = Ver como estão os gateways
menu-stats = Ver o que aconteceu nos últimos dias

## O que o Telegram mostra antes de tocar em “Iniciar”

bot-description =
    Envie uma foto e diga na legenda o que mudar: eu devolvo editada.

    • Remover o fundo, restaurar uma foto antiga, transformar em aquarela: é só dizer com suas palavras
    • Responda a um resultado para continuar a partir dele
    • Só com palavras, faço uma imagem nova
    • Funciona em grupos também, com o modelo de imagem que você escolher

    Toque em “Iniciar” e envie uma foto.
bot-short-description = Envie uma foto, diga o que mudar e receba editada. No privado e em grupos.

## Boas-vindas e ajuda

start =
    Oi, { $name }! Eu edito fotos.

    Envie uma foto e diga na legenda o que fazer com ela, por exemplo “deixe em preto e branco”.
    Só com palavras, faço uma imagem nova.

    Saiba mais em /help.
help =
    Foto + legenda: edito a foto como você disser.
    Só a foto: pergunto o que fazer com ela.
    Só palavras: faço uma imagem a partir delas.
    Arquivo de imagem: a mesma coisa, e você recebe um arquivo, em qualidade total.
    Responda com palavras a qualquer imagem: eu edito essa imagem. É assim que se continua a partir de um resultado.

    /model – Escolher o modelo de imagem (agora { $model })
    /settings – { menu-settings }
    /quota – { menu-quota }
    /history – { menu-history }
    /again – { menu-again }
    /compare – { menu-compare }
    /presets – { menu-presets }
    /cancel – { menu-cancel }
    /language – { menu-language }
    /privacy – { menu-privacy }

    Em grupos, respondo quando você me menciona, me responde ou escreve /edit ou /imagine.
unknown-command = Não conheço esse comando. Em /help está tudo o que eu sei fazer.

## Escolher

model-choose =
    Qual modelo deve editar suas imagens? O número é o preço em créditos por imagem.
    Agora: { $model }
model-unavailable = Indisponível aqui no momento: { $models }.
model-option = { $title } · { $price }
model-chosen = Pronto, agora é { $model }.
language-choose = Que idioma devo falar?
language-auto = Como no Telegram
language-chosen = De agora em diante, falo português.

## Grupos

group-hello =
    Oi! Aqui eu edito fotos.
    Responda a qualquer imagem com @{ $name } e o que fazer com ela, ou escreva isso na legenda da sua.
    /edit e uma resposta a uma das minhas imagens fazem o mesmo; no resto eu não me meto.
group-hello-privacy =
    Oi! Aqui eu edito fotos.
    Responda a qualquer imagem com /edit@{ $name } e o que fazer com ela, ou a uma das minhas imagens com palavras.
    O Telegram não me mostra mais nada até que me tornem administrador: aí @{ $name } funciona em qualquer texto e legenda.
group-nobody = Não consigo ver quem é você, então não sei de quem usar os créditos; escreva com seu próprio nome, não como o grupo ou um canal.
group-model-choose =
    Qual modelo deve editar as imagens deste grupo? Vale para todo mundo aqui; o número é o preço em créditos por imagem.
    Agora: { $model ->
        [none] o que cada pessoa escolher
       *[other] { $model }
    }
group-model-own = O que cada pessoa escolher
group-model-chosen =
    { $model ->
        [none] Neste grupo, cada pessoa volta a usar o próprio modelo.
       *[other] Neste grupo, agora é { $model }.
    }
group-model-here = Neste grupo, as imagens são editadas com { $model }: foi o que a administração escolheu. A sua escolha, { $own }, vale em todos os outros lugares.
group-privately = Não consigo responder a você no grupo “{ $title }”:

## Configurações

settings =
    O que vale para as suas edições.
    Isto é o que { $model } sabe fazer; um pedido no seu texto, como --ar 16:9, tem prioridade.
settings-group =
    O que vale para as edições de todo mundo neste grupo, antes das configurações de cada um.
    Isto é o que { $model } sabe fazer; um pedido no texto, como --ar 16:9, tem prioridade.
settings-kept = Guardado para os modelos que sabem fazer isso: { $settings }
settings-here =
    { $settings ->
        [none] Aqui suas edições vão para { $model }, sem mais nada definido; o que você configurar com /settings na nossa conversa privada também vale aqui.
       *[other] Aqui suas edições vão para { $model }, com { $settings }; o que o grupo deixa em aberto, você configura com /settings na nossa conversa privada.
    }
settings-saved = Anotado.
settings-line = { $setting }: { $value }
settings-defaults = ↺ Voltar ao padrão
settings-own = cada um escolhe
settings-ratio = Proporção
settings-ratio-default = como a foto
settings-ratio-ask = Que formato os resultados devem ter?
settings-size = Tamanho
settings-size-default = o modelo escolhe
settings-size-ask = Que tamanho { $model } deve fazer?
settings-quality = Qualidade
settings-quality-default = o modelo escolhe
settings-quality-ask = Com que qualidade { $model } deve fazer?
settings-style = Estilo
settings-style-default = o modelo escolhe
settings-style-ask = Que estilo { $model } deve usar?
settings-count = Imagens
settings-count-default = 1
settings-count-ask = Quantas imagens de cada vez? Cada uma tem seu preço.
settings-form = Envio
settings-form-default = como chegou
settings-form-ask = Uma foto se vê na hora, um arquivo guarda cada byte. Por padrão, foto volta como foto e arquivo como arquivo.
settings-caption = Legenda
settings-caption-default = sim
settings-caption-ask = Devo mostrar modelo, tempo e créditos embaixo do resultado?
settings-quote = Seu texto na legenda
settings-quote-default = sim
settings-quote-ask = Devo mostrar seu texto, recolhido, embaixo do resultado?
settings-value-photo = foto
settings-value-file = arquivo
settings-value-on = sim
settings-value-off = não

## Privacidade

privacy =
    O que eu guardo sobre você:
    • Imagens, as suas e os resultados: { $pictures ->
        [one] { $pictures } hora
        [many] { $pictures } de horas
       *[other] { $pictures } horas
    }, enquanto trabalho nelas e para o caso de algo dar errado.
    • Quando uma edição falha, pelo mesmo tempo: meu pedido e a resposta do serviço de imagens, sem imagens, para que quem administra este bot possa ver o motivo.
    • Suas mensagens: até eu responder; o que não consegui ler, { $letters ->
        [one] { $letters } hora
        [many] { $letters } de horas
       *[other] { $letters } horas
    }.
    • Seu nome, o que você pediu, seus efeitos salvos e onde está o resultado, para você continuar a partir dele: até você apagar.
    • Seu número, seu idioma, seu modelo e quantos créditos você recebeu e gastou: para sempre.

    Suas imagens e palavras vão para o serviço de imagens que faz o resultado. Quem administra este bot pode manter backups.

    /privacy delete apaga suas imagens, palavras e nome na hora e cancela o que estou fazendo para você.
privacy-sure = Isso não pode ser desfeito, e os resultados antigos perdem os botões.
privacy-done = Suas imagens, palavras e nome foram apagados.{ $cancelled ->
        [0] {""}
        [one] {" "}Uma edição foi cancelada, nada foi cobrado.
        [many] {" "}{ $cancelled } de edições foram canceladas, nada foi cobrado.
       *[other] {" "}{ $cancelled } edições foram canceladas, nada foi cobrado.
    } Restam seu número, suas configurações e seus créditos.

## Créditos

quota =
    Você pode gastar { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    } agora.
quota-free =
    Grátis: { $left } de { $free } { $period ->
        [day] hoje
        [week] nesta semana
        [month] neste mês
       *[never] no total
    }{ $renews_at ->
        [none] .
       *[other] ; todos de volta { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
quota-later =
    { $free ->
        [one] Seu { $free } crédito grátis chega
        [many] Seus { $free } de créditos grátis chegam
       *[other] Seus { $free } créditos grátis chegam
    } { WAIT($begins_at) } ({ MOMENT($begins_at) }).
quota-balance = Saldo: { $balance }. Não expira.
quota-held = Reservado para o que está em andamento: { $held }.
quota-spent = Gasto nos últimos { $days } dias: { $spent }.

## As últimas edições e quanto custaram

history = Suas últimas edições, da mais recente para a mais antiga:
history-here = Suas últimas edições neste grupo, da mais recente para a mais antiga:
history-none = Ainda não há nenhuma edição sua aqui. Envie uma foto e diga o que fazer com ela.
history-entry = { $number }. { AGO($at) } · { $model } · { $charge }
history-words = “{ $words }”
history-paid =
    { $price ->
        [one] { $price } crédito
        [many] { $price } de créditos
       *[other] { $price } créditos
    }
history-free = grátis
history-group = pago pelo grupo ({ $price })
history-working =
    em andamento, { $price ->
        [0] grátis
        [one] { $price } crédito reservado
        [many] { $price } de créditos reservados
       *[other] { $price } créditos reservados
    }
history-cancelled = não cobrado: cancelado
history-failed = não cobrado: { $why }
history-gone = Não sei mais onde está esse resultado.
why =
    { $error ->
        [failed-auth] o serviço nega o acesso
        [failed-quota] serviço sem orçamento
        [failed-rate-limited] serviço ocupado demais
        [failed-content-policy] regras de conteúdo
        [failed-bad-request] pedido não entendido
        [failed-upstream] falha do serviço
        [failed-timeout] demorou demais
        [failed-no-image] resposta sem imagem
        [failed-input-empty] arquivo vazio
        [failed-input-no-picture] não é uma imagem
        [failed-input-damaged] imagem danificada
        [failed-input-too-many-pixels] pixels demais
        [failed-input-too-large] arquivo grande demais
        [failed-input-gone] imagem não está no Telegram
        [failed-result] resultado inutilizável
        [failed-delivery] o Telegram não aceitou
        [failed-group-right] sem permissão para enviar no grupo
        [failed-group-gone] fora do grupo
        [failed-no-room] sem espaço em disco
        [failed-model-gone] modelo fora do ar
        [failed-interrupted] interrompido por um reinício
       *[other] outra falha
    }

## Gráficos: poucas palavras

chart-day = { DAY($at) }
chart-spent = Créditos gastos por dia
chart-free = { $free } grátis por dia
chart-edits = Edições por dia
chart-done = prontas
chart-failed = com falha
chart-cancelled = canceladas
chart-people = Pessoas por dia
chart-failures = Falhas
quota-group =
    Este grupo pode gastar { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    } agora.
quota-cap = Você: restam { $left } dos { $cap } que cada pessoa pode gastar deles por dia.
quota-spenders =
    Quem mais gastou { $period ->
        [day] hoje
        [week] nesta semana
        [month] neste mês
       *[never] até agora
    }:
quota-spender = • { $name }: { $spent }
quota-nameless = em nome do grupo
give-usage = /give CRÉDITOS passa créditos do seu saldo para este grupo, por exemplo: /give 20
give-nowhere = Escreva /give em um grupo: os créditos que você der serão então dele.
give-done =
    Valeu! Você deu { $given ->
        [one] { $given } crédito
        [many] { $given } de créditos
       *[other] { $given } créditos
    }; este grupo pode gastar { $left } agora.

## Perguntas e respostas

ask-what =
    O que devo fazer com { $count ->
        [one] esta imagem
        [many] estas { $count } de imagens
       *[other] estas { $count } imagens
    }? Escreva com suas palavras ou toque em um botão.
ask-what-group =
    O que devo fazer com { $count ->
        [one] esta imagem
        [many] estas { $count } de imagens
       *[other] estas { $count } imagens
    }? Responda a esta mensagem com suas palavras ou toque em um botão.
ask-fewer =
    Você enviou { $given } imagens, e { $model } { $limit ->
        [0] não aceita nenhuma, só palavras
        [one] só aceita { $limit }
        [many] aceita no máximo { $limit }
       *[other] aceita no máximo { $limit }
    }. O que devo fazer? Até agora nada foi cobrado.
album-left-out =
    { $count ->
        [one] Um item do seu álbum não é imagem, então deixei de fora.
        [many] { $count } de itens do seu álbum não são imagens, então deixei de fora.
       *[other] { $count } itens do seu álbum não são imagens, então deixei de fora.
    }
gif-first-frame = De uma imagem animada, edito o primeiro quadro.
imagine-usage = Escreva depois do comando o que devo desenhar, por exemplo: /imagine uma raposa na neve
edit-usage = Responda a uma imagem com /edit e o que fazer, por exemplo: /edit deixe o céu vermelho
cancel-none = Não há nada para cancelar.
cancel-late = Tarde demais para cancelar: sua imagem já está sendo enviada.
cancel-done = { $count ->
        [one] Cancelado. Nada foi cobrado.
        [many] { $count } de edições canceladas. Nada foi cobrado.
       *[other] { $count } edições canceladas. Nada foi cobrado.
    }

## Efeitos prontos: o que diz o botão e o que então se pede ao modelo

ready-background = ✂️ Remover o fundo
ready-background-prompt = Remova totalmente o fundo e coloque o assunto principal, bem recortado nas bordas, sobre um fundo branco liso. Deixe o assunto exatamente como está.
ready-restore = 🩹 Restaurar foto antiga
ready-restore-prompt = Restaure esta foto antiga: remova riscos, poeira, manchas, dobras e desbotamento, e devolva a nitidez e os tons naturais. Os rostos, as roupas e a cena devem ser fiéis ao original.
ready-colour = 🎨 Colorir
ready-colour-prompt = Colorize esta foto em preto e branco com cores naturais e verossímeis. Deixe todo o resto exatamente como está.
ready-sharper = 🔍 Mais nítida
ready-sharper-prompt = Deixe esta imagem mais nítida e clara: remova ruído, desfoque e defeitos de compressão, e realce os detalhes, sem mudar o conteúdo.
ready-vivid = 🌈 Clara e vibrante
ready-vivid-prompt = Deixe esta foto mais clara e vibrante: exposição equilibrada, cores ricas mas naturais, contraste nítido. Deixe o conteúdo como está.
ready-portrait = 👔 Retrato profissional
ready-portrait-prompt = Transforme isto em um retrato profissional: roupa social bem cuidada, luz suave de estúdio e fundo neutro liso. O rosto e a identidade da pessoa devem ficar exatamente iguais.
ready-anime = 🌸 Anime
ready-anime-prompt = Redesenhe esta imagem como uma ilustração de anime detalhada, com linhas limpas e cores suaves. Mantenha a composição, as poses e o que torna as pessoas reconhecíveis.
ready-watercolour = 💧 Aquarela
ready-watercolour-prompt = Transforme esta imagem em uma aquarela delicada sobre papel texturizado, com aguadas fluidas e bordas suaves. Mantenha a composição.
ready-cartoon = 🧸 Animação 3D
ready-cartoon-prompt = Transforme esta imagem em uma cena de um filme moderno de animação 3D: formas arredondadas e simpáticas, luz quente, rostos expressivos. As pessoas devem continuar reconhecíveis, e a composição, a mesma.
ready-pencil = ✏️ Lápis
ready-pencil-prompt = Transforme esta imagem em um fino desenho a lápis sobre papel branco, com hachuras e sombras suaves. Mantenha a composição.
ready-oil = 🖼 Pintura a óleo
ready-oil-prompt = Transforme esta imagem em uma pintura a óleo clássica, com pinceladas visíveis, cores profundas e luz quente. Mantenha a composição.
ready-pixel = 👾 Pixel art
ready-pixel-prompt = Transforme esta imagem em pixel art de 16 bits, como em um videogame clássico, com paleta limitada e pixels quadrados bem definidos. Mantenha a composição.
ready-mono = ⚫ Preto e branco
ready-mono-prompt = Transforme esta foto em um belo preto e branco, com contraste rico e tons de filme. Deixe o conteúdo como está.
ready-sunset = 🌇 Luz do pôr do sol
ready-sunset-prompt = Mude a luz desta foto como se tivesse sido tirada ao pôr do sol: luz dourada e quente, sombras longas e suaves e um céu brilhante onde o céu aparece. Deixe o resto como está.
ready-comic = 💥 Quadrinhos
ready-comic-prompt = Redesenhe esta imagem como uma página de história em quadrinhos: contornos fortes a nanquim, retícula e cores chapadas intensas. Mantenha a composição e não adicione texto.
ready-clay = 🏺 Massinha
ready-clay-prompt = Transforme esta imagem em uma cena de stop motion feita de massinha, com marcas de dedos visíveis e luz suave de estúdio. As pessoas devem continuar reconhecíveis, e a composição, a mesma.
ready-figure = 🎎 Boneco de coleção
ready-figure-prompt = Transforme o assunto principal em um boneco de coleção realista sobre uma base redonda transparente, em pé sobre uma mesa com a caixa impressa ao lado, com luz suave de interior. Mantenha o rosto, as roupas e a pose.
ready-sticker = 🏷 Figurinha
ready-sticker-prompt = Transforme o assunto principal em uma figurinha recortada e fofa: formas simples e marcantes, contornos limpos, borda branca grossa e fundo liso.

## Efeitos salvos

presets = Seus efeitos salvos. Toque em um para usar na imagem sobre a qual estou perguntando, ou na próxima que você enviar.
presets-none = Você ainda não salvou nenhum efeito. Quando pedir algo que queira usar de novo, salve aqui com um nome.
presets-manage = Qual você quer renomear ou apagar?
preset-button = ⭐ { $name }
preset-one =
    { $name }

    { $prompt }
preset-ask-name =
    Que nome devo dar a isto?

    { $prompt }
preset-ask-new-name = Como “{ $name }” deve se chamar de agora em diante?
preset-saved = Salvo como “{ $name }”. Em /presets está tudo o que você salvou.
preset-renamed = Agora se chama “{ $name }”.
preset-send-picture = Envie uma imagem, e eu aplico “{ $name }” nela.

## Enquanto trabalha

status-waiting = { $ahead ->
        [one] Na fila, { $ahead } na sua frente…
        [many] Na fila, { $ahead } na sua frente…
       *[other] Na fila, { $ahead } na sua frente…
    }
status-next = Na fila, a próxima vez é a sua…
status-then =
    { $unit ->
        [minutes] Depois leva cerca de { $amount } min.
       *[seconds] Depois leva cerca de { $amount } s.
    }
status-developing = Revelando…
status-usual =
    { $bar } { $unit ->
        [minutes] cerca de { $amount } min
       *[seconds] cerca de { $amount } s
    }
status-longer = { $bar } está demorando mais que o normal…
status-progress = Revelando…
    { $bar } { $percent }%
status-queued = { $queue ->
        [one] Esperando o modelo, { $queue } na sua frente…
        [many] Esperando o modelo, { $queue } na sua frente…
       *[other] Esperando o modelo, { $queue } na sua frente…
    }
caption-line =
    { $model }{ $seconds ->
        [none] { "" }
       *[other] { " " }· { $seconds } s
    }{ $left ->
        [none] { "" }
        [one] { " " }· resta { $left } crédito
        [many] { " " }· restam { $left } de créditos
       *[other] { " " }· restam { $left } créditos
    }
caption-off = E agora?
original-coming = O arquivo está a caminho.
original-gone =
    Guardo os arquivos dos modelos por { $hours ->
        [one] { $hours } hora
        [many] { $hours } de horas
       *[other] { $hours } horas
    }, e este já se foi.
undo-version = ↩ Voltar a “{ $prompt }”
undo-original = ↩ Voltar ao original
undo-gone = O Telegram não me dá mais a imagem anterior; se você ainda a vê, responda a ela com palavras.

## O resultado

words-of-model = O modelo disse:
    { $words }
other-choose = Com qual modelo devo refazer? O número é o preço em créditos.
again-none = Ainda não há nada aqui para refazer. Envie uma foto e diga na legenda o que fazer com ela.
compare-usage = Responda a uma imagem com /compare e o que fazer, ou escreva isso embaixo de uma foto, por exemplo: /compare transforme em aquarela
compare-too-few =
    { $given ->
        [one] Só um modelo disponível aqui edita imagens; não há o que comparar.
        [many] Menos de dois modelos disponíveis aqui aceitam { $given } de imagens de uma vez; envie menos.
       *[other] Menos de dois modelos disponíveis aqui aceitam { $given } imagens de uma vez; envie menos.
    }
compare-ask = Quais modelos devo comparar, de dois a quatro? O número é o preço em créditos; o que falhar não custa nada.
compare-start =
    Comparar · { $price ->
        [one] { $price } crédito
        [many] { $price } de créditos
       *[other] { $price } créditos
    }
compare-most =
    { $most ->
        [one] No máximo { $most } de cada vez; tire um antes.
        [many] No máximo { $most } de cada vez; tire um antes.
       *[other] No máximo { $most } de cada vez; tire um antes.
    }
compare-changed = Os modelos ou os preços mudaram nesse meio-tempo; dê mais uma olhada.
compare-begun = Comparando…
compare-status = Comparando… { $done } de { $of }
compare-done = De qual você gostou mais?
compare-none = Nenhum desses modelos fez uma imagem; nada foi cobrado, tente de novo ou diga de outro jeito.
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
        [failed-content-policy] recusado por causa das regras de conteúdo
        [failed-timeout] demorou demais
        [failed-rate-limited] ocupado demais
        [failed-no-image] respondeu sem imagem
       *[none] não deu certo
    }, não cobrado
compare-keep = ✓ ficar com { $model }

## Botões

button-again = 🔁 De novo
button-retry = 🔁 Tentar de novo
button-other = 🎛 Outro modelo
button-original = 📄 Arquivo original
button-undo = ↩ Desfazer
button-cancel = ✖ Cancelar
button-more = Mais ›
button-first =
    { $limit ->
        [one] Usar só a primeira
        [many] Usar as primeiras { $limit }
       *[other] Usar as primeiras { $limit }
    }
button-save-preset = 💾 Salvar meu último pedido
button-manage-presets = ✏️ Renomear ou apagar
button-rename = ✏️ Renomear
button-delete = 🗑 Apagar
button-delete-sure = 🗑 Sim, apagar
button-forget = 🗑 Apagar meus dados
button-forget-sure = 🗑 Sim, apagar tudo
button-back = ‹ Voltar
button-older = Anteriores ›
button-newer = ‹ Mais recentes
button-revoke = ✖ Encerrar o nº { $number }
press-started = Já começo.
press-twice = Já estou fazendo.
press-old = Este botão já está velho. Envie a imagem de novo.

## Estrelas do Telegram

menu-buy = Comprar créditos com Estrelas do Telegram
menu-terms = Em que condições os créditos são vendidos
menu-paysupport = Quando algo dá errado com um pagamento
menu-refund = Devolver um pagamento
help-buy = /buy – Mais créditos, com Estrelas do Telegram
privacy-payments = O que você pagou em Estrelas do Telegram, e o que foi devolvido, fica guardado para sempre: quando, quanto e o número do pagamento. Como você pagou, só o Telegram sabe.
button-buy = ⭐ Comprar créditos
pack-option =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars }
button-refund = ↩ Devolver ⭐ { $stars }
button-refund-not = ✖ Deixar como está
buy =
    Qual pacote você quer? O que você compra não expira e é usado quando seus créditos grátis acabam.
    Ao pagar, você aceita as condições de /terms. Algo deu errado? /paysupport
buy-line =
    • { $title }: { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars }
buy-privately = Créditos são comprados no nosso chat privado, para que ninguém mais leia.
buy-changed = O que eu vendo mudou nesse meio-tempo; dê mais uma olhada.
invoice-title =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    }
invoice-description =
    { $credits ->
        [one] { $credits } crédito para imagens. Não expira, e o que falhar não custa nada.
        [many] { $credits } de créditos para imagens. Não expiram, e o que falhar não custa nada.
       *[other] { $credits } créditos para imagens. Não expiram, e o que falhar não custa nada.
    }
payment-done =
    Valeu! { $credits ->
        [one] { $credits } crédito é seu:
        [many] { $credits } de créditos são seus:
       *[other] { $credits } créditos são seus:
    } agora você pode gastar { $left }, e seu saldo é de { $balance }.
    Número deste pagamento: { $charge }
payment-unclear =
    Seu pagamento de ⭐ { $stars } chegou, mas não sei dizer para que era, então ele não virou créditos. { $support ->
        [none] Escreva a quem administra este bot,
       *[other] Escreva para { $support },
    } e ele será devolvido. Número deste pagamento: { $charge }
payment-back =
    Seu pagamento de ⭐ { $stars } foi devolvido, e com ele { $credits ->
        [one] saiu { $credits } crédito
        [many] saíram { $credits } de créditos
       *[other] saíram { $credits } créditos
    }; seu saldo agora é de { $balance }. Número do pagamento: { $charge }
quota-debt = Saldo: −{ $debt }, porque um pagamento foi devolvido depois que os créditos dele foram gastos. O que você comprar cobre isso primeiro; os créditos grátis continuam sendo seus.
terms =
    Condições de venda

    • Créditos pagam as imagens que eu faço ou edito. Cada modelo tem seu preço, e você o vê antes de escolher.
    • O que falha não é cobrado: os créditos voltam na hora.
    • Créditos comprados não expiram. Não são dinheiro e não podem ser trocados por dinheiro.
    • Se você mudar de ideia ou algo der errado, escreva para nós como diz /paysupport: o que não foi usado pode ser devolvido em Estrelas do Telegram.
    • As imagens vão para serviços de imagens com regras de conteúdo próprias, e o que eles fazem pode ser diferente do que você queria.
    • Quem vende é quem administra este bot, não o Telegram.
paysupport =
    Algo deu errado com um pagamento, ou você quer que ele seja devolvido? { $support ->
        [none] Escreva a quem administra este bot
       *[other] Escreva para { $support }
    } e informe o número do pagamento. O suporte do Telegram não pode ajudar com o que é comprado aqui.
paysupport-line =
    { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } · ⭐ { $stars } · { MOMENT($at) }{ $state ->
        [refunded] { " " }· devolvido
        [refunding] { " " }· em devolução
       *[paid] { "" }
    }
    { $charge }
refund-usage = /refund PAGAMENTO [motivo] – PAGAMENTO é o número do pagamento, como aparece em /paysupport para quem comprou.
refund-sure =
    { $spent ->
        [one] De { $credits } créditos, { $spent } foi gasto;
        [many] De { $credits } créditos, { $spent } foram gastos;
       *[other] De { $credits } créditos, { $spent } foram gastos;
    } o saldo vai para { $after }. Devolver ⭐ { $stars } mesmo assim?
refund-done =
    ⭐ { $stars } de volta; { $credits ->
        [one] { $credits } crédito foi retirado
        [many] { $credits } de créditos foram retirados
       *[other] { $credits } créditos foram retirados
    }, e o saldo agora é de { $balance }.
till-refused = O Telegram não devolveu estas Estrelas, então nada mudou; ele disse “{ $detail }”.
till-unknown = O Telegram não disse se devolveu estas Estrelas. Está anotado, e continuo perguntando até ficar resolvido.
refused-payment-forged = Não sei dizer para que é esta fatura, então nada foi pago; peça uma nova com /buy.
refused-payment-buyer = Esta fatura é de outra pessoa, então nada foi pago; com /buy você recebe a sua.
refused-payment-changed = Este pacote não é mais vendido por esse preço, então nada foi pago; dê mais uma olhada com /buy.
refused-payment-used = Esta fatura já foi paga, ou está sendo paga, então nada foi pago duas vezes; com /buy você recebe uma nova.
refused-refund-unknown = Não conheço nenhum pagamento com esse número.
refused-refund-done = Esse pagamento já foi devolvido.

## Administração

grant-usage = /grant PESSOA CRÉDITOS [motivo] – PESSOA é um id ou um @username; você também pode responder a uma mensagem da pessoa.
grant-done = { $name } ({ $person }) pode gastar { $left ->
        [one] { $left } crédito
        [many] { $left } de créditos
       *[other] { $left } créditos
    }, sendo { $balance } sem data para expirar.
limit-usage = /limit PESSOA CRÉDITOS ou /limit PESSOA default – PESSOA é um id ou um @username; você também pode responder a uma mensagem da pessoa.
limit-done = { $name } ({ $person }) agora tem { $free ->
        [one] { $free } crédito grátis
        [many] { $free } de créditos grátis
       *[other] { $free } créditos grátis
    } por período e ainda pode gastar { $left }.
invite-usage = /invite [CRÉDITOS] [USOS] – um link que deixa pessoas entrarem, cada uma com tantos créditos; sem números, uma pessoa e nenhum crédito.
invite-made =
    Este link deixa entrar { $uses ->
        [one] uma pessoa
        [many] { $uses } de pessoas
       *[other] { $uses } pessoas
    }{ $credits ->
        [0] { "" }
        [one] { " " }e dá a cada uma { $credits } crédito
        [many] { " " }e dá a cada uma { $credits } de créditos
       *[other] { " " }e dá a cada uma { $credits } créditos
    }; vale até { MOMENT($until) }. /invites encerra antes.
invite-welcome =
    Pronto, você entrou!{ $credits ->
        [0] { "" }
        [one] { " " }{ $credits } crédito é seu; não expira.
        [many] { " " }{ $credits } de créditos são seus; não expiram.
       *[other] { " " }{ $credits } créditos são seus; não expiram.
    }
invites-none = Nenhum convite aberto. /invite cria um.
invites-line =
    { $number }. { $used } de { $uses } já entraram, { $credits ->
        [one] { $credits } crédito
        [many] { $credits } de créditos
       *[other] { $credits } créditos
    } para cada, até { MOMENT($until) }: { $link }
invite-revoked = Esse link não deixa mais ninguém entrar.
models-heading = Modelos com preço em créditos, dialeto e gateways:
models-line = { $title } ({ $model }) · { $price } · { $dialect } · { $gateways }{ $flaw ->
        [lacking] {" "}· ⚠ nenhum gateway oferece
        [link] {" "}· ⚠ precisa de um link público: defina web.public_url ou links.bucket
       *[none] {""}
    }
models-silent = Não disseram o que oferecem: { $gateways }
gateways-offers = { $name }: { $models ->
        [one] { $models } modelo
        [many] { $models } de modelos
       *[other] { $models } modelos
    }
gateways-silent = { $name }: ⚠ não diz o que oferece ({ $fault })
gateways-seconds = Uma imagem leva { $seconds ->
        [one] { $seconds } segundo
        [many] { $seconds } de segundos
       *[other] { $seconds } segundos
    } (mediana das últimas).
gateways-fault = Última falha: { $fault }, { MOMENT($at) }.
gateways-rest = { $model } descansa até { MOMENT($until) }: outros são consultados antes.
gateways-keys = Chaves deixadas de lado: { $aside } de { $keys }.
stats-usage = /stats [dias] – de 1 a 90 dias, 7 se você não disser nada.
stats =
    { $days ->
        [one] Hoje
        [many] Últimos { $days } dias
       *[other] Últimos { $days } dias
    }: { $edits ->
        [one] { $edits } edição
        [many] { $edits } de edições
       *[other] { $edits } edições
    }
stats-ends = Prontas { $done }, com falha { $failed }, canceladas { $cancelled }, em andamento { $unfinished }
stats-success = Taxa de sucesso: { $percent }%
stats-people = Pessoas: { $people }; novas: { $newcomers }
stats-credits = Créditos gastos: { $credits }
stats-models = Modelos: { $models }
stats-failures = Falhas: { $failures }
stats-item = { $name } { $count }
menu-ban = Banir alguém
menu-unban = Deixar alguém entrar de novo
ban-usage = /ban PESSOA [duração] [motivo] – PESSOA é um id ou um @username; você também pode responder a uma mensagem da pessoa. A duração se escreve 12h, 3d ou 2w; sem ela, é para sempre. Só quem administra o bot lê o motivo.
ban-done =
    { $name } ({ $person }) fica sem acesso { $until ->
        [none] para sempre
       *[other] até { MOMENT($until) }
    }; o que estava na espera foi cancelado.
unban-usage = /unban PESSOA – PESSOA é um id ou um @username; você também pode responder a uma mensagem da pessoa.
unban-done = { $name } ({ $person }) pode me usar de novo.
unban-none = { $name } ({ $person }) não tem nenhum banimento.
refused-banned-until = Você não pode me usar até { MOMENT($until) }; se acha que é um engano, fale com quem administra este bot.
refused-ban-admin = Essa pessoa administra o bot; tire-a das configurações antes.
models-off = ○ desligado
models-asleep = ○ desligado com seus gateways
gateways-off = ○ Desligado: não recebe pedidos de imagens.
switch-on = ● { $name }
switch-off = ○ { $name }
switched-on = { $name } está ligado.
switched-off = { $name } está desligado.
switched-off-with = { $name } está desligado, e com isso também o que nenhum outro gateway oferece: { $models }
refused-gateway = Esse gateway não está mais configurado.
refused-last =
    Sem este { $kind ->
        [gateway] gateway
       *[model] modelo
    } não sobraria nada para escolher; ligue outro antes.
menu-admin = Tudo o que a administração pode fazer, em botões
menu-user = Ver a situação de alguém
admin = O que vamos fazer?
admin-health =
    Hoje: { $edits ->
        [one] { $edits } edição
        [many] { $edits } de edições
       *[other] { $edits } edições
    }, com falha { $failed }, em andamento { $waiting }. { $ill ->
        [none] Os gateways estão bem.
       *[other] ⚠ Com problemas: { $ill }
    }
admin-stats = 📊 Números
admin-user = 👤 Pessoas
admin-grant = ➕ Dar créditos
admin-limit = ⚖️ Limite
admin-ban = 🚫 Banir
admin-models = 🎛 Modelos
admin-gateways = 🔌 Gateways
admin-fresh = ↻ Atualizar
admin-console = 🖥 Console
menu-console = Abrir o console no navegador
console = Sua entrada no console: um link que funciona uma só vez, por cinco minutos. Quem abrir entra como se fosse você, então não passe para ninguém.
console-near = Sua entrada no console: um link que funciona uma só vez, por cinco minutos. Quem abrir entra como se fosse você, então não passe para ninguém. Ele só abre na máquina em que eu rodo, ou por um túnel SSH até ela; para abrir de qualquer lugar, configure web.public_url.
console-private = O link do console ninguém mais deve ver: envie /console para mim em uma conversa privada.
console-insecure = Existe um console, mas não neste endereço: os navegadores só mantêm a sessão por https. Coloque em web.public_url um endereço com https://.
admin-user-ask = Quem? Envie um id ou um @username.
admin-grant-ask = Quem recebe quantos créditos, e por quê? Envie: PESSOA CRÉDITOS [motivo]
admin-limit-ask = De quem são os créditos grátis por período, e quantos devem ser? Envie: PESSOA CRÉDITOS, ou PESSOA default
admin-ban-ask = Quem devo banir, por quanto tempo e por quê? Envie: PESSOA [duração] [motivo]; a duração se escreve 12h, 3d ou 2w.
user-usage = /user PESSOA – PESSOA é um id ou um @username; você também pode responder a uma mensagem da pessoa.
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
        [none] nenhum escolhido
       *[other] { $model }
    }
user-seen = Primeira vez: { AGO($met) } · Última vez: { AGO($seen) }
user-never = Essa pessoa nunca me escreveu.
user-banned =
    🚫 Banimento { $until ->
        [none] para sempre
       *[other] até { MOMENT($until) }
    }{ $why ->
        [none] { "" }
       *[other] : { $why }
    }
user-unreachable = ⚠ Não consigo escrever para essa pessoa: ela me bloqueou ou não existe mais.
user-credits = Créditos: restam { $left } de { $free } grátis, { $balance } não expiram, { $held } em reserva
user-limit = Limite próprio: { $limit } grátis por período
user-edits = Últimas edições:
user-edit = • { AGO($at) } · { $model } · { $charge }
user-entries = Últimos lançamentos da conta:
user-entry =
    • { AGO($at) } · { $kind ->
        [hold] reserva
        [settle] gasto
        [release] devolução
        [grant] concessão
        [limit] limite
       *[other] { $kind }
    }{ $credits ->
        [none] { "" }
       *[other] { " " }{ $credits }
    }{ $note ->
        [none] { "" }
       *[other] { " " }({ $note })
    }
user-ask-limit = Quantos créditos grátis por período para { $person }? Envie um número, ou “default”.
user-ban-sure = Por quanto tempo?
user-granted =
    { $credits ->
        [one] { $credits } crédito concedido.
        [many] { $credits } de créditos concedidos.
       *[other] { $credits } créditos concedidos.
    }
user-shut-out =
    Banimento { $until ->
        [none] para sempre.
       *[other] até { MOMENT($until) }.
    }
user-unbanned = Já pode me usar de novo.
button-limit = ⚖️ Limite…
button-ban = 🚫 Banir
button-unban = ✓ Desbanir
button-ban-1d = 1 dia
button-ban-1w = 1 semana
button-ban-0 = Para sempre
menu-broadcast = Enviar uma mensagem a todo mundo
admin-broadcast = 📣 Aviso geral
admin-broadcast-ask = O que todo mundo deve receber? Envie agora: palavras, uma foto com legenda ou qualquer outra coisa.
broadcast-no-copy = Isso eu não consigo copiar; envie palavras, ou uma única imagem com legenda.
broadcast-preview =
    É isto que { $people ->
        [one] { $people } pessoa vai receber.
        [many] { $people } de pessoas vão receber.
       *[other] { $people } pessoas vão receber.
    }
broadcast-nobody = Ainda não há para quem enviar: só pode receber quem já me escreveu no privado.
broadcast-sending =
    Enviando…
    { $bar } { $tried } de { $total }
broadcast-stopping = Mais ninguém vai receber.
broadcast-cancelled = Ninguém vai receber.
broadcast-done =
    Enviado a { $sent ->
        [one] { $sent } pessoa
        [many] { $sent } de pessoas
       *[other] { $sent } pessoas
    } de { $total }.
broadcast-stopped =
    Interrompido. Enviado a { $sent ->
        [one] { $sent } pessoa
        [many] { $sent } de pessoas
       *[other] { $sent } pessoas
    } de { $total }.
broadcast-lost =
    A mensagem acima não existe mais, então não consigo mais copiá-la. Enviado a { $sent ->
        [one] { $sent } pessoa
        [many] { $sent } de pessoas
       *[other] { $sent } pessoas
    } de { $total }.
broadcast-unreachable =
    Não consegui chegar a { $unreachable ->
        [one] { $unreachable } pessoa: ela me bloqueou ou não existe mais.
        [many] { $unreachable } de pessoas: elas me bloquearam ou não existem mais.
       *[other] { $unreachable } pessoas: elas me bloquearam ou não existem mais.
    }
broadcast-failed =
    { $failed ->
        [one] De { $failed } pessoa não sei se recebeu.
        [many] De { $failed } de pessoas não sei se receberam.
       *[other] De { $failed } pessoas não sei se receberam.
    }
button-send = 📣 Enviar para { $people }
button-not-send = Cancelar
button-stop = ✖ Parar

## Recusado: nada começou, nada foi cobrado

refused-quota = { $renews_at ->
        [none] Você tem { $left ->
            [one] { $left } crédito
            [many] { $left } de créditos
           *[other] { $left } créditos
        }, e isto custa { $price }; peça mais a quem administra o bot ou escolha um modelo mais barato com /model.
       *[other] Você tem { $left ->
            [one] { $left } crédito
            [many] { $left } de créditos
           *[other] { $left } créditos
        }, e isto custa { $price }; novos créditos grátis chegam { WAIT($renews_at) } ({ MOMENT($renews_at) }).
    }
refused-group-quota =
    { $renews_at ->
        [none]
            Este grupo tem { $left ->
                [one] { $left } crédito
                [many] { $left } de créditos
               *[other] { $left } créditos
            }, e isto custa { $price }; quem tiver saldo pode dividir com /give.
       *[other]
            Este grupo tem { $left ->
                [one] { $left } crédito
                [many] { $left } de créditos
               *[other] { $left } créditos
            }, e isto custa { $price }; novos créditos grátis chegam { WAIT($renews_at) } ({ MOMENT($renews_at) }), e quem tiver saldo pode dividir com /give.
    }
refused-cap =
    Cada pessoa pode gastar por dia { $cap ->
        [one] { $cap } crédito
        [many] { $cap } de créditos
       *[other] { $cap } créditos
    } deste grupo: você ainda tem { $left }, e isto custa { $price }; novos chegam { WAIT($renews_at) } ({ MOMENT($renews_at) }).
refused-give =
    Só dá para doar o que não expira, e disso você tem { $balance ->
        [one] { $balance } crédito
        [many] { $balance } de créditos
       *[other] { $balance } créditos
    }.
refused-fast =
    Para uma pessoa, não passo de { $limit ->
        [one] { $limit } edição
        [many] { $limit } de edições
       *[other] { $limit } edições
    } por minuto; envie a próxima { WAIT($until) }, até lá deixo as outras de lado.
refused-access-invite = Só trabalho com convite: peça um link a quem falou de mim ou a quem administra este bot, e abra-o.
refused-access-list = Só trabalho para um círculo fechado: peça a quem administra este bot para deixar você entrar.
refused-invite = Este convite não deixa mais ninguém entrar: peça um novo.
refused-waiting = Você já tem { $limit ->
        [one] { $limit } imagem
        [many] { $limit } de imagens
       *[other] { $limit } imagens
    } em andamento, e não cabe mais; envie a próxima quando uma delas ficar pronta.
refused-too-large = Este arquivo tem mais de { $limit_mb } MB, o máximo que o Telegram me deixa baixar; envie um menor.
refused-file = Só consigo editar imagens (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, GIF); envie como foto ou como arquivo de imagem.
refused-pictures = { $limit ->
        [0] { $model } não aceita imagens, só palavras,
        [one] { $model } aceita no máximo { $limit } imagem,
        [many] { $model } aceita no máximo { $limit } de imagens,
       *[other] { $model } aceita no máximo { $limit } imagens,
    } e você enviou { $given }; envie menos ou escolha outro modelo com /model.
refused-picture-needed = { $model } edita imagens e não cria nenhuma só com palavras; envie uma foto com seu texto ou escolha outro modelo com /model.
refused-prompt-needed = Diga o que devo fazer, na legenda ou respondendo à imagem.
refused-model = Esse modelo não está mais disponível; escolha outro com /model.
refused-person = Ainda não conheço { $person }; essa pessoa precisa me escrever primeiro.
refused-amount = “{ $amount }” não é uma quantidade de créditos válida.
refused-preset-name = Um nome tem de 1 a { $limit } caracteres; envie outro.
refused-preset-taken = Você já salvou algo com o nome “{ $name }”; envie outro nome.
refused-preset-too-many = Você salvou { $limit } efeitos, e não cabem mais; apague um antes com /presets.
refused-preset-unknown = Esse efeito não existe mais; em /presets estão os que você salvou.
refused-preset-nothing = Você ainda não me pediu nada que eu possa salvar; envie antes uma imagem com um texto.
refused-not-yours =
    { $name ->
        [none] Esta imagem é de outra pessoa; envie a sua e os botões serão seus.
       *[other] Esta imagem é de { $name }; envie a sua e os botões serão seus.
    }
refused-not-your-buttons =
    { $name ->
        [none] Estes botões são de outra pessoa; envie você o comando ou uma imagem e terá os seus.
       *[other] Estes botões são de { $name }; envie você o comando ou uma imagem e terá os seus.
    }
refused-not-steering = Só quem administra este grupo pode escolher aqui por todo mundo.
refused-may-not-send = Agora há pouco eu não podia enviar imagens neste grupo; peça a um administrador que me deixe enviar fotos e tente de novo em alguns minutos.
refused-ended = Isto já terminou, não há mais nada a fazer.
refused-banned = Você não pode me usar no momento; se acha que é um engano, fale com quem administra este bot.

## Falhou: aceito, mas sem imagem; os créditos voltaram

failed-auth = O serviço de imagens não me deixa entrar, e a culpa não é sua; nada foi cobrado, tente outro modelo ou volte mais tarde.
failed-quota = O serviço de imagens esgotou o próprio orçamento, e a culpa não é sua; nada foi cobrado, tente outro modelo ou volte mais tarde.
failed-rate-limited = O serviço de imagens está ocupado demais agora; nada foi cobrado, tente de novo em um minuto ou use outro modelo.
failed-content-policy = O modelo recusou este pedido por causa das regras de conteúdo dele; nada foi cobrado, tente outras palavras, outra imagem ou outro modelo.
failed-bad-request = O modelo não conseguiu lidar com este pedido; nada foi cobrado, tente outras palavras, outra imagem ou outro modelo.
failed-upstream = O serviço de imagens teve uma falha; nada foi cobrado, tente de novo ou use outro modelo.
failed-timeout = O serviço de imagens demorou demais e parei de esperar; nada foi cobrado, tente de novo ou use outro modelo.
failed-no-image = O modelo respondeu sem imagem; nada foi cobrado, tente dizer de outro jeito ou use outro modelo.
failed-input-empty = O arquivo que você enviou está vazio; nada foi cobrado, envie de novo.
failed-input-no-picture = O que você enviou não é uma imagem que eu consiga ler; nada foi cobrado, envie um JPEG, PNG ou WebP.
failed-input-damaged = A imagem que você enviou está danificada; nada foi cobrado, envie de novo ou tente outra.
failed-input-too-many-pixels = A imagem que você enviou tem pixels demais; nada foi cobrado, envie uma menor.
failed-input-too-large = A imagem que você enviou é grande demais para eu baixar; nada foi cobrado, envie uma de no máximo 20 MB.
failed-input-gone = Não consegui buscar sua imagem no Telegram; nada foi cobrado, envie de novo.
failed-result = A imagem que o modelo fez não pôde ser usada; nada foi cobrado, tente de novo ou use outro modelo.
failed-delivery = Sua imagem ficou pronta, mas o Telegram não aceitou; nada foi cobrado, tente de novo.
failed-group-right = Não tenho permissão para enviar imagens neste grupo; nada foi cobrado, peça a um administrador que me deixe enviar fotos.
failed-group-gone = Não estou mais no grupo em que você pediu esta imagem; nada foi cobrado, toque em “Tentar de novo” e ela vem para cá.
failed-no-room = Estou sem espaço para guardar imagens no momento; nada foi cobrado, tente de novo em alguns minutos.
failed-model-gone = O modelo desta imagem saiu do ar enquanto você esperava; nada foi cobrado, escolha outro com /model.
failed-interrupted = Fui reiniciado no meio da sua imagem e não sei o que foi feito dela; nada foi cobrado, tente de novo.
failed-unexpected = Algo deu errado do meu lado (nº { $incident }); nada foi cobrado, tente de novo e, se continuar, passe esse número a quem administra este bot.

## Erros

error-internal = Algo deu errado do meu lado (nº { $id }); tente de novo e, se continuar, passe esse número a quem administra este bot.
error-storage = Não consigo anotar nada no momento, então nem comecei; nada foi cobrado, tente de novo em alguns minutos.
startup = { $sentence }

## Alertas, para quem administra

alert-began = ⚠ Isto precisa de você:
alert-lasts = ⏳ Ainda com problema:
alert-well = ✅ Tudo certo de novo:
alert-length = Começou { AGO($since) }{ $edits ->
        [0] .
        [one] {" "}e afetou { $edits } edição.
        [many] {" "}e afetou { $edits } de edições.
       *[other] {" "}e afetou { $edits } edições.
    }
alert-more = … e mais { $troubles ->
        [one] { $troubles } problema; o log diz qual.
        [many] { $troubles } de problemas; o log diz quais.
       *[other] { $troubles } problemas; o log diz quais.
    }
alert-key = { $gateway } recusa { $key ->
        [none] a própria chave
       *[other] a chave nº { $key }
    } ({ $status }). { $others ->
        [none] Nenhum outro gateway pode substituir este, então até lá as edições falham.
       *[other] As edições vão para os outros gateways.
    } Coloque uma chave nova em { $setting } e me reinicie.
alert-key-well = { $gateway } voltou a aceitar { $key ->
        [none] a própria chave
       *[other] a chave nº { $key }
    }.
alert-right = { $gateway } não deixa { $key ->
        [none] a própria chave
       *[other] a chave nº { $key }
    } usar { $model } ({ $status }). { $others ->
        [none] Nenhum outro gateway pode substituir este, então até lá as edições com esse modelo falham.
       *[other] As edições com esse modelo vão para os outros gateways.
    } Libere o uso por lá ou desligue o modelo com /models.
alert-right-well = { $gateway } voltou a oferecer { $model }.
alert-credit = O saldo de { $gateway } acabou{ $key ->
        [none] {""}
       *[other] {" "}para a chave nº { $key }
    } ({ $status }). { $others ->
        [none] Nenhum outro gateway pode substituir este, então até lá as edições falham.
       *[other] As edições vão para os outros gateways.
    } Recarregue por lá; eu percebo sozinho.
alert-credit-well = { $gateway } tem saldo de novo{ $key ->
        [none] .
       *[other] {" "}para a chave nº { $key }.
    }
alert-request = { $gateway } não aceita os pedidos para { $model } do jeito que eu escrevo ({ $status }{ $detail ->
        [none] {""}
       *[other] : { $detail }
    }). Confira o id e o dialeto do modelo nas configurações ou desligue-o com /models.
alert-request-well = { $gateway } voltou a aceitar os pedidos para { $model }.
alert-certificate = Não confio no certificado de { $gateway } ({ $detail }), então não envio nada para lá. { $others ->
        [none] Nenhum outro gateway pode substituir este, então até lá as edições falham.
       *[other] As edições vão para os outros gateways.
    } Confira o endereço e o certificado.
alert-certificate-well = O certificado de { $gateway } está em ordem de novo.
alert-breaker = { $gateway } falha repetidamente com { $model } ({ $fault }). { $others ->
        [none] Continuo tentando.
       *[other] Os outros são consultados antes.
    } /gateways mostra como eles estão.
alert-breaker-well = { $gateway } voltou a funcionar com { $model }.
alert-delivery = O Telegram não aceita resultados: em várias conversas, edições ficaram sem entrega. Nada foi cobrado de ninguém; o log diz por que isso acontece.
alert-delivery-well = O Telegram voltou a aceitar resultados.
alert-telegram = Não consegui acessar o Telegram por { $minutes ->
        [one] { $minutes } minuto
        [many] { $minutes } de minutos
       *[other] { $minutes } minutos
    }. O que as pessoas escrevem espera por lá; confira a rede.
alert-telegram-well = Consigo acessar o Telegram de novo.
alert-storage = O banco de dados ou o disco está falhando: { $detail }. Nada do que aceitei se perdeu; confira o disco de data_dir.
alert-storage-well = O banco de dados e o disco voltaram a funcionar.
alert-disk = O disco está quase cheio: restam { $free } MB. Libere espaço ou diminua results.max_mb.
alert-disk-well = O disco tem espaço de novo.
alert-inbox = Não estou dando conta: uma mensagem já espera há { $seconds } segundos. Confira o log e a carga da máquina.
alert-inbox-well = Estou dando conta de novo.
alert-private = { $gateway } respondeu com um link para { $name }, que fica em uma rede privada; não abri esse link. Se for um servidor seu, adicione-o a results.allowed_hosts.
alert-private-well = Há uma hora { $gateway } não envia nenhum link para { $name }.
alert-ledger = Os créditos não batem em { $differences ->
        [one] { $differences } lugar
        [many] { $differences } de lugares
       *[other] { $differences } lugares
    }. darkroom check --ledger aponta cada um.
alert-ledger-well = Todos os créditos batem de novo.
alert-stars = { $stars ->
        [one] { $stars } Estrela foi paga
        [many] { $stars } de Estrelas foram pagas
       *[other] { $stars } Estrelas foram pagas
    } por algo que eu não conheço. /refund { $name } devolve esse pagamento.
alert-stars-well = Não há mais nada pendente sobre o pagamento { $name }.
