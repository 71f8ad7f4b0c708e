import {
  type AccessRequest,
  applyEdits,
  type Construct,
  type Design,
  parseDesignValue,
  planRemoval,
} from '../../src/core/model/index.ts'
import type { Helper } from './lab/helper.ts'
import { type Tried, tryDesign } from './tryDesign.ts'

/** Disagreements are searched in smaller designs for so long, in milliseconds. */
const TIME = 120_000
const PATIENCE = 1

/** The smallest design found in which the two sides still disagree on the request: constructs are left out, then entries of lists. */
export async function shrink(
  helper: Helper,
  design: Design,
  request: AccessRequest,
  found: Tried,
): Promise<{ readonly design: Design; readonly tried: Tried }> {
  const until = Date.now() + TIME
  let best = { design, tried: found }
  const attempt = async (smaller: Design): Promise<boolean> => {
    if (Date.now() > until) return false
    const tried = await disagreement(helper, smaller, request)
    if (tried === null || !isAlike(tried, found)) return false
    best = { design: smaller, tried }
    return true
  }
  // in halves first, then smaller and smaller parts, until no single construct can go
  const keep = () => Object.keys(best.design.constructs).filter((id) => !isNeeded(best.design.constructs[id]!))
  for (let size = Math.ceil(keep().length / 2); size >= 1; size = size > 1 ? Math.floor(size / 2) : 0) {
    const ids = keep()
    for (let at = 0; at < ids.length; at += size) {
      const left = ids.slice(at, at + size).filter((id) => best.design.constructs[id])
      if (left.length > 0) await attempt(without(best.design, left))
    }
  }
  for (let goes = true; goes && Date.now() < until; ) {
    goes = false
    for (const smaller of shorterLists(best.design))
      if (await attempt(smaller)) {
        goes = true
        break
      }
  }
  return best
}

/** Another disagreement is another matter. */
const isAlike = (one: Tried, other: Tried): boolean =>
  one.verdict.kind === other.verdict.kind && one.outcome.kind === other.outcome.kind

const isNeeded = ({ kind }: Construct): boolean => kind === 'account' || kind === 'region'

const without = (design: Design, ids: readonly string[]): Design => applyEdits(design, planRemoval(design, ids)).design

async function disagreement(helper: Helper, design: Design, request: AccessRequest): Promise<Tried | null> {
  try {
    const [tried] = await tryDesign(helper, design, [request], PATIENCE)
    return tried && tried.differences.length > 0 ? tried : null
  } catch {
    return null // what cannot be built any more is no smaller case
  }
}

/** The design with one entry less in one of its lists, or with one setting at nothing. */
function* shorterLists(design: Design): Iterable<Design> {
  for (const construct of Object.values(design.constructs))
    for (const [field, value] of Object.entries(construct)) {
      if (typeof value === 'string' && ['routeTable', 'networkAcl', 'mainRouteTable'].includes(field))
        yield* changed(design, construct, { [field]: null })
      // without its blocks a VPC is none that AWS would have
      if (!Array.isArray(value) || field === 'cidrs') continue
      for (let i = 0; i < value.length; i++) yield* changed(design, construct, { [field]: value.toSpliced(i, 1) })
    }
}

function* changed(design: Design, construct: Construct, fields: object): Iterable<Design> {
  const constructs = { ...design.constructs, [construct.id]: { ...construct, ...fields } }
  const result = parseDesignValue({ ...design, constructs: Object.values(constructs) })
  if (result.ok) yield result.design
}
