### Courrier : les phrases communes à tous les messages, et ce qu’il en est advenu.

# Au-dessus de l’adresse à laquelle mène un bouton.
post-button-copy = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :

# Le pied de chaque message.
post-sent-by = { $programme } a envoyé ce message automatiquement.
post-reply = Vous pouvez y répondre : une personne lit les réponses.
post-no-reply = Les réponses à cette adresse ne sont pas lues.
post-not-expected = Si vous ne l’attendiez pas, vous n’avez rien à faire.

# L’état d’un message, au secrétariat.
post-state-waiting = En attente d’envoi
post-state-claimed = En cours d’envoi
post-state-sent = Envoyé
post-state-local = Conservé dans la boîte d’envoi locale
post-state-failed = Non remis
post-state-dropped = Non envoyé

# Pourquoi un message tarde, a échoué ou n’est pas parti.
post-reason-refused = Le serveur de messagerie du destinataire l’a refusé.
post-reason-postponed = Le serveur de messagerie a demandé de réessayer plus tard.
post-reason-unreachable = Notre serveur de messagerie était injoignable ou a refusé notre accès.
post-reason-unreadable = Le message n’a pas pu être composé.
post-reason-expired = Il n’était plus utile avant d’avoir pu être envoyé.
post-reason-erased = Les données de la personne à qui il était destiné ont été supprimées.
