# La cara pública: inicio, listas, países, objetivos, mapa.
register-nav-actions = Acciones
register-nav-governments = Gobiernos locales
register-nav-map = Mapa
register-nav-declaration = Declaración

register-home = Inicio
register-actions = Acciones
register-governments = Gobiernos locales
register-countries = Países
register-objectives = Objetivos
register-objective = Objetivo
register-map = Mapa
register-demo = datos de demostración
register-as-of = Al { $date }
register-earlier-title = Otro día
register-earlier-label = A fecha de
register-earlier-show = Mostrar ese día
register-earlier = Este es el registro tal como estaba al final del { $date }. Las palabras se buscan en títulos y nombres.
register-stood-same = Así estaba al final del { $date }, y así está ahora.
register-stood-then = Así estaba al final del { $date }.
register-stood-now = Ver cómo está ahora
register-stood-not = Al final del { $date } no figuraba en el registro, o no se conserva cómo estaba entonces. Así está ahora.
register-not-over = El { $date } todavía no ha terminado, así que este es el registro tal como está ahora.
register-as-table = Como tabla
register-untitled = Acción de { $who }
register-untitled-year = Acción de { $who } ({ $year })
register-gone-neutral = Esto ya no está en el registro.

# Inicio
register-doors = Tres formas de participar
register-door-sign = Firmar
register-door-sign-text = la declaración, en nombre de su gobierno local
register-door-sign-what = { $declaration }: la adhesión de su gobierno local a ambos Pactos
register-door-submit = Presentar
register-door-submit-text = una acción: lo que hace o se compromete a hacer, para quién, para cuándo
register-door-submit-long = Presentar una acción
register-door-learn = Aprender
register-door-learn-text = de gobiernos locales que trabajan en los mismos objetivos
register-figures = Cifras
register-figure-signed = firmas verificadas
register-figure-signed-on-file = firmas en archivo
register-figure-published = acciones publicadas
register-figure-on-file = acciones en archivo
register-on-file = En archivo: según una fuente pública, no confirmado por el gobierno.
register-figure-governments = gobiernos locales
register-figure-countries = países y territorios
register-where = Dónde actúan
register-open-map = Abrir el mapa
register-by-country = Lista por países
register-newest = Acciones más recientes
register-newest-none = Todavía no hay nada en el registro.
register-all-actions = Todas las acciones
register-near-no-action = Ninguna acción del registro lleva la referencia { $name }.
register-near-no-government = Ningún gobierno local del registro lleva la referencia { $name }.
register-near-all-governments = Todos los gobiernos locales
register-near-no-signature = Ninguna firma del registro lleva la referencia { $name }.
register-near-no-declaration = No hay ninguna declaración con el nombre { $name }.
register-near-no-cohort = No hay ninguna cohorte con el nombre { $name }.
register-near-no-network = Ningún gobierno local del registro nombra una red llamada { $name }.
register-near-no-country = { $name } no es el código de un país o territorio.
register-near-no-region = { $name } no es el código de una región.
register-near-no-objective = { $name } no es un objetivo de este Llamado.
register-near-no-figure = No hay ninguna cifra con el nombre { $name }.
register-near-all-declarations = Todas las declaraciones
register-near-all-cohorts = Todas las cohortes
register-near-all-networks = Todas las redes
register-near-all-countries = Todos los países y territorios
register-near-all-regions = Todas las regiones
register-work-on = En qué trabajan
register-work-on-text = Acciones por objetivo: { $framework }. Una acción puede responder a varios objetivos.
register-strip-caption = Acciones por objetivo, publicadas y en archivo
register-strip-caption-country = Acciones por objetivo, { $country }, publicadas y en archivo
register-all-objectives = Todos los objetivos
register-coming = Próximas fechas
register-coming-none = Todavía no se conoce ninguna fecha.
register-date-unverified = fecha por confirmar
register-place-new-york = Nueva York
register-forum-imrf = Foro de Examen de la Migración Internacional { $year }
register-forum-grf = Foro Mundial sobre los Refugiados { $year }

# Listas
register-search = Buscar en el registro
register-search-actions = Buscar acciones
register-search-governments = Buscar gobiernos locales
register-filters = Filtros
register-apply = Aplicar los filtros
register-clear = Quitar todo
register-meant = Quizá quiso decir
register-unknown = Se dejó fuera porque el registro no lo conoce: { $values }
register-file-unknown = El registro no conoce: { $values }
register-file-not-over = El { $date } todavía no ha terminado, así que no hay archivo del registro a ese día.
register-sort = Ordenar por
register-sort-relevance = relevancia
register-sort-newest = más recientes
register-sort-reported = último informe
register-sort-updated = última actualización
register-sort-name = nombre
register-sort-largest = población

# Freshness: when the government last reported on its action.
register-fresh-new = último informe: { $date }
register-fresh-old = sin informe desde el { $date }
register-fresh-on-file = sin informe; en archivo desde el { $date }
register-views = Vista
register-view-list = Lista
register-view-map = Mapa
register-per = Resultados por página:
register-page = { $from_text }–{ $to_text } de { $n_text }
register-window-page = página { $n_text }
register-window-part = Una parte del mundo
register-history-lead = Todos los cambios públicos, el más reciente primero. Lo que desapareció está tachado, lo que llegó está subrayado. Los cambios de un mismo día cuentan como uno.
register-history-none = Nada ha cambiado desde que entró en el registro.
register-history-said = Lo que decía la ficha
register-history-of = Historial: { $name }
register-history-lede = Resumen
register-history-name = Nombre
register-history-title = Título
register-history-population = Población
register-count-actions = { $n ->
    [0] Ninguna acción
    [one] { $n_text } acción
   *[other] { $n_text } acciones
}
register-count-governments = { $n ->
    [0] Ningún gobierno local
    [one] { $n_text } gobierno local
   *[other] { $n_text } gobiernos locales
}
register-count-declarations = { $n ->
    [one] { $n_text } declaración
   *[other] { $n_text } declaraciones
}
register-count-cohorts = { $n ->
    [one] { $n_text } cohorte
   *[other] { $n_text } cohortes
}
register-all-actions-n = { $n ->
    [one] Verla en la lista
   *[other] Las { $n_text } acciones
}
register-all-governments-n = { $n ->
    [one] Verlo en la lista
   *[other] Los { $n_text } gobiernos locales
}
register-none-title = Sin resultados
register-none-text = Ninguna ficha cumple todos estos criterios a la vez. La búsqueda encuentra los nombres en todos los idiomas del registro, aunque tengan pequeños errores.
register-none-here-title = Nada en esta lista
register-none-here-text = Lo que responde a estas palabras en otra parte del registro figura arriba.
register-way-clear = Quitar todos los filtros
register-way-now = Ver el registro como está ahora
register-way-words = Quitar las palabras buscadas
register-way-objectives = Buscar por objetivo
register-way-countries = Buscar por país
register-no-further = Por relevancia solo se muestran los primeros { $n_text } resultados. Ordene por fecha o por nombre para recorrerlos todos, o elija filtros.
register-also = Estas palabras también encuentran:
register-years = Años { $from }–{ $to }
register-years-since = Desde { $year }
register-years-until = Hasta { $year }
register-year-from = Desde el año
register-year-to = Hasta el año
register-numbers = { $from_text }–{ $to_text }
register-numbers-since = { $n_text } y más
register-numbers-until = hasta { $n_text }
register-number-from = Desde
register-number-to = Hasta

# How to search
register-help = Cómo buscar
register-help-title = Cómo buscar
register-help-lead = Escriba lo que busca en el campo de cualquier lista. Estos signos sirven para decirlo con más exactitud.
register-help-typed = Lo que puede escribir
register-help-word = escuela
register-help-phrase = cursos de idiomas
register-help-says-words = Todas estas palabras, en cualquier lugar de una ficha.
register-help-says-phrase = Estas palabras, una tras otra.
register-help-says-without = Las primeras palabras, y no la que lleva un guion delante.
register-help-forms = También se encuentran otras formas de una palabra, en inglés, francés, español y árabe; lo que está escrito tal como usted lo escribió aparece primero. La última palabra puede ser solo un comienzo.
register-help-names = Los gobiernos locales, los lugares y los países se encuentran por sus nombres en todos los idiomas del registro, con acentos o sin ellos.
register-help-mistakes = Los pequeños errores se perdonan cuando no se encuentra nada más; entonces se le pregunta si quería escribir otra palabra.
register-help-values = Códigos que puede escribir
register-help-values-text = Una palabra, dos puntos y un código eligen lo mismo que los filtros. Con un guion delante, excluyen.
register-help-codes = Todos los códigos (CSV)

# Facetas
register-facet-priorities = Prioridad
register-facet-gcm = Pacto Mundial para la Migración
register-facet-gcr = Pacto Mundial sobre los Refugiados
register-facet-sdg = Objetivos de Desarrollo Sostenible
register-facet-country = País o territorio
register-facet-region = Región
register-facet-status = Avance
register-facet-type = Compromiso o práctica
register-facet-for = Para quién
register-facet-planned = Personas por alcanzar
register-facet-counted = Personas alcanzadas, contadas
register-facet-estimated = Personas alcanzadas, estimadas
register-facet-year = Año
register-facet-lang = Idioma
register-facet-record = Tipo de ficha
register-facet-origin = Procedencia
register-facet-tier = Tipo de gobierno
register-facet-signature = Firma
register-facet-signed = Año de la firma
register-short-gcm = PMM
register-short-gcr = PMR
register-short-sdg = ODS
register-status-planned = En preparación
register-status-in-progress = En curso
register-status-fulfilled = Cumplida
register-status-paused = En pausa
register-status-dropped = Abandonada
register-status-unknown = Sin indicar
register-people-few = Menos de diez
register-people = { $from_text }–{ $to_text }
register-people-more = { $n_text } y más
register-type-pledge = Compromiso
register-type-practice = Práctica
register-type-unknown = Sin indicar
register-year-unknown = Sin indicar
register-for-migrants = Migrantes
register-for-refugees = Refugiados
register-for-asylum-seekers = Solicitantes de asilo
register-for-displaced = Desplazados internos
register-for-returnees = Retornados
register-for-stateless = Apátridas
register-for-host-community = Comunidad de acogida
register-record-published = Publicada por el gobierno
register-record-on-file = En archivo, según una fuente pública
register-signature-signed = Firma verificada
register-signature-on-file = Firma en archivo, no verificada
register-signature-published = Sin firma documentada
register-signature-none = Sin firma documentada
register-signature-withdrawn = Firma retirada
register-signature-suspended = Firma suspendida
register-origin-submitted = Enviada aquí
register-origin-cta-action = Lista anterior del Llamado
register-origin-gcm-pledge = Compromiso con el Pacto Mundial para la Migración
register-origin-gcr-pledge = Compromiso con el Pacto Mundial sobre los Refugiados
register-origin-gfmd-practice = Práctica mostrada en el FMMD
register-origin-gcf-project = Proyecto del Global Cities Fund
register-origin-other-programme = Programa propio de la ciudad
register-origin-other = Otra fuente pública
register-origin-demo = Demostración
register-tier-municipality = Ciudad o municipio
register-tier-metropolitan = Área metropolitana
register-tier-province = Provincia, condado o departamento
register-tier-region = Región o estado federado
register-tier-association = Asociación o red
register-tier-unknown = Sin indicar

# Mapa, países, objetivos
register-map-actions = Las acciones en el mapa
register-map-country = Gobiernos locales en el mapa: { $country }
register-map-shows = Mostrar
register-map-list = Lo mismo como lista
register-map-placeless = { $n ->
    [one] { $n_text } ficha no tiene lugar conocido y solo está en la lista.
   *[other] { $n_text } fichas no tienen lugar conocido y solo están en la lista.
}
register-map-more = { $n ->
    [one] { $n_text } más está en la lista completa:
   *[other] { $n_text } más están en la lista completa:
}
register-no-country = Sin país
register-no-region = Sin región
register-countries-text = Países y territorios con un gobierno local o una acción en el registro.
register-counted-together = Los números de acciones y de gobiernos locales cuentan, junto con las demás, las fichas en archivo, que vienen de fuentes públicas y no están confirmadas.
register-countries-signed = Firmas verificadas
register-countries-none = Todavía no hay países ni territorios
register-country-no-actions = Todavía no hay ninguna acción de aquí en el registro.
register-country-no-governments = Todavía no hay ningún gobierno local de aquí en el registro.
register-objectives-text = A qué responden las acciones. Las fichas en archivo se cuentan junto con las publicadas.
register-objective-apart = Publicadas por gobiernos locales: { $published }. En archivo, de fuentes públicas y sin confirmar: { $file }.
register-objectives-none = Todavía no hay marcos de referencia
register-objective-count = { $n ->
    [0] Ninguna acción responde todavía a esto
    [one] { $n_text } acción responde a esto
   *[other] { $n_text } acciones responden a esto
}
register-objective-countries = Dónde
register-objective-missing-title = Lo que falta
register-objective-missing = Nada en el registro responde todavía a esto en estas regiones: { $regions }. Eso dice lo que el registro conoce, no lo que se hace allí.
register-objective-missing-all = Ninguna acción del registro responde todavía a esto. Eso dice lo que el registro conoce, no lo que se hace.
register-objective-missing-none = Cada región del mundo tiene al menos una acción que responde a esto.
register-source = Fuente
register-wording-unverified = redacción no verificada
register-wording-fallback = Todavía no hay una redacción en su idioma; se muestra en el idioma disponible.

# Descargas, canales, página de datos
register-data = Datos
register-data-lead = Todo lo que es público en este registro, para descargar, seguir y citar.
register-download = Descargar estos resultados
register-feed = Canal (Atom)
register-columns = Qué significan las columnas
register-column = Columna
register-column-about = Qué contiene
register-column-coded = códigos explicados en codes.csv
register-column-reference = La referencia de la ficha; nunca cambia
register-column-address = La dirección de su página en este idioma
register-column-title = El título, en este idioma si existe
register-column-title-language = El idioma del título
register-column-text = Una o dos frases sobre ella
register-column-text-language = El idioma de ese texto
register-column-governments = Los gobiernos locales que llevan la acción, primero el que la encabeza
register-column-government-references = Sus referencias
register-column-networks = Las redes a las que pertenecen los gobiernos locales, cada una como la nombra su página bajo /networks
register-column-from = Cuándo empieza: un año, un mes o un día
register-column-until = Cuándo termina, «ongoing» si está en curso, o nada si no se sabe
register-column-planned = A cuántas personas se quiere llegar, sumados todos los grupos, como un tramo tal que 100-to-999 (de 100 a 999)
register-column-counted = A cuántas personas se llegó según un recuento, sumados todos los grupos, como un tramo tal que 100-to-999 (de 100 a 999)
register-column-estimated = A cuántas personas se llegó según una estimación, sumados todos los grupos, como un tramo tal que 100-to-999 (de 100 a 999)
register-column-planned-people = A cuántas personas se quiere llegar: la suma de todos los grupos. Los grupos de menos de diez no entran en ninguna suma; vacío si no se indica nada más
register-column-counted-people = A cuántas personas se llegó según un recuento: la suma de todos los grupos. Los grupos de menos de diez no entran en ninguna suma; vacío si no se indica nada más
register-column-estimated-people = A cuántas personas se llegó según una estimación: la suma de todos los grupos. Los grupos de menos de diez no entran en ninguna suma; vacío si no se indica nada más. No se suma nunca a lo contado
register-column-year = El año en que empieza o, si no consta, el año en que termina; «unknown» si no se indica ninguno
register-column-signed = El año de su primera firma válida, en la medida en que se conoce; «unknown» si no se indica ninguna fecha
register-column-lang = El idioma en que se escribió, con un código de dos o tres letras
register-column-origin = De dónde viene la ficha
register-column-latitude = Latitud en grados
register-column-longitude = Longitud en grados
register-column-changed = El día en que cambió por última vez lo que se muestra
register-column-reported = El día del último informe del gobierno: envío, revisión o confirmación. Una corrección de la secretaría no es un informe. Vacío en los registros en archivo, de los que el gobierno nunca informó
register-codes = Códigos
register-codes-text = Cada código y lo que significa en este idioma:
register-data-read = Cómo leer estos archivos
register-data-filter = En una lista, primero elija y busque: «Descargar estos resultados» da exactamente lo que ha encontrado.
register-data-on-file = Las fichas en archivo proceden de fuentes públicas y el gobierno no las ha confirmado. La columna «record» las distingue; cuéntelas aparte.
register-data-joint = Una acción conjunta ocupa una línea con todos sus gobiernos y países: cuenta una vez en un total y una vez por cada país.
register-data-last-line = La última línea da el número de fichas y el SHA-256 de todos los bytes anteriores. Un archivo sin ella está cortado.
register-data-formula = En CSV, un texto que una hoja de cálculo tomaría por una fórmula va precedido de un apóstrofo.
register-data-citation = { $programme }: registro de firmantes y acciones. Situación al { $date }. { $address }
register-cite-secretariat = { $programme }, secretaría

# Cifras
register-figures-lead = Lo que hay en el registro, en cifras. Cada una tiene su tabla, su archivo y una dirección propia.
register-figures-none-title = Ese día no había nada en el registro
register-figures-none-text = El registro se remonta al día en que se introdujo su primera ficha.
register-figure-none = Nada de lo que cuenta esta cifra está aún en el registro.
register-figure-none-then = Nada de lo que cuenta esta cifra estaba en el registro al final del { $date }.
register-figure-now = Ver esta cifra tal como está ahora
# Heads of columns, under a title that says of what.
register-head-published = publicadas
register-head-verified = verificadas
register-head-on-file = según una fuente
register-figure-own = Solo esta cifra
register-figures-joint = Una acción conjunta cuenta una vez en un total.
register-figures-several = Una acción puede responder a varios objetivos, dirigirse a varios grupos de personas y realizarse en varias regiones: la suma de estas líneas no es el número de acciones.
register-figure-signatures-title = Firmas por región
register-figure-signatures-about = Gobiernos locales cuya firma se verificó y firmas en archivo procedentes de fuentes públicas, por región del país.
register-figure-signed-title = Firmas por año
register-figure-signed-about = Gobiernos locales cuya firma se verificó y firmas en archivo procedentes de fuentes públicas, por año de la primera firma. Si no se indica ninguna fecha, no se supone ningún año.
register-figure-years-title = Acciones por año
register-figure-years-about = Acciones según el año en que empiezan o, si no consta, el año en que terminan. Si no se indica ninguno, no se supone ningún año.
register-figure-objectives-title = Acciones por objetivo
register-figure-objectives-about = Acciones según el objetivo al que responden, tal como lo indica el gobierno local; en las fichas en archivo, tal como lo indica la fuente.
register-figure-reach-title = Objetivos por región
register-figure-reach-about = Acciones, publicadas y en archivo, según el objetivo al que responden y la región donde se realizan.
register-figure-regions-title = Acciones por región
register-figure-regions-about = Acciones según la región de los países donde se realizan.
register-figure-progress-title = Acciones por grado de avance
register-figure-progress-about = Acciones según su avance, de acuerdo con lo último que dijo el gobierno local.
register-figure-for-whom-title = Acciones según a quién se dirigen
register-figure-for-whom-about = Acciones según los grupos de personas a los que se dirigen. Aquí no se cuentan personas.
register-all-figures = Todas las cifras
register-embed-whole = En el registro: { $programme }
# Regiones y redes
register-regions = Regiones
register-regions-text = Grupos de países con un gobierno local o una acción en el registro. Una acción conjunta cuenta una vez en cada grupo.
register-scheme-m49 = Regiones de las Naciones Unidas (M49)
register-scheme-unec = Comisiones regionales de las Naciones Unidas
register-scheme-unhcr = Regiones del ACNUR
register-scheme-uclg = Secciones de Ciudades y Gobiernos Locales Unidos
register-region-members = { $n ->
    [one] { $n_text } país o territorio
   *[other] { $n_text } países y territorios
}
register-region-unverified = miembros no verificados en su fuente
register-network = Red
register-networks = Redes
register-networks-text = Redes a las que los gobiernos locales dicen pertenecer.
register-networks-none = Aún no hay redes
register-networks-none-text = Ningún gobierno local del registro ha nombrado una red.
register-compared = Comparación
register-compared-objectives = objetivos a los que se responde
register-cohorts = Cohortes
register-facet-cohort = Cohorte
register-frozen = Cifras fijadas
register-frozen-text = Las cifras tal como eran esos días. Ya no cambian, pase lo que pase con las acciones.

# Acciones parecidas
register-alike = Ciudades que hacen algo parecido
register-alike-text = Encontradas por lo que las acciones dicen de sí mismas: objetivos, personas, tipo, tamaño y lugar del gobierno, palabras. Nadie las ha elegido.
register-alike-why = Ambas:
register-alike-objectives = responden a { $list }
register-alike-for = para { $list }
register-alike-kind = { $list }
register-alike-place = en { $place }
register-alike-words = mencionan { $list }
register-size-small = menos de 50.000 habitantes
register-size-middle = de 50.000 a 250.000 habitantes
register-size-large = de 250.000 a un millón de habitantes
register-size-million = más de un millón de habitantes

# Cifras de compromisos y personas
register-figure-earlier = antes de { $year }
register-figure-few = menos de diez cada una
register-figure-planned = previstas
register-figure-counted = alcanzadas, contadas
register-figure-estimated = alcanzadas, estimadas
register-figure-pledges-title = Compromisos según el avance y la actualidad
register-figure-pledges-about = Compromisos publicados según su avance y el año en que su gobierno informó por última vez. Las fichas en archivo según una fuente no se cuentan.
register-figure-people-title = Personas, previstas y alcanzadas
register-figure-people-about = Personas que las acciones publicadas prevén alcanzar y han alcanzado, según los gobiernos. Lo previsto, lo contado y lo estimado nunca se suman; los números inferiores a diez no entran en ninguna suma, y varias acciones pueden alcanzar a la misma persona. Las fichas en archivo según una fuente no se cuentan.
register-social-action = Acción
register-social-government = Gobierno local
register-social-country = País
register-social-register = Registro público

# Under the names of pages in search engines and shared links; $counts and $found are numbers in words: "12 actions".
register-described-part = { $name }: { $counts }. Quién ha firmado, qué se hace y a qué objetivos responde, con cifras, mapa y archivos.
register-described-actions = Lo que hacen los gobiernos locales y regionales: { $found }, por lugar, objetivo, año y destinatarios, para seguir y descargar.
register-described-governments = Quién ha firmado o actúa: { $found }, por lugar, región, red y tamaño, cada uno con su firma y sus acciones.
register-described-map = { $found } en un mapa del mundo, y lo mismo en una lista por país.
