import { vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import { type Construct, type ConstructId, constructSchema } from '../../model/kinds/registry.ts'
import { isOfAws } from '../../model/notImported.ts'
import { referencesOf } from '../../model/references.ts'

/** Where a template is deployed. */
interface Place {
  readonly account: string
  readonly region: string
}

/** Kinds that are stood in for, those first that others lie in. */
const KINDS = ['vpc', 'subnet', 'security-group', 'route-table', 'network-acl', 'transit-gateway'] as const
type StandInKind = (typeof KINDS)[number]
const isStandInKind = (kind: ConstructKind): kind is StandInKind => KINDS.includes(kind as StandInKind)

interface Draft {
  readonly kind: ConstructKind
  readonly id: ConstructId
  readonly [field: string]: unknown
}

const REGION = 'stand-in-region'
const ACCOUNT = 'stand-in-account'
const ANY_VPC = 'stand-in-vpc'

/**
 * Designs with something in the place of what a template is only given, such as a VPC that is a parameter: what lies in it would be left out of the
 * export otherwise. All of them get the same, so that it makes no difference between them.
 */
export function withStandIns(designs: readonly Design[], { account, region }: Place): readonly Design[] {
  const lacking = new Map<ConstructId, { readonly kind: StandInKind; readonly vpc: ConstructId | undefined }>()
  for (const design of designs)
    for (const construct of Object.values(design.constructs))
      for (const { to, field } of referencesOf(construct)) {
        const kind = field.kinds.find(isStandInKind)
        if (kind === undefined || !isOfAws(to) || designs.some((one) => Object.hasOwn(one.constructs, to))) continue
        const known = lacking.get(to)
        // one reason may be why several things are not known: the VPC among them counts
        if (known && KINDS.indexOf(known.kind) < KINDS.indexOf(kind)) continue
        lacking.set(to, { kind, vpc: homeOf(design, construct) ?? known?.vpc })
      }
  if (lacking.size === 0) return designs
  const first = designs[0]!.constructs
  const regionId = Object.values(first).find((one) => one.kind === 'region' && one.code === region)?.id ?? REGION
  const accountId =
    Object.values(first).find((one) => one.kind === 'account' && one.accountId === account)?.id ?? ACCOUNT
  const made = new Map<ConstructId, Construct>()
  const make = (construct: Draft) =>
    void made.set(construct.id, constructSchema.parse({ name: construct.id, ...construct }))
  const home = { region: regionId, account: accountId }
  if (regionId === REGION) make({ kind: 'region', id: REGION, code: region })
  if (accountId === ACCOUNT) make({ kind: 'account', id: ACCOUNT, accountId: account })
  const makeVpc = (id: ConstructId) => make({ kind: 'vpc', id, ...home, cidrs: ['100.64.0.0/16'] })
  const sorted = [...lacking].sort(([, a], [, b]) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  for (const [id, { kind, vpc = ANY_VPC }] of sorted) {
    if (kind === 'vpc') makeVpc(id)
    else if (kind === 'transit-gateway') make({ kind, id, ...home })
    else {
      if (vpc === ANY_VPC && !made.has(ANY_VPC)) makeVpc(ANY_VPC)
      const zone = `stand-in-zone-of-${vpc}`.slice(0, 128)
      if (kind !== 'subnet') make({ kind, id, vpc })
      else {
        if (!made.has(zone)) make({ kind: 'availability-zone', id: zone, vpc, zoneName: `${region}a` })
        make({ kind, id, zone, cidr: '100.64.0.0/24' })
      }
    }
  }
  return designs.map((design) => ({ ...design, constructs: { ...Object.fromEntries(made), ...design.constructs } }))
}

/** The VPC that a construct is of, be it there or not; of a client that of its group. */
function homeOf(design: Design, construct: Construct): ConstructId | undefined {
  if ('vpc' in construct && typeof construct.vpc === 'string') return construct.vpc
  const own = vpcOf(design, construct.id)
  if (own) return own.id
  for (const { to } of referencesOf(construct)) {
    const other = design.constructs[to]
    if (other && 'vpc' in other && typeof other.vpc === 'string') return other.vpc
  }
  return undefined
}
