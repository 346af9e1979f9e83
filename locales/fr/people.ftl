# Personnes : connexion, compte, rôles, départ.

people-sign-in-title = Se connecter
people-sign-in-lead = Nous envoyons un code à six chiffres à votre adresse électronique. Il n’y a pas de mot de passe ; toute adresse peut demander un code.
people-sign-in-address = Votre adresse électronique
people-sign-in-address-hint = Utilisez l’adresse de votre administration si vous en avez une : elle nous aide à confirmer pour qui vous pouvez agir.
people-sign-in-trap = Laissez ce champ vide
people-sign-in-button = Envoyez-moi un code
people-sign-in-notice = Nous gardons votre adresse pour vous reconnaître et la supprimons après 30 jours sans utilisation si vous n’agissez pour aucun gouvernement.
people-sign-in-already = Votre session est ouverte avec l’adresse { $address }.
people-sign-in-continue = Continuer
people-privacy-link = Comment nous traitons les données personnelles

people-error-address-missing = Saisissez votre adresse électronique
people-error-address-shape = Saisissez une adresse électronique comme nom@ville.example
people-error-too-many = Trop de codes ont été demandés. Attendez { $minutes ->
    [one] { $minutes_text } minute
   *[other] { $minutes_text } minutes
  } et réessayez, ou adressez-vous au secrétariat.
people-error-code-missing = Saisissez le code à six chiffres reçu par courriel
people-error-code-shape = Le code compte six chiffres, par exemple 204 816
people-error-code-wrong = Ce n’est pas le bon code. { $tries ->
    [one] Il vous reste { $tries_text } essai.
   *[other] Il vous reste { $tries_text } essais.
  }
people-error-code-used-up = Ce code a été essayé cinq fois et ne fonctionne plus. Demandez-en un nouveau ci-dessous.
people-error-code-expired = Ce code ne fonctionne plus : un code est valable 10 minutes et ouvre une seule session. Demandez-en un nouveau ci-dessous.
people-error-vouch-expired = Ce code ne fonctionne plus : un code est valable 10 minutes, pour une seule réponse, dans le navigateur qui l’a demandé. Demandez-en un nouveau.
people-error-vouch-closed = Cette demande est close : elle a reçu une réponse, a été retirée ou son délai est passé. Il n’y a plus rien à faire.
people-error-trap = Un champ qui doit rester vide a été rempli, peut-être par votre navigateur. Saisissez encore une fois votre adresse.
people-session-over = Votre session est terminée. Connectez-vous dans un autre onglet, revenez à cette page et renvoyez le formulaire : ce que vous avez saisi est encore là quand vous revenez en arrière.
people-error-name-long = Utilisez au plus 120 caractères pour votre nom
people-error-lang = Choisissez l’une des langues
people-error-erase-confirm = Cochez la case pour confirmer la suppression de vos données
people-error-role = Choisissez un rôle

people-code-title = Saisissez le code
people-code-lead = Nous avons envoyé un code à six chiffres à { $address }. Il fonctionne pendant 10 minutes, dans ce navigateur seulement.
people-code-label = Code à six chiffres
people-code-button = Se connecter
people-code-resend-title = Pas de courriel ?
people-code-resend-lead = Cela peut prendre une minute. Regardez aussi parmi les courriels indésirables.
people-code-resend-button = Envoyer un nouveau code
people-code-resent = Nous avons envoyé un nouveau code. Les codes précédents de ce navigateur fonctionnent aussi jusqu’à leur expiration.
people-code-desk = Toujours rien ? Appelez le secrétariat : { $contact }. Il peut vous lire un code.
people-code-desk-bare = Toujours rien ? Appelez le secrétariat : il peut vous lire un code.
people-code-other = Utiliser une autre adresse
people-code-outbox = Ceci est une démonstration : les courriels restent sur cette machine. Ouvrir la boîte d’envoi locale

people-sign-out = Se déconnecter
people-signed-out = Votre session est fermée.
people-signed-out-everywhere = Toutes vos sessions sont fermées.

people-me-title = Mon compte
people-me-address = Adresse électronique
people-me-role = Rôle
people-me-role-none = Aucun : vous agissez au titre des gouvernements que vous représentez
people-me-since = Ici depuis
people-me-details = Nom et langue
people-me-name = Votre nom
people-me-name-hint = Tel que vous l’écrivez vous-même. Seuls le secrétariat et les personnes qui agissent pour le même gouvernement le voient.
people-me-lang = Langue des courriels que nous vous envoyons
people-me-save = Enregistrer
people-me-saved = Enregistré.
people-me-sessions = Vos sessions ouvertes
people-me-sessions-lead = Chaque ligne correspond à un navigateur. Une session se termine après { $hours } heures sans utilisation, et après { $days } jours dans tous les cas.
people-me-session-this = ce navigateur
people-me-session-began = Connexion
people-me-session-seen = Dernière utilisation
people-me-session-end = Terminer cette session
people-me-session-ended = La session est terminée.
people-me-everywhere = Se déconnecter partout
people-me-consents = Ce qui vous a été dit
people-me-consent-line = Avis sur les données personnelles, version { $version }, lu en { $language } le { $date }
people-me-leave = Partir
people-me-leave-lead = Vous pouvez faire supprimer vos données personnelles. Ce que votre gouvernement a fait en public demeure.
people-me-leave-link = Faire supprimer mes données
people-browser-unknown = Navigateur inconnu
people-browser-on = { $browser } sous { $system }

people-erase-title = Faire supprimer mes données
people-erase-goes = Ce qui est supprimé
people-erase-goes-address = votre adresse { $address } et votre nom
people-erase-goes-sessions = { $count ->
    [one] votre session, qui est fermée
   *[other] vos { $count_text } sessions, qui sont toutes fermées
}
people-erase-goes-codes = vos codes, et tout courriel à votre intention que nous détenons encore
people-erase-goes-role = votre rôle : { $role }
people-erase-goes-contacts = votre adresse partout où vous êtes le contact privé d’une action ou agissez pour un gouvernement
people-erase-stays = Ce qui demeure
people-erase-stays-acts = ce qui a été fait en public pour un gouvernement : ses signatures et ses actions publiées. Elles nomment le gouvernement, pas vous
people-erase-stays-journal = la trace que quelqu’un l’a fait, sous un numéro qui ne mène à personne
people-erase-stays-names = les noms imprimés avec une signature, parce qu’ils font partie d’un acte public ; adressez-vous au secrétariat à leur sujet
people-erase-warning = C’est définitif. Si une ou un collègue doit prendre la suite, faites d’abord la passation.
people-erase-confirm = Supprimer maintenant mes données personnelles
people-erase-button = Supprimer mes données
people-erase-back = Garder mon compte
people-erased-title = Vos données sont supprimées
people-erased-lead = Toutes vos sessions sont fermées, et nous ne détenons plus votre adresse. La même adresse peut se reconnecter à tout moment et repart de zéro.
people-erase-refused-last-desk = Vous êtes la seule personne du secrétariat. Invitez d’abord quelqu’un d’autre, afin que le secrétariat ne reste pas vide.

people-role-secretariat = Secrétariat
people-role-assessor = Évaluation
people-role-editor = Rédaction
people-role-translator = Traduction
people-role-partner = Organisme partenaire
people-role-reader = Lecture seule

people-desk-title = Personnes ayant un rôle
people-desk-lead = Les rôles sont donnés sur invitation. Un rôle prend effet quand l’adresse invitée se connecte.
people-desk-none = Personne n’a encore de rôle.
people-desk-invite = Inviter quelqu’un
people-desk-invite-address = Adresse électronique
people-desk-invite-role = Rôle
people-desk-invite-button = Envoyer l’invitation
people-desk-invited = L’invitation est en route.
people-desk-person = Personne
people-desk-state = État
people-desk-state-waiting = Invitation du { $date }, pas encore de connexion
people-desk-state-held = Depuis le { $date }
people-desk-end = Mettre fin
people-desk-end-label = Mettre fin au rôle de { $address }
people-desk-ended = Le rôle a pris fin.
people-desk-erased-person = une personne dont les données ont été supprimées

people-refused-not-desk = Seul le secrétariat peut faire cela.
people-refused-last-desk = C’est la seule personne du secrétariat : invitez-en une autre avant de mettre fin à ce rôle.
people-refused-role-unknown = Ce rôle a déjà pris fin ou n’a jamais été donné.
people-refused-role-held = Cette adresse a déjà ce rôle ou une invitation à le prendre.

people-outbox-title = Boîte d’envoi locale
people-outbox-lead = Les courriels que cette installation enverrait. Aucun ne quitte cette machine ; ils sont montrés ici pour que vous puissiez vous connecter et voir ce que les gens reçoivent.
people-outbox-open = Lire le courriel
people-outbox-none = Pas encore de courriel.
people-outbox-to = À
people-outbox-at = Date
people-outbox-code = Code

people-mail-code-subject = { $programme } : votre code de connexion
people-mail-code-body = Votre code est
people-mail-code-life = Il fonctionne pendant 10 minutes, dans le navigateur qui l’a demandé.
people-mail-code-not-you = Si vous ne l’avez pas demandé, ne faites rien : personne ne peut se connecter sans lui. Nous ne demandons jamais un code par courriel ou par téléphone.
people-mail-vouch-subject = { $programme } : votre code pour répondre
people-mail-vouch-not-you = Si vous ne l’avez pas demandé, ne faites rien : personne ne peut répondre en votre nom sans ce code. Nous ne demandons jamais un code par courriel ni par téléphone.
people-mail-invite-subject = { $programme } : invitation, { $role }
people-mail-invite-body = { $programme } vous invite à participer. Rôle : { $role }.
people-mail-invite-how = Connectez-vous avec cette adresse. Le lien ouvre la page où vous demandez un code ; rien ne se passe avant cela.
people-mail-invite-link = Ouvrir la page
people-mail-invite-not-you = Si vous ne savez pas de quoi il s’agit, ne faites rien.
people-mail-expiry-subject = { $programme } : votre adresse sera supprimée le { $date }
people-mail-expiry-body = Vous avez ouvert une session ({ $programme }) et n’agissez encore pour aucun gouvernement. Nous ne gardons pas d’adresse sans nécessité : la vôtre sera supprimée le { $date }.
people-mail-expiry-how = Pour rester, connectez-vous une fois d’ici là.

people-file-gone = Le fichier lui-même a été supprimé ; seule reste la mention qu’il a existé.
people-privacy-title = Comment nous traitons les données personnelles
people-privacy-version = Version { $version } de cet avis.
people-privacy-what-title = Ce que nous gardons
people-privacy-what = Votre adresse électronique, le nom et la langue que vous indiquez, le moment de vos connexions et le type de navigateur. Si vous agissez pour un gouvernement : votre fonction et sa preuve.
people-privacy-why-title = Pourquoi
people-privacy-why = Pour savoir qui peut agir pour un gouvernement, pour vous écrire au sujet de ce que vous avez envoyé et pour empêcher que d’autres agissent en son nom.
people-privacy-who-title = Qui les voit
people-privacy-who = Le secrétariat et les personnes qui agissent pour le même gouvernement. Jamais le public : les pages, la recherche et les données ouvertes montrent des gouvernements, pas leurs agents.
people-privacy-long-title = Combien de temps
people-privacy-long = Tant que vous agissez pour un gouvernement ou avez un rôle, et sinon 30 jours après votre dernière visite ; nous vous prévenons avant. Les codes sont valables 10 minutes. Le contenu des courriels est effacé 30 jours après leur remise.
people-privacy-cookies-title = Témoins de connexion (cookies)
people-privacy-cookies = Deux, tous deux à nous et nécessaires : un qui protège les formulaires et votre session, et un qui laisse votre propre navigateur demander un code quand d’autres en demandent trop. Aucun ne vous suit.
people-privacy-rights-title = Vos droits
people-privacy-rights = Vous pouvez lire et corriger dans votre compte ce que nous gardons, et le faire supprimer à tout moment. Ce qu’un gouvernement a fait en public reste public.
people-work-assess = Évaluations
people-work-edit = Résumés
