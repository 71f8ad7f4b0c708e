/** A policy, letter by letter. */
export const policyField = {
  key: 'policy',
  label: 'Policy',
  input: 'text',
  optional: true,
  most: 20_480,
  help: 'Empty: what AWS has without one. It is asked when a request carries a call, and exported letter by letter.',
} as const
