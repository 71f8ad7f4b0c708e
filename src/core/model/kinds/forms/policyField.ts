/** A policy that is kept as it is. */
export const policyField = {
  key: 'policy',
  label: 'Policy',
  input: 'text',
  optional: true,
  most: 20_480,
  help: 'Empty: what AWS has without one. It is not evaluated yet, and exported letter by letter.',
} as const
