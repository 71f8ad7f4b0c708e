import { allExamples } from '../../src/core/export/testing/allExamples.ts'
import { type Construct, type Design, parseDesignValue } from '../../src/core/model/index.ts'
import { templates } from '../../src/core/templates/index.ts'
import { drawDesign } from '../kernel/draw/drawDesign.ts'
import { motoExamples } from '../moto/motoExamples.ts'

/** A design that is tried, and where it is from. */
export interface Tried {
  readonly name: string
  readonly from: 'gallery' | 'family' | 'seed'
  readonly load: () => Promise<Design>
}

const lazy =
  (from: Tried['from']) =>
  ([name, make]: readonly [string, () => Design]): Tried => ({
    name,
    from,
    load: async () => make(),
  })

/** Every template of the gallery. */
const gallery: readonly Tried[] = templates.map(({ id, load }) => ({ name: id, from: 'gallery', load }))

/** One small design or more for each family of constructs: what is small tells best what is wrong. */
const families: readonly Tried[] = [...Object.entries(motoExamples), ...allExamples].map(lazy('family'))

/** A random network that AWS would take. */
export const seeded = (seed: number): Tried => ({
  name: `seed-${seed}`,
  from: 'seed',
  load: async () => asDeployable(withoutIpv6(drawDesign(seed))),
})

/**
 * As a deployment can make it: routes whose target is gone and connections that wait are left to time, AWS chooses public addresses, and
 * nothing is installed on what was just made. moto starts no tasks and knows no image of Windows: services of ECS are instances here, and all
 * of them run Linux.
 */
const asDeployable = (design: Design): Design => ({
  ...design,
  constructs: Object.fromEntries(Object.entries(design.constructs).map(([id, one]) => [id, deployable(one)])),
})

function deployable(one: Construct): Construct {
  if (one.kind === 'route-table') return { ...one, routes: one.routes.filter(({ target }) => target !== 'blackhole') }
  if (one.kind === 'peering-connection') return { ...one, state: 'active' }
  if (one.kind === 'transit-gateway-attachment' || one.kind === 'transit-gateway-peering')
    return { ...one, state: 'available' }
  if (one.kind !== 'client') return one
  const interfaces = one.interfaces.map((each) => ({
    ...each,
    publicIp: each.publicIp === 'none' ? each.publicIp : 'auto',
  }))
  return {
    ...one,
    interfaces,
    listens: null,
    operatingSystem: 'linux',
    runtime: one.runtime === 'ecs' ? 'ec2' : one.runtime,
  }
}

/** moto chooses IPv6 blocks by chance, as AWS does, so that no answer can be compared: what is drawn of them is left out. */
function withoutIpv6(design: Design): Design {
  const isSix = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((one) => (typeof one === 'string' ? /:.*:/.test(one) && !/^arn:/.test(one) : isSix(one)))
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((one) => typeof one !== 'string' || !/::/.test(one)).map(plain)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (/^ipv6(Cidrs?)?$/.test(key)) return [key, Array.isArray(member) ? [] : null]
        const isList = ['routes', 'ingress', 'egress', 'entries'].includes(key) && Array.isArray(member)
        return [key, plain(isList ? member.filter((one) => !isSix(one)) : member)]
      }),
    )
  }
  const kept = Object.values(design.constructs).filter(
    (one) => one.kind !== 'egress-only-internet-gateway' && !(one.kind === 'internet-host' && isSix(one)),
  )
  const result = parseDesignValue({ ...design, constructs: kept.map(plain), layout: {} })
  if (!result.ok) throw new Error(`${design.title}: ${JSON.stringify(result.problems)}`)
  return result.design
}

/** What stands for the rest where time is short, beside one random design and one in an environment. */
const SHORT: ReadonlySet<string> = new Set(['nat-to-internet'])

/** All designs and `seeds` random ones from `seed` on, or those that stand for them. */
export const designsFor = (isShort: boolean, seeds: number, seed: number): readonly Tried[] => [
  ...[...gallery, ...families].filter(({ name }) => !isShort || SHORT.has(name)),
  ...Array.from({ length: seeds }, (_, n) => seeded(seed + n)),
]

/** All designs that are linted, deployed or not: that takes little time. */
export const everyDesign: readonly Tried[] = [...gallery, ...families]
