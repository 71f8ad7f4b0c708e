import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, route table association; the refusal as quoted in terraform-provider-aws issue 16452. */
export const transitAttachmentAssociatedTwice: Check = {
  id: 'transit-attachment-associated-twice',
  severity: 'error',
  title: 'Attachment associated with two route tables',
  why: 'What comes in by an attachment asks the one route table that the attachment is associated with. It may be propagated into any number.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/associate-tgw-route-table.html',
  *find({ design }) {
    const firstOf = new Map<string, { readonly table: string; readonly index: number }>()
    for (const table of listOfKind(design, 'transit-gateway-route-table'))
      for (const [index, attachment] of table.associations.entries()) {
        // a peering is an attachment of either gateway
        const key = `${table.transitGateway} ${attachment}`
        const first = firstOf.get(key)
        if (!first) {
          firstOf.set(key, { table: table.id, index })
          continue
        }
        yield {
          at: [place(table.id, 'associations', index), place(first.table, 'associations', first.index)],
          message:
            first.table === table.id
              ? `The ${called(design, table.id)} lists the ${called(design, attachment)} twice.`
              : `The ${called(design, attachment)} is associated with the ${called(design, first.table)} and with the ${called(design, table.id)}.`,
          awsError:
            'Resource.AlreadyAssociated: Transit Gateway Attachment tgw-attach-… is already associated to a route table.',
          fixes: [
            {
              title: `Take it off the ${called(design, table.id)}`,
              safety: 'review',
              edits: [
                change('transit-gateway-route-table', table.id, {
                  associations: table.associations.toSpliced(index, 1),
                }),
              ],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (twice: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const gateway = b.transitGateway()
    const tables = [b.transitTable(gateway, [], { id: 'shared' }), b.transitTable(gateway, [], { id: 'isolated' })]
    const attachment = b.attach(vpc, gateway, { id: 'attachment' })
    if (twice) b.set<'transit-gateway-route-table'>(tables[1]!, { associations: [attachment] })
  })
