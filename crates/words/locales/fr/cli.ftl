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
