import { SERVICE_NAMES } from '../plan/services.ts'
import type { Drawing, DrawnVpc } from './drawing.ts'
import { at } from './drawTables.ts'

/** Instances and functions; an instance's second interface answers only. */
export function drawClients({ dice, constructs }: Drawing, { v, subnets, groups }: DrawnVpc): void {
  for (let i = 0; i < 4; i++) {
    const places = i === 0 ? [subnets[0]!] : [dice.pick(subnets)]
    if (i > 0 && dice.chance(0.2)) places.push(dice.pick(subnets))
    const runtime = i === 0 ? 'ec2' : dice.pick(['ec2', 'ec2', 'ec2', 'ecs', 'lambda'] as const)
    const dual = runtime !== 'lambda' && dice.chance(0.8)
    constructs.push({
      kind: 'client',
      id: `client-${v}${i}`,
      runtime,
      operatingSystem: dice.pick(['linux', 'linux', 'windows']),
      interfaces: places.map(({ id, cidr, ipv6Cidr }, n) => ({
        subnet: id,
        privateIp: at(cidr, 20 + i * 4 + n),
        ipv6: dual && ipv6Cidr !== null ? ipv6Cidr.replace('/64', `${20 + i * 4 + n}`) : null,
        publicIp: dice.chance(0.6) ? `198.51.100.${10 + 50 * 'abc'.indexOf(v) + i * 4 + n}` : 'none',
        securityGroups: [dice.pick(groups), ...dice.some(groups, 1)].filter(
          (one, k, all) => all.indexOf(one) === k && !dice.chance(0.1),
        ),
      })),
      listens: dice.chance(0.8)
        ? null
        : dice.some([443, 22, 80], 2).map((port) => ({ protocol: dice.pick(['tcp', 'tcp', 'udp']), port })),
    })
  }
}

/** Interface endpoints, some without a subnet, some without their private names; one for each service. */
export function drawEndpoints({ dice, constructs }: Drawing, { v, id, subnets, groups }: DrawnVpc): void {
  const services = Object.keys(SERVICE_NAMES)
  for (const [n, service] of dice.some(services, 2).entries()) {
    const zones = new Map(subnets.map((one) => [one.zone, one]))
    const places = [...zones.values()].filter(() => dice.chance(0.8))
    constructs.push({
      ...{ kind: 'interface-endpoint', id: `vpce-${v}${n}`, vpc: id, service },
      subnets: places.map(({ id: subnet, cidr }) => ({ subnet, privateIp: at(cidr, 80 + n) })),
      securityGroups: dice.some(groups, 1),
      privateDns: dice.chance(0.7),
      dnsLabel: `vpce-${v}${n}-x`,
    })
  }
}
