# Texts of previ-session: refusals, names of edits, titles of pages.

## Refusals: items

session-item-gone = This item is no longer in the plan.
    .hint = It may have been removed: undo the last change to get it back.
session-no-more-ids = The document cannot take any new item.
    .hint = Save it, then begin a new plan.
session-name-empty = A name is missing.
    .hint = Type a name, even a short one; you can change it later.
session-still-used = “{ $item }” is still used by { $count ->
        [one] { $count } item
       *[other] { $count } items
    }: { $users }
    .hint = First attach these items to something else or remove them, then try again.
session-activity-below-itself = The activity “{ $item }” cannot be part of itself.
    .hint = Choose another activity, or the structure.

## Refusals: values

session-dates-reversed = The end ({ $to }) comes before the start ({ $from }).
    .hint = Choose an end in the month of the start or later.
session-year-outside-dates = “{ $item }” has no month in the fiscal year { $year }.
    .hint = Check the dates of the line and of its activity, then type the amount in a year in which it takes place.
session-month-outside-dates = “{ $item }” does not take place in { $month }.
    .hint = Check the dates of the line and of its activity, then type the amount in a month in which it takes place.
session-line-class = A budget line stands in an account of charges (6…) or income (7…), not in account { $account }.
    .hint = Choose an account that begins with 6 for an expense, with 7 for an income.
session-income-class = A grant stands in an account of income (7…), not in account { $account }.
    .hint = Choose an account that begins with 7, or leave the one that follows from the funder.
session-cost-class = A grant pays costs, whose account begins with 6: { $account } does not suit.
    .hint = Give accounts of costs, such as 60, 61 or 641, with commas between them, or nothing for every cost.
session-treasury-class = The number of a treasury account begins with 5: { $account } does not suit.
    .hint = Choose 512 for a bank, 53 for a cash box, 50 for short-term investments.
session-timing-out-of-range = This timing of payment is not possible.
    .hint = A delay is 1 to 60 months, a payment in parts has 1 to 60 of them; choose at least one month.
session-delay-out-of-range = A delay of { $number } months is too long.
    .hint = Give between 0 and 60 months.
session-rate-out-of-range = { $percent }% is not a possible rate here.
    .hint = Give a rate between 0 and 100%.
session-trigger-month = There is no month number { $number } in a year.
    .hint = Choose a month, from January (1) to December (12).
session-too-many-tranches = An agreement of more than 10 yearly parts is not possible.
    .hint = It would have at least { $number }: check the years of its beginning and of its end.
session-investment-missing = The investment that this grant pays for is missing.
    .hint = Choose it in the list “For what?”; if it is not in the plan yet, choose a grant for a project for now.
session-time-over-100 = The time of “{ $item }” would reach { $percent }%.
    .hint = First reduce another activity: the total cannot pass 100%.
session-days-out-of-range = A fiscal year cannot have { $number } days.
    .hint = Type a number of days from 0 to 366.
session-horizon-years = A plan of { $number } fiscal years is not possible.
    .hint = Choose 1 to 10 fiscal years.
session-first-year = The year { $year } is not possible as the first one.
    .hint = Choose a year between 2000 and 2100.
session-fiscal-year-month = There is no month number { $number }.
    .hint = Choose the first month of the fiscal year, from January (1) to December (12).
session-reserve-months = A reserve of { $number } months is not possible.
    .hint = Give between 0 and 24 months of payments.
session-days-off = { $number } days off in a year are not possible.
    .hint = Give between 0 and 260 days for a full-time year.
session-negative-part = A part cannot be below zero: { $number }.
    .hint = Type zero or a number above it.
session-pay-scale = This scale does not fit: { $number }.
    .hint = Give a multiple of the minimum wage of 1 or more, or points of 0 or more.
session-negative-amount = This amount cannot be below zero: { $amount }.
    .hint = Type zero or an amount above it.
session-stale-import = The document has changed since the spreadsheet was read.
    .hint = Read the file again, then accept the proposal.

## Refusals: the grid

session-cell-is-a-sum = This cell is calculated: it is a sum.
    .hint = Change one of the lines it is made of; the panel on the right shows them.
session-cell-from-staff = This amount comes from the position “{ $item }”.
    .hint = Open this position under Staff to change its pay, rates or dates.
session-cell-from-agreement = This amount comes from the agreement “{ $item }”.
    .hint = Open this agreement under Funding to change its amounts or dates.
session-cell-computed = This amount is calculated from “{ $item }”.
    .hint = That item is what to change; the panel on the right leads there.
session-cell-of-days = This cell is calculated.
    .hint = Type days in the columns of the activities: totals, days left and costs follow.
session-no-days = “{ $item }” has no day for “{ $activity }” in the fiscal year { $year }.
    .hint = Check the dates of the position under Staff, then those of the activity under Activities.
session-not-an-amount = “{ $text }” is not a number.
    .hint = Type 1234.56 or =12*850, for instance. Your text is kept: correct it, or press Escape to leave the cell as it was.
session-ambiguous-amount = “{ $text }” may mean { $decimals } or { $thousands }.
    .hint = Type the number without point, comma or space, like 1234, or with two decimals, like 1234.00.
session-amount-too-large = “{ $text }” is too large.
    .hint = An amount is at most €9,999,999,999.99.
session-division-by-zero = “{ $text }” divides by zero.
    .hint = Correct the calculation, or press Escape to leave the cell as it was.
session-paste-not-an-amount = Nothing was pasted: “{ $text }”, meant for “{ $item }”, { $column }, is not a number.
    .hint = Copy only the cells with numbers, without titles or labels.
session-paste-too-large = Nothing was pasted: the block ({ $rows } × { $columns } cells) goes beyond the table.
    .hint = Begin further up or to the left, or open the months of the fiscal year, then paste again.
session-nothing-to-paste = There is no number on the clipboard.
    .hint = First copy some cells in your spreadsheet or in Prévi.
session-nothing-to-clear = None of these cells is typed by hand.
    .hint = Only the cells one can type into, on a light ground, can be cleared.

## Names of edits, after “Undo:”

edit-add-line = new line { $label }
edit-change-line = changes of the line { $label }
edit-remove-line = removal of the line { $label }
edit-rename = { $label } renamed { $new }
edit-set-account = { $label } to account { $account }
edit-set-activity = activity of { $label }
edit-set-timing = payment of { $label }
edit-set-schedule = schedule of { $label }
edit-set-year-amount = { $label } { $year }
edit-set-month-amount = { $label } { $month }
edit-forget-month-amount = { $label } { $month } back to its schedule
edit-add-position = new position { $label }
edit-remove-position = removal of the position { $label }
edit-set-holder = holder of { $label }
edit-set-gross = pay of { $label } from { $month } on
edit-set-dates = dates of { $label }
edit-set-rates = rates of { $label }
edit-set-time-share = time of { $label } on { $activity }
edit-add-lending = time of { $label } lent to { $to }
edit-set-lending = loan of { $label } to { $to }
edit-remove-lending = end of a loan of { $label }
edit-add-in-kind = new contribution in kind { $label }
edit-remove-in-kind = removal of the contribution in kind { $label }
edit-set-in-kind-kind = kind of the contribution { $label }
edit-set-hourly = value of an hour of { $label }
edit-set-days-of-year = days of { $label } on { $activity } in { $year }
edit-set-worked = days done by { $label } on { $activity } in { $year }
edit-set-contract = contract of { $label }
edit-set-operational-share = operational share of { $label }
edit-set-pool = sharing of { $label }
edit-set-condition = condition of { $label }
edit-set-actual = { $label } as it came out in { $year }
edit-add-pool = shared costs { $label }
edit-remove-pool = removal of { $label }
edit-set-key = key of { $label }
edit-move-pool = order of { $label }
edit-set-collective-agreement = collective agreement
edit-set-headcount = headcount
edit-set-alsace-moselle = Alsace-Moselle
edit-set-work-accident-rate = work accident rate
edit-set-mobility-rate = transport levy
edit-set-health-cover = health cover
edit-set-provident-rate = provident cover
edit-set-occupational-health = occupational health
edit-set-payroll-tax = tax on pay
edit-set-leave-owed = leave owed
edit-set-days-off = days off
edit-add-agreement = new agreement { $label }
edit-remove-agreement = removal of the agreement { $label }
edit-set-funder = funder of { $label }: { $funder }
edit-set-stage = { $label }: { $stage }
edit-set-payment = payment rule of { $label }
edit-set-eligible = costs paid by { $label }
edit-set-report = report of { $label }
edit-set-certainty = certainty of { $label }
edit-set-income-account = account of { $label }
edit-set-flat-rate = flat-rate indirect cost of { $label }
edit-set-counts-in-kind = volunteering counted by { $label }
edit-set-ceilings = ceilings of { $label }
edit-set-provision = provision for { $label }
edit-set-total = sum of the agreement { $label }
edit-set-partners = partners of { $label }
edit-set-person = person who follows { $label }
edit-set-filing = filing of { $label }
edit-set-signature = signature of { $label }
edit-set-interim-report = interim report of { $label }
edit-set-chosen = costs chosen for { $label }
edit-set-releases = provision of { $label } released
edit-amend = amendment of { $label }
edit-forget-amendment = amendment of { $label } forgotten
edit-add-tranche = new tranche of { $label }
edit-remove-tranche = removal of a tranche of { $label }
edit-set-asked = amount asked of { $label }
edit-set-granted = amount granted of { $label }
edit-set-funding-actual = { $label } as it came out
edit-add-funding-line = new line of { $label }
edit-remove-funding-line = removal of a line of { $label }
edit-set-decision = decision of { $label }
edit-set-instalments = instalments of { $label }
edit-add-funder = new funder { $label }
edit-remove-funder = removal of the funder { $label }
edit-set-kind = kind of { $label }
edit-set-delay = payment delay of { $label }
edit-add-activity = new activity { $label }
edit-remove-activity = removal of the activity { $label }
edit-set-parent = place of the activity { $label }
edit-add-treasury = new account { $label }
edit-remove-treasury = removal of the account { $label }
edit-set-opening = opening balance of { $label }
edit-set-blocked = blocking of { $label }
edit-set-association-name = name of the association
edit-set-first-year = first year of the plan
edit-set-horizon-years = length of the plan
edit-set-fiscal-year-start = start of the fiscal year
edit-set-as-of = reference month
edit-set-reserve-months = cash reserve
edit-import = import of { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
edit-paste = { $count } cells pasted
edit-cut = { $count } cells cut
edit-clear = { $count } cells cleared
edit-fill = { $count } cells filled

## Pages

account-usual-words = rent 6132, hall 6132, copier 6135, insurance 616, electricity 6061, gas 6061, heating 6061, water 6061, fuel 6061, stationery 6064, supplies 6064, stamps 626, telephone 626, internet 626, web hosting 6135, train 6251, travel 6251, mileage 6251, meals 6257, restaurant 6257, bank 627, accountant 6226, auditor 6226, lawyer 6226, advertising 623, posters 623, website 623, training 628, federation dues 6281, repair 6155, cleaning 615, membership fees 756, dues 756, gifts 754, donations 754, sale 707, snack bar 707, services 706, families' share 706, raffle 708, savings interest 768

budget-charges = Charges
budget-income = Income
budget-in-kind-uses = Uses of contributions in kind
budget-in-kind-resources = Contributions in kind
budget-total-charges = Total charges
budget-total-income = Total income
budget-total-in-kind-uses = Total uses
budget-total-in-kind-resources = Total contributions
budget-result = Excess or deficit
budget-to-find = To be found
budget-from-staff = from staff
budget-from-agreements = from funding
budget-from-investments = from investments
budget-from-loans = from loans
budget-from-in-kind = from contributions in kind
budget-not-in-view = does not take place in this view

cash-opening = Cash at the start
cash-receipts = Total receipts
cash-payments = Total payments
cash-closing = Cash at the end
cash-worst = Lowest inside the month
cash-reserve = Reserve target

funding-cost = Cost to be paid
funding-own-income = Own income
funding-left = Still to be paid
funding-paid-in = { $from } · { $certainty }
funding-paid-by = { $from } – { $to } · { $certainty }
funding-agreement = { $label } – { $funder } ({ $certainty })
funding-base = Eligible cost
funding-paid = Cost paid
funding-income = Income of the year
funding-carried = Carried over to later years
funding-given-back = To be given back
funding-received = Received, less what was given back
kind-one-payment = one payment, at the decision
kind-rate = { $payments }; in all { $rate } of the cost
kind-for-whole = The association as a whole
kind-for-post = Post: { $post }
calendar-decision = Decision of the funder
calendar-payment = Payment by the funder
calendar-to-partners = Money to pay to partners
calendar-report = Report to hand in
calendar-give-back = Money to give back
calendar-filing = Application to file
calendar-signature = Signature of the agreement
calendar-claim = Claim for payment
calendar-interim-report = Interim report
calendar-late = late
calendar-to-check = to be checked
calendar-short-filing = Filing
calendar-short-decision = Decision
calendar-short-signature = Signature
calendar-short-claim = Claim
calendar-short-payment = Payment
calendar-short-interim-report = Interim report
calendar-short-to-partners = Partners
calendar-short-report = Report
calendar-short-give-back = Give back
funding-own-funds = by other resources of the year
funding-to-find = still to be found
funding-waiting = Kept for later years
funding-surplus = Money without a cost to pay
funding-counted = Promised for the year
funding-to-come = Still to come at the year end
funding-at-risk = Received early, to be given back if the project stopped
sureness-then = { $first }, then { $others }
sureness-until = { $first } until { $until }, then { $others }
unused-title = Why { $amount } found no cost
unused-no-eligible-cost = Not eligible: no cost of the plan is one that this agreement may pay (activities, months, accounts, posts).
unused-too-little-cost = The cost it may pay is { $eligible } in all: even if it alone paid it, { $amount } would be left.
unused-already-paid = Not eligible, because others already pay it: { $names }.
unused-own-income = own income, { $item }
unused-ceiling-public = Its ceiling on public money takes { $amount } off.
unused-ceiling-staff = Its ceiling on staff costs takes { $amount } off.
unused-ceiling-direct = Its ceiling on other direct costs takes { $amount } off.
unused-ceiling-indirect = Its ceiling on overheads takes { $amount } off.
choices-cost = All choices of the plan together cost { $cost }: funders pay { $paid } of costs; without these choices, they would pay { $unchosen }.
choices-cost-nothing = These choices cost nothing: without them, funders would not pay more costs.
funding-tranche = { $from } – { $to } · { $label }
promise-counted = Counted
promise-received = Received
promise-to-come = To come
promise-at-risk = At risk
matrix-payer = Who pays
matrix-own-income = Own income of activities
matrix-own-funds = Other resources of the association
matrix-to-find = To be found
matrix-total = Total
matrix-cost = Total cost
cliff-title = { $label } – { $funder }
cliff-paid = Costs of these twelve months that it paid: { $names }.
cliff-paid-nothing = In these twelve months it paid no cost of the plan.
cliff-positions = Posts of these activities, with their cost: { $names }.
cliff-and-others = { $names } and { $count ->
    [one] 1 other
   *[other] { $count } others
    }
cliff-after = Afterwards these activities still cost { $cost } a month, of which nobody pays { $left }.
cliff-after-paid = Afterwards these activities still cost { $cost } a month: others pay all of it.
cliff-after-nothing = Afterwards these activities cost nothing any more.
timeline-today = today, { $month }
timeline-tranche = { $from } – { $to }: { $amount }, { $certainty }
timeline-refused = refused
agreements-funder = Funder
agreements-label = Agreement
agreements-stage = Stage
agreements-certainty = Certainty
agreements-asked = Asked
agreements-granted = Granted
agreements-actual = Done
agreements-income = Income { $year }
agreements-received = Received { $year }

staff-job = Position
staff-holder = Holder
staff-from = Start
staff-to = End
staff-gross = Monthly gross pay
staff-employer-rate = Employer’s share
staff-days-a-year =
    { $days ->
        [one] { $days } day a year
       *[other] { $days } days a year
    }
staff-time = Time per activity

activities-whole = Whole
activities-structure = Structure
activities-costs = What the activity costs
activities-payers = Who pays
activities-days = Days
activities-direct = Direct
activities-shared = Shared
activities-full = Full
activities-cost = Cost
activities-own-income = Income
activities-paid = Funders
activities-left = Left
activities-margin = Margin
activities-dates = Dates
activity-cost = Cost
activity-direct = Direct cost
activity-shared = Part of shared costs
activity-full = Full cost
activity-days-unpaid = of which days that nobody pays
activity-indirect-running = Running costs
activity-indirect-financial = Financial costs
activity-indirect-other = Others

explanation-opening = at the opening
explanation-end-of-year = end of { $year }
explanation-with-shared = { $what } with shared costs
explanation-shared = Part of shared costs

home-own-income = Own income
next-import-sheet = Import your spreadsheet
next-open-example = Look at an example
next-set-opening-cash = Say how much is in the bank at the start
next-add-lines = Write down your expenses and own income
next-add-positions = Write down your staff, if you have any
next-add-agreements = Write down the grants, obtained or hoped for
next-set-reserve = Say how many months of payments to keep in reserve

new-bank-account = Current account

import-as-line = budget line
import-as-in-kind = contribution in kind
import-as-agreement = grant, { $funder }
import-question-from-label = Account { $account } chosen by the label
import-question-guessed = Account unknown: put under { $account }
import-question-says-otherwise = Written under { $account }; the label rather means { $suggested }

# Employer, contracts, shared costs
contract-permanent = Permanent
contract-fixed-term = Fixed term
contract-apprentice = Apprenticeship
headcount-under-11 = fewer than 11 people
headcount-11-to-49 = 11 to 49 people
headcount-from-50 = 50 people or more
whit-monday-holiday = a holiday
whit-monday-worked = worked
pool-structure-time = time left to the structure
key-days = Days planned on each activity
key-days-why = Each activity gets its share of the days planned: all is shared out.
key-days-available = Cost of a day available
key-days-available-why = Each day planned bears the same cost; what days without use would have borne stays with the structure.
key-full-time = Full-time equivalents
key-full-time-why = Each activity gets its share of the full-time equivalents.
key-direct-cost = Direct costs
key-direct-cost-why = Each activity gets its share of the direct costs (accounts 60 to 65 and 6811).
key-floor-area = Floor area
key-floor-area-why = Type the square metres of each activity.
key-shares = Typed parts
key-shares-why = Type a part for each activity, such as 60 and 40.

# Workload
workload-available = Available
workload-lent = Lent
workload-planned = Planned
workload-left = Left
workload-done = Done
workload-difference = Difference
workload-total = Total days
workload-cost = Cost of these days
workload-paid = Paid by a funder
workload-unpaid = Without a funder
workload-nobody = Nobody: own funds, or to be found
workload-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
workload-from-share = That is { $share } of its time; if you type a number, the days of this fiscal year no longer follow that percentage.
workload-were-planned = Planned: { $days }.
workload-costs = Cost: { $cost }.
workload-costs-a-day = That is { $cost } a day.
workload-beyond = This position has { $days } more than its time allows.
load-light = less than 50% of the time
load-medium = 50 to 89%
load-full = 90 to 100%
load-over = overload: more than 100%
staff-time-from = { $time } from { $from } on
staff-time-until = { $time } until { $to }
staff-time-between = { $time } from { $from } to { $to }
staff-dates = Dates
staff-dates-from = since { $from }
staff-dates-both = { $from } – { $to }
staff-working-time = Time
staff-days-available = There are
staff-days-planned = Planned
staff-aids = Aids { $year }
staff-total = Total
staff-no-index = no rise
staff-no-pool = stays with the structure
staff-always = in any case
staff-only-if = only if “{ $agreement }” is granted
staff-only-if-one = only if one of these is granted: { $agreements }
staff-only-if-all = only if all of these are granted: { $agreements }
staff-lent-to-whom = Other association
pay-by-amount = an amount
pay-by-minimum-wage = the minimum wage, multiplied
pay-by-points = points (ÉCLAT)
pay-column-label = Line
pay-column-base = Base
pay-column-rate = Rate
pay-column-amount = Amount
pay-column-since = Where the rate comes from
pay-gross = Gross pay
pay-gross-minimum-wage = Gross pay: { $times } times the minimum wage, by working time
pay-gross-points = Gross pay: coefficient { $points } (ÉCLAT)
pay-extra = Bonuses, absences, end of contract
pay-since = since { $month }
pay-typed-rate = typed for this post
pay-own-rate = the association's own
pay-mean-rate = national mean
pay-usual-amount = usual amount, to be checked
pay-to-be-checked = usual value, to be checked
pay-employer-heading = Employer's share: paid on top of gross pay
pay-employee-heading = Employee's share: held back from gross pay
pay-employer-side = Employer's share, on top of gross pay
pay-employee-side = Employee's share, held back from gross pay
pay-employer-total = Employer's share in all
pay-employee-total = Employee's share in all
pay-salary-tax = Tax on salaries, part of this post
pay-cost = Cost of the month for the association
pay-net = Net before income tax
pay-tax-at-source = Income tax held back
pay-net-paid = Net paid
pay-reduction = General reduction (RGDU)
pay-reduction-since-january = General reduction (RGDU) since January
pay-reduction-before = … less that of the months before
pay-reduction-why = General reduction: the State lowers the employer's share of low pay. The coefficient falls as pay rises, and there is none from { $end } times the minimum wage on. It is counted on pay since January, less what was already deducted.
pay-no-reduction = No general reduction: this pay reaches { $end } times the minimum wage.
pay-salary-tax-why = The tax on salaries is owed by the whole association; each post bears a part of it by its pay.
pay-typed-why = The employer's and the employee's shares are typed rates. Empty the rate of employer's contributions to have them calculated line by line.
pay-before-parameters = The rates of this month are not known: these are the first ones known after it.
pay-none-this-month = No pay this month.
edit-set-position-index = rise of pay of { $label }
staff-lent-delay =
    { $months ->
        [0] in its month
        [one] a month later
       *[other] { $months } months later
    }
pay-coefficient = coeff. { $coefficient }
pay-points-why = The value of a point is that of the agreement ÉCLAT known for this month; pay is never below the minimum wage.

# Shared costs, volunteering, partners
pool-unit-days = Days
pool-unit-area = m²
pool-unit-parts = Parts
pool-share = Share
pool-amount = Amount
pool-kept = Stays with the structure
pool-total = Total of the group
pool-daily = That is { $amount } a day: { $days } days are meant for activities.
in-kind-what = Contribution
in-kind-kind = Kind
in-kind-for = For
in-kind-total = Total
in-kind-hour-minimum = the minimum wage ({ $amount } in { $month })
in-kind-hour-minimum-charged = the minimum wage with employer's contributions ({ $amount } in { $month })
in-kind-hour-own = another value
partner-new = Partner { $number }

# Planned and done
actuals-planned = { $year } planned
actuals-done = { $year } done
actuals-column-planned = Planned
actuals-column-done = Done
actuals-percent = Rate
actuals-result = Result
actuals-charges = Total charges
actuals-income = Total income
