import { formatAddress, isIp4 } from '../net/address.ts'
import { isPublicName, isTakenToExist } from './dns/isPublicName.ts'
import { publicClasses } from './dns/publicClasses.ts'
import { atAddress } from './resolveDestination.ts'
import type { Recorder } from './travel/recorder.ts'
import type { Branch } from './verdict.ts'
import { type BranchInput, walkBranch } from './walkBranch.ts'

/**
 * What becomes of a request for a public name whose addresses nobody knows: where every class of public addresses is lost in the same way, or is
 * reached in the same way, that is what the caller sees, whatever the address is. null where it depends on the address, or anything else is not known.
 */
export function fareAnywhere(input: BranchInput): Branch | null {
  const { topology, caller, resolution, recorder } = input
  const { name, lookup } = resolution
  if (
    caller === null ||
    name === null ||
    lookup === null ||
    caller.subnet.vpc.site !== 'vpc' ||
    !isPublicName(topology, name, lookup)
  )
    return null
  if (caller.gaps.address || caller.gaps.address6) return null
  const own = publicClasses(topology, caller.subnet).filter(
    (address) => (isIp4(address) ? caller.address : caller.address6) !== null,
  )
  const [first, ...others] = own.map((address) => atAddress(topology, address).destinations[0]!)
  if (!first) return null
  const walk = (destination: typeof first, told: Recorder | null) =>
    walkBranch({ ...input, destination, recorder: told })
  const expected = fareOf(walk(first, null), name)
  if (expected === null || others.some((one) => fareOf(walk(one, null), name) !== expected)) return null
  const branch = walk(first, recorder)
  const values = { name, standsIn: `${formatAddress(first.address)} stands for it` }
  return {
    ...branch,
    to: '',
    assumptions: [...branch.assumptions, { code: 'ASSUMED_PUBLIC_ADDRESS', at: null, values }],
  }
}

/** What the caller sees of a way: what goes wrong, or where it leads through. A name that may not exist is not taken to be reached. */
function fareOf({ kind, path, via, blockers }: Branch, name: string): string | null {
  if (kind === 'fails') return blockers[0]?.symptom ?? null
  return kind === 'succeeds' && isTakenToExist(name) ? [path, ...via].join(' ') : null
}
