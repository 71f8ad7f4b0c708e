/** The policy of a resource or of an endpoint. */
export const policyField = {
  key: 'policy',
  label: 'Policy',
  input: 'policy',
  use: 'resource',
  none: 'None',
  help: 'Asked when a request carries a call, and exported letter by letter.',
} as const

/** The policy of an endpoint. Source: PrivateLink guide, endpoint policies: one that nobody wrote lets everything pass. */
export const endpointPolicyField = {
  ...policyField,
  use: 'endpoint',
  none: 'AWS’s own: everybody may do everything through the endpoint',
} as const
