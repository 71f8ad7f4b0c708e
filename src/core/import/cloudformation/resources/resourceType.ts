import type { RecordsTaker } from '../../records.ts'
import type { NoteTaker } from '../../report.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'

/** A resource as `Ref` and `Fn::GetAtt` see it: its properties are worked out when they are asked for. */
export interface Referred {
  /** The id of its construct, which stands for the physical id that AWS would give. */
  readonly id: string
  /** What AWS calls it, where the template says it. */
  readonly awsId?: string | undefined
  readonly account: string
  readonly region: string
  property(name: string): Evaluated
  /** Every resource of that type in all stacks. */
  others(type: string): readonly Referred[]
}

/** What the records of a resource are put into. */
export interface Putting {
  readonly records: RecordsTaker
  readonly taker: NoteTaker
  readonly stacks: readonly Stack[]
  /** Every resource of every stack, by what `Ref` gives. */
  readonly byRef: ReadonlyMap<string, StackResource>
}

/** One type of resource: how templates refer to it, and the records of AWS's APIs that it comes to. */
export interface ResourceType {
  /** What `Ref` gives; left out = its id. */
  readonly ref?: (resource: Referred) => Evaluated
  /** What `Fn::GetAtt` gives, by the name of the attribute. */
  readonly attributes?: Readonly<Record<string, (resource: Referred) => Evaluated>>
  /** Properties that are read, or that nothing in the network hangs on; any other is told in the report. */
  readonly knows: ReadonlySet<string>
  /** Whether no packet meets this one, though others of its type are met: it is kept aside. */
  readonly isAside?: (resource: StackResource) => boolean
  /** Puts what `describe-…` would print of it. */
  readonly put: (resource: StackResource, putting: Putting) => void
}
