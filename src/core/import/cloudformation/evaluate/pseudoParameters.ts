import { hexOf } from '../../../base/hash.ts'
import { type Frame, NO_VALUE, type Value } from './frame.ts'

/** Beginnings of Region codes whose partition is not `aws`. Source: AWS general reference, ARN partitions; botocore partitions.json. */
const PARTITIONS: readonly (readonly [start: string, partition: string, suffix: string])[] = [
  ['cn-', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
  ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
  ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['eusc-', 'aws-eusc', 'amazonaws.eu'],
]
const partitionOf = (region: string): readonly [string, string] => {
  const [, partition, suffix] = PARTITIONS.find(([start]) => region.startsWith(start)) ?? ['', 'aws', 'amazonaws.com']
  return [partition, suffix]
}

/** What CloudFormation itself says of a stack. Source: AWS CloudFormation Template Reference, pseudo parameters. */
export const pseudoParameters: Readonly<Record<string, (frame: Frame) => Value>> = {
  'AWS::AccountId': ({ account }) => account,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': ({ region }) => partitionOf(region)[0],
  'AWS::Region': ({ region }) => region,
  'AWS::StackId': (frame) => {
    const { account, region, stackName } = frame
    const id = hexOf(`${frame.prefix}${stackName}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    return `arn:${partitionOf(region)[0]}:cloudformation:${region}:${account}:stack/${stackName}/${id}`
  },
  'AWS::StackName': ({ stackName }) => stackName,
  'AWS::URLSuffix': ({ region }) => partitionOf(region)[1],
}
