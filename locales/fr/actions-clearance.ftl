# La relecture dans la ville : imprimer un brouillon, le lire par un lien, le commenter.

actions-clearance-title = Relecture interne
actions-clearance-optional = Imprimez le brouillon, ou faites-le lire et commenter par des collègues avant l’envoi.
actions-clearance-waiting = { $n ->
    [one] { $n_text } commentaire attend.
   *[other] { $n_text } commentaires attendent.
}
actions-clearance-lead = Avant l’envoi, vos collègues et supérieurs peuvent lire le brouillon. Ce qu’ils disent ne le change jamais ; c’est vous qui le changez.
actions-clearance-print = Imprimer sous forme de document
actions-clearance-print-lead = Imprimez cette page avec votre navigateur. Le contact privé n’y figure pas.
actions-clearance-mark = Brouillon, pas encore envoyé. État au { $date }.
actions-clearance-links = Liens de lecture
actions-clearance-links-lead = La personne qui a le lien peut lire le brouillon et le commenter, sans compte, pendant 30 jours ou jusqu’à ce que vous le retiriez.
actions-clearance-made = Voici le nouveau lien. Copiez-le maintenant : la liste ci-dessous ne le montre pas.
actions-clearance-make = Créer un lien de lecture
actions-clearance-revoke = Retirer le lien
actions-clearance-link-works = Créé le { $made }, valable jusqu’au { $date }
actions-clearance-link-revoked = Créé le { $made }, retiré le { $date }
actions-clearance-link-over = Créé le { $made }, terminé le { $date }
actions-clearance-comments = Commentaires
actions-clearance-no-comments = Personne n’a encore commenté.
actions-clearance-dealt = Marquer comme traité
actions-clearance-dealt-on = Traité le { $date }
actions-clearance-done-revoke = Le lien n’ouvre plus rien.
actions-clearance-done-dealt = Marqué comme traité.
actions-clearance-refused-links = Vingt liens sont valables à la fois ; retirez-en un d’abord.
actions-clearance-refused-comments = Ce brouillon ne peut plus recevoir de commentaires ; dites le vôtre à la personne qui vous a envoyé le lien.
actions-clearance-over = Ce lien de lecture est terminé ou a été retiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.
actions-clearance-read-title = Un brouillon à lire
actions-clearance-read-lead = On vous a envoyé ce lien pour lire un brouillon. Il n’est pas public ; ne le transmettez à personne. Le lien est valable jusqu’au { $date }.
actions-clearance-say = Votre commentaire
actions-clearance-say-lead = Seules les personnes qui rédigent pour ce gouvernement local le lisent. Le brouillon reste tel quel jusqu’à ce qu’elles le changent.
actions-clearance-topic = À propos de quelle rubrique
actions-clearance-comment = Commentaire
actions-clearance-name = Votre nom
actions-clearance-send = Envoyer le commentaire
actions-clearance-done-comment = Merci. Votre commentaire a été envoyé aux personnes qui rédigent.
actions-clearance-error-name = Saisissez votre nom
actions-clearance-error-comment = Saisissez un commentaire

actions-clearance-changes = Ce qui a changé
actions-clearance-changes-legend = Barré : supprimé. Souligné : ajouté.
actions-clearance-sign-title = Signer et envoyer en une fois
actions-clearance-sign-lead = Votre gouvernement local n’a pas signé la déclaration, ou a retiré sa signature. Une action n’est publiée qu’avec une signature. Signez maintenant ; vous reviendrez ici pour envoyer. Vous pouvez aussi envoyer d’abord et signer ensuite.
actions-clearance-sign = Signer la déclaration, puis envoyer
actions-clearance-refused-ended = Vous n’agissez plus pour ce gouvernement local et ne pouvez donc plus lire ni changer ce que vous avez commencé pour lui. Rien n’est perdu : le brouillon reste au gouvernement, et la personne qui agit pour lui continue. Si vous devez de nouveau agir pour lui, demandez-le sous « Mes gouvernements ».
actions-clearance-closed = Cette action a été envoyée ou close : ses réponses ne peuvent pas être modifiées maintenant. Ce qui avait été saisi se trouve dans la version envoyée.
