import { constructAt, listConstructs, regionOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { isManagedListName } from '../model/kinds/common.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, AWS-managed prefix lists. */
export const unknownPrefixList: Check = {
  id: 'unknown-prefix-list',
  severity: 'warning',
  title: 'Prefix list whose entries are not known',
  why: 'The entries of AWS’s own lists for S3, DynamoDB, CloudFront, Instance Connect and Route 53 health checks are known here. For any other list, answers that depend on it cannot be told until it is drawn with its entries.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html',
  *find({ design, topology }) {
    for (const { at, list } of usesOfLists(design)) {
      if (constructAt(design, list)?.kind === 'prefix-list') continue
      const region = regionOf(design, at.construct)?.code
      // other texts are references, which the check `dangling-reference` looks at
      if (region === undefined || !isManagedListName(list) || topology.prefixListBlocks(list, region)) continue
      yield {
        at: [at],
        message: `The ${called(design, at.construct)} uses the prefix list ${list}, whose entries are not known. Draw a prefix list of that name to give them.`,
      }
    }
  },
  examples: {
    bad: () => example('com.amazonaws.global.groundstation'),
    good: () => example('com.amazonaws.us-east-1.s3'),
  },
}

function* usesOfLists(design: Design): Iterable<{ readonly at: Origin; readonly list: string }> {
  for (const construct of listConstructs(design)) {
    if (construct.kind === 'route-table' || construct.kind === 'transit-gateway-route-table')
      for (const [i, { destination }] of construct.routes.entries())
        if ('prefixList' in destination)
          yield { at: place(construct.id, 'routes', i, 'destination', 'prefixList'), list: destination.prefixList }
    if (construct.kind === 'security-group')
      for (const direction of ['ingress', 'egress'] as const)
        for (const [i, { peer }] of construct[direction].entries())
          if ('prefixList' in peer)
            yield { at: place(construct.id, direction, i, 'peer', 'prefixList'), list: peer.prefixList }
  }
}

const example = (list: string) =>
  buildDesign((b) => {
    b.securityGroup(b.vpc(), { egress: [['tcp', 443, list]] })
  })
