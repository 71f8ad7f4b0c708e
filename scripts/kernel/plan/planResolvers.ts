import { addLink, type Lab, spaceOf } from './lab.ts'
import { INTERNET, S3_LIST } from './planInternet.ts'
import { blocksOf, endsOf, isWithin, textOf, type World } from './readDesign.ts'
import { S3_NAME, SERVICE_ADDRESSES, SERVICE_NAMES } from './services.ts'

const PUBLIC_RESOLVER = '169.254.254.1'

/** A dnsmasq for the public names, and one in every VPC whose resolver answers at all. */
export function planResolvers(lab: Lab): void {
  const { world } = lab
  const internet = spaceOf(lab, INTERNET)
  internet.ip.push(`addr add ${PUBLIC_RESOLVER}/32 dev lo`)
  lab.resolvers.push({ space: INTERNET, hosts: publicRecords(world), zones: [], upstream: null })
  for (const [number, vpc] of world.all('vpc').entries()) {
    if (vpc.dnsSupport !== true) continue
    const space = spaceOf(lab, vpc.id)
    // the resolver's own way out, which no route table knows
    addLink(lab, space, 'dns', internet, `d${number}`)
    const own = `169.254.253.${number + 1}`
    space.ip.push(`addr add ${own}/32 dev dns`, `route add ${PUBLIC_RESOLVER}/32 dev dns src ${own} table 4000`)
    internet.ip.push(`route add ${own}/32 dev d${number}`)
    lab.resolvers.push({ space: vpc.id, ...privateRecords(world, vpc.id), upstream: PUBLIC_RESOLVER })
  }
}

const endpointPorts = (world: World, id: string) => world.ports.filter((port) => port.owner === id)

/** The hidden zones of the VPC's interface endpoints; both DNS switches must be on. Source: VPC guide, DNS attributes. */
function privateRecords(world: World, vpc: string) {
  const hosts: string[] = []
  const zones: string[] = []
  if (world.one('vpc', vpc).dnsHostnames === true)
    for (const endpoint of world.all('interface-endpoint')) {
      const name = SERVICE_NAMES[endpoint.service]
      if (endpoint.vpc !== vpc || !endpoint.privateDns || name === undefined) continue
      zones.push(name)
      hosts.push(...endpointPorts(world, endpoint.id).map(({ address }) => `${address} ${name}`))
    }
  return { hosts, zones }
}

/** What anybody may look up: services, drawn hosts, and the endpoints' own names. */
function publicRecords(world: World): readonly string[] {
  const lines = Object.entries(SERVICE_ADDRESSES).map(([name, address]) => `${address} ${name}`)
  for (const address of s3Addresses(world)) lines.push(`${address} ${S3_NAME}`)
  for (const { hostNames, addresses } of world.all('internet-host'))
    for (const name of hostNames) lines.push(...addresses.map((address) => `${address} ${name}`))
  for (const { id, dnsLabel, service } of world.all('interface-endpoint')) {
    const name = SERVICE_NAMES[service]
    if (name === undefined || dnsLabel === null) continue
    const rest = name.replace('.amazonaws.com', '.vpce.amazonaws.com')
    for (const { address, subnet } of endpointPorts(world, id)) {
      const { zoneName } = world.one('availability-zone', world.zoneOf(subnet))
      lines.push(`${address} ${dnsLabel}.${rest}`, `${address} ${dnsLabel}-${zoneName}.${rest}`)
    }
  }
  return lines
}

/** Of S3's thousands of addresses: the ends of its blocks, and both sides of every edge that a block of the design draws through them. */
export function s3Addresses(world: World): readonly string[] {
  const list = world.all('prefix-list').some(({ listName }) => listName === S3_LIST) ? blocksOf(world, S3_LIST) : []
  const drawn = JSON.stringify([
    world.all('route-table'),
    world.all('network-acl'),
    world.all('security-group'),
    world.all('prefix-list'),
  ])
  const edges = [...new Set(drawn.match(/\d+\.\d+\.\d+\.\d+\/\d+/g))].map(endsOf)
  const found = edges
    .flatMap(([first, last]) => [first - 1, first, last, last + 1])
    .filter((one) => one >= 0)
    .map(textOf)
    .filter((address) => list.some((cidr) => isWithin(cidr, address)))
  return [...new Set(found)]
}
