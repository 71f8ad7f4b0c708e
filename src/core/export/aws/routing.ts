import type { RouteTargetKind } from '../plan/networkShapes.ts'
import type { SettingsFor } from './settingsFor.ts'
import { blockOf, idOf, type Later } from './value.ts'

export const routing = {
  'route-table': (part) => ({ VpcId: idOf(part.vpc) }),
  route: ({ table, destination, targetKind, target, construct }) => {
    const { block } = destination
    const to = (kind: RouteTargetKind): Later | undefined => (targetKind === kind ? idOf(target) : undefined)
    return {
      RouteTableId: idOf(table),
      DestinationCidrBlock: block?.family === 4 ? blockOf(block, { construct }) : undefined,
      DestinationIpv6CidrBlock: block?.family === 6 ? blockOf(block, { construct }) : undefined,
      DestinationPrefixListId: destination.block ? undefined : idOf(destination.list),
      GatewayId: to('gateway'),
      NatGatewayId: to('nat-gateway'),
      EgressOnlyInternetGatewayId: to('egress-only-gateway'),
      VpcPeeringConnectionId: to('peering'),
      TransitGatewayId: to('transit-gateway'),
      VpcEndpointId: to('endpoint'),
      InstanceId: to('instance'),
      NetworkInterfaceId: to('interface'),
    }
  },
  'edge-association': (part) => ({ RouteTableId: idOf(part.table), GatewayId: idOf(part.gateway) }),
  'route-propagation': (part) => ({ RouteTableId: idOf(part.table), GatewayId: idOf(part.gateway) }),
} satisfies SettingsFor<'route-table'>
