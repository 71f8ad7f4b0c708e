import type { Design, Environment } from '../../model/design.ts'
import { deploymentIn, valueIn } from '../plan/environments.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Drawn, Variable } from '../plan/variables.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import type { ExportFile } from '../types.ts'

/** What the scripts read with HOPWISE_ENV: what is other in the environment than drawn. */
export function environmentFile(
  design: Design,
  environment: Environment,
  variables: readonly Variable[],
  drawn: Drawn,
  ids: readonly (readonly [name: string, id: string])[] = [],
): ExportFile {
  const values = [
    ['HOPWISE_NAME', deploymentIn(design, environment)],
    ...variables.map((one) => [`HOPWISE_${one.name}`, valueIn(drawn, environment, one)] as const),
    ...ids.map(([name, id]) => [`HOPWISE_ID_${name}`, id] as const),
  ]
  const lines = [
    `# The environment ${environment.name} of ${deploymentOf(design)}: HOPWISE_ENV=${environment.name}. One NAME=VALUE a line; what is left out is as drawn.`,
    // what a person typed into the design and no script would take is not said, but remarked upon
    ...values.filter(([, value]) => /^[A-Za-z0-9./:_-]*$/.test(value!)).map(([name, value]) => `${name}=${value}`),
  ]
  return { path: `environments/${environment.name}.env`, text: `${lines.join('\n')}\n`, executable: false }
}

/** Ids of what exists in the environment, by the name of the parameter for them. */
export function existingIn(
  stack: StackPlan,
  environment: Environment,
): readonly (readonly [name: string, id: string])[] {
  const idOf = (key: string): string => (Object.hasOwn(environment.existing, key) ? environment.existing[key]! : '')
  return [
    ...[...stack.existing.keys()].map((key) => [nameOf(stack, key), idOf(key)] as const),
    ...[...stack.maybe].map(([key, { name }]) => [name, idOf(key)] as const),
  ].filter(([, id]) => id !== '')
}
