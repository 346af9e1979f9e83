# La revisión dentro de la ciudad: imprimir un borrador, leerlo por un enlace, comentarlo.

actions-clearance-title = Revisión interna
actions-clearance-optional = Imprima el borrador o deje que sus colegas lo lean y comenten antes de enviarlo.
actions-clearance-waiting = { $n ->
    [one] Un comentario espera.
   *[other] { $n_text } comentarios esperan.
}
actions-clearance-lead = Antes del envío, colegas y superiores pueden leer el borrador. Lo que digan nunca lo cambia; lo cambia usted.
actions-clearance-print = Imprimir como documento
actions-clearance-print-lead = Imprima esta página con su navegador. El contacto privado no figura en ella.
actions-clearance-mark = Borrador, aún no enviado. A fecha de { $date }.
actions-clearance-links = Enlaces de lectura
actions-clearance-links-lead = Quien tenga el enlace puede leer el borrador y comentarlo, sin cuenta, durante 30 días o hasta que usted lo retire.
actions-clearance-made = Este es el nuevo enlace. Cópielo ahora: la lista de abajo no lo muestra.
actions-clearance-make = Crear un enlace de lectura
actions-clearance-revoke = Retirar el enlace
actions-clearance-link-works = Creado el { $made }, vale hasta el { $date }
actions-clearance-link-revoked = Creado el { $made }, retirado el { $date }
actions-clearance-link-over = Creado el { $made }, terminó el { $date }
actions-clearance-comments = Comentarios
actions-clearance-no-comments = Nadie ha comentado todavía.
actions-clearance-dealt = Marcar como atendido
actions-clearance-dealt-on = Atendido el { $date }
actions-clearance-done-revoke = El enlace ya no abre nada.
actions-clearance-done-dealt = Marcado como atendido.
actions-clearance-refused-links = Valen veinte enlaces a la vez; retire antes uno.
actions-clearance-refused-comments = Este borrador no admite más comentarios; diga el suyo a quien le envió el enlace.
actions-clearance-over = Este enlace de lectura terminó o fue retirado. Pida otro a quien se lo envió.
actions-clearance-read-title = Un borrador para leer
actions-clearance-read-lead = Le enviaron este enlace para leer un borrador. No es público; no lo reenvíe a nadie. El enlace vale hasta el { $date }.
actions-clearance-say = Su comentario
actions-clearance-say-lead = Solo lo leen quienes redactan en nombre de este gobierno local. El borrador queda como está hasta que lo cambien.
actions-clearance-topic = Sobre qué apartado
actions-clearance-comment = Comentario
actions-clearance-name = Su nombre
actions-clearance-send = Enviar el comentario
actions-clearance-done-comment = Gracias. Su comentario se envió a quienes redactan.
actions-clearance-error-name = Escriba su nombre
actions-clearance-error-comment = Escriba un comentario

actions-clearance-changes = Qué ha cambiado
actions-clearance-changes-legend = Tachado: suprimido. Subrayado: añadido.
actions-clearance-sign-title = Firmar y enviar de una vez
actions-clearance-sign-lead = Su gobierno local no ha firmado la declaración o ha retirado su firma. Una acción solo se publica con ella. Firme ahora; volverá aquí para enviar. También puede enviar primero y firmar después.
actions-clearance-sign = Firmar la declaración y enviar
actions-clearance-refused-ended = Usted ya no actúa en nombre de este gobierno local, por lo que no puede leer ni cambiar lo que empezó. Nada se pierde: el borrador se queda con el gobierno y quien actúe en su nombre continúa. Si debe actuar de nuevo en su nombre, solicítelo en «Mis gobiernos».
actions-clearance-closed = Esta acción se envió o se cerró, por lo que ahora no se pueden cambiar sus respuestas. Lo que se había escrito está en la versión enviada.
