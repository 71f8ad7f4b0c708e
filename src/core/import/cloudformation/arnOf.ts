import { partitionOf } from './partitionOf.ts'

/** The ARN of something of an account in a Region: `arn:aws:sns:us-east-1:111122223333:topic`. */
export const arnOf = (
  { region, account }: { readonly region: string; readonly account: string },
  service: string,
  what: string,
): string => `arn:${partitionOf(region).name}:${service}:${region}:${account}:${what}`
