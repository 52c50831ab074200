# Texts of previ-sheets.

## export: names of the sheets

export-tab-summary = Synthèse
export-tab-budget = Budget
export-tab-statement = Résultat
export-tab-cash = Trésorerie
export-tab-activities = Actions
export-tab-funding = Financements
export-tab-assumptions = Hypothèses
export-tab-lines = Lignes
export-tab-team = Équipe
export-tab-months = Mois
export-tab-money = Règlements
export-tab-full-cost = Coût complet
export-tab-workload = Plan de charge

## export: the sheets to be read

export-budget-title = Budget prévisionnel
export-statement-title = Résultat prévisionnel par compte
export-cash-title = Plan de trésorerie
export-activities-title = Résultat par action
export-funding-title = Conventions et subventions
export-summary-note = Montants en euros, sans les centimes. Les autres feuilles donnent le détail ; la feuille Hypothèses explique ce classeur.
export-statement-note = Chaque compte est la somme des lignes de la feuille Mois. Les feuilles Budget reprennent ces montants année par année.
export-cash-note = Encaissements en plus, décaissements en moins. Le pire en cours de mois suppose que tout est payé avant d’être encaissé.
export-activities-note = Chaque action comprend celles qui en dépendent. Les dépenses communes sont celles de la structure.
export-funding-note = Modifiez un montant accordé, la part comptée ou un versement : le résultat et la trésorerie suivent. Les dates se changent dans Prévi. Ce qui dépend des dépenses prises en charge est calculé par Prévi et ne suit pas.
export-assumptions-note = D’où part ce prévisionnel, et comment lire ce classeur.
export-lines-note = Ce qui a été saisi. Les cases bleues se modifient ; les années sans montant saisi reprennent celui de l’année précédente.
export-team-note = Salaire brut saisi ; le reste suit les taux. Un mois repris du mois précédent suit le changement de celui-ci.
export-months-note = Charges et produits de chaque mois. Un montant saisi à la place d’une formule remplace ce mois, comme dans Prévi.
export-money-note = Argent reçu (en plus) et payé (en moins) chaque mois. Ces cases suivent la feuille Mois selon le délai de chaque ligne.
export-from-to = de { $first } à { $last }
export-view = Financements comptés
export-view-counted = Financements comptés : { $view }
export-settled = suivi de la convention
export-structure = Structure
export-bank = Banque
export-everything = Ensemble de l’association
export-total = Total

## export: heads of columns and labels of rows

export-empty = { "" }
export-label = Libellé
export-number = N°
export-origin = Origine
export-account = Compte
export-account-label = Intitulé du compte
export-class = Classe
export-activity = Action
export-activity-number = N° action
export-certainty-level = Degré de certitude
export-schedule = Calendrier
export-settlement = Règlement
export-base = Montant mensuel, prix ou base
export-amount = Montant
export-month = Mois
export-quantity = quantité
export-purchase = Achat et durée
export-typed-months =
    { $count ->
        [one] { $count } mois saisi
       *[other] { $count } mois saisis
    }
export-life-months =
    { $count ->
        [one] amorti sur { $count } mois
       *[other] amorti sur { $count } mois
    }
export-in-kind-title = Contributions volontaires en nature
export-investments-title = Investissements
export-calendar-years-title = Montants saisis par année civile
export-due-from-before = (dû d’avant le plan)
export-row-number = N°
export-cash-row = Rubrique de trésorerie
export-cash-row-number = N° rubrique
export-treasury = Compte de trésorerie
export-treasury-number = N° trésorerie
export-counted-in-cash = Compté en trésorerie
export-yes = oui
export-no = non
export-not-counted-title = Hors du plan de trésorerie (comptes bloqués, virements internes)
export-balances-title = Solde de chaque compte en fin de mois
export-movement = mouvements
export-balance = solde
export-position = Poste
export-pay-line = Élément
export-rate = Taux
export-holder = Titulaire
export-gross = Salaire brut
export-employee-share = Part salariale
export-employer-share = Charges patronales
export-net = Net à payer

## export: statement and budgets

export-charges = Charges
export-income = Produits
export-charges-total = Total des charges
export-income-total = Total des produits
export-result = Résultat
export-to-find = À trouver pour équilibrer
export-to-find-note = Ce montant n’est pas un produit : c’est ce qui manque pour un résultat nul.
export-excess = Excédent prévisionnel
export-deficit = Insuffisance prévisionnelle
export-grand-total = TOTAL
export-in-kind-uses = Emplois des contributions en nature
export-in-kind-uses-total = Total des emplois en nature
export-in-kind-resources = Contributions volontaires en nature
export-in-kind-resources-total = Total des contributions en nature

## export: cash and summary

export-cash-opening = Trésorerie au début
export-cash-closing = Trésorerie à la fin
export-cash-worst = Pire en cours de mois
export-cash-worst-of-year = Pire en cours de mois, dans l’année
export-cash-reserve = Réserve à garder
export-cash-lowest = Plus bas en fin de mois
export-receipts = Encaissements
export-receipts-total = Total des encaissements
export-payments = Décaissements et autres mouvements
export-payments-total = Total des décaissements
export-landmarks-title = Repères
export-lowest-month = Mois le plus bas
export-negative-end = Mois finis en négatif
export-negative-inside = Mois où l’argent peut manquer
export-first-negative-end = Premier mois fini en négatif
export-first-negative-inside = Premier mois où l’argent peut manquer en cours de mois
export-curve-title = Trésorerie mois par mois
export-summary-result = Résultat
export-summary-certainty = Produits selon leur certitude
export-summary-cash = Trésorerie
export-own-income = Produits propres
export-funding-level = Financements : { $level }

## export: funding

export-funder = Financeur
export-agreement = Convention
export-funder-kind = Type de financeur
export-stage = Étape
export-certainty = Certitude
export-from = Du
export-to = Au
export-decision = Décision
export-asked = Demandé
export-granted = Accordé
export-weight = Part comptée
export-amount-kept = Retenu
export-counted = Compté ici
export-no-funding = Aucune convention.
export-payments-title = Versements attendus
export-trigger = Échéance
export-received-in = Reçu en
export-fixed-part = Montant fixe
export-share = Part
export-called = Appelé jusque-là
export-payment = Versement

## export: assumptions

export-assumptions-treasury = Trésorerie à l’ouverture
export-use = Usage
export-usable = disponible
export-blocked = bloqué
export-overdraft = Découvert autorisé
export-opening-balance = Solde d’ouverture
export-reserve-months = Réserve visée, en mois de dépenses
export-assumptions-opening = Créances, dettes et réserves à l’ouverture
export-side = Sens
export-due = Échéance
export-reserves = Réserves pour projet de l’association
export-assumptions-transfers = Virements internes
export-from-account = De
export-to-account = Vers
export-assumptions-readings = Soldes relevés sur les comptes
export-index = Indice
export-index-growth = Hausse de l’année
export-index-level = Niveau
export-index-level-used = Niveau arrondi à neuf décimales
export-about-title = Ce qu’est ce classeur
export-about-live = Ce classeur vient de Prévi. Il reste vivant : résultat, budgets, trésorerie et financements sont des formules.
export-about-change = Pour essayer un changement, modifiez une case bleue : une ligne, un mois, un salaire, un financement ou un solde d’ouverture. Tout suit, au centime près.
export-about-not-live = Ce qui ne suit pas ici : les dates, les conditions, les emprunts, une nouvelle ligne. Faites-le dans Prévi, puis exportez de nouveau.
export-about-signs = Charges et produits sont écrits en positif ; en trésorerie, ce qui sort est négatif.
export-legend-title = Couleurs
export-legend-input = Case bleue
export-legend-input-text = Saisi par l’association. À modifier pour essayer un changement.
export-legend-formula = Case blanche
export-legend-formula-text = Formule. Dans la feuille Mois, un montant saisi à la place d’une formule remplace ce mois.
export-legend-derived = Gris, en italique
export-legend-derived-text = Calculé par Prévi (emprunts, restes d’avant le plan). Ne suit pas les changements faits ici.
export-legend-empty = Case vide
export-legend-empty-text = Rien ce mois-là, ou en dehors des dates de l’élément : rien à saisir.
export-association-title = L’association et son prévisionnel
export-association-name = Nom
export-association-rna = N° RNA
export-association-siren = SIREN
export-horizon = Période
export-contributions = Cotisations sociales payées
export-edition = Données de référence
export-notes-title = Notes ouvertes
export-left-out-title = Non compté dans ce classeur
export-left-out-note = La condition de ces éléments n’est pas remplie avec les financements comptés, ou ces financements n’y ont aucun montant.
export-full-cost-title = Coût complet par action
export-full-cost-note = Charges de chaque action, sa part des charges communes, et qui les paie. Chaque action comprend celles qui en dépendent.
export-workload-note = Jours de chaque poste dans l’exercice, et ce qui en est prévu pour les actions. Un reste négatif est une surcharge.
export-as-exported-note = Calculé par Prévi au moment de l’export : ne suit pas les changements faits dans ce classeur.
export-direct-cost = Charges directes
export-shared-cost = Charges communes réparties
export-full-cost = Coût complet
export-paid-by-own-income = Payé par ses propres recettes
export-paid-by-funders = Payé par les financeurs
export-left-to-pay = Reste à financer
export-left-own-funds = dont autres ressources de l’année
export-left-to-find = dont à trouver
export-days = Jours
export-days-available = Jours disponibles
export-days-lent = Mis à disposition d’autres associations
export-days-operational = Jours destinés aux actions
export-days-planned = Jours prévus
export-days-left = Reste à placer

sheets-workbook-not-written = Le classeur n’a pas pu être écrit ({ $reason }).
    .hint = Un plan de cette taille dépasse ce qu’un tableur accepte : réduisez le nombre d’années ou de lignes, puis exportez de nouveau.

## import: files that cannot be read

sheets-empty-file = Le fichier est vide.
    .hint = Vérifiez que vous avez choisi le bon fichier, ou téléchargez-le de nouveau.
sheets-file-too-large = Le fichier est trop gros : { $megabytes } Mo, alors que { $most } Mo suffisent aux plus grands budgets.
    .hint = Copiez la feuille du budget dans un classeur neuf, enregistrez-le et importez celui-ci.
sheets-unpacks-too-large = Le fichier devient énorme quand on l'ouvre : plus de { $most } Mo.
    .hint = Ce n'est pas un classeur ordinaire. Copiez la feuille du budget dans un classeur neuf et importez celui-ci.
sheets-too-many-cells = Le fichier a trop de cases remplies, ou des cases très loin les unes des autres (au plus { $most } cases).
    .hint = Copiez les seules lignes du budget dans un classeur neuf et importez celui-ci.
sheets-password-protected = Le fichier est protégé par un mot de passe.
    .hint = Ouvrez-le dans Excel ou LibreOffice, enregistrez-en une copie sans mot de passe et importez la copie.
sheets-unreadable = Le fichier est abîmé, ou n'est pas fait comme un tableur.
    .hint = Ouvrez-le dans LibreOffice ou Excel, enregistrez-le sous « classeur Excel (.xlsx) » ou « classeur ODF (.ods) », puis importez cette copie.
sheets-unknown-format = Ce fichier n'est pas un tableur que Prévi sait lire.
    .hint = Prévi lit les fichiers xlsx, xlsm, xls, ods et csv. Ouvrez le vôtre dans LibreOffice ou Excel et enregistrez-le sous l'un de ces formats.
sheets-old-format = Ce format de tableur est trop ancien ou trop particulier.
    .hint = Ouvrez le fichier dans LibreOffice ou Excel et enregistrez-le sous « classeur Excel (.xlsx) ».
sheets-no-cells = Aucune case du fichier n'est remplie.
    .hint = Vérifiez que vous avez choisi le bon fichier et qu'il a bien été enregistré.

## import: which sheet, which column, which year

sheets-no-block-found = Aucun budget n'a été trouvé dans les feuilles : { $sheets }.
    .hint = Prévi cherche des charges et des produits : des numéros de compte (60, 613, 741…) ou les mots CHARGES et PRODUITS (ou DÉPENSES et RECETTES) au-dessus des libellés, avec les montants dans une colonne à droite. Ajoutez ces mots dans votre tableur, enregistrez et importez de nouveau.
sheets-unknown-sheet = Il n'y a pas de feuille « { $sheet } » dans ce fichier. Ses feuilles : { $sheets }.
    .hint = Choisissez l'un de ces noms.
sheets-sheet-chosen = La feuille « { $sheet } » a été lue. D'autres feuilles ressemblent aussi à un budget : { $others }.
    .hint = Si ce n'est pas la bonne, choisissez-en une autre au moment de l'import.
sheets-hidden-sheets = Le fichier contient des feuilles masquées : { $sheets }.
    .hint = Ce sont souvent d'anciens brouillons. Elles n'ont pas été importées ; pour les voir, affichez-les dans votre tableur.
sheets-column-chosen = Les montants viennent de la colonne « { $column } ». Les autres colonnes n'ont pas été reprises : { $others }.
    .hint = Si c'est une autre colonne qui est le budget, gardez-la seule dans votre tableur et importez de nouveau.
sheets-column-guessed = Plusieurs colonnes de montants se valent. La colonne « { $column } » a été prise ; les autres n'ont pas été reprises : { $others }.
    .hint = Écrivez l'année, ou « Prévu », au-dessus de la bonne colonne, enregistrez et importez de nouveau.
sheets-year-assumed = Le fichier ne dit pas de quelle année il s'agit : { $year } a été supposé.
    .hint = Vérifiez, et indiquez l'année au moment de l'import si ce n'est pas celle-là.
sheets-year-past = D'après le fichier, ces montants sont ceux de { $year }, une année passée.
    .hint = Si vous préparez une autre année à partir de ce tableau, indiquez-la au moment de l'import.
sheets-thousands = Les montants sont en milliers d'euros d'après « { $text } » : ils ont été multipliés par 1 000.
    .hint = Vérifiez un ou deux montants que vous connaissez.
sheets-side-guessed = Rien ne dit si ce sont des charges ou des produits, à partir de « { $label } » : cela a été deviné d'après les libellés.
    .hint = Écrivez CHARGES ou PRODUITS au-dessus de chaque tableau pour en être sûr.
sheets-side-unknown = Rien ne dit si les lignes sont des charges ou des produits, à partir de « { $label } ». Elles n'ont pas été reprises.
    .hint = Écrivez CHARGES ou PRODUITS au-dessus de ces lignes, ou un numéro de compte devant chacune, puis importez de nouveau.
sheets-duplicate-table = Le tableau des colonnes { $text } répète un autre tableau de la feuille : il n'a pas été repris.
    .hint = Vérifiez que le tableau repris est le bon.
sheets-negative-charges = Toutes les charges sont écrites en négatif : elles ont été reprises en positif.
    .hint = Il n'y a rien à faire, sauf si ces montants étaient des remboursements.

## import: totals

sheets-total-differs = « { $label } » indique { $written }, mais ses lignes font { $computed } : { $difference } d'écart.
    .hint = Les lignes ont été reprises, pas le total. Cherchez dans votre tableur la ligne oubliée ou comptée deux fois.
sheets-heading-differs = « { $label } » indique { $written }, mais le détail en dessous fait { $computed } : { $difference } d'écart.
    .hint = Le détail a été repris, pas cette ligne. S'il manque une ligne de détail, ajoutez-la.
sheets-both-kept = « { $label } » ({ $written }) et ses sous-comptes ({ $computed }) ont chacun un montant : tout a été repris.
    .hint = Si cette ligne est le total de ses sous-comptes, supprimez-la du plan.
sheets-in-kind-unbalanced = Les contributions volontaires ne s'équilibrent pas : { $uses } d'emplois, { $resources } de ressources.
    .hint = Les deux côtés doivent être égaux. Les emplois ont été repris ; corrigez leur montant s'il le faut.

## import: accounts

sheets-account-from-label = « { $label } » n'a pas de numéro de compte : le { $account } a été choisi d'après le libellé.
    .hint = Vérifiez-le et changez-le si besoin : le résultat n'en dépend pas.
sheets-account-guessed = « { $label } » n'a pas de numéro de compte et son libellé n'en dit rien : la ligne est au { $account } en attendant.
    .hint = Choisissez le bon compte dans le plan.
sheets-account-unknown = Le compte { $account } (« { $label } ») n'est pas dans le plan comptable des associations : il est rangé sous le { $nearest }.
    .hint = C'est normal pour un sous-compte de votre comptabilité. Sinon, corrigez le numéro.
sheets-label-says-otherwise = « { $label } » est au compte { $account }, mais ce libellé va d'habitude au { $suggested }.
    .hint = Le numéro du fichier a été gardé. Changez-le si c'était une erreur, ou un numéro de l'ancien plan comptable.
sheets-account-without-class = « { $text } » (« { $label } ») n'est pas un numéro de compte : il devrait commencer par un chiffre de 1 à 8.
    .hint = La ligne n'a pas été reprise. Corrigez le numéro et importez de nouveau, ou ajoutez la ligne à la main.
sheets-account-not-budget = Le compte { $account } (« { $label } ») est un compte de bilan, pas de charges ni de produits. La ligne n'a pas été reprise.
    .hint = Un achat d'équipement (classe 2) est un investissement, un compte 16 est un emprunt : ils ne s'importent pas, et la fenêtre ne permet pas encore de les ajouter.

## import: cells

sheets-other-unit = « { $label } » compte { $text }, ce ne sont pas des euros : la ligne n'a pas été reprise.
    .hint = Pour du bénévolat, ajoutez ces heures dans Actions, à l'onglet « Bénévolat et dons en nature ».
sheets-ambiguous-amount = « { $text } » peut se lire de deux façons : { $amount } a été retenu.
    .hint = Vérifiez ce montant ; s'il est faux, corrigez-le dans le plan.
sheets-amount-too-large = Le montant « { $text } » de « { $label } » est trop grand : au plus 9 999 999 999,99 €.
    .hint = La ligne n'a pas été reprise. Corrigez ce montant dans votre tableur et importez de nouveau.
sheets-error-cells = La feuille contient { $count ->
        [one] une case en erreur, en { $text }.
       *[other] { $count } cases en erreur, la première en { $text }.
    }
    .hint = Une formule y est cassée. Réparez-la dans votre tableur : un total qui en dépend peut être faux.
sheets-zero-rows = { $count ->
        [one] Une ligne sans montant n'a pas été reprise : { $text }.
       *[other] { $count } lignes sans montant n'ont pas été reprises : { $text }.
    }
    .hint = Ajoutez dans le plan celles dont vous aurez besoin.
sheets-not-placed = { $count ->
        [one] Une case du fichier n'a pas trouvé de place dans le plan.
       *[other] { $count } cases du fichier n'ont pas trouvé de place dans le plan.
    }
    .hint = Elles sont listées avec leur adresse : vérifiez qu'aucun montant important ne s'y trouve.

## import: why a cell has no place

import-reason-outside = en dehors des tableaux, ou remarque
import-reason-other-column = une autre colonne de montants
import-reason-duplicate = un tableau qui en répète un autre
import-reason-other-unit = pas des euros
import-reason-no-label = un montant sans libellé
import-reason-not-an-amount = pas un montant
import-reason-error = une case en erreur
import-reason-no-class = un numéro qui n'est pas un compte
import-reason-not-budget = un compte de bilan
import-reason-side-unknown = charge ou produit, on ne sait pas
import-reason-carried-result = le résultat d'une année passée
import-reason-of-which = déjà compté dans la ligne au-dessus
import-reason-too-large = un montant trop grand

## import: notes on items

import-bank = Banque
import-note-schedule = Montant annuel repris de { $cell }, réparti sur douze mois et payé ou reçu dans son mois : calendrier à préciser.
import-note-in-kind = Montant annuel repris de { $cell }, réparti sur douze mois : calendrier à préciser.
import-note-agreement = Montant repris de { $cell } : une subvention générale, versée en une fois au septième mois. Étape de la demande, décision et calendrier à préciser.
import-note-account-from-label = Le compte { $account } a été choisi d'après le libellé : est-ce le bon ?
import-note-account-guessed = Le compte { $account } est provisoire : rien dans le fichier ne le disait. Quel est le bon ?
import-note-label-says-otherwise = Le fichier donnait le compte { $account }, mais ce libellé va d'habitude au { $suggested } : lequel est le bon ?

## incitu: the workbook's arithmetic

sheets-expense-without-account = « { $label } » ({ $amount }) n'a pas de compte : le classeur d'InCitu l'oublierait dans son compte de résultat. Prévi la compte.
    .hint = Donnez-lui un compte qui dit ce que c'est, par exemple 606 (fournitures) ou 625 (déplacements).
