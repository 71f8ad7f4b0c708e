import { groupBy } from '../../base/groupBy.ts'
import { constructAt, regionOf, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { type Reference, referencesOf } from '../../model/references.ts'
import type { Whence } from '../records.ts'

/** How much of the design waits for what a call would say, in words for the largest parts: `17 route targets, 4 subnets`. */
export interface Effect {
  readonly count: number
  readonly words: string
}

/** The list that describes what an id names, most special first. */
const LIST_OF_ID: readonly (readonly [RegExp, string])[] = [
  [/^not-imported\.main-route-table-of-/, 'RouteTables'],
  [/^not-imported\.default-security-group-of-/, 'SecurityGroups'],
  [/^not-imported\.(?:default-)?network-acl-of-/, 'NetworkAcls'],
  [/^not-imported\.subnets-of-/, 'TransitGatewayVpcAttachments'],
  [/^not-imported\.targets-of-/, 'Listeners'],
  [/^not-imported\.targets-that-see-/, 'NetworkInterfaces'],
  [/^not-imported\.rules-of-/, 'VpcEndpoints'],
  [/^not-imported\.customer-gateway-of-/, 'VpnConnections'],
  [/^not-imported\.network-behind-dxgw/, 'VirtualInterfaces'],
  [/^not-imported\.load-balancers-of-/, 'ServiceConfigurations'],
  [/^not-imported\.shared-by-/, 'ProfileResources'],
  [/^not-imported\.Z[A-Z0-9]/, 'HostedZones'],
  [/^not-imported\.(?:net|app|gwy)-/, 'LoadBalancers'],
  [/^not-imported\.classic-/, 'LoadBalancerDescriptions'],
  [/^not-imported\.tg-/, 'TargetGroups'],
  [/^vpce-svc-/, 'ServiceConfigurations'],
  [/^tgw-attach-/, 'TransitGatewayAttachments'],
  [/^tgw-rtb-/, 'TransitGatewayRouteTables'],
  [/^tgw-/, 'TransitGateways'],
  [/^vpc-/, 'Vpcs'],
  [/^subnet-/, 'Subnets'],
  [/^rtb-/, 'RouteTables'],
  [/^sg-/, 'SecurityGroups'],
  [/^acl-/, 'NetworkAcls'],
  [/^igw-/, 'InternetGateways'],
  [/^eigw-/, 'EgressOnlyInternetGateways'],
  [/^nat-/, 'NatGateways'],
  [/^vgw-/, 'VpnGateways'],
  [/^cgw-/, 'CustomerGateways'],
  [/^vpn-/, 'VpnConnections'],
  [/^pcx-/, 'VpcPeeringConnections'],
  [/^vpce-/, 'VpcEndpoints'],
  [/^i-/, 'Reservations'],
  [/^eni-/, 'NetworkInterfaces'],
  [/^pl-/, 'ManagedPrefixLists'],
  [/^rgw-/, 'ResourceGateways'],
  [/^rcfg-/, 'ResourceConfigurations'],
  [/^sn-/, 'ServiceNetworks'],
  [/^rslvr-frg-/, 'FirewallRuleGroups'],
  [/^rslvr-rr-/, 'ResolverRules'],
  [/^rslvr-/, 'ResolverEndpoints'],
]
const listOfId = (id: string): string | null => LIST_OF_ID.find(([pattern]) => pattern.test(id))?.[1] ?? null

interface Waiting {
  readonly key: string
  readonly what: string
  readonly account: string | null
  readonly region: string | null
}

/** What of the design hangs on the answers of which call, in an account and Region or everywhere. */
export function createHangsOn(design: Design): (key: string, from: Whence | null) => Effect {
  const byKey = groupBy(waitingIn(design), ({ key }) => key)
  return (key, from) => {
    const waiting = (byKey.get(key) ?? []).filter(
      ({ account, region }) =>
        from === null ||
        ((account === null || from.account === null || account === from.account) &&
          (region === null || from.region === null || region === from.region)),
    )
    const parts = [...groupBy(waiting, ({ what }) => what)].sort(([, a], [, b]) => b.length - a.length)
    const words = parts.slice(0, 3).map(([what, list]) => `${list.length} ${what}${list.length === 1 ? '' : 's'}`)
    return { count: waiting.length, words: words.join(', ') }
  }
}

function waitingIn(design: Design): readonly Waiting[] {
  return Object.values(design.constructs).flatMap((construct) => {
    const place = placeOf(design, construct)
    const found = referencesOf(construct).flatMap((reference): Waiting[] => {
      const key = constructAt(design, reference.to) ? null : listOfId(reference.to)
      return key === null ? [] : [{ key, what: whatNames(construct, reference), ...place }]
    })
    if ('allListeners' in construct && !construct.allListeners)
      found.push({ key: 'Listeners', what: 'load balancer', ...place })
    return found
  })
}

/** What it is that names the missing thing, as people count it. */
function whatNames({ kind }: Construct, { path }: Reference): string {
  if (path.includes('routes') && path.at(-1) === 'target') return 'route target'
  if (path[0] === 'ingress' || path[0] === 'egress') return 'rule'
  const { title } = definitionOf(kind)
  return /^[A-Z][a-z]\D*$/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

function placeOf(design: Design, construct: Construct): Pick<Waiting, 'account' | 'region'> {
  const vpc = vpcOf(design, construct.id)
  const named = vpc?.account ?? ('account' in construct ? construct.account : null)
  const account = named === null ? null : constructAt(design, named)
  return {
    account: account?.kind === 'account' && Number(account.accountId) > 0 ? account.accountId : null,
    region: regionOf(design, construct.id)?.code ?? null,
  }
}
