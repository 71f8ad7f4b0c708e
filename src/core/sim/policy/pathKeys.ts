import { formatAddress } from '../../net/address.ts'
import { type Block, covers, overlaps, parseBlock } from '../../net/block.ts'
import { type ContextValue, SOME_VALUE, UNKNOWN } from '../../policy/language/context.ts'
import type { Policies } from '../../policy/layers/policies.ts'
import type { AccessNet } from '../../topology/access/accessNet.ts'
import type { Topology } from '../../topology/topology.ts'
import type { PathFacts } from './pathFacts.ts'
import { statementsOf } from './statementsOf.ts'

/**
 * The condition keys that a call carries because of the way it took: through an endpoint those of the endpoint and of the VPC that it is in, be the
 * caller in another one; over the internet the address that it comes from. Sources: IAM guide, global condition context keys, “properties of the
 * network”; PrivateLink guide, endpoint policies.
 */
export function pathKeys(
  { design }: Topology,
  access: AccessNet,
  { endpoint, source, standsFor, region, port }: PathFacts,
  policies: Policies,
): Readonly<Record<string, ContextValue>> {
  const always: Readonly<Record<string, ContextValue>> = {
    'aws:SecureTransport': [port === 443 ? 'true' : 'false'],
    'aws:RequestedRegion': region === '' ? SOME_VALUE : [region],
  }
  const address = (key: string): ContextValue =>
    standsFor === null || (standsFor !== 'any' && !tellsApart(policies, key, standsFor))
      ? [formatAddress(source)]
      : SOME_VALUE
  if (endpoint === null) return { ...always, 'aws:SourceIp': address('aws:sourceip') }
  const { id, vpc } = endpoint
  const vpcId = access.idOf(vpc.id)
  const owner = design.constructs[vpc.accountId]
  const number = owner?.kind === 'account' ? owner.accountId : ''
  const organisation = access.accounts.get(number)?.organisation ?? null
  const endpointId = access.idOf(id)
  return {
    ...always,
    'aws:SourceVpce': endpointId === null ? SOME_VALUE : [endpointId],
    'aws:SourceVpc': vpcId === null ? SOME_VALUE : [vpcId],
    'aws:SourceVpcArn':
      vpcId === null ? SOME_VALUE : [`arn:${access.partition}:ec2:${vpc.regionCode}:${number}:vpc/${vpcId}`],
    'aws:VpcSourceIp': address('aws:vpcsourceip'),
    'aws:VpceAccount': number === '' ? SOME_VALUE : [number],
    // in which unit an account is no design says
    ...(organisation !== null && { 'aws:VpceOrgID': [organisation], 'aws:VpceOrgPaths': UNKNOWN }),
  }
}

/** Whether a policy treats addresses of a block in different ways, as far as its conditions go. */
function tellsApart(policies: Policies, key: string, block: Block): boolean {
  return statementsOf(policies).some(({ conditions }) =>
    conditions.some(({ operator, key: name, values }) => {
      if (name.toLowerCase() !== key || /(?:^|:)Null$/.test(operator)) return false
      if (!/(?:^|:)(?:Not)?IpAddress(?:IfExists)?$/.test(operator)) return true
      return values.some((value) => splits(value, block))
    }),
  )
}

/** Whether some of the addresses of a block lie in the range that a condition names, and others do not. */
function splits(value: string, block: Block): boolean {
  const range = parseBlock(value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`)
  return !range.ok || (overlaps(range.block, block) && !covers(range.block, block))
}
