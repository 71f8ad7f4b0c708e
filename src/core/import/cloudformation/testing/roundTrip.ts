import type { Catalogue } from '../../../aws/index.ts'
import { RESERVED_NAMES } from '../../../export/aws/choices.ts'
import { type ExportRemark, exportDesign } from '../../../export/index.ts'
import { type ExportPlan, planExport } from '../../../export/plan/planExport.ts'
import type { Construct, Design } from '../../../model/index.ts'
import { type Address, formatAddress } from '../../../net/index.ts'
import { compileTopology, type Topology } from '../../../topology/index.ts'
import { importFiles } from '../../importFiles.ts'
import type { ImportReport } from '../../report.ts'

/** A design that was exported and came back. */
export interface RoundTrip {
  readonly before: Topology
  readonly after: Topology
  readonly remarks: readonly ExportRemark[]
  readonly report: ImportReport
  /** What stands in a request, as it is called in the design that came back: an id, an address, a name. */
  renamed(text: string): string
}

/** Exports a design as templates and imports them again, with the parameters that a person would give. */
export function roundTrip(design: Design, catalogue: Catalogue): RoundTrip {
  const { files, remarks } = exportDesign(design, catalogue, 'cloudformation')
  const plan = planExport(design, catalogue, RESERVED_NAMES)
  const parameters: Record<string, string> = {}
  const texts = files.filter(({ path }) => /^template.*\.json$/.test(path))
  const asked = new Set(texts.flatMap(({ text }) => Object.keys(JSON.parse(text).Parameters ?? {})))
  const given = texts.map(({ path, text }, index) => {
    const stack = plan.stacks[index]!
    const tree = JSON.parse(text) as {
      Parameters?: Record<string, { Default?: string }>
      Metadata?: { Hopwise?: Record<string, unknown> }
    }
    for (const [name, { Default }] of Object.entries(tree.Parameters ?? {}))
      if (Default === undefined || Default === '') parameters[name] = givenFor(plan, stack, name)
    // What was drawn with an id of AWS's gets the same one again, unless another stack is given it by its logical id
    const ids = Object.fromEntries(
      stack.parts.flatMap(({ key, construct }) => {
        const id = key === construct.id ? givenIdOf(construct) : null
        const name = stack.names.get(key)!
        return id === null || asked.has(name) ? [] : [[name, id]]
      }),
    )
    const { Design: _, Seal: __, ...own } = tree.Metadata?.Hopwise ?? {}
    const Hopwise = { ...own, Region: stack.regionCode, Account: stack.accountId, ids }
    const bytes = new TextEncoder().encode(JSON.stringify({ ...tree, Metadata: { ...tree.Metadata, Hopwise } }))
    return { path, bytes }
  })
  const imported = importFiles(given, { catalogue, parameters })
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const [before, after] = [compileTopology(design, catalogue), compileTopology(imported.design, catalogue)]
  const names = plan.stacks[0]?.names ?? new Map<string, string>()
  const others = namesOfInterfaces(before, after, names)
  const renamed = (text: string): string => {
    const other =
      others.get(text) ??
      (names.has(text) && imported.design.constructs[names.get(text)!] ? names.get(text) : undefined)
    if (other !== undefined) return other
    const [named, ...more] = Object.values(design.constructs).filter(({ name }) => name === text)
    return named && more.length === 0 ? (names.get(named.id) ?? text) : text
  }
  return { before, after, remarks, report: imported.report!, renamed }
}

/** The id that AWS gave, or would choose. */
function givenIdOf(construct: Construct): string | null {
  if (construct.kind === 'api-gateway-api') return construct.apiId
  if (construct.kind === 'policy-resource') return /:kms:.*:key\/(.+)$/.exec(construct.arn)?.[1] ?? null
  return 'awsId' in construct ? construct.awsId : null
}

/** AWS's own lists by their names; a role of another stack by its ARN; all else that another makes by its logical id, which is its id. */
function givenFor(plan: ExportPlan, stack: ExportPlan['stacks'][number], name: string): string {
  const list = [...stack.managedLists].find(([key]) => stack.names.get(key) === name)?.[1]
  if (list !== undefined) return list
  for (const { parts, names, accountId } of plan.stacks)
    for (const { key, construct } of parts) {
      if (key !== construct.id || names.get(key) !== name) continue
      if (construct.kind === 'iam-role') return `arn:aws:iam::${accountId}:role${construct.path}${construct.roleName}`
      return name
    }
  return name
}

/** Addresses and names of what AWS gives both, in the one design and in the other. */
function namesOfInterfaces(
  before: Topology,
  after: Topology,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const put = (one: Address | null, other: Address | null) => {
    if (one !== null && other !== null) found.set(formatAddress(one), formatAddress(other))
  }
  for (const [owner, enis] of before.enisOf)
    for (const [index, eni] of enis.entries()) {
      const other = after.enisOf.get(names.get(owner) ?? '')?.[index]
      if (!other) continue
      put(eni.address, other.address)
      put(eni.address6, other.address6)
      put(eni.publicAddress, other.publicAddress)
    }
  for (const [id, endpoint] of before.endpoints) {
    const other = after.endpoints.get(names.get(id) ?? '')
    if (!other) continue
    found.set(endpoint.regionalName, other.regionalName)
    const zonal = [...other.zonalNames.keys()]
    for (const [index, name] of [...endpoint.zonalNames.keys()].entries()) found.set(name, zonal[index] ?? name)
  }
  for (const [id, { dnsName }] of before.balancers) {
    const other = after.balancers.get(names.get(id) ?? '')
    if (other) found.set(dnsName, other.dnsName)
  }
  return found
}
