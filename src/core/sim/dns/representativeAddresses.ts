import { remember } from '../../base/remember.ts'
import { type Address, addOffset, isIp4, sameAddress } from '../../net/address.ts'
import { type Block, contains, covers, lastOf, overlaps, sizeOf } from '../../net/block.ts'
import type { RouteList, VpcNet } from '../../topology/topology.ts'
import { lookUpRoute } from '../travel/lookUpRoute.ts'
import { networksToward } from './networksToward.ts'

/**
 * A name of S3 stands for thousands of addresses. Two of them that every route table and every filter on the way treats alike
 * are one class; this answers with one address of each class, in the order of the ranges, so that walking them walks all.
 * `except` are ranges inside `ranges` that belong to other services.
 */
export function representativeAddresses(
  ranges: readonly Block[],
  except: readonly Block[],
  vpc: VpcNet | null,
): readonly Address[] {
  const { cuts, lists, tables } = findCuts(ranges, vpc)
  const seen = new Set<string>()
  /** Families of which an uncut range has been looked at: nothing tells the addresses of uncut ranges apart. */
  const uncut = new Set<boolean>()
  const found: Address[] = []
  for (const range of ranges) {
    const own = cuts.length === 0 ? cuts : cuts.filter((cut) => overlaps(cut, range))
    const family = isIp4(range.base)
    if (own.length === 0 && uncut.has(family)) continue
    for (const address of breakpoints(range, [...own, ...except])) {
      if (except.some((block) => contains(block, address))) continue
      if (own.length === 0) uncut.add(family)
      const signature = vpc === null ? `${family}` : signatureOf(address, tables, lists)
      if (seen.has(signature)) continue
      seen.add(signature)
      found.push(address)
    }
  }
  return found
}

type Lists = readonly (readonly Block[])[]

/** The blocks of routes and filters that part the ranges, and the filters' lists that hold one of them. A prefix list that many rules name is looked at once. */
function findCuts(
  ranges: readonly Block[],
  vpc: VpcNet | null,
): { readonly cuts: readonly Block[]; readonly lists: Lists; readonly tables: readonly RouteList[] } {
  if (vpc === null) return { cuts: [], lists: [], tables: [] }
  const touches = remember(touchers, ranges, () => createToucher(ranges))
  const { networks, tables } = networksToward(vpc, (block) => block.length === 0 || touches(block))
  const lists = new Set<readonly Block[]>()
  for (const { groups, acls } of networks)
    for (const filter of [...groups, ...acls])
      for (const entry of [...filter.ingress, ...filter.egress]) lists.add(entry.blocks)
  const cutting = [...lists].filter((list) => list.some(touches))
  const cuts = new Set<Block>()
  for (const list of cutting) for (const block of list) if (touches(block)) cuts.add(block)
  for (const table of tables)
    for (const { block } of [...table.routes4, ...table.routes6]) if (touches(block)) cuts.add(block)
  return { cuts: [...cuts], lists: cutting, tables }
}

type Toucher = (block: Block) => boolean
const touchers = new WeakMap<readonly Block[], Toucher>()

/** Tells whether a block shares an address with any of the ranges, and not with all of them as 0.0.0.0/0 does. */
function createToucher(ranges: readonly Block[]): Toucher {
  const intervals = ranges
    .flatMap(({ base, length }) => (isIp4(base) ? [{ from: base, to: base + 2 ** (32 - length) - 1 }] : []))
    .sort((a, b) => a.from - b.from)
  // ranges may nest: the furthest end so far is what counts
  let furthest = -1
  const ends = intervals.map(({ to }) => (furthest = Math.max(furthest, to)))
  const ranges6 = ranges.filter((range) => !isIp4(range.base))
  return (block) => {
    if (block.length === 0) return false
    if (!isIp4(block.base)) return ranges6.some((range) => overlaps(range, block))
    const last = block.base + 2 ** (32 - block.length) - 1
    let [low, high] = [0, intervals.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (intervals[middle]!.from <= last) low = middle + 1
      else high = middle
    }
    return low > 0 && ends[low - 1]! >= block.base
  }
}

/** The addresses at which anything can change inside `range`: its start, and the start and the end of every cut in it. Hosts come before bases, because they read more like addresses. */
function breakpoints(range: Block, cuts: readonly Block[]): readonly Address[] {
  const points = [firstHost(range), range.base]
  const end = lastOf(range)
  for (const cut of cuts) {
    if (cut.length <= range.length || !covers(range, cut)) continue
    points.push(firstHost(cut), cut.base)
    const last = lastOf(cut)
    if (!sameAddress(last, end)) points.push(addOffset(last, 2), addOffset(last, 1))
  }
  return points.filter((point) => contains(range, point))
}

const firstHost = (block: Block): Address => (sizeOf(block) > 1 ? addOffset(block.base, 1) : block.base)

/** Which route wins in each table (by what put it there, so that the entries of one list count as one), and which filter lists hold the address. */
function signatureOf(address: Address, tables: readonly RouteList[], lists: Lists): string {
  let signature = ''
  for (const table of tables) {
    const route = lookUpRoute(table, address)
    signature +=
      route === null
        ? '-|'
        : `${route.origin ? `${route.origin.construct}.${route.origin.path.join('.')}` : route.label}|`
  }
  for (let i = 0; i < lists.length; i++) if (lists[i]!.some((block) => contains(block, address))) signature += `${i},`
  return isIp4(address) ? signature : `6 ${signature}`
}
