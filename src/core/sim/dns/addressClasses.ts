import { type Address, addOffset, isIp4 } from '../../net/address.ts'
import { type Block, contains, covers, sizeOf } from '../../net/block.ts'
import type { FilterEntry, VpcNet } from '../../topology/topology.ts'
import { lookUpRoute } from '../forward/lookUpRoute.ts'

/**
 * A name of S3 stands for thousands of addresses. Two of them that every route table and every filter of the VPC treats alike
 * are one class; this answers with one address of each class, in address order, so that walking them walks all.
 * `except` are ranges inside `ranges` that belong to other services.
 */
export function representativeAddresses(
  ranges: readonly Block[],
  except: readonly Block[],
  vpc: VpcNet | null,
): readonly Address[] {
  if (vpc === null) return ranges.length > 0 ? [firstHost(ranges[0]!)] : []
  const entries = filterEntries(vpc)
  const cuts = [
    ...entries.flatMap((entry) => entry.blocks),
    ...vpc.tables.flatMap((table) => [...table.routes4, ...table.routes6].map((route) => route.block)),
    ...except,
  ]
  const seen = new Set<string>()
  const found: Address[] = []
  for (const range of ranges) {
    for (const address of breakpoints(range, cuts)) {
      if (except.some((block) => contains(block, address))) continue
      const signature = signatureOf(address, vpc, entries)
      if (seen.has(signature)) continue
      seen.add(signature)
      found.push(address)
    }
  }
  return found
}

/** The addresses at which anything can change inside `range`: its start, and the start and the end of every cut in it. Hosts come before bases, because they read more like addresses. */
function breakpoints(range: Block, cuts: readonly Block[]): readonly Address[] {
  const points = [firstHost(range), range.base]
  for (const cut of cuts) {
    if (cut.length <= range.length || !covers(range, cut)) continue
    points.push(firstHost(cut), cut.base)
    const after = nextAfter(cut)
    if (after !== null) points.push(addOffset(after, 1), after)
  }
  return points.filter((point) => contains(range, point))
}

const firstHost = (block: Block): Address => (sizeOf(block) > 1 ? addOffset(block.base, 1) : block.base)

function nextAfter(block: Block): Address | null {
  if (!isIp4(block.base)) return null // IPv6 lists are never cut so finely that it matters
  const next = block.base + sizeOf(block)
  return next > 0xffffffff ? null : next
}

const filterEntries = (vpc: VpcNet): readonly FilterEntry[] =>
  [...vpc.groups, ...vpc.acls]
    .flatMap((list) => [...list.ingress, ...list.egress])
    .filter((entry) => entry.blocks.length > 0 && entry.blocks.some((block) => block.length > 0))

/** Which route wins in each table (by what put it there, so that the entries of one list count as one), and which filter entries match. */
function signatureOf(address: Address, vpc: VpcNet, entries: readonly FilterEntry[]): string {
  let signature = ''
  for (const table of vpc.tables) {
    const route = lookUpRoute(table, address)
    signature +=
      route === null
        ? '-|'
        : `${route.origin ? `${route.origin.construct}.${route.origin.path.join('.')}` : route.label}|`
  }
  for (let i = 0; i < entries.length; i++)
    if (entries[i]!.blocks.some((block) => contains(block, address))) signature += `${i},`
  return signature
}
