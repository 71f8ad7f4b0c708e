/** What things that carry policies are called, and what stands before their names in an ARN. Source: Service Authorization Reference, resource types. */
export const RESOURCE_SHAPES: Readonly<
  Record<string, { readonly title: string; readonly noun: string; readonly before: string }>
> = {
  sqs: { title: 'SQS queue', noun: 'an SQS queue', before: '' },
  sns: { title: 'SNS topic', noun: 'an SNS topic', before: '' },
  kms: { title: 'KMS key', noun: 'a KMS key', before: 'key/' },
  secretsmanager: { title: 'Secret', noun: 'a secret', before: 'secret:' },
  lambda: { title: 'Lambda function', noun: 'a Lambda function', before: 'function:' },
  ecr: { title: 'ECR repository', noun: 'an ECR repository', before: 'repository/' },
  events: { title: 'Event bus', noun: 'an event bus', before: 'event-bus/' },
}

/** `arn:aws:sqs:us-east-1:111122223333:orders`. `like`: an ARN whose partition, Region and account are kept. */
export function resourceArn(service: string, name: string, like: string): string {
  const [, partition = 'aws', , region = '', account = ''] = like.split(':')
  return `arn:${partition}:${service}:${region}:${account}:${RESOURCE_SHAPES[service]?.before ?? ''}${name}`
}

/** Service and name of an ARN of one of these shapes; null for all others. */
export function readResourceArn(arn: string): { readonly service: string; readonly name: string } | null {
  const [, , service = '', , , ...rest] = arn.split(':')
  const shape = Object.hasOwn(RESOURCE_SHAPES, service) ? RESOURCE_SHAPES[service] : undefined
  const what = rest.join(':')
  return shape && what.startsWith(shape.before) ? { service, name: what.slice(shape.before.length) } : null
}
