# Personas: acceso, cuenta, funciones, salida.

people-sign-in-title = Acceder
people-sign-in-lead = Enviamos un código de seis cifras a su correo electrónico. No hay contraseña, y cualquier dirección puede pedir un código.
people-sign-in-address = Su correo electrónico
people-sign-in-address-hint = Use el correo de su institución si lo tiene: nos ayuda a confirmar en nombre de quién puede actuar.
people-sign-in-trap = Deje este campo vacío
people-sign-in-button = Envíenme un código
people-sign-in-notice = Conservamos su dirección para reconocerle y la eliminamos tras 30 días sin uso si no actúa en nombre de ningún gobierno.
people-sign-in-already = Ha accedido como { $address }.
people-sign-in-continue = Continuar
people-privacy-link = Cómo tratamos los datos personales

people-error-address-missing = Escriba su correo electrónico
people-error-address-shape = Escriba un correo electrónico como nombre@ciudad.example
people-error-too-many = Se pidieron demasiados códigos. Espere { $minutes ->
    [one] un minuto
   *[other] { $minutes_text } minutos
  } e inténtelo de nuevo, o consulte a la secretaría.
people-error-code-missing = Escriba el código de seis cifras del correo
people-error-code-shape = El código tiene seis cifras, por ejemplo 204 816
people-error-code-wrong = Este no es el código. { $tries ->
    [one] Le queda un intento.
   *[other] Le quedan { $tries_text } intentos.
  }
people-error-code-used-up = Este código se probó cinco veces y ya no sirve. Pida uno nuevo abajo.
people-error-code-expired = Este código ya no sirve: un código vale 10 minutos y abre una sola sesión. Pida uno nuevo abajo.
people-error-vouch-expired = Este código ya no sirve: un código vale 10 minutos, para una sola respuesta, en el navegador que lo pidió. Pida uno nuevo.
people-error-vouch-closed = Esta petición está cerrada: ya se respondió, se retiró o venció su plazo. No hay nada más que hacer.
people-error-trap = Se rellenó un campo que debe quedar vacío, quizá por su navegador. Escriba su dirección una vez más.
people-session-over = Su sesión ha terminado. Acceda en otra pestaña, vuelva a esta página y envíe de nuevo el formulario: lo que escribió sigue ahí al volver atrás.
people-error-name-long = Use como máximo 120 caracteres para su nombre
people-error-lang = Elija uno de los idiomas
people-error-erase-confirm = Marque la casilla para confirmar que deben eliminarse sus datos
people-error-role = Elija una función

people-code-title = Escriba el código
people-code-lead = Enviamos un código de seis cifras a { $address }. Sirve durante 10 minutos, solo en este navegador.
people-code-label = Código de seis cifras
people-code-button = Acceder
people-code-resend-title = ¿No llega el correo?
people-code-resend-lead = Puede tardar un minuto. Mire también entre los correos no deseados.
people-code-resend-button = Enviar un código nuevo
people-code-resent = Enviamos un código nuevo. Los códigos anteriores de este navegador también sirven hasta que venzan.
people-code-desk = ¿Sigue sin llegar? Llame a la secretaría: { $contact }. Puede leerle un código.
people-code-desk-bare = ¿Sigue sin llegar? Llame a la secretaría: puede leerle un código.
people-code-other = Usar otra dirección
people-code-outbox = Esto es una demostración: los correos se quedan en esta máquina. Abrir la bandeja de salida local

people-sign-out = Salir
people-signed-out = Ha salido.
people-signed-out-everywhere = Ha salido en todas partes.

people-me-title = Mi cuenta
people-me-address = Correo electrónico
people-me-role = Función
people-me-role-none = Ninguna: actúa a través de los gobiernos a los que representa
people-me-since = Aquí desde
people-me-details = Nombre e idioma
people-me-name = Su nombre
people-me-name-hint = Tal como lo escribe usted. Solo lo ven la secretaría y quienes actúan en nombre del mismo gobierno.
people-me-lang = Idioma de los correos que le enviamos
people-me-save = Guardar
people-me-saved = Guardado.
people-me-sessions = Sus sesiones abiertas
people-me-sessions-lead = Cada línea corresponde a un navegador. Una sesión termina tras { $hours } horas sin uso y, en todo caso, tras { $days } días.
people-me-session-this = este navegador
people-me-session-began = Acceso
people-me-session-seen = Último uso
people-me-session-end = Terminar esta sesión
people-me-session-ended = La sesión ha terminado.
people-me-everywhere = Salir en todas partes
people-me-consents = Lo que se le dijo
people-me-consent-line = Aviso sobre datos personales, versión { $version }, leído en { $language } el { $date }
people-me-leave = Irse
people-me-leave-lead = Puede pedir que se eliminen sus datos personales. Lo que su gobierno hizo en público permanece.
people-me-leave-link = Eliminar mis datos
people-browser-unknown = Navegador desconocido
people-browser-on = { $browser } en { $system }

people-erase-title = Eliminar mis datos
people-erase-goes = Lo que se elimina
people-erase-goes-address = su dirección { $address } y su nombre
people-erase-goes-sessions = { $count ->
    [one] su sesión, que se cierra
   *[other] sus { $count_text } sesiones, que se cierran todas
}
people-erase-goes-codes = sus códigos y todo correo dirigido a usted que aún conservemos
people-erase-goes-role = su función: { $role }
people-erase-goes-contacts = su dirección allí donde sea el contacto privado de una acción o actúe en nombre de un gobierno
people-erase-stays = Lo que permanece
people-erase-stays-acts = lo que se hizo en público en nombre de un gobierno: sus firmas y acciones publicadas. Nombran al gobierno, no a usted
people-erase-stays-journal = la constancia de que alguien lo hizo, con un número que no lleva a nadie
people-erase-stays-names = los nombres impresos con una firma, porque forman parte de un acto público; consulte a la secretaría sobre ellos
people-erase-warning = No se puede deshacer. Si una o un colega va a continuar, haga antes el traspaso.
people-erase-confirm = Eliminar ahora mis datos personales
people-erase-button = Eliminar mis datos
people-erase-back = Conservar mi cuenta
people-erased-title = Sus datos se han eliminado
people-erased-lead = Ha salido en todas partes y ya no conservamos ninguna dirección suya. La misma dirección puede volver a acceder en cualquier momento y empieza de nuevo.
people-erase-refused-last-desk = Usted es la única persona de la secretaría. Invite antes a otra, para que la secretaría no quede vacía.

people-role-secretariat = Secretaría
people-role-assessor = Evaluación
people-role-editor = Edición
people-role-translator = Traducción
people-role-partner = Organismo asociado
people-role-reader = Solo lectura

people-desk-title = Personas con una función
people-desk-lead = Las funciones se dan por invitación. Una función surte efecto cuando la dirección invitada accede.
people-desk-none = Nadie tiene aún una función.
people-desk-invite = Invitar a alguien
people-desk-invite-address = Correo electrónico
people-desk-invite-role = Función
people-desk-invite-button = Enviar la invitación
people-desk-invited = La invitación va en camino.
people-desk-person = Persona
people-desk-state = Estado
people-desk-state-waiting = Invitación del { $date }, aún no ha accedido
people-desk-state-held = Desde el { $date }
people-desk-end = Terminar
people-desk-end-label = Terminar la función de { $address }
people-desk-ended = La función ha terminado.
people-desk-erased-person = una persona cuyos datos se eliminaron

people-refused-not-desk = Solo la secretaría puede hacer esto.
people-refused-last-desk = Es la única persona de la secretaría: invite a otra antes de terminar esta función.
people-refused-role-unknown = Esta función ya terminó o nunca se dio.
people-refused-role-held = Esta dirección ya tiene esta función o una invitación a ella.

people-outbox-title = Bandeja de salida local
people-outbox-lead = Los correos que esta instalación enviaría. Ninguno sale de esta máquina; se muestran aquí para que pueda acceder y ver lo que recibe la gente.
people-outbox-open = Leer el correo
people-outbox-none = Aún no hay correos.
people-outbox-to = Para
people-outbox-at = Fecha
people-outbox-code = Código

people-mail-code-subject = { $programme }: su código de acceso
people-mail-code-body = Su código es
people-mail-code-life = Sirve durante 10 minutos, en el navegador que lo pidió.
people-mail-code-not-you = Si no lo pidió, no haga nada: nadie puede acceder sin él. Nunca pedimos un código por correo ni por teléfono.
people-mail-vouch-subject = { $programme }: su código para responder
people-mail-vouch-not-you = Si no lo pidió, no haga nada: nadie puede responder en su nombre sin él. Nunca pedimos un código por correo ni por teléfono.
people-mail-invite-subject = { $programme }: invitación, { $role }
people-mail-invite-body = { $programme } le invita a participar. Función: { $role }.
people-mail-invite-how = Acceda con esta dirección. El enlace abre la página donde pide un código; antes no ocurre nada.
people-mail-invite-link = Abrir la página
people-mail-invite-not-you = Si no sabe de qué se trata, no haga nada.
people-mail-expiry-subject = { $programme }: su dirección se eliminará el { $date }
people-mail-expiry-body = Usted accedió a la plataforma ({ $programme }) y aún no actúa en nombre de ningún gobierno. No conservamos direcciones sin necesidad: la suya se eliminará el { $date }.
people-mail-expiry-how = Para quedarse, acceda una vez antes de esa fecha.

people-file-gone = El archivo se eliminó; solo se conserva constancia de que lo hubo.
people-privacy-title = Cómo tratamos los datos personales
people-privacy-version = Versión { $version } de este aviso.
people-privacy-what-title = Qué conservamos
people-privacy-what = Su correo electrónico, el nombre y el idioma que indique, cuándo accedió y con qué tipo de navegador. Si actúa en nombre de un gobierno: su cargo y la prueba de este.
people-privacy-why-title = Para qué
people-privacy-why = Para saber quién puede actuar en nombre de un gobierno, escribirle sobre lo que envió e impedir que otros actúen en su nombre.
people-privacy-who-title = Quién lo ve
people-privacy-who = La secretaría y quienes actúan en nombre del mismo gobierno. Nunca el público: las páginas, la búsqueda y los datos abiertos muestran gobiernos, no a su personal.
people-privacy-long-title = Cuánto tiempo
people-privacy-long = Mientras actúe en nombre de un gobierno o tenga una función; si no, 30 días después de su última visita, y le avisamos antes. Los códigos valen 10 minutos. El contenido de los correos se borra 30 días después de la entrega.
people-privacy-cookies-title = Cookies
people-privacy-cookies = Dos, ambas nuestras y necesarias: una que protege los formularios y su sesión, y una que deja a su propio navegador pedir un código cuando otros piden demasiados. Ninguna le sigue.
people-privacy-rights-title = Sus derechos
people-privacy-rights = Puede leer y corregir en su cuenta lo que conservamos, y hacer que se elimine allí en cualquier momento. Lo que un gobierno hizo en público sigue siendo público.
people-work-assess = Evaluaciones
people-work-edit = Resúmenes
