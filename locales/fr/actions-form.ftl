# Le formulaire d’une action au-delà des huit réponses.

actions-form-more-title = Ce que vous pouvez ajouter
actions-form-more-lead = Rien de cela n’est nécessaire pour envoyer. Chaque rubrique dit ce qu’elle apporte ; vous pouvez aussi la remplir plus tard, par une révision.
actions-form-another = Enregistrer et en ajouter un autre

actions-form-topic-numbers = Nombre de personnes
actions-form-topic-impact = Effets
actions-form-topic-participation = Participation des migrants et des réfugiés
actions-form-topic-lessons = Leçons et difficultés
actions-form-topic-replication = Ce qu’il faut pour la reproduire
actions-form-topic-funding = Financement
actions-form-topic-principles = Principes directeurs
actions-form-topic-peers = Vos besoins et vos offres envers les pairs
actions-form-topic-links = Liens
actions-form-topic-pictures = Images
actions-form-topic-attachment = Pièce jointe
actions-form-topic-portals = Plateformes internationales

actions-form-opens-numbers = Montre à combien de personnes l’action s’adresse.
actions-form-opens-impact = Permet de voir ce qui change, et de comparer.
actions-form-opens-participation = Compte pour une action centrée sur les personnes.
actions-form-opens-lessons = Ce que les pairs lisent d’abord.
actions-form-opens-replication = Ouvre la voie aux villes qui veulent faire de même.
actions-form-opens-funding = Demandé par deux des plateformes internationales.
actions-form-opens-principles = Demandé par la plateforme du Pacte mondial sur les migrations.
actions-form-opens-peers = Nous permet de vous mettre en relation avec d’autres villes.
actions-form-opens-links = Conduit les lecteurs vers vos propres pages.
actions-form-opens-pictures = Rend l’action visible, ici et dans la publication.
actions-form-opens-attachment = Pour le secrétariat ou pour tout le monde, à votre choix.
actions-form-opens-portals = Sans votre accord, nous ne portons l’action à aucune plateforme.

actions-form-ask-numbers = À combien de personnes s’adresse-t-elle ?
actions-form-ask-numbers-lead = Écrivez des nombres entiers et laissez vide ce que vous ne savez pas. Ce qui a été compté et ce qui a été estimé restent séparés.
actions-form-numbers-few = Un nombre inférieur à dix est montré au public comme « moins de dix ». Seul le secrétariat voit le nombre exact.
actions-form-planned = À atteindre, selon le plan
actions-form-counted = Atteintes, comptées
actions-form-estimated = Atteintes, estimées
actions-form-number-planned = { $n ->
    [one] { $n_text } personne à atteindre
   *[other] { $n_text } personnes à atteindre
}
actions-form-number-counted = { $n ->
    [one] { $n_text } personne atteinte, comptée
   *[other] { $n_text } personnes atteintes, comptées
}
actions-form-number-estimated = { $n ->
    [one] environ { $n_text } personne atteinte, estimée
   *[other] environ { $n_text } personnes atteintes, estimées
}
actions-form-few-planned = moins de dix personnes à atteindre
actions-form-few-counted = moins de dix personnes atteintes, comptées
actions-form-few-estimated = moins de dix personnes atteintes, estimées

actions-form-ask-impact = Que change-t-elle ?
actions-form-ask-impact-lead = Dites ce que vous attendez et ce que vous avez déjà constaté. Ajoutez quelques chiffres si vous en avez.
actions-form-expected = Effets attendus
actions-form-achieved = Effets constatés
actions-form-figure = Chiffre { $n_text }
actions-form-figure-value = Valeur
actions-form-figure-value-hint = Par exemple 1 250 ou 12,5 %.
actions-form-figure-unit = De quoi
actions-form-figure-unit-hint = Par exemple : places en éducation préscolaire. Ne donnez aucun chiffre qui permette de reconnaître une personne.
actions-form-figure-date = À quelle date

actions-form-ask-participation = Comment les migrants et les réfugiés ont-ils participé ?
actions-form-ask-participation-lead = À la préparation, aux décisions, à la mise en œuvre et au bilan.
actions-form-participation = Leur participation
actions-form-ask-lessons = Qu’avez-vous appris ?
actions-form-ask-lessons-lead = Ce qui n’a pas marché est aussi utile aux autres que ce qui a réussi.
actions-form-lessons = Leçons
actions-form-difficulties = Difficultés
actions-form-ask-replication = De quoi d’autres ont-ils besoin pour faire de même ?
actions-form-ask-replication-lead = Personnel, argent, lois, partenaires, temps : ce qu’il faut réunir.
actions-form-replication = Ce qu’il faut

actions-form-ask-funding = Comment est-elle financée ?
actions-form-ask-funding-lead = En mots, et avec un montant s’il peut être public.
actions-form-funding = Financement
actions-form-amount = Montant
actions-form-amount-hint = Un nombre entier, par exemple 250 000.
actions-form-currency = Monnaie
actions-form-currency-hint = Son code de trois lettres : KES, EUR, USD…
actions-form-funders = Par qui

actions-form-ask-principles = Quels principes directeurs suit-elle ?
actions-form-ask-principles-lead = Choisissez ceux qui façonnent l’action, et non ceux qu’elle se borne à respecter.
actions-form-principles = Principes directeurs

actions-form-ask-peers = Que cherchez-vous auprès d’autres villes, et que pouvez-vous offrir ?
actions-form-ask-peers-lead = Tout le monde peut le lire : c’est ainsi que les villes se trouvent.
actions-form-needs = Ce que nous cherchons
actions-form-offers = Ce que nous offrons

actions-form-ask-links = Où peut-on en savoir plus ?
actions-form-ask-links-lead = Jusqu’à six pages. Seules les adresses qui commencent par https:// sont acceptées.
actions-form-link = Lien { $n_text }
actions-form-link-address = Adresse
actions-form-link-address-hint = Par exemple https://www.ville.example/accueil
actions-form-link-label = Nom du lien

actions-form-ask-pictures = Avez-vous des images ?
actions-form-ask-pictures-lead = Jusqu’à six. Chacune demande une description pour qui ne la voit pas, le nom de la personne qui l’a faite et ses droits.
actions-form-pictures-rule = N’envoyez que des images dont chaque personne a donné son accord, pour les enfants un représentant légal, et qui ne permettent de retrouver ni un refuge ni une personne. Le lieu et l’appareil de la prise de vue sont retirés du fichier.
actions-form-picture = Image { $n_text }
actions-form-picture-yours = L’image que vous avez envoyée
actions-form-picture-file = Fichier de l’image
actions-form-picture-file-hint = JPEG ou PNG, 25 Mo au plus. Un téléphone donne du JPEG si on le lui demande.
actions-form-picture-another = Enregistrer et montrer l’image
actions-form-alt = Ce que l’on y voit
actions-form-alt-hint = Pour qui ne la voit pas : « Deux femmes lisent avec un enfant à une table basse. »
actions-form-credit = Auteur ou autrice
actions-form-credit-hint = Le nom qui doit figurer à côté.
actions-form-rights = Droits
actions-form-rights-licence = D’autres peuvent l’utiliser sous la licence de ce site
actions-form-rights-reserved = tous droits réservés, montrée avec autorisation
actions-form-picture-remove = Retirer
actions-form-picture-remove-yes = Retirer cette image

actions-form-ask-attachment = Y a-t-il un document à joindre ?
actions-form-ask-attachment-lead = Un seul PDF : un plan, un rapport, une décision.
actions-form-attachment-kept = { $name } est enregistré ({ $n_text } ko).
actions-form-attachment-file = Document
actions-form-attachment-file-hint = Un PDF, 25 Mo au plus.
actions-form-attachment-label = De quoi il s’agit
actions-form-attachment-open = Qui peut le télécharger
actions-form-attachment-open-yes = Tout le monde peut le télécharger
actions-form-attachment-open-hint = Sinon, seuls le secrétariat et les personnes qui agissent pour votre gouvernement.
actions-form-attachment-private = pour le secrétariat seulement
actions-form-attachment-remove = Retirer
actions-form-attachment-remove-yes = Retirer ce document

actions-form-ask-portals = À quelles plateformes pouvons-nous la porter ?
actions-form-ask-portals-lead = Une fois l’action publiée, le secrétariat peut la porter aux plateformes des Nations Unies et du Forum. Nous ne le faisons qu’avec votre accord.
actions-form-portals = Nous acceptons que l’action soit portée à
actions-form-portals-hint = Vous pouvez changer ce choix par une révision.

actions-form-coarse = Protéger les lieux
actions-form-coarse-yes = Montrer seulement le quartier
actions-form-coarse-hint = Les villes sont montrées ; les lieux que vous avez écrits vous-même restent au secrétariat. À choisir pour les refuges et les lieux où des personnes se cachent ou attendent.
actions-form-district = Le quartier, tel qu’il peut être montré

actions-form-error-number = Indiquez un nombre entier, par exemple 320, sans mots
actions-form-error-amount = Indiquez le montant en nombre entier
actions-form-error-currency = Indiquez la monnaie par ses trois lettres, par exemple KES
actions-form-error-value = Indiquez la valeur de ce chiffre, avec un nombre
actions-form-error-unit = Indiquez ce que compte ce chiffre
actions-form-error-link = Indiquez une adresse qui commence par https://
actions-form-error-alt = Décrivez ce que l’on voit sur l’image
actions-form-error-credit = Indiquez qui a fait l’image
actions-form-error-rights = Choisissez à quelles conditions d’autres peuvent utiliser l’image
actions-form-error-picture = Ce fichier n’est pas une image acceptée ici. Envoyez un JPEG ou un PNG
actions-form-error-document = Ce fichier n’est pas un PDF. Envoyez le document en PDF

actions-form-peers = Ce que les pairs peuvent donner et recevoir
actions-form-credit-line = { $credit }{ "\u00A0" }· { $rights }
actions-form-read-more = En savoir plus
actions-form-document-size = (PDF, { $n_text } ko)
actions-form-redacted-picture = Le secrétariat a retiré une image.
actions-form-error-pictures-many = Six images au plus. Retirez-en une d’abord
actions-form-pictures-hidden = Vous et le secrétariat êtes désormais seuls à voir les images.
actions-form-hide-all = Masquer tout de suite les images
actions-form-hide = Masquer
actions-form-show = Montrer de nouveau
actions-form-remove = Retirer définitivement
actions-form-desk-pictures-lead = Une image masquée disparaît aussitôt de toutes les pages et peut être montrée de nouveau. Une image retirée disparaît de toutes les versions et son fichier est supprimé.
actions-form-done-hidden = Masquée. Plus personne ne voit l’image.
actions-form-done-shown = Montrée. Tout le monde voit de nouveau l’image.
actions-form-protect-persons = Chaque personne montrée ou décrite a donné son accord ; pour les enfants, un représentant légal l’a donné.
actions-form-protect-places = Rien de ce qui est dit ou montré ne permet de trouver un refuge ou une personne.
actions-form-discard-title = Supprimer ce brouillon
actions-form-discard-lead = Le brouillon n’a jamais été envoyé. Ses réponses, son contact et ses fichiers sont supprimés et ne peuvent pas être rétablis.
actions-form-discard-button = Supprimer le brouillon
actions-form-discarded = Le brouillon a été supprimé.
actions-form-refused-discard = Cette action a été envoyée ; elle ne peut donc pas être supprimée. Une fois publique, vous pouvez la retirer.

actions-form-unkept-title = Rien de ceci n’a été gardé
actions-form-unkept-copy = Copiez-le et remettez-le à la personne, parmi vos collègues, qui agit pour { $government }.
actions-form-unkept-later = Copiez-le maintenant ; dès que l’action pourra de nouveau être modifiée, vous pourrez l’y coller.
actions-form-unkept-on = Vers « Mes gouvernements »
