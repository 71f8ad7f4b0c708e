import type { AccessRequest } from '../../../src/core/model/index.ts'
import type { Dial, Dialled, Helper, LookUp } from '../lab/helper.ts'
import type { RaisedLab, Sightings } from '../lab/raiseLab.ts'
import type { Place } from '../plan/lab.ts'
import { INTERNET } from '../plan/planInternet.ts'
import { isSix, type Port, resolverOf, type World } from '../plan/readDesign.ts'
import { createPortPool, type PortPool } from './ports.ts'

/** How one connection ended. */
export interface End {
  readonly how: 'answered' | 'refused' | 'lost' | 'nameless'
  readonly from: string
  readonly to: string
  readonly sport: number
  readonly natPort: number | null
  /** Who answered. */
  readonly by: string | null
  /** Gateways and endpoints that the request passed. */
  readonly via: readonly string[]
  /** Where it was lost: the constructs of which one decides there; null where the kernel does not tell. */
  readonly lostAt: readonly string[] | null
  readonly leg: 'lookup' | 'request' | 'reply' | null
}

/** One who asks: the namespace and the address from which. */
interface Asker {
  readonly space: string
  readonly address: string
  readonly address6: string | null
  readonly opens: readonly [number, number]
  readonly port: Port | null
}
interface Try extends Dial {
  readonly request: number
  readonly natPort: number | null
}

/** Tries every request for real: from each interface that may ask, to each address, from a port of each class. */
export async function tryRequests(
  raised: RaisedLab,
  helper: Helper,
  requests: readonly AccessRequest[],
  patience: number,
): Promise<readonly (readonly End[])[]> {
  const { lab, nameOf } = raised
  const pool = createPortPool(lab.world)
  const asked = requests.map((request) => ({ request, askers: askersOf(lab.world, request.from) }))
  const names = await lookUpNames(raised, helper, pool, asked, patience)
  const tries: Try[] = []
  const nameless: End[][] = requests.map(() => [])
  for (const [number, { request, askers }] of asked.entries())
    for (const asker of askers) {
      const addresses = isAddress(request.to)
        ? [request.to]
        : (names.get(`${asker.address} ${asker.space} ${request.to}`) ?? [])
      if (addresses.length === 0) nameless[number]!.push(unnamed(asker, request.to))
      for (const to of addresses)
        if (isSix(to) && asker.address6 === null) nameless[number]!.push(without6(asker, to))
        else tries.push(...triesOf(lab.world, pool, { number, request, asker, to, space: nameOf(asker.space) }))
    }
  await sayNatPorts(raised, tries)
  const ends = await helper.dial(tries, patience)
  const seen = await raised.readPlaces()
  return requests.map(({ to }, number) => [
    ...nameless[number]!,
    ...tries.flatMap((one, i) =>
      one.request === number ? [meet(endOf(lab.places, seen, one, ends[i]!), ownerOf(lab.world, to))] : [],
    ),
  ])
}

/** The endpoint whose own name is asked for; null where the name is of nobody's in particular. */
const ownerOf = (world: World, name: string): string | null =>
  world
    .all('interface-endpoint')
    .find(({ dnsLabel }) => dnsLabel !== null && (name.startsWith(`${dnsLabel}.`) || name.startsWith(`${dnsLabel}-`)))
    ?.id ?? null

/** In the asker's network somebody else may have the address that a name leads to: a connection to him is none to who was meant. */
const meet = (end: End, wanted: string | null): End =>
  end.how === 'answered' && wanted !== null && end.by !== wanted
    ? { ...end, how: 'lost', lostAt: [end.by ?? ''], leg: 'request' }
    : end

const isAddress = (text: string): boolean => isSix(text) || /^\d+\.\d+\.\d+\.\d+$/.test(text)

const unnamed = ({ address }: Asker, to: string): End => ({
  ...{ how: 'nameless', from: address, to, sport: 0, natPort: null },
  ...{ by: null, via: [], lostAt: null, leg: 'lookup' },
})

/** Who has no address of the family sends nothing. */
const without6 = ({ address }: Asker, to: string): End => ({
  ...{ how: 'lost', from: address, to, sport: 0, natPort: null },
  ...{ by: null, via: [], lostAt: null, leg: null },
})

function askersOf(world: World, from: string): readonly Asker[] {
  if (from.startsWith('internet'))
    return [
      {
        ...{ space: INTERNET, address: from.split(':')[1] ?? '8.8.8.8', opens: [1024, 65535], port: null },
        address6: from === 'internet' ? '2001:4860:4860::8888' : null,
      },
    ]
  const host = world.all('internet-host').findIndex(({ id }) => id === from)
  if (host >= 0) {
    const { addresses } = world.all('internet-host')[host]!
    const of = (six: boolean) => addresses.find((one) => isSix(one) === six)
    return [{ space: `far${host}`, address: of(false)!, address6: of(true) ?? null, opens: [1024, 65535], port: null }]
  }
  const own = world.ports.filter(({ owner }) => owner === from)
  // a function uses any of its interfaces, everything else its primary one
  return (world.one('client', from).runtime === 'lambda' ? own : own.slice(0, 1)).map((port) => ({
    ...{ space: port.space, address: port.address, address6: port.address6, opens: port.opens, port },
  }))
}

interface TryInput {
  readonly number: number
  readonly request: AccessRequest
  readonly asker: Asker
  readonly to: string
  readonly space: string
}

function triesOf(world: World, pool: PortPool, { number, request, asker, to, space }: TryInput): readonly Try[] {
  const hasNat = world.all('nat-gateway').length > 0 && asker.port !== null && !isSix(to)
  const protocol = request.protocol === 'udp' ? ('udp' as const) : ('tcp' as const)
  const base = {
    request: number,
    protocol,
    space,
    source: isSix(to) ? asker.address6! : asker.address,
    to,
    port: request.port!,
  }
  const flows = flowsOf(world)
  if (!hasNat)
    return flows.flatMap((flow) =>
      pool.oneOfEach(...asker.opens, flow).map((sport) => ({ ...base, sport, natPort: null })),
    )
  // how many classes there are, not which ports: each try gets ports of its own
  const classes = pool.oneOfEach(1024, 65535, 0).length
  return flows.flatMap((flow) =>
    flows.flatMap((natFlow) =>
      Array.from({ length: classes }, (_, nat) => {
        const sports = pool.oneOfEach(...asker.opens, flow)
        return sports.map((sport) => ({ ...base, sport, natPort: pool.oneOfEach(1024, 65535, natFlow)[nat]! }))
      }).flat(),
    ),
  )
}

/** The kinds of flows that have to be tried: two where a transit gateway picks by them. */
const flowsOf = (world: World): readonly number[] =>
  world.all('transit-gateway-attachment').some(({ applianceMode }) => applianceMode) ? [0, 1] : [0]

/** Tells every NAT gateway which port to take for which try. */
async function sayNatPorts({ lab, addRuleset }: RaisedLab, tries: readonly Try[]): Promise<void> {
  const pairs = tries.flatMap(({ sport, natPort }) => (natPort === null ? [] : [`${sport} : ${natPort}`]))
  if (pairs.length === 0) return
  const text = `add element inet hop natports { ${pairs.join(', ')} }\n`
  for (const port of lab.world.ports) if (port.role === 'nat') await addRuleset(port.space, text)
}

type Asked = { readonly request: AccessRequest; readonly askers: readonly Asker[] }

/** What each asker's name server says of the names that it asks for; where the answer depends on the asker's port, any port that gets one will do. */
async function lookUpNames(
  { lab: { world }, nameOf }: RaisedLab,
  helper: Helper,
  pool: PortPool,
  asked: readonly Asked[],
  patience: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const list: (LookUp & { readonly key: string })[] = []
  const keys = new Set<string>()
  for (const { request, askers } of asked)
    for (const { space, address, opens, port } of isAddress(request.to) ? [] : askers) {
      const key = `${address} ${space} ${request.to}`
      if (keys.has(key)) continue
      keys.add(key)
      const vpc = port && world.one('vpc', port.vpc)
      const own = vpc?.dhcpDnsServers?.[0] ?? '169.254.254.1'
      const server = vpc && own === 'AmazonProvidedDNS' ? resolverOf(vpc.cidrs[0]!) : own
      const inside = space === INTERNET || port !== null
      const source = space === INTERNET ? '169.254.254.1' : address
      if (!inside) throw new Error(`${request.from} asks no name server`)
      for (const sport of flowsOf(world).flatMap((flow) => pool.oneOfEach(...opens, flow)))
        list.push({ key, space: nameOf(space), source, sport, server, name: request.to })
    }
  const answers = await helper.lookUp(list, patience)
  const found = new Map<string, readonly string[]>()
  for (const [i, { key }] of list.entries()) {
    const answer = answers[i]
    if (answer && !found.has(key)) found.set(key, answer)
  }
  return found
}

/** What the places say of one try. */
function endOf(
  places: readonly Place[],
  seen: Sightings,
  { source, to, sport, natPort }: Try,
  { how, by }: Dialled,
): End {
  const ids = natPort === null ? [sport] : [sport, natPort]
  const has = (where: Sightings['asked'], { number }: Place) => {
    const set = where.get(number)
    return set !== undefined && ids.some((id) => set.has(id))
  }
  const lostIn = (where: Sightings['asked']) =>
    places.find((one) => one.kind === 'drop' && has(where, one)) ??
    places.find((one) => {
      if (one.kind !== 'route') return false
      const [before, behind] = [where.get(one.number), where.get(one.then!)]
      return ids.some((id) => before?.has(id) && !behind?.has(id))
    })
  const via = places.filter((one) => one.kind === 'via' && has(seen.asked, one)).flatMap(({ at }) => at)
  const base = { how, from: source, to, sport, natPort, by, via: [...new Set(via)].sort() }
  if (how !== 'lost') return { ...base, lostAt: null, leg: null }
  const arrived = places.some((one) => one.kind === 'arrived' && has(seen.asked, one))
  return {
    ...base,
    lostAt: lostIn(arrived ? seen.answered : seen.asked)?.at ?? null,
    leg: arrived ? 'reply' : 'request',
  }
}
