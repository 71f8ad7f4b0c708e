import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an Availability Zone. */
export const availabilityZoneForm: Form<ConstructOf<'availability-zone'>> = {
  summary:
    'One of the separate locations of a Region. A subnet lies in exactly one; an interface endpoint takes one subnet in each.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
  fields: [
    {
      key: 'zoneName',
      label: 'Zone name',
      input: 'zone-name',
      help: 'Such as us-east-1a. Which physical zone that is depends on the account.',
    },
  ],
}
