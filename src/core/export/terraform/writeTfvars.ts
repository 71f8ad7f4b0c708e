import type { Design, Environment } from '../../model/design.ts'
import { regionCalled } from '../aws/value.ts'
import { variableFor } from '../aws/variableFor.ts'
import { variablesIn } from '../aws/variablesIn.ts'
import { existingIn } from '../commands/environmentFile.ts'
import { deploymentIn, valueIn } from '../plan/environments.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { accountVariable } from '../plan/variables.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { identifierOf } from './identifierOf.ts'
import { givenName } from './knownOf.ts'
import { quoteHcl } from './quoteHcl.ts'
import type { Variable } from './variables.ts'

/** `environments/NAME.tfvars`: what the variables of a module are in the environment. What is left out is asked for, or as drawn. */
export function writeTfvars(
  design: Design,
  environment: Environment,
  stack: StackPlan,
  asks: readonly Variable[],
): string {
  const values = valuesIn(design, environment, stack)
  return `${[
    `# The environment ${environment.name} of ${deploymentOf(design)}.`,
    ...asks.flatMap(({ name, description }) => {
      const value = values.get(name)
      return value === undefined
        ? []
        : ['', `# ${description.replace(/[^\P{C}]/gu, ' ')}`, `${name} = ${quoteHcl(value)}`]
    }),
  ].join('\n')}\n`
}

function valuesIn(design: Design, environment: Environment, stack: StackPlan): ReadonlyMap<string, string> {
  const region = variableFor(stack, regionCalled(stack.regionCode))
  const account = accountVariable(stack.drawn, stack.accountId)
  const keys = new Map([...stack.names].map(([key, name]) => [name, key]))
  return new Map([
    ['region', region ? valueIn(stack.drawn, environment, region) : stack.regionCode],
    ...(account ? [['account_id', valueIn(stack.drawn, environment, account)] as const] : []),
    ['deployment', deploymentIn(design, environment)],
    ...variablesIn(stack).map((one) => [identifierOf(one.name), valueIn(stack.drawn, environment, one)] as const),
    ...existingIn(stack, environment).map(([name, id]) => {
      const key = keys.get(name)
      return [key === undefined ? identifierOf(name) : givenName(stack, 'id', key), id] as const
    }),
  ])
}
