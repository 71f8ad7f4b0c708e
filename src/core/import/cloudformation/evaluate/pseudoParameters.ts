import { hexOf } from '../../../base/hash.ts'
import { partitionOf } from '../partitionOf.ts'
import { type Frame, NO_VALUE, type Value } from './frame.ts'

/** What CloudFormation itself says of a stack. Source: AWS CloudFormation Template Reference, pseudo parameters. */
export const pseudoParameters: Readonly<Record<string, (frame: Frame) => Value>> = {
  'AWS::AccountId': ({ account }) => account,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': ({ region }) => partitionOf(region).name,
  'AWS::Region': ({ region }) => region,
  'AWS::StackId': (frame) => {
    const { account, region, stackName } = frame
    const id = hexOf(`${frame.prefix}${stackName}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    return `arn:${partitionOf(region).name}:cloudformation:${region}:${account}:stack/${stackName}/${id}`
  },
  'AWS::StackName': ({ stackName }) => stackName,
  'AWS::URLSuffix': ({ region }) => partitionOf(region).suffix,
}
