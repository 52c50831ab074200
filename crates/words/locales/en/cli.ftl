## Help of the command line
cli-about = Prévi, the multi-year budget of associations: budget, funding and cash month by month
cli-after-help =
    Without a command, "previ" or "previ FILE" opens the window.

    Exit codes:
    0  all is well
    1  the plan, or the imported spreadsheet, has errors to correct
    2  the command is not well written
    3  a file cannot be read or written
cli-usage-heading = Usage:
cli-commands-heading = Commands
cli-usage = "previ --help" shows the commands, and "previ import --help", for example, what goes with one of them.
cli-usage-incomplete = The command is incomplete.
cli-usage-command = "{ $what }" is no command of Prévi.
cli-usage-unknown = "{ $what }" has no place in this command.
cli-usage-missing = Missing: { $what }.
cli-usage-value = "{ $value }" does not suit { $what }.
cli-usage-choice = "{ $value }" does not suit { $what }. One of: { $known }.
cli-value-command = COMMAND
cli-value-file = FILE
cli-value-sheet-file = SPREADSHEET
cli-value-figure = FIGURE
cli-value-lang = LANGUAGE
cli-value-name = NAME
cli-value-view = VIEW
cli-value-year = YEAR
cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-arg-lang = Language of the texts: fr or en
cli-arg-view = Funding counted: sure, expected (weighted) or everything (the default)
cli-arg-figure = For example result.2027, result.2027.613, cash.2027-03 or balance.2027.512
cli-forecast = Shows the result by fiscal year and cash by month
cli-funding = Shows who pays for what, what becomes of the money of each agreement and what stops
cli-workload = Shows the days of positions: available, planned, done, paid by whom, and how busy each month is
cli-calendar = Lists applications, decisions, payments, reports and money to give back, month after month, and what is late
cli-activity = Shows the full cost of activities, who pays for it, and the income statement of a set of activities
cli-arg-only = Activities by their numbers, in the order of the plan, such as 1,4,6-8; all of them otherwise
cli-value-numbers = NUMBERS
cli-title-full-cost = FULL COST
cli-direct-costs = direct costs
cli-shared-costs = shared costs
cli-paid = paid for
cli-left = left to fund
cli-total-cost = Total
cli-title-pools = SHARED COSTS
cli-pool-shared = shared out to activities
cli-pool-kept = stay with the structure
cli-pool-daily = cost per available day
cli-title-statement-of-set = INCOME STATEMENT OF THESE ACTIVITIES
cli-title-parts-of-pools = PART OF THESE ACTIVITIES
cli-title-actuals = PLANNED AND DONE
cli-title-actuals-of-set = PLANNED AND DONE OF THESE ACTIVITIES
cli-actuals-why = What was done is what was typed: lines, money of funders, days worked, at what a planned day costs. An empty cell was not typed; it is not zero.
cli-how-to-read-activity = Each activity counts by itself, without those below it; the income statement of a set counts them with it. What leaves the structure stands there below zero.
cli-wrong-numbers = { $why }
    .hint = { $what }
cli-calendar-what = What is due
cli-calendar-empty = Nothing is expected of a funder in this plan.
cli-check = Looks for what is missing or contradictory in a plan
cli-import = Makes a plan of a sheet of charges and income (xlsx, xls, ods, csv)
cli-export = Writes the workbook (xlsx) with its formulas, or the journal for hledger (.journal)
cli-explain = Shows where a figure comes from
cli-arg-file = A .previ.ron file; the built-in example without one
cli-arg-plan-file = A .previ.ron file
cli-arg-sheet-file = The spreadsheet to import
cli-arg-json = Output for another program (JSON)
cli-arg-accounts = Lists the accounts under each heading
cli-arg-output = The file to write
cli-arg-force = Replaces the file if it exists
cli-arg-sheet = Name of the sheet, where the workbook has several
cli-arg-first-year = Year of the imported budget

## Forecast
cli-title-activities = WHO PAYS FOR WHAT
cli-title-agreements = WHAT BECOMES OF THE MONEY OF EACH AGREEMENT
cli-title-tranches = EACH TRANCHE
cli-title-funders = EACH FUNDER
cli-title-matrix = WHO PAYS FOR WHAT, IN ALL
cli-title-choices = Costs chosen by hand
cli-title-cliff = WHAT STOPS
cli-cliff-yearly = { $amount } promised for the last twelve months
cli-promise-to-come = To come
cli-promise-at-risk = At risk
cli-calendar-person = Followed by
cli-how-to-read-funding =
    “Still to be paid” is what nobody pays yet.
    General grants fill what the others leave, without changing anything in the books.
    “To come” is still to be received after the last year of the plan; “At risk” is the most that would go back if the project stopped at the end of a year.
cli-title-workload = WORKLOAD, in days
cli-title-workload-activities = DAYS BY ACTIVITY
cli-title-workload-payers = WHO PAYS THE DAYS
cli-title-workload-months = LOAD OF EACH MONTH, in % of the days available
cli-workload-empty = This plan has no position.
cli-days-available = Days available
cli-days-lent = Lent
cli-days-operational = Days for activities
cli-days-planned = Days planned
cli-days-left = Left (−: beyond)
cli-days-done = Days done
cli-days-own-income = Own income
cli-days-unpaid = Nobody yet
cli-days-of-all = All positions
cli-days-unpaid-all = Nobody yet, on activities
cli-cost-per-day = Cost of a day, in €
cli-total-days = Planned in all
cli-how-to-read-workload =
    Days available are weekdays less public holidays and leave, by the share of full time worked.
    Days paid are the euros that a funder puts on the post, over the cost of one day.
cli-title-income = INCOME STATEMENT
cli-title-cash = CASH, starting from
cli-title-alerts = LOOK AT THIS FIRST
cli-euros = in euros
cli-total-charges = Total charges
cli-total-income = Total income
cli-result = Result (excess + or deficit −)
cli-to-find = Still to be found
cli-month = Month
cli-receipts = Received
cli-payments = Paid
cli-closing = Month end
cli-worst = At worst
cli-low-point = (lowest)
cli-no-alert = Nothing to report.
cli-how-to-read =
    "At worst": cash of the month if everything is paid before anything is received.
    "previ explain FILE result.2027" shows where a figure comes from; "previ --help" the rest.

## Check, explanation, files
cli-nothing-wrong = Nothing to report.
cli-error = ERROR
cli-warning = WARNING
cli-note = NOTE
cli-origin = Origin
cli-months = Months
cli-amount = Amount
cli-opening = opening
cli-written = File written:

## Import
cli-import-sheet = Sheet read: { $sheet }, fiscal year { $year } ({ $source })
cli-import-year-asked = the year asked for
cli-import-year-sheet = the year found in the sheet
cli-import-year-file = the year found in the name of the file
cli-import-year-clock = no year in the sheet: next year
cli-import-charges = Charges
cli-import-income = Income
cli-import-result = Result
cli-import-lines =
    { $count ->
        [one] { $count } line taken over
       *[other] { $count } lines taken over
    }
cli-import-not-placed = What was not taken over, cell by cell:
cli-import-all-placed = Everything in the sheet has found its place.

## Errors
cli-already-there = The file “{ $path }” exists already: nothing was written.
    .hint = Choose another name, or add --force to replace it.
cli-unknown-figure = No figure is called "{ $figure }" in this plan.
    .hint = Examples: result.2027 (result), result.2027.613 (account 613), cash.2027-03 (cash at the end of March), balance.2027.512 (balance sheet). The year must be in the plan.
cli-no-such-year = This plan has no fiscal year { $year }.
    .hint = Its fiscal years go from { $first } to { $last }: choose one of them after --year.

## As in InCitu's workbook
cli-incitu = Reckons a year as InCitu's workbook does, and says why Prévi's result is another one
cli-arg-year = Fiscal year, by the year in which it begins; that of today otherwise
cli-arg-set = Numbers of the activities of the result account, such as 1,4-6; all of them otherwise
cli-arg-contributions = Employer's contributions in % of pay in this account; 50 otherwise
cli-value-set = ACTIVITIES
cli-value-percent = PERCENTAGE
cli-incitu-title = as in InCitu's workbook
cli-incitu-days = { $workable } working days full time: { $days } days − { $weekend } Saturdays and Sundays − { $holidays } public holidays − { $off } days of leave and rest.
cli-incitu-people = THE TEAM
cli-incitu-charges = INDIRECT CHARGES
cli-incitu-projects-planned = ACTIVITIES, PLANNED
cli-incitu-projects-realised = ACTIVITIES, REALISED
cli-incitu-certainty = PLANNED FUNDING, BY CERTAINTY
cli-incitu-account = RESULT ACCOUNT OF THE WORKBOOK
cli-incitu-account-of = RESULT ACCOUNT OF ACTIVITIES { $projects } (indirect charges: { $planned }% planned, { $realised }% realised)
cli-incitu-bridge = FROM THE ACTIVITIES TO PRÉVI'S RESULT
cli-incitu-person = Person
cli-incitu-days-in-year = Days
cli-incitu-operational = For activities
cli-incitu-planned = Planned
cli-incitu-done = Done
cli-incitu-realised = Realised
cli-incitu-cost = Cost
cli-incitu-day-cost = Per day
cli-incitu-per-day = Per day
cli-incitu-category = Category
cli-incitu-one-category = All
cli-incitu-two-before = Y-2
cli-incitu-one-before = Y-1
cli-incitu-completion = Realised in %
cli-incitu-total = Total
cli-incitu-project = Activity
cli-incitu-days-on = Days
cli-incitu-staff = Staff
cli-incitu-indirect = Indirect
cli-incitu-expenses = Expenses
cli-incitu-project-cost = Cost
cli-incitu-funding = Funding
cli-incitu-other = Other
cli-incitu-structure = Structure
cli-incitu-account-heading = Account
cli-incitu-pay = of which pay
cli-incitu-contributions = of which contributions
cli-incitu-provisions-made = of which 687, provisions for risks
cli-incitu-own-income = 70 Own income
cli-incitu-funders = 74 Funders
cli-incitu-other-income = 75 Other income of the activities
cli-incitu-provisions-released = 787 Provisions taken back
cli-incitu-why = What changes
cli-incitu-step-projects = Result of all activities
cli-incitu-step-unassigned-pay = Pay of days meant for activities that are on none
cli-incitu-step-unabsorbed-charges = Indirect charges that no planned day takes
cli-incitu-step-without-account = Expenses without account, which the workbook forgets
cli-incitu-step-provisions-made = Provisions the workbook forecasts (687)
cli-incitu-step-provisions-released = Provisions it takes back (787)
cli-incitu-step-workbook = Result of the workbook
cli-incitu-step-without-account-back = Expenses without account, to be paid all the same
cli-incitu-step-forecast-out = The workbook's provisions, taken out
cli-incitu-step-own-provisions = Provisions of Prévi
cli-incitu-step-structure-income = Income and funding of the structure
cli-incitu-step-agreements = Agreements: another income than what is promised for the year
cli-incitu-step-others = All the rest
cli-incitu-step-previ = Result of Prévi
cli-staff = Shows what positions cost, their days and aids, and the pay of a month line by line
cli-arg-post = The pay of a position, by its name, its holder or its number
cli-arg-month = Month of that pay, such as 2027-03; by default the first one of the position
cli-value-post = POST
cli-value-month = MONTH
cli-title-staff-cost = COST OF POSITIONS, in euros
cli-title-staff-days = DAYS PLANNED ON ACTIVITIES / DAYS AVAILABLE
cli-title-staff-aids = AIDS TO POSITIONS, in euros
cli-title-staff-posts = THE POSITIONS
cli-staff-number = Number
cli-staff-not-held = This position has no month in this plan.
cli-how-to-read-staff =
    Cost is gross pay and the employer's share, with the tax on salaries where there is one.
    “previ staff --post NUMBER” explains the pay of a month.
cli-unknown-post = No position is called “{ $post }” in this plan, or several are.
    .hint = Its positions: { $known }.
cli-staff-none = none
