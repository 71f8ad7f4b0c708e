/** What a service makes of the policies on its resources. */
export interface ResourceRule {
  /** The resource's own policy must allow, also in its account: no identity's policy is enough. */
  readonly mustAllow: boolean
  /** Without a policy of its own the account of the resource is named in one. */
  readonly accountByDefault: boolean
  /** Whether resource control policies reach it. */
  readonly controlled: boolean
}

const ORDINARY: ResourceRule = { mustAllow: false, accountByDefault: false, controlled: false }
const CONTROLLED: ResourceRule = { ...ORDINARY, controlled: true }

/**
 * By the prefix of the action; what is not here is ordinary. Sources: IAM guide, policy evaluation logic (role trust policies and KMS key policies
 * must allow); KMS guide, default key policy; Organizations guide, resource control policies, list of services.
 */
const RULES: Readonly<Record<string, ResourceRule>> = {
  kms: { mustAllow: true, accountByDefault: true, controlled: true },
  s3: CONTROLLED,
  sqs: CONTROLLED,
  secretsmanager: CONTROLLED,
  ecr: CONTROLLED,
  aoss: CONTROLLED,
  sts: CONTROLLED,
}
const TRUST: ResourceRule = { mustAllow: true, accountByDefault: false, controlled: true }

/** The rule for an action, such as `kms:decrypt`. Only taking on a role asks its trust policy. */
export function ruleFor(action: string): ResourceRule {
  const [service = '', name = ''] = action.split(':')
  if (service === 'sts' && name.startsWith('assumerole')) return TRUST
  return Object.hasOwn(RULES, service) ? RULES[service]! : ORDINARY
}
