import { rangesOf } from '../../aws/rangesOf.ts'
import { remember } from '../../base/remember.ts'
import { type Block, blockOf } from '../../net/block.ts'
import type { UnlistedBlocks } from '../topology.ts'
import type { Building } from './building.ts'

/**
 * What a list of AWS's whose entries are not published can hold, by its name, as seen from a Region; null for names that are no such list there.
 * Sources: VPC guide, AWS-managed prefix lists; VPC Lattice guide, security groups and managed prefix lists (its addresses are link-local).
 */
export function unlistedBlocks({ catalogue }: Building, name: string, region: string): UnlistedBlocks | null {
  const [, of, six, service] = /^(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\.(ipv6\.)?(.+)$/.exec(name) ?? []
  if (!service || (of !== region && of !== 'global')) return null
  const within =
    service === 'vpc-lattice' ? LATTICE : of === 'global' ? null : publicBlocks(rangesOf(catalogue, region, 'aws'))
  return { service: `com.amazonaws.${of}.${service}`, family: six ? 6 : 4, within }
}

const LATTICE = ['169.254.171.0/24', 'fd00:ec2:80::/64'].flatMap((text) => blockOf(text) ?? [])

const memory = new WeakMap<object, readonly Block[]>()
/** null where nothing is published of the Region. */
const publicBlocks = (texts: readonly string[]): readonly Block[] | null =>
  texts.length === 0 ? null : remember(memory, texts, () => texts.flatMap((text) => blockOf(text) ?? []))
