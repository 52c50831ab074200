# Texts of previ: the window.

## Where no window can be opened

app-no-window = No window can be opened here ({ $cause }). On Debian or Ubuntu install the packages { $packages } (with Wayland: { $wayland }). Here is the forecast in the terminal; "previ --help" lists the commands.

## Pages

app-page-home = Home
app-page-budget = Budget
app-page-cash = Cash
app-page-agreements = Funding
app-page-staff = Staff
app-page-activities = Activities
app-page-assumptions = Assumptions

## Menus

app-menu-file = File
app-menu-edit = Edit
app-menu-view = View
app-action-new = New…
app-action-open = Open…
app-action-example = Open the example
app-action-example-tip = The budget of an association that employs three people, to try without risk.
app-action-save = Save
app-action-save-as = Save as…
app-action-import = Import a spreadsheet…
app-action-import-tip = Reads a budget made with Excel or LibreOffice. Nothing enters the plan before you agree.
app-action-export = Export the workbook…
app-action-export-tip = A workbook with its formulas, for Excel or LibreOffice.
app-action-quit = Quit
app-action-undo = Undo
app-action-undo-what = Undo: { $label }
app-action-redo = Redo
app-action-redo-what = Redo: { $label }
app-action-explain = Where this figure comes from
app-action-explain-tip = Shows, on the right, the rows that add up to the figure chosen.
app-look-system = Colours of the desktop
app-look-light = Light
app-look-dark = Dark
app-zoom-in = Larger
app-zoom-out = Smaller
app-zoom-reset = Normal size
app-language-french = Français
app-language-english = English
app-view-count = Count:
app-view-certain-tip = Only the money that is certain: what happens if nothing else comes.
app-view-expected-tip = Each grant counted by its chances: an average.
app-view-everything-tip = All grants obtained or asked for, as if each were granted.

## Words of many places

app-ok = OK
app-cancel = Cancel
app-close = Close
app-add = Add
app-change = Change
app-remove = Remove
app-copied = Copied.
app-undone = Undone: { $label }
app-redone = Redone: { $label }
app-months =
    { $count ->
        [0] at once
        [one] { $count } month
       *[other] { $count } months
    }
app-years =
    { $count ->
        [one] { $count } fiscal year
       *[other] { $count } fiscal years
    }
app-year-total = Total
app-year-whole = Fiscal year
app-year-open = show the months
app-year-close = hide the months
app-year-open-close = show or hide the months
app-form-from = First month
app-form-to = Last month
app-form-open-date = no limit
app-form-wrong = { $field }: { $text }

## Status

app-status-ready = Ready
app-status-changed = Changed, not saved yet
app-status-saved = Nothing to save
app-status-problems =
    { $count ->
        [one] { $count } thing to check
       *[other] { $count } things to check
    }
app-saved = Saved: { $name }
app-exported = Workbook written: { $name }

## Files

app-file-open = Open a plan
app-file-save = Save the plan
app-file-import = Choose a spreadsheet to read
app-file-export = Save the workbook
app-file-kind-plan = Prévi plan
app-file-kind-sheet = Spreadsheets
app-file-kind-workbook = Excel workbook
app-path = Path of the file
app-path-why = This desktop offers no window to choose a file. Type its full path.
app-path-read = Open
app-path-write = Save
app-replace = Replace this file?
app-replace-why = "{ $name }" is already there. Its content would be replaced.
app-replace-do = Replace
app-unsaved = Save the changes?
app-unsaved-why = "{ $name }" was changed. Without saving, these changes are lost.
app-unsaved-save = Save
app-unsaved-lose = Do not save
app-changed = This file has changed meanwhile
app-changed-why = "{ $name }" is no longer as you opened it: somebody else changed or deleted it. Save your work elsewhere to keep both, then compare.
app-changed-elsewhere = Save elsewhere…
app-changed-over = Replace it by mine
app-save-before-open = Save your changes first, then drop the file again.

## New plan

app-new = New plan
app-new-why = These answers are enough to begin; all can be changed later on the page Assumptions.
app-new-opening = In the bank at the start of { $year }
app-new-unknown = You do not know? Leave it empty and fill it in later.
app-new-create = Begin
app-new-name = Our association

## Home

app-home-intro = Click a figure to see where it comes from.
app-home-years = By fiscal year, in euros
app-home-charges = Expenses
app-home-income = Income
app-home-result = Surplus or deficit
app-home-to-find = To be found to balance
app-home-closing = Cash at the end
app-home-low = Lowest month end
app-home-cash = Cash month by month
app-home-lowest = Lowest: { $amount } at the end of { $month }.
app-home-reserve-line = Dashed: the reserve aimed at.
app-home-certainty = Where the money will come from, and how sure it is
app-home-certainty-mark = The vertical line marks the total expenses of the fiscal year.
app-home-alerts = To look at first
app-home-no-alert = Nothing to worry about: the budget holds and so does the cash.
app-home-more-alerts =
    { $count ->
        [one] Show the other one
       *[other] Show the { $count } others
    }
app-home-fewer-alerts = Show fewer
app-home-go-item = Go there
app-home-go-cash = See the cash
app-home-go-budget = See the budget
app-home-next = Still missing
app-home-do = Do it
app-chart-cash = Cash
app-chart-reserve = Reserve aimed at
app-first-intro = This plan is empty. Where to begin?
app-first-line = Write a first line
app-first-line-why = A rent, a membership fee, a sale: one line, one amount a year. The rest is calculated.
app-first-line-button = Add a line
app-first-import = Take over your spreadsheet
app-first-import-why = Is the budget already in Excel or LibreOffice? Prévi reads it and shows what it understands.
app-first-import-button = Import a spreadsheet…
app-first-example = Look at an example
app-first-example-why = An association with employees, with its grants and its cash. No risk: you may change everything in it.
app-first-example-button = Open the example
app-first-then = And then

## Budget

app-budget-lines = Line
app-budget-none = No line yet. Add an expense or an income, or take over your spreadsheet: menu File, Import a spreadsheet.
app-budget-add = Add a line
app-budget-add-tip = An expense or an own income. Salaries and grants have pages of their own.
app-budget-change = Change the line…
app-budget-remove = Remove the line
app-budget-choose-line = Choose a line typed by hand first.
app-budget-fold = Hide details
app-budget-unfold = Show details
app-budget-keys = Type an amount, then Enter. F2: correct. Escape: leave the grid.
app-budget-by-hand = typed by hand for these months
app-budget-note = ({ $note })
app-budget-sum = (sum of the lines below)
app-line-new = New line
app-line-change = Change the line
app-line-kind = Kind
app-line-expense = Expense
app-line-income = Own income
app-line-label = Name
app-line-account = Account
app-line-search = Search: rent, insurance, dues…
# Words people search by and the accounts they mean: word number, word number…
app-line-other-account = Change
app-line-no-account = No account fits. Try another word, or type its number.
app-line-account-missing = The account is missing.
    .hint = Type a word such as "rent" and choose from the list.
app-line-amount = Amount
app-line-amount-unit = € a year, every year
app-line-paid = Paid
app-line-received = Received
app-line-months = Spread
app-line-every-month = over all months
app-line-some-months = over some months
app-line-own-calendar = This line has a calendar of its own: its amounts are changed month by month in the grid.
app-line-actual = Done
app-line-actual-why = What this line came to, in euros: it is shown beside the plan and changes nothing in the budget.

## Cash

app-cash-rows = Receipts and payments
app-cash-negative = Cash falls below zero at the end of { $month }.
app-cash-inside = It may fall below zero during the month: { $month }.
app-cash-none = Nothing to show yet. Say on the page Assumptions how much money there is at the start, then type lines on the page Budget.
app-cash-holds = Cash stays above zero.
app-cash-average = Average: no year will be exactly like this.

## Agreements

app-agreements-none = No funding yet. Add a grant that was obtained, asked for or hoped for.
app-agreement-add = Add funding
app-agreement-add-why = The rest (payments, dates, costs it pays) is filled in afterwards on its page.
app-agreement-remove = Remove this funding
app-funding-list = List
app-funding-none = No funding so far. Add some under List.
app-funding-timeline = Timeline
app-funding-matrix = Who pays what
app-funding-calendar = Due dates
app-funding-calendar-late = Due dates ({ $count } late)
app-funding-cliff = What stops
app-timeline-intro = Each bar is a tranche, over the months it pays for. Point at a bar for its details, click to open the agreement.
app-timeline-none = No agreement falls in the years of the plan.
app-timeline-no-today = The current month is not in the years of the plan: it is not marked on the timeline.
app-timeline-decision = decision of the funder
app-timeline-payment = payment
app-timeline-give-back = money to give back
app-matrix-intro = In rows, those who pay; in columns, the activities. Each column adds up to the cost of the activity.
app-matrix-none = No cost so far: nothing to be paid.
app-matrix-all-years = All years
app-matrix-to-find-why = “To be found”: the deficit of each year, shared out over what nobody pays.
app-matrix-why = “Other resources”: what else the association receives in the year, such as dues, gifts, or the part of a grant beyond the cost of its activity.
app-matrix-funders = Funder by funder, over all years
app-matrix-funders-why = “To come”: what is still missing after the last year of the plan. “At risk”: what would go back if the projects stopped at the end of the worst year.
app-calendar-intro = What has to be asked for, signed, reported and received. Click on a row to open the agreement.
app-calendar-nothing = Nothing is expected of a funder so far.
app-calendar-none = Nothing to show with these choices.
app-calendar-late = Late: { $count }
app-calendar-every-funder = Every funder
app-calendar-every-kind = Everything due
app-calendar-kind = What is due
app-calendar-past = Show what is past as well
app-calendar-month = Month
app-calendar-what = What is due
app-calendar-amount = Amount
app-calendar-standing = State
app-calendar-person = Followed by
app-cliff-intro = Agreements that end before the plan does, what they paid, and what goes on costing afterwards.
app-cliff-none = No agreement stops before the end of the plan.
app-cliff-year = End in the year
app-cliff-tied = Money of projects, a year
app-cliff-tied-why = What agreements tied to a project or a post brought in their last twelve months.
app-cliff-ends = End in { $month }: { $title }
app-cliff-yearly = { $amount } promised for the last twelve months ({ $certainty }).
app-cliff-show = Show this agreement
app-agreement-new-funder = Another funder…
app-agreement-funder-name = Name of the funder
app-agreement-kind = Kind of funder
app-agreement-delay = Usual delay of payment
app-agreement-certainty-of-stage = That of the stage
app-agreement-calendar = Calendar
app-agreement-add-tranche = Add a tranche
app-agreement-add-tranche-tip = The twelve months after the last tranche, with the same amounts asked for.
app-tranche-title = Tranche { $title }
app-tranche-period = Period
app-tranche-decision = Month of the decision
app-tranche-certainty-of-agreement = That of the agreement
app-tranche-for = For
app-tranche-add-line = Split over another activity
app-tranche-remove = Remove this tranche
app-instalments = Payments
app-instalments-none = A single payment, expected in { $month }.
app-instalments-add = Add a payment
app-instalments-unpaid = { $amount } are paid by none of these payments.
app-instalment-share = How much
app-instalment-amount = Amount paid
app-instalment-kind = Unit
app-instalment-in-percent = of the tranche
app-instalment-in-euros = euros
app-instalment-due = When
app-instalment-received = { $amount }, expected in { $month }
app-agreement-who = Who pays?
app-agreement-which = What kind of aid?
app-agreement-for = For what?
app-agreement-from-to = From … to
app-agreement-amount = Amount
app-agreement-each-year = a year
app-agreement-in-all = in all
app-agreement-payments = Payments proposed
app-agreement-to-check = To be checked on the signed agreement.
app-agreement-no-investment = There is no investment in the plan yet: choose another kind of aid.
app-agreement-paper = What stands on the signed agreement or in the funder's letter.
app-agreement-where = Where does it stand?
app-agreement-name = Name in the plan
app-agreement-delay-told = time to pay: { $delay }
app-agreement-account = Income account
app-agreement-account-wrong = This is no account number.
    .hint = Write an account that begins with 7, such as 741, or nothing for that of the funder.
app-agreement-person = Who follows it
app-agreement-nobody = nobody yet
app-agreement-total = Sum of the agreement
app-agreement-total-less = The tranches make { $amount }: { $rest } are missing.
app-agreement-total-more = The tranches make { $amount }: that is { $rest } more than the agreement.
app-agreement-funder-title = The funder
app-tranche-dates = Filing, signature, reports
app-tranche-dates-told = report in { $month }
app-tranche-no-date = no date
app-tranche-filing = To be filed by the end of
app-tranche-signature = Signature
app-tranche-interim = Interim report
app-trigger-on-decision = At the decision
app-trigger-on-signature = At the signature
app-trigger-in-month = A certain month
app-trigger-each-year = Each year, in the same month
app-trigger-quarterly = Each quarter
app-trigger-on-interim-report = At the interim report
app-trigger-after-report = After the final report
app-trigger-when-spent = When a share is spent
app-trigger-after-others = After the other funders
app-instalment-month = Month
app-instalment-spent = Share spent
app-instalment-wait = Then a wait of
app-instalment-expected = { $amount }, { $when }
app-instalment-one-by-one = One payment for each date
app-receipt-add = It has come
app-receipt-amount = Received
app-receipt-month = In
app-receipt-forget = Not received yet
app-receipt-missing = { $amount } are missing: expected with the next payment.
app-amendments = Amendments
app-amendments-told =
    { $count ->
        [0] none
       *[other] { $count } noted
    }
app-amendment-told = { $month }: { $before } became { $after }.
app-amendment-forget = No longer note
app-amendment-add = Note an amendment
app-amendment-save = Note
app-amendment-month = Signed in
app-amendment-reason = Why
app-amendment-amounts = New amounts granted
app-amendment-why = The former amounts stay noted.
app-chosen = Costs to be paid first
app-chosen-told =
    { $count ->
        [0] Prévi shares out as well as can be
       *[other] { $count } chosen
    }
app-chosen-why = Only if you promised this funder that it pays for a certain cost.
app-chosen-cost = Cost
app-chosen-activity = Of the activity
app-chosen-amount = At most
app-chosen-add = Choose a cost
app-releases = Provision released
app-releases-why = Once the control is over, the provision is no longer needed: it comes back as income.
app-release-month = In
app-release-amount = Amount released
app-release-add = Add a release

## Payment rules

app-payment-title = What the funder owes, and when money goes back
app-payment-rule = Payment rule
app-payment-general = Operating grant, without conditions
app-payment-fixed = Fixed sum for a project
app-payment-rate = Share of cost
app-payment-scale = Aid to a post or scale, month by month
app-payment-scale-why = It is earned in even parts over the months of the tranche; for an aid to a post, in the months in which it is filled. Other funders do not pay what it pays already.
app-payment-general-why = It is earned in full, whatever is spent.
app-payment-fixed-why = What finds no cost is carried over, given back or kept, as the agreement says.
app-payment-rate-why = The funder pays a share of what is really spent, up to the amount granted.
app-payment-share = Share paid
app-payment-outcome-flat = The flat rate for indirect costs is added to the costs admitted: what the funder owes is counted on both.
app-payment-outcome = Where this money goes
app-unspent-rule = If not all is spent
app-unspent-carry = carried over until the agreement ends, then given back
app-unspent-give-back = given back at the end of each tranche
app-unspent-keep = kept in part, the rest given back
app-unspent-until = To be spent by the end of
app-unspent-until-why = the agreement
app-unspent-up-to = Kept, as a share of cost
app-eligible = Costs it pays
app-base = Indirect cost and volunteering
app-flat = Indirect cost at a flat rate
app-flat-none = no flat rate
app-flat-other = Rate and base
app-flat-base = Base of the flat rate
app-flat-of-direct = of direct cost
app-flat-of-staff = of staff cost
app-flat-why = Some funders count general cost at a rate, with no invoice to show.
app-in-kind-counts = Volunteering and gifts in kind count as cost
app-ceilings = Ceilings
app-ceilings-told =
    { $count ->
        [0] none
       *[other] { $count }
    }
app-ceiling-of = What is limited
app-ceiling-public = Public money, all funders together
app-ceiling-staff = What it pays of staff cost
app-ceiling-direct = What it pays of other direct cost
app-ceiling-indirect = What it pays of general cost
app-ceiling-up-to = At most
app-ceiling-of-base = of the cost
app-ceiling-add = Add a ceiling
app-provision = Provision for risk
app-provision-none = none
app-provision-wanted = Set money aside in case it has to go back or never comes
app-provision-received = Of what is received
app-provision-unpaid = Of what is still owed
app-provision-why = Usual for Europe: 10 % of what is received, 25 % of what is owed at the year end.
app-eligible-accounts = Accounts paid
app-eligible-positions = Posts paid
app-eligible-every = every cost
app-eligible-why = Among the costs of its activities. Examples of accounts: 60, 61, 641.
app-eligible-wrong = These are no account numbers.
    .hint = Write numbers with commas between them, such as 60, 61, 641, or nothing for every cost.
app-tranche-report = Report
app-tranche-report-why = what is to be given back is paid after this month
app-activity-funding = Who pays
app-activity-funding-below = “Who pays”: with the activities that are parts of it.
app-activity-funding-levels = How sure: 4 certain, 3 favourable, 2 filed, 1 not filed.
app-activity-funding-why = “Costs to be paid”: charges, without provisions nor the part of an investment that a grant pays. “Still to be paid”: what no funder and no income of the activity pays. What is “still to be found” is missing for the year to balance.

## Staff

app-staff-none = No position. If the association employs somebody, add the position here.
app-position-add = Add a position
app-position-remove = Remove this position
app-position-why = The association pays gross pay and employer's contributions, calculated with the rates of the law. The accident rate and health cover are said on the page Assumptions.
app-staff-nobody = nobody yet
app-staff-dates = From … to
app-staff-condition = The position exists
app-staff-condition-why = without this money, neither pay nor days
app-staff-pay = Pay
app-staff-gross-from = Gross from { $month }
app-staff-a-month = € a month
app-staff-raise = Plan a raise
app-staff-raise-tip = Another gross pay from a month on.
app-staff-raise-month = From
app-staff-employer-why = on top of gross pay, borne by the association
app-staff-employee-rate = Employee's share
app-staff-employee-why = withheld from gross pay and passed on to the social bodies
app-staff-no-activity = Add activities first to share the time among them.
app-staff-structure-rest = what is left

## Activities

app-activities-intro = What each activity costs and who pays for it, with the activities that are part of it. Click on an activity to see more or to change it.
app-activities-none = No activity yet: a workshop, a festival, a subsidised project. Without one, all belongs to the structure.
app-activities-why = “Income” (of the activity) and “Funders”: what they pay of the cost; “Left”: what none of them pays. “Margin”: what income written down for the activity brings beyond its charges.
app-activities-why-shared = “Income” (of the activity) and “Funders”: what they pay of the full cost; “Left”: what none of them pays. “Margin”: what income written down for the activity brings beyond its full cost.
app-activity-cost = What it costs
app-activity-days = Days by position
app-activity-indirect = For the French form Cerfa 12156: indirect charges of the project
app-activity-indirect-why = These three lines are copied into the budget of the project, below direct charges.
app-activity-actuals = Planned and done
app-activity-actuals-why = What was done is what you typed: lines, money of funders, days worked, at what a planned day costs. An empty cell was not typed.
app-activity-add = Add an activity
app-activity-remove = Remove this activity
app-activity-name = Name of the activity
app-activity-no-parent = none: a main activity
app-activity-parent = Part of
app-activity-dates-why = Outside these dates its lines do not count.

## Assumptions

app-frame-association = The association and its fiscal years
app-frame-name = Name of the association
app-frame-first-year = First year
app-frame-years = Number of fiscal years
app-frame-starts = The fiscal year begins in
app-frame-as-of = Reference month
app-frame-today = current month
app-frame-as-of-why = What is late is counted from this month. Leave it empty for the current month; type one to prepare a meeting.
app-accounts = Money at the start
app-accounts-why = The balance of each account on the first day of the plan, as on the bank statement.
app-accounts-add = Add an account
app-accounts-name = Name of the account
app-accounts-opening = Balance at the start
app-accounts-opening-of = Balance at the start: { $label }
app-accounts-blocked = Blocked
app-accounts-blocked-tip = A blocked account does not count in the cash that can be used.
app-accounts-new-why = A bank or a savings account. For an overdraft type a negative amount.
app-reserve = Reserve aimed at
app-reserve-why = How many months of expenses to keep. One to three months is usual.
app-reserve-months = Keep
app-reserve-unit = months of expenses

## Explanation

app-explain = Where this figure comes from
app-explain-none = Choose a figure on a page.
app-explain-nothing = Nothing enters this figure: it is zero.

## Import

app-import = What Prévi understood of the spreadsheet
app-import-accept = Add to the plan
app-import-sheet = Sheet read: { $sheet }
app-import-year = Fiscal year of these amounts
app-import-year-assumed = the sheet does not say it
app-import-totals = Expenses: { $charges }. Income: { $income }. Result: { $result }.
app-import-why = Compare these totals with those of your spreadsheet. Untick what must not enter, correct the accounts.
app-import-take = Take over: { $label }
app-import-account-of = Account: { $label }
app-import-from-label = The account was derived from the label. Is it the right one?
app-import-guessed = No account could be derived from the label: the line stands with the sundries.
app-import-otherwise = The label would rather mean the account { $account }.
app-import-doubts =
    { $count ->
        [one] { $count } remark on the sheet
       *[other] { $count } remarks on the sheet
    }
app-import-left =
    { $count ->
        [one] { $count } cell not taken over
       *[other] { $count } cells not taken over
    }
app-import-all-placed = Every cell of the sheet found its place.

# Employer, contracts, shared costs
app-contract = Contract
app-contract-kind = Kind of contract
app-contract-end-bonus = Bonus at the end
app-contract-end-bonus-why = of all gross pay, paid in the last month; 0 if it is not due
app-contract-time = Working time
app-contract-from = from
app-contract-time-change = Plan a change
app-contract-executive = Executive status
app-contract-accidents = Work accident rate of the post
app-contract-as-employer = that of the association where nothing is typed
app-contract-bonus = Yearly bonus
app-contract-bonus-of-month = of a month's pay, in
app-contract-bonus-month = Month of payment
app-contract-bonus-add = Add a yearly bonus
app-contract-bonus-tip = Such as a 13th month.
app-contract-absence = Absence
app-contract-absence-kept = pay kept
app-contract-absence-add = Plan an absence
app-contract-absence-tip = Such as leave without pay. For somebody who replaces them, add a post.
app-staff-calculated = calculated
app-employer = The employer
app-employer-why = Of use if the association employs anybody. Leave empty what you do not know: Prévi then takes the usual value.
app-employer-agreement = Collective agreement
app-employer-headcount = Headcount
app-employer-headcount-why = as a rule, a threshold counts once it was passed five calendar years in a row
app-employer-accidents = Work accident rate
app-employer-mean = mean rate
app-employer-mobility = Transport levy
app-employer-provident = Provident cover, employer
app-employer-none = none
app-employer-health = Health cover, employer
app-employer-medicine = Occupational health
app-employer-a-year = € a year and person
app-employer-alsace = The association is in Alsace-Moselle
app-employer-leave-owed = Count leave owed at year ends
app-employer-leave-owed-tip = A cost without payment: only its change from year to year counts.
app-employer-tax = Calculate the tax on pay
app-employer-tax-why = Associations that do not charge VAT owe it; an allowance frees most small ones.
app-employer-tax-liable = Share of pay that is taxed
app-employer-tax-before = Tax paid last year
app-employer-tax-before-why = it says whether the tax is paid by month, by quarter or once
app-employer-leave = Paid leave a year
app-employer-leave-usual = days without Saturdays; 25 if left empty
app-employer-rtt = Days of reduced time
app-employer-further = Further days off
app-employer-whit-monday = Whit Monday
app-pools = Shared costs
app-pools-intro = What several activities share: rent, bookkeeping, management. Each group has a key that shares it out; without a group a cost stays with the structure.
app-pool-add = Add a group of costs
app-pool-new-why = Such as “Premises” or “Management”. You will choose its key and its costs next.
app-pool-name = Name of the group
app-pool-key = Key
app-pool-up = Share out before
app-pool-up-tip = Groups are shared out in the order shown.
app-pool-members = Costs of this group
app-pool-members-none = None yet: add one below.
app-pool-nothing = The structure has no cost yet: add a line without an activity in the Budget, or a position in the Team.
app-pool-take = Add a cost
app-pool-take-which = choose a cost of the structure…
app-pool-give = Take out of the group
app-pool-no-cost = No cost of this group in { $year }.
app-pool-result = What each activity gets
app-pool-rest = Costs that stay with the structure
app-pool-rest-why = They are in no group. Choose one to share them out over activities.
app-pool-rest-none = All costs of the structure are in a group.
app-pool-none = no group
app-pool-lines-why = A cost of an activity is not shared out: only costs of the structure are offered. Of a position whose operational share is given, only support time is shared out: days that wait for an activity stay with the structure, and so does time lent to another association.
app-staff-posts = Positions
app-workload = Workload
app-workload-intro = Type the days each position spends on each activity, fiscal year by fiscal year. The cost, what is paid and what has no funder follow at once.
app-workload-planned = Days planned
app-workload-done = Days done
app-workload-map = Load by month
app-workload-posts = Position
app-workload-none = Nothing to lay out yet: it takes at least one position (tab Positions) and one activity (page Activities).
app-workload-keys = Type days (12 or 12.5), then Enter. Escape: leave the table.
app-workload-share = In grey: calculated from a percentage of the time.
app-workload-absent = Without days, for lack of the money they depend on in this view: { $activities }.
app-workload-payer = Who pays these days
app-workload-payer-days = Days
app-workload-payer-amount = Amount
app-workload-map-why = Days planned and lent, in % of the days available in the month. A red corner marks an overload.
app-workload-map-none = No position in this view.
app-workload-done-why = Type the days really done in the fiscal year: they are compared with the plan and change nothing in the budget.
app-employer-accidents-why = it stands on the notice of the fund
app-employer-mobility-why = due from 11 people on, by municipality
app-employer-provident-why = beside that of executives
app-employer-no = none
app-employer-days = Days worked
app-employer-days-why = What is no Saturday, Sunday or holiday and yet not worked, for full time.
app-staff-time-in-workload = To be changed in the tab Workload.
app-staff-in-year = Days in { $year }
app-staff-cost = Cost for the association
app-staff-typed = a typed rate
app-staff-index = Raised by
app-staff-index-why = an index of the assumptions, from the last typed amount on
app-staff-times = times the minimum wage
app-staff-coefficient = coefficient
app-staff-personal-points = Personal points
app-staff-yearly-points = More points a year
app-staff-pool = Time of the structure
app-staff-pool-why = shared out over activities with these shared costs
app-staff-operational = Operational share
app-staff-operational-why = of its time; the rest goes to meetings, management…
app-month-before = Month before
app-month-after = Month after
app-position-time-why = 80% or 28 h a week
app-position-rate = Rate
app-position-rate-why = 30% is but an order of magnitude: divide the employer's contributions of a pay slip by the gross pay.
app-contract-tax = Income tax held back
app-contract-no-tax = not held back
app-contract-tax-why = changes when it is paid, not the cost
app-contract-leave = Leave paid out at the end
app-contract-leave-why = days not taken, paid in the last month
app-lent = Time lent
app-lent-why = Time of this post for another association, which refunds it (account 7084, without profit).
app-lent-add = Lend time
app-lent-to = Association
app-lent-share = Share of the time
app-lent-share-why = no longer there for activities
app-lent-from-start = from the start
app-lent-to-end = to the end
app-lent-price = Billed
app-lent-at-cost = at the cost of the post
app-lent-monthly = an amount each month
app-lent-delay = Paid
app-lent-below = see below
app-post-contract = Post and contract
app-post-pay = Pay of a month
app-post-time = Time
app-position-gross-unit = € a month, for this working time
app-staff-personal-why = seniority taken over and other points at the start
app-staff-yearly-why = gained at each anniversary

# Volunteering and gifts in kind
app-in-kind = Volunteering and gifts in kind
app-in-kind-intro = What is given without money: hours of volunteers, premises lent, goods given. These amounts stand below the budget (accounts 86 and 87), as much on either side: they change neither the result nor the cash.
app-in-kind-add = Add a contribution
app-in-kind-remove = Remove this contribution
app-in-kind-none = Nothing yet. Most funders like to see volunteering in the budget.
app-in-kind-label = Label
app-in-kind-label-example = such as: workshops on Wednesdays
app-in-kind-kind = Kind
app-in-kind-for = For
app-in-kind-measure = Counted in
app-in-kind-hours = hours
app-in-kind-euros = euros
app-in-kind-hours-a-year = Hours a fiscal year
app-in-kind-euros-a-year = Value a fiscal year, in euros
app-in-kind-worth = An hour is worth
app-in-kind-price = Value of an hour
app-in-kind-price-unit = € an hour
app-in-kind-year-of = { $label }, { $year }
app-in-kind-every-year = As much each fiscal year; you can then type another number for each.
app-in-kind-carry = A fiscal year left empty goes on as the one before it.
app-in-kind-calendar = Calendar: { $calendar }.
app-in-kind-by-year = Type an amount a fiscal year
app-in-kind-too-large = This number is too large.
    .hint = Type hours or an amount a fiscal year.
app-in-kind-funders = Which funders count them?
app-in-kind-funders-why = Tick those whose convention takes volunteering and gifts in kind among the costs of the project. It brings money only where their rule follows costs.
app-in-kind-funders-none = No funding is tied to costs: the question does not arise.

# Partners of a joint project
app-partners = Project led with partners
app-partners-none = no
app-partners-question = Does the convention name the partners and their shares?
app-partners-nobody = There is no partner: all the money is the association's
app-partners-named = Yes: each answers for its share, the association passes it on
app-partners-lead-alone = No: the association alone answers for all of it and gives a share away
app-partners-named-why = The partners' share is neither income nor cost: it passes through the cash.
app-partners-lead-why = All of it is income of the association; what it gives away is a cost (account 6571).
app-partners-eligible = The convention takes what is given away among the costs it pays
app-partners-name = Partner
app-partners-share = Share
app-partners-add = Add a partner
app-partners-delay = Given away
app-partners-same-month = in the month of the payment
app-partners-after =
    { $count ->
        [one] { $count } month after the payment
       *[other] { $count } months after the payment
    }
app-partners-sum = To partners: { $partners } of { $total }. The association keeps { $own }.
