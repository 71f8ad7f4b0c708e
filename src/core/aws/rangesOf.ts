import type { Catalogue } from './catalogue.ts'

/** The public addresses of S3, of DynamoDB, or of the rest of AWS in a Region, as CIDR texts, IPv4 before IPv6; empty for unknown Regions. */
export const rangesOf = (catalogue: Catalogue, region: string, of: 's3' | 'dynamodb' | 'aws'): readonly string[] =>
  catalogue.ranges[region]?.[of] ?? []
