desk-title = Mesa de trabajo
desk-waiting-title = Pendiente
desk-waiting-none = No hay nada pendiente. Las solicitudes, firmas y acciones nuevas aparecen aquí.
desk-since = Espera
desk-what = Asunto
desk-government = Gobierno local
desk-next = Siguiente paso
desk-nav = En la mesa de trabajo
desk-people-link = Personas y funciones
desk-waits-today = desde hoy
desk-waits-days = { $n ->
    [one] desde hace { $n_text } día
   *[other] desde hace { $n_text } días
}
desk-waits-mandate = Solicitud de actuar en nombre de un gobierno
desk-waits-signature = Firma por verificar
desk-waits-action = Acción: { $title }
desk-next-mandate = confirmar, o rechazar con un motivo
desk-next-signature = verificar, o devolver con los motivos
desk-next-action = devolver con los motivos, rechazar o publicar
desk-count-mandates = solicitudes de actuar
desk-count-signatures = firmas por verificar
desk-count-actions = acciones enviadas
desk-count-mails-failed = correos no entregados
desk-journal-title = Diario
desk-journal-lead = Los últimos 200 hechos, el más reciente primero. Cada uno lleva la huella del anterior.
desk-journal-position = N.º
desk-journal-when = Cuándo
desk-journal-kind = Qué ocurrió
desk-journal-subject = A qué
desk-journal-actor = Por quién
desk-journal-audience = Quién puede saberlo
desk-journal-hash = Huella
desk-audience-public = todo el mundo
desk-audience-parties = las partes interesadas
desk-audience-desk = la mesa de trabajo
desk-actor-erased = una persona borrada
desk-actor-program = programa: { $name }
desk-actor-nobody = nadie
desk-health-title = Salud de la casa
desk-health-followers = Lo que sigue al diario
desk-health-name = Nombre
desk-health-state = Estado
desk-health-lag = { $n ->
    [one] { $n_text } hecho de retraso
   *[other] { $n_text } hechos de retraso
}
desk-health-caught-up = al día
desk-health-parked = Hechos apartados
desk-health-parked-none = Ninguno. Un hecho que falla una y otra vez se aparta aquí; todo lo demás sigue.
desk-health-tries = intentado { $tries } veces
desk-health-retry = Intentar de nuevo
desk-health-retry-label = Intentar de nuevo el hecho { $n_text }
desk-health-heard = El hecho se ha tratado.
desk-health-failed = El hecho ha fallado otra vez; la causa está en el registro técnico.
desk-health-mail = Correo
desk-mail-waiting = por enviar
desk-mail-late = de ellos, ya intentados
desk-mail-sent = entregados
desk-mail-failed = abandonados
