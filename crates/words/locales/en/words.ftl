# Texts of previ-words: places, what people type, and labels that every front uses.

## Places

place-text = line { $line }, column { $column }
place-item = { $kind } no. { $number }
place-whole = the whole

## Fields of items, by their name in the file

field-about = subject of the note
field-account = account
field-activity = activity
field-balance = balance read
field-ceilings = ceilings
field-certainty = certainty
field-chosen = chosen costs
field-days-off = days off
field-eligible = costs it pays
field-filing = filing
field-fiscal-year-starts = first month of the fiscal year
field-from = start
field-funder = funder
field-id = number
field-income-account = income account
field-index = index
field-instalments = instalments
field-interim-report = interim report
field-investment = investment
field-lent = time lent
field-only-if = condition
field-operational-share = operational share
field-parent = activity above
field-partners = partners
field-provision = provision
field-releases = releases
field-schedule = schedule
field-settlement = payment
field-time = time per activity
field-to = end
field-total = amount of the agreement
field-tranches = tranches
field-treasury = treasury account
field-vat = VAT
field-worked = days done
field-years = number of fiscal years

## What people type

parse-empty = Nothing has been typed.
    .hint = Type a number, for example 1250.50.
parse-no-list = “{ $part }” is not an activity.
    .hint = Write numbers with commas between them, and a dash for several in a row: 1,4,6-8.
parse-range-reversed = “{ $from }-{ $to }” goes backwards.
    .hint = Write the smaller number first: { $to }-{ $from }.
parse-number-beyond = { $last ->
        [0] This plan has no activity
        [one] This plan has one activity, number 1
       *[other] This plan has { $last } activities, numbered from 1
    }: there is no number { $number }.
    .hint = { $last ->
        [0] Add an activity first.
       *[other] Choose among the numbers in the list of activities, from 1 to { $last }.
    }
parse-not-a-number = This text is neither a number nor a calculation.
    .hint = Type a number such as 1250.50 or, beginning with the sign =, a calculation such as =12*850.
parse-too-large = This number is too large.
    .hint = Check the number of zeros: an amount stays below ten billion euros.
parse-division-by-zero = This calculation divides by zero.
    .hint = Correct the number after the division sign.
parse-ambiguous = This number can be read in two ways: { $decimals } or { $thousands }.
    .hint = For thousands, type the digits without point or comma; for decimals, add a zero at the end.
parse-not-a-month = “{ $text }” is not a month.
    .hint = Type a month such as March 2027 or 03/2027.

## Seriousness

severity-note = To know
severity-warning = To check
severity-error = Error

## Kinds of items

item-frame = Frame of the plan
item-treasury = Treasury account
item-transfer = Transfer
item-reading = Balance read
item-opening = Opening claim or debt
item-index = Index
item-activity = Activity
item-line = Line
item-position = Position
item-funder = Funder
item-agreement = Agreement
item-tranche = Tranche
item-investment = Investment
item-loan = Loan
item-in-kind = Contribution in kind
item-pool = Shared costs
item-note = Note

## Cash forecast

cash-row-income-70 = Sales and services
cash-row-income-71 = Change in stocks of products
cash-row-income-72 = Own work capitalised
cash-row-income-73 = Public service payments
cash-row-income-74 = Grants outside agreements
cash-row-income-75 = Other operating income
cash-row-income-76 = Financial income
cash-row-income-77 = Exceptional income
cash-row-income-78 = Reversals
cash-row-income-79 = Other income
cash-row-dues = Membership dues
cash-row-gifts = Gifts and collections
cash-row-grants-state = Grants – State
cash-row-grants-region = Grants – Region
cash-row-grants-department = Grants – Département
cash-row-grants-municipality = Grants – Municipalities and groupings
cash-row-grants-public-body = Grants – Public bodies
cash-row-grants-social-body = Social bodies (CAF, MSA)
cash-row-grants-europe = European funds
cash-row-grants-employment-aid = Aids to posts (ASP, FONJEP)
cash-row-grants-foundation = Foundations and other associations
cash-row-grants-company = Corporate patronage
cash-row-grants-person = Gifts of persons by agreement
cash-row-opening-receipts = Opening claims received
cash-row-loans-drawn = Loans received
cash-row-expenses-60 = Purchases
cash-row-expenses-61 = External services
cash-row-expenses-62 = Other external services
cash-row-expenses-63 = Taxes and duties
cash-row-expenses-64 = Other staff costs
cash-row-expenses-65 = Other operating charges
cash-row-expenses-66 = Financial charges
cash-row-expenses-67 = Exceptional charges
cash-row-expenses-68 = Depreciation and provisions
cash-row-expenses-69 = Corporate tax
cash-row-net-pay = Net pay
cash-row-contributions = Social contributions
cash-row-investments = Investments
cash-row-loan-repayments = Loan repayments and interest
cash-row-opening-payments = Opening debts paid
cash-row-partners-money = Partners' money in transit
cash-row-transfers = Transfers with blocked accounts
cash-row-readings = Differences with bank statements

## Rules of entries

rule-opening = Opening balance
rule-opening-receipt = Receipt of an opening claim
rule-opening-payment = Payment of an opening debt
rule-expense = Expense
rule-expense-payment = Payment of the expense
rule-income = Income
rule-income-receipt = Receipt of the income
rule-pay = Gross pay
rule-employer-contributions = Employer's contributions
rule-salary-tax = Tax on salaries
rule-leave-owed = Leave owed
rule-net-pay-payment = Payment of net pay
rule-contributions-payment = Payment of social contributions
rule-lending = Staff time billed
rule-lending-receipt = Receipt for staff time
rule-award = Award of the grant
rule-deferred-income = Deferred income released
rule-instalment = Payment by the funder
rule-dedicated-funds-carried = Carried over to dedicated funds
rule-dedicated-funds-used = Use of dedicated funds
rule-given-back = Owed back to the funder
rule-given-back-payment = Paid back to the funder
rule-partners-money = Partners' money received for them
rule-partners-money-passed-on = Partners' money passed on
rule-partners-share = Partners' share
rule-partners-share-payment = Payment of the partners' share
rule-provision-made = Addition to the provision
rule-provision-released = Release of the provision
rule-investment-grant-award = Award of the investment grant
rule-investment-grant-release = Share of investment grant released to income
rule-investment-grant-cleared = Investment grant cleared
rule-investment = Purchase of the investment
rule-investment-payment = Payment of the investment
rule-depreciation = Depreciation
rule-loan-drawn = Loan drawn
rule-loan-repayment = Repayment of principal
rule-loan-interest = Interest on the loan
rule-in-kind = Contribution in kind
rule-transfer = Transfer between accounts
rule-reading = Difference with the statement, to be explained
rule-appropriation = Appropriation of the result

## Funders

funder-kind-state = State
funder-kind-region = Region
funder-kind-department = Département
funder-kind-municipality = Municipality or grouping
funder-kind-public-body = Public body
funder-kind-social-body = Social body (CAF, MSA)
funder-kind-europe = European funds
funder-kind-employment-aid = Aid to posts (ASP, FONJEP)
funder-kind-foundation = Foundation, endowment fund or association
funder-kind-company = Company
funder-kind-person = Person

## Where an agreement stands

stage-idea = Idea
stage-filed = Filed
stage-informal-yes = Informal yes
stage-decided = Decided
stage-signed = Signed
stage-running = Running
stage-report-due = Report due
stage-closed = Closed
stage-refused = Refused

certainty-not-filed = 1 – not filed
certainty-filed = 2 – filed, uncertain
certainty-favourable = 3 – favourable, amount uncertain
certainty-certain = 4 – certain

trigger-on-decision = at the decision
trigger-on-signature = at the signature
trigger-each-year-in = each year in { $month }
trigger-quarterly = each quarter
trigger-on-interim-report = at the interim report
trigger-on-report = at the final report
trigger-after-report = { $months } months after the final report
trigger-when-spent = when { $share } is spent
trigger-with-others = when the other funders have paid
trigger-after-others = { $months } months after the other funders

view-certain = What is certain
view-expected = What is expected
view-everything = Everything asked for

## Kinds of agreements

agreement-kind-operating = Yearly operating grant
    .short = Operating
    .why = It helps the association as a whole, without cost to justify item by item; it has to be asked for again each year.
agreement-kind-project = Grant for a project
    .short = Project
    .why = A fixed sum for one project. What is not spent is carried over, then given back.
agreement-kind-cpo = Agreement over several years (CPO), 2 to 4 years
    .short = CPO
    .why = The first year is firm; each later year is a part of its own, confirmed in its turn.
agreement-kind-region-70-30 = Share of cost: 70 % in advance, 30 % at the end
    .short = Project
    .why = The region pays a share of real cost: if you spend less, the last payment is smaller.
agreement-kind-region-50-50 = Share of cost: 50 % in advance, 50 % at the end
    .short = Project
    .why = The same with a smaller advance: half of it comes only after the report.
agreement-kind-department-70-30 = Project, in two payments: 70 % then 30 %
    .short = Project
    .why = A fixed sum: 70 % at the decision, 30 % once the report is accepted.
agreement-kind-europe = European programme (ESF+, ERDF, Erasmus+…)
    .short = Europe
    .why = It pays back a share of what was already spent, long after, and may check later: a provision is planned.
agreement-kind-leader = European programme LEADER
    .short = LEADER
    .why = It pays once the work is done and the other funders have paid; public money is at most 80 % of the cost.
agreement-kind-caf = Service payment (CAF, MSA)
    .short = Service payment
    .why = A sum computed from the activity, whatever the cost: two advances, then the rest on the real data.
agreement-kind-post-aid = Aid to a post (FONJEP, adulte-relais…)
    .short = Aid to a post
    .why = A fixed sum a year for a post, paid each quarter as long as somebody holds it.
agreement-kind-foundation = Foundation or patron, for a project
    .short = Patronage
    .why = A fixed sum for a project, in two payments. What is not spent is given back.
agreement-kind-investment = Investment grant
    .short = Investment
    .why = It pays for something that lasts (vehicle, works, equipment); it counts in the result as that is depreciated.
agreement-kind-gift = Gift or patronage without conditions
    .short = Gift
    .why = The association uses it as it likes: it is earned in full once promised.

## Amounts over time

schedule-yearly = Yearly amount
schedule-monthly = Monthly amount
schedule-once = One-off
schedule-quantity-price = Quantity × price
schedule-indexed = Indexed
schedule-free = Month by month

year-kind-fiscal = Fiscal year
year-kind-calendar = Calendar year

timing-same-month = The same month
timing-after = { $months ->
        [one] { $months } month later
       *[other] { $months } months later
    }
timing-before = { $months ->
        [one] { $months } month earlier
       *[other] { $months } months earlier
    }
timing-in-months = In given months
timing-instalments = In { $count } parts, { $months ->
        [one] every month
       *[other] every { $months } months
    }
timing-on-receipt = On receipt

## Other choices

in-kind-relief = Goods given away
in-kind-free-use = Free use of premises or goods
in-kind-services = Services free of charge
in-kind-volunteering = Volunteering

repayment-constant-payment = Constant payments
repayment-constant-principal = Constant principal
repayment-at-the-end = All at the end

contributions-monthly = Every month
contributions-quarterly = Every quarter

index-step-january = In January
index-step-fiscal-year = At the start of the fiscal year

appropriation-carried-forward = Carried forward
appropriation-project-reserves = Reserves for projects

opening-receivable = Claim
opening-payable = Debt

note-settled = Explanation
note-question = Question
note-to-do = To do
note-to-be-specified = To be specified

contribution-health = Health, maternity, disability, death
contribution-old-age-capped = Old-age pension, up to the ceiling
contribution-old-age = Old-age pension, on all pay
contribution-family = Family allowances
contribution-autonomy = Solidarity for autonomy (CSA)
contribution-accident = Accidents at work (AT/MP)
contribution-housing-fund = Housing aid fund (FNAL)
contribution-unemployment = Unemployment insurance
contribution-wage-guarantee = Wage guarantee (AGS)
contribution-pension-1 = Complementary pension, up to the ceiling
contribution-pension-2 = Complementary pension, beyond the ceiling
contribution-balance-1 = Pension balance (CEG), up to the ceiling
contribution-balance-2 = Pension balance (CEG), beyond the ceiling
contribution-technical-balance = Technical pension balance (CET)
contribution-executives = Employment of executives (APEC)
contribution-executive-cover = Provident cover of executives
contribution-cover = Provident cover
contribution-health-cover = Health cover (mutuelle)
contribution-occupational-health = Occupational health
contribution-social-dialogue = Social dialogue
contribution-training = Vocational training
contribution-fixed-term-training = Training of fixed-term staff (CPF-CDD)
contribution-apprenticeship-tax = Apprenticeship tax
contribution-housing-effort = Housing effort
contribution-mobility = Transport levy
contribution-cover-levy = Levy on cover (forfait social)
contribution-social-contribution = CSG, deducted from income tax
contribution-social-contribution-taxed = CSG, not deducted
contribution-social-debt = CRDS
contribution-reduction = General reduction (RGDU)
contribution-pension-reduction = General reduction, share of pensions

# Planned and done
completion-unplanned = not planned
