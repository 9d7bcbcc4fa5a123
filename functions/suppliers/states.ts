/** States of an agreement (domain section 4); `expiring` and `expired` are computed from its dates. */
export const agreementStates = ['draft', 'negotiation', 'signed', 'active', 'amending', 'terminated', 'closed'] as const
