import type { PublicHost } from '../aws/findPublicHost.ts'

const TITLES = { s3: 'Amazon S3', dynamodb: 'DynamoDB' } as const

/** What to call a service and its place in a sentence: `Amazon S3 in us-east-1`, `kinesis-streams in eu-west-1`. */
export function serviceTitle({ service, region, ranges }: PublicHost): string {
  const name = service
    .replace(/^(cn\.)?(com\.amazonaws|aws)\./, '')
    .split('.')
    .filter((label) => label !== region && label !== '{r}')
    .join('.')
  const title = ranges === 'aws' ? name || 'an AWS service' : TITLES[ranges]
  return region === '' ? `${title} in the bucket’s Region` : `${title} in ${region}`
}
