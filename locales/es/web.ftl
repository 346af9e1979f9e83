# La base: problemas, formularios, fechas, archivos.

web-site = Acción Local
web-title-with-errors = Error: { $title }

# Formularios
web-errors-title = Hay un problema
web-error-prefix = Error:
web-optional = (opcional)
web-error-too-long = Acorte el texto a { $max_text } caracteres; caracteres de más: { $n_text }
web-error-too-short = Escriba al menos { $min_text } caracteres; caracteres que faltan: { $n_text }
web-counter-left = { $n ->
    [one] Le queda { $n_text } carácter
   *[other] Le quedan { $n_text } caracteres
}
web-counter-over = { $n ->
    [one] Sobra { $n_text } carácter
   *[other] Sobran { $n_text } caracteres
}

# Fechas en tres campos
web-date-day = Día
web-date-month = Mes
web-date-year = Año
web-date-precision = Precisión
web-date-exact = exacta
web-date-by = a más tardar en esta fecha
web-date-about = aproximada
web-date-year-missing = Indique el año; el día y el mes pueden quedar vacíos
web-date-year-unreadable = Indique el año con cuatro cifras, por ejemplo 2026
web-date-month-unreadable = Indique el mes con un número del 1 al 12 o déjelo vacío
web-date-month-missing = Indique también el mes o deje vacío el día
web-date-day-unreadable = Indique el día con un número del 1 al 31 o déjelo vacío
web-date-no-such-day = Este mes no tiene ese día; compruebe el día, el mes y el año

# Archivos
web-file-hint = PDF, JPEG o PNG, 25 MB como máximo. Las imágenes se guardan sin sus datos ocultos, como el lugar de una foto.
web-file-empty = El archivo «{ $name }» está vacío; elija un archivo PDF, JPEG o PNG
web-file-too-large = El archivo «{ $name }» supera { $size }; elija uno más pequeño
web-file-not-taken = El archivo «{ $name }» no es PDF, JPEG ni PNG, diga lo que diga su nombre; guárdelo en uno de esos formatos y elíjalo de nuevo
web-file-heic = La foto «{ $name }» está en formato HEIC, que no todos los equipos pueden leer. Elíjala en este formulario desde el propio teléfono, que entonces envía un JPEG; o guárdela como JPEG y elíjala de nuevo
web-file-broken = El archivo no llegó entero: se cortó la conexión. Todo lo demás que escribió sigue aquí; elija de nuevo el archivo
web-file-unreadable = El archivo «{ $name }» no se puede leer; puede estar dañado o incompleto. Ábralo, guárdelo de nuevo y elíjalo otra vez
web-file-too-many-pixels = La imagen «{ $name }» tiene más de 50 millones de píxeles; redúzcala y elíjala de nuevo

# Problemas
web-problem-home = Ir a la página de inicio
web-problem-near = Quizá busca una de estas páginas
web-problem-contact = Escribir a la secretaría
web-problem-mark = Si nos escribe sobre esto, indique esta referencia: { $mark }
web-problem-unreadable-title = No se pudo leer la solicitud
web-problem-unreadable-text = Vuelva atrás, cargue la página de nuevo y envíe otra vez el formulario. Lo que escribió suele seguir ahí al volver.
web-problem-unknown-title = Algo en esta dirección no se conoce
web-problem-unknown-text = Por eso no se entrega nada, en lugar de más de lo que se pedía. Quite o corrija lo que se nombra, o elija en la lista y descargue desde allí.
web-problem-forbidden-title = No puede hacer esto
web-problem-forbidden-text = Si cree que debería poder hacerlo, escriba a la secretaría: puede decirle qué falta.
web-problem-unsafe-title = Por seguridad, el formulario no se aceptó
web-problem-unsafe-other-page = Su navegador indica que el formulario se envió desde otro sitio, o no indica desde dónde.
web-problem-unsafe-no-cookie = Su navegador no envió la cookie que corresponde al formulario. Permita las cookies de este sitio; no usa otras.
web-problem-unsafe-old-form = El formulario es de una visita anterior: quizá haya accedido o salido después desde otra ventana.
web-problem-unsafe-text = No se cambió nada. Vuelva atrás, cargue la página de nuevo y envíe otra vez el formulario; copie antes los textos largos.
web-problem-insecure-title = Hace falta una conexión segura
web-problem-insecure-text = Para acceder y enviar formularios hace falta una cookie, y una cookie no es segura con http sin cifrar. Abra este sitio con https, o en la propia máquina como http://localhost. Las páginas públicas funcionan aquí de todos modos.
web-problem-not-found-title = Esta página no existe
web-problem-not-found-text = Puede que la dirección esté mal escrita o que la página haya cambiado de lugar. Este sitio existe en inglés, francés, español y árabe: sus direcciones empiezan por /en, /fr, /es o /ar.
web-problem-not-allowed-title = Esta dirección no se usa así
web-problem-not-allowed-text = La dirección existe, pero no para este uso. Vuelva atrás y use los botones de la página.
web-problem-gone-title = Este contenido se retiró
web-problem-gone-since = Se retiró el { $date }.
web-problem-gone-text = La dirección se conserva para que nadie la confunda con otra cosa.
web-problem-gone-history = Dónde leer lo que fue público, y cuándo
web-problem-too-large-title = Es demasiado a la vez
web-problem-too-large-text = Aquí se pueden enviar { $size } como máximo. Acorte el texto o elija un archivo más pequeño.
web-problem-address-too-long-title = La dirección es demasiado larga
web-problem-address-too-long-text = Quite algunos filtros e inténtelo de nuevo.
web-problem-wrong-kind-title = Aquí no se acepta este tipo de contenido
web-problem-wrong-kind-text = Vuelva atrás y envíelo con el formulario de la página.
web-problem-refused-title = Esto no se puede hacer ahora
web-problem-refused-text = No se cambió nada. Vuelva atrás y mire el estado actual de la página.
web-problem-too-many-title = Demasiados intentos
web-problem-too-many-text = { $n ->
    [one] Espere un minuto e inténtelo de nuevo. No se pierde nada y nadie queda bloqueado.
   *[other] Espere { $n_text } minutos e inténtelo de nuevo. No se pierde nada y nadie queda bloqueado.
}
web-problem-broken-title = Algo falló por nuestra parte
web-problem-broken-text = No es culpa suya, y ha quedado anotado. Inténtelo de nuevo en un momento; lo que había guardado se conserva.
web-problem-unavailable-title = El sitio no está disponible en este momento
web-problem-unavailable-text =
    { $n ->
        [one] No puede responder en este momento. Espere { $n_text } segundo y cargue la página de nuevo; lo que había guardado se conserva.
       *[other] No puede responder en este momento. Espere { $n_text } segundos y cargue la página de nuevo; lo que había guardado se conserva.
    }
web-problem-full-title = Ya no queda espacio para guardar nada
web-problem-full-text = No se guardó nada de lo que envió. Vuelva atrás: lo que escribió sigue en el formulario. El fallo ha quedado anotado; inténtelo de nuevo más tarde.
