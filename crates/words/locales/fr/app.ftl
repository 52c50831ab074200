# Texts of previ: the window.

## Where no window can be opened

app-no-window = Pas de fenêtre possible ici ({ $cause }). Sous Debian ou Ubuntu, installez les paquets { $packages } (avec Wayland : { $wayland }). Voici le prévisionnel dans le terminal ; « previ --help » présente les commandes.

## Pages

app-page-home = Accueil
app-page-budget = Budget
app-page-cash = Trésorerie
app-page-agreements = Financements
app-page-staff = Équipe
app-page-activities = Actions
app-page-assumptions = Hypothèses

## Menus

app-menu-file = Fichier
app-menu-edit = Édition
app-menu-view = Affichage
app-action-new = Nouveau…
app-action-open = Ouvrir…
app-action-example = Ouvrir l'exemple
app-action-example-tip = Le budget d'une association qui emploie trois personnes, pour essayer sans risque.
app-action-save = Enregistrer
app-action-save-as = Enregistrer sous…
app-action-import = Importer un tableur…
app-action-import-tip = Lit un budget fait avec Excel ou LibreOffice. Rien n'entre dans le plan avant votre accord.
app-action-export = Exporter le classeur…
app-action-export-tip = Un classeur avec ses formules, pour Excel ou LibreOffice.
app-action-quit = Quitter
app-action-undo = Annuler
app-action-undo-what = Annuler : { $label }
app-action-redo = Rétablir
app-action-redo-what = Rétablir : { $label }
app-action-explain = D'où vient ce chiffre
app-action-explain-tip = Montre, à droite, les lignes dont le chiffre choisi est la somme.
app-look-system = Couleurs du bureau
app-look-light = Fond clair
app-look-dark = Fond sombre
app-zoom-in = Agrandir
app-zoom-out = Réduire
app-zoom-reset = Taille normale
app-language-french = Français
app-language-english = English
app-view-count = Compter :
app-view-certain-tip = Seulement l'argent acquis : ce qui se passe si rien d'autre ne vient.
app-view-expected-tip = Chaque subvention comptée selon ses chances : une moyenne.
app-view-everything-tip = Toutes les subventions obtenues ou demandées, comme si chacune était accordée.

## Words of many places

app-ok = D'accord
app-cancel = Annuler
app-close = Fermer
app-add = Ajouter
app-change = Modifier
app-remove = Retirer
app-copied = Copié.
app-undone = Annulé : { $label }
app-redone = Rétabli : { $label }
app-months =
    { $count ->
        [0] tout de suite
        [one] { $count } mois
       *[other] { $count } mois
    }
app-years =
    { $count ->
        [one] { $count } exercice
       *[other] { $count } exercices
    }
app-year-total = Total
app-year-whole = Exercice
app-year-open = voir les mois
app-year-close = cacher les mois
app-year-open-close = voir ou cacher les mois
app-form-from = Premier mois
app-form-to = Dernier mois
app-form-open-date = sans limite
app-form-wrong = { $field } : { $text }

## Status

app-status-ready = Prêt
app-status-changed = Modifié, pas encore enregistré
app-status-saved = Aucune modification à enregistrer
app-status-problems =
    { $count ->
        [one] { $count } point à vérifier
       *[other] { $count } points à vérifier
    }
app-saved = Enregistré : { $name }
app-exported = Classeur écrit : { $name }

## Files

app-file-open = Ouvrir un plan
app-file-save = Enregistrer le plan
app-file-import = Choisir un tableur à lire
app-file-export = Enregistrer le classeur
app-file-kind-plan = Plan Prévi
app-file-kind-sheet = Tableurs
app-file-kind-workbook = Classeur Excel
app-path = Chemin du fichier
app-path-why = Ce bureau n'offre pas de fenêtre pour choisir un fichier. Tapez son chemin complet.
app-path-read = Ouvrir
app-path-write = Enregistrer
app-replace = Remplacer ce fichier ?
app-replace-why = « { $name } » existe déjà. Son contenu serait remplacé.
app-replace-do = Remplacer
app-unsaved = Enregistrer les modifications ?
app-unsaved-why = « { $name } » a été modifié. Sans enregistrement, ces modifications sont perdues.
app-unsaved-save = Enregistrer
app-unsaved-lose = Ne pas enregistrer
app-changed = Ce fichier a changé entre-temps
app-changed-why = « { $name } » n'est plus tel que vous l'avez ouvert : quelqu'un d'autre l'a modifié ou effacé. Enregistrez votre travail ailleurs pour garder les deux, puis comparez.
app-changed-elsewhere = Enregistrer ailleurs…
app-changed-over = Remplacer par le mien
app-save-before-open = Enregistrez d'abord vos modifications, puis déposez le fichier à nouveau.

## New plan

app-new = Nouveau plan
app-new-why = Ces réponses suffisent pour commencer ; tout se change ensuite à la page Hypothèses.
app-new-opening = En banque au début de { $year }
app-new-unknown = Vous ne savez pas ? Laissez vide et précisez plus tard.
app-new-create = Commencer
app-new-name = Notre association

## Home

app-home-intro = Cliquez sur un chiffre pour voir d'où il vient.
app-home-years = Par exercice, en euros
app-home-charges = Charges
app-home-income = Produits
app-home-result = Excédent ou insuffisance
app-home-to-find = À trouver pour l'équilibre
app-home-closing = Trésorerie à la fin
app-home-low = Au plus bas (fin de mois)
app-home-cash = Trésorerie mois par mois
app-home-lowest = Au plus bas : { $amount } fin { $month }.
app-home-reserve-line = En pointillé, la réserve visée.
app-home-certainty = D'où viendra l'argent, et à quel point c'est sûr
app-home-certainty-mark = Le trait vertical marque le total des charges de l'exercice.
app-home-alerts = À regarder d'abord
app-home-no-alert = Rien d'inquiétant : le budget tient et la trésorerie aussi.
app-home-more-alerts =
    { $count ->
        [one] Voir l'autre
       *[other] Voir les { $count } autres
    }
app-home-fewer-alerts = En voir moins
app-home-go-item = Y aller
app-home-go-cash = Voir la trésorerie
app-home-go-budget = Voir le budget
app-home-next = Ce qui manque encore
app-home-do = Faire
app-chart-cash = Trésorerie
app-chart-reserve = Réserve visée
app-first-intro = Ce plan est vide. Par quoi commencer ?
app-first-line = Saisir une première ligne
app-first-line-why = Un loyer, une cotisation, une vente : une ligne, un montant par an. Le reste se calcule.
app-first-line-button = Ajouter une ligne
app-first-import = Reprendre votre tableur
app-first-import-why = Le budget existe déjà dans Excel ou LibreOffice ? Prévi le lit et vous montre ce qu'il en comprend.
app-first-import-button = Importer un tableur…
app-first-example = Regarder un exemple
app-first-example-why = Une association employeuse, avec ses subventions et sa trésorerie. Rien à craindre : vous pouvez tout y changer.
app-first-example-button = Ouvrir l'exemple
app-first-then = Et ensuite

## Budget

app-budget-lines = Ligne
app-budget-none = Aucune ligne pour l'instant. Ajoutez une dépense ou une recette, ou reprenez votre tableur : menu Fichier, Importer un tableur.
app-budget-add = Ajouter une ligne
app-budget-add-tip = Une dépense ou une recette propre. Les salaires et les subventions ont leur page.
app-budget-change = Modifier la ligne…
app-budget-remove = Retirer la ligne
app-budget-choose-line = Choisissez d'abord une ligne saisie à la main.
app-budget-fold = Cacher le détail
app-budget-unfold = Voir le détail
app-budget-keys = Tapez un montant puis Entrée. F2 : corriger. Échap : sortir de la grille.
app-budget-by-hand = saisi à la main pour ces mois
app-budget-note = ({ $note })
app-budget-sum = (somme des lignes en dessous)
app-line-new = Nouvelle ligne
app-line-change = Modifier la ligne
app-line-kind = Nature
app-line-expense = Dépense
app-line-income = Recette propre
app-line-label = Intitulé
app-line-account = Compte
app-line-search = Cherchez : loyer, assurance, cotisations…
# Words people search by and the accounts they mean: word number, word number…
app-line-other-account = Changer
app-line-no-account = Aucun compte ne correspond. Essayez un autre mot, ou tapez son numéro.
app-line-account-missing = Il manque le compte.
    .hint = Tapez un mot comme « loyer » et choisissez dans la liste.
app-line-amount = Montant
app-line-amount-unit = € par an, chaque année
app-line-paid = Payée
app-line-received = Encaissée
app-line-months = Répartition
app-line-every-month = sur tous les mois
app-line-some-months = sur certains mois
app-line-own-calendar = Cette ligne a son propre calendrier : ses montants se changent mois par mois dans la grille.
app-line-actual = Réalisé
app-line-actual-why = Ce que cette ligne a donné, en euros : c'est montré à côté du prévu et ne change rien au budget.

## Cash

app-cash-rows = Encaissements et décaissements
app-cash-negative = La trésorerie passe sous zéro fin { $month }.
app-cash-inside = Elle peut passer sous zéro au cours du mois : { $month }.
app-cash-none = Rien à montrer pour l'instant. Indiquez l'argent au départ à la page Hypothèses, puis saisissez des lignes à la page Budget.
app-cash-holds = La trésorerie reste au-dessus de zéro.
app-cash-average = Moyenne : aucune année ne se passera exactement ainsi.

## Agreements

app-agreements-none = Aucun financement pour l'instant. Ajoutez une subvention obtenue, demandée ou espérée.
app-agreement-add = Ajouter un financement
app-agreement-add-why = Le reste (versements, dates, dépenses prises en charge) se complète ensuite sur sa page.
app-agreement-remove = Retirer ce financement
app-funding-list = Liste
app-funding-none = Aucun financement pour l'instant. Ajoutez-en un à l'onglet Liste.
app-funding-timeline = Frise
app-funding-matrix = Qui paie quoi
app-funding-calendar = Échéances
app-funding-calendar-late = Échéances ({ $count } en retard)
app-funding-cliff = Ce qui s'arrête
app-timeline-intro = Chaque barre est une tranche, sur les mois qu'elle finance. Pointez une barre pour les détails, cliquez pour ouvrir le financement.
app-timeline-none = Aucun financement ne tombe dans les années du plan.
app-timeline-no-today = Le mois en cours n'est pas dans les années du plan : il n'est pas marqué sur la frise.
app-timeline-decision = décision du financeur
app-timeline-payment = versement
app-timeline-give-back = argent à rendre
app-matrix-intro = En ligne, ceux qui paient ; en colonne, les actions. Chaque colonne s'additionne jusqu'au coût de l'action.
app-matrix-none = Aucune dépense pour l'instant : rien à financer.
app-matrix-all-years = Toutes les années
app-matrix-to-find-why = « À trouver » : le déficit de chaque année, réparti sur ce que personne ne finance.
app-matrix-why = « Autres ressources » : ce que l'association reçoit d'autre dans l'année, comme les adhésions, les dons, ou la part d'une subvention qui dépasse le coût de son action.
app-matrix-funders = Financeur par financeur, sur toutes les années
app-matrix-funders-why = « À recevoir » : ce qui manque encore après la dernière année du plan. « À risque » : ce qu'il faudrait rendre si les projets s'arrêtaient à la fin de la plus mauvaise année.
app-calendar-intro = Ce qu'il faut demander, signer, justifier et encaisser. Cliquez sur une ligne pour ouvrir le financement.
app-calendar-nothing = Rien n'est attendu d'un financeur pour l'instant.
app-calendar-none = Rien à montrer avec ces choix.
app-calendar-late = En retard : { $count }
app-calendar-every-funder = Tous les financeurs
app-calendar-every-kind = Toutes les échéances
app-calendar-kind = Échéance
app-calendar-past = Montrer aussi ce qui est passé
app-calendar-month = Mois
app-calendar-what = Échéance
app-calendar-amount = Montant
app-calendar-standing = État
app-calendar-person = Suivi par
app-cliff-intro = Les financements qui prennent fin avant la fin du plan, ce qu'ils payaient, et ce qui continue à coûter ensuite.
app-cliff-none = Aucun financement ne s'arrête avant la fin du plan.
app-cliff-year = S'arrête pendant l'exercice
app-cliff-tied = Argent des projets, compté par an
app-cliff-tied-why = Ce que rapportaient, sur leurs douze derniers mois, les financements liés à un projet ou à un poste.
app-cliff-ends = Fin en { $month } : { $title }
app-cliff-yearly = { $amount } promis pour les douze derniers mois ({ $certainty }).
app-cliff-show = Voir ce financement
app-agreement-new-funder = Un autre financeur…
app-agreement-funder-name = Nom du financeur
app-agreement-kind = Type de financeur
app-agreement-delay = Délai habituel de paiement
app-agreement-certainty-of-stage = Selon l'étape
app-agreement-calendar = Calendrier
app-agreement-add-tranche = Ajouter une tranche
app-agreement-add-tranche-tip = Les douze mois qui suivent la dernière tranche, avec les mêmes montants demandés.
app-tranche-title = Tranche { $title }
app-tranche-period = Période
app-tranche-decision = Mois de la décision
app-tranche-certainty-of-agreement = Celle de la convention
app-tranche-for = Pour
app-tranche-add-line = Répartir sur une autre action
app-tranche-remove = Retirer cette tranche
app-instalments = Versements
app-instalments-none = Un seul versement, attendu en { $month }.
app-instalments-add = Ajouter un versement
app-instalments-unpaid = { $amount } ne sont versés par aucun de ces versements.
app-instalment-share = Combien
app-instalment-amount = Montant versé
app-instalment-kind = Unité
app-instalment-in-percent = de la tranche
app-instalment-in-euros = euros
app-instalment-due = Quand
app-instalment-received = { $amount }, attendus en { $month }
app-agreement-who = Qui paie ?
app-agreement-which = Quel type d'aide ?
app-agreement-for = Pour quoi ?
app-agreement-from-to = Du … au
app-agreement-amount = Montant
app-agreement-each-year = par an
app-agreement-in-all = en tout
app-agreement-payments = Versements proposés
app-agreement-to-check = À vérifier sur la convention signée.
app-agreement-no-investment = Aucun investissement n'est encore dans le plan : choisissez un autre type d'aide.
app-agreement-paper = Ce qui est écrit sur la convention signée ou dans la lettre du financeur.
app-agreement-where = Où en est-elle ?
app-agreement-name = Nom dans le plan
app-agreement-delay-told = délai de paiement : { $delay }
app-agreement-account = Compte de produit
app-agreement-account-wrong = Ce n'est pas un numéro de compte.
    .hint = Écrivez un compte qui commence par 7, par exemple 741, ou rien pour celui qui découle du financeur.
app-agreement-person = Qui suit le dossier
app-agreement-nobody = pas encore désigné
app-agreement-total = Montant de la convention
app-agreement-total-less = Les tranches font { $amount } : il manque { $rest }.
app-agreement-total-more = Les tranches font { $amount } : c'est { $rest } de plus que la convention.
app-agreement-funder-title = Le financeur
app-tranche-dates = Dépôt, signature, bilans
app-tranche-dates-told = compte rendu en { $month }
app-tranche-no-date = pas de date
app-tranche-filing = À déposer avant fin
app-tranche-signature = Signature
app-tranche-interim = Bilan intermédiaire
app-trigger-on-decision = À la décision
app-trigger-on-signature = À la signature
app-trigger-in-month = Un mois précis
app-trigger-each-year = Chaque année, le même mois
app-trigger-quarterly = Chaque trimestre
app-trigger-on-interim-report = Au bilan intermédiaire
app-trigger-after-report = Après le compte rendu final
app-trigger-when-spent = Quand une part est dépensée
app-trigger-after-others = Après les autres financeurs
app-instalment-month = Mois
app-instalment-spent = Part dépensée
app-instalment-wait = Attente ensuite
app-instalment-expected = { $amount }, { $when }
app-instalment-one-by-one = Un versement par date
app-receipt-add = C'est arrivé
app-receipt-amount = Reçu
app-receipt-month = En
app-receipt-forget = Pas encore reçu
app-receipt-missing = Il manque { $amount } : c'est attendu avec le versement suivant.
app-amendments = Avenants
app-amendments-told =
    { $count ->
        [0] aucun
        [one] { $count } noté
       *[other] { $count } notés
    }
app-amendment-told = { $month } : { $before } devenus { $after }.
app-amendment-forget = Ne plus noter
app-amendment-add = Noter un avenant
app-amendment-save = Noter
app-amendment-month = Signé en
app-amendment-reason = Pourquoi
app-amendment-amounts = Nouveaux montants accordés
app-amendment-why = Les anciens montants restent notés, pour mémoire.
app-chosen = Dépenses à payer en priorité
app-chosen-told =
    { $count ->
        [0] Prévi répartit au mieux
        [one] { $count } choisie
       *[other] { $count } choisies
    }
app-chosen-why = À remplir seulement si vous avez promis à ce financeur de payer une dépense précise.
app-chosen-cost = Dépense
app-chosen-activity = De l'action
app-chosen-amount = Au plus
app-chosen-add = Choisir une dépense
app-releases = Reprises de provision
app-releases-why = Quand le contrôle est passé, la provision ne sert plus : elle revient dans les produits.
app-release-month = En
app-release-amount = Montant repris
app-release-add = Ajouter une reprise

## Payment rules

app-payment-title = Ce que le financeur doit, et quand il faut rendre
app-payment-rule = Règle de paiement
app-payment-general = Subvention de fonctionnement, sans condition
app-payment-fixed = Somme fixe pour un projet (forfait)
app-payment-rate = Part des dépenses (taux)
app-payment-scale = Aide à un poste ou barème, mois par mois
app-payment-scale-why = Elle est acquise par parts égales sur les mois de la tranche ; pour une aide à un poste, dans les mois où il est pourvu. Les autres financeurs ne paient pas ce qu'elle paie déjà.
app-payment-general-why = Elle est acquise en entier, quelles que soient les dépenses.
app-payment-fixed-why = Ce qui ne trouve pas de dépense est reporté, rendu ou gardé, selon la convention.
app-payment-rate-why = Le financeur paie une part des dépenses réelles, jusqu'au montant accordé.
app-payment-share = Part payée
app-payment-outcome-flat = Le forfait de coûts indirects s'ajoute aux dépenses admises : ce que le financeur doit se calcule sur les deux.
app-payment-outcome = Où va cet argent
app-unspent-rule = Si tout n'est pas dépensé
app-unspent-carry = reporté jusqu'à la fin de la convention, puis rendu
app-unspent-give-back = rendu à la fin de chaque tranche
app-unspent-keep = gardé en partie, le reste rendu
app-unspent-until = À dépenser avant la fin de
app-unspent-until-why = la convention
app-unspent-up-to = Gardé, en part des dépenses
app-eligible = Dépenses prises en charge
app-base = Coûts indirects et bénévolat
app-flat = Coûts indirects au forfait
app-flat-none = pas de forfait
app-flat-other = Taux et base
app-flat-base = Base du forfait
app-flat-of-direct = des dépenses directes
app-flat-of-staff = des frais de personnel
app-flat-why = Certains financeurs comptent les frais de structure par un taux, sans facture à montrer.
app-in-kind-counts = Le bénévolat et les dons en nature comptent comme des dépenses
app-ceilings = Plafonds
app-ceilings-told =
    { $count ->
        [0] aucun
       *[other] { $count }
    }
app-ceiling-of = Ce qui est limité
app-ceiling-public = L'argent public, tous financeurs ensemble
app-ceiling-staff = Ce qu'il paie de frais de personnel
app-ceiling-direct = Ce qu'il paie d'autres dépenses directes
app-ceiling-indirect = Ce qu'il paie de frais de structure
app-ceiling-up-to = Au plus
app-ceiling-of-base = des dépenses
app-ceiling-add = Ajouter un plafond
app-provision = Provision pour risque
app-provision-none = aucune
app-provision-wanted = Mettre de côté, au cas où l'argent devrait être rendu ou n'arriverait pas
app-provision-received = De ce qui est reçu
app-provision-unpaid = De ce qui reste dû
app-provision-why = Usuel pour l'Europe : 10 % de ce qui est reçu, 25 % de ce qui reste dû en fin d'exercice.
app-eligible-accounts = Comptes pris en charge
app-eligible-positions = Postes pris en charge
app-eligible-every = toutes les dépenses
app-eligible-why = Parmi les dépenses de ses actions. Exemples de comptes : 60, 61, 641.
app-eligible-wrong = Ce ne sont pas des numéros de comptes.
    .hint = Écrivez des numéros séparés par des virgules, par exemple 60, 61, 641, ou rien pour toutes les dépenses.
app-tranche-report = Compte rendu
app-tranche-report-why = ce qui reste à rendre l'est après ce mois
app-activity-funding = Qui paie
app-activity-funding-below = « Qui paie » : avec les actions qui en font partie.
app-activity-funding-levels = Degré de certitude : 4 certain, 3 favorable, 2 déposé, 1 non déposé.
app-activity-funding-why = « Dépenses à financer » : les charges, sans les provisions ni la part d'un investissement que paie une subvention. « Reste à financer » : ce qu'aucun financeur ni aucune recette de l'action ne paie. Ce qui est « à trouver » manque pour équilibrer l'année.

## Staff

app-staff-none = Aucun poste. Si l'association emploie quelqu'un, ajoutez son poste ici.
app-position-add = Ajouter un poste
app-position-remove = Retirer ce poste
app-position-why = L'association paie le brut et les charges patronales, calculées avec les taux de la loi. Le taux AT/MP et la mutuelle se disent à la page Hypothèses.
app-staff-nobody = pas encore désigné
app-staff-dates = Du … au
app-staff-condition = Le poste existe
app-staff-condition-why = sans cet argent, ni salaire ni jours
app-staff-pay = Salaire
app-staff-gross-from = Brut à partir de { $month }
app-staff-a-month = € par mois
app-staff-raise = Prévoir une augmentation
app-staff-raise-tip = Un autre salaire brut à partir d'un mois.
app-staff-raise-month = À partir de
app-staff-employer-why = en plus du brut, à la charge de l'association
app-staff-employee-rate = Part salariale
app-staff-employee-why = retenue sur le brut et reversée aux organismes sociaux
app-staff-no-activity = Ajoutez d'abord des actions pour y répartir le temps.
app-staff-structure-rest = ce qui reste

## Activities

app-activities-intro = Ce que coûte chaque action et qui la paie, avec les actions qui en font partie. Cliquez sur une action pour voir le détail ou la modifier.
app-activities-none = Aucune action encore : un atelier, un festival, un projet subventionné. Sans action, tout est à la structure.
app-activities-why = « Recettes » (celles de l'action) et « Financeurs » : ce qu'ils paient du coût ; « Reste » : ce qu'aucun d'eux ne paie. « Marge » : ce que les produits inscrits à l'action dépassent de ses charges.
app-activities-why-shared = « Recettes » (celles de l'action) et « Financeurs » : ce qu'ils paient du coût complet ; « Reste » : ce qu'aucun d'eux ne paie. « Marge » : ce que les produits inscrits à l'action dépassent de son coût complet.
app-activity-cost = Ce que cela coûte
app-activity-days = Jours par poste
app-activity-indirect = Pour le formulaire Cerfa 12156 : charges indirectes réparties affectées au projet
app-activity-indirect-why = Ces trois lignes se recopient dans le budget du projet, sous les charges directes.
app-activity-actuals = Prévu et réalisé
app-activity-actuals-why = Le réalisé est ce que vous avez tapé : lignes, argent des financeurs, jours faits, au coût d'un jour prévu. Une case vide n'a pas été tapée.
app-activity-add = Ajouter une action
app-activity-remove = Retirer cette action
app-activity-name = Nom de l'action
app-activity-no-parent = aucune : action principale
app-activity-parent = Fait partie de
app-activity-dates-why = Hors de ces dates, ses lignes ne comptent pas.

## Assumptions

app-frame-association = L'association et ses exercices
app-frame-name = Nom de l'association
app-frame-first-year = Première année
app-frame-years = Nombre d'exercices
app-frame-starts = L'exercice commence en
app-frame-as-of = Mois de référence
app-frame-today = mois en cours
app-frame-as-of-why = Ce qui est en retard se compte depuis ce mois. Laissez vide pour le mois en cours ; tapez-en un pour préparer une réunion.
app-accounts = Argent au départ
app-accounts-why = Le solde de chaque compte au premier jour du plan, comme sur le relevé de banque.
app-accounts-add = Ajouter un compte
app-accounts-name = Nom du compte
app-accounts-opening = Solde au départ
app-accounts-opening-of = Solde au départ : { $label }
app-accounts-blocked = Bloqué
app-accounts-blocked-tip = Un compte bloqué ne compte pas dans la trésorerie disponible.
app-accounts-new-why = Une banque ou un livret. Pour un découvert, tapez un montant négatif.
app-reserve = Réserve visée
app-reserve-why = Combien de mois de dépenses garder devant soi. Un à trois mois est usuel.
app-reserve-months = Garder devant soi
app-reserve-unit = mois de dépenses

## Explanation

app-explain = D'où vient ce chiffre
app-explain-none = Choisissez un chiffre dans une page.
app-explain-nothing = Rien n'entre dans ce chiffre : il est nul.

## Import

app-import = Ce que Prévi a compris du tableur
app-import-accept = Ajouter au plan
app-import-sheet = Feuille lue : { $sheet }
app-import-year = Exercice de ces montants
app-import-year-assumed = la feuille ne le dit pas
app-import-totals = Charges : { $charges }. Produits : { $income }. Résultat : { $result }.
app-import-why = Comparez ces totaux à ceux de votre tableur. Décochez ce qui ne doit pas entrer, corrigez les comptes.
app-import-take = Reprendre : { $label }
app-import-account-of = Compte : { $label }
app-import-from-label = Le compte a été déduit de l'intitulé. Est-ce le bon ?
app-import-guessed = Aucun compte n'a pu être déduit de l'intitulé : la ligne est rangée dans les divers.
app-import-otherwise = L'intitulé fait plutôt penser au compte { $account }.
app-import-doubts =
    { $count ->
        [one] { $count } remarque sur la feuille
       *[other] { $count } remarques sur la feuille
    }
app-import-left =
    { $count ->
        [one] { $count } cellule non reprise
       *[other] { $count } cellules non reprises
    }
app-import-all-placed = Toutes les cellules de la feuille ont trouvé leur place.

# Employeur, contrats, charges communes
app-contract = Contrat
app-contract-kind = Nature du contrat
app-contract-end-bonus = Prime de fin de contrat
app-contract-end-bonus-why = du total des salaires bruts, versée le dernier mois ; 0 si elle n'est pas due
app-contract-time = Temps de travail
app-contract-from = à partir de
app-contract-time-change = Prévoir un changement
app-contract-executive = Statut cadre
app-contract-accidents = Taux AT/MP du poste
app-contract-as-employer = celui de l'association si rien n'est saisi
app-contract-bonus = Prime annuelle
app-contract-bonus-of-month = d'un mois de salaire, en
app-contract-bonus-month = Mois de versement
app-contract-bonus-add = Ajouter une prime annuelle
app-contract-bonus-tip = Un treizième mois, par exemple.
app-contract-absence = Absence
app-contract-absence-kept = salaire maintenu
app-contract-absence-add = Prévoir une absence
app-contract-absence-tip = Un congé sans solde, par exemple. Pour une personne qui remplace, ajoutez un poste.
app-staff-calculated = calculées
app-employer = L'employeur
app-employer-why = Utile si l'association emploie quelqu'un. Laissez vide ce que vous ne savez pas : Prévi prend alors la valeur habituelle.
app-employer-agreement = Convention collective
app-employer-headcount = Effectif
app-employer-headcount-why = en général, un seuil dépassé ne compte qu'après cinq années civiles de suite
app-employer-accidents = Taux AT/MP
app-employer-mean = taux moyen
app-employer-mobility = Versement mobilité
app-employer-provident = Prévoyance, part employeur
app-employer-none = aucun
app-employer-health = Mutuelle, part employeur
app-employer-medicine = Médecine du travail
app-employer-a-year = € par an et par personne
app-employer-alsace = L'association est en Alsace-Moselle
app-employer-leave-owed = Compter les congés dus en fin d'année
app-employer-leave-owed-tip = Une charge sans sortie d'argent : seule sa variation d'une année à l'autre compte.
app-employer-tax = Calculer la taxe sur les salaires
app-employer-tax-why = Elle est due par les associations qui ne facturent pas de TVA ; un abattement en dispense la plupart des petites.
app-employer-tax-liable = Part des salaires soumise
app-employer-tax-before = Taxe payée l'an dernier
app-employer-tax-before-why = elle dit si la taxe se paie par mois, par trimestre ou en une fois
app-employer-leave = Congés payés par an
app-employer-leave-usual = jours, samedis non compris ; 25 si vous laissez vide
app-employer-rtt = Jours de RTT
app-employer-further = Autres jours non travaillés
app-employer-whit-monday = Lundi de Pentecôte
app-pools = Charges communes
app-pools-intro = Ce que plusieurs actions partagent : loyer, comptabilité, direction. Chaque groupe a une clé qui le répartit ; sans groupe, une charge reste à la structure.
app-pool-add = Ajouter un groupe de charges
app-pool-new-why = Par exemple « Locaux » ou « Direction ». Vous choisirez ensuite la clé et les charges.
app-pool-name = Nom du groupe
app-pool-key = Clé de répartition
app-pool-up = Répartir avant
app-pool-up-tip = Les groupes sont répartis dans l'ordre où ils sont affichés.
app-pool-members = Charges de ce groupe
app-pool-members-none = Aucune encore : ajoutez-en une ci-dessous.
app-pool-nothing = La structure n'a encore aucune charge : ajoutez une ligne sans action dans le Budget, ou un poste dans l'Équipe.
app-pool-take = Ajouter une charge
app-pool-take-which = choisir une charge de la structure…
app-pool-give = Sortir du groupe
app-pool-no-cost = Aucune charge de ce groupe en { $year }.
app-pool-result = Ce que reçoit chaque action
app-pool-rest = Charges qui restent à la structure
app-pool-rest-why = Elles ne sont dans aucun groupe. Choisissez un groupe pour les répartir sur les actions.
app-pool-rest-none = Toutes les charges de la structure sont dans un groupe.
app-pool-none = aucun groupe
app-pool-lines-why = Une charge d'une action n'a pas à être répartie : seules les charges de la structure sont proposées. D'un poste dont le taux opérateur est indiqué, seul le temps de support se répartit : les jours qui attendent une action restent à la structure, comme le temps mis à disposition d'une autre association.
app-staff-posts = Postes
app-workload = Plan de charge
app-workload-intro = Tapez les jours que chaque poste passe sur chaque action, exercice par exercice. Le coût, ce qui est payé et ce qui reste sans financeur suivent aussitôt.
app-workload-planned = Jours prévus
app-workload-done = Jours réalisés
app-workload-map = Charge par mois
app-workload-posts = Poste
app-workload-none = Rien à répartir pour l'instant : il faut au moins un poste (onglet Postes) et une action (page Actions).
app-workload-keys = Tapez des jours (12 ou 12,5) puis Entrée. Échap : sortir du tableau.
app-workload-share = En gris : calculé d'après un pourcentage du temps.
app-workload-absent = Sans jours, car sans l'argent dont elles dépendent dans cette vue : { $activities }.
app-workload-payer = Qui paie ces jours
app-workload-payer-days = Jours
app-workload-payer-amount = Montant
app-workload-map-why = Jours prévus et mis à disposition, en % des jours disponibles du mois. Un coin rouge marque une surcharge.
app-workload-map-none = Aucun poste dans cette vue.
app-workload-done-why = Tapez les jours vraiment faits dans l'exercice : ils sont comparés au prévu et ne changent rien au budget.
app-employer-accidents-why = accidents du travail ; il est sur la notification de la caisse
app-employer-mobility-why = dû à partir de 11 personnes, selon la commune
app-employer-provident-why = en plus de celle des cadres
app-employer-no = aucune
app-employer-days = Jours travaillés
app-employer-days-why = Ce qui n'est ni samedi, ni dimanche, ni férié et qui n'est pourtant pas travaillé, pour un temps plein.
app-staff-time-in-workload = À changer dans l'onglet Plan de charge.
app-staff-in-year = Jours en { $year }
app-staff-cost = Coût pour l'association
app-staff-typed = un taux saisi
app-staff-index = Augmenté par
app-staff-index-why = un indice des hypothèses, à partir du dernier montant saisi
app-staff-times = fois le SMIC
app-staff-coefficient = de coefficient
app-staff-personal-points = Points personnels
app-staff-yearly-points = Points de plus par an
app-staff-pool = Temps de la structure
app-staff-pool-why = réparti sur les actions avec ces charges communes
app-staff-operational = Part opérationnelle
app-staff-operational-why = de son temps ; le reste va aux réunions, à la gestion…
app-month-before = Mois précédent
app-month-after = Mois suivant
app-position-time-why = 80 % ou 28 h par semaine
app-position-rate = Taux
app-position-rate-why = 30 % n'est qu'un ordre de grandeur : divisez les charges patronales d'une fiche de paie par le brut.
app-contract-tax = Impôt à la source
app-contract-no-tax = non retenu
app-contract-tax-why = change la date du paiement, pas le coût
app-contract-leave = Congés payés au départ
app-contract-leave-why = jours non pris, versés le dernier mois
app-lent = Mise à disposition
app-lent-why = Du temps de ce poste pour une autre association, qui le rembourse (compte 7084, sans bénéfice).
app-lent-add = Mettre du temps à disposition
app-lent-to = Association
app-lent-share = Part du temps
app-lent-share-why = elle n'est plus disponible pour les actions
app-lent-from-start = dès le début
app-lent-to-end = jusqu'à la fin
app-lent-price = Facturé
app-lent-at-cost = au coût du poste
app-lent-monthly = un forfait par mois
app-lent-delay = Payé
app-lent-below = détail plus bas
app-post-contract = Poste et contrat
app-post-pay = Salaire d'un mois
app-post-time = Temps
app-position-gross-unit = € par mois, pour ce temps de travail
app-staff-personal-why = ancienneté reprise et autres points à l'embauche
app-staff-yearly-why = gagnés à chaque anniversaire

# Bénévolat et dons en nature
app-in-kind = Bénévolat et dons en nature
app-in-kind-intro = Ce qui est donné sans argent : heures de bénévoles, local prêté, dons d'objets. Ces montants paraissent sous le budget (comptes 86 et 87), autant d'un côté que de l'autre : ils ne changent ni le résultat ni la trésorerie.
app-in-kind-add = Ajouter une contribution
app-in-kind-remove = Retirer cette contribution
app-in-kind-none = Rien encore. La plupart des financeurs aiment voir le bénévolat dans le budget.
app-in-kind-label = Intitulé
app-in-kind-label-example = par exemple : ateliers du mercredi
app-in-kind-kind = Nature
app-in-kind-for = Pour
app-in-kind-measure = Se compte en
app-in-kind-hours = heures
app-in-kind-euros = euros
app-in-kind-hours-a-year = Heures par exercice
app-in-kind-euros-a-year = Valeur par exercice, en euros
app-in-kind-worth = Une heure vaut
app-in-kind-price = Valeur d'une heure
app-in-kind-price-unit = € de l'heure
app-in-kind-year-of = { $label }, { $year }
app-in-kind-every-year = Autant chaque exercice ; vous pourrez ensuite taper un autre nombre pour chacun.
app-in-kind-carry = Un exercice laissé vide continue comme le précédent.
app-in-kind-calendar = Calendrier : { $calendar }.
app-in-kind-by-year = Taper un montant par exercice
app-in-kind-too-large = Ce nombre est trop grand.
    .hint = Tapez un nombre d'heures ou un montant par exercice.
app-in-kind-funders = Quels financeurs les comptent ?
app-in-kind-funders-why = Cochez ceux dont la convention accepte le bénévolat et les dons en nature parmi les dépenses du projet. Cela ne rapporte de l'argent que si leur règle suit les dépenses.
app-in-kind-funders-none = Aucun financement n'est lié à des dépenses : la question ne se pose pas.

# Partenaires d'un projet collectif
app-partners = Projet mené avec des partenaires
app-partners-none = non
app-partners-question = La convention nomme-t-elle les partenaires et leurs parts ?
app-partners-nobody = Il n'y a pas de partenaire : tout l'argent est pour l'association
app-partners-named = Oui : chacun répond de sa part, l'association la lui transmet
app-partners-lead-alone = Non : l'association répond seule de tout et reverse une part
app-partners-named-why = La part des partenaires n'est ni une recette ni une charge : elle traverse la trésorerie.
app-partners-lead-why = Tout est une recette de l'association ; ce qu'elle reverse est une charge (compte 6571).
app-partners-eligible = La convention accepte ces reversements parmi les dépenses qu'elle paie
app-partners-name = Partenaire
app-partners-share = Part
app-partners-add = Ajouter un partenaire
app-partners-delay = Reversée
app-partners-same-month = le mois du versement
app-partners-after =
    { $count ->
        [one] { $count } mois après le versement
       *[other] { $count } mois après le versement
    }
app-partners-sum = Aux partenaires : { $partners } sur { $total }. Il reste { $own } à l'association.
