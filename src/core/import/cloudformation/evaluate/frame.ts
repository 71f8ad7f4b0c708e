import type { ImportNoteKind } from '../../report.ts'
import type { ResourceType } from '../resources/resourceType.ts'
import type { Evaluated, Unknown } from '../stack.ts'
import type { Template } from '../template/readTemplate.ts'

/** What `AWS::NoValue` comes to: whatever has it is left out. */
export const NO_VALUE: unique symbol = Symbol('AWS::NoValue')
export type Value = Evaluated | typeof NO_VALUE

/** A resource as its template has it. */
export interface Declared {
  readonly logicalId: string
  readonly type: string
  readonly condition: string | null
  readonly dependsOn: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
  /** What the template says of the resource for others, such as where CDK has put its template. */
  readonly metadata: unknown
}

/** What all stacks share. */
export interface World {
  readonly types: Readonly<Record<string, ResourceType>>
  /** Names of a Region's Availability Zones. */
  zones(region: string): readonly string[]
  /** What a stack exports under that name; `wild` is the name with what may differ replaced. */
  exported(name: Value, wild: Value, importer: Frame): Value
  /** The stacks of that name that are nested in none. */
  named(stackName: string): readonly Frame[]
  /** What a resource puts into the Parameter Store under that name, where the asker's stack is; null = none of them does. */
  stored(name: string, asker: Frame): Value | null
  /** Resources of a type in every stack that their conditions let be, each with its own. */
  resourcesOf(type: string): readonly { readonly resource: Declared; readonly frame: Frame }[]
  /** Works something out once; a value that is asked for while it is worked out goes round in a circle. `label` names it in the reason. */
  once<T extends Value | boolean>(key: string, label: string, compute: () => T): T | Unknown
  /** Whether there may be that many values more. */
  spend(count: number): boolean
  /** Whether a loop may go round once more. */
  repeat(): boolean
  /** Runs what goes one level deeper; null where that is too deep. */
  deeper<T>(run: () => T): T | null
}

/** A template on its way to being a stack: what it names is worked out when it is asked for. */
export interface Frame {
  readonly world: World
  readonly template: Template
  /** Tells it from every other stack. */
  readonly key: string
  /** Of the ids of what it holds. */
  readonly prefix: string
  readonly stackName: string
  readonly account: string
  readonly region: string
  /** Whether its template, or the one that nests it, says where it is. */
  readonly saysPlace: boolean
  /** Logical id -> physical id, as the template says. */
  readonly ids: Readonly<Record<string, string>>
  /** Logical id -> the account that the resource is in, where the template says another. */
  readonly resourceAccounts: Readonly<Record<string, string>>
  /** undefined = there is no such parameter. */
  parameter(name: string, context: Context): Value | undefined
  condition(name: string): boolean | Unknown
  resource(logicalId: string): Declared | undefined
  resources(): ReadonlyMap<string, Declared>
  outputs(): Readonly<Record<string, unknown>>
  /** Whether the condition of a resource lets it be. */
  isThere(resource: Declared): boolean | Unknown
  property(resource: Declared, name: string, physical: boolean): Value
  /** The stack that a resource of type `AWS::CloudFormation::Stack` makes; null = its template is not among the files. */
  nested(resource: Declared): Frame | null
  /** Writes down what the report has to say. */
  tell(kind: ImportNoteKind, message: string, at: string | null): void
}

/** Where a value is worked out. */
export interface Context {
  readonly frame: Frame
  /** Ids are those that AWS gave, as far as the template says them: so policies are read. */
  readonly physical: boolean
  /** Parameters and the stack’s name come to a mark: so names are compared that others were given for. */
  readonly wild: boolean
  evaluate(node: unknown): Value
  /** The same with something else. */
  with(change: Partial<Pick<Context, 'frame' | 'wild'>>): Context
}

/** What a function of CloudFormation comes to. */
export type Intrinsic = (argument: unknown, context: Context) => Value

/** Stands in wild names for what may be anything. */
export const ANYTHING = '\u0001'
