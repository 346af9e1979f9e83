### Correo: las frases comunes a todos los mensajes y qué ha sido de ellos.

# Encima de la dirección a la que lleva un botón.
post-button-copy = Si el botón no funciona, copie esta dirección en su navegador:

# El pie de cada mensaje.
post-sent-by = { $programme } ha enviado este mensaje automáticamente.
post-reply = Puede responder a este mensaje: una persona lee las respuestas.
post-no-reply = Las respuestas a esta dirección no se leen.
post-not-expected = Si no lo esperaba, no tiene que hacer nada.

# El estado de un mensaje, en la secretaría.
post-state-waiting = Pendiente de envío
post-state-claimed = Enviándose
post-state-sent = Enviado
post-state-local = Guardado en la bandeja de salida local
post-state-failed = No entregado
post-state-dropped = No enviado

# Por qué un mensaje se retrasa, ha fallado o no se ha enviado.
post-reason-refused = El servidor de correo del destinatario lo ha rechazado.
post-reason-postponed = El servidor de correo ha pedido que se intente más tarde.
post-reason-unreachable = No se pudo acceder a nuestro servidor de correo o este no nos admitió.
post-reason-unreadable = No se pudo componer el mensaje.
post-reason-expired = Dejó de ser útil antes de que pudiera enviarse.
post-reason-erased = Se eliminaron los datos de la persona a la que iba dirigido.
