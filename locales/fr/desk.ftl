desk-title = Bureau
desk-waiting-title = À traiter
desk-waiting-none = Rien n’attend. Les demandes, signatures et actions nouvelles apparaissent ici.
desk-since = Attend
desk-what = Objet
desk-government = Gouvernement local
desk-next = Suite
desk-nav = Au bureau
desk-people-link = Personnes et rôles
desk-waits-today = depuis aujourd’hui
desk-waits-days = { $n ->
    [one] depuis { $n_text } jour
   *[other] depuis { $n_text } jours
}
desk-waits-mandate = Demande à agir pour un gouvernement
desk-waits-signature = Signature à vérifier
desk-waits-action = Action : { $title }
desk-next-mandate = confirmer, ou refuser avec un motif
desk-next-signature = vérifier, ou renvoyer avec les motifs
desk-next-action = renvoyer avec les motifs, décliner ou publier
desk-count-mandates = demandes à agir
desk-count-signatures = signatures à vérifier
desk-count-actions = actions envoyées
desk-count-mails-failed = courriels non remis
desk-journal-title = Journal
desk-journal-lead = Les 200 derniers faits, le plus récent d’abord. Chacun porte l’empreinte du précédent.
desk-journal-position = N°
desk-journal-when = Quand
desk-journal-kind = Ce qui s’est passé
desk-journal-subject = À propos de
desk-journal-actor = Par qui
desk-journal-audience = Qui peut le savoir
desk-journal-hash = Empreinte
desk-audience-public = tout le monde
desk-audience-parties = les personnes concernées
desk-audience-desk = le bureau
desk-actor-erased = une personne effacée
desk-actor-program = programme : { $name }
desk-actor-nobody = personne
desk-health-title = Santé de la maison
desk-health-followers = Ce qui suit le journal
desk-health-name = Nom
desk-health-state = État
desk-health-lag = { $n ->
    [one] { $n_text } fait de retard
   *[other] { $n_text } faits de retard
}
desk-health-caught-up = à jour
desk-health-parked = Faits mis de côté
desk-health-parked-none = Aucun. Un fait qui échoue plusieurs fois est mis de côté ici ; le reste continue.
desk-health-tries = essayé { $tries } fois
desk-health-retry = Réessayer
desk-health-retry-label = Réessayer le fait { $n_text }
desk-health-heard = Le fait a été traité.
desk-health-failed = Le fait a échoué une fois de plus ; la cause est dans le journal technique.
desk-health-mail = Courriel
desk-mail-waiting = en attente d’envoi
desk-mail-late = dont déjà essayés
desk-mail-sent = remis
desk-mail-failed = abandonnés
