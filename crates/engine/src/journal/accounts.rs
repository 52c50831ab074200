//! Account numbers fixed by the rules (ANC 2018-06 as in force since 2025).

use crate::account::AccountNumber;

const fn of(number: u32) -> AccountNumber {
    AccountNumber::of(number)
}

/// Réserves pour projet de l'entité.
pub const PROJECT_RESERVES: AccountNumber = of(1068);
/// Report à nouveau, creditor; 119 when it shows a debit.
pub const CARRIED_FORWARD: AccountNumber = of(110);
/// Résultat: 120 when it is an excess, 129 when it is a deficit.
pub const RESULT: AccountNumber = of(120);
/// Subventions d'investissement.
pub const INVESTMENT_GRANTS: AccountNumber = of(131);
/// Subventions d'investissement inscrites au compte de résultat.
pub const INVESTMENT_GRANTS_RELEASED: AccountNumber = of(139);
/// Emprunts auprès des établissements de crédit.
pub const BANK_LOANS: AccountNumber = of(164);
/// Fournisseurs.
pub const SUPPLIERS: AccountNumber = of(401);
/// Fournisseurs d'immobilisations.
pub const ASSET_SUPPLIERS: AccountNumber = of(404);
/// Usagers, clients.
pub const CUSTOMERS: AccountNumber = of(411);
/// Personnel, rémunérations dues.
pub const STAFF: AccountNumber = of(421);
/// Dettes provisionnées pour congés à payer.
pub const LEAVE_OWED: AccountNumber = of(4282);
/// Charges sociales sur congés à payer.
pub const CONTRIBUTIONS_ON_LEAVE: AccountNumber = of(4382);
/// Charges fiscales sur congés à payer.
pub const TAXES_ON_LEAVE: AccountNumber = of(44811);
/// Sécurité sociale.
pub const SOCIAL_SECURITY: AccountNumber = of(431);
/// Autres organismes sociaux.
pub const OTHER_SOCIAL_BODIES: AccountNumber = of(437);
/// Prélèvements à la source.
pub const TAX_WITHHELD: AccountNumber = of(4421);
/// Autres impôts, taxes et versements assimilés.
pub const OTHER_TAXES: AccountNumber = of(447);
/// Compte d'attente.
pub const SUSPENSE: AccountNumber = of(471);
/// Produits constatés d'avance.
pub const DEFERRED_INCOME: AccountNumber = of(487);
/// Banques.
pub const BANK: AccountNumber = of(512);
/// Rémunérations du personnel.
pub const PAY: AccountNumber = of(641);
/// Congés payés.
pub const LEAVE: AccountNumber = of(6412);
/// Charges de sécurité sociale et de prévoyance.
pub const CONTRIBUTIONS: AccountNumber = of(645);
/// Taxe sur les salaires.
pub const SALARY_TAX: AccountNumber = of(6311);
/// Impôts et taxes sur rémunérations (autres organismes).
pub const TAXES_ON_PAY: AccountNumber = of(633);
/// Autres charges sociales.
pub const OTHER_SOCIAL_CHARGES: AccountNumber = of(647);
/// Intérêts des emprunts.
pub const LOAN_INTEREST: AccountNumber = of(6611);
/// Dotations aux amortissements sur immobilisations.
pub const DEPRECIATION_CHARGE: AccountNumber = of(6811);
/// Quote-part des subventions d'investissement virée au résultat.
pub const INVESTMENT_GRANT_INCOME: AccountNumber = of(747);

/// Charges à payer et produits à recevoir.
pub const ACCRUED: AccountNumber = of(468);
/// Fonds dédiés sur subventions d'exploitation; their report and their use.
pub const FUNDS_OF_GRANTS: [AccountNumber; 3] = [of(194), of(6894), of(7894)];
/// Fonds dédiés sur contributions financières d'autres organismes; their report and their use.
pub const FUNDS_OF_CONTRIBUTIONS: [AccountNumber; 3] = [of(195), of(6895), of(7895)];
/// Fonds dédiés sur ressources liées à la générosité du public; their report and their use.
pub const FUNDS_OF_GENEROSITY: [AccountNumber; 3] = [of(196), of(6896), of(7896)];
/// Aides financières octroyées.
pub const AIDS_GRANTED: AccountNumber = of(6571);
/// Mise à disposition de personnel facturée.
pub const STAFF_LENT: AccountNumber = of(7084);
/// Provisions pour risques.
pub const PROVISIONS: AccountNumber = of(151);
/// Dotations aux provisions d'exploitation.
pub const PROVISION_CHARGE: AccountNumber = of(6815);
/// Reprises sur provisions d'exploitation.
pub const PROVISION_INCOME: AccountNumber = of(7815);

/// Those of leave that is owed.
pub const OF_LEAVE: [AccountNumber; 4] = [LEAVE_OWED, CONTRIBUTIONS_ON_LEAVE, TAXES_ON_LEAVE, LEAVE];

/// Those of calculated pay.
pub const CALCULATED_PAY: [AccountNumber; 6] =
    [OTHER_SOCIAL_BODIES, TAX_WITHHELD, OTHER_TAXES, SALARY_TAX, TAXES_ON_PAY, OTHER_SOCIAL_CHARGES];

/// Those that every projection knows.
pub const FIXED: [AccountNumber; 20] = [
    PROJECT_RESERVES,
    CARRIED_FORWARD,
    RESULT,
    INVESTMENT_GRANTS,
    INVESTMENT_GRANTS_RELEASED,
    BANK_LOANS,
    SUPPLIERS,
    ASSET_SUPPLIERS,
    CUSTOMERS,
    STAFF,
    SOCIAL_SECURITY,
    SUSPENSE,
    DEFERRED_INCOME,
    BANK,
    PAY,
    CONTRIBUTIONS,
    LOAN_INTEREST,
    DEPRECIATION_CHARGE,
    INVESTMENT_GRANT_INCOME,
    of(441),
];
