import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import type { Properties } from '../../import/cloudformation/stack.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Path } from '../text/openText.ts'
import type { Members } from './value.ts'

/** What is made of a design for a template: a resource, or an item of one that may be a resource of its own elsewhere. */
export interface DrawnItem {
  /** The logical name of the resource; of an item, that with what it says. */
  readonly name: string
  /** The part of the design that it is of: a construct’s id, or that and a word. */
  readonly key: string
  readonly construct: ConstructId
  readonly type: string
  /** Properties in which only names of resources and of AWS are left. */
  readonly props: Members
  readonly evaluated: Properties
  /** Of an item: the resource that it stands in, and the list there. */
  readonly within: { readonly name: string; readonly list: string } | null
  /** What stands beside the properties. */
  readonly dependsOn: readonly string[]
  readonly attributes: Members
  readonly accountId: string
  readonly regionCode: string
  /** The id of the resource that says it, where that is known beforehand. */
  readonly writtenAs?: string
}

/** The same of a template that somebody wrote. */
export interface WrittenItem {
  /** Tells it from all others. */
  readonly key: string
  readonly frame: Frame
  readonly logicalId: string
  /** What its construct would be called. */
  readonly id: string
  /** As it is compared; see `likeTypes`. */
  readonly type: string
  /** Where its properties stand; null where the text does not say them in one place. */
  readonly base: Path | null
  readonly evaluated: Properties
  /** A function of SAM: only what it says of its VPC is said there as CloudFormation does. */
  readonly isSam: boolean
  /** Of an item of a list: where it stands in the properties of its resource. */
  readonly within: { readonly list: string; readonly index: number } | null
}

/** Lists that stand in a resource and whose items may be resources of their own, which name the owner; null = by its id. */
export const APART: Readonly<
  Record<
    string,
    readonly { readonly list: string; readonly type: string; readonly owner: string; readonly by: string | null }[]
  >
> = {
  'AWS::EC2::SecurityGroup': [
    { list: 'SecurityGroupIngress', type: 'AWS::EC2::SecurityGroupIngress', owner: 'GroupId', by: null },
    { list: 'SecurityGroupEgress', type: 'AWS::EC2::SecurityGroupEgress', owner: 'GroupId', by: null },
  ],
  'AWS::Route53::RecordSetGroup': [
    { list: 'RecordSets', type: 'AWS::Route53::RecordSet', owner: 'HostedZoneId', by: 'HostedZoneId' },
  ],
}

/** Types that differ in name only. */
const ALIKE: Readonly<Record<string, string>> = {
  'AWS::EC2::TransitGatewayVpcAttachment': 'AWS::EC2::TransitGatewayAttachment',
}
export const likeType = (type: string): string => ALIKE[type] ?? type
