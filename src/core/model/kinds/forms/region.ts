import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of a Region. */
export const regionForm: Form<ConstructOf<'region'>> = {
  summary: 'A geographic area of AWS. VPCs, public services, buckets and tables lie in one.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
  fields: [
    {
      key: 'code',
      label: 'Region',
      input: 'region',
      help: 'Names of zones and services in it begin with or contain this code.',
    },
  ],
}
