/** Said of what carries a policy of its own. */
export const POLICY_BY_HAND =
  'its policy is not exported: until it is attached by hand, less or more is allowed than the drawing says.'
