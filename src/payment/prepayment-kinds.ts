/** What can happen to a prepayment. */
export const prepaymentMovementKinds = ['PREPAID', 'TOP_UP', 'CARRIED_IN', 'OFFSET', 'RETURNED', 'CARRIED_OVER'] as const;
export type PrepaymentMovementKind = (typeof prepaymentMovementKinds)[number];

/** The accounts of the ledger of prepayments. */
export const prepaymentAccounts = ['FUND', 'ADVANCE', 'CLAIMS', 'OTHER_YEAR'] as const;
