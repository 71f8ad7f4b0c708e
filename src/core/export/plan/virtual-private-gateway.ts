import { constructOfKind } from '../../model/containment.ts'
import { isIp4 } from '../../net/address.ts'
import { blockOf } from '../../net/block.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, findDeployed, type Planner, remarkState, wantConstruct } from './planning.ts'
import { canonicalBlock, wordOfBlock } from './resolveBlock.ts'

/** The gateway and its attachment to the VPC. */
export const virtualPrivateGateway: Planner<'virtual-private-gateway'> = (construct) => {
  const gateway = keyOf(construct)
  return [
    makePart('vpn-gateway', construct, null, [], {}),
    makePart('vpn-gateway-attachment', construct, 'attachment', [gateway, construct.vpc], {
      gateway,
      vpc: construct.vpc,
    }),
  ]
}

export const customerGateway: Planner<'customer-gateway'> = (construct) => [
  makePart('customer-gateway', construct, null, [], {}),
]

/** The connection, its static routes, and the attachment that AWS makes with one to a transit gateway. */
export const vpnConnection: Planner<'vpn-connection'> = (construct, planning) => {
  const own = keyOf(construct)
  const customer = findDeployed(planning, construct, construct.customerGateway, 'customer-gateway')
  const transit = constructOfKind(planning.design, construct.gateway, 'transit-gateway')
  const gateway = transit ?? findDeployed(planning, construct, construct.gateway, 'virtual-private-gateway')
  if (!customer || !gateway) return []
  wantConstruct(planning, gateway)
  remarkState(planning, construct, 'available')
  addRemark(
    planning,
    construct,
    'its tunnels come up once the device of the customer gateway is configured. AWS gives the configuration: aws ec2 describe-vpn-connections.',
  )
  const needs = [customer.id, gateway.id, ...(transit ? [] : [keyOf(gateway, 'attachment')])]
  const parts: Part[] = [
    makePart('vpn-connection', construct, null, needs, {
      customer: customer.id,
      gateway: gateway.id,
      toTransit: transit !== null,
    }),
  ]
  if (transit)
    parts.push(makePart('vpn-attachment', construct, 'attachment', [own], { connection: own, gateway: gateway.id }))
  else if (construct.routing === 'static')
    for (const text of new Set(construct.routes.map((route) => canonicalBlock(planning, construct, route)))) {
      const block = blockOf(text)
      if (block && !isIp4(block.base)) {
        addRemark(planning, construct, `the route to ${text} is left out: a virtual private gateway carries IPv4 only.`)
        continue
      }
      parts.push(makePart('vpn-route', construct, `route-${wordOfBlock(text)}`, [own], { connection: own, cidr: text }))
    }
  return parts
}
