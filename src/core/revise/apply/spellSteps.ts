import { isMembers } from '../items/value.ts'
import type { Path } from '../text/openText.ts'
import type { Step } from './locate.ts'

/** What an instance says of its one interface, where the interface is not written out. Source: CloudFormation reference, AWS::EC2::Instance. */
const OF_INSTANCE: Readonly<Record<string, string>> = {
  SubnetId: 'SubnetId',
  GroupSet: 'SecurityGroupIds',
  PrivateIpAddress: 'PrivateIpAddress',
  Ipv6AddressCount: 'Ipv6AddressCount',
}

/** The way to a property as the template goes it; null where it has no such place. */
export function spellSteps(type: string, steps: readonly Step[], path: Path, root: unknown): readonly Step[] | null {
  if (type !== 'AWS::EC2::Instance' || path[0] !== 'NetworkInterfaces') return steps
  if (isMembers(root) && Object.hasOwn(root, 'NetworkInterfaces')) {
    // one interface is the one that is there, whatever else is said of it
    return path[1] === 0 ? ['NetworkInterfaces', { at: 0 }, ...steps.slice(2)] : steps
  }
  const own = typeof path[2] === 'string' ? OF_INSTANCE[path[2]] : undefined
  return path[1] === 0 && own !== undefined ? [own, ...steps.slice(3)] : null
}
