/**
 * Ids of AWS's own prefix lists: alike in every account, and one id may be another list in another Region.
 * Source: answers of describe-prefix-lists of 2018 that were published for all Regions of then, and of eu-north-1 since; awscli's examples hold that of us-east-1.
 */
const IDS: Readonly<Record<string, Readonly<Record<'s3' | 'dynamodb', string>>>> = {
  'ap-northeast-1': { s3: 'pl-61a54008', dynamodb: 'pl-78a54011' },
  'ap-northeast-2': { s3: 'pl-78a54011', dynamodb: 'pl-48a54021' },
  'ap-south-1': { s3: 'pl-78a54011', dynamodb: 'pl-66a7420f' },
  'ap-southeast-1': { s3: 'pl-6fa54006', dynamodb: 'pl-67a5400e' },
  'ap-southeast-2': { s3: 'pl-6ca54005', dynamodb: 'pl-62a5400b' },
  'ca-central-1': { s3: 'pl-7da54014', dynamodb: 'pl-4ea54027' },
  'eu-central-1': { s3: 'pl-6ea54007', dynamodb: 'pl-66a5400f' },
  'eu-north-1': { s3: 'pl-c3aa4faa', dynamodb: 'pl-adae4bc4' },
  'eu-west-1': { s3: 'pl-6da54004', dynamodb: 'pl-6fa54006' },
  'eu-west-2': { s3: 'pl-7ca54015', dynamodb: 'pl-b3a742da' },
  'eu-west-3': { s3: 'pl-23ad484a', dynamodb: 'pl-abb451c2' },
  'sa-east-1': { s3: 'pl-6aa54003', dynamodb: 'pl-60a54009' },
  'us-east-1': { s3: 'pl-63a5400a', dynamodb: 'pl-02cd2c6b' },
  'us-east-2': { s3: 'pl-7ba54012', dynamodb: 'pl-4ca54025' },
  'us-west-1': { s3: 'pl-6ba54002', dynamodb: 'pl-6ea54007' },
  'us-west-2': { s3: 'pl-68a54001', dynamodb: 'pl-00a54069' },
}

/** The name of AWS's own prefix list that has an id in a Region, `com.amazonaws.us-east-1.s3`; null for customers' lists and those that are not known. */
export function managedListName(region: string, id: string): string | null {
  const lists = Object.hasOwn(IDS, region) ? IDS[region]! : {}
  const [service] = Object.entries(lists).find(([, own]) => own === id) ?? []
  return service === undefined ? null : `com.amazonaws.${region}.${service}`
}
