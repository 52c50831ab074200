# Texts of previ-session: refusals, names of edits, titles of pages.

## Refusals: items

session-item-gone = Cet élément n'est plus dans le plan.
    .hint = Il a peut-être été supprimé : annulez la dernière modification pour le retrouver.
session-no-more-ids = Le document ne peut plus recevoir de nouvel élément.
    .hint = Enregistrez-le, puis commencez un nouveau plan.
session-name-empty = Il manque un nom.
    .hint = Écrivez un nom, même court ; vous pourrez le changer plus tard.
session-still-used = « { $item } » sert encore à { $count ->
        [one] { $count } élément
       *[other] { $count } éléments
    } : { $users }
    .hint = Rattachez d'abord ces éléments à autre chose ou supprimez-les, puis recommencez.
session-activity-below-itself = L'action « { $item } » ne peut pas faire partie d'elle-même.
    .hint = Choisissez une autre action, ou la structure.

## Refusals: values

session-dates-reversed = La fin ({ $to }) vient avant le début ({ $from }).
    .hint = Choisissez un mois de fin égal ou postérieur au mois de début.
session-year-outside-dates = « { $item } » n'a aucun mois dans l'exercice { $year }.
    .hint = Vérifiez les dates de la ligne et de son action, puis saisissez le montant dans un exercice où elle a lieu.
session-month-outside-dates = « { $item } » n'a pas lieu en { $month }.
    .hint = Vérifiez les dates de la ligne et de son action, puis saisissez le montant dans un mois où elle a lieu.
session-line-class = Une ligne de budget se range dans un compte de charges (6…) ou de produits (7…), pas dans le compte { $account }.
    .hint = Choisissez un compte qui commence par 6 pour une dépense, par 7 pour une recette.
session-income-class = Une subvention se range dans un compte de produits (7…), pas dans le compte { $account }.
    .hint = Choisissez un compte qui commence par 7, ou laissez celui qui découle du financeur.
session-cost-class = Une subvention prend en charge des dépenses, dont le compte commence par 6 : { $account } ne convient pas.
    .hint = Indiquez des comptes de charges, par exemple 60, 61 ou 641, séparés par des virgules, ou rien pour toutes les dépenses.
session-treasury-class = Le numéro d'un compte de trésorerie commence par 5 : { $account } ne convient pas.
    .hint = Choisissez 512 pour une banque, 53 pour une caisse, 50 pour des placements.
session-timing-out-of-range = Ce règlement n'est pas possible.
    .hint = Un décalage va de 1 à 60 mois, un règlement en plusieurs fois de 1 à 60 parts ; choisissez au moins un mois.
session-delay-out-of-range = Un délai de paiement de { $number } mois est trop long.
    .hint = Indiquez entre 0 et 60 mois.
session-rate-out-of-range = { $percent } % n'est pas un taux possible ici.
    .hint = Indiquez un taux entre 0 et 100 %.
session-trigger-month = Il n'y a pas de mois numéro { $number } dans l'année.
    .hint = Choisissez un mois, de janvier (1) à décembre (12).
session-too-many-tranches = Une convention de plus de 10 tranches annuelles n'est pas possible.
    .hint = Elle en aurait au moins { $number } : vérifiez l'année du début et celle de la fin.
session-investment-missing = Il manque l'investissement que cette subvention paie.
    .hint = Choisissez-le dans la liste « Pour quoi ? » ; s'il n'est pas encore dans le plan, choisissez pour l'instant une subvention pour un projet.
session-time-over-100 = Le temps de « { $item } » atteindrait { $percent } %.
    .hint = Réduisez d'abord une autre action : le total ne peut pas dépasser 100 %.
session-days-out-of-range = Un exercice ne peut pas avoir { $number } jours.
    .hint = Saisissez un nombre de jours de 0 à 366.
session-horizon-years = Un plan de { $number } exercices n'est pas possible.
    .hint = Choisissez de 1 à 10 exercices.
session-first-year = L'année { $year } n'est pas possible comme première année.
    .hint = Choisissez une année entre 2000 et 2100.
session-fiscal-year-month = Il n'y a pas de mois numéro { $number }.
    .hint = Choisissez le premier mois de l'exercice, de janvier (1) à décembre (12).
session-reserve-months = Une réserve de { $number } mois n'est pas possible.
    .hint = Indiquez entre 0 et 24 mois de dépenses.
session-days-off = { $number } jours non travaillés par an : ce n'est pas possible.
    .hint = Indiquez entre 0 et 260 jours pour une année à temps plein.
session-negative-part = Une part ne peut pas être négative : { $number }.
    .hint = Saisissez zéro ou un nombre positif.
session-pay-scale = Cette grille ne convient pas : { $number }.
    .hint = Indiquez un multiple du SMIC d'au moins 1, ou des points positifs.
session-negative-amount = Ce montant ne peut pas être négatif : { $amount }.
    .hint = Saisissez zéro ou un montant positif.
session-stale-import = Le document a changé depuis la lecture du tableur.
    .hint = Relisez le fichier, puis acceptez la proposition.

## Refusals: the grid

session-cell-is-a-sum = Cette case est calculée : c'est une somme.
    .hint = Modifiez une des lignes qui la composent ; le volet de droite les montre.
session-cell-from-staff = Ce montant vient du poste « { $item } ».
    .hint = Ouvrez ce poste dans Équipe pour changer le salaire, les taux ou les dates.
session-cell-from-agreement = Ce montant vient de la convention « { $item } ».
    .hint = Ouvrez cette convention dans Financements pour changer les montants ou les dates.
session-cell-computed = Ce montant est calculé à partir de « { $item } ».
    .hint = C'est cet élément qu'il faut modifier ; le volet de droite y conduit.
session-cell-of-days = Cette case est calculée.
    .hint = Tapez les jours dans les colonnes des actions : totaux, restes et coûts suivent.
session-no-days = « { $item } » n'a aucun jour disponible pour « { $activity } » dans l'exercice { $year }.
    .hint = Vérifiez les dates du poste dans Équipe, puis celles de l'action dans Actions.
session-not-an-amount = « { $text } » n'est pas un nombre.
    .hint = Écrivez par exemple 1234,56 ou =12*850. Votre texte est gardé : corrigez-le, ou appuyez sur Échap pour laisser la case comme elle était.
session-ambiguous-amount = « { $text } » peut se lire { $decimals } ou { $thousands }.
    .hint = Écrivez le nombre sans point ni espace, comme 1234, ou avec deux chiffres après la virgule, comme 1234,00.
session-amount-too-large = « { $text } » est trop grand.
    .hint = Un montant ne dépasse pas 9 999 999 999,99 €.
session-division-by-zero = « { $text } » divise par zéro.
    .hint = Corrigez le calcul, ou appuyez sur Échap pour laisser la case comme elle était.
session-paste-not-an-amount = Rien n'a été collé : « { $text } », destiné à « { $item } », { $column }, n'est pas un nombre.
    .hint = Copiez seulement les cases de nombres, sans titres ni libellés.
session-paste-too-large = Rien n'a été collé : le bloc ({ $rows } × { $columns } cases) dépasse du tableau.
    .hint = Placez-vous plus haut ou plus à gauche, ou ouvrez les mois de l'exercice, puis collez de nouveau.
session-nothing-to-paste = Le presse-papiers ne contient aucun nombre.
    .hint = Copiez d'abord des cases dans votre tableur ou dans Prévi.
session-nothing-to-clear = Aucune de ces cases n'est saisie à la main.
    .hint = Seules les cases que l'on peut taper, sur fond clair, peuvent être vidées.

## Names of edits, after « Annuler : »

edit-add-line = nouvelle ligne { $label }
edit-change-line = modification de la ligne { $label }
edit-remove-line = suppression de la ligne { $label }
edit-rename = { $label } renommé en { $new }
edit-set-account = { $label } au compte { $account }
edit-set-activity = action de { $label }
edit-set-timing = règlement de { $label }
edit-set-schedule = calendrier de { $label }
edit-set-year-amount = { $label } { $year }
edit-set-month-amount = { $label } { $month }
edit-forget-month-amount = { $label } { $month } rendu au calendrier
edit-add-position = nouveau poste { $label }
edit-remove-position = suppression du poste { $label }
edit-set-holder = titulaire de { $label }
edit-set-gross = salaire de { $label } à partir de { $month }
edit-set-dates = dates de { $label }
edit-set-rates = taux de { $label }
edit-set-time-share = temps de { $label } sur { $activity }
edit-add-lending = temps de { $label } mis à disposition de { $to }
edit-set-lending = mise à disposition de { $label } à { $to }
edit-remove-lending = fin d'une mise à disposition de { $label }
edit-add-in-kind = nouvelle contribution en nature { $label }
edit-remove-in-kind = suppression de la contribution en nature { $label }
edit-set-in-kind-kind = nature de la contribution { $label }
edit-set-hourly = valeur d'une heure de { $label }
edit-set-days-of-year = jours de { $label } sur { $activity } en { $year }
edit-set-worked = jours réalisés de { $label } sur { $activity } en { $year }
edit-set-contract = contrat de { $label }
edit-set-operational-share = part opérationnelle de { $label }
edit-set-pool = répartition de { $label }
edit-set-condition = condition de { $label }
edit-set-actual = réalisé { $year } de { $label }
edit-add-pool = charges communes { $label }
edit-remove-pool = suppression de { $label }
edit-set-key = clé de { $label }
edit-move-pool = ordre de { $label }
edit-set-collective-agreement = convention collective
edit-set-headcount = effectif
edit-set-alsace-moselle = Alsace-Moselle
edit-set-work-accident-rate = taux AT/MP
edit-set-mobility-rate = versement mobilité
edit-set-health-cover = mutuelle
edit-set-provident-rate = prévoyance
edit-set-occupational-health = médecine du travail
edit-set-payroll-tax = taxe sur les salaires
edit-set-leave-owed = congés à payer
edit-set-days-off = jours non travaillés
edit-add-agreement = nouvelle convention { $label }
edit-remove-agreement = suppression de la convention { $label }
edit-set-funder = financeur de { $label } : { $funder }
edit-set-stage = { $label } : { $stage }
edit-set-payment = règle de paiement de { $label }
edit-set-eligible = dépenses prises en charge par { $label }
edit-set-report = compte rendu de { $label }
edit-set-certainty = certitude de { $label }
edit-set-income-account = compte de { $label }
edit-set-flat-rate = coûts indirects au forfait de { $label }
edit-set-counts-in-kind = bénévolat compté par { $label }
edit-set-ceilings = plafonds de { $label }
edit-set-provision = provision pour { $label }
edit-set-total = montant de la convention { $label }
edit-set-partners = partenaires de { $label }
edit-set-person = personne qui suit { $label }
edit-set-filing = dépôt de { $label }
edit-set-signature = signature de { $label }
edit-set-interim-report = bilan intermédiaire de { $label }
edit-set-chosen = dépenses choisies pour { $label }
edit-set-releases = reprise de provision de { $label }
edit-amend = avenant à { $label }
edit-forget-amendment = retrait d'un avenant à { $label }
edit-add-tranche = nouvelle tranche de { $label }
edit-remove-tranche = suppression d'une tranche de { $label }
edit-set-asked = montant demandé de { $label }
edit-set-granted = montant accordé de { $label }
edit-set-funding-actual = montant réalisé de { $label }
edit-add-funding-line = nouvelle ligne de { $label }
edit-remove-funding-line = suppression d'une ligne de { $label }
edit-set-decision = décision de { $label }
edit-set-instalments = versements de { $label }
edit-add-funder = nouveau financeur { $label }
edit-remove-funder = suppression du financeur { $label }
edit-set-kind = nature de { $label }
edit-set-delay = délai de paiement de { $label }
edit-add-activity = nouvelle action { $label }
edit-remove-activity = suppression de l'action { $label }
edit-set-parent = place de l'action { $label }
edit-add-treasury = nouveau compte { $label }
edit-remove-treasury = suppression du compte { $label }
edit-set-opening = solde de départ de { $label }
edit-set-blocked = blocage de { $label }
edit-set-association-name = nom de l'association
edit-set-first-year = première année du plan
edit-set-horizon-years = durée du plan
edit-set-fiscal-year-start = début de l'exercice
edit-set-as-of = mois de référence
edit-set-reserve-months = réserve de trésorerie
edit-import = import de { $count ->
        [one] { $count } élément
       *[other] { $count } éléments
    }
edit-paste = collage de { $count } cases
edit-cut = coupe de { $count } cases
edit-clear = effacement de { $count } cases
edit-fill = recopie dans { $count } cases

## Pages

account-usual-words = loyer 6132, salle 6132, photocopieur 6135, assurance 616, MAIF 616, électricité 6061, gaz 6061, chauffage 6061, eau 6061, essence 6061, papeterie 6064, fournitures 6064, timbres 626, téléphone 626, internet 626, hébergement du site 6135, train 6251, déplacements 6251, frais kilométriques 6251, repas 6257, restaurant 6257, banque 627, comptable 6226, expert-comptable 6226, commissaire aux comptes 6226, avocat 6226, publicité 623, affiches 623, site internet 623, formation 628, adhésion à la fédération 6281, réparation 6155, ménage 615, adhésions 756, cotisations 756, dons 754, mécénat 754, vente 707, buvette 707, prestation 706, participation des familles 706, loterie 708, intérêts du livret 768

budget-charges = Charges
budget-income = Produits
budget-in-kind-uses = Emplois des contributions volontaires en nature
budget-in-kind-resources = Contributions volontaires en nature
budget-total-charges = Total des charges
budget-total-income = Total des produits
budget-total-in-kind-uses = Total des emplois
budget-total-in-kind-resources = Total des contributions
budget-result = Excédent ou insuffisance
budget-to-find = À trouver
budget-from-staff = vient de l'équipe
budget-from-agreements = vient des financements
budget-from-investments = vient des investissements
budget-from-loans = vient des emprunts
budget-from-in-kind = vient des contributions en nature
budget-not-in-view = n'a pas lieu dans cette vue

cash-opening = Trésorerie au début
cash-receipts = Total des encaissements
cash-payments = Total des décaissements
cash-closing = Trésorerie à la fin
cash-worst = Au plus bas dans le mois
cash-reserve = Réserve visée

funding-cost = Dépenses à financer
funding-own-income = Recettes propres
funding-left = Reste à financer
funding-paid-in = { $from } · { $certainty }
funding-paid-by = { $from } – { $to } · { $certainty }
funding-agreement = { $label } – { $funder } ({ $certainty })
funding-base = Dépenses admises
funding-paid = Dépenses prises en charge
funding-income = Produit de l'exercice
funding-carried = Reporté sur les exercices suivants
funding-given-back = À reverser au financeur
funding-received = Encaissé, reversements déduits
kind-one-payment = un seul versement, à la décision
kind-rate = { $payments } ; en tout { $rate } des dépenses
kind-for-whole = L'association dans son ensemble
kind-for-post = Poste : { $post }
calendar-decision = Décision du financeur
calendar-payment = Versement du financeur
calendar-to-partners = Reversement aux partenaires
calendar-report = Compte rendu à rendre
calendar-give-back = Reversement au financeur
calendar-filing = Dépôt de la demande
calendar-signature = Signature de la convention
calendar-claim = Demande de versement
calendar-interim-report = Bilan intermédiaire
calendar-late = en retard
calendar-to-check = à vérifier
calendar-short-filing = Dépôt
calendar-short-decision = Décision
calendar-short-signature = Signature
calendar-short-claim = Demande de versement
calendar-short-payment = Versement
calendar-short-interim-report = Bilan intermédiaire
calendar-short-to-partners = Part des partenaires
calendar-short-report = Compte rendu
calendar-short-give-back = Reversement
funding-own-funds = dont autres ressources de l'année
funding-to-find = dont à trouver
funding-waiting = Gardé pour les années suivantes
funding-surplus = Argent sans dépense à payer
funding-counted = Montant promis pour l'exercice
funding-to-come = Reste à recevoir à la fin de l'exercice
funding-at-risk = Reçu d'avance, à rendre si le projet s'arrêtait
sureness-then = { $first }, puis { $others }
sureness-until = { $first } jusqu'en { $until }, puis { $others }
unused-title = Pourquoi { $amount } n'ont trouvé aucune dépense
unused-no-eligible-cost = Non éligible : aucune dépense du plan n'est de celles que cette convention prend en charge (actions, mois, comptes, postes).
unused-too-little-cost = Les dépenses qu'elle peut payer font { $eligible } en tout : même seule à les payer, il lui resterait { $amount }.
unused-already-paid = Non éligible, car déjà payé par d'autres : { $names }.
unused-own-income = recettes propres, { $item }
unused-ceiling-public = Son plafond d'argent public lui retire { $amount }.
unused-ceiling-staff = Son plafond sur les frais de personnel lui retire { $amount }.
unused-ceiling-direct = Son plafond sur les autres dépenses directes lui retire { $amount }.
unused-ceiling-indirect = Son plafond sur les frais de structure lui retire { $amount }.
choices-cost = Tous les choix du plan ensemble coûtent { $cost } : les financeurs paient { $paid } de dépenses ; sans ces choix, ils en paieraient { $unchosen }.
choices-cost-nothing = Ces choix ne coûtent rien : sans eux, les financeurs ne paieraient pas plus de dépenses.
funding-tranche = { $from } – { $to } · { $label }
promise-counted = Compté
promise-received = Reçu
promise-to-come = À recevoir
promise-at-risk = À risque
matrix-payer = Qui paie
matrix-own-income = Recettes propres des actions
matrix-own-funds = Autres ressources de l'association
matrix-to-find = À trouver
matrix-total = Total
matrix-cost = Coût total
cliff-title = { $label } – { $funder }
cliff-paid = Dépenses de ces douze mois qu'il a payées : { $names }.
cliff-paid-nothing = Il n'a payé aucune dépense du plan pendant ces douze mois.
cliff-positions = Postes de ces actions, avec leur coût : { $names }.
cliff-and-others = { $names } et { $count ->
    [one] 1 autre
   *[other] { $count } autres
    }
cliff-after = Ensuite, ces actions coûtent encore { $cost } par mois, dont { $left } que personne ne paie.
cliff-after-paid = Ensuite, ces actions coûtent encore { $cost } par mois : d'autres les paient en entier.
cliff-after-nothing = Ensuite, ces actions ne coûtent plus rien.
timeline-today = aujourd'hui, { $month }
timeline-tranche = { $from } – { $to } : { $amount }, { $certainty }
timeline-refused = refusé
agreements-funder = Financeur
agreements-label = Convention
agreements-stage = Étape
agreements-certainty = Certitude
agreements-asked = Demandé
agreements-granted = Accordé
agreements-actual = Réalisé
agreements-income = Produit { $year }
agreements-received = Versé { $year }

staff-job = Poste
staff-holder = Titulaire
staff-from = Début
staff-to = Fin
staff-gross = Brut mensuel
staff-employer-rate = Charges patronales
staff-days-a-year =
    { $days ->
        [one] { $days } jour par exercice
       *[other] { $days } jours par exercice
    }
staff-time = Temps par action

activities-whole = Ensemble
activities-structure = Structure
activities-costs = Ce que coûte l'action
activities-payers = Qui paie
activities-days = Jours
activities-direct = Direct
activities-shared = Commun
activities-full = Complet
activities-cost = Coût
activities-own-income = Recettes
activities-paid = Financeurs
activities-left = Reste
activities-margin = Marge
activities-dates = Dates
activity-cost = Coût
activity-direct = Coût direct
activity-shared = Part des charges communes
activity-full = Coût complet
activity-days-unpaid = dont jours que personne ne paie
activity-indirect-running = Charges fixes de fonctionnement
activity-indirect-financial = Frais financiers
activity-indirect-other = Autres

explanation-opening = à l'ouverture
explanation-end-of-year = fin { $year }
explanation-with-shared = { $what } avec les charges communes
explanation-shared = Part de charges communes

home-own-income = Recettes propres
next-import-sheet = Importer votre tableur
next-open-example = Regarder un exemple
next-set-opening-cash = Indiquer combien il y a en banque au départ
next-add-lines = Saisir vos dépenses et vos recettes propres
next-add-positions = Saisir les salariés, s'il y en a
next-add-agreements = Saisir les subventions, obtenues ou espérées
next-set-reserve = Dire combien de mois de dépenses garder en réserve

new-bank-account = Compte courant

import-as-line = ligne de budget
import-as-in-kind = contribution en nature
import-as-agreement = subvention, { $funder }
import-question-from-label = Compte { $account } choisi d'après le libellé
import-question-guessed = Compte inconnu : rangé en { $account }
import-question-says-otherwise = Écrit en { $account } ; le libellé évoque plutôt { $suggested }

# Employeur, contrats, charges communes
contract-permanent = CDI
contract-fixed-term = CDD
contract-apprentice = Apprentissage
headcount-under-11 = moins de 11 personnes
headcount-11-to-49 = de 11 à 49 personnes
headcount-from-50 = 50 personnes ou plus
whit-monday-holiday = férié
whit-monday-worked = travaillé
pool-structure-time = temps laissé à la structure
key-days = Jours prévus par action
key-days-why = Chaque action reçoit sa part des jours prévus : tout est réparti.
key-days-available = Coût par jour disponible
key-days-available-why = Chaque jour prévu porte le même coût ; ce que les jours non placés auraient porté reste à la structure.
key-full-time = Équivalents temps plein
key-full-time-why = Chaque action reçoit sa part des équivalents temps plein.
key-direct-cost = Charges directes
key-direct-cost-why = Chaque action reçoit sa part des charges directes (comptes 60 à 65 et 6811).
key-floor-area = Surface occupée
key-floor-area-why = Tapez les mètres carrés de chaque action.
key-shares = Parts saisies
key-shares-why = Tapez une part par action, par exemple 60 et 40.

# Plan de charge
workload-available = Disponibles
workload-lent = Mis à disposition
workload-planned = Prévus
workload-left = Restent
workload-done = Réalisés
workload-difference = Écart
workload-total = Total des jours
workload-cost = Coût de ces jours
workload-paid = Payé par un financeur
workload-unpaid = Sans financeur
workload-nobody = Personne : fonds propres, ou à trouver
workload-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
workload-from-share = C'est { $share } de son temps ; si vous tapez un nombre, les jours de cet exercice ne suivront plus ce pourcentage.
workload-were-planned = Prévu : { $days }.
workload-costs = Coût : { $cost }.
workload-costs-a-day = Soit { $cost } par jour.
workload-beyond = Ce poste a { $days } de plus que son temps disponible.
load-light = moins de 50 % du temps
load-medium = de 50 à 89 %
load-full = de 90 à 100 %
load-over = surcharge : plus de 100 %
staff-time-from = { $time } à partir de { $from }
staff-time-until = { $time } jusqu'à { $to }
staff-time-between = { $time } de { $from } à { $to }
staff-dates = Dates
staff-dates-from = depuis { $from }
staff-dates-both = { $from } – { $to }
staff-working-time = Temps
staff-days-available = Dispo.
staff-days-planned = Prévus
staff-aids = Aides { $year }
staff-total = Total
staff-no-index = aucune hausse
staff-no-pool = reste à la structure
staff-always = dans tous les cas
staff-only-if = seulement si « { $agreement } » est accordé
staff-only-if-one = seulement si l'un de ces financements est accordé : { $agreements }
staff-only-if-all = seulement si tous ces financements sont accordés : { $agreements }
staff-lent-to-whom = Autre association
pay-by-amount = un montant
pay-by-minimum-wage = le SMIC, multiplié
pay-by-points = des points (ÉCLAT)
pay-column-label = Ligne
pay-column-base = Base
pay-column-rate = Taux
pay-column-amount = Montant
pay-column-since = Origine du taux
pay-gross = Salaire brut
pay-gross-minimum-wage = Salaire brut : { $times } fois le SMIC, selon le temps de travail
pay-gross-points = Salaire brut : coefficient { $points } (ÉCLAT)
pay-extra = Primes, absences, fin de contrat
pay-since = depuis { $month }
pay-typed-rate = saisi pour ce poste
pay-own-rate = propre à l'association
pay-mean-rate = taux moyen national
pay-usual-amount = montant usuel, à vérifier
pay-to-be-checked = valeur usuelle, à vérifier
pay-employer-heading = Part patronale : payée en plus du brut
pay-employee-heading = Part salariale : retenue sur le brut
pay-employer-side = Part patronale, en plus du brut
pay-employee-side = Part salariale, retenue sur le brut
pay-employer-total = Total de la part patronale
pay-employee-total = Total de la part salariale
pay-salary-tax = Taxe sur les salaires, part de ce poste
pay-cost = Coût du mois pour l'association
pay-net = Net avant impôt
pay-tax-at-source = Impôt prélevé à la source
pay-net-paid = Net payé
pay-reduction = Réduction générale (RGDU)
pay-reduction-since-january = Réduction générale (RGDU) depuis janvier
pay-reduction-before = … moins celle des mois précédents
pay-reduction-why = Réduction générale : l'État allège la part patronale des bas salaires. Le coefficient baisse quand le salaire monte et il n'y en a plus à partir de { $end } fois le SMIC. Elle se compte sur les salaires depuis janvier, moins ce qui a déjà été déduit.
pay-no-reduction = Pas de réduction générale : ce salaire atteint { $end } fois le SMIC.
pay-salary-tax-why = La taxe sur les salaires est due par toute l'association ; chaque poste en porte une part selon son salaire.
pay-typed-why = Les parts patronale et salariale sont des taux saisis. Videz le taux des charges patronales pour les faire calculer ligne par ligne.
pay-before-parameters = Les taux de ce mois ne sont pas connus : ce sont les premiers connus après lui.
pay-none-this-month = Pas de salaire ce mois-ci.
edit-set-position-index = hausse du salaire de { $label }
staff-lent-delay =
    { $months ->
        [0] dans le mois
        [one] un mois après
       *[other] { $months } mois après
    }
pay-coefficient = coef. { $coefficient }
pay-points-why = La valeur du point est celle de l'accord ÉCLAT connue ce mois-ci ; le salaire n'est jamais inférieur au SMIC.

# Charges communes, bénévolat, partenaires
pool-unit-days = Jours
pool-unit-area = m²
pool-unit-parts = Parts
pool-share = Part
pool-amount = Montant
pool-kept = Reste à la structure
pool-total = Total du groupe
pool-daily = Soit { $amount } par jour : { $days } jours sont destinés aux actions.
in-kind-what = Contribution
in-kind-kind = Nature
in-kind-for = Pour
in-kind-total = Total
in-kind-hour-minimum = le SMIC brut ({ $amount } en { $month })
in-kind-hour-minimum-charged = le SMIC avec les charges patronales ({ $amount } en { $month })
in-kind-hour-own = une autre valeur
partner-new = Partenaire { $number }

# Prévu et réalisé
actuals-planned = { $year } prévu
actuals-done = { $year } réalisé
actuals-column-planned = Prévu
actuals-column-done = Réalisé
actuals-percent = Taux
actuals-result = Résultat
actuals-charges = Total des charges
actuals-income = Total des produits
