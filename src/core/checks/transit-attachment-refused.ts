import { constructOfKind, listOfKind, regionOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

/** Source: transit gateway guide, VPC attachments; the refusal as quoted in awsdocs/aws-transit-gateway-guide issue 13. */
export const transitAttachmentRefused: Check = {
  id: 'transit-attachment-refused',
  severity: 'error',
  title: 'Attachment that a transit gateway does not take',
  why: 'A VPC has one attachment to a transit gateway, in its own Region, with a subnet in each zone that is to use it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *find({ design }) {
    const chooseSubnets = createSubnetChooser(design)
    const firstOf = new Map<string, string>()
    for (const attachment of listOfKind(design, 'transit-gateway-attachment').filter(lives)) {
      const { id, vpc, transitGateway, subnets } = attachment
      const key = `${vpc} ${transitGateway}`
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, id)
      else
        yield {
          at: [place(id, 'transitGateway'), place(first, 'transitGateway')],
          message: `The ${called(design, vpc)} is attached to the ${called(design, transitGateway)} twice.`,
          awsError:
            'DuplicateTransitGatewayAttachment: tgw-… has non-deleted Transit Gateway Attachments with same VPC ID.',
          fixes: removal(design, id),
        }
      const [own, other] = [regionOf(design, vpc)?.code, regionOf(design, transitGateway)?.code]
      if (own !== undefined && other !== undefined && own !== other)
        yield {
          at: [place(id, 'transitGateway'), place(vpc)],
          message: `The ${called(design, vpc)} lies in ${own}, the ${called(design, transitGateway)} in ${other}. A VPC is attached to a gateway of its own Region; gateways of two Regions are peered.`,
          fixes: removal(design, id),
        }
      // where the VPC is not drawn, neither are its subnets
      if (subnets.length === 0 && constructOfKind(design, vpc, 'vpc'))
        yield withoutSubnets(called(design, id), id, [...chooseSubnets(vpc).values()])
    }
  },
  examples: { bad: () => example(2), good: () => example(1) },
}

const withoutSubnets = (name: string, id: string, subnets: readonly string[]): Sighting => ({
  at: [place(id, 'subnets')],
  message: `The ${name} names no subnet. It needs one in each zone that is to use the gateway.`,
  fixes:
    subnets.length === 0
      ? []
      : [
          {
            title: 'Put it into one subnet of each zone',
            safety: 'review',
            edits: [change('transit-gateway-attachment', id, { subnets })],
          },
        ],
})

const example = (attachments: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const gateway = b.transitGateway()
    for (let i = 0; i < attachments; i++) b.attach(vpc, gateway)
  })
