/** What the source tags of the catalogue stand for, with the date of each. */
export const sources: Readonly<Record<string, string>> = {
  P26: 'AWS PrivateLink guide, 2026 edition: the list of service names, and API output shown there',
  P22: 'AWS PrivateLink guide, 2022 edition',
  LAB: 'describe-vpc-endpoint-services of real accounts in us-east-1 and us-west-1, recorded in 2020',
  MO: 'AWS public infrastructure parameters (Systems Manager /aws/service/global-infrastructure) and moto 5.2.1, 2026-05-20',
  BC: 'botocore 1.43.11: endpoints.json, endpoint rule sets, service models, 2026-05-20',
  S26: 'Amazon S3 user guide, read 2026-04-13',
  D26: 'Amazon DynamoDB developer guide, read 2026-04-13',
  A26: 'API Gateway and AppSync guides, read 2026-04-13',
  DE26: 'DNS entries of interface endpoints in us-west-2, as a public repository read them on 2026-09-09',
  EKS26: 'Amazon EKS user guide, interface endpoints, and AWS What’s New of 2026-07-27',
  ORG26: 'AWS Organizations user guide, interface endpoints',
  EX: 'excerpt of another AWS page',
  IPR: 'https://ip-ranges.amazonaws.com/ip-ranges.json, 2026-08-22',
  K: 'recollection, not looked up',
  rule: 'derived from the names of similar services',
}

/** When the lists that are not fetched with a date of their own were made. The guide with the names of services bears none: it tells of December 2025. */
export const listDates = { services: 'early 2026', hosts: '2026-05-20', regions: '2026-05-20' } as const
