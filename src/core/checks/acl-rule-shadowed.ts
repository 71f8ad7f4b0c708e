import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { FilterEntry } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { coversEntry, freeNumberBelow } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'

/** Source: VPC guide, network ACL rules: read from the lowest number on, the first match decides. */
export const aclRuleShadowed: Check = {
  id: 'acl-rule-shadowed',
  severity: 'warning',
  title: 'Network ACL rule that never matches',
  why: 'The rules of a network ACL are read from the lowest number on and the first that matches decides. A later rule for traffic that an earlier one covers does nothing.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  *find({ design, topology }) {
    for (const acl of topology.acls.values()) {
      const drawn = acl.id === null ? null : constructOfKind(design, acl.id, 'network-acl')
      if (!drawn) continue
      for (const direction of ['ingress', 'egress'] as const) {
        const entries = drawn[direction]
        const numberOf = (entry: FilterEntry) => entries[indexOf(entry)]!.number
        for (const [i, entry] of acl[direction].entries()) {
          const earlier = acl[direction].slice(0, i).find((one) => coversEntry(one, entry))
          if (!earlier || numberOf(earlier) === numberOf(entry)) continue
          const word = direction === 'ingress' ? 'inbound' : 'outbound'
          const [number, first] = [numberOf(entry), numberOf(earlier)]
          const remove: Fix = {
            title: `Delete ${word} rule ${number}, which changes nothing`,
            safety: 'safe',
            edits: [change('network-acl', drawn.id, { [direction]: entries.toSpliced(indexOf(entry), 1) })],
          }
          yield {
            at: [entry.origin, earlier.origin],
            message: `Rule ${first} of the ${called(design, drawn.id)} (${word}) already ${verb(earlier)} all that rule ${number} ${verb(entry)}, so rule ${number} never matches.`,
            fixes:
              entry.allow === earlier.allow
                ? [remove]
                : [...renumber(drawn.id, direction, entries, entry, first), remove],
          }
        }
      }
    }
  },
  examples: { bad: () => example(100, 200), good: () => example(100, 90) },
}

const indexOf = (entry: FilterEntry): number => entry.origin.path[1] as number
const verb = (entry: FilterEntry): string => (entry.allow ? 'allows' : 'denies')

function renumber(
  id: string,
  direction: 'ingress' | 'egress',
  entries: Parameters<typeof freeNumberBelow>[0],
  entry: FilterEntry,
  before: number,
): readonly Fix[] {
  const number = freeNumberBelow(entries, before)
  if (number === null) return []
  const moved = entries.with(indexOf(entry), { ...entries[indexOf(entry)]!, number })
  const title = `Give it number ${number}, so that it comes before rule ${before}`
  return [{ title, safety: 'review', edits: [change('network-acl', id, { [direction]: moved })] }]
}

const example = (allow: number, deny: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.networkAcl(vpc, {
      ingress: [
        [allow, 'allow', 'all', null, '0.0.0.0/0'],
        [deny, 'deny', 'tcp', 22, '203.0.113.0/24'],
      ],
      egress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
    })
  })
