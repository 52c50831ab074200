# Texts of previ-sheets.

## export: names of the sheets

export-tab-summary = Summary
export-tab-budget = Budget
export-tab-statement = Statement
export-tab-cash = Cash
export-tab-activities = Activities
export-tab-funding = Funding
export-tab-assumptions = Assumptions
export-tab-lines = Lines
export-tab-team = Team
export-tab-months = Months
export-tab-money = Payments
export-tab-full-cost = Full cost
export-tab-workload = Workload

## export: the sheets to be read

export-budget-title = Budget
export-statement-title = Income statement by account
export-cash-title = Cash forecast
export-activities-title = Result by activity
export-funding-title = Agreements and grants
export-summary-note = Amounts in euros, without cents. The other sheets give the detail; the sheet Assumptions explains this workbook.
export-statement-note = Each account is the sum of the rows of the sheet Months. The Budget sheets take these amounts year by year.
export-cash-note = Receipts above zero, payments below. The worst inside the month assumes that everything is paid before anything comes in.
export-activities-note = Each activity includes those below it. Shared costs are those of the structure.
export-funding-note = Change a granted amount, the share counted or a payment: result and cash follow. Dates are changed in Prévi. What depends on the costs paid is calculated by Prévi and does not follow.
export-assumptions-note = Where this forecast starts from, and how to read this workbook.
export-lines-note = What was typed. Blue cells can be changed; years without an amount of their own take that of the year before.
export-team-note = Gross pay as typed; the rest follows the rates. A month taken from the month before follows its changes.
export-months-note = Costs and income of each month. An amount typed in place of a formula replaces that month, as in Prévi.
export-money-note = Money received (above zero) and paid (below) each month. These cells follow the sheet Months with the delay of each line.
export-from-to = from { $first } to { $last }
export-view = Funding counted
export-view-counted = Funding counted: { $view }
export-settled = follow-up of the agreement
export-structure = Structure
export-bank = Bank
export-everything = The whole association
export-total = Total

## export: heads of columns and labels of rows

export-empty = { "" }
export-label = Label
export-number = No.
export-origin = Origin
export-account = Account
export-account-label = Name of the account
export-class = Class
export-activity = Activity
export-activity-number = Activity no.
export-certainty-level = Certainty
export-schedule = Schedule
export-settlement = Settlement
export-base = Monthly amount, price or base
export-amount = Amount
export-month = Month
export-quantity = quantity
export-purchase = Purchase and life
export-typed-months =
    { $count ->
        [one] { $count } month typed
       *[other] { $count } months typed
    }
export-life-months =
    { $count ->
        [one] depreciated over { $count } month
       *[other] depreciated over { $count } months
    }
export-in-kind-title = Contributions in kind
export-investments-title = Investments
export-calendar-years-title = Amounts typed by calendar year
export-due-from-before = (due from before the plan)
export-row-number = No.
export-cash-row = Row of the cash forecast
export-cash-row-number = Row no.
export-treasury = Treasury account
export-treasury-number = Treasury no.
export-counted-in-cash = Counted in cash
export-yes = yes
export-no = no
export-not-counted-title = Outside the cash forecast (blocked accounts, transfers)
export-balances-title = Balance of each account at month end
export-movement = movements
export-balance = balance
export-position = Position
export-pay-line = Item
export-rate = Rate
export-holder = Holder
export-gross = Gross pay
export-employee-share = Employee’s share
export-employer-share = Employer’s contributions
export-net = Net pay

## export: statement and budgets

export-charges = Charges
export-income = Income
export-charges-total = Total charges
export-income-total = Total income
export-result = Result
export-to-find = Still to be found
export-to-find-note = This is not income: it is what is missing for a result of zero.
export-excess = Expected excess
export-deficit = Expected deficit
export-grand-total = TOTAL
export-in-kind-uses = Uses of contributions in kind
export-in-kind-uses-total = Total uses in kind
export-in-kind-resources = Contributions in kind
export-in-kind-resources-total = Total contributions in kind

## export: cash and summary

export-cash-opening = Cash at the start
export-cash-closing = Cash at the end
export-cash-worst = Worst inside the month
export-cash-worst-of-year = Worst inside a month of the year
export-cash-reserve = Reserve to keep
export-cash-lowest = Lowest month end
export-receipts = Receipts
export-receipts-total = Total receipts
export-payments = Payments and other movements
export-payments-total = Total payments
export-landmarks-title = Landmarks
export-lowest-month = Lowest month
export-negative-end = Months that end below zero
export-negative-inside = Months in which cash may run out
export-first-negative-end = First month that ends below zero
export-first-negative-inside = First month in which cash may run out
export-curve-title = Cash month by month
export-summary-result = Result
export-summary-certainty = Income by certainty
export-summary-cash = Cash
export-own-income = Own income
export-funding-level = Funding: { $level }

## export: funding

export-funder = Funder
export-agreement = Agreement
export-funder-kind = Kind of funder
export-stage = Stage
export-certainty = Certainty
export-from = From
export-to = To
export-decision = Decision
export-asked = Asked
export-granted = Granted
export-weight = Share counted
export-amount-kept = Kept
export-counted = Counted here
export-no-funding = No agreement.
export-payments-title = Payments expected
export-trigger = Due
export-received-in = Received in
export-fixed-part = Fixed amount
export-share = Share
export-called = Called so far
export-payment = Payment

## export: assumptions

export-assumptions-treasury = Treasury at the opening
export-use = Use
export-usable = usable
export-blocked = blocked
export-overdraft = Overdraft allowed
export-opening-balance = Opening balance
export-reserve-months = Reserve wanted, in months of payments
export-assumptions-opening = Claims, debts and reserves at the opening
export-side = Side
export-due = Due
export-reserves = Reserves for projects of the association
export-assumptions-transfers = Transfers between accounts
export-from-account = From
export-to-account = To
export-assumptions-readings = Balances read on bank statements
export-index = Index
export-index-growth = Growth of the year
export-index-level = Level
export-index-level-used = Level to nine decimals
export-about-title = What this workbook is
export-about-live = This workbook comes from Prévi. It stays alive: result, budgets, cash and funding are formulas.
export-about-change = To try a change, edit a blue cell: a line, a month, a salary, an agreement or an opening balance. Everything follows, to the cent.
export-about-not-live = What does not follow here: dates, conditions, loans, a new line. Change them in Prévi, then export again.
export-about-signs = Charges and income are both written above zero; in cash, what goes out is below zero.
export-legend-title = Colours
export-legend-input = Blue cell
export-legend-input-text = Typed by the association. Change it to try something.
export-legend-formula = White cell
export-legend-formula-text = Formula. On the sheet Months, an amount typed in place of a formula replaces that month.
export-legend-derived = Grey, in italics
export-legend-derived-text = Calculated by Prévi (loans, what is left from before the plan). Does not follow changes made here.
export-legend-empty = Empty cell
export-legend-empty-text = Nothing in that month, or outside the dates of the item: nothing to type.
export-association-title = The association and its forecast
export-association-name = Name
export-association-rna = RNA number
export-association-siren = SIREN
export-horizon = Period
export-contributions = Social contributions paid
export-edition = Reference data
export-notes-title = Open notes
export-left-out-title = Not counted in this workbook
export-left-out-note = The condition of these items does not hold with the funding counted, or this funding has no amount in it.
export-full-cost-title = Full cost by activity
export-full-cost-note = Costs of each activity, its part of shared costs, and who pays them. Each activity includes those below it.
export-workload-note = Days of each position in the fiscal year, and those planned for activities. A remainder below zero is too much work.
export-as-exported-note = Calculated by Prévi at export: does not follow changes made in this workbook.
export-direct-cost = Direct costs
export-shared-cost = Shared costs it gets
export-full-cost = Full cost
export-paid-by-own-income = Paid by its own income
export-paid-by-funders = Paid by funders
export-left-to-pay = Left to pay
export-left-own-funds = of it, other resources of the year
export-left-to-find = of it, to be found
export-days = Days
export-days-available = Days available
export-days-lent = Lent to other associations
export-days-operational = Days meant for activities
export-days-planned = Days planned
export-days-left = Days left

sheets-workbook-not-written = The workbook could not be written ({ $reason }).
    .hint = A plan of this size is more than a spreadsheet accepts: reduce the number of years or lines, then export again.

## import: files that cannot be read

sheets-empty-file = The file is empty.
    .hint = Check that you chose the right file, or download it again.
sheets-file-too-large = The file is too large: { $megabytes } MB, where { $most } MB hold the largest budgets.
    .hint = Copy the sheet with the budget into a new workbook, save it and import that one.
sheets-unpacks-too-large = The file becomes enormous when opened: more than { $most } MB.
    .hint = It is no ordinary workbook. Copy the sheet with the budget into a new one and import that.
sheets-too-many-cells = The file has too many filled cells, or cells very far from each other (at most { $most } cells).
    .hint = Copy only the lines of the budget into a new workbook and import that one.
sheets-password-protected = The file is protected by a password.
    .hint = Open it in Excel or LibreOffice, save a copy without password and import the copy.
sheets-unreadable = The file is damaged, or not made like a spreadsheet.
    .hint = Open it in LibreOffice or Excel, save it as “Excel workbook (.xlsx)” or “ODF spreadsheet (.ods)”, then import that copy.
sheets-unknown-format = This file is no spreadsheet that Prévi can read.
    .hint = Prévi reads xlsx, xlsm, xls, ods and csv files. Open yours in LibreOffice or Excel and save it in one of these formats.
sheets-old-format = This spreadsheet format is too old or too particular.
    .hint = Open the file in LibreOffice or Excel and save it as “Excel workbook (.xlsx)”.
sheets-no-cells = No cell of the file is filled.
    .hint = Check that you chose the right file and that it was saved.

## import: which sheet, which column, which year

sheets-no-block-found = No budget was found in the sheets: { $sheets }.
    .hint = Prévi looks for expenses and income: account numbers (60, 613, 741…) or the words CHARGES and PRODUITS (or DÉPENSES and RECETTES) above the labels, with the amounts in a column on the right. Add these words in your spreadsheet, save and import again.
sheets-unknown-sheet = There is no sheet “{ $sheet }” in this file. Its sheets: { $sheets }.
    .hint = Choose one of these names.
sheets-sheet-chosen = The sheet “{ $sheet }” was read. Other sheets look like a budget too: { $others }.
    .hint = If it is not the right one, choose another when importing.
sheets-hidden-sheets = The file contains hidden sheets: { $sheets }.
    .hint = They are often old drafts. They were not imported; to see them, show them in your spreadsheet.
sheets-column-chosen = The amounts come from the column “{ $column }”. The other columns were left: { $others }.
    .hint = If another column is the budget, keep only that one in your spreadsheet and import again.
sheets-column-guessed = Several columns of amounts look alike. The column “{ $column }” was taken; the others were left: { $others }.
    .hint = Write the year, or “Prévu”, above the right column, save and import again.
sheets-year-assumed = The file does not say which year it is about: { $year } was assumed.
    .hint = Check it, and give the year when importing if it is another one.
sheets-year-past = According to the file these amounts are those of { $year }, a past year.
    .hint = If you prepare another year from this table, give that year when importing.
sheets-thousands = The amounts are in thousands of euros according to “{ $text }”: they were multiplied by 1,000.
    .hint = Check one or two amounts that you know.
sheets-side-guessed = Nothing says whether these are expenses or income, from “{ $label }” on: it was guessed from the labels.
    .hint = Write CHARGES or PRODUITS above each table to be sure.
sheets-side-unknown = Nothing says whether the lines are expenses or income, from “{ $label }” on. They were left out.
    .hint = Write CHARGES or PRODUITS above these lines, or an account number in front of each, then import again.
sheets-duplicate-table = The table in columns { $text } repeats another table of the sheet: it was left out.
    .hint = Check that the table taken is the right one.
sheets-negative-charges = All expenses are written below zero: they were taken as positive amounts.
    .hint = There is nothing to do, unless these amounts were refunds.

## import: totals

sheets-total-differs = “{ $label }” says { $written }, but its lines make { $computed }: a difference of { $difference }.
    .hint = The lines were taken, not the total. Look in your spreadsheet for the line forgotten or counted twice.
sheets-heading-differs = “{ $label }” says { $written }, but the details below make { $computed }: a difference of { $difference }.
    .hint = The details were taken, not this row. If a detail is missing, add it.
sheets-both-kept = “{ $label }” ({ $written }) and its sub-accounts ({ $computed }) each have an amount: all were taken.
    .hint = If this row is the total of its sub-accounts, delete it from the plan.
sheets-in-kind-unbalanced = Contributions in kind do not balance: { $uses } used, { $resources } received.
    .hint = Both sides must be equal. The uses were taken; correct their amount if needed.

## import: accounts

sheets-account-from-label = “{ $label }” has no account number: { $account } was chosen from its label.
    .hint = Check it and change it if needed: the result does not depend on it.
sheets-account-guessed = “{ $label }” has no account number and its label says nothing: the line stands in { $account } for now.
    .hint = Choose the right account in the plan.
sheets-account-unknown = The account { $account } (“{ $label }”) is not in the chart of accounts of associations: it stands under { $nearest }.
    .hint = That is normal for a sub-account of your own. Otherwise correct the number.
sheets-label-says-otherwise = “{ $label }” stands in account { $account }, but this label usually goes to { $suggested }.
    .hint = The number of the file was kept. Change it if it was a mistake, or a number of the former chart.
sheets-account-without-class = “{ $text }” (“{ $label }”) is no account number: it should begin with a digit from 1 to 8.
    .hint = The row was left out. Correct the number and import again, or add the line by hand.
sheets-account-not-budget = The account { $account } (“{ $label }”) belongs to the balance sheet, not to expenses or income. The row was left out.
    .hint = A purchase of equipment (class 2) is an investment, account 16 is a loan: they are not imported, and the window has no form for them yet.

## import: cells

sheets-other-unit = “{ $label }” counts { $text }, which are not euros: the row was left out.
    .hint = For volunteers' work, add the hours in Activities, under the tab “Volunteering and gifts in kind”.
sheets-ambiguous-amount = “{ $text }” can be read in two ways: { $amount } was taken.
    .hint = Check this amount; if it is wrong, correct it in the plan.
sheets-amount-too-large = The amount “{ $text }” of “{ $label }” is too large: at most €9,999,999,999.99.
    .hint = The row was left out. Correct the amount in your spreadsheet and import again.
sheets-error-cells = The sheet contains { $count ->
        [one] one cell with an error, { $text }.
       *[other] { $count } cells with an error, the first in { $text }.
    }
    .hint = A formula is broken there. Repair it in your spreadsheet: a total that depends on it may be wrong.
sheets-zero-rows = { $count ->
        [one] One row without amount was left out: { $text }.
       *[other] { $count } rows without amount were left out: { $text }.
    }
    .hint = Add to the plan those that you will need.
sheets-not-placed = { $count ->
        [one] One cell of the file found no place in the plan.
       *[other] { $count } cells of the file found no place in the plan.
    }
    .hint = They are listed with their address: check that no important amount is among them.

## import: why a cell has no place

import-reason-outside = outside the tables, or a remark
import-reason-other-column = another column of amounts
import-reason-duplicate = a table that repeats another one
import-reason-other-unit = not euros
import-reason-no-label = an amount without label
import-reason-not-an-amount = not an amount
import-reason-error = a cell with an error
import-reason-no-class = a number that is no account
import-reason-not-budget = a balance sheet account
import-reason-side-unknown = expense or income, nothing tells
import-reason-carried-result = the result of a past year
import-reason-of-which = already counted in the line above
import-reason-too-large = an amount that is too large

## import: notes on items

import-bank = Bank
import-note-schedule = Yearly amount taken from { $cell }, spread over twelve months and paid or received in its month: schedule to be specified.
import-note-in-kind = Yearly amount taken from { $cell }, spread over twelve months: schedule to be specified.
import-note-agreement = Amount taken from { $cell }: a general grant, paid at once in the seventh month. Stage of the application, decision and schedule to be specified.
import-note-account-from-label = The account { $account } was chosen from the label: is it the right one?
import-note-account-guessed = The account { $account } is provisional: nothing in the file said which. What is the right one?
import-note-label-says-otherwise = The file gave the account { $account }, but this label usually goes to { $suggested }: which is right?

## incitu: the workbook's arithmetic

sheets-expense-without-account = "{ $label }" ({ $amount }) has no account: InCitu's workbook would forget it in its result account. Prévi counts it.
    .hint = Give it an account that says what it is, such as 606 (supplies) or 625 (travel).
