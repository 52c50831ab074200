# Texts of previ-file: files that do not open, and saving.

## The file as a whole

file-empty = Le fichier est vide.
    .hint = Il a sans doute été abîmé pendant une copie ou une coupure de courant. Reprenez une sauvegarde : celle d'avant le dernier enregistrement, s'il y en a une, est à côté du fichier et finit par « .bak ».
file-too-large = Le fichier est trop gros pour un plan : { $megabytes } Mo.
    .hint = Vérifiez que c'est bien un fichier de Prévi (son nom finit par « .previ.ron »).
file-not-a-plan = Ce fichier n'est pas un plan de Prévi.
    .hint = Pour reprendre un tableur (Excel, LibreOffice) ou un export de votre comptabilité, choisissez « Importer un tableur ». Un plan de Prévi a un nom qui finit par « .previ.ron ».
file-not-text = Le fichier contient des signes illisibles.
    .hint = Il a été abîmé, ou enregistré par un autre programme dans un autre codage que UTF-8. Reprenez une sauvegarde, ou enregistrez-le en UTF-8.
file-newer-format = Ce fichier vient d'une version plus récente de Prévi : son format est { $found }, celui que ce programme connaît est { $known }.
    .hint = Installez la dernière version de Prévi, puis ouvrez le fichier. Il n'a pas été modifié.
file-unknown-format = Ce fichier annonce un format { $found } qui n'existe pas.
    .hint = Il a sans doute été modifié à la main : reprenez une sauvegarde.
file-conflict-markers = Le fichier contient deux versions mélangées, séparées par des lignes « <<<<<<< » et « >>>>>>> ».
    .hint = Un outil de partage a réuni les changements de deux personnes. Choisissez l'une des deux versions et reprenez-la entière.

## How its text is written

file-cut-short = Le fichier s'arrête avant la fin.
    .hint = La copie ou le téléchargement n'est sans doute pas allé jusqu'au bout : copiez-le de nouveau, ou reprenez une sauvegarde.
file-first-line = Les premières lignes du fichier ne sont pas celles d'un plan de Prévi.
    .hint = Elles ont été modifiées à la main : vous pouvez supprimer celles qui commencent par « #! », elles ne sont pas indispensables.
file-expected-sign = Il manque ici le signe « { $sign } ».
    .hint = Le fichier a été modifié à la main : ajoutez ce signe à cette place ou juste avant, ou reprenez une sauvegarde.
file-unexpected-sign = Le signe « { $sign } » n'a pas sa place ici.
    .hint = Le fichier a été modifié à la main : enlevez ce signe, ou reprenez une sauvegarde.
file-expected-text = Ce qui est écrit ici doit être entre guillemets droits.
    .hint = Écrivez par exemple "6132" ou "2027-03", guillemets compris.
file-expected-whole-number = Il faut ici un nombre entier, sans guillemets ni virgule.
    .hint = Écrivez par exemple 3 et non "3" ni 3,0.
file-expected-true-or-false = Il faut ici « true » (oui) ou « false » (non).
    .hint = Écrivez l'un de ces deux mots, sans guillemets.
file-unclosed-text = Un texte commence ici et ses guillemets ne sont jamais fermés.
    .hint = Ajoutez le guillemet droit qui manque à la fin du texte. Si le fichier s'arrête là, reprenez une sauvegarde.
file-unclosed-comment = Un commentaire commence ici et n'est jamais fermé.
    .hint = Ajoutez « */ » à sa fin, ou enlevez « /* ».
file-bad-escape = La barre « \ » n'est pas suivie ici d'un signe connu.
    .hint = Dans un texte entre guillemets, écrivez « \\ » pour obtenir une barre.
file-trailing-text = Il y a encore du texte après la fin du plan.
    .hint = Enlevez ce qui suit la dernière parenthèse, ou reprenez une sauvegarde.

## What its text says

file-unknown-field = Le mot « { $field } » n'est pas connu à cette place. Ceux qui le sont : { $expected }.
    .hint = Corrigez son orthographe. Si le fichier vient d'une autre version de Prévi, installez la plus récente.
file-missing-field = Il manque « { $field } » dans l'élément qui finit ici.
    .hint = Ajoutez-le entre les parenthèses de cet élément, ou reprenez une sauvegarde.
file-duplicate-field = « { $field } » est écrit deux fois dans le même élément.
    .hint = Gardez l'un des deux.
file-unknown-choice = « { $found } » n'est pas un des choix possibles ici : { $expected }.
    .hint = Écrivez l'un de ces mots. Si le fichier vient d'une autre version de Prévi, installez la plus récente.
file-wrong-name = Il est écrit « { $found } » là où « { $expected } » est attendu.
    .hint = Corrigez ce mot, ou déplacez l'élément là où il doit être.
file-wrong-type = Ce qui est écrit ici n'est pas de la sorte attendue (texte, nombre, oui ou non, liste…). En anglais, le détail : { $detail }
    .hint = Comparez avec un élément semblable du fichier, ou reprenez une sauvegarde.
file-amount-needs-quotes = Les montants, taux et quantités s'écrivent entre guillemets.
    .hint = Écrivez par exemple "850.00" et non 850.00 : ainsi aucun centime ne se perd.
file-not-a-number = Ce qui est entre guillemets n'est pas un nombre.
    .hint = Dans le fichier, les nombres s'écrivent avec des chiffres, un point pour les centimes et rien d'autre : "1250.50".
file-share-or-days = Un temps par action se compte en part du temps (share) ou en jours (days) : il faut l'un des deux, pas les deux.
    .hint = Écrivez par exemple (activity: 3, share: "50") ou (activity: 3, days: "12").
file-number-too-large = Ce nombre est trop grand pour sa place, ou négatif là où il ne peut pas l'être.
    .hint = Un montant va jusqu'à 9 999 999 999,99 €, un taux jusqu'à 10 000 %, une quantité jusqu'à 10 000 000, avec six chiffres après la virgule.
file-not-a-month = Ce qui est écrit ici n'est pas un mois.
    .hint = Un mois s'écrit année-mois, avec deux chiffres pour le mois : "2027-03" pour mars 2027.
file-account-without-class = Ce qui est écrit ici n'est pas un numéro de compte.
    .hint = Un numéro de compte a un à neuf chiffres et commence par un chiffre de 1 à 8 : "6132". Vérifiez aussi que les guillemets sont fermés.
file-unreadable = Le fichier ne se lit pas à cet endroit. En anglais, le détail : { $detail }
    .hint = S'il a été modifié à la main, revenez sur ce changement ; sinon reprenez une sauvegarde.
file-next-id-raised = Le compteur d'éléments du fichier était en retard ; il reprend à { $number }.
    .hint = Vous n'avez rien à faire : il sera juste dès le prochain enregistrement.

## Files on disk

file-not-found = Le fichier « { $path } » est introuvable.
    .hint = Vérifiez qu'il n'a pas été déplacé ou renommé, et que la clé USB ou le dossier partagé est bien là.
file-not-a-file = « { $path } » n'est pas un fichier.
    .hint = Choisissez un fichier, et non un dossier.
file-no-folder = « { $path } » ne peut pas être écrit : ce dossier n'existe pas.
    .hint = Vérifiez le nom du dossier, créez-le d'abord, ou choisissez-en un autre.
file-no-permission = Vous n'avez pas le droit de lire ou d'écrire « { $path } ».
    .hint = Enregistrez dans un autre dossier, par exemple vos Documents, ou demandez ce droit à la personne qui s'occupe de l'ordinateur.
file-read-only = Le fichier « { $path } » est protégé : il peut être lu, pas modifié.
    .hint = Enregistrez sous un autre nom, ou enlevez la protection « lecture seule » dans les propriétés du fichier.
file-disk-full = Il n'y a plus de place pour écrire « { $path } ». Le fichier d'avant est intact.
    .hint = Libérez de la place, par exemple en vidant la corbeille, ou enregistrez sur un autre disque.
file-io = Le disque a refusé « { $path } ». Le détail : { $detail }
    .hint = Enregistrez tout de suite ailleurs, sur une clé USB par exemple. Si cela se reproduit, faites vérifier le disque.
file-locked = « { $path } » est déjà ouvert, par quelqu'un d'autre ou dans une autre fenêtre.
    .hint = Vous pouvez le lire ici. Pour le modifier, fermez-le d'abord de l'autre côté, ou enregistrez une copie sous un autre nom.
file-cannot-lock = « { $path } » n'a pas pu être réservé : rien n'empêche quelqu'un d'autre de l'ouvrir en même temps.
    .hint = C'est habituel dans un dossier protégé ou sur certains dossiers partagés. Assurez-vous d'être seul à le modifier.
file-changed-on-disk = « { $path } » a été changé par un autre programme ou une autre personne depuis que vous l'avez ouvert. Rien n'a été écrit.
    .hint = Enregistrez votre travail sous un autre nom pour garder les deux, ou enregistrez quand même pour remplacer l'autre version.
file-gone = « { $path } » n'est plus là : il a été déplacé, renommé ou supprimé.
    .hint = Enregistrez quand même pour le recréer à cet endroit, ou enregistrez sous un autre nom.
file-backup-exists = Une sauvegarde est à côté : « { $path } ». C'est le plan tel qu'il était juste avant le dernier enregistrement.
    .hint = Pour la reprendre, copiez-la et donnez à la copie un nom qui finit par « .previ.ron ».
