import { groupRules } from './filters.ts'
import { addLink, addPlace, addRules, addSpace, dropAt, type Lab, type Listener, type Space, spaceOf } from './lab.ts'
import { type Port, resolverOf } from './readDesign.ts'

const FILTER = (hook: string) => `type filter hook ${hook} priority filter; policy accept`

/** One namespace for every interface, behind the router of its VPC. */
export function planHosts(lab: Lab): void {
  for (const port of lab.world.ports) {
    const space = addSpace(lab, port.space, port.role === 'nat')
    addLink(lab, space, 'eth0', spaceOf(lab, port.vpc), port.device)
    space.ip.push(`addr add ${port.address}/32 dev eth0`, 'route add default dev eth0')
    if (port.address6 !== null)
      space.ip6.push(`addr add ${port.address6}/128 dev eth0 nodad`, 'route add default dev eth0')
    if (port.role === 'nat') planNatGateway(lab, space, port)
    else planInterface(lab, space, port)
  }
}

/** Its security groups are the stateful filter at its door; what follows them is what the owner takes. */
function planInterface(lab: Lab, space: Space, port: Port): void {
  const { world } = lab
  const denied = [...new Set(port.groups)]
  const resolvers = `{ 169.254.169.253, ${resolverOf(world.one('vpc', port.vpc).cidrs[0]!)} }`
  addRules(
    space,
    'output',
    [
      'oifname "lo" accept',
      // nothing of the VPC filters questions to Amazon's resolver
      `ip daddr ${resolvers} udp dport 53 accept`,
      'ct state established,related accept',
      ...groupRules(lab, port, 'egress', 'accept'),
      `goto ${dropAt(lab, space, denied)}`,
    ],
    FILTER('output'),
  )
  addRules(
    space,
    'input',
    [
      'iifname "lo" accept',
      'ct state established,related accept',
      ...groupRules(lab, port, 'ingress', 'goto admitted'),
      `goto ${dropAt(lab, space, denied)}`,
    ],
    FILTER('input'),
  )
  planOwner(lab, space, port)
}

function planOwner(lab: Lab, space: Space, port: Port): void {
  const { world } = lab
  if (port.role === 'endpoint') {
    const via = addPlace(lab, space, 'via', [port.owner])
    const arrived = addPlace(lab, space, 'arrived', [port.owner])
    addRules(space, 'admitted', [
      `jump note${via}`,
      `meta l4proto udp goto ${dropAt(lab, space, [port.owner])}`,
      `tcp dport != 443 goto ${dropAt(lab, space, [port.owner])}`,
      `jump note${arrived}`,
      'accept',
    ])
    lab.listeners.push({
      space: space.name,
      address: port.address,
      ports: [443],
      udp: [],
      udpClosed: [],
      owner: port.owner,
    })
    return
  }
  const { runtime, listens } = world.one('client', port.owner)
  for (const address of [port.address, port.address6])
    if (address !== null)
      lab.listeners.push({ space: space.name, address, ...portsIn(lab, listens), owner: port.owner })
  const door =
    // a function can still talk to itself
    runtime === 'lambda'
      ? [`goto ${dropAt(lab, space, [port.owner])}`]
      : [`jump note${addPlace(lab, space, 'arrived', [port.owner])}`, 'accept']
  addRules(space, 'admitted', door)
}

/** What a `listens` opens; null = every port that is asked for. */
export function portsIn(
  { asked }: Lab,
  listens: readonly { readonly protocol: string; readonly port: number }[] | null,
): Pick<Listener, 'ports' | 'udp' | 'udpClosed'> {
  if (listens === null) return { ports: asked, udp: asked, udpClosed: [] }
  const of = (wanted: string) => [
    ...new Set(listens.filter(({ protocol }) => protocol === wanted).map(({ port }) => port)),
  ]
  const udp = of('udp')
  return { ports: of('tcp'), udp, udpClosed: asked.filter((port) => !udp.includes(port)) }
}

/** Translates what is routed through it and answers nothing that is meant for itself. The tries say which port it takes. */
function planNatGateway(lab: Lab, space: Space, port: Port): void {
  const via = addPlace(lab, space, 'via', [port.owner])
  space.sets.push('map natports { type inet_service : inet_service; }')
  addRules(
    space,
    'forward',
    // an answer to something that it never sent out is nobody's
    [`ct state invalid goto ${dropAt(lab, space, ['stray'])}`, `jump note${via}`],
    FILTER('forward'),
  )
  addRules(space, 'input', [`goto ${dropAt(lab, space, [port.owner])}`], FILTER('input'))
  addRules(
    space,
    'translate',
    [
      ...['tcp', 'udp'].map((one) => `${one} sport @natports snat ip to ${port.address} : ${one} sport map @natports`),
      `snat ip to ${port.address}`,
    ],
    'type nat hook postrouting priority srcnat; policy accept',
  )
}
