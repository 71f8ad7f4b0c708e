import type { AccessRequest, Design } from '../../../src/core/model/index.ts'
import { readDesign } from '../plan/readDesign.ts'
import { S3_NAME, SERVICE_NAMES } from '../plan/services.ts'
import { createDice } from './dice.ts'

/** Ports that are asked for: none above 1023, so that an answer is told by its port. */
export const ASKED = [443, 80, 22]

/** Requests that make sense in the design: between its own, to the internet, from there, and by name. */
export function drawRequests(design: Design, seed: number, count: number): readonly AccessRequest[] {
  const dice = createDice(seed + 7_000_000)
  const world = readDesign(design)
  const clients = world.all('client').map(({ id }) => id)
  const inside = world.ports.map(({ address }) => address)
  const outside = world.ports.flatMap(({ publicAddress }) => publicAddress ?? [])
  const names = [
    ...world.all('internet-host').flatMap(({ hostNames }) => hostNames),
    S3_NAME,
    ...Object.values(SERVICE_NAMES),
    ...endpointNames(design),
  ]
  const homeOf = (id: string) => world.ports.find(({ owner }) => owner === id)?.vpc
  const six = (of: (vpc: string) => boolean) => world.ports.flatMap((one) => (of(one.vpc) ? (one.address6 ?? []) : []))
  const far6 = ['2001:db8:f::9', '2a00:1450::1', '2600:1f10:0:1::99']
  const far = ['8.8.8.8', '203.0.113.9', '203.0.113.77', '9.9.9.9', '10.0.9.9', '10.9.9.9']
  const found = new Map<string, AccessRequest>()
  for (let tries = 0; found.size < count && tries < count * 20; tries++) {
    const fromInside = dice.chance(0.85)
    const from = fromInside ? dice.pick(clients) : dice.pick(['internet', 'internet:203.0.113.77', 'host'])
    const near = world.ports
      .filter(({ vpc, role }) => role !== 'nat' && vpc === homeOf(from))
      .map(({ address }) => address)
    const others = world.ports
      .filter(({ vpc, role }) => role !== 'nat' && vpc !== homeOf(from))
      .map(({ address }) => address)
    const has6 = world.ports.some(({ owner, address6 }) => owner === from && address6 !== null)
    const others6 = six((vpc) => vpc !== homeOf(from))
    const across = others.length > 0 ? others : inside
    const to = fromInside
      ? dice.pick([
          dice.pick(near),
          dice.pick(across),
          dice.pick(across),
          dice.pick(inside),
          dice.pick(names),
          dice.pick([...outside, ...far]),
          ...(has6 || dice.chance(0.1)
            ? [
                dice.pick([...six((vpc) => vpc === homeOf(from)), ...far6]),
                ...[1, 2, 3].map(() => dice.pick(others6.length > 0 ? others6 : far6)),
              ]
            : []),
        ])
      : dice.pick([...six(() => true), ...outside, ...outside, ...outside, ...outside, ...inside.slice(0, 1)])
    const protocol = dice.chance(0.25) ? 'udp' : 'tcp'
    const request: AccessRequest = { from, to, protocol, port: dice.pick([443, 443, 443, 443, 80, 22]) }
    found.set(JSON.stringify(request), request)
  }
  return [...found.values()]
}

function endpointNames(design: Design): readonly string[] {
  const world = readDesign(design)
  return world.all('interface-endpoint').flatMap(({ id, service, dnsLabel }) => {
    const rest = SERVICE_NAMES[service]!.replace('.amazonaws.com', '.vpce.amazonaws.com')
    const zones = world.ports
      .filter(({ owner }) => owner === id)
      .map(({ subnet }) => world.one('availability-zone', world.zoneOf(subnet)).zoneName)
    return [`${dnsLabel}.${rest}`, ...zones.map((zone) => `${dnsLabel}-${zone}.${rest}`)]
  })
}
