# Texts of previ-engine: what the check of a plan finds, and alerts.

## The plan as a whole

plan-nothing-to-project = Le plan ne contient encore ni ligne de budget, ni poste, ni financement.
    .hint = Ajoutez une première ligne dans Budget, un poste dans Équipe ou une convention dans Financements.
plan-fiscal-year-month = L'exercice ne peut pas commencer au mois numéro { $number }.
    .hint = Dans Hypothèses, choisissez un mois de janvier (1) à décembre (12) pour « L'exercice commence en ».
plan-horizon-years = Le plan ne peut pas durer { $number ->
        [one] { $number } exercice
       *[other] { $number } exercices
    }.
    .hint = Dans Hypothèses, choisissez de 1 à 10 pour « Nombre d'exercices ».
plan-vat-not-supported = La TVA n'est pas encore calculée.
    .hint = Retirez l'indication de TVA et saisissez les montants toutes taxes comprises, c'est-à-dire ce que vous payez vraiment.
plan-no-treasury-account = Le plan n'a aucun compte de banque ni caisse : la trésorerie commence à zéro.
    .hint = Dans Hypothèses, sous « Argent au départ », ajoutez votre compte en banque et son solde au début du plan.
plan-payment-rate = Le taux de « { $item } » est de { $percent } % : une part va de 0 à 100 %.
    .hint = Reprenez le taux écrit dans la convention, par exemple 50.
plan-too-many-items = Le plan contient trop d'éléments ({ $what ->
        [activities] actions
        [tranches] tranches
        [accounts] comptes
       *[other] { $what }
    }) : les derniers ne sont pas calculés.
    .hint = Supprimez ceux qui ne servent plus ou partagez le plan en deux.

## Identities and links

plan-duplicate-id = Plusieurs éléments portent le même numéro { $number } ; l'un d'eux est « { $item } ».
    .hint = Le fichier a sans doute été modifié à la main : donnez à chaque élément un numéro à lui, ou reprenez une sauvegarde.
plan-dangling-id = « { $item } » renvoie à un élément qui n'existe plus : { $wanted ->
        [treasury] compte de trésorerie
        [transfers] virement interne
        [readings] solde relevé
        [opening] créance ou dette à l'ouverture
        [indexes] indice
        [activities] action
        [lines] ligne de budget
        [positions] poste
        [funders] financeur
        [agreements] convention
        [tranches] tranche
        [investments] investissement
        [loans] emprunt
        [in_kind] contribution en nature
        [notes] note
       *[other] { $wanted }
    } n° { $number }.
    .hint = Ouvrez « { $item } » et choisissez un autre élément, ou effacez ce choix.
plan-activity-cycle = L'action « { $item } » se trouve au-dessous d'elle-même.
    .hint = Rattachez cette action, ou l'une de celles qui la contiennent, à la structure.

## Accounts

plan-account-class = Le compte { $account } ne convient pas à « { $item } ».
    .hint = Choisissez un compte de la bonne classe : 6 ou 7 pour une ligne de budget, 7 pour le produit d'une convention, 2 pour un investissement, 1 pour un emprunt, 5 pour la trésorerie, 4 pour une créance ou une dette.
plan-unknown-account = Le compte { $account } de « { $item } » n'est pas dans le plan de comptes ; il est rangé sous le compte { $nearest }.
    .hint = Rien à faire si ce sous-compte est le vôtre ; sinon, choisissez un compte de la liste.

## Dates

plan-outside-horizon = « { $item } » tombe en dehors du plan ({ $month }).
    .hint = Corrigez ses dates, ou changez dans Hypothèses « Première année » ou « Nombre d'exercices ».
plan-dates-reversed = « { $item } » finit ({ $to }) avant de commencer ({ $from }).
    .hint = Corrigez le début ou la fin.
plan-month-number = « { $item } » utilise le mois numéro { $number }, qui n'existe pas.
    .hint = Les mois vont de 1 (janvier) à 12 (décembre).
plan-timing-too-long = Le délai ou le nombre de versements de « { $item } » est trop grand : { $number }.
    .hint = Indiquez au plus 60 mois ou 60 versements.

## Shares

plan-shares-over-100 = Le temps de « { $item } » est réparti à { $percent } %, plus que le temps du poste.
    .hint = Réduisez les parts pour que leur somme ne dépasse pas 100 %.
plan-lent-over-100 = Le temps de « { $item } », avec ce qui est mis à disposition d'autres associations, atteint { $percent } %.
    .hint = Ce qui est prêté n'est plus disponible pour vos actions : réduisez le temps prêté ou celui des actions, pour un total de 100 % au plus.
plan-partners-over-100 = Les parts des partenaires de « { $item } » font { $percent } % : plus que l'argent de la convention.
    .hint = Reprenez les parts écrites dans la convention : ce qui reste jusqu'à 100 % est la part de l'association.
plan-partner-without-share = « { $partner } », partenaire de « { $item } », n'a pas de part.
    .hint = Indiquez sa part, par exemple 25 %, ou retirez ce partenaire.
plan-days-over = « { $item } » a { $days } jours prévus sur des actions pour { $available } jours disponibles ({ $from } – { $to }).
    .hint = Retirez des jours à une action ou confiez-les à un autre poste. En attendant, le coût est partagé en proportion.
plan-time-outside-activity = « { $item } » a du temps prévu sur « { $activity } » en dehors des dates de cette action, dès { $month }.
    .hint = Corrigez la période de ce temps ou les dates de l'action. En attendant, ce temps reste à la structure.
plan-time-below-zero = Un temps ou un nombre de jours de « { $item } » est négatif ({ $number }).
    .hint = Un temps, des jours faits, des congés ou un taux opérateur vont de zéro à plus : corrigez-le.
plan-instalments-over = Les versements d'une tranche de « { $item } » ({ $amount }) dépassent son montant ({ $total }).
    .hint = Réduisez un versement, ou augmentez le montant de la tranche.
plan-instalments-under = Les versements d'une tranche de « { $item } » ({ $amount }) n'atteignent pas son montant ({ $total }) : le reste est compté comme dû, mais jamais reçu.
    .hint = Ajoutez le versement qui manque, par exemple le solde.

## Agreements

plan-amount-below-zero = Un montant de « { $item } » est négatif ({ $amount }).
    .hint = Un encaissement, une reprise, une affectation choisie, un plafond ou le montant d'une convention va de zéro à plus : corrigez-le.
plan-filing-after-decision = La demande de « { $item } » est à déposer en { $filing }, après la décision attendue en { $decision }.
    .hint = Corrigez le mois du dépôt, ou repoussez celui de la décision.
plan-interim-report-outside = Le bilan intermédiaire de « { $item } » est prévu en { $month } : ce n'est pas entre le début de la période ({ $from }) et le compte rendu final ({ $report }).
    .hint = Reprenez le mois écrit dans la convention, ou effacez-le : Prévi prend alors le milieu de la période.
plan-tranches-total = Les tranches de « { $item } » font ensemble { $amount }, alors que la convention porte sur { $total }.
    .hint = Comparez avec le papier signé : corrigez une tranche, ajoutez celle qui manque, ou corrigez le montant de la convention.
plan-overlapping-agreements = « { $item } » et « { $other } » sont du même financeur et paient les mêmes dépenses de la même action, de { $from } à { $to }.
    .hint = Un financeur ne paie pas deux fois la même dépense. Si c'est la même convention, supprimez-en une ; sinon, dites pour chacune quelles dépenses elle prend en charge.
plan-circular-instalments = Un versement de « { $item } » attend que « { $other } » ait payé, et l'inverse : aucune des deux ne paierait la première. Chacune est comptée après son propre compte rendu.
    .hint = Demandez à l'un des deux financeurs s'il peut payer avant l'autre, et changez l'échéance de son versement.
plan-certainty-against-stage = La certitude choisie pour « { $item } » (niveau { $level } sur 4) contredit l'étape de la convention, qui donne le niveau { $usual }.
    .hint = Si la décision est prise, changez l'étape ; si elle ne l'est pas, laissez la certitude suivre l'étape.
plan-rule-without-effect = « { $item } » a un plafond, un forfait ou une affectation choisie qui ne change rien : seules les conventions liées à des dépenses en tiennent compte.
    .hint = Pour cette convention, choisissez « Somme fixe pour un projet (forfait) » ou « Part des dépenses (taux) », ou retirez ce qui ne sert pas.
plan-chosen-cost = Une dépense choisie pour « { $item } » n'est pas de celles que cette tranche peut payer.
    .hint = Choisissez une dépense d'une de ses actions, sur un compte ou un poste que la convention prend en charge, ou ajoutez l'action à la tranche.
plan-pay-before-parameters = La paie de « { $item } » est calculée, mais les taux des cotisations ne sont connus qu'à partir de { $known } : les mois d'avant sont comptés aux taux de ce mois-là.
    .hint = Saisissez le taux de charges patronales de ce poste, ou faites commencer le plan plus tard.
plan-fixed-term-without-end = « { $item } » est à durée déterminée, mais n'a pas de fin : la prime de fin de contrat n'est jamais comptée.
    .hint = Indiquez le dernier mois du contrat, ou choisissez « CDI » comme nature du contrat.
plan-key-sums-to-zero = La clé de « { $item } » ne donne rien à personne dans l'exercice { $year } : { $amount } restent à la structure.
    .hint = Dites à quelles actions vont ces charges : du temps planifié, des parts, des mètres carrés, ou une autre clé ; vérifiez aussi les dates des actions.
plan-part-below-zero = Dans la clé de « { $item } », la part de « { $activity } » est négative ({ $number }).
    .hint = Écrivez une part de zéro ou plus.
plan-pool-unused = Aucune ligne et aucun poste ne passent par « { $item } ».
    .hint = Choisissez ce groupe de charges communes sur les lignes et les postes de la structure qu'il doit répartir, ou supprimez-le.
plan-not-shared-out = « { $item } » est rangée dans « { $pool } », mais seules les charges de la structure se répartissent.
    .hint = Retirez l'action de la ligne si la charge est commune, ou retirez le groupe de charges communes.

## Alerts

alert-cash-negative = La trésorerie passe sous zéro fin { $month } ; au plus bas, elle descend à { $lowest } en { $low_month }.
    .hint = Avancez une recette, retardez une dépense ou demandez une avance à un financeur ou à votre banque. Regardez aussi quelles dépenses dépendent d'un financement incertain.
alert-cash-negative-inside-month = En cours de mois, en { $month }, la trésorerie peut descendre à { $worst } si toutes les dépenses se paient avant les recettes.
    .hint = Prévoyez de payer après l'arrivée des recettes, ou vérifiez le découvert que votre banque autorise.
alert-below-reserve = La trésorerie est sous la réserve visée pendant { $count } mois, pour la première fois en { $month }.
    .hint = Regardez ces mois dans Trésorerie, ou changez « Réserve visée » dans Hypothèses.
alert-deficit = Il manque { $amount } pour équilibrer l'exercice { $year }.
    .hint = Cherchez un financement de ce montant, réduisez des dépenses, ou décidez de prendre cette somme sur les fonds propres.
alert-unexplained-difference = Le solde relevé de « { $item } » s'écarte de { $amount } de la prévision.
    .hint = Un montant négatif veut dire qu'il y a moins que prévu. Cherchez ce qui a été payé ou reçu sans être prévu, ou à une autre date, et corrigez le plan.
alert-money-without-cost = « { $item } » : { $amount } ne trouvent aucune dépense d'ici la fin de l'exercice { $year } et seront à reverser.
    .hint = Prévoyez des dépenses que cette convention prend en charge, demandez au financeur de les reporter, ou prévoyez de les rendre.
alert-late-instalment = Un versement de « { $item } » ({ $amount }) arrive en { $month }, après que la trésorerie est passée sous zéro en { $short_month }. À temps, il aurait suffi.
    .hint = Demandez une avance à ce financeur, ou, la convention en main, un relais à votre banque.
alert-entitlement-without-cost = « { $item } » : { $amount } ne trouvent aucune dépense que d'autres ne paient pas déjà.
    .hint = C'est un surfinancement. Demandez moins à l'un des financeurs, ajoutez des dépenses prévues mais oubliées, ou élargissez avec le financeur ce que la convention prend en charge.
alert-base-too-small = « { $item } » : les dépenses prévues donnent droit à { $most } au plus ; { $amount } du montant accordé ne seront jamais versés.
    .hint = Vérifiez le taux et les dépenses prises en charge, ou comptez sur le montant que les dépenses permettent.
alert-nothing-eligible = « { $item } » ne peut payer aucune des dépenses du plan.
    .hint = Vérifiez les actions, les dates, les comptes et les postes de la convention : une dépense manque, ou elle est sur une autre action ou un autre compte.
alert-public-ceiling = « { $item } » : le plafond d'aides publiques retire { $amount } au montant accordé, parce que d'autres aides publiques paient les mêmes dépenses.
    .hint = Cherchez de l'argent privé pour cette part, ou demandez au financeur quelles aides il compte dans son plafond.
alert-report-overdue = Le compte rendu de « { $item } » était attendu en { $month }.
    .hint = Envoyez-le ou demandez un délai : le solde et la demande suivante en dépendent souvent. Une fois l'affaire finie, passez la convention à l'étape « Close ».
alert-over-funded = « { $item } » : les recettes dépassent les dépenses de { $amount } { $count ->
        [one] sur l'exercice { $year }
       *[other] en tout, sur { $count } exercices à partir de { $year }
    }.
    .hint = Un financeur peut reprendre ce qui dépasse le coût de l'action. Vérifiez qu'il n'y manque pas de dépenses, par exemple sa part des frais de la structure.
alert-costs-after-money = « { $item } » : les financements liés à cette action s'arrêtent, mais ses dépenses continuent à partir de { $month }. { $amount } ne sont payés par personne.
    .hint = Prévoyez une suite de financement, arrêtez les dépenses à la même date, ou décidez de les payer sur les fonds propres.
alert-agreement-needed = « { $item } » : { $amount } de subventions en { $year }, plus que les { $limit } par an au-delà desquels une convention est obligatoire.
    .hint = Prévoyez une convention écrite avec ce financeur. Le seuil compte tout ce qu'une même autorité accorde dans l'année (loi du 12 avril 2000, article 10).
alert-auditor-needed = { $amount } de subventions publiques sont attendus sur l'exercice { $year }, plus que les { $limit } au-delà desquels il faut un commissaire aux comptes.
    .hint = L'assemblée générale doit en nommer un, et les comptes annuels sont à publier. Prévoyez ses honoraires (article L612-4 du code de commerce).
alert-one-funder = « { $item } » apporte { $percent } % des produits de l'exercice { $year }, plus de { $limit } %.
    .hint = Si ce financeur s'arrête, l'association est en danger. Ce repère est celui de Prévi, non de la loi : parlez-en au bureau et cherchez d'autres ressources.
alert-to-be-specified = { $count ->
        [one] { $count } valeur reste à préciser.
       *[other] { $count } valeurs restent à préciser.
    }
    .hint = Corrigez-les dès que vous en savez plus. « D'où vient ce chiffre » montre, sous un chiffre, ce qui a été noté à son sujet.
