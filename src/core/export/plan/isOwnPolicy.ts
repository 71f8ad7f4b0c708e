/** Source: Organizations guide: every root, unit and account has these of AWS's. */
const OF_AWS: ReadonlySet<string> = new Set(['FullAWSAccess', 'RCPFullAWSAccess'])

/** Whether a policy of an organisation is one that somebody has to make: its text is known, and it is not there by itself. */
export const isOwnPolicy = <P extends { readonly name: string; readonly document: string | null }>(
  policy: P,
): policy is P & { readonly document: string } =>
  policy.document !== null && !(OF_AWS.has(policy.name) && !policy.document.includes('"Deny"'))
