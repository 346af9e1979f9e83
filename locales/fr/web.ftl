# Le socle : problèmes, formulaires, dates, fichiers.

web-site = Action locale
web-title-with-errors = Erreur : { $title }

# Formulaires
web-errors-title = Il y a un problème
web-error-prefix = Erreur :
web-optional = (facultatif)
web-error-too-long = Raccourcissez le texte à { $max_text } caractères ; il en a { $n_text } de trop
web-error-too-short = Écrivez au moins { $min_text } caractères ; il en manque { $n_text }
web-counter-left = { $n ->
    [one] Il vous reste { $n_text } caractère
   *[other] Il vous reste { $n_text } caractères
}
web-counter-over = { $n ->
    [one] { $n_text } caractère de trop
   *[other] { $n_text } caractères de trop
}

# Dates en trois champs
web-date-day = Jour
web-date-month = Mois
web-date-year = Année
web-date-precision = Précision
web-date-exact = exacte
web-date-by = au plus tard à cette date
web-date-about = environ
web-date-year-missing = Indiquez l’année ; le jour et le mois peuvent rester vides
web-date-year-unreadable = Indiquez l’année en quatre chiffres, par exemple 2026
web-date-month-unreadable = Indiquez le mois par un nombre de 1 à 12, ou laissez-le vide
web-date-month-missing = Indiquez aussi le mois, ou laissez le jour vide
web-date-day-unreadable = Indiquez le jour par un nombre de 1 à 31, ou laissez-le vide
web-date-no-such-day = Ce mois n’a pas ce jour ; vérifiez le jour, le mois et l’année

# Fichiers
web-file-hint = PDF, JPEG ou PNG, 25 Mo au plus. Les images sont gardées sans leurs données cachées, comme le lieu d’une photo.
web-file-empty = Le fichier « { $name } » est vide ; choisissez un fichier PDF, JPEG ou PNG
web-file-too-large = Le fichier « { $name } » dépasse { $size } ; choisissez-en un plus petit
web-file-not-taken = Le fichier « { $name } » n’est ni un PDF, ni un JPEG, ni un PNG, quoi que dise son nom ; enregistrez-le sous l’un de ces formats et choisissez-le de nouveau
web-file-heic = La photo « { $name } » est au format HEIC, que tous les ordinateurs ne lisent pas. Choisissez-la dans ce formulaire sur le téléphone même, qui envoie alors un JPEG ; ou enregistrez-la en JPEG et choisissez-la de nouveau
web-file-broken = Le fichier n’est pas arrivé entier : la connexion a été coupée. Tout ce que vous avez écrit est encore là ; choisissez le fichier de nouveau
web-file-unreadable = Le fichier « { $name } » est illisible ; il est peut-être endommagé ou incomplet. Ouvrez-le, enregistrez-le de nouveau et choisissez-le encore une fois
web-file-too-many-pixels = L’image « { $name } » compte plus de 50 millions de pixels ; réduisez-la et choisissez-la de nouveau

# Problèmes
web-problem-home = Aller à la page d’accueil
web-problem-near = Vous cherchez peut-{ "\u2060" }être l’une de ces pages
web-problem-contact = Écrire au secrétariat
web-problem-mark = Si vous nous écrivez à ce sujet, indiquez cette référence : { $mark }
web-problem-unreadable-title = La demande n’a pas pu être lue
web-problem-unreadable-text = Revenez en arrière, rechargez la page et envoyez de nouveau le formulaire. Votre saisie est en général encore là quand vous revenez.
web-problem-unknown-title = Cette adresse contient quelque chose d’inconnu
web-problem-unknown-text = C’est pourquoi rien n’est donné, plutôt que davantage que ce qui était demandé. Retirez ou corrigez ce qui est nommé, ou choisissez dans la liste et téléchargez à partir de là.
web-problem-forbidden-title = Vous n’avez pas le droit de faire cela
web-problem-forbidden-text = Si vous pensez que vous devriez pouvoir le faire, écrivez au secrétariat : il peut dire ce qui manque.
web-problem-unsafe-title = Par sécurité, le formulaire n’a pas été accepté
web-problem-unsafe-other-page = Votre navigateur indique que le formulaire vient d’un autre site, ou n’indique pas d’où il vient.
web-problem-unsafe-no-cookie = Votre navigateur n’a pas envoyé le cookie lié au formulaire. Autorisez les cookies pour ce site ; il n’en utilise pas d’autre.
web-problem-unsafe-old-form = Le formulaire date d’une visite précédente : vous avez peut-être ouvert ou fermé une session depuis, dans une autre fenêtre.
web-problem-unsafe-text = Rien n’a été modifié. Revenez en arrière, rechargez la page et envoyez de nouveau le formulaire ; copiez d’abord les longs textes.
web-problem-insecure-title = Une connexion sécurisée est nécessaire
web-problem-insecure-text = Se connecter et envoyer un formulaire demandent un cookie, et un cookie n’est pas sûr en http simple. Ouvrez ce site en https, ou sur la machine elle-même à l’adresse http://localhost. Les pages publiques fonctionnent ici malgré tout.
web-problem-not-found-title = Cette page n’existe pas
web-problem-not-found-text = L’adresse est peut-être mal saisie, ou la page a changé de place. Ce site existe en anglais, français, espagnol et arabe : ses adresses commencent par /en, /fr, /es ou /ar.
web-problem-not-allowed-title = Cette adresse ne s’utilise pas ainsi
web-problem-not-allowed-text = L’adresse existe, mais pas pour cet usage. Revenez en arrière et utilisez les boutons de la page.
web-problem-gone-title = Ce contenu a été retiré
web-problem-gone-since = Il a été retiré le { $date }.
web-problem-gone-text = L’adresse est conservée pour que personne ne la confonde avec autre chose.
web-problem-gone-history = Où lire ce qui en était public, et quand
web-problem-too-large-title = C’est trop à la fois
web-problem-too-large-text = On peut envoyer ici { $size } au plus. Raccourcissez le texte, ou choisissez un fichier plus petit.
web-problem-address-too-long-title = L’adresse est trop longue
web-problem-address-too-long-text = Retirez quelques filtres et réessayez.
web-problem-wrong-kind-title = Ce type de contenu n’est pas accepté ici
web-problem-wrong-kind-text = Revenez en arrière et envoyez-le avec le formulaire de la page.
web-problem-refused-title = Cela n’est pas possible maintenant
web-problem-refused-text = Rien n’a été modifié. Revenez en arrière et regardez l’état actuel de la page.
web-problem-too-many-title = Trop de tentatives
web-problem-too-many-text = { $n ->
    [one] Attendez une minute, puis réessayez. Rien n’est perdu et personne n’est bloqué.
   *[other] Attendez { $n_text } minutes, puis réessayez. Rien n’est perdu et personne n’est bloqué.
}
web-problem-broken-title = Une panne s’est produite chez nous
web-problem-broken-text = Vous n’y êtes pour rien, et la panne a été notée. Réessayez dans un instant ; ce que vous aviez enregistré est gardé.
web-problem-unavailable-title = Le site est momentanément indisponible
web-problem-unavailable-text =
    { $n ->
        [one] Il ne peut pas répondre pour l’instant. Attendez { $n_text } seconde et rechargez la page ; ce que vous aviez enregistré est gardé.
       *[other] Il ne peut pas répondre pour l’instant. Attendez { $n_text } secondes et rechargez la page ; ce que vous aviez enregistré est gardé.
    }
web-problem-full-title = Il n’y a plus de place pour enregistrer
web-problem-full-text = Rien de ce que vous avez envoyé n’a été enregistré. Revenez en arrière : votre saisie est encore dans le formulaire. La panne a été notée ; réessayez plus tard.
