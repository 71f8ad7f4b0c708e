import { compareText } from '../../base/order.ts'
import { settingsOf } from '../aws/settings.ts'
import type { PartName, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { apiGatewayApi } from './api-gateway-api.ts'
import { balancers } from './balancers.ts'
import { client } from './client.ts'
import { dnsFirewallRuleGroup } from './dns-firewall-rule-group.ts'
import { dynamodbTable } from './dynamodb-table.ts'
import { endpointService } from './endpoint-service.ts'
import { endpoints } from './endpoints.ts'
import { firewalls } from './firewalls.ts'
import { gateways } from './gateways.ts'
import { hostedZone } from './hosted-zone.ts'
import { iamRole } from './iam-role.ts'
import { iamUser } from './iam-user.ts'
import { lattice } from './lattice.ts'
import type { Line, Step } from './line.ts'
import { natGateways } from './natGateways.ts'
import { networkAcl } from './network-acl.ts'
import { peeringConnection } from './peering-connection.ts'
import { policyResource } from './policy-resource.ts'
import { prefixList } from './prefix-list.ts'
import { resolver } from './resolver.ts'
import { route53Profile } from './route-53-profile.ts'
import { routeTable } from './route-table.ts'
import { s3AccessPoint } from './s3-access-point.ts'
import { s3Bucket } from './s3-bucket.ts'
import { securityGroup } from './security-group.ts'
import { subnet } from './subnet.ts'
import { targetGroup } from './target-group.ts'
import { transit } from './transit.ts'
import { transitGatewayRouteTable } from './transit-gateway-route-table.ts'
import { vpc } from './vpc.ts'
import { vpn } from './vpn.ts'

/** How the scripts make and remove each part. */
const steps: { readonly [N in PartName]: Step<N> } = {
  ...vpc,
  ...subnet,
  ...gateways,
  ...natGateways,
  ...routeTable,
  ...securityGroup,
  ...networkAcl,
  ...prefixList,
  ...firewalls,
  ...balancers,
  ...targetGroup,
  ...endpoints,
  ...endpointService,
  ...lattice,
  ...peeringConnection,
  ...transit,
  ...transitGatewayRouteTable,
  ...vpn,
  ...hostedZone,
  ...resolver,
  ...dnsFirewallRuleGroup,
  ...route53Profile,
  ...client,
  ...s3Bucket,
  ...dynamodbTable,
  ...apiGatewayApi,
  ...iamRole,
  ...iamUser,
  ...s3AccessPoint,
  ...policyResource,
}

/** What makes a part; null where AWS makes it with another one. */
export const stepOf = <N extends PartName>(part: PartOf<N>, stack: StackPlan): readonly Line[] | null =>
  steps[part.name].create(part, stack, settingsOf(part))

/** What removes each part, by part name, sorted. */
export const REMOVALS: readonly (readonly [name: PartName, lines: readonly Line[]])[] = Object.entries(steps)
  .flatMap(([name, { remove }]): (readonly [PartName, readonly Line[]])[] =>
    remove === null ? [] : [[name as PartName, remove]],
  )
  .sort(([a], [b]) => compareText(a, b))
