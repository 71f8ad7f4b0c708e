import { type EndpointKey, saysEndpointKey } from '../../aws/endpointKeys.ts'
import { formatAddress } from '../../net/address.ts'
import { type Block, covers, overlaps, parseBlock } from '../../net/block.ts'
import { type ContextValue, SOME_VALUE, UNKNOWN } from '../../policy/language/context.ts'
import type { Policies } from '../../policy/layers/policies.ts'
import type { AccessNet } from '../../topology/access/accessNet.ts'
import type { Topology } from '../../topology/topology.ts'
import { ownIdValue } from './ownIdValue.ts'
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
  path: PathFacts,
  policies: Policies,
  action: string,
): Readonly<Record<string, ContextValue>> {
  const { endpoint, region, port } = path
  const always: Readonly<Record<string, ContextValue>> = {
    'aws:SecureTransport': [port === 443 ? 'true' : 'false'],
    'aws:RequestedRegion': region === '' ? SOME_VALUE : [region],
    'aws:ViaAWSService': ['false'],
  }
  if (endpoint === null) return { ...always, 'aws:SourceIp': addressOf(path, policies, 'aws:sourceip') }
  const { id, vpc } = endpoint
  const owner = design.constructs[vpc.accountId]
  const number = owner?.kind === 'account' ? owner.accountId : ''
  const account = access.accounts.get(number)
  const facts = { design, access, policies }
  // of a service that is not known to say it nobody knows whether it does
  const said = (key: EndpointKey, value: string | null): ContextValue =>
    !saysEndpointKey(key, action) ? UNKNOWN : value === null ? SOME_VALUE : [value]
  const vpcArn = (one: string) => `arn:${access.partition}:ec2:${vpc.regionCode}:${number}:vpc/${one}`
  return {
    ...always,
    'aws:SourceVpce': ownIdValue('aws:sourcevpce', id, facts),
    'aws:SourceVpc': ownIdValue('aws:sourcevpc', vpc.id, facts),
    'aws:SourceVpcArn': saysEndpointKey('aws:SourceVpcArn', action)
      ? ownIdValue('aws:sourcevpcarn', vpc.id, facts, vpcArn)
      : UNKNOWN,
    'aws:VpcSourceIp': addressOf(path, policies, 'aws:vpcsourceip'),
    'aws:VpceAccount': said('aws:VpceAccount', number === '' ? null : number),
    ...(account &&
      account.organisation !== null && {
        'aws:VpceOrgID': said('aws:VpceOrgID', account.organisation),
        'aws:VpceOrgPaths': said('aws:VpceOrgPaths', account.path),
      }),
  }
}

/**
 * The same of a call that a service makes on the caller’s behalf: where the caller came from by an endpoint is not handed on. Source: IAM guide, global
 * condition context keys, aws:SourceIp, aws:SourceVpc (“the source VPC of the initial request is not preserved”); forward access sessions.
 */
export const keysBehind = (path: PathFacts, policies: Policies): Readonly<Record<string, ContextValue>> => ({
  'aws:SecureTransport': ['true'],
  'aws:SourceIp': path.endpoint === null ? addressOf(path, policies, 'aws:sourceip') : UNKNOWN,
})

/** What follows from who calls what, or is of one resource, and not from how a call comes. */
const NOT_OF_WAY = /^aws:(?:principal|username$|resource|requesttag|tagkeys|requestedregion$)/

/** The same where nobody said how a call comes: whether it carries the keys that policies read nobody knows. It is no call of a service. */
export function keysOfAnyWay(policies: Policies): Readonly<Record<string, ContextValue>> {
  const read = statementsOf(policies).flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase()))
  const open = read.filter((key) => key.startsWith('aws:') && !NOT_OF_WAY.test(key))
  return {
    ...Object.fromEntries(open.map((key) => [key, UNKNOWN])),
    'aws:SecureTransport': ['true'],
    'aws:ViaAWSService': ['false'],
  }
}

/** The address that arrives, unless it stands for others that policies tell from it. */
const addressOf = ({ source, standsFor }: PathFacts, policies: Policies, key: string): ContextValue =>
  standsFor === null || (standsFor !== 'any' && !tellsApart(policies, key, standsFor))
    ? [formatAddress(source)]
    : SOME_VALUE

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
