# La face publique : accueil, listes, pays, objectifs, carte.
register-nav-actions = Actions
register-nav-governments = Gouvernements locaux
register-nav-map = Carte
register-nav-declaration = Déclaration

register-home = Accueil
register-actions = Actions
register-governments = Gouvernements locaux
register-countries = Pays
register-objectives = Objectifs
register-objective = Objectif
register-map = Carte
register-demo = données de démonstration
register-as-of = Au { $date }
register-earlier-title = Un autre jour
register-earlier-label = À la date du
register-earlier-show = Afficher ce jour
register-earlier = Voici le registre tel qu’il était à la fin du { $date }. Les mots sont cherchés dans les titres et les noms.
register-stood-same = Tel était l’état à la fin du { $date }, et il est encore le même.
register-stood-then = Voici l’état à la fin du { $date }.
register-stood-now = Voir l’état actuel
register-stood-not = À la fin du { $date }, cela ne figurait pas au registre, ou l’état d’alors n’est pas conservé. Voici l’état actuel.
register-not-over = Le { $date } n’est pas encore terminé : voici donc le registre tel qu’il est maintenant.
register-as-table = En tableau
register-untitled = Action : { $who }
register-untitled-year = Action : { $who } ({ $year })
register-gone-neutral = Ceci n’est plus au registre.

# Accueil
register-doors = Trois façons de participer
register-door-sign = Signer
register-door-sign-text = la déclaration, au nom de votre gouvernement local
register-door-sign-what = { $declaration } : l’adhésion de votre gouvernement local aux deux Pactes
register-door-submit = Proposer
register-door-submit-text = une action : ce que vous faites ou vous engagez à faire, pour qui, d’ici quand
register-door-submit-long = Proposer une action
register-door-learn = Apprendre
register-door-learn-text = de gouvernements locaux qui travaillent aux mêmes objectifs
register-figures = Chiffres
register-figure-signed = signatures vérifiées
register-figure-signed-on-file = signatures au registre d’après une source
register-figure-published = actions publiées
register-figure-on-file = actions au registre d’après une source
register-on-file = D’après une source : fiche tirée d’une source publique, non confirmée par le gouvernement.
register-figure-governments = gouvernements locaux
register-figure-countries = pays et territoires
register-where = Où ils agissent
register-open-map = Ouvrir la carte
register-by-country = Liste par pays
register-newest = Actions les plus récentes
register-newest-none = Le registre est encore vide.
register-all-actions = Toutes les actions
register-near-no-action = Aucune action du registre ne porte la référence { $name }.
register-near-no-government = Aucun gouvernement local du registre ne porte la référence { $name }.
register-near-all-governments = Tous les gouvernements locaux
register-near-no-signature = Aucune signature du registre ne porte la référence { $name }.
register-near-no-declaration = Il n’y a pas de déclaration sous le nom { $name }.
register-near-no-cohort = Il n’y a pas de cohorte sous le nom { $name }.
register-near-no-network = Aucun gouvernement local du registre ne nomme un réseau appelé { $name }.
register-near-no-country = { $name } n’est pas le code d’un pays ou d’un territoire.
register-near-no-region = { $name } n’est pas le code d’une région.
register-near-no-objective = { $name } n’est pas un objectif de cet Appel.
register-near-no-figure = Il n’y a pas de chiffre sous le nom { $name }.
register-near-all-declarations = Toutes les déclarations
register-near-all-cohorts = Toutes les cohortes
register-near-all-networks = Tous les réseaux
register-near-all-countries = Tous les pays et territoires
register-near-all-regions = Toutes les régions
register-work-on = Sur quoi ils travaillent
register-work-on-text = Actions par objectif : { $framework }. Une action peut répondre à plusieurs objectifs.
register-strip-caption = Actions par objectif, publiées et au registre
register-strip-caption-country = Actions par objectif, { $country }, publiées et au registre
register-all-objectives = Tous les objectifs
register-coming = Prochaines dates
register-coming-none = Aucune date n’est encore connue.
register-date-unverified = date à confirmer
register-place-new-york = New York
register-forum-imrf = Forum d’examen des migrations internationales { $year }
register-forum-grf = Forum mondial sur les réfugiés { $year }

# Listes
register-search = Rechercher dans le registre
register-search-actions = Rechercher des actions
register-search-governments = Rechercher des gouvernements locaux
register-filters = Filtres
register-apply = Appliquer les filtres
register-clear = Tout effacer
register-meant = Vouliez-vous dire
register-unknown = Laissé de côté, car le registre ne le connaît pas : { $values }
register-file-unknown = Le registre ne connaît pas : { $values }
register-file-not-over = Le { $date } n’est pas encore terminé : il n’y a donc pas de fichier du registre à cette date.
register-sort = Trier par
register-sort-relevance = pertinence
register-sort-newest = plus récentes
register-sort-reported = dernier rapport
register-sort-updated = dernière mise à jour
register-sort-name = nom
register-sort-largest = population

# Freshness: when the government last reported on its action.
register-fresh-new = dernier rapport : { $date }
register-fresh-old = sans rapport depuis le { $date }
register-fresh-on-file = sans rapport ; au registre depuis le { $date }
register-views = Affichage
register-view-list = Liste
register-view-map = Carte
register-per = Résultats par page :
register-page = { $from_text }–{ $to_text } sur { $n_text }
register-window-page = page { $n_text }
register-window-part = Une partie du monde
register-history-lead = Tous les changements publics, le plus récent d’abord. Ce qui a disparu est barré, ce qui est venu est souligné. Les changements d’un même jour n’en font qu’un.
register-history-none = Rien n’a changé depuis l’inscription au registre.
register-history-said = Ce que disait la fiche
register-history-of = Historique : { $name }
register-history-lede = Résumé
register-history-name = Nom
register-history-title = Titre
register-history-population = Population
register-count-actions = { $n ->
    [0] Aucune action
    [one] { $n_text } action
   *[other] { $n_text } actions
}
register-count-governments = { $n ->
    [0] Aucun gouvernement local
    [one] { $n_text } gouvernement local
   *[other] { $n_text } gouvernements locaux
}
register-count-declarations = { $n ->
    [one] { $n_text } déclaration
   *[other] { $n_text } déclarations
}
register-count-cohorts = { $n ->
    [one] { $n_text } cohorte
   *[other] { $n_text } cohortes
}
register-all-actions-n = { $n ->
    [one] La voir dans la liste
   *[other] Les { $n_text } actions
}
register-all-governments-n = { $n ->
    [one] Le voir dans la liste
   *[other] Les { $n_text } gouvernements locaux
}
register-none-title = Aucun résultat
register-none-text = Aucune fiche ne correspond à tous ces critères à la fois. La recherche trouve les noms dans toutes les langues du registre, même avec de petites fautes.
register-none-here-title = Rien dans cette liste
register-none-here-text = Ce qui répond à ces mots ailleurs dans le registre figure ci-dessus.
register-way-clear = Retirer tous les filtres
register-way-now = Voir le registre tel qu’il est aujourd’hui
register-way-words = Retirer les mots recherchés
register-way-objectives = Chercher par objectif
register-way-countries = Chercher par pays
register-no-further = Par pertinence, seuls les { $n_text } premiers résultats sont affichés. Triez par date ou par nom pour les parcourir tous, ou choisissez des filtres.
register-also = Ces mots donnent aussi :
register-years = Années { $from }–{ $to }
register-years-since = À partir de { $year }
register-years-until = Jusqu’en { $year }
register-year-from = De l’année
register-year-to = À l’année
register-numbers = { $from_text }–{ $to_text }
register-numbers-since = { $n_text } et plus
register-numbers-until = jusqu’à { $n_text }
register-number-from = De
register-number-to = À

# How to search
register-help = Comment chercher
register-help-title = Comment chercher
register-help-lead = Écrivez ce que vous cherchez dans le champ de n’importe quelle liste. Les signes ci-dessous permettent de le dire plus précisément.
register-help-typed = Ce que vous pouvez écrire
register-help-word = école
register-help-phrase = cours de langue
register-help-says-words = Tous ces mots, où qu’ils se trouvent dans une fiche.
register-help-says-phrase = Ces mots, l’un après l’autre.
register-help-says-without = Les premiers mots, mais pas celui qui suit le trait d’union.
register-help-forms = Les autres formes d’un mot sont trouvées aussi, en anglais, en français, en espagnol et en arabe ; ce qui est écrit exactement comme vous l’avez saisi vient en premier. Le dernier mot peut n’être qu’un début.
register-help-names = Les gouvernements locaux, les lieux et les pays sont trouvés par leurs noms dans toutes les langues du registre, avec ou sans accents.
register-help-mistakes = Les petites fautes sont pardonnées lorsque rien d’autre n’est trouvé ; on vous demande alors si vous vouliez écrire un autre mot.
register-help-values = Les codes que vous pouvez écrire
register-help-values-text = Un mot, deux-points et un code font le même choix que les filtres. Précédés d’un trait d’union, ils excluent.
register-help-codes = Tous les codes (CSV)

# Facettes
register-facet-priorities = Priorité
register-facet-gcm = Pacte mondial sur les migrations
register-facet-gcr = Pacte mondial sur les réfugiés
register-facet-sdg = Objectifs de développement durable
register-facet-country = Pays ou territoire
register-facet-region = Région
register-facet-status = Avancement
register-facet-type = Engagement ou pratique
register-facet-for = Pour qui
register-facet-planned = Personnes à atteindre
register-facet-counted = Personnes atteintes, comptées
register-facet-estimated = Personnes atteintes, estimées
register-facet-year = Année
register-facet-lang = Langue
register-facet-record = Type de fiche
register-facet-origin = Provenance
register-facet-tier = Type de gouvernement
register-facet-signature = Signature
register-facet-signed = Année de signature
register-short-gcm = PMM
register-short-gcr = PMR
register-short-sdg = ODD
register-status-planned = En préparation
register-status-in-progress = En cours
register-status-fulfilled = Réalisée
register-status-paused = Suspendue
register-status-dropped = Abandonnée
register-status-unknown = Non précisé
register-people-few = Moins de dix
register-people = { $from_text }–{ $to_text }
register-people-more = { $n_text } et plus
register-type-pledge = Engagement
register-type-practice = Pratique
register-type-unknown = Non précisé
register-year-unknown = Non précisé
register-for-migrants = Migrants
register-for-refugees = Réfugiés
register-for-asylum-seekers = Demandeurs d’asile
register-for-displaced = Personnes déplacées à l’intérieur de leur pays
register-for-returnees = Rapatriés
register-for-stateless = Apatrides
register-for-host-community = Communauté d’accueil
register-record-published = Publiée par le gouvernement
register-record-on-file = Au registre d’après une source publique
register-signature-signed = Signature vérifiée
register-signature-on-file = Signature au registre, non vérifiée
register-signature-published = Aucune signature documentée
register-signature-none = Aucune signature documentée
register-signature-withdrawn = Signature retirée
register-signature-suspended = Signature suspendue
register-origin-submitted = Envoyée ici
register-origin-cta-action = Liste antérieure de l’Appel
register-origin-gcm-pledge = Engagement au titre du Pacte mondial sur les migrations
register-origin-gcr-pledge = Engagement au titre du Pacte mondial sur les réfugiés
register-origin-gfmd-practice = Pratique présentée au FMMD
register-origin-gcf-project = Projet du Global Cities Fund
register-origin-other-programme = Programme propre de la ville
register-origin-other = Autre source publique
register-origin-demo = Démonstration
register-tier-municipality = Ville ou commune
register-tier-metropolitan = Aire métropolitaine
register-tier-province = Province, comté ou département
register-tier-region = Région ou État fédéré
register-tier-association = Association ou réseau
register-tier-unknown = Non précisé

# Carte, pays, objectifs
register-map-actions = Les actions sur la carte
register-map-country = Gouvernements locaux sur la carte : { $country }
register-map-shows = Montrer
register-map-list = La même chose en liste
register-map-placeless = { $n ->
    [one] { $n_text } fiche n’a pas de lieu connu et ne figure que dans la liste.
   *[other] { $n_text } fiches n’ont pas de lieu connu et ne figurent que dans la liste.
}
register-map-more = { $n ->
    [one] { $n_text } autre figure dans la liste complète :
   *[other] { $n_text } autres figurent dans la liste complète :
}
register-no-country = Sans pays
register-no-region = Sans région
register-countries-text = Pays et territoires dont un gouvernement local ou une action figure au registre.
register-counted-together = Les nombres d’actions et de gouvernements locaux comptent avec les autres les fiches saisies d’après des sources publiques et non confirmées.
register-countries-signed = Signatures vérifiées
register-countries-none = Pas encore de pays ni de territoire
register-country-no-actions = Aucune action d’ici ne figure encore au registre.
register-country-no-governments = Aucun gouvernement local d’ici ne figure encore au registre.
register-objectives-text = Ce à quoi les actions répondent. Les fiches tirées de sources publiques sont comptées avec les actions publiées.
register-objective-apart = Publiées par des gouvernements locaux : { $published }. Au registre d’après des sources publiques, non confirmées : { $file }.
register-objectives-none = Pas encore de cadre de référence
register-objective-count = { $n ->
    [0] Aucune action n’y répond encore
    [one] { $n_text } action y répond
   *[other] { $n_text } actions y répondent
}
register-objective-countries = Où
register-objective-missing-title = Ce qui manque
register-objective-missing = Rien au registre n’y répond encore dans ces régions : { $regions }. Cela dit ce que le registre connaît, non ce qui s’y fait.
register-objective-missing-all = Aucune action du registre n’y répond encore. Cela dit ce que le registre connaît, non ce qui se fait.
register-objective-missing-none = Chaque région du monde a au moins une action qui y répond.
register-source = Source
register-wording-unverified = libellé non vérifié
register-wording-fallback = Aucun libellé n’existe encore dans votre langue ; il est montré dans la langue disponible.

# Téléchargements, flux, page des données
register-data = Données
register-data-lead = Tout ce qui est public dans ce registre, à télécharger, à suivre et à citer.
register-download = Télécharger ces résultats
register-feed = Flux (Atom)
register-columns = Ce que signifient les colonnes
register-column = Colonne
register-column-about = Ce qu’elle contient
register-column-coded = codes expliqués dans codes.csv
register-column-reference = La référence de la fiche ; elle ne change jamais
register-column-address = L’adresse de sa page dans cette langue
register-column-title = Le titre, dans cette langue s’il existe
register-column-title-language = La langue du titre
register-column-text = Une ou deux phrases à son sujet
register-column-text-language = La langue de ce texte
register-column-governments = Les gouvernements locaux dont c’est l’action, celui qui la mène en premier
register-column-government-references = Leurs références
register-column-networks = Les réseaux dont font partie les gouvernements locaux, chacun tel que sa page le nomme sous /networks
register-column-from = Quand elle commence : une année, un mois ou un jour
register-column-until = Quand elle se termine, « ongoing » si elle est en cours, ou rien si on ne le sait pas
register-column-planned = Combien de personnes doivent être atteintes, tous groupes confondus, sous forme d’une tranche telle que 100-to-999 (de 100 à 999)
register-column-counted = Combien de personnes ont été atteintes selon un comptage, tous groupes confondus, sous forme d’une tranche telle que 100-to-999 (de 100 à 999)
register-column-estimated = Combien de personnes ont été atteintes selon une estimation, tous groupes confondus, sous forme d’une tranche telle que 100-to-999 (de 100 à 999)
register-column-planned-people = Combien de personnes doivent être atteintes : la somme de tous les groupes. Les groupes de moins de dix ne sont dans aucune somme ; vide si rien d’autre n’est indiqué
register-column-counted-people = Combien de personnes ont été atteintes selon un comptage : la somme de tous les groupes. Les groupes de moins de dix ne sont dans aucune somme ; vide si rien d’autre n’est indiqué
register-column-estimated-people = Combien de personnes ont été atteintes selon une estimation : la somme de tous les groupes. Les groupes de moins de dix ne sont dans aucune somme ; vide si rien d’autre n’est indiqué. À ne jamais ajouter à ce qui a été compté
register-column-year = L’année où elle commence, à défaut celle où elle se termine ; « unknown » si aucune des deux n’est indiquée
register-column-signed = L’année de sa première signature qui compte, pour autant qu’on la connaisse ; « unknown » si aucune date n’est indiquée
register-column-lang = La langue dans laquelle elle a été écrite, par un code de deux ou trois lettres
register-column-origin = D’où vient la fiche
register-column-latitude = Latitude en degrés
register-column-longitude = Longitude en degrés
register-column-changed = Le jour où ce qui est affiché a changé pour la dernière fois
register-column-reported = Le jour du dernier rapport du gouvernement : envoi, révision ou confirmation. Une correction du secrétariat n’est pas un rapport. Vide pour ce qui figure au registre d’après une source, dont le gouvernement n’a jamais fait rapport
register-codes = Codes
register-codes-text = Chaque code et ce qu’il veut dire dans cette langue :
register-data-read = Comment lire ces fichiers
register-data-filter = Dans une liste, choisissez et cherchez d’abord : « Télécharger ces résultats » donne exactement ce que vous avez trouvé.
register-data-on-file = Les fiches au registre d’après une source publique n’ont pas été confirmées par le gouvernement local. La colonne « record » les distingue ; comptez-les à part.
register-data-joint = Une action commune tient en une ligne, avec tous ses gouvernements et tous ses pays : elle compte une fois dans un total, et une fois pour chaque pays.
register-data-last-line = La dernière ligne donne le nombre de fiches et le SHA-256 de tous les octets qui précèdent. Un fichier qui ne l’a pas a été coupé.
register-data-formula = En CSV, un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe.
register-data-citation = { $programme } : registre des signataires et des actions. État au { $date }. { $address }
register-cite-secretariat = { $programme }, secrétariat

# Chiffres
register-figures-lead = Ce que contient le registre, en chiffres. Chacun a son tableau, son fichier et sa propre adresse.
register-figures-none-title = Le registre était vide ce jour-là
register-figures-none-text = Le registre remonte au jour où sa première fiche a été saisie.
register-figure-none = Rien de ce que compte ce chiffre n’est encore au registre.
register-figure-none-then = Rien de ce que compte ce chiffre n’était au registre à la fin du { $date }.
register-figure-now = Voir ce chiffre tel qu’il est aujourd’hui
# Heads of columns, under a title that says of what.
register-head-published = publiées
register-head-verified = vérifiées
register-head-on-file = d’après une source
register-figure-own = Ce chiffre seul
register-figures-joint = Une action commune compte une fois dans un total.
register-figures-several = Une action peut répondre à plusieurs objectifs, s’adresser à plusieurs publics et avoir lieu dans plusieurs régions : la somme de ces lignes n’est donc pas le nombre d’actions.
register-figure-signatures-title = Signatures par région
register-figure-signatures-about = Gouvernements locaux dont la signature a été vérifiée, et signatures au registre d’après une source publique, par région du pays.
register-figure-signed-title = Signatures par année
register-figure-signed-about = Gouvernements locaux dont la signature a été vérifiée, et signatures au registre d’après une source publique, par année de la première signature. Si aucune date n’est indiquée, aucune année n’est supposée.
register-figure-years-title = Actions par année
register-figure-years-about = Actions selon l’année où elles commencent, à défaut celle où elles se terminent. Si aucune n’est indiquée, aucune année n’est supposée.
register-figure-objectives-title = Actions par objectif
register-figure-objectives-about = Actions selon l’objectif auquel elles répondent, d’après le gouvernement local ; pour les fiches tirées d’une source, d’après la source.
register-figure-reach-title = Objectifs par région
register-figure-reach-about = Actions, publiées et au registre d’après une source, selon l’objectif auquel elles répondent et la région où elles ont lieu.
register-figure-regions-title = Actions par région
register-figure-regions-about = Actions selon la région des pays où elles ont lieu.
register-figure-progress-title = Actions par état d’avancement
register-figure-progress-about = Actions selon leur avancement, d’après la dernière déclaration du gouvernement local.
register-figure-for-whom-title = Actions par public
register-figure-for-whom-about = Actions selon les publics auxquels elles s’adressent. Les personnes ne sont pas comptées ici.
register-all-figures = Tous les chiffres
register-embed-whole = Au registre : { $programme }
# Régions et réseaux
register-regions = Régions
register-regions-text = Groupes de pays ayant un gouvernement local ou une action au registre. Une action conjointe compte une fois dans chaque groupe.
register-scheme-m49 = Régions des Nations Unies (M49)
register-scheme-unec = Commissions régionales des Nations Unies
register-scheme-unhcr = Régions du HCR
register-scheme-uclg = Sections de Cités et Gouvernements Locaux Unis
register-region-members = { $n ->
    [one] { $n_text } pays ou territoire
   *[other] { $n_text } pays et territoires
}
register-region-unverified = membres non vérifiés à leur source
register-network = Réseau
register-networks = Réseaux
register-networks-text = Réseaux dont des gouvernements locaux disent faire partie.
register-networks-none = Pas encore de réseau
register-networks-none-text = Aucun gouvernement local du registre n’a nommé de réseau.
register-compared = Côte à côte
register-compared-objectives = objectifs auxquels on répond
register-cohorts = Cohortes
register-facet-cohort = Cohorte
register-frozen = Chiffres arrêtés
register-frozen-text = Les chiffres tels qu’ils étaient ces jours-là. Ils ne changent plus, quoi qu’il advienne des actions.

# Actions semblables
register-alike = Des villes qui font quelque chose de semblable
register-alike-text = Trouvées d’après ce que les actions disent d’elles-mêmes : objectifs, personnes, type, taille et lieu du gouvernement, mots. Personne ne les a choisies.
register-alike-why = Toutes deux :
register-alike-objectives = répondent à { $list }
register-alike-for = pour { $list }
register-alike-kind = { $list }
register-alike-place = { $place }
register-alike-words = mentionnent { $list }
register-size-small = moins de 50 000 habitants
register-size-middle = de 50 000 à 250 000 habitants
register-size-large = de 250 000 à un million d’habitants
register-size-million = plus d’un million d’habitants

# Chiffres des engagements et des personnes
register-figure-earlier = avant { $year }
register-figure-few = moins de dix chacun
register-figure-planned = prévues
register-figure-counted = atteintes, comptées
register-figure-estimated = atteintes, estimées
register-figure-pledges-title = Engagements selon l’avancement et la fraîcheur
register-figure-pledges-about = Engagements publiés selon leur avancement et l’année où leur gouvernement s’est exprimé en dernier. Les fiches au registre d’après une source sont laissées de côté.
register-figure-people-title = Personnes, prévues et atteintes
register-figure-people-about = Personnes que les actions publiées prévoient d’atteindre et ont atteintes, d’après les gouvernements. Ce qui est prévu, compté et estimé n’est jamais additionné ; les nombres inférieurs à dix n’entrent dans aucune somme, et une personne peut être atteinte par plusieurs actions. Les fiches d’après une source sont laissées de côté.
register-social-action = Action
register-social-government = Gouvernement local
register-social-country = Pays
register-social-register = Registre public

# Under the names of pages in search engines and shared links; $counts and $found are numbers in words: "12 actions".
register-described-part = { $name } : { $counts }. Qui a signé, ce qui se fait et à quels objectifs cela répond, avec chiffres, carte et fichiers.
register-described-actions = Ce que font les gouvernements locaux et régionaux : { $found }, par lieu, objectif, année et public, à suivre et à télécharger.
register-described-governments = Qui a signé ou agit : { $found }, par lieu, région, réseau et taille, chacun avec sa signature et ses actions.
register-described-map = { $found } sur une carte du monde, et les mêmes en liste par pays.
