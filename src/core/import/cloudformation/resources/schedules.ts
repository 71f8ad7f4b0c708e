import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { drawTasks } from './containers.ts'
import { roleOf } from './identities.ts'
import { arn, own } from './ownArns.ts'
import { IDS } from './putIds.ts'
import { anyOf, referred } from './putting.ts'
import type { Putting, ResourceType } from './resourceType.ts'
import { fieldsOf, isUnknown, recordsOf, textOf } from './values.ts'

/** What starts tasks: how they run, and what tells them from others that it starts. */
interface Start {
  readonly name: string
  readonly given: Properties
}

type Starts = (resource: StackResource) => readonly Start[]

/** Draws the tasks that something starts; the first has its id, each further one its own name behind it. */
function putStarted(resource: StackResource, putting: Putting, starts: readonly Start[]): void {
  const { account, region, place } = resource
  for (const [index, { name, given }] of starts.entries()) {
    const id = index === 0 ? resource.id : `${resource.id}.${name}`.replaceAll(/[^\w.-]/g, '-').slice(0, 128)
    const definition = given.TaskDefinitionArn ?? given.TaskDefinition
    drawTasks(
      putting,
      { ...resource, id },
      { network: given.NetworkConfiguration, definition, launchType: given.LaunchType },
    )
    const task = referred(putting, definition)?.properties
    const role = roleOf(putting, task?.TaskRoleArn)
    const execution = roleOf(putting, task?.ExecutionRoleArn)
    if (role || execution)
      putting.records.put(
        IDS,
        { Id: id, ...(role && { Role: role.id }), ...(execution && { ExecutionRole: execution.id }) },
        place,
        { account, region, planned: true },
      )
  }
}

/** Only what starts tasks in subnets of their own is met by packets. */
const starting = (starts: Starts, service: string, what: string, name: string): ResourceType => ({
  ...anyOf((resource, putting) => putStarted(resource, putting, starts(resource)), {
    ref: service === 'states' ? arn(service, what, name) : own(name),
    attributes: { Arn: arn(service, what, name), Name: own(name) },
  }),
  isAside: (resource) => starts(resource).length === 0,
})

/** Those of which something is said that makes them tasks with interfaces, or of which nobody knows. */
const started = (name: string, said: Evaluated | undefined): readonly Start[] =>
  said !== undefined && !isUnknown(said) && fieldsOf(said).NetworkConfiguration !== undefined
    ? [{ name, given: fieldsOf(said) }]
    : []

/** A machine of more levels is longer than one may be. Source: Step Functions guide, quotas: a definition of 1 MB. */
const DEEPEST = 100

/** The tasks that the states of a machine run, at any depth. Source: Step Functions guide, run Amazon ECS tasks. */
function runIn(states: unknown, depth = 0): readonly Start[] {
  if (typeof states !== 'object' || states === null || depth > DEEPEST) return []
  return Object.entries(states).flatMap(([name, state]): readonly Start[] => {
    if (typeof state !== 'object' || state === null) return []
    const { Resource, Parameters, Arguments, Branches, Iterator, ItemProcessor } = state as Properties
    const inner = [...recordsOf(Branches), fieldsOf(Iterator), fieldsOf(ItemProcessor)].flatMap((one) =>
      runIn(one.States, depth + 1),
    )
    const runs = typeof Resource === 'string' && /:states:::ecs:runTask\b/.test(Resource)
    return [...(runs ? started(name, Parameters ?? Arguments) : []), ...inner]
  })
}

function definitionOf({ properties }: StackResource): Properties {
  const { Definition, DefinitionString, DefinitionSubstitutions } = properties
  const substitutions = fieldsOf(DefinitionSubstitutions)
  const fill = (text: string): string =>
    text.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => textOf(substitutions[name.trim()]) ?? whole)
  const text =
    Definition === undefined ? textOf(DefinitionString) : isUnknown(Definition) ? null : JSON.stringify(Definition)
  if (text === null) return {}
  try {
    return fieldsOf(JSON.parse(fill(text)) as Evaluated)
  } catch {
    // a text that is no JSON is one that a machine refuses
    return {}
  }
}

/** What starts tasks of ECS, by a plan or an event. Source: CloudFormation reference, of each type. */
export const schedules: Readonly<Record<string, ResourceType>> = {
  'AWS::Events::Rule': starting(
    ({ properties }) =>
      recordsOf(properties.Targets).flatMap((one, at) => started(textOf(one.Id) ?? String(at), one.EcsParameters)),
    'events',
    'rule/',
    'Name',
  ),
  'AWS::Scheduler::Schedule': starting(
    ({ properties }) => started('target', fieldsOf(properties.Target).EcsParameters),
    'scheduler',
    'schedule/default/',
    'Name',
  ),
  'AWS::Pipes::Pipe': starting(
    ({ properties }) => started('target', fieldsOf(properties.TargetParameters).EcsTaskParameters),
    'pipes',
    'pipe/',
    'Name',
  ),
  'AWS::StepFunctions::StateMachine': starting(
    (resource) => runIn(definitionOf(resource).States),
    'states',
    'stateMachine:',
    'StateMachineName',
  ),
}
