import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { freeNumberAbove } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 API, CreateNetworkAclEntry. */
export const duplicateAclNumber: Check = {
  id: 'duplicate-acl-number',
  severity: 'error',
  title: 'Two rules of one number in a network ACL',
  why: 'In each direction of a network ACL a number stands for one rule.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  *find({ design }) {
    for (const acl of listOfKind(design, 'network-acl'))
      for (const direction of ['ingress', 'egress'] as const) {
        const firstOf = new Map<number, number>()
        for (const [i, entry] of acl[direction].entries()) {
          const first = firstOf.get(entry.number)
          if (first === undefined) {
            firstOf.set(entry.number, i)
            continue
          }
          const free = freeNumberAbove(acl[direction], entry.number)
          yield {
            at: [place(acl.id, direction, i), place(acl.id, direction, first)],
            message: `The ${called(design, acl.id)} has two ${direction === 'ingress' ? 'inbound' : 'outbound'} rules ${entry.number}.`,
            awsError: `NetworkAclEntryAlreadyExists: The network acl entry identified by ${entry.number} already exists.`,
            fixes:
              free === null
                ? []
                : [
                    {
                      title: `Give the second one number ${free}`,
                      safety: 'review',
                      edits: [
                        change('network-acl', acl.id, {
                          [direction]: acl[direction].with(i, { ...entry, number: free }),
                        }),
                      ],
                    },
                  ],
          }
        }
      }
  },
  examples: { bad: () => example(100), good: () => example(110) },
}

const example = (second: number) =>
  buildDesign((b) => {
    b.networkAcl(b.vpc(), {
      ingress: [
        [100, 'allow', 'tcp', 443, '10.0.0.0/8'],
        [second, 'allow', 'tcp', 80, '10.0.0.0/8'],
      ],
      egress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
    })
  })
