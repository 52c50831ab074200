# Texts of previ-engine: what the check of a plan finds, and alerts.

## The plan as a whole

plan-nothing-to-project = The plan has no budget line, position or agreement yet.
    .hint = Add a first line in Budget, a position in Staff or an agreement in Funding.
plan-fiscal-year-month = The fiscal year cannot begin in month number { $number }.
    .hint = In Assumptions, choose a month from January (1) to December (12) for “The fiscal year begins in”.
plan-horizon-years = The plan cannot last { $number ->
        [one] { $number } fiscal year
       *[other] { $number } fiscal years
    }.
    .hint = In Assumptions, choose 1 to 10 for “Number of fiscal years”.
plan-vat-not-supported = VAT is not calculated yet.
    .hint = Remove the mention of VAT and type amounts with all taxes included, which is what you really pay.
plan-no-treasury-account = The plan has neither bank account nor cash box: cash begins at zero.
    .hint = In Assumptions, under “Money at the start”, add your bank account and its balance at the start of the plan.
plan-payment-rate = The rate of “{ $item }” is { $percent } %: a share lies between 0 and 100 %.
    .hint = Take the rate that the agreement states, such as 50.
plan-too-many-items = The plan has too many items ({ $what ->
        [activities] activities
        [tranches] tranches
        [accounts] accounts
       *[other] { $what }
    }): the last ones are not calculated.
    .hint = Delete those no longer used or split the plan in two.

## Identities and links

plan-duplicate-id = Several items have the same number { $number }; one of them is “{ $item }”.
    .hint = The file was probably changed by hand: give each item a number of its own, or go back to a backup.
plan-dangling-id = “{ $item }” points to an item that no longer exists: { $wanted ->
        [treasury] treasury account
        [transfers] transfer
        [readings] balance read
        [opening] opening claim or debt
        [indexes] index
        [activities] activity
        [lines] budget line
        [positions] position
        [funders] funder
        [agreements] agreement
        [tranches] tranche
        [investments] investment
        [loans] loan
        [in_kind] contribution in kind
        [notes] note
       *[other] { $wanted }
    } no. { $number }.
    .hint = Open “{ $item }” and choose another item, or clear the choice.
plan-activity-cycle = The activity “{ $item }” stands below itself.
    .hint = Attach this activity, or one of those that contain it, to the structure.

## Accounts

plan-account-class = Account { $account } does not suit “{ $item }”.
    .hint = Choose an account of the right class: 6 or 7 for a budget line, 7 for the income of an agreement, 2 for an investment, 1 for a loan, 5 for treasury, 4 for a claim or a debt.
plan-unknown-account = Account { $account } of “{ $item }” is not in the chart of accounts; it is placed under account { $nearest }.
    .hint = Nothing to do if this sub-account is yours; otherwise choose an account of the list.

## Dates

plan-outside-horizon = “{ $item }” lies outside the plan ({ $month }).
    .hint = Correct its dates, or change “First year” or “Number of fiscal years” in Assumptions.
plan-dates-reversed = “{ $item }” ends ({ $to }) before it begins ({ $from }).
    .hint = Correct the start or the end.
plan-month-number = “{ $item }” uses month number { $number }, which does not exist.
    .hint = Months go from 1 (January) to 12 (December).
plan-timing-too-long = The delay or number of instalments of “{ $item }” is too large: { $number }.
    .hint = Enter at most 60 months or 60 instalments.

## Shares

plan-shares-over-100 = The time of “{ $item }” is shared out at { $percent }%, more than the time of the position.
    .hint = Reduce the shares so that they add up to no more than 100%.
plan-lent-over-100 = The time of “{ $item }”, with what is lent to other associations, comes to { $percent }%.
    .hint = What is lent is no longer there for your activities: reduce the time lent or that of activities, to 100% in all at most.
plan-partners-over-100 = The shares of the partners of “{ $item }” add up to { $percent }%: more than the money of the agreement.
    .hint = Take the shares that the agreement states: what is left up to 100% is the share of the association.
plan-partner-without-share = “{ $partner }”, partner of “{ $item }”, has no share.
    .hint = Enter its share, such as 25%, or remove this partner.
plan-days-over = “{ $item }” has { $days } days planned on activities for { $available } days available ({ $from } – { $to }).
    .hint = Take days off an activity or give them to another position. Until then the cost is shared in proportion.
plan-time-outside-activity = “{ $item }” has time planned on “{ $activity }” outside the dates of that activity, from { $month } on.
    .hint = Correct the period of this time or the dates of the activity. Until then this time stays with the structure.
plan-time-below-zero = A time or a number of days of “{ $item }” is negative ({ $number }).
    .hint = Time, days done, leave or the operational share are zero or more: correct it.
plan-instalments-over = The instalments of a tranche of “{ $item }” ({ $amount }) exceed its amount ({ $total }).
    .hint = Reduce an instalment, or raise the amount of the tranche.
plan-instalments-under = The instalments of a tranche of “{ $item }” ({ $amount }) do not reach its amount ({ $total }): the rest counts as owed, but is never received.
    .hint = Add the missing instalment, for example the balance.

## Agreements

plan-amount-below-zero = An amount of “{ $item }” is negative ({ $amount }).
    .hint = Money received, a release, a chosen payment, a ceiling or the amount of an agreement is zero or more: correct it.
plan-filing-after-decision = The application of “{ $item }” is to be filed in { $filing }, after the decision expected in { $decision }.
    .hint = Correct the month of filing, or put the decision off.
plan-interim-report-outside = The interim report of “{ $item }” is planned for { $month }: that is not between the start of the period ({ $from }) and the final report ({ $report }).
    .hint = Take the month that the agreement states, or clear it: Prévi then takes the middle of the period.
plan-tranches-total = The tranches of “{ $item }” add up to { $amount }, while the agreement is about { $total }.
    .hint = Compare with the signed paper: correct a tranche, add the one that is missing, or correct the amount of the agreement.
plan-overlapping-agreements = “{ $item }” and “{ $other }” are of the same funder and pay the same costs of the same activity, from { $from } to { $to }.
    .hint = A funder does not pay a cost twice. If it is one agreement, delete one; if not, say of each which costs it pays.
plan-circular-instalments = A payment of “{ $item }” waits until “{ $other }” has paid, and the other way round: neither would ever pay first. Each is counted after its own report.
    .hint = Ask one of the two funders whether it can pay before the other, and change when its payment is due.
plan-certainty-against-stage = The certainty chosen for “{ $item }” (level { $level } of 4) contradicts the stage of the agreement, which gives level { $usual }.
    .hint = If it was decided, change the stage; if not, let the certainty follow the stage.
plan-rule-without-effect = “{ $item }” has a ceiling, a flat rate or a chosen payment that changes nothing: only agreements tied to costs take it into account.
    .hint = For this agreement, choose “Fixed sum for a project” or “Share of cost”, or remove what serves nothing.
plan-chosen-cost = A cost chosen for “{ $item }” is not one that this tranche may pay.
    .hint = Choose a cost of one of its activities, on an account or of a post that the agreement pays, or add the activity to the tranche.
plan-pay-before-parameters = The pay of “{ $item }” is calculated, but the rates of contributions are known from { $known } only: earlier months are counted at the rates of that month.
    .hint = Type the employer's rate of this post, or let the plan begin later.
plan-fixed-term-without-end = “{ $item }” is a fixed-term contract but has no end: the bonus at its end is never counted.
    .hint = Give the last month of the contract, or choose “Permanent” as the kind of contract.
plan-key-sums-to-zero = The key of “{ $item }” gives nothing to anybody in fiscal year { $year }: { $amount } stay with the structure.
    .hint = Say which activities these costs go to: planned time, parts, square metres, or another key; check the dates of the activities too.
plan-part-below-zero = In the key of “{ $item }”, the part of “{ $activity }” is below zero ({ $number }).
    .hint = Write a part of zero or more.
plan-pool-unused = No line and no position goes through “{ $item }”.
    .hint = Choose this pool of shared costs on the lines and positions of the structure that it is to share out, or delete it.
plan-not-shared-out = “{ $item }” names “{ $pool }”, but only costs of the structure are shared out.
    .hint = Take the activity off the line if the cost is shared, or take the pool off.

## Alerts

alert-cash-negative = Cash falls below zero at the end of { $month }; at its lowest it is { $lowest } in { $low_month }.
    .hint = Bring a receipt forward, delay an expense, or ask a funder or your bank for an advance. Look also at the expenses that depend on uncertain funding.
alert-cash-negative-inside-month = During the month of { $month }, cash may fall to { $worst } if all payments come before the receipts.
    .hint = Plan to pay after the receipts have come in, or check the overdraft that your bank allows.
alert-below-reserve = Cash is below the reserve target for { $count ->
        [one] { $count } month
       *[other] { $count } months
    }, for the first time in { $month }.
    .hint = Look at these months in Cash, or change “Reserve aimed at” in Assumptions.
alert-deficit = { $amount } is missing to balance fiscal year { $year }.
    .hint = Look for funding of this amount, reduce expenses, or decide to take the sum from own funds.
alert-unexplained-difference = The balance read of “{ $item }” differs from the forecast by { $amount }.
    .hint = A negative amount means that there is less than planned. Look for what was paid or received without being planned, or at another date, and correct the plan.
alert-money-without-cost = “{ $item }”: { $amount } find no cost by the end of fiscal year { $year } and will be owed back.
    .hint = Plan costs that this agreement pays, ask the funder to carry the money over, or plan to give it back.
alert-late-instalment = A payment of “{ $item }” ({ $amount }) comes in { $month }, after cash fell below zero in { $short_month }. On time, it would have been enough.
    .hint = Ask this funder for an advance or, with the agreement in hand, your bank for a bridging loan.
alert-entitlement-without-cost = “{ $item }”: { $amount } find no cost that others do not pay already.
    .hint = This is over-funding. Ask one of the funders for less, add costs that were planned and forgotten, or widen with the funder what the agreement pays.
alert-base-too-small = “{ $item }”: the planned costs give a right to { $most } at most; { $amount } of the amount granted will never be paid.
    .hint = Check the rate and the costs it pays, or count on the amount that the costs allow.
alert-nothing-eligible = “{ $item }” may pay none of the costs of the plan.
    .hint = Check the activities, dates, accounts and posts of the agreement: a cost is missing, or it is on another activity or account.
alert-public-ceiling = “{ $item }”: the ceiling on public money takes { $amount } off the amount granted, because other public money pays the same costs.
    .hint = Look for private money for this part, or ask the funder which aids it counts under its ceiling.
alert-report-overdue = The report of “{ $item }” was due in { $month }.
    .hint = Send it or ask for more time: the balance and the next application often depend on it. Once all is settled, set the agreement to “Closed”.
alert-over-funded = “{ $item }”: income exceeds costs by { $amount } { $count ->
        [one] in fiscal year { $year }
       *[other] in all, over { $count } fiscal years from { $year } on
    }.
    .hint = A funder may take back what exceeds the cost of the activity. Check that no cost is missing, such as its share of the costs of the structure.
alert-costs-after-money = “{ $item }”: the money tied to this activity ends, but its costs go on from { $month }. Nobody pays { $amount } of them.
    .hint = Plan funding to follow, stop the costs at the same date, or decide to pay them from own funds.
alert-agreement-needed = “{ $item }”: { $amount } of grants in { $year }, more than the { $limit } a year beyond which a signed agreement is required.
    .hint = Plan a written agreement with this funder. The threshold counts all that one authority grants in the year (law of 12 April 2000, article 10).
alert-auditor-needed = { $amount } of public grants are expected in fiscal year { $year }, more than the { $limit } beyond which an auditor is required.
    .hint = The general meeting has to appoint one, and the annual accounts are to be published. Plan the fees (article L612-4 of the code de commerce).
alert-one-funder = “{ $item }” brings { $percent } % of the income of fiscal year { $year }, more than { $limit } %.
    .hint = If this funder stops, the association is in danger. This mark is Prévi's own, not the law's: talk about it in the board and look for other resources.
alert-to-be-specified = { $count ->
        [one] { $count } value is still to be specified.
       *[other] { $count } values are still to be specified.
    }
    .hint = Correct them as soon as you know more. “Where this figure comes from” shows, below a figure, what was noted about it.
