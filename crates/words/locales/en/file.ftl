# Texts of previ-file: files that do not open, and saving.

## The file as a whole

file-empty = The file is empty.
    .hint = It was probably damaged by an interrupted copy or a power cut. Go back to a backup: the one from before the last save, if there is one, stands beside the file and its name ends in “.bak”.
file-too-large = The file is too large for a plan: { $megabytes } MB.
    .hint = Check that it is a file of Prévi (its name ends in “.previ.ron”).
file-not-a-plan = This file is not a Prévi plan.
    .hint = To take over a spreadsheet (Excel, LibreOffice) or an export of your accounting software, choose “Import a spreadsheet”. The name of a Prévi plan ends in “.previ.ron”.
file-not-text = The file contains unreadable characters.
    .hint = It was damaged, or saved by another program in an encoding other than UTF-8. Go back to a backup, or save it as UTF-8.
file-newer-format = This file comes from a later version of Prévi: its format is { $found }, the one this program knows is { $known }.
    .hint = Install the latest version of Prévi, then open the file. It has not been changed.
file-unknown-format = This file claims a format { $found } that does not exist.
    .hint = It was probably edited by hand: go back to a backup.
file-conflict-markers = The file contains two versions mixed together, between lines “<<<<<<<” and “>>>>>>>”.
    .hint = A sharing tool merged the changes of two people. Choose one of the two versions and take it whole.

## How its text is written

file-cut-short = The file stops before its end.
    .hint = The copy or download was probably interrupted: copy it again, or go back to a backup.
file-first-line = The first lines of the file are not those of a Prévi plan.
    .hint = They were edited by hand: you may delete those that begin with “#!”, they are not needed.
file-expected-sign = The sign “{ $sign }” is missing here.
    .hint = The file was edited by hand: add this sign here or just before, or go back to a backup.
file-unexpected-sign = The sign “{ $sign }” does not belong here.
    .hint = The file was edited by hand: remove this sign, or go back to a backup.
file-expected-text = What is written here must stand between straight quotes.
    .hint = Write for example "6132" or "2027-03", quotes included.
file-expected-whole-number = A whole number is needed here, without quotes or decimals.
    .hint = Write for example 3, not "3" nor 3.0.
file-expected-true-or-false = Either “true” or “false” is needed here.
    .hint = Write one of these two words, without quotes.
file-unclosed-text = A text begins here and its quotes are never closed.
    .hint = Add the missing straight quote at the end of the text. If the file stops there, go back to a backup.
file-unclosed-comment = A comment begins here and is never closed.
    .hint = Add “*/” at its end, or remove “/*”.
file-bad-escape = The backslash “\” is not followed by a known sign here.
    .hint = In a text between quotes, write “\\” for one backslash.
file-trailing-text = There is more text after the end of the plan.
    .hint = Remove what follows the last parenthesis, or go back to a backup.

## What its text says

file-unknown-field = The word “{ $field }” is not known in this place. Those that are: { $expected }.
    .hint = Correct its spelling. If the file comes from another version of Prévi, install the latest one.
file-missing-field = “{ $field }” is missing in the item that ends here.
    .hint = Add it between the parentheses of this item, or go back to a backup.
file-duplicate-field = “{ $field }” is written twice in the same item.
    .hint = Keep one of them.
file-unknown-choice = “{ $found }” is not one of the choices there are here: { $expected }.
    .hint = Write one of these words. If the file comes from another version of Prévi, install the latest one.
file-wrong-name = It says “{ $found }” where “{ $expected }” is expected.
    .hint = Correct this word, or move the item to where it belongs.
file-wrong-type = What is written here is not of the right kind: { $detail }
    .hint = Compare it with a similar item of the file, or go back to a backup.
file-amount-needs-quotes = Amounts, rates and quantities are written between quotes.
    .hint = Write for example "850.00" and not 850.00, so that no cent is lost.
file-not-a-number = What stands between the quotes is not a number.
    .hint = In the file, numbers are written with digits, a point for the cents and nothing else: "1250.50".
file-share-or-days = Time for an activity is a share of the time (share) or a number of days (days): one of them is needed, not both.
    .hint = Write for example (activity: 3, share: "50") or (activity: 3, days: "12").
file-number-too-large = This number is too large for its place, or negative where it cannot be.
    .hint = An amount goes up to €9,999,999,999.99, a rate up to 10,000%, a quantity up to 10,000,000, with six digits after the point.
file-not-a-month = What is written here is not a month.
    .hint = A month is written year-month, with two digits for the month: "2027-03" for March 2027.
file-account-without-class = What is written here is not an account number.
    .hint = An account number has one to nine digits and begins with a digit from 1 to 8: "6132". Check too that the quotes are closed.
file-unreadable = The file cannot be read in this place: { $detail }
    .hint = If it was edited by hand, undo that change; otherwise go back to a backup.
file-next-id-raised = The counter of items in the file was behind; it goes on at { $number }.
    .hint = There is nothing to do: it will be right from the next save on.

## Files on disk

file-not-found = The file “{ $path }” cannot be found.
    .hint = Check that it was not moved or renamed, and that the USB stick or shared folder is there.
file-not-a-file = “{ $path }” is not a file.
    .hint = Choose a file, not a folder.
file-no-folder = “{ $path }” cannot be written: that folder does not exist.
    .hint = Check the name of the folder, make it first, or choose another one.
file-no-permission = You are not allowed to read or write “{ $path }”.
    .hint = Save in another folder, for example your Documents, or ask the person who looks after the computer.
file-read-only = The file “{ $path }” is protected: it can be read, not changed.
    .hint = Save under another name, or remove “read only” in the properties of the file.
file-disk-full = There is no room left to write “{ $path }”. The file is as it was before.
    .hint = Free some room, for example by emptying the bin, or save on another disk.
file-io = The disk refused “{ $path }”: { $detail }
    .hint = Save somewhere else at once, for example on a USB stick. If it happens again, have the disk checked.
file-locked = “{ $path }” is already open, by somebody else or in another window.
    .hint = You can read it here. To change it, close it on the other side first, or save a copy under another name.
file-cannot-lock = “{ $path }” could not be reserved: nothing keeps somebody else from opening it at the same time.
    .hint = This is usual in a protected folder and on some shared folders. Make sure that only you change it.
file-changed-on-disk = “{ $path }” was changed by another program or person since you opened it. Nothing was written.
    .hint = Save your work under another name to keep both, or save anyway to replace the other version.
file-gone = “{ $path }” is no longer there: it was moved, renamed or deleted.
    .hint = Save anyway to make it again in the same place, or save under another name.
file-backup-exists = A backup stands beside it: “{ $path }”. It is the plan as it was just before the last save.
    .hint = To go back to it, copy it and give the copy a name that ends in “.previ.ron”.
