# Texts of previ-words: places, what people type, and labels that every front uses.

## Places

place-text = ligne { $line }, colonne { $column }
place-item = { $kind } n° { $number }
place-whole = l'ensemble

## Fields of items, by their name in the file

field-about = objet de la note
field-account = compte
field-activity = action
field-balance = solde relevé
field-ceilings = plafonds
field-certainty = certitude
field-chosen = dépenses choisies
field-days-off = jours non travaillés
field-eligible = dépenses prises en charge
field-filing = dépôt de la demande
field-fiscal-year-starts = premier mois de l'exercice
field-from = début
field-funder = financeur
field-id = numéro
field-income-account = compte de produit
field-index = indice
field-instalments = versements
field-interim-report = bilan intermédiaire
field-investment = investissement
field-lent = temps mis à disposition
field-only-if = condition
field-operational-share = taux opérateur
field-parent = action au-dessus
field-partners = partenaires
field-provision = provision
field-releases = reprises de provision
field-schedule = calendrier
field-settlement = règlement
field-time = temps par action
field-to = fin
field-total = montant de la convention
field-tranches = tranches
field-treasury = compte de trésorerie
field-vat = TVA
field-worked = jours faits
field-years = nombre d'exercices

## What people type

parse-empty = Rien n'est saisi.
    .hint = Tapez un nombre, par exemple 1 250,50.
parse-no-list = « { $part } » ne désigne pas d'action.
    .hint = Écrivez des numéros séparés par des virgules, avec un tiret pour une suite : 1,4,6-8.
parse-range-reversed = « { $from }-{ $to } » va à rebours.
    .hint = Écrivez le plus petit numéro d'abord : { $to }-{ $from }.
parse-number-beyond = { $last ->
        [0] Ce plan n'a pas d'action
        [one] Ce plan a une seule action, le numéro 1
       *[other] Ce plan a { $last } actions, numérotées à partir de 1
    } : il n'y a pas de numéro { $number }.
    .hint = { $last ->
        [0] Créez d'abord une action.
       *[other] Choisissez parmi les numéros de la liste des actions, de 1 à { $last }.
    }
parse-not-a-number = Ce texte n'est ni un nombre ni un calcul.
    .hint = Tapez un nombre comme 1 250,50 ou, en commençant par le signe =, un calcul comme =12*850.
parse-too-large = Ce nombre est trop grand.
    .hint = Vérifiez le nombre de zéros : un montant reste en dessous de dix milliards d'euros.
parse-division-by-zero = Ce calcul divise par zéro.
    .hint = Corrigez le nombre qui suit le signe de division.
parse-ambiguous = Ce nombre peut se lire de deux façons : { $decimals } ou { $thousands }.
    .hint = Pour des milliers, tapez les chiffres sans point ni virgule ; pour des décimales, ajoutez un zéro à la fin.
parse-not-a-month = « { $text } » n'est pas un mois.
    .hint = Tapez un mois comme mars 2027 ou 03/2027.

## Seriousness

severity-note = À savoir
severity-warning = À vérifier
severity-error = Erreur

## Kinds of items

item-frame = Cadre du plan
item-treasury = Compte de trésorerie
item-transfer = Virement interne
item-reading = Solde relevé
item-opening = Créance ou dette à l'ouverture
item-index = Indice
item-activity = Action
item-line = Ligne
item-position = Poste
item-funder = Financeur
item-agreement = Convention
item-tranche = Tranche
item-investment = Investissement
item-loan = Emprunt
item-in-kind = Contribution en nature
item-pool = Charges communes
item-note = Note

## Cash forecast

cash-row-income-70 = Ventes et prestations
cash-row-income-71 = Production stockée
cash-row-income-72 = Production immobilisée
cash-row-income-73 = Concours publics
cash-row-income-74 = Subventions hors conventions
cash-row-income-75 = Autres produits de gestion courante
cash-row-income-76 = Produits financiers
cash-row-income-77 = Produits exceptionnels
cash-row-income-78 = Reprises
cash-row-income-79 = Autres produits
cash-row-dues = Cotisations des membres
cash-row-gifts = Dons et collectes
cash-row-grants-state = Subventions – État
cash-row-grants-region = Subventions – Région
cash-row-grants-department = Subventions – Département
cash-row-grants-municipality = Subventions – Communes et intercommunalités
cash-row-grants-public-body = Subventions – Établissements publics
cash-row-grants-social-body = Organismes sociaux (CAF, MSA)
cash-row-grants-europe = Fonds européens
cash-row-grants-employment-aid = Aides à l'emploi (ASP, FONJEP)
cash-row-grants-foundation = Fondations et autres associations
cash-row-grants-company = Mécénat d'entreprises
cash-row-grants-person = Dons de particuliers par convention
cash-row-opening-receipts = Créances de l'ouverture encaissées
cash-row-loans-drawn = Emprunts reçus
cash-row-expenses-60 = Achats
cash-row-expenses-61 = Services extérieurs
cash-row-expenses-62 = Autres services extérieurs
cash-row-expenses-63 = Impôts et taxes
cash-row-expenses-64 = Autres charges de personnel
cash-row-expenses-65 = Autres charges de gestion courante
cash-row-expenses-66 = Charges financières
cash-row-expenses-67 = Charges exceptionnelles
cash-row-expenses-68 = Dotations
cash-row-expenses-69 = Impôts sur les bénéfices
cash-row-net-pay = Salaires nets
cash-row-contributions = Cotisations sociales
cash-row-investments = Investissements
cash-row-loan-repayments = Remboursements d'emprunts et intérêts
cash-row-opening-payments = Dettes de l'ouverture payées
cash-row-partners-money = Argent des partenaires, en transit
cash-row-transfers = Virements avec les comptes bloqués
cash-row-readings = Écarts avec les relevés de banque

## Rules of entries

rule-opening = À-nouveau
rule-opening-receipt = Encaissement d'une créance d'ouverture
rule-opening-payment = Règlement d'une dette d'ouverture
rule-expense = Charge
rule-expense-payment = Règlement de la charge
rule-income = Produit
rule-income-receipt = Encaissement du produit
rule-pay = Salaire brut
rule-employer-contributions = Charges patronales
rule-salary-tax = Taxe sur les salaires
rule-leave-owed = Congés à payer
rule-net-pay-payment = Paiement du salaire net
rule-contributions-payment = Paiement des cotisations sociales
rule-lending = Mise à disposition facturée
rule-lending-receipt = Encaissement d'une mise à disposition
rule-award = Notification de la subvention
rule-deferred-income = Reprise du produit constaté d'avance
rule-instalment = Versement du financeur
rule-dedicated-funds-carried = Report en fonds dédiés
rule-dedicated-funds-used = Utilisation de fonds dédiés
rule-given-back = Somme à reverser au financeur
rule-given-back-payment = Reversement au financeur
rule-partners-money = Argent des partenaires, encaissé pour eux
rule-partners-money-passed-on = Argent des partenaires, versé
rule-partners-share = Part des partenaires
rule-partners-share-payment = Paiement de la part des partenaires
rule-provision-made = Dotation à la provision
rule-provision-released = Reprise de la provision
rule-investment-grant-award = Notification de la subvention d'investissement
rule-investment-grant-release = Quote-part de subvention virée au résultat
rule-investment-grant-cleared = Subvention d'investissement soldée
rule-investment = Acquisition
rule-investment-payment = Règlement de l'acquisition
rule-depreciation = Dotation aux amortissements
rule-loan-drawn = Déblocage de l'emprunt
rule-loan-repayment = Remboursement du capital
rule-loan-interest = Intérêts de l'emprunt
rule-in-kind = Contribution volontaire en nature
rule-transfer = Virement interne
rule-reading = Écart avec le relevé, à expliquer
rule-appropriation = Affectation du résultat

## Funders

funder-kind-state = État
funder-kind-region = Région
funder-kind-department = Département
funder-kind-municipality = Commune ou intercommunalité
funder-kind-public-body = Établissement public
funder-kind-social-body = Organisme social (CAF, MSA)
funder-kind-europe = Fonds européens
funder-kind-employment-aid = Aide à l'emploi (ASP, FONJEP)
funder-kind-foundation = Fondation, fonds de dotation ou association
funder-kind-company = Entreprise mécène
funder-kind-person = Particulier

## Where an agreement stands

stage-idea = Idée
stage-filed = Déposée
stage-informal-yes = Accord oral
stage-decided = Décidée
stage-signed = Signée
stage-running = En cours
stage-report-due = Compte rendu à rendre
stage-closed = Close
stage-refused = Refusée

certainty-not-filed = 1 – non déposé
certainty-filed = 2 – déposé, incertain
certainty-favourable = 3 – favorable, montant incertain
certainty-certain = 4 – certain

trigger-on-decision = à la décision
trigger-on-signature = à la signature
trigger-each-year-in = chaque année en { $month }
trigger-quarterly = chaque trimestre
trigger-on-interim-report = au bilan intermédiaire
trigger-on-report = au compte rendu final
trigger-after-report = { $months } mois après le compte rendu final
trigger-when-spent = quand { $share } sont dépensés
trigger-with-others = quand les autres financeurs ont payé
trigger-after-others = { $months } mois après les autres financeurs

view-certain = Le certain
view-expected = L'attendu
view-everything = Tout ce qui est demandé

## Kinds of agreements

agreement-kind-operating = Subvention de fonctionnement annuelle
    .short = Fonctionnement
    .why = Elle aide l'association dans son ensemble, sans dépenses à justifier une par une ; il faut la redemander chaque année.
agreement-kind-project = Subvention pour un projet
    .short = Projet
    .why = Une somme fixe pour un projet précis. Ce qui n'est pas dépensé est reporté, puis rendu.
agreement-kind-cpo = Convention pluriannuelle (CPO), de 2 à 4 ans
    .short = CPO
    .why = La première année est ferme ; chaque année suivante est une tranche à part, confirmée à son tour.
agreement-kind-region-70-30 = Part des dépenses : avance 70 %, solde 30 %
    .short = Projet
    .why = La Région paie une part des dépenses réelles : si vous dépensez moins, le solde diminue.
agreement-kind-region-50-50 = Part des dépenses : avance 50 %, solde 50 %
    .short = Projet
    .why = La même chose avec une avance plus petite : la moitié n'arrive qu'après le compte rendu.
agreement-kind-department-70-30 = Projet, en deux fois : 70 % puis 30 %
    .short = Projet
    .why = Une somme fixe : 70 % à la décision, 30 % une fois le compte rendu accepté.
agreement-kind-europe = Programme européen (FSE+, FEDER, Erasmus+…)
    .short = Europe
    .why = Il rembourse une part de ce qui a déjà été dépensé, longtemps après, et peut contrôler ensuite : une provision est prévue.
agreement-kind-leader = Programme européen LEADER
    .short = LEADER
    .why = Il paie une fois les travaux faits et les autres financeurs encaissés ; l'argent public ne dépasse pas 80 % du coût.
agreement-kind-caf = Prestation de service (CAF, MSA)
    .short = Prestation de service
    .why = Une somme calculée sur l'activité, quelles que soient les dépenses : deux avances, puis le solde sur les données réelles.
agreement-kind-post-aid = Aide à un poste (FONJEP, adulte-relais…)
    .short = Aide au poste
    .why = Une somme fixe par an pour un poste, versée chaque trimestre tant qu'il est pourvu.
agreement-kind-foundation = Fondation ou mécène, pour un projet
    .short = Mécénat
    .why = Une somme fixe pour un projet, en deux fois. Ce qui n'est pas dépensé est rendu.
agreement-kind-investment = Subvention d'investissement
    .short = Investissement
    .why = Elle paie un achat durable (véhicule, travaux, matériel) ; elle compte dans le résultat au rythme de son amortissement.
agreement-kind-gift = Don ou mécénat sans condition
    .short = Don
    .why = L'association l'emploie comme elle veut : il est acquis en entier dès la promesse.

## Amounts over time

schedule-yearly = Montant annuel
schedule-monthly = Montant mensuel
schedule-once = Ponctuel
schedule-quantity-price = Quantité × prix
schedule-indexed = Indexé
schedule-free = Mois par mois

year-kind-fiscal = Exercice
year-kind-calendar = Année civile

timing-same-month = Le même mois
timing-after = { $months } mois après
timing-before = { $months } mois avant
timing-in-months = À des mois fixes
timing-instalments = En { $count } fois, { $months ->
        [one] chaque mois
       *[other] tous les { $months } mois
    }
timing-on-receipt = À l'encaissement

## Other choices

in-kind-relief = Secours en nature
in-kind-free-use = Mise à disposition gratuite
in-kind-services = Prestations gratuites
in-kind-volunteering = Bénévolat

repayment-constant-payment = Échéances constantes
repayment-constant-principal = Amortissement constant
repayment-at-the-end = In fine

contributions-monthly = Chaque mois
contributions-quarterly = Chaque trimestre

index-step-january = En janvier
index-step-fiscal-year = Au début de l'exercice

appropriation-carried-forward = Report à nouveau
appropriation-project-reserves = Réserves pour projet

opening-receivable = Créance
opening-payable = Dette

note-settled = Explication
note-question = Question
note-to-do = À faire
note-to-be-specified = À préciser

contribution-health = Maladie, maternité, invalidité, décès
contribution-old-age-capped = Vieillesse, jusqu'au plafond
contribution-old-age = Vieillesse, sur tout le salaire
contribution-family = Allocations familiales
contribution-autonomy = Solidarité autonomie (CSA)
contribution-accident = Accidents du travail (AT/MP)
contribution-housing-fund = Aide au logement (FNAL)
contribution-unemployment = Assurance chômage
contribution-wage-guarantee = Garantie des salaires (AGS)
contribution-pension-1 = Retraite complémentaire, jusqu'au plafond
contribution-pension-2 = Retraite complémentaire, au-delà du plafond
contribution-balance-1 = Équilibre des retraites (CEG), jusqu'au plafond
contribution-balance-2 = Équilibre des retraites (CEG), au-delà du plafond
contribution-technical-balance = Équilibre technique des retraites (CET)
contribution-executives = Emploi des cadres (APEC)
contribution-executive-cover = Prévoyance des cadres
contribution-cover = Prévoyance
contribution-health-cover = Mutuelle
contribution-occupational-health = Médecine du travail
contribution-social-dialogue = Dialogue social
contribution-training = Formation professionnelle
contribution-fixed-term-training = Formation des CDD (CPF-CDD)
contribution-apprenticeship-tax = Taxe d'apprentissage
contribution-housing-effort = Effort de construction
contribution-mobility = Versement mobilité
contribution-cover-levy = Forfait social
contribution-social-contribution = CSG déductible de l'impôt
contribution-social-contribution-taxed = CSG non déductible
contribution-social-debt = CRDS
contribution-reduction = Réduction générale (RGDU)
contribution-pension-reduction = Réduction générale, part des retraites

# Prévu et réalisé
completion-unplanned = hors prévision
