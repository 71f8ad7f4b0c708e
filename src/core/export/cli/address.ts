import type { Part } from '../plan/part.ts'
import { byTag, makeOnce, type Step, taggedAs } from './step.ts'

/** An Elastic IP address, of a NAT gateway, a load balancer or a client, or drawn by itself. */
export const address: Step<Part> = {
  create: (part, stack) =>
    makeOnce(stack, part, {
      find: byTag(stack, part, 'Addresses[].AllocationId', 'describe-addresses'),
      operation: 'ec2 allocate-address',
      options: [['--domain', 'vpc'], taggedAs(part, 'elastic-ip')],
      query: 'AllocationId',
    }),
  remove: 'persist InvalidAllocationID.NotFound aws ec2 release-address --region "$region" --allocation-id "$id"',
}
