import type { Evaluated, StackResource } from '../stack.ts'
import { mapsPublicly, subnetOf, vpcOfSubnet } from './interfaces.ts'
import { draw, nameOf, tell } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { flagOf, reasonIn } from './values.ts'

interface Clients {
  readonly runtime: 'ec2' | 'lambda' | 'ecs' | 'database' | 'other'
  readonly subnets: readonly string[]
  readonly groups: readonly string[]
  /** The private address of the first one; left out = AWS chooses. */
  readonly address?: string
  /** Whether they get public addresses; left out = as their subnets say. */
  readonly publicly?: Evaluated | undefined
  /** TCP ports that answer; left out = every one. */
  readonly ports?: readonly number[]
  readonly workloads?: readonly string[]
}

/** The ids of the clients that stand for a resource in several subnets: its own in the first one. */
export const clientIds = (resource: StackResource, subnets: readonly string[]): readonly string[] =>
  [...new Set(subnets)].map((subnet, index) => (index === 0 ? resource.id : `${resource.id}.${subnet}`.slice(0, 128)))

/** Whose they are where that is not the owner of the VPC: a participant of a shared subnet. */
const accountIn = (putting: Putting, { account }: StackResource, subnet: string): string | null => {
  const vpc = vpcOfSubnet(putting, subnet)
  const owner = (vpc === null ? undefined : putting.byRef.get(vpc)) ?? subnetOf(putting, subnet)
  return owner && owner.account !== account ? account : null
}

/** A client in each of the subnets. */
export function drawClients(putting: Putting, resource: StackResource, clients: Clients): void {
  const { runtime, groups, address, publicly, ports, workloads = [] } = clients
  const subnets = [...new Set(clients.subnets)]
  const ids = clientIds(resource, subnets)
  if (subnets.length === 0) tell(putting, resource, 'skipped', 'it names no subnet')
  for (const [index, subnet] of subnets.entries()) {
    const why = reasonIn(publicly)
    const isPublic =
      publicly === undefined ? (runtime === 'ec2' ? mapsPublicly(putting, subnet) : false) : flagOf(publicly)
    if (isPublic === null) {
      tell(putting, resource, 'skipped', `whether it gets a public address in ${subnet} is not known: ${why ?? ''}`)
      continue
    }
    draw(putting, resource, {
      kind: 'client',
      id: ids[index]!,
      name: index === 0 ? nameOf(resource, resource.id) : `${nameOf(resource, resource.id)}, ${subnet}`.slice(0, 120),
      runtime,
      account: accountIn(putting, resource, subnet),
      interfaces: [
        {
          subnet,
          securityGroups: groups.slice(0, 16),
          publicIp: isPublic ? 'auto' : 'none',
          ...(index === 0 && address !== undefined && { privateIp: address }),
        },
      ],
      workloads,
      ...(ports && { listens: ports.map((port) => ({ protocol: 'tcp', port })) }),
    })
  }
}

/** One client with an interface in each of the subnets, of which it uses any: a function. */
export function drawFunction(
  putting: Putting,
  resource: StackResource,
  subnets: readonly string[],
  groups: readonly string[],
  ipv6: boolean,
): void {
  draw(putting, resource, {
    kind: 'client',
    id: resource.id,
    runtime: 'lambda',
    workloads: ['lambda'],
    account: subnets[0] === undefined ? null : accountIn(putting, resource, subnets[0]),
    interfaces: [...new Set(subnets)].map((subnet) => ({
      subnet,
      securityGroups: groups.slice(0, 16),
      ...(ipv6 && { ipv6: 'auto' }),
    })),
  })
}
