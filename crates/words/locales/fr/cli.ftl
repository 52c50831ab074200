## Aide de la ligne de commande
cli-about = Prévi, le prévisionnel pluriannuel des associations : budget, financements et trésorerie mois par mois
cli-after-help =
    Sans commande, « previ » ou « previ FICHIER » ouvre la fenêtre.

    Codes de sortie :
    0  tout va bien
    1  le plan, ou le tableur importé, contient des erreurs à corriger
    2  la commande est mal écrite
    3  un fichier ne peut pas être lu ou écrit
cli-usage-heading = Utilisation :
cli-commands-heading = Commandes
cli-usage = « previ --help » montre les commandes, et « previ import --help », par exemple, ce qui va avec l’une d’elles.
cli-usage-incomplete = La commande n’est pas complète.
cli-usage-command = « { $what } » n’est pas une commande de Prévi.
cli-usage-unknown = « { $what } » n’a pas sa place dans cette commande.
cli-usage-missing = Il manque : { $what }.
cli-usage-value = « { $value } » ne convient pas pour { $what }.
cli-usage-choice = « { $value } » ne convient pas pour { $what }. Au choix : { $known }.
cli-value-command = COMMANDE
cli-value-file = FICHIER
cli-value-sheet-file = TABLEUR
cli-value-figure = CHIFFRE
cli-value-lang = LANGUE
cli-value-name = NOM
cli-value-view = VUE
cli-value-year = ANNÉE
cli-arg-help = Affiche cette aide
cli-arg-version = Affiche la version
cli-arg-lang = Langue des textes : fr ou en
cli-arg-view = Financements comptés : certain, attendu (pondéré) ou tout (d’office)
cli-arg-figure = Par exemple result.2027, result.2027.613, cash.2027-03 ou balance.2027.512
cli-forecast = Affiche le résultat par exercice et la trésorerie par mois
cli-funding = Montre qui paie quoi, ce que devient l’argent de chaque convention et ce qui s’arrête
cli-workload = Montre les jours des postes : disponibles, prévus, faits, payés par qui, et la charge de chaque mois
cli-calendar = Liste les demandes, décisions, versements, comptes rendus et reversements, mois par mois, et ce qui est en retard
cli-activity = Montre le coût complet des actions, qui le paie, et le compte de résultat d’un ensemble d’actions
cli-arg-only = Des actions par leur numéro, dans l’ordre du plan, par exemple 1,4,6-8 ; toutes sinon
cli-value-numbers = NUMÉROS
cli-title-full-cost = COÛT COMPLET
cli-direct-costs = charges directes
cli-shared-costs = charges communes réparties
cli-paid = financé
cli-left = reste à financer
cli-total-cost = Total
cli-title-pools = CHARGES COMMUNES
cli-pool-shared = réparties sur les actions
cli-pool-kept = restent à la structure
cli-pool-daily = coût par jour disponible
cli-title-statement-of-set = COMPTE DE RÉSULTAT DE CES ACTIONS
cli-title-parts-of-pools = PART DE CES ACTIONS
cli-title-actuals = PRÉVU ET RÉALISÉ
cli-title-actuals-of-set = PRÉVU ET RÉALISÉ DE CES ACTIONS
cli-actuals-why = Le réalisé est ce qui a été tapé : lignes, argent des financeurs, jours faits, au coût d’un jour prévu. Une case vide n’a pas été tapée ; elle ne vaut pas zéro.
cli-how-to-read-activity = Chaque action compte pour elle-même, sans celles qui sont au-dessous ; le compte de résultat d’un ensemble les compte avec elle. Ce qui part de la structure y figure en moins.
cli-wrong-numbers = { $why }
    .hint = { $what }
cli-calendar-what = Échéance
cli-calendar-empty = Rien n’est attendu d’un financeur dans ce plan.
cli-check = Cherche ce qui manque ou se contredit dans un plan
cli-import = Fait un plan d’une feuille de charges et produits (xlsx, xls, ods, csv)
cli-export = Écrit le classeur (xlsx) avec ses formules, ou le journal pour hledger (.journal)
cli-explain = Montre d’où vient un chiffre
cli-arg-file = Fichier .previ.ron ; sans fichier, l’exemple fourni
cli-arg-plan-file = Fichier .previ.ron
cli-arg-sheet-file = Tableur à importer
cli-arg-json = Sortie pour un autre programme (JSON)
cli-arg-accounts = Détaille les comptes sous chaque rubrique
cli-arg-output = Fichier à écrire
cli-arg-force = Remplace le fichier s’il existe
cli-arg-sheet = Nom de la feuille, si le classeur en a plusieurs
cli-arg-first-year = Année du budget importé

## Prévisionnel
cli-title-activities = QUI PAIE QUOI
cli-title-agreements = CE QUE DEVIENT L’ARGENT DE CHAQUE CONVENTION
cli-title-tranches = CHAQUE TRANCHE
cli-title-funders = CHAQUE FINANCEUR
cli-title-matrix = QUI PAIE QUOI, EN TOUT
cli-title-choices = Dépenses choisies à la main
cli-title-cliff = CE QUI S’ARRÊTE
cli-cliff-yearly = { $amount } promis pour les douze derniers mois
cli-promise-to-come = À venir
cli-promise-at-risk = À risque
cli-calendar-person = Suivi par
cli-how-to-read-funding =
    « Reste à financer » est ce que personne ne paie encore.
    Les subventions générales complètent ce que les autres laissent, sans rien changer aux comptes.
    « À venir » reste à recevoir après la dernière année du plan ; « À risque » est le plus qu’il faudrait rendre si le projet s’arrêtait à la fin d’une année.
cli-title-workload = PLAN DE CHARGE, en jours
cli-title-workload-activities = JOURS PAR ACTION
cli-title-workload-payers = QUI PAIE LES JOURS
cli-title-workload-months = CHARGE DE CHAQUE MOIS, en % des jours disponibles
cli-workload-empty = Ce plan n’a pas de poste.
cli-days-available = Jours disponibles
cli-days-lent = Mis à disposition
cli-days-operational = Jours pour les actions
cli-days-planned = Jours prévus
cli-days-left = Reste (− : au-delà)
cli-days-done = Jours faits
cli-days-own-income = Recettes propres
cli-days-unpaid = Personne encore
cli-days-of-all = Tous les postes
cli-days-unpaid-all = Personne encore, sur les actions
cli-cost-per-day = Coût d’un jour, en €
cli-total-days = Total prévu
cli-how-to-read-workload =
    Les jours disponibles sont les jours de semaine, moins les jours fériés et les congés, selon la quotité de travail.
    Les jours payés sont les euros qu’un financeur met sur le poste, divisés par le coût d’un jour.
cli-title-income = COMPTE DE RÉSULTAT PRÉVISIONNEL
cli-title-cash = TRÉSORERIE, en partant de
cli-title-alerts = À REGARDER D’ABORD
cli-euros = en euros
cli-total-charges = Total des charges
cli-total-income = Total des produits
cli-result = Résultat (excédent + ou déficit −)
cli-to-find = À trouver pour équilibrer
cli-month = Mois
cli-receipts = Encaissé
cli-payments = Payé
cli-closing = Fin de mois
cli-worst = Au pire
cli-low-point = (plus bas)
cli-no-alert = Rien à signaler.
cli-how-to-read =
    « Au pire » : la trésorerie du mois si tout est payé avant que rien ne soit encaissé.
    « previ explain FICHIER result.2027 » montre d’où vient un chiffre ; « previ --help » le reste.

## Vérification, explication, fichiers
cli-nothing-wrong = Rien à signaler.
cli-error = ERREUR
cli-warning = ATTENTION
cli-note = À SAVOIR
cli-origin = Origine
cli-months = Mois
cli-amount = Montant
cli-opening = ouverture
cli-written = Fichier écrit :

## Import
cli-import-sheet = Feuille lue : { $sheet }, exercice { $year } ({ $source })
cli-import-year-asked = année demandée
cli-import-year-sheet = année lue dans la feuille
cli-import-year-file = année lue dans le nom du fichier
cli-import-year-clock = pas d’année dans la feuille : l’année prochaine
cli-import-charges = Charges
cli-import-income = Produits
cli-import-result = Résultat
cli-import-lines =
    { $count ->
        [one] { $count } ligne reprise
       *[other] { $count } lignes reprises
    }
cli-import-not-placed = Ce qui n’a pas été repris, cellule par cellule :
cli-import-all-placed = Tout ce que contient la feuille a trouvé sa place.

## Erreurs
cli-already-there = Le fichier « { $path } » existe déjà : rien n’a été écrit.
    .hint = Choisissez un autre nom, ou ajoutez --force pour le remplacer.
cli-unknown-figure = Aucun chiffre ne s’appelle « { $figure } » dans ce plan.
    .hint = Exemples : result.2027 (résultat), result.2027.613 (compte 613), cash.2027-03 (trésorerie fin mars), balance.2027.512 (bilan). L’année doit être dans le plan.
cli-no-such-year = Ce plan n’a pas d’exercice { $year }.
    .hint = Ses exercices vont de { $first } à { $last } : choisissez l’un d’eux après --year.

## Comme dans le classeur d’InCitu
cli-incitu = Recalcule une année comme le classeur d’InCitu, et dit pourquoi le résultat de Prévi est différent
cli-arg-year = Exercice, par l’année où il commence ; d’office celui d’aujourd’hui
cli-arg-set = Numéros des actions du compte de résultat, par exemple 1,4-6 ; toutes d’office
cli-arg-contributions = Charges patronales en % de la rémunération dans ce compte ; 50 d’office
cli-value-set = ACTIONS
cli-value-percent = POURCENTAGE
cli-incitu-title = comme dans le classeur d’InCitu
cli-incitu-days = { $workable } jours travaillables à plein temps : { $days } jours − { $weekend } samedis et dimanches − { $holidays } jours fériés − { $off } jours de congés et de repos.
cli-incitu-people = L’ÉQUIPE
cli-incitu-charges = CHARGES INDIRECTES
cli-incitu-projects-planned = LES ACTIONS, PRÉVU
cli-incitu-projects-realised = LES ACTIONS, RÉALISÉ
cli-incitu-certainty = FINANCEMENTS PRÉVUS, PAR DEGRÉ DE CERTITUDE
cli-incitu-account = COMPTE DE RÉSULTAT DU CLASSEUR
cli-incitu-account-of = COMPTE DE RÉSULTAT DES ACTIONS { $projects } (charges indirectes : { $planned } % prévus, { $realised } % réalisés)
cli-incitu-bridge = DES ACTIONS AU RÉSULTAT DE PRÉVI
cli-incitu-person = Personne
cli-incitu-days-in-year = Jours
cli-incitu-operational = Opérateur
cli-incitu-planned = Prévu
cli-incitu-done = Faits
cli-incitu-realised = Réalisé
cli-incitu-cost = Coût
cli-incitu-day-cost = Par jour
cli-incitu-per-day = Par jour
cli-incitu-category = Catégorie
cli-incitu-one-category = Toutes
cli-incitu-two-before = N-2
cli-incitu-one-before = N-1
cli-incitu-completion = Réalisé en %
cli-incitu-total = Total
cli-incitu-project = Action
cli-incitu-days-on = Jours
cli-incitu-staff = Salaires
cli-incitu-indirect = Indirectes
cli-incitu-expenses = Dépenses
cli-incitu-project-cost = Coût
cli-incitu-funding = Financements
cli-incitu-other = Autres
cli-incitu-structure = Structure
cli-incitu-account-heading = Compte
cli-incitu-pay = dont rémunération des personnels
cli-incitu-contributions = dont charges sociales
cli-incitu-provisions-made = dont 687, provisions pour risques
cli-incitu-own-income = 70 Ressources propres
cli-incitu-funders = 74 Financeurs
cli-incitu-other-income = 75 Autofinancement, autres
cli-incitu-provisions-released = 787 Reprises de provisions
cli-incitu-why = Ce qui change
cli-incitu-step-projects = Résultat de toutes les actions
cli-incitu-step-unassigned-pay = Salaires des jours opérateur qui ne sont sur aucune action
cli-incitu-step-unabsorbed-charges = Charges indirectes qu’aucun jour prévu ne porte
cli-incitu-step-without-account = Dépenses sans compte, que le classeur oublie
cli-incitu-step-provisions-made = Provisions prévues par le classeur (687)
cli-incitu-step-provisions-released = Reprises prévues par le classeur (787)
cli-incitu-step-workbook = Résultat du classeur
cli-incitu-step-without-account-back = Dépenses sans compte, à payer quand même
cli-incitu-step-forecast-out = Provisions et reprises du classeur, retirées
cli-incitu-step-own-provisions = Provisions et reprises de Prévi
cli-incitu-step-structure-income = Produits et financements de la structure
cli-incitu-step-agreements = Conventions : autre produit que le montant promis pour l’année
cli-incitu-step-others = Le reste
cli-incitu-step-previ = Résultat de Prévi
cli-staff = Montre ce que coûtent les postes, leurs jours et leurs aides, et le salaire d’un mois ligne par ligne
cli-arg-post = Le salaire d’un poste, par son nom, son titulaire ou son numéro
cli-arg-month = Mois de ce salaire, par exemple 2027-03 ; d’office le premier du poste
cli-value-post = POSTE
cli-value-month = MOIS
cli-title-staff-cost = COÛT DES POSTES, en euros
cli-title-staff-days = JOURS PRÉVUS SUR LES ACTIONS / JOURS DISPONIBLES
cli-title-staff-aids = AIDES AUX POSTES, en euros
cli-title-staff-posts = LES POSTES
cli-staff-number = Numéro
cli-staff-not-held = Ce poste n’a aucun mois dans ce plan.
cli-how-to-read-staff =
    Le coût est le salaire brut et la part patronale, avec la taxe sur les salaires s’il y en a une.
    « previ staff --post NUMÉRO » explique le salaire d’un mois.
cli-unknown-post = Aucun poste ne s’appelle « { $post } » dans ce plan, ou plusieurs.
    .hint = Ses postes : { $known }.
cli-staff-none = aucun
