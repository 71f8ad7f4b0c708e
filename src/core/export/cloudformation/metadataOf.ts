import { compareText } from '../../base/order.ts'
import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Variable, VariableKind } from '../plan/variables.ts'
import { PARAMETERS } from './parameters.ts'
import type { Tree, TreeObject } from './resource.ts'

/** How a person who deploys by the console sees them. */
const VARIABLE_GROUPS: readonly (readonly [title: string, kinds: readonly VariableKind[]])[] = [
  ['Environment', ['environment', 'account', 'region', 'zone', 'name']],
  ['Blocks', ['block']],
  ['Addresses', ['address']],
]
const rankOf = ({ kind }: Variable): number => VARIABLE_GROUPS.flatMap(([, kinds]) => kinds).indexOf(kind)
/** Order of variables: by kind, VPCs before what lies in them, then by name. */
export const inOrder = (a: Variable, b: Variable): number =>
  rankOf(a) - rankOf(b) || Number(a.within !== null) - Number(b.within !== null) || compareText(a.name, b.name)

/**
 * Whether a parameter holds the IPv6 blocks of a VPC that exists. They go through `Fn::Cidr`, which takes both families (its documentation splits
 * the `Ipv6CidrBlocks` of a VPC), and cfn-lint holds what it can resolve against the form of IPv4 blocks. It reports that at the parameter, where only
 * the template as a whole can silence it: parameters have no metadata, and those of the resource do not count there.
 */
const isIp6Blocks = (parameter: string): boolean => parameter.endsWith('Ipv6CidrBlocks')

/** What bears on calls from outside of the template: whoever reads it again judges by it. Policies are texts, so that CloudFormation reads nothing in them. */
function organisationOf(design: Design, { accountId }: StackPlan): TreeObject {
  const account = listOfKind(design, 'account').find((one) => one.accountId === accountId)
  if (!account) return {}
  const { organisation, isManagement } = account
  const levels = (of: typeof account.scps): Tree =>
    of.map(({ target, policies }) => ({
      target,
      policies: policies.map(({ name, document }) => ({ name, ...(document !== null && { document }) })),
    }))
  return {
    ...(organisation !== null && { orgId: organisation }),
    ...(account.scps.length > 0 && { scps: levels(account.scps) }),
    ...(account.rcps.length > 0 && { rcps: levels(account.rcps) }),
    ...(isManagement && { isManagement }),
  }
}

/** The metadata of a template: where it was drawn, and its parameters in groups with labels. */
export function metadataOf(
  design: Design,
  stack: StackPlan,
  parameters: readonly string[],
  given: ReadonlyMap<string, PartKey>,
  variables: readonly Variable[],
  existing: readonly string[],
): TreeObject {
  const varying = new Set([...variables.map(({ name }) => name), ...existing])
  const lists = parameters.filter((name) => !(name in PARAMETERS) && !given.has(name) && !varying.has(name))
  const groups: Tree[] = []
  for (const [title, kinds] of VARIABLE_GROUPS) {
    const names = variables.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
    if (names.length > 0) groups.push({ Label: { default: title }, Parameters: names })
  }
  if (existing.length > 0) groups.push({ Label: { default: 'What exists already' }, Parameters: existing })
  if (lists.length > 0) groups.push({ Label: { default: 'Prefix lists of AWS' }, Parameters: lists })
  if (given.size > 0)
    groups.push({ Label: { default: 'From other stacks or by hand; empty at first' }, Parameters: [...given.keys()] })
  const clients = parameters.filter((name) => name in PARAMETERS)
  if (clients.length > 0) groups.push({ Label: { default: 'Clients' }, Parameters: clients })
  return {
    Hopwise: {
      Format: 'hopwise-cloudformation',
      Version: 1,
      Title: design.title,
      Region: stack.regionCode,
      Account: stack.accountId,
      RulesAsOf: design.rulesAsOf,
      ...organisationOf(design, stack),
    },
    ...(groups.length > 0 && {
      'AWS::CloudFormation::Interface': {
        ParameterGroups: groups,
        ...(variables.length > 0 && {
          ParameterLabels: Object.fromEntries(variables.map(({ name, what }) => [name, { default: what }])),
        }),
      },
    }),
    ...(existing.some(isIp6Blocks) && { 'cfn-lint': { config: { ignore_checks: ['W1035'] } } }),
  }
}
