# El formulario de una acción más allá de las ocho respuestas.

actions-form-more-title = Lo que puede añadir
actions-form-more-lead = Nada de esto es necesario para enviar. Cada apartado dice qué aporta; también puede rellenarlo más tarde, con una revisión.
actions-form-another = Guardar y añadir otro

actions-form-topic-numbers = Número de personas
actions-form-topic-impact = Impacto
actions-form-topic-participation = Participación de personas migrantes y refugiadas
actions-form-topic-lessons = Lecciones y dificultades
actions-form-topic-replication = Lo que otros necesitan para repetirla
actions-form-topic-funding = Financiación
actions-form-topic-principles = Principios rectores
actions-form-topic-peers = Lo que necesita de sus pares y lo que les ofrece
actions-form-topic-links = Enlaces
actions-form-topic-pictures = Imágenes
actions-form-topic-attachment = Documento adjunto
actions-form-topic-portals = Plataformas internacionales

actions-form-opens-numbers = Muestra a cuántas personas se dirige la acción.
actions-form-opens-impact = Permite a quien evalúa ver qué cambia, y a otros comparar.
actions-form-opens-participation = Cuenta para una acción centrada en las personas.
actions-form-opens-lessons = Lo que los pares leen primero.
actions-form-opens-replication = Abre el camino a ciudades que quieren hacer lo mismo.
actions-form-opens-funding = Lo piden dos de las plataformas internacionales.
actions-form-opens-principles = Lo pide la plataforma del Pacto Mundial para la Migración.
actions-form-opens-peers = Nos permite ponerle en contacto con otras ciudades.
actions-form-opens-links = Lleva a los lectores a sus propias páginas.
actions-form-opens-pictures = Hace visible la acción, aquí y en la publicación.
actions-form-opens-attachment = Para la secretaría o para todo el mundo, como usted elija.
actions-form-opens-portals = Sin su consentimiento no llevamos la acción a ninguna plataforma.

actions-form-ask-numbers = ¿A cuántas personas se dirige?
actions-form-ask-numbers-lead = Escriba números enteros y deje vacío lo que no sepa. Lo contado y lo estimado se guardan por separado.
actions-form-numbers-few = Un número menor de diez se muestra en público como «menos de diez». Solo la secretaría ve la cifra exacta.
actions-form-planned = Por alcanzar, según el plan
actions-form-counted = Alcanzadas, contadas
actions-form-estimated = Alcanzadas, estimadas
actions-form-number-planned = { $n ->
    [one] { $n_text } persona por alcanzar
   *[other] { $n_text } personas por alcanzar
}
actions-form-number-counted = { $n ->
    [one] { $n_text } persona alcanzada, contada
   *[other] { $n_text } personas alcanzadas, contadas
}
actions-form-number-estimated = { $n ->
    [one] aproximadamente { $n_text } persona alcanzada, estimación
   *[other] aproximadamente { $n_text } personas alcanzadas, estimación
}
actions-form-few-planned = menos de diez personas por alcanzar
actions-form-few-counted = menos de diez personas alcanzadas, contadas
actions-form-few-estimated = menos de diez personas alcanzadas, estimadas

actions-form-ask-impact = ¿Qué cambia?
actions-form-ask-impact-lead = Diga qué espera y qué ha visto ya. Añada algunas cifras si las tiene.
actions-form-expected = Impacto esperado
actions-form-achieved = Impacto hasta ahora
actions-form-figure = Cifra { $n_text }
actions-form-figure-value = Valor
actions-form-figure-value-hint = Por ejemplo 1.250 o 12,5 %.
actions-form-figure-unit = De qué
actions-form-figure-unit-hint = Por ejemplo: plazas de educación infantil. No dé ninguna cifra por la que se reconozca a una persona.
actions-form-figure-date = A qué fecha

actions-form-ask-participation = ¿Cómo participaron las personas migrantes y refugiadas?
actions-form-ask-participation-lead = En la preparación, las decisiones, la ejecución y la valoración.
actions-form-participation = Cómo participaron
actions-form-ask-lessons = ¿Qué ha aprendido?
actions-form-ask-lessons-lead = Lo que no funcionó es tan útil para otros como lo que funcionó.
actions-form-lessons = Lecciones
actions-form-difficulties = Dificultades
actions-form-ask-replication = ¿Qué necesitan otros para repetirla?
actions-form-ask-replication-lead = Personal, dinero, leyes, socios, tiempo: lo que tiene que haber.
actions-form-replication = Lo que otros necesitan

actions-form-ask-funding = ¿Cómo se financia?
actions-form-ask-funding-lead = Con palabras, y con un importe si puede ser público.
actions-form-funding = Financiación
actions-form-amount = Importe
actions-form-amount-hint = Un número entero, por ejemplo 250.000.
actions-form-currency = Moneda
actions-form-currency-hint = Su código de tres letras: KES, EUR, USD…
actions-form-funders = De quién

actions-form-ask-principles = ¿Qué principios rectores sigue?
actions-form-ask-principles-lead = Elija los que dan forma a la acción, no los que simplemente respeta.
actions-form-principles = Principios rectores

actions-form-ask-peers = ¿Qué necesita de otras ciudades y qué puede ofrecer?
actions-form-ask-peers-lead = Todos pueden leerlo: así se encuentran las ciudades.
actions-form-needs = Lo que buscamos
actions-form-offers = Lo que ofrecemos

actions-form-ask-links = ¿Dónde se puede leer más?
actions-form-ask-links-lead = Hasta seis páginas. Solo se aceptan direcciones que empiezan por https://.
actions-form-link = Enlace { $n_text }
actions-form-link-address = Dirección
actions-form-link-address-hint = Por ejemplo https://www.ciudad.example/acogida
actions-form-link-label = Cómo se llama

actions-form-ask-pictures = ¿Tiene imágenes?
actions-form-ask-pictures-lead = Hasta seis. Cada una necesita una descripción para quien no la ve, el nombre de quien la hizo y sus derechos.
actions-form-pictures-rule = Envíe solo imágenes en las que cada persona haya dado su consentimiento, en el caso de menores su representante legal, y con las que nadie pueda encontrar un refugio ni a una persona. El lugar y el aparato con que se hizo la foto se quitan del archivo.
actions-form-picture = Imagen { $n_text }
actions-form-picture-yours = La imagen que ha enviado
actions-form-picture-file = Archivo de la imagen
actions-form-picture-file-hint = JPEG o PNG, 25 MB como máximo. Un teléfono da JPEG si se le pide.
actions-form-picture-another = Guardar y mostrar la imagen
actions-form-alt = Qué se ve en ella
actions-form-alt-hint = Para quien no la ve: «Dos mujeres leen con una niña en una mesa baja».
actions-form-credit = Quién la hizo
actions-form-credit-hint = El nombre que debe figurar al lado.
actions-form-rights = Derechos
actions-form-rights-licence = Otros pueden usarla bajo la licencia de este sitio
actions-form-rights-reserved = todos los derechos reservados, mostrada con permiso
actions-form-picture-remove = Quitar
actions-form-picture-remove-yes = Quitar esta imagen

actions-form-ask-attachment = ¿Hay un documento que añadir?
actions-form-ask-attachment-lead = Un solo PDF: un plan, un informe, una decisión.
actions-form-attachment-kept = { $name } está guardado ({ $n_text } kB).
actions-form-attachment-file = Documento
actions-form-attachment-file-hint = Un PDF, 25 MB como máximo.
actions-form-attachment-label = Qué es
actions-form-attachment-open = Quién puede descargarlo
actions-form-attachment-open-yes = Todos pueden descargarlo
actions-form-attachment-open-hint = Si no, solo la secretaría y quienes actúan en nombre de su gobierno.
actions-form-attachment-private = solo para la secretaría
actions-form-attachment-remove = Quitar
actions-form-attachment-remove-yes = Quitar este documento

actions-form-ask-portals = ¿A qué plataformas podemos llevarla?
actions-form-ask-portals-lead = Una vez publicada, la secretaría puede llevarla a las plataformas de las Naciones Unidas y del Foro. Solo lo hacemos si usted está de acuerdo.
actions-form-portals = Aceptamos que la acción se lleve a
actions-form-portals-hint = Puede cambiarlo con una revisión.

actions-form-coarse = Proteger los lugares
actions-form-coarse-yes = Mostrar solo el barrio o distrito
actions-form-coarse-hint = Las ciudades se muestran; los lugares que usted escribió se quedan en la secretaría. Elíjalo para refugios y lugares donde hay personas que se esconden o esperan.
actions-form-district = El barrio o distrito, como puede mostrarse

actions-form-error-number = Escriba un número entero, por ejemplo 320, sin palabras
actions-form-error-amount = Escriba el importe como número entero
actions-form-error-currency = Escriba la moneda con sus tres letras, por ejemplo KES
actions-form-error-value = Escriba el valor de esta cifra, con un número
actions-form-error-unit = Escriba qué cuenta esta cifra
actions-form-error-link = Escriba una dirección que empiece por https://
actions-form-error-alt = Describa qué se ve en la imagen
actions-form-error-credit = Escriba quién hizo la imagen
actions-form-error-rights = Elija en qué condiciones pueden otros usar la imagen
actions-form-error-picture = Este archivo no es una imagen que aceptemos. Envíe un JPEG o un PNG
actions-form-error-document = Este archivo no es un PDF. Envíe el documento en PDF

actions-form-peers = Lo que los pares pueden dar y recibir
actions-form-credit-line = { $credit }{ "\u00A0" }· { $rights }
actions-form-read-more = Más información
actions-form-document-size = (PDF, { $n_text } kB)
actions-form-redacted-picture = La secretaría ha quitado una imagen.
actions-form-error-pictures-many = Seis imágenes como máximo. Quite una primero
actions-form-pictures-hidden = Ahora solo usted y la secretaría ven las imágenes.
actions-form-hide-all = Ocultar las imágenes de inmediato
actions-form-hide = Ocultar
actions-form-show = Mostrar de nuevo
actions-form-remove = Quitar para siempre
actions-form-desk-pictures-lead = Una imagen oculta desaparece al instante de todas las páginas y puede mostrarse de nuevo. Una imagen quitada desaparece de todas las versiones y su archivo se borra.
actions-form-done-hidden = Oculta. Ya nadie ve la imagen.
actions-form-done-shown = Visible. Todos ven de nuevo la imagen.
actions-form-protect-persons = Cada persona que se muestra o describe ha dado su consentimiento; por los menores lo ha dado su representante legal.
actions-form-protect-places = Nada de lo que se dice o muestra permite encontrar un refugio o a una persona.
actions-form-discard-title = Descartar este borrador
actions-form-discard-lead = El borrador nunca se envió. Sus respuestas, su contacto y sus archivos se eliminan y no pueden recuperarse.
actions-form-discard-button = Descartar el borrador
actions-form-discarded = El borrador se ha descartado.
actions-form-refused-discard = Esta acción se envió y por eso no puede descartarse. Cuando sea pública podrá retirarla.

actions-form-unkept-title = No se guardó nada de esto
actions-form-unkept-copy = Cópielo y entrégueselo a quien, entre sus colegas, actúe en nombre de { $government }.
actions-form-unkept-later = Cópielo ahora; cuando la acción pueda modificarse de nuevo, podrá pegarlo allí.
actions-form-unkept-on = A «Mis gobiernos»
